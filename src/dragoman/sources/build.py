"""A document from a text and what is known about it."""

import hashlib
import re

from dragoman.errors import SourceError
from dragoman.model import Document
from dragoman.sources.limits import Limits, too_long
from dragoman.text.decode import clean, mojibake

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?![\d])")


def text_id(text: str) -> str:
    """The id of a document that came without one: 16 hex digits of SHA-256 over its text in UTF-8."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]


def build(
    text: str,
    *,
    source: str,
    limits: Limits,
    id: str | None = None,
    url: str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    author: str | None = None,
    published: str | None = None,
    published_because: str | None = None,
    language: str | None = None,
    encoding: str | None = None,
    notices: tuple[str, ...] = (),
) -> Document:
    """The document; its text in the one form of `clean`.

    Raises SourceError where there is no text, or more than `limits.text_chars` of it.
    """
    if len(text) > limits.text_chars:
        raise too_long(source, len(text), limits.text_chars)
    text, mended = clean(text)
    if not text.strip():
        raise SourceError(source, "it holds no text." if not text else "it holds nothing but white space.")
    garbled = mojibake(text)
    return Document(
        id=id or text_id(text),
        text=text,
        source=source,
        url=line(url),
        outlet=line(outlet),
        title=line(title),
        author=line(author),
        published=published,
        published_because=published_because if published else None,
        language=language,
        encoding=encoding,
        notices=tuple(dict.fromkeys((*notices, *mended, *([garbled] if garbled else ())))),
    )


def line(value: str | None, longest: int = 2000) -> str | None:
    """`value` on one line and in NFC, or None where nothing is left."""
    if value is None:
        return None
    return " ".join(clean(value)[0].split())[:longest] or None


def iso_day(value: str) -> str | None:
    """The day of an ISO date or date-time, as the writer's own clock had it, or None.

    >>> iso_day("2022-09-20T23:30:00-04:00"), iso_day("2022-13-01"), iso_day("last week")
    ('2022-09-20', None, None)
    """
    from datetime import date

    match = _DAY.match(value.strip())
    if match is None:
        return None
    try:
        day = date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None
    return day.isoformat()
