"""The Python calls: what the command line does, without it."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence

from dragoman.model import Document, Dossier, Reading, Unread
from dragoman.reading import read_document
from dragoman.text.decode import normalise
from dragoman.times import find_dates

__all__ = ["compile_dossier", "find_dates", "read", "read_text"]


def read_text(text: str, language: str | None = None, published: str | None = None) -> Reading:
    """The reading of one text.

    language: ISO 639-1 where known, else found.    published: ISO date where known, else inferred.
    """
    clean = normalise(text)
    document = Document(
        id=hashlib.sha256(clean.encode("utf-8", "surrogatepass")).hexdigest()[:16],
        text=clean,
        language=language,
        published=published,
        published_because="given" if published else None,
    )
    return read_document(document)
