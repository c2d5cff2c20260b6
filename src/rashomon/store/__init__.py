"""What is kept between runs: one protocol, an embedded default."""

from rashomon.store.memory import MemoryStore
from rashomon.store.protocol import Store
from rashomon.store.sqlite import SqliteStore

__all__ = ["MemoryStore", "SqliteStore", "Store"]
