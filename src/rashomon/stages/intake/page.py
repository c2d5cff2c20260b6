"""From an HTML page to its article: body by trafilatura; title, dates, names from its metadata."""

import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

import msgspec

_LD = re.compile(r"<script[^<>]{0,200}ld\+json[^<>]{0,200}>", re.IGNORECASE)
_META = re.compile(r"<meta\s[^>]{1,2000}>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([\w:.-]{1,40})\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""")
_CANONICAL = re.compile(r"""<link\s[^>]{0,500}rel=["']?canonical["']?[^>]{0,1000}>""", re.IGNORECASE)
_MOST_BLOCKS = 20
_ARTICLE = re.compile(r"Article|Report|BlogPosting|LiveBlog|WebPage", re.IGNORECASE)
_PUBLISHED = ("article:published_time", "article:published", "og:published_time", "datepublished", "date", "pubdate", "publish-date",
              "publishdate", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dc.date", "dcterms.created", "cxenseparse:recs:publishtime")  # fmt: skip
_MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "last-modified", "lastmod", "dcterms.modified")


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """What an HTML page says of its article; dates as they stand there."""

    paragraphs: tuple[str, ...] = ()
    title: str | None = None
    site: str | None = None
    url: str | None = None
    bylines: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    guessed: str | None = None
    language: str | None = None


def read_page(html: str) -> Page:
    """The article of a page; empty paragraphs where there is none. Malformed pages are read as browsers do."""
    body = _extracted(html)
    meta = _meta(html)
    articles = sorted(_articles(html), key=lambda thing: "WebPage" in str(thing.get("@type")))
    site = _site(meta, articles, body)
    return Page(
        paragraphs=tuple(_unmarked(body.get("text") or "")),
        title=_title(
            _text(body.get("title")) or _text(meta.get("og:title")), [*_headings(html), *_headlines(articles)], site
        ),
        site=site,
        url=_text(_canonical(html)) or _text(meta.get("og:url")),
        bylines=_names(body.get("author")),
        published=_first_of(articles, "datePublished") or _first_meta(meta, _PUBLISHED),
        modified=_first_of(articles, "dateModified") or _first_meta(meta, _MODIFIED),
        guessed=_text(body.get("date")),
        language=_language(html),
    )


def _extracted(html: str) -> dict[str, Any]:
    """What trafilatura finds; a page that it cannot read at all has no paragraphs."""
    from trafilatura import bare_extraction

    try:
        found = bare_extraction(html, include_comments=False, include_tables=True, with_metadata=True)
    except Exception:  # lxml and its callers raise many kinds on hostile pages; an empty article is rejected by name
        return {}
    fields: Any = found if found is None or isinstance(found, dict) else found.as_dict()
    return fields or {}


def _unmarked(text: str) -> Iterator[str]:
    """The lines without the marks that trafilatura sets for list items and table cells: they do not stand on the page."""
    for line in text.split("\n"):
        line = re.sub(r"^-(?: |$)", "", line.strip())
        line = " ".join(re.sub(r"(?:^|\s)\|(?=\s|$)", " ", line).split()) if line.startswith("|") else line
        if line:
            yield line


_PARTS = re.compile(r"\s+[|–—·•»-]\s+")


def _title(title: str | None, headings: list[str], site: str | None) -> str | None:
    """The page's title without its site's name: the heading that it holds, else what stands before a last part that is the site."""
    if not title:
        return headings[0] if headings else None
    low = title.casefold()
    held = [one for one in headings if len(one.split()) >= 3 and one.casefold() in low]
    if held:
        return max(held, key=len)
    parts = _PARTS.split(title)
    if len(parts) > 1 and site and parts[-1].casefold() in (site.casefold(), site.casefold().removeprefix("the ")):
        return title[: title.rindex(parts[-1])].rstrip(" |–—·•»-")
    return title


_H1 = re.compile(r"<h1\b[^>]{0,1000}>(.{1,2000}?)</h1>", re.IGNORECASE | re.DOTALL)
_SCRIPT = re.compile(r"<(script|style)\b[^<>]{0,500}>[^<]{0,2000}</\1>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{0,2000}>")


def _headings(html: str) -> Iterator[str]:
    for match in islice(_H1.finditer(html), _MOST_BLOCKS):
        text = _text(_unquoted(_TAG.sub(" ", _SCRIPT.sub(" ", match[1]))))
        if text:
            yield text


def _headlines(articles: list[dict[str, Any]]) -> Iterator[str]:
    for thing in articles:
        if text := _text(_unquoted(thing["headline"])) if isinstance(thing.get("headline"), str) else None:
            yield text


def _meta(html: str) -> dict[str, str]:
    """Name (or property, or itemprop) to content of the meta elements; the first of a name counts."""
    found: dict[str, str] = {}
    for tag in _META.findall(html):
        fields = {name.lower(): _unquoted(value) for name, value in _ATTRIBUTE.findall(tag)}
        name = fields.get("property") or fields.get("name") or fields.get("itemprop")
        if name and fields.get("content"):
            found.setdefault(name.lower(), fields["content"])
    return found


def _unquoted(value: str) -> str:
    import html as entities

    return entities.unescape(value[1:-1] if value[:1] in "\"'" and value[:1] == value[-1:] else value).strip()


def _articles(html: str) -> Iterator[dict[str, Any]]:
    """The things of JSON-LD that are articles or pages."""
    for match in islice(_LD.finditer(html), _MOST_BLOCKS):
        end = html.find("</script", match.end())
        try:
            data = json.loads(
                html[match.end() : max(end, match.end())].strip().removeprefix("//<![CDATA[").removesuffix("//]]>"),
                strict=False,
            )
        except (ValueError, RecursionError):
            continue
        yield from (thing for thing in _things(data, 4) if _ARTICLE.search(str(thing.get("@type"))))


def _things(data: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth and isinstance(data, list):
        for item in data[:200]:
            yield from _things(item, depth - 1)
    elif depth and isinstance(data, dict):
        yield data
        yield from _things(data.get("@graph"), depth - 1)
        yield from _things(data.get("mainEntity"), depth - 1)


def _first_of(articles: list[dict[str, Any]], field: str) -> str | None:
    return next((value for thing in articles if isinstance(value := thing.get(field), str) and value), None)


def _first_meta(meta: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((meta[name] for name in names if meta.get(name)), None)


def _site(meta: dict[str, str], articles: list[dict[str, Any]], body: dict[str, Any]) -> str | None:
    publishers = (thing.get("publisher") for thing in articles)
    named = (one.get("name") for one in publishers if isinstance(one, dict))
    return (
        _text(meta.get("og:site_name"))
        or next((name for name in map(_text, named) if name), None)
        or _text(body.get("sitename"))
    )


def _canonical(html: str) -> str | None:
    match = _CANONICAL.search(html)
    fields = {name.lower(): _unquoted(value) for name, value in _ATTRIBUTE.findall(match[0])} if match else {}
    return fields.get("href") if fields.get("href", "").startswith("http") else None


def _language(html: str) -> str | None:
    match = re.search(r"""<html\b[^>]{0,500}\blang=["']?([A-Za-z]{2,3})\b""", html[:5000], re.IGNORECASE)
    return match[1].lower() if match else None


def _names(author: str | None) -> tuple[str, ...]:
    return tuple(name.strip() for name in (author or "").split(";") if name.strip())


def _text(value: Any) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None
