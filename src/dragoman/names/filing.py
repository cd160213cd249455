"""Filing a list of names into the user's own store: in batches, going on where an earlier run stopped."""

from collections.abc import Callable
from functools import cache
from hashlib import blake2b
from pathlib import Path

import msgspec

from dragoman.errors import SourceError
from dragoman.knowledge import store
from dragoman.knowledge.entry import BadLine, Entry
from dragoman.knowledge.importing import READERS, format_of, open_list
from dragoman.knowledge.own import Own, own_path
from dragoman.names.index import keys

_BATCH = 2_000  # lines between two commits
_HEAD = 1_000_000  # bytes of a list by which, with its size, it is known again


class Filed(msgspec.Struct, frozen=True):
    """What came of a list.

    lines: read in all.    entities: filed by this run.    skipped: lines of this run that hold nothing
    wanted.    bad: lines that could not be read.    already: whether the list had been filed before, to
    its end.
    """

    lines: int
    entities: int
    skipped: int
    bad: tuple[BadLine, ...]
    already: bool = False


def file_list(
    path: Path,
    format: str | None = None,
    into: Path | None = None,
    progress: Callable[[int, int], None] = lambda lines, entities: None,
) -> Filed:
    """File the list `path` into the user's own store (or the store `into`).

    format: a key of `dragoman.knowledge.importing.READERS`, or None to tell it by the file.
    progress: called with the lines read and the entities filed so far.
    Raises SourceError where the list cannot be read at all, OwnStoreError where the store cannot be written.
    """
    if not path.is_file():
        raise SourceError(str(path), "is no file.", "Name a list that has been downloaded.")
    reader = READERS[format or format_of(path)]
    target = into or own_path()
    if target is None:
        raise SourceError(str(path), "has nowhere to go: no folder for the store was found.")
    own = Own(target, write=True)
    try:
        return _file(path, own, reader, progress)
    finally:
        own.close()


def _file(path: Path, own: Own, reader: Callable[..., object], progress: Callable[[int, int], None]) -> Filed:
    source, stamp = str(path.resolve()), _stamp(path)
    reached, done = own.reached(source, stamp)
    if done:
        return Filed(reached, 0, 0, (), already=True)
    batch: list[Entry] = []
    bad: list[BadLine] = []
    line = entities = skipped = 0
    committed = reached
    with open_list(path) as lines:
        for line, found in reader(lines, _state):  # type: ignore[attr-defined]
            if line <= reached:
                continue
            if isinstance(found, Entry):
                batch.append(found)
                entities += 1
            elif isinstance(found, BadLine):
                bad.append(found)
            else:
                skipped += 1
            if line - committed >= _BATCH:
                own.file(batch, source, stamp, line, False, keys, _same)
                batch, committed = [], line
                progress(line, entities)
    own.file(batch, source, stamp, line, True, keys, _same)
    progress(line, entities)
    return Filed(line, entities, skipped, tuple(bad))


def _stamp(path: Path) -> str:
    """By which a list is known to be the one read before: its size and how it begins."""
    with path.open("rb") as file:
        return f"{path.stat().st_size}-{blake2b(file.read(_HEAD), digest_size=16).hexdigest()}"


def _same(entry: Entry) -> str | None:
    """The id by which the package knows an entry."""
    return _by_item().get(entry.wikidata) if entry.wikidata else None


@cache
def _by_item() -> dict[str, str]:
    return {known.wikidata: known.id for known in store().entities.values() if known.wikidata}


def _state(code: str) -> str | None:
    """A state by ISO alpha-2 or alpha-3 code or Wikidata item."""
    return _states().get(code.strip().upper())


@cache
def _states() -> dict[str, str]:
    out: dict[str, str] = {}
    for known in store().entities.values():
        if known.type == "country" and known.country:
            out[known.country] = known.country
            for code in (known.iso2, known.wikidata):
                if code:
                    out[code.upper()] = known.country
    return out
