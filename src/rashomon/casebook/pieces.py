"""A value of which there is one at a time, in pieces: no store takes a value without bound, and a collection has none."""

from rashomon.store import Store

_MOST = 64_000_000  # bytes of a piece


def put_whole(kind: str, key: str, body: bytes, store: Store) -> None:
    """Keeps the value under its key, in place of whatever there was of the kind."""
    pieces = [body[start : start + _MOST] for start in range(0, len(body), _MOST)] or [b""]
    store.put_only(kind, {f"{key} {number:05d} {len(pieces):05d}": piece for number, piece in enumerate(pieces)})


def whole(kind: str, key: str, store: Store) -> bytes | None:
    """None where it is not kept, or not all of it."""
    names = store.keys(kind, f"{key} ")
    if not names or int(names[0].rsplit(" ", 1)[1]) != len(names):
        return None
    found = store.get_many(kind, names)
    return b"".join(found[name] for name in names) if len(found) == len(names) else None


def key_of_whole(kind: str, store: Store) -> str | None:
    """The key of the value that is kept of the kind; None where there is none."""
    names = store.keys(kind, most=1)
    return names[0].split(" ", 1)[0] if names else None
