"""The gates are programs, not a package: their folder is where they look for each other, and so do their tests."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "gates"))
