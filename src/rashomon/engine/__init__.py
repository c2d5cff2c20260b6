"""How stages run: in this process, keeping what they make."""

from rashomon.engine.keep import Keeper, Progress
from rashomon.engine.local import Engine, Local

__all__ = ["Engine", "Keeper", "Local", "Progress"]
