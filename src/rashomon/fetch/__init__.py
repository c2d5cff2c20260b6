"""The door by which reports come in: `open_inputs` turns what a person names into pages, `open_files` what is open already."""

from rashomon.fetch.inputs import open_files, open_inputs, readable
from rashomon.fetch.settings import FetchSettings

__all__ = ["FetchSettings", "open_files", "open_inputs", "readable"]
