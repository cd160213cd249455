"""A document: one report as it came, before anybody read it."""

from typing import Literal

import msgspec

Kind = Literal["news", "opinion", "statement", "unknown"]


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """One report.

    id:        stable: given, or made from the text (the same text gives the same id).
    text:      the text, normalised to NFC with "\\n" line ends; every offset counts its code points.
    source:    what the caller named (a path, an address, "-"); member of an archive after "!".
    published: ISO date (YYYY-MM-DD) or None; published_because says where it was found
               ("given", "page metadata", …).
    language:  ISO 639-1 where it was given, else None (the reader finds it).
    encoding:  the encoding the bytes were decoded from, None for text that came as text.
    notices:   what a reader of the dossier should know about how it was read ("3 bytes replaced").
    """

    id: str
    text: str
    source: str | None = None
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    author: str | None = None
    published: str | None = None
    published_because: str | None = None
    language: str | None = None
    encoding: str | None = None
    notices: tuple[str, ...] = ()
