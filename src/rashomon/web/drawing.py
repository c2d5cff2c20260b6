"""Pages of records that were drawn last: packing a record of hundreds of reports takes a second or two, and the page is asked for again and again."""

import threading
from collections import OrderedDict

from rashomon.model.record import Record
from rashomon.publish import page
from rashomon.web.styling import version

_MOST = 40_000_000  # characters of all pages that are held


class Drawn:
    """Pages by story. A page is that of a record as long as its claims are the very same in memory; else it is drawn anew."""

    def __init__(self) -> None:
        self._pages: OrderedDict[tuple[str, ...], tuple[object, str]] = OrderedDict()
        self._lock = threading.Lock()

    def of(self, record: Record) -> str:
        key = tuple(story.id for story in record.stories)
        with self._lock:
            claims, text = self._pages.get(key, (None, ""))
        return text if claims is record.claims else self._draw(key, record)

    def _draw(self, key: tuple[str, ...], record: Record) -> str:
        at = f"/assets/{version()}/page"
        text = page.linked(record, desk="", style_at=f"{at}.css", script_at=f"{at}.js")
        with self._lock:
            self._pages[key] = (record.claims, text)
            self._pages.move_to_end(key)
            while len(self._pages) > 1 and sum(len(each) for _, each in self._pages.values()) > _MOST:
                self._pages.popitem(last=False)
        return text
