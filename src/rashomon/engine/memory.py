"""How much memory there is, and a bound on what a process may take of it."""

import os
from contextlib import suppress
from pathlib import Path

_LEFT = 0.9  # of the machine's memory that workers may have


def whole() -> int | None:
    """Bytes of memory that this process may use, by the machine and by the control group that it runs in; None where the system does not tell."""
    found = []
    with suppress(AttributeError, ValueError, OSError):
        found.append(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES"))
    for path in ("/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"):
        with suppress(OSError, ValueError):
            found.append(int(Path(path).read_text()))
    return min(found, default=None)


def share(workers: int) -> int | None:
    """Bytes for each of so many workers."""
    there = whole()
    return int(there * _LEFT / workers) if there else None


def bounded(most: int) -> None:
    """From now on this process gets a MemoryError instead of more than `most` bytes of its own; without it the system would end some process, and maybe another one.
    Nothing where the system knows no such bound."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (most, most))
