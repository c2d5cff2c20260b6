"""What is one: the value that the merging rooms fill and the linking room reads."""

from dataclasses import dataclass, field

from rashomon.model.entity import Mention, Role
from rashomon.reference.places import Place
from rashomon.stages.entities.pages import Named


@dataclass
class Cluster:
    """Named things that are one. `extra` are words that stand for them without naming them, `titles` those before a name."""

    kind: str
    named: list[Named] = field(default_factory=list)
    place: Place | None = None
    country: str | None = None
    known_as: str | None = None
    roles: list[Role] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    extra: list[tuple[Mention, str]] = field(default_factory=list)
