"""How stages run: in this process, on all cores of the machine or on a cluster; keeping what they make."""

from rashomon.engine.chosen import FORMS, chosen
from rashomon.engine.keep import Keeper, Progress, Way, for_each
from rashomon.engine.local import Local
from rashomon.engine.processes import Processes, cores
from rashomon.engine.protocol import Engine, Lost

__all__ = ["FORMS", "Engine", "Keeper", "Local", "Lost", "Processes", "Progress", "Way", "chosen", "cores", "for_each"]
