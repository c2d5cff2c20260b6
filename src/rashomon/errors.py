"""Every exception that Rashomon raises.

RashomonError
├── SettingsError          a setting or an argument is wrong                      exit 2
├── NothingReadError       not one report could be read                           exit 1
├── ModelMissingError      no language model is installed                         exit 3
├── EngineError            the machines that work cannot go on                    exit 3
└── StoreError             the casebook cannot be opened or written               exit 3
    └── StoreBusyError     another process is writing to it

Faults of the data are no exceptions: they are `Problem` and `Rejected` values that end in the record.
A message says what was wrong, where, and what to do.
"""


class RashomonError(Exception):
    """Base of all; `exit_code` is the process's exit status when it ends a command."""

    exit_code = 3


class SettingsError(RashomonError):
    exit_code = 2


class NothingReadError(RashomonError):
    """`record` holds the rejected inputs, each with its reason."""

    exit_code = 1

    def __init__(self, message: str, record: object = None) -> None:
        super().__init__(message)
        self.record = record


class ModelMissingError(RashomonError):
    pass


class EngineError(RashomonError):
    pass


class StoreError(RashomonError):
    pass


class StoreBusyError(StoreError):
    pass
