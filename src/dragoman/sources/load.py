"""Sources to documents, each document once."""

import os
from collections.abc import Iterable, Iterator

from dragoman.model import Document, Unread
from dragoman.sources.build import text_id
from dragoman.sources.limits import Limits
from dragoman.sources.parse import documents
from dragoman.sources.pieces import Piece, pieces

Source = str | os.PathLike[str]


class Repeated(Unread, frozen=True, gc=False):
    """A text that was read already in this run: nothing of it is missing from the result."""


class Seen:
    """The documents of one run, by id and by text.

    A text without an id of its own is read once. Two documents with ids of their own may share a text
    (a dispatch that two papers print): they stay two, and the stories count them as one witness.
    """

    def __init__(self) -> None:
        self._ids: dict[str, tuple[str, str]] = {}
        self._texts: dict[str, tuple[str, str]] = {}

    def check(self, id: str, digest: str, source: str) -> Unread | None:
        """None for a new document, which is noted; else why it is not read again.

        digest: `text_id` of its text.
        """
        same = self._texts.get(digest)
        if same is not None and (same[0] == id or digest in (id, same[0])):
            return Repeated(source=source, why=f"already read as {same[1]}.")
        first = self._ids.get(id)
        if first is not None and first[0] == digest:
            return Repeated(source=source, why=f"already read as {first[1]}.")
        if first is not None:
            return Unread(
                source=source,
                why=f"its id {id[:60]!r} stands for another text already ({first[1]}). "
                "Give each document its own id.",
            )
        self._ids[id] = (digest, source)
        self._texts.setdefault(digest, (id, source))
        return None


def load(source: Source | Iterable[Source], *, limits: Limits | None = None) -> Iterator[Document | Unread]:
    """The documents of one source or of several, in their order, and an `Unread` for what is not read.

    A source is a file, a folder, a pattern ("news/**/*.html"), an http(s) address, or "-" for stdin.
    Nothing raises for what a source holds.
    """
    limits = limits or Limits()
    seen = Seen()
    for piece in all_pieces(source, limits):
        if isinstance(piece, Unread):
            yield piece
            continue
        for document in documents(piece, limits=limits):
            if isinstance(document, Unread):
                yield document
            else:
                yield seen.check(document.id, text_id(document.text), document.source or "") or document


def all_pieces(source: Source | Iterable[Source], limits: Limits) -> Iterator[Piece | Unread]:
    """The pieces of one source or of several."""
    for each in [source] if isinstance(source, str | os.PathLike) else source:
        yield from pieces(each, limits=limits)
