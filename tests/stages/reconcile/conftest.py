import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from making import Making


@pytest.fixture
def making() -> Making:
    return Making()
