"""A record's tables in a terminal, one at a time: what an analyst asks of it without opening a page."""

from rashomon.publish.views.view import VIEWS, view

__all__ = ["VIEWS", "view"]
