"""RSS and Atom: each entry of a feed is a document.

The XML parser is the standard library's expat with document types refused, so no entity is ever
declared, expanded or fetched. Namespaces are dropped from the names but for content:encoded.
Sources: RSS 2.0 (rssboard.org), RSS 1.0, Atom (RFC 4287).
"""

import html
import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urljoin
from xml.parsers import expat

from dragoman.errors import SourceError
from dragoman.model import Document
from dragoman.sources.build import build, line
from dragoman.sources.limits import Limits
from dragoman.sources.metadata import page_day
from dragoman.sources.pages import fragment, stated_charset
from dragoman.text.decode import decode

_XML_LINE = re.compile(r"\A\s*<\?xml[^>]*\?>")
_ENTRIES = frozenset({"item", "entry"})
_KEPT = frozenset(
    {"title", "link", "guid", "id", "description", "summary", "content", "encoded", "pubdate", "published"}
    | {"updated", "date", "author", "creator", "name"}
)
_SPOKEN = frozenset(  # other namespaces (media, itunes, …) have a title and a content of their own
    {
        "",
        "http://www.w3.org/2005/Atom",
        "http://purl.org/rss/1.0/",
        "http://purl.org/rss/1.0/modules/content/",
        "http://purl.org/dc/elements/1.1/",
        "http://purl.org/dc/terms/",
        "http://my.netscape.com/rdf/simple/0.9/",
    }
)
_MANY = 10_000  # entries read of one feed
_SHORT = 500  # characters: an entry's text below that is the outlet's teaser


class Entry(NamedTuple):
    title: str | None
    text: str
    url: str | None
    author: str | None
    published: str | None
    because: str | None


def feed(
    data: bytes, *, source: str, limits: Limits, declared: str | None = None, url: str | None = None
) -> Iterator[Document | SourceError]:
    """The documents of a feed, named `source!1`, `source!2`, … Raises SourceError for what is no feed."""
    decoded = decode(data, declared or stated_charset(data))
    parser = _Parser(source)
    parser.read(_XML_LINE.sub("", decoded.text))
    if not parser.entries:
        raise SourceError(source, "a feed without entries.")
    for number, fields in enumerate(parser.entries, start=1):
        entry = _entry(fields, url or parser.channel.get("link"))
        name = f"{source}!{number}"
        try:
            short = ("the feed gives a summary only; read the page itself for the report",)
            yield build(
                entry.text,
                source=name,
                limits=limits,
                url=entry.url,
                outlet=line(html.unescape(parser.channel.get("title", ""))),
                title=entry.title,
                author=entry.author,
                published=entry.published,
                published_because=entry.because,
                encoding=decoded.encoding,
                notices=(*decoded.notices, *(short if len(entry.text) < _SHORT else ())),
            )
        except SourceError as error:
            yield error


def _entry(fields: dict[str, str], base: str | None) -> Entry:
    body = (
        max((fields.get(k, "") for k in ("encoded", "content")), key=len) or fields.get("description") or ""
    )
    body = body or fields.get("summary", "")
    text = fragment(body if "<" in body else html.escape(html.unescape(body), quote=False))
    title = line(fragment(fields.get("title", "")))
    link = fields.get("link") or (fields.get("guid") or fields.get("id") or "")
    try:
        link = urljoin(base or "", link.strip())
    except ValueError:
        link = ""
    for key in ("published", "pubdate", "date", "updated"):
        day = page_day(fields.get(key, ""))
        if day:
            break
    return Entry(
        title=title,
        text=text or title or "",
        url=link if link.startswith(("http://", "https://")) else None,
        author=line(fields.get("creator") or fields.get("name") or fields.get("author")),
        published=day,
        because=f"feed ({key})" if day else None,
    )


class _Parser:
    """Fields of the channel and of each entry: the first of each kind, markup inside kept as markup."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.channel: dict[str, str] = {}
        self.entries: list[dict[str, str]] = []
        self._path: list[str] = []
        self._field: str | None = None
        self._depth = 0
        self._escaped = False
        self._parts: list[str] = []
        self._entry: dict[str, str] | None = None

    def read(self, text: str) -> None:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._doctype
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        try:
            parser.Parse(text, True)
        except expat.ExpatError as error:
            if not self.entries:
                raise SourceError(self.source, f"no feed that can be parsed ({error}).") from None
        except UnicodeEncodeError:
            raise SourceError(self.source, "no feed that can be parsed (half characters).") from None

    def _doctype(self, *_: object) -> None:
        raise SourceError(
            self.source,
            "XML with a document type is refused, since it can be made to grow without end.",
            "Remove <!DOCTYPE …>.",
        )

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        space, _, name = tag.rpartition(" ")
        name = name.lower()
        if self._field is not None:  # markup inside a field (XHTML content of Atom)
            self._depth += 1
            self._parts.append(f"<{name}>" if name.isalnum() else " ")
            return
        self._path.append(name)
        if name in _ENTRIES and self._entry is None:
            if len(self.entries) >= _MANY:
                raise SourceError(self.source, f"a feed of more than {_MANY} entries.", "Split it.")
            self._entry = {}
        elif (
            name in _KEPT
            and space in _SPOKEN
            and "source" not in self._path
            and (name != "author" or "Atom" not in tag)
        ):
            if name == "link" and attributes.get("href"):
                if attributes.get("rel", "alternate") == "alternate":
                    self._keep("link", attributes["href"])
                return
            self._field, self._depth, self._parts = name, 0, []
            self._escaped = attributes.get("type") in {"text", None} and "Atom" in tag

    def _end(self, tag: str) -> None:
        name = tag.rpartition(" ")[2].lower()
        if self._field is not None:
            if self._depth:
                self._depth -= 1
                self._parts.append(f"</{name}>" if name.isalnum() else " ")
                return
            self._keep(self._field, "".join(self._parts))
            self._field = None
        if name in _ENTRIES and self._entry is not None:
            self.entries.append(self._entry)
            self._entry = None
        if self._path:
            self._path.pop()

    def _text(self, text: str) -> None:
        if self._field is not None:
            # Plain text inside markup or of type "text" is escaped again, for the field is read as HTML.
            self._parts.append(html.escape(text, quote=False) if self._depth or self._escaped else text)

    def _keep(self, name: str, value: str) -> None:
        if not value.strip():
            return
        if self._entry is not None:
            self._entry.setdefault(name, value.strip())
        elif not {"image", "textinput"} & set(self._path):
            self.channel.setdefault(name, value.strip())
