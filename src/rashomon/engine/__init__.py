"""How stages run: in this process."""

from rashomon.engine.local import Engine, Local

__all__ = ["Engine", "Local"]
