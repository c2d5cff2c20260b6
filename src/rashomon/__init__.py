"""Rashomon reads many news reports of one happening and writes one record that anyone can check.

>>> import rashomon
>>> record = rashomon.read("reports/")            # doctest: +SKIP
>>> [finding.question for finding in record.findings]   # doctest: +SKIP
"""

import os
from typing import TYPE_CHECKING

from rashomon.processor import choose_kernels

if TYPE_CHECKING:
    from pathlib import Path

    from rashomon.model.record import Record

__all__ = ["read"]

choose_kernels()  # before anything loads numpy


def read(*inputs: "str | os.PathLike[str]", casebook: "Path | str | None" = None) -> "Record":
    """The record of the inputs: files, folders, globs (contract: the record).

    `casebook` is the folder of the casebook; without one, the user's own. Raises NothingReadError where not one report could
    be read, SettingsError for a wrong call.
    """
    from rashomon.casebook import Casebook

    book = Casebook(casebook) if casebook is not None else Casebook.at_home()
    try:
        return book.read(*inputs)
    finally:
        book.close()
