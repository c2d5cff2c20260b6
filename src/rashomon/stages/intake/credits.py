"""Agencies and outlets that a report says it took its matter from: in its dateline, its sentences and its source lines."""

from rashomon.model.report import Credit, Furniture


def credits_of(text: str, outlet: str | None, furniture: tuple[Furniture, ...]) -> tuple[Credit, ...]:
    return ()
