"""A piece to its documents."""

from collections.abc import Iterator

from dragoman.errors import SourceError
from dragoman.model import Document, Unread
from dragoman.sources.build import build
from dragoman.sources.feeds import feed
from dragoman.sources.limits import Limits
from dragoman.sources.pieces import Piece
from dragoman.sources.records import from_json, parse_json, record
from dragoman.sources.refusals import unread
from dragoman.text.decode import decode


def documents(piece: Piece, *, limits: Limits | None = None) -> Iterator[Document | Unread]:
    """The documents in `piece`; what cannot be read is an `Unread` in its place. Never raises."""
    limits = limits or Limits()
    try:
        for found in _documents(piece, limits):
            yield unread(found) if isinstance(found, SourceError) else found
    except SourceError as error:
        yield unread(error)
    except Exception as error:  # a parser met what its makers did not think of: that costs this piece only
        what = f"{type(error).__name__}: {str(error)[:200]}"
        yield Unread(
            source=piece.source, why=f"its {piece.form} could not be parsed ({what}). Save it as text."
        )


def _documents(piece: Piece, limits: Limits) -> Iterator[Document | SourceError]:
    if piece.form == "record":
        yield record(parse_json(piece.data, piece.source), piece.source, limits)
    elif piece.form == "json":
        yield from from_json(piece.data, piece.source, limits)
    elif piece.form == "html":
        from dragoman.sources.pages import page

        yield page(piece.data, source=piece.source, limits=limits, declared=piece.declared, url=piece.url)
    elif piece.form == "feed":
        yield from feed(
            piece.data, source=piece.source, limits=limits, declared=piece.declared, url=piece.url
        )
    else:
        yield _text(piece, limits)


def _text(piece: Piece, limits: Limits) -> Document:
    decoded = decode(piece.data, piece.declared)
    if piece.form == "text":
        return build(
            decoded.text,
            source=piece.source,
            limits=limits,
            url=piece.url,
            encoding=decoded.encoding,
            notices=decoded.notices,
        )
    from dragoman.sources.markdown import plain

    found = plain(decoded.text)
    return build(
        found.text,
        source=piece.source,
        limits=limits,
        url=found.url or piece.url,
        outlet=found.outlet,
        title=found.title,
        author=found.author,
        published=found.published,
        published_because="front matter",
        encoding=decoded.encoding,
        notices=decoded.notices,
    )
