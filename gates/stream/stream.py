"""Block after block of reports, with what is known of each: own reports, copies of these and of earlier ones, copies of the copies."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from stream.block import WAYS, Block, shortened
from stream.desks import desks, titles
from stream.making import LIFTS, Plan, made
from stream.planning import planned
from stream.setting import typeset
from stream.settings import Settings
from stream.texts import Texts, joined, selected
from stream.writing import written

BEGIN = dt.datetime(2031, 3, 1, tzinfo=dt.UTC)
HAPPENING = 1.6  # own reports of one
SPACED = 0.4  # minutes between two reports of the stream
DELAY = 300.0  # minutes in the mean, from a report to its copy


def blocks(n: int, settings: Settings | None = None) -> Iterator[Block]:
    """`n` reports. A shorter stream is the beginning of a longer one with the same settings, from `settings.block` reports on."""
    chosen = settings or Settings()
    chosen = replace(chosen, block=min(n, chosen.block))
    past: Texts | None = None
    archive: Texts | None = None
    root = first = 0
    while first < n:
        rng = np.random.default_rng([chosen.seed, first])
        block, past, root = _block(first, root, past, archive, chosen, rng)
        yield shortened(block, n)
        kept = selected(past, rng.permutation(len(past.counts))[: max(1, chosen.block // 25)])
        archive = kept if archive is None else joined([archive, kept])
        if len(archive.counts) > chosen.archive:
            archive = selected(archive, np.sort(rng.permutation(len(archive.counts))[: chosen.archive]))
        first += chosen.block


def _block(
    first: int, root: int, past: Texts | None, archive: Texts | None, settings: Settings, rng: np.random.Generator
) -> tuple[Block, Texts, int]:
    copies = round(settings.block * settings.copied)
    shares = np.array([settings.ways[way] for way in WAYS])
    way = rng.choice(len(WAYS), copies, p=shares / shares.sum())
    numbers = first + rng.permutation(settings.block)  # reports come in any order, copies before their origins too
    base = (settings.seed << 32) + first
    event = base + rng.integers(max(1, round((settings.block - copies) / HAPPENING)), size=settings.block - copies)
    own = written(event, root, settings.sentences, rng)
    root += len(own.sizes)
    minute = round(first * SPACED) + rng.integers(0, max(2, round(settings.block * SPACED)), len(own.counts))
    own = replace(
        own, number=numbers[: len(own.counts)], minute=minute, outlet=_outlets(len(own.counts), settings, rng)
    )
    old = [each for each in (archive, past) if each is not None]
    book = joined([*old, own])
    ancient = len(archive.counts) if archive is not None else 0
    later = round(copies * settings.again)
    rows, taken = len(own.counts), []
    for part in (way[later:], way[:later]):
        lifts = np.isin(part, [WAYS.index(each) for each in LIFTS])
        plan = planned(part, lifts, book, ancient, settings, rng)
        about = np.where(
            rng.random(len(part)) < settings.related, book.event[plan.origin], rng.choice(event, len(part))
        )
        bodies = written(about[lifts], root, settings.sentences, rng)
        root += len(bodies.sizes)
        texts, source = made(plan, WAYS, book, bodies, settings, rng)
        texts = _signed(texts, plan, book, numbers[rows : rows + len(part)], settings, rng)
        rows += len(part)
        taken.append((plan, source))
        book = joined([book, texts])
    fresh = len(book.counts) - settings.block
    book, strings = _set(book, fresh, settings, rng)
    return (
        _told(first, book, fresh, strings, taken, settings, rng),
        selected(book, np.arange(fresh, len(book.counts))),
        root,
    )


def _signed(
    texts: Texts, plan: Plan, book: Texts, numbers: np.ndarray, settings: Settings, rng: np.random.Generator
) -> Texts:
    """The copies with number, outlet and time: not the origin's outlet, and after both origins."""
    many = len(numbers)
    outlet = _outlets(many, settings, rng)
    outlet = np.where(outlet == book.outlet[plan.origin], (outlet + 1) % settings.outlets, outlet)
    after = np.where(plan.way == WAYS.index("merged"), book.minute[plan.second], 0)
    minute = np.maximum(book.minute[plan.origin], after) + 5 + rng.exponential(DELAY, many).astype(np.int64)
    return replace(texts, number=numbers, outlet=outlet, minute=minute)


def _set(book: Texts, fresh: int, settings: Settings, rng: np.random.Generator) -> tuple[Texts, list[str]]:
    """The book with the sentences of its reports from `fresh` on set, and the texts of these."""
    new = selected(book, np.arange(fresh, len(book.counts)))
    texts, start, end = typeset(new, desks(settings.outlets), settings, rng)
    before = int(book.first[fresh])
    return replace(
        book, start=np.concatenate([book.start[:before], start]), end=np.concatenate([book.end[:before], end])
    ), texts


def _told(
    first: int,
    book: Texts,
    fresh: int,
    texts: list[str],
    taken: list[tuple[Plan, np.ndarray]],
    settings: Settings,
    rng: np.random.Generator,
) -> Block:
    """The block in the order of its numbers."""
    order = fresh + np.argsort(book.number[fresh:])
    new = selected(book, order)
    derived, origin, way, of, there, here = _copies(book, taken)
    return Block(
        first=first,
        texts=[texts[i - fresh] for i in order],
        titles=titles(len(order), rng),
        outlets=[desks(settings.outlets).names[i] for i in new.outlet],
        published=_times(new.minute, settings, rng),
        derived=derived,
        origin=origin,
        way=way,
        of=of,
        there=there,
        here=here,
        report=first + new.report,
        root=new.root,
        span=np.stack([new.start, new.end], axis=1),
    )


def _copies(book: Texts, taken: list[tuple[Plan, np.ndarray]]) -> tuple[np.ndarray, ...]:
    """The block's copies and their passages, as `Block` has them."""
    way, origin = (np.concatenate([getattr(plan, each) for plan, _ in taken]) for each in ("way", "origin"))
    second, source = np.concatenate([plan.second for plan, _ in taken]), np.concatenate([each for _, each in taken])
    copies = np.arange(len(book.counts) - len(way), len(book.counts))
    merged = np.flatnonzero(way == WAYS.index("merged"))
    sentence = len(book.sizes) - len(source) + np.flatnonzero(source >= 0)
    source = source[source >= 0]
    by, whose = book.report[sentence] - copies[0], book.report[source]
    from_second = (way[by] == WAYS.index("merged")) & (whose == second[by])
    of = np.where(from_second, len(way) + np.searchsorted(merged, by), by)
    return (
        book.number[np.concatenate([copies, copies[merged]])],
        book.number[np.concatenate([origin, second[merged]])],
        np.concatenate([way, way[merged]]),
        of,
        np.stack([book.start[sentence], book.end[sentence]], axis=1),
        np.stack([book.start[source], book.end[source]], axis=1),
    )


def _times(minute: np.ndarray, settings: Settings, rng: np.random.Generator) -> list[str | None]:
    dated = rng.random(len(minute)) >= settings.undated
    return [
        (BEGIN + dt.timedelta(minutes=at)).isoformat(timespec="minutes") if told else None
        for at, told in zip(minute.tolist(), dated.tolist(), strict=True)
    ]


def _outlets(count: int, settings: Settings, rng: np.random.Generator) -> np.ndarray:
    """Some outlets print far more than others."""
    return (settings.outlets * rng.random(count) ** 2.5).astype(np.int64)
