"""What can be set for this stage."""

import msgspec


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """`answers`: answers of one finding that are kept, best supported first (count, at least 1; more is a list and no
    question). `rows_per_day`: timeline rows of one day, the most salient (count; a reader's choice, our own)."""

    answers: int = 40
    rows_per_day: int = 12
