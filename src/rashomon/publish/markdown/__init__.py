"""A record as Markdown: readable as it stands and when rendered (CommonMark with tables), in the reports' own words."""

from rashomon.publish.markdown.document import render

__all__ = ["render"]
