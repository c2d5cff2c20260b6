"""Reports, stories and judgements by the names that people give them: an id, a short beginning of one, a source or its file's name."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from rashomon.casebook.files import file_name
from rashomon.errors import SettingsError
from rashomon.model.collection import ReportEntry, Shelf, StoryEntry
from rashomon.model.judgement import Judgement

_SHORTEST = 4  # letters of an id's beginning, the recipe's name aside
_SHOWN = 5
Before = Callable[[], Mapping[str, tuple[str, ...]]]


def stories(name: str, held: Shelf, before: Before) -> tuple[StoryEntry, ...]:
    """The story of this name; the stories in which the reports of a story that is no more now stand; or those of a report.
    Raises SettingsError where there is none, or more than one may be meant."""
    known = {each.id: each for each in held.stories}
    if found := by_id(name, known):
        return (known[found],)
    old = before() if name.startswith("sto") or _hexadecimal(name) else {}
    if found := by_id(name, old):
        return stories_of(old[found], held)
    on = report(name, held)
    if not on:
        raise SettingsError(
            f"The casebook has no story or report that is called {name!r}. `rashomon stories` lists what it has."
        )
    return stories_of(on, held)


def reports(name: str, held: Shelf, before: Before) -> tuple[str, ...]:
    """The id of the report of this name, or those of the story's reports, its guests left out."""
    return report(name, held) or tuple(report for story in stories(name, held, before) for report in story.own)


def stories_of(wanted: Iterable[str], held: Shelf) -> tuple[StoryEntry, ...]:
    """The stories in which any of these reports stands."""
    ids = set(wanted)
    return tuple(story for story in held.stories if ids.intersection(story.reports))


def judged(name: str, log: Sequence[Judgement]) -> str:
    """The id of the judgement."""
    if found := by_id(name, [each.id for each in log]):
        return found
    raise SettingsError(
        f"The casebook has no judgement {name!r}. `rashomon judgements` lists what it has; {_SHORTEST} letters behind the dash are the fewest that name one."
    )


def report(name: str, held: Shelf) -> tuple[str, ...]:
    """The id of the report of this name; empty where there is none."""
    if found := by_id(name, [entry.id for entry in held.reports]):
        return (found,)
    exact = [entry for entry in held.reports if entry.source == name]
    named = exact or [entry for entry in held.reports if file_name(entry.source) == name]
    if len(named) > 1:
        raise SettingsError(f"{name!r} may be {_either(named)}. Give an id.")
    return tuple(entry.id for entry in named)


def _either(entries: Sequence[ReportEntry]) -> str:
    shown = ", ".join(f"{entry.id} ({entry.source})" for entry in entries[:_SHOWN])
    return f"{shown} and {len(entries) - _SHOWN} more" if len(entries) > _SHOWN else shown


def by_id(name: str, ids: Iterable[str]) -> str | None:
    """The one id that is so called or begins so, with or without its recipe's name."""
    known = list(ids)
    if name in known:
        return name
    found = sorted(each for each in known if _begins(each, name))
    if len(found) > 1:
        more = f" and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
        raise SettingsError(f"{name!r} may be {', '.join(found[:_SHOWN])}{more}. Give more of the id.")
    return found[0] if found else None


def _begins(own: str, name: str) -> bool:
    recipe, _, letters = own.partition("-")
    given = name.removeprefix(f"{recipe}-")
    return len(given) >= _SHORTEST and _hexadecimal(given) and letters.startswith(given)


def _hexadecimal(name: str) -> bool:
    return bool(name) and all(c in "0123456789abcdef" for c in name)
