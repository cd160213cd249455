"""Lists of names that others keep, one reader per format.

A reader is a generator over the lines of an open list that gives (line, entry), (line, BadLine), or
(line, None) for a line that holds nothing wanted. It never raises on a line.
"""

import bz2
import gzip
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any, cast

from dragoman.errors import SourceError
from dragoman.knowledge.entry import BadLine, Entry
from dragoman.knowledge.importing import followthemoney, geonames, misp, tables, wikidata

Row = tuple[int, Entry | BadLine | None]
Reader = Callable[[IO[str], "Countries"], Iterator[Row]]
Countries = Callable[[str], str | None]
"""A state by ISO alpha-2 or alpha-3 code or Wikidata item → its alpha-3 code, or None."""

READERS: dict[str, Reader] = {
    "wikidata": wikidata.read,
    "followthemoney": followthemoney.read,
    "geonames": geonames.read,
    "misp": misp.read,
    "csv": tables.read_csv,
    "toml": tables.read_toml,
}


def format_of(path: Path) -> str:
    """The format of a list, by its name and its first lines. Raises SourceError where it is none known."""
    stem = path.name.lower()
    for ending in (".gz", ".bz2"):
        stem = stem.removesuffix(ending)
    if stem.endswith(".toml"):
        return "toml"
    if stem.endswith(".csv"):
        return "csv"
    with open_list(path) as lines:
        head = lines.read(20_000)
    if '"schema"' in head and '"properties"' in head:
        return "followthemoney"
    if '"values"' in head and '"value"' in head:
        return "misp"
    if ('"labels"' in head and '"claims"' in head) or head.lstrip().startswith("[\n"):
        return "wikidata"
    if head.split("\n", 1)[0].count("\t") == 18:
        return "geonames"
    raise SourceError(
        str(path), "is no list of names in a format known here.", f"Name one: --format {' | '.join(READERS)}."
    )


def open_list(path: Path) -> IO[str]:
    """The list as text, unpacked where it is packed. Raises SourceError where it cannot be opened."""
    opener: Any = {".gz": gzip.open, ".bz2": bz2.open}.get(path.suffix.lower(), open)
    try:
        return cast(IO[str], opener(path, "rt", encoding="utf-8-sig", errors="replace", newline=None))
    except OSError as error:
        raise SourceError(str(path), f"cannot be opened: {error.strerror or error}.") from error


__all__ = ["READERS", "BadLine", "Countries", "Entry", "Reader", "Row", "format_of", "open_list"]
