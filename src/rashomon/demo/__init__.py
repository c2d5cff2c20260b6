"""An invented happening, to see what a record is: every outlet, person, body, place and number in it is made up."""

from pathlib import Path

REPORTS = Path(__file__).parent / "harbour"
NOTE = "The demo's reports are invented: no outlet, person, body, place or number in them exists."
