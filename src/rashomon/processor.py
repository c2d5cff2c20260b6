"""Which of its kernels OpenBLAS, the matrix library that numpy brings, uses on this processor.

On AMD processors with AVX-512 (Zen 4 and 5) the OpenBLAS 0.3.31 of numpy's wheels takes the kernels for processors without it, whose matrix
products take twice as long (measured: 100 against 200 GFLOP/s on one core). It can be told otherwise, but only before it is loaded.
"""

import os
import sys
from pathlib import Path

_SETTING = "OPENBLAS_CORETYPE"
_NEEDED = frozenset({"avx512f", "avx512cd", "avx512bw", "avx512dq", "avx512vl"})
_ENOUGH = 8_192  # of /proc/cpuinfo: the first processor's part


def choose_kernels(cpuinfo: Path = Path("/proc/cpuinfo")) -> None:
    """Does nothing where numpy is loaded already, where the user has chosen, or where the processor is another or unknown."""
    if "numpy" not in sys.modules and _SETTING not in os.environ and _mistaken(cpuinfo):
        os.environ[_SETTING] = "SkylakeX"


def _mistaken(cpuinfo: Path) -> bool:
    try:
        with cpuinfo.open(encoding="ascii", errors="replace") as file:
            words = frozenset(file.read(_ENOUGH).split())
    except OSError:
        return False
    return "AuthenticAMD" in words and words >= _NEEDED
