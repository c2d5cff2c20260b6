"""The one door for people: each thing that one can ask is one method of a `Casebook`."""

from rashomon.casebook.book import Casebook, default_folder
from rashomon.casebook.files import check, load, load_record, schema, to_json
from rashomon.casebook.making import edition

__all__ = ["Casebook", "check", "default_folder", "edition", "load", "load_record", "schema", "to_json"]
