"""The outlines of countries that a story's places need, ready to be drawn: no network, no tiles, nothing but what stands around them.

`sheets(record)` gives a sheet for each story that has a place with coordinates. A sheet is flat: places and outlines in one grid of whole units, so
that the page's script knows no geography, and the same record gives the same sheets.
"""

from rashomon.publish.outlines.sheet import Land, Sheet, sheets

__all__ = ["Land", "Sheet", "sheets"]
