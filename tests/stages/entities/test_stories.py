"""What is one over reports and what stays two, on small stories of each class, told in `stories.py`."""

from collections.abc import Callable
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest

from rashomon.stages.reading import installed_model

Linked = Callable[..., Any]

_SPEC = spec_from_file_location("entities_stories", Path(__file__).with_name("stories.py"))
assert _SPEC and _SPEC.loader
_STORIES = module_from_spec(_SPEC)
_SPEC.loader.exec_module(_STORIES)


def _has(cast: Any, words: str) -> set[str]:
    """The entities with a mention of these words, in the report behind "@" where one is named."""
    bare, _, report = words.partition("@")
    return {
        entity.id
        for entity in cast.entities
        for m in entity.mentions
        if cast.texts[int(m.report[1:])][m.start : m.end] == bare and report in ("", m.report[1:])
    }


def _id(told: Any) -> str:
    return str(told.name)


# Stories with a name that the language model does not see: a given name behind the hyphen, a town's name as a given name,
# capitals throughout.
_OPEN = ("Jong-min Han", "Paris Hendry", "LYDIA CROSS")
_TOLD = [
    told
    for told in _STORIES.DEVELOPED + _STORIES.HELD
    if not any(word.split("@")[0] in _OPEN for words in told.one for word in words)
]
pytestmark = pytest.mark.skipif(
    "_sm" in installed_model()[0].package, reason="the stories were measured with the larger model"
)


@pytest.mark.parametrize("told", _TOLD, ids=_id)
def test_a_story(linked: Linked, told: Any) -> None:
    cast = linked(*told.reports)
    for words in told.one:
        held = [_has(cast, word) for word in words]
        assert all(held), f"not found: {words}"
        assert len(set.union(*held)) == 1, f"not one: {words}"
    for a, b in told.apart:
        assert not _has(cast, a) & _has(cast, b), f"not apart: {a}, {b}"
    for words, kind in told.kinds:
        assert {entity.kind for entity in cast.entities if entity.id in _has(cast, words)} == {kind}
