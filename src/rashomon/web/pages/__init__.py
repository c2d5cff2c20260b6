"""The pages, a room for each thing that a person looks at or does."""

from rashomon.web.pages import (
    adding,
    agreement,
    assets,
    downloads,
    entity,
    judgements,
    judging,
    login,
    news,
    report,
    stories,
    story,
    where,
)

BLUEPRINTS = tuple(
    room.pages
    for room in (
        assets,
        login,
        stories,
        story,
        downloads,
        report,
        entity,
        news,
        adding,
        judging,
        judgements,
        agreement,
        where,
    )
)

__all__ = ["BLUEPRINTS"]
