"""The door by which reports come in: `open_inputs` turns what a person names into pages."""

from rashomon.fetch.inputs import open_inputs, readable
from rashomon.fetch.settings import FetchSettings

__all__ = ["FetchSettings", "open_inputs", "readable"]
