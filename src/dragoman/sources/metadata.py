"""What a web page says about itself: title, author, outlet, day of publication, own address.

Read from JSON-LD, <meta>, <link rel=canonical>, <time> and, last, from a day in the address itself.
A day is kept only where the page states it as the day of publication; "last modified" and days in
the running text are no evidence for it.
"""

import json
import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from typing import Any, NamedTuple
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement  # type: ignore[import-untyped]

from dragoman.sources.build import iso_day, line

_ARTICLES = re.compile(r"(?:Article|Report|Posting|NewsArticle)$")
_PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "publish-date",
    "publish_date",
    "publication_date",
    "pubdate",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.date",
    "dc.date",
    "dcterms.created",
    "article.published",
    "date",
)
_URL_DAY = re.compile(r"(?<!\d)(20\d{2}|19\d{2})([/-]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")
_DEPTH = 12  # of JSON-LD followed
_NO_OUTLETS = frozenset({"facebook", "twitter", "x"})


class Facts(NamedTuple):
    title: str | None = None
    author: str | None = None
    outlet: str | None = None
    published: str | None = None
    published_because: str | None = None
    url: str | None = None
    body: str | None = None  # the text of the article where JSON-LD carries it


def facts(tree: HtmlElement, url: str | None = None) -> Facts:
    """The facts of a parsed page. url: where it was fetched, if it was."""
    meta = _meta(tree)
    article = _article(tree)
    own = _address(tree, meta, article, url)
    published, because = _published(tree, meta, article, own or url)
    return Facts(
        title=line(
            _string(article.get("headline"))
            or meta.get("og:title")
            or meta.get("twitter:title")
            or _title(tree)
        ),
        author=line(
            _names(article.get("author"))
            or _person(meta.get("author"))
            or _person(meta.get("article:author"))
        ),
        outlet=line(_outlet(meta, article, own or url)),
        published=published,
        published_because=because,
        url=own or url,
        body=_string(article.get("articleBody")),
    )


def page_day(value: str) -> str | None:
    """The ISO day in a date as pages write it: ISO 8601, RFC 2822, 20220920, 2022/09/20; or None.

    >>> page_day("Tue, 20 Sep 2022 08:00:00 GMT"), page_day("20220920T08:00"), page_day("03/04/2022")
    ('2022-09-20', '2022-09-20', None)
    """
    value = value.strip()
    found = iso_day(value)
    if found:
        return found
    match = re.match(r"(\d{4})([/.]?)(\d{2})\2(\d{2})(?!\d)", value)
    if match:
        return iso_day(f"{match[1]}-{match[3]}-{match[4]}")
    if not re.match(r"(?:[A-Za-z]{3},\s*)?\d{1,2} [A-Za-z]{3} \d{4}\b", value):
        return None
    try:
        return parsedate_to_datetime(value if ":" in value else value + " 00:00:00").date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _meta(tree: HtmlElement) -> dict[str, str]:
    """The first content of each <meta>, by its property, name or itemprop in lower case."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = element.get("content")
        key = element.get("property") or element.get("name") or element.get("itemprop")
        if key and content and content.strip():
            found.setdefault(key.strip().lower(), content.strip())
    return found


def _article(tree: HtmlElement) -> dict[str, Any]:
    """The JSON-LD object of the article, or of nothing."""
    for element in tree.iter("script"):
        if "ld+json" not in (element.get("type") or "").lower():
            continue
        try:
            value = json.loads((element.text or "").strip().rstrip(";"), strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _objects(value, 0):
            kinds = item.get("@type")
            if any(
                _ARTICLES.search(k)
                for k in (kinds if isinstance(kinds, list) else [kinds])
                if isinstance(k, str)
            ):
                return item
    return {}


def _objects(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEPTH:
        return
    if isinstance(value, list):
        for item in value[:200]:
            yield from _objects(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement"):
            yield from _objects(value.get(key), depth + 1)


def _published(
    tree: HtmlElement, meta: dict[str, str], article: dict[str, Any], url: str | None
) -> tuple[str | None, str | None]:
    day = page_day(_string(article.get("datePublished")) or "")
    if day:
        return day, "page metadata (JSON-LD datePublished)"
    for key in _PUBLISHED:
        day = page_day(meta.get(key, ""))
        if day:
            return day, f"page metadata ({key})"
    times = list(tree.iter("time"))
    for element in times:
        if element.get("itemprop") == "datePublished" or element.get("pubdate") is not None:
            day = page_day(element.get("datetime") or "")
            if day:
                return day, "page metadata (time)"
    for element in tree.xpath("//*[@itemprop='datePublished']")[:5]:
        day = page_day(element.get("content") or element.get("datetime") or element.text or "")
        if day:
            return day, "page metadata (itemprop datePublished)"
    days = {
        page_day(element.get("datetime") or "")
        for element in tree.xpath("//article//header//time | (//h1)[1]/..//time")
    }
    days.discard(None)
    if len(days) == 1:
        return days.pop(), "page metadata (time in the article's head)"
    match = _URL_DAY.search(urlsplit(url).path) if url else None
    day = iso_day(f"{match[1]}-{match[3]}-{match[4]}") if match else None
    return (day, "address") if day else (None, None)


def _address(tree: HtmlElement, meta: dict[str, str], article: dict[str, Any], url: str | None) -> str | None:
    links = [e.get("href") for e in tree.iter("link") if (e.get("rel") or "").lower() == "canonical"]
    main = article.get("mainEntityOfPage")
    stated = [
        *links,
        meta.get("og:url"),
        _string(article.get("url")),
        _string(main.get("@id") if isinstance(main, dict) else main),
    ]
    for found in stated:
        if not found:
            continue
        try:
            address: str = urljoin(url or "", found.strip())
            parts = urlsplit(address)
        except ValueError:
            continue
        # A canonical address that names the front page says nothing about this one.
        if parts.scheme in {"http", "https"} and parts.hostname and parts.path.strip("/"):
            return address[:2000]
    return None


def _outlet(meta: dict[str, str], article: dict[str, Any], url: str | None) -> str | None:
    stated = meta.get("og:site_name") or _names(article.get("publisher")) or meta.get("application-name")
    if stated and stated.lower() not in _NO_OUTLETS:
        return stated
    try:
        host = urlsplit(url).hostname if url else None
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def _title(tree: HtmlElement) -> str | None:
    """The only first heading, else <title> without the outlet's name after a bar."""
    heads = [" ".join(e.text_content().split()) for e in tree.iter("h1")]
    if len(heads) == 1 and heads[0]:
        return heads[0]
    title = tree.find(".//title")
    text = " ".join(str(title.text_content()).split()) if title is not None else ""
    name: str = re.split(r"\s+[|»]\s+", text)[0]
    return name or None


def _names(value: Any) -> str | None:
    """The name, or names with commas, of a JSON-LD person or organisation."""
    if isinstance(value, list):
        names = [name for name in map(_names, value[:20]) if name]
        return ", ".join(dict.fromkeys(names)) or None
    return _person(_string(value.get("name") if isinstance(value, dict) else value))


def _person(value: str | None) -> str | None:
    return None if not value or value.startswith(("http://", "https://")) else value


def _string(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    return value.strip() or None if isinstance(value, str) else None
