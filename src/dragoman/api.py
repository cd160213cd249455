"""The Python calls: what the command line does, without it."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from os import PathLike, fspath

import msgspec

from dragoman.model import Document, Dossier, Reading, Unread
from dragoman.reading import read_document
from dragoman.sources import Limits, load
from dragoman.sources.build import text_id
from dragoman.stories import compile_stories
from dragoman.text.decode import clean
from dragoman.times import find_dates
from dragoman.version import __version__

__all__ = ["compile_dossier", "find_dates", "read", "read_text"]

Source = str | PathLike[str]
_AHEAD = 8
"""Documents given to each worker ahead of the one waited for: enough to keep it busy, few to hold."""


def read_text(text: str, language: str | None = None, published: str | None = None) -> Reading:
    """The reading of one text.

    language: ISO 639-1 where known, else found.    published: ISO date where known, else inferred.
    Offsets of the reading count in `reading.text`, which is `text` in Unicode form NFC.
    """
    tidy, notices = clean(text)
    return read_document(
        Document(
            id=text_id(tidy),
            text=tidy,
            language=language,
            published=published,
            published_because="given" if published else None,
            notices=notices,
        )
    )


def read(
    sources: Source | Iterable[Source],
    *,
    language: str | None = None,
    published: str | None = None,
    jobs: int = 1,
    on_unread: Callable[[Unread], None] | None = None,
    limits: Limits | None = None,
) -> Iterator[Reading]:
    """The readings of `sources` (files, folders, addresses …), one by one, in their order.

    language, published: for documents that do not say themselves.
    jobs:      processes that read; a document that brings one down costs that document alone.
    on_unread: told of everything that could not be read, as it happens. Nothing raises for what a
               source holds.
    """
    names = [fspath(sources)] if isinstance(sources, str | PathLike) else [fspath(s) for s in sources]
    miss = on_unread or (lambda _: None)

    def documents() -> Iterator[Document]:
        for found in load(names, limits=limits):
            if isinstance(found, Unread):
                miss(found)
            else:
                yield _filled(found, language, published)

    if jobs <= 1:
        for document in documents():
            result = _safely(document)
            if isinstance(result, Unread):
                miss(result)
            else:
                yield result
        return
    for result in _in_parallel(documents(), jobs):
        if isinstance(result, Unread):
            miss(result)
        else:
            yield result


def compile_dossier(readings: Iterable[Reading], unread: Iterable[Unread] = ()) -> Dossier:
    """The dossier of `readings`; `unread` says what could not be read and why."""
    return compile_stories(readings, unread, __version__)


def _filled(document: Document, language: str | None, published: str | None) -> Document:
    changes: dict[str, str] = {}
    if document.language is None and language is not None:
        changes["language"] = language
    if document.published is None and published is not None:
        changes |= {"published": published, "published_because": "given"}
    return msgspec.structs.replace(document, **changes) if changes else document


def _safely(document: Document) -> Reading | Unread:
    """A document's reading; a fault of the reader's own costs that document alone and is said."""
    try:
        return read_document(document)
    except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError) as error:
        return Unread(
            source=document.source or document.id,
            why=f"the reader failed on it ({type(error).__name__}: {error}). Please report it with the text.",
        )


def _in_parallel(documents: Iterator[Document], jobs: int) -> Iterator[Reading | Unread]:
    """Readings in order, with at most `jobs` × _AHEAD documents under way."""
    context = get_context("spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=context)
    under_way: deque[tuple[Document, Future[Reading | Unread]]] = deque()
    try:
        for document in documents:
            under_way.append((document, pool.submit(_safely, document)))
            if len(under_way) >= jobs * _AHEAD:
                pool, result = _next(pool, under_way, jobs)
                yield result
        while under_way:
            pool, result = _next(pool, under_way, jobs)
            yield result
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _next(
    pool: ProcessPoolExecutor, under_way: "deque[tuple[Document, Future[Reading | Unread]]]", jobs: int
) -> tuple[ProcessPoolExecutor, Reading | Unread]:
    """The oldest result. Where a worker died, who was to blame is found by reading it alone."""
    document, future = under_way.popleft()
    try:
        return pool, future.result()
    except BrokenProcessPool:
        pool.shutdown(wait=False, cancel_futures=True)
    alone = ProcessPoolExecutor(1, mp_context=get_context("spawn"))
    result: Reading | Unread
    try:
        result = alone.submit(_safely, document).result()
    except BrokenProcessPool:
        result = Unread(source=document.source or document.id, why="reading it ended the process that read it.")
    finally:
        alone.shutdown(wait=False)
    fresh = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"))
    for number, (waiting, _) in enumerate(under_way):
        under_way[number] = (waiting, fresh.submit(_safely, waiting))
    return fresh, result
