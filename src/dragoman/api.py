"""The Python calls: what the command line does, without it."""

import functools
from collections.abc import Callable, Iterable, Iterator
from os import PathLike, fspath

import msgspec

from dragoman.errors import UnknownLanguage
from dragoman.languages import codes
from dragoman.model import Document, Dossier, Reading, Unread
from dragoman.reading import known_languages, read_document
from dragoman.sources import Limits, each
from dragoman.sources.build import text_id
from dragoman.stories import compile_stories
from dragoman.text.decode import clean
from dragoman.times import find_dates
from dragoman.version import __version__

__all__ = ["compile_dossier", "find_dates", "read", "read_text"]

Source = str | PathLike[str]


def read_text(text: str, language: str | None = None, published: str | None = None) -> Reading:
    """The reading of one text.

    language: ISO 639-1 where known, else found.    published: ISO date where known, else inferred.
    Offsets of the reading count in `reading.text`, which is `text` in Unicode form NFC.
    Raises UnknownLanguage for a code no language is known by here.
    """
    _check(language)
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
               source holds; UnknownLanguage is raised for a `language` nobody knows here.
    """
    _check(language)
    names = [fspath(sources)] if isinstance(sources, str | PathLike) else [fspath(s) for s in sources]
    work = functools.partial(_read, language=language, published=published)
    return _told(each(work, names, jobs=jobs, limits=limits), on_unread or (lambda _: None))


def compile_dossier(readings: Iterable[Reading], unread: Iterable[Unread] = ()) -> Dossier:
    """The dossier of `readings`; `unread` says what could not be read and why."""
    return compile_stories(readings, unread, __version__)


def _told(found: Iterator[Reading | Unread], miss: Callable[[Unread], None]) -> Iterator[Reading]:
    for result in found:
        if isinstance(result, Unread):
            miss(result)
        else:
            yield result


def _check(language: str | None) -> None:
    if language is not None and language not in known_languages():
        raise UnknownLanguage(language, codes())


def _read(document: Document, language: str | None, published: str | None) -> Reading:
    changes: dict[str, str] = {}
    if document.language is None and language is not None:
        changes["language"] = language
    if document.published is None and published is not None:
        changes |= {"published": published, "published_because": "given"}
    return read_document(msgspec.structs.replace(document, **changes) if changes else document)
