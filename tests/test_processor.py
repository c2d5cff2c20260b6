"""OpenBLAS is told of AVX-512 where it does not see it itself, and nowhere else."""

import sys
from pathlib import Path

import pytest

from rashomon.processor import choose_kernels

ZEN5 = "vendor_id\t: AuthenticAMD\nflags\t\t: fpu avx2 avx512f avx512dq avx512cd avx512bw avx512vl avx512_bf16\n"


@pytest.fixture(autouse=True)
def unset(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENBLAS_CORETYPE", "")  # so that it is put back afterwards
    monkeypatch.delenv("OPENBLAS_CORETYPE")
    monkeypatch.delitem(sys.modules, "numpy", raising=False)


def chosen(tmp_path: Path, text: str) -> str | None:
    import os

    (tmp_path / "cpuinfo").write_text(text)
    choose_kernels(tmp_path / "cpuinfo")
    return os.environ.get("OPENBLAS_CORETYPE")


def test_an_amd_processor_with_avx_512(tmp_path: Path) -> None:
    assert chosen(tmp_path, ZEN5) == "SkylakeX"


@pytest.mark.parametrize("text", ["", ZEN5.replace("avx512vl ", ""), ZEN5.replace("AuthenticAMD", "GenuineIntel")])
def test_another_processor(tmp_path: Path, text: str) -> None:
    assert chosen(tmp_path, text) is None


def test_no_processor_told_of(tmp_path: Path) -> None:
    choose_kernels(tmp_path / "none")
    assert chosen(tmp_path, "") is None


def test_the_user_has_chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENBLAS_CORETYPE", "Zen")
    assert chosen(tmp_path, ZEN5) == "Zen"


def test_numpy_is_loaded_already(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "numpy", sys)
    assert chosen(tmp_path, ZEN5) is None
