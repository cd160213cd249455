"""Where the reports are: what the caller named to the bytes of each report, unread as yet."""

import glob
import io
import itertools
import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Literal

import msgspec

from dragoman.errors import SourceError
from dragoman.model import Unread
from dragoman.sources import archives
from dragoman.sources.folder import own_output, reports
from dragoman.sources.limits import Limits, too_large
from dragoman.sources.refusals import printable, system_error, unread
from dragoman.sources.sniff import Form, form_of
from dragoman.sources.streams import Rest, head_of

PieceForm = Literal["text", "markdown", "html", "feed", "json", "record"]

_ADDRESS = re.compile(r"([a-z][a-z0-9+.-]*)://", re.IGNORECASE)
_BLANK = re.compile(rb"\s*\Z")


class Piece(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The bytes of one report (of several, for a feed or a JSON list).

    source:   what the caller named; a member of an archive after "!", a JSON line after ", line ".
    form:     what the bytes are; "record" is one line of JSON.
    declared: the encoding an HTTP header gave, or None.
    url:      where it was fetched, or None.
    """

    source: str
    data: bytes
    form: PieceForm
    declared: str | None = None
    url: str | None = None


def pieces(source: str | os.PathLike[str], *, limits: Limits | None = None) -> Iterator[Piece | Unread]:
    """The pieces of a file, a folder, a pattern ("news/**/*.html"), an address or "-" (stdin).

    Never raises for what is in the source: what cannot be read is an `Unread` in its place. Memory is
    bounded by one piece.
    """
    limits = limits or Limits()
    name = os.fspath(source)
    shown = printable(name)
    try:
        yield from _pieces(name, shown, limits)
    except SourceError as error:
        yield unread(error)
    except (OSError, ValueError) as error:
        yield unread(system_error(shown, error))


def count(sources: list[str]) -> int | None:
    """How many documents to expect, for a progress bar; None where only reading tells."""
    total = 0
    for source in sources:
        try:
            if source == "-" or _ADDRESS.match(source):
                return None
            for path in _paths(source):
                suffix = path.lower().rpartition(".")[2]
                if suffix in {"zip", "gz", "tgz", "tar", "xml", "rss", "atom"}:
                    return None
                if suffix in {"jsonl", "ndjson"} and os.path.isfile(path):
                    with open(path, "rb") as file:
                        total += sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(1 << 20), b""))
                else:
                    total += 1
        except (OSError, ValueError, SourceError):
            continue
    return total


def _paths(name: str) -> Iterator[str]:
    if os.path.isdir(name):
        yield from (path for path in reports(name) if isinstance(path, str))
    elif _is_pattern(name):
        yield from sorted(p for p in glob.iglob(name, recursive=True) if not os.path.isdir(p))
    else:
        yield name


def _is_pattern(name: str) -> bool:
    return glob.has_magic(name) and not os.path.lexists(name)


def _pieces(name: str, shown: str, limits: Limits) -> Iterator[Piece | Unread]:
    if not name:
        raise SourceError(
            "(empty)", "a source without a name.", "Name a file, a folder, an address or - for stdin."
        )
    scheme = _ADDRESS.match(name)
    if name == "-":
        yield from _stream(sys.stdin.buffer, "-", "-", limits)
    elif scheme and scheme.group(1).lower() in {"http", "https"}:
        yield from _fetched(name, shown, limits)
    elif scheme:
        raise SourceError(
            shown,
            f"{scheme.group(1)} addresses are not fetched, http and https are.",
            "Name a file by its path.",
        )
    elif os.path.isdir(name):
        remedy = "Text, Markdown, HTML, JSON lines, feeds and archives of these are read."
        yield from _search(reports(name), SourceError(shown, "no report in this folder.", remedy), limits)
    elif _is_pattern(name):
        nothing = SourceError(shown, "no report matches this pattern.", "Check the folder and the pattern.")
        yield from _search(_paths(name), nothing, limits)
    else:
        yield from _file(name, limits)


def _search(
    paths: Iterable[str | SourceError], nothing: SourceError, limits: Limits
) -> Iterator[Piece | Unread]:
    """The pieces of the files a search found. nothing: raised where there are none."""
    empty = True
    for path in paths:
        for piece in [unread(path)] if isinstance(path, SourceError) else _file(path, limits, searched=True):
            empty = False
            yield piece
    if empty:
        raise nothing


def _file(name: str, limits: Limits, searched: bool = False) -> Iterator[Piece | Unread]:
    shown = printable(name)
    try:
        found = os.stat(name)
        regular = stat.S_ISREG(found.st_mode)
        if regular and found.st_size == 0:
            raise SourceError(shown, "the file is empty.")
        if searched and not regular:
            return  # a pipe or a device in a folder would keep the reader waiting for ever
        with open(name, "rb") as file:
            if regular and own_output(file, name):
                if searched:
                    return
                if name.lower().endswith((".html", ".htm", ".md", ".markdown")):
                    raise SourceError(
                        shown, "it is a dossier, not a report.", "Name the reports it was made from."
                    )
            size = found.st_size if regular else None
            yield from _stream(file, shown, Path(name).name, limits, size=size)
    except SourceError as error:
        yield unread(error)
    except (OSError, ValueError) as error:
        yield unread(system_error(shown, error))


def _stream(
    stream: IO[bytes],
    shown: str,
    name: str,
    limits: Limits,
    *,
    size: int | None = None,
    declared: str | None = None,
    url: str | None = None,
    packed: bool = False,
) -> Iterator[Piece | Unread]:
    """The pieces of an open file. size: in bytes where known; packed: whether it comes from an archive."""
    head = head_of(stream)
    if not head:
        raise SourceError(shown, "there is nothing in it.")
    try:
        form = form_of(head, name)
    except SourceError as error:
        raise SourceError(shown, error.why, error.remedy) from None
    if form in {"zip", "tar", "gzip"}:
        if packed:
            raise SourceError(
                shown, "an archive in an archive is not read.", "Unpack it and read the folder."
            )
        yield from _archive(form, _whole_stream(stream, head, form, limits, shown), shown, limits)
        return
    if form == "jsonl" and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        yield from _lines(Rest(head, stream), shown, limits)
        return
    if size is not None and size > limits.file_bytes:
        raise too_large(shown, size, limits.file_bytes)
    data = head + stream.read(limits.file_bytes - len(head) + 1)
    if len(data) > limits.file_bytes:
        raise too_large(shown, None, limits.file_bytes)
    if form == "jsonl":  # UTF-16: its line ends are no bytes of their own
        from dragoman.text.decode import decode

        rest = io.BytesIO(decode(data).text.encode())
        yield from _lines(Rest(b"", rest), shown, limits)
        return
    yield Piece(source=shown, data=data, form=form, declared=declared, url=url)  # type: ignore[arg-type]


def _lines(stream: Rest, shown: str, limits: Limits) -> Iterator[Piece | Unread]:
    """JSON lines, however many; a line too long is passed over without being held in memory."""
    for number in itertools.count(1):
        line = stream.readline(limits.file_bytes + 1)
        if not line:
            return
        name = f"{shown}, line {number}"
        if len(line) > limits.file_bytes:
            while line and not line.endswith(b"\n"):
                line = stream.readline(1 << 20)
            yield unread(too_large(name, None, limits.file_bytes))
        elif not _BLANK.match(line):
            yield Piece(source=name, data=line, form="record")


def _archive(form: Form, stream: IO[bytes], shown: str, limits: Limits) -> Iterator[Piece | Unread]:
    empty = True
    for member in archives.members(form, stream, shown, limits):
        empty = False
        if isinstance(member, SourceError):
            yield unread(member)
            continue
        name, data = member
        if any((part.startswith(".") and part.strip(".")) or part == "__MACOSX" for part in name.split("/")):
            continue
        shown_member = archives.label(shown, name)
        try:
            yield from _stream(io.BytesIO(data), shown_member, name, limits, size=len(data), packed=True)
        except SourceError as error:
            yield unread(error)
    if empty:
        raise SourceError(shown, "an archive without files.")


def _fetched(name: str, shown: str, limits: Limits) -> Iterator[Piece | Unread]:
    from dragoman.sources.web import fetch

    found = fetch(name, limits)
    path = name.partition("?")[0].rpartition("/")[2]
    if not found.data:
        raise SourceError(shown, "the page is empty.")
    yield from _stream(
        io.BytesIO(found.data),
        shown,
        path,
        limits,
        size=len(found.data),
        declared=found.charset,
        url=found.url,
    )


def _whole_stream(stream: IO[bytes], head: bytes, form: Form, limits: Limits, shown: str) -> IO[bytes]:
    """The stream from its start again: a file goes back, a pipe's head is put before the rest."""
    if stream.seekable():
        stream.seek(0)
        return stream
    if form != "zip":
        return Rest(head, stream)
    data = head + stream.read(limits.file_bytes + 1)  # the table of a zip archive is at its end
    if len(data) > limits.file_bytes:
        raise too_large(shown, None, limits.file_bytes)
    return io.BytesIO(data)
