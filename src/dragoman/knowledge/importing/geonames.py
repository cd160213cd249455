"""GeoNames: the main table of places, tab-separated.

Format: https://download.geonames.org/export/dump/readme.txt. Read: populated places, administrative
divisions and a few other features that news names; places of fewer than 5,000 people are left out, since so
many of them bear the names of others.
"""

from collections.abc import Callable, Iterator
from typing import IO

from dragoman.knowledge.entry import BadLine, Entry
from dragoman.knowledge.importing.rows import ordered

_COLUMNS = 19
_PEOPLE = 5_000
_PEOPLED = ("P", "A")
_OTHER = frozenset({"AIRP", "AIRB", "PRT", "ISL", "STRT", "GULF", "SEA", "BAY", "PLNT", "NKSN", "PPLC"})


def read(
    lines: IO[str], country: Callable[[str], str | None]
) -> Iterator[tuple[int, Entry | BadLine | None]]:
    """The entries of a table. See `dragoman.knowledge.importing`."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield number, _entry(line.rstrip("\r\n").split("\t"), number, country)


def _entry(row: list[str], line: int, country: Callable[[str], str | None]) -> Entry | BadLine | None:
    if len(row) != _COLUMNS or not row[0].isdigit() or not row[1].strip():
        return BadLine(line, f"has {len(row)} columns, not {_COLUMNS}, or no number and name")
    kind, code = row[6], row[7]
    people = int(row[14]) if row[14].isdigit() else 0
    if not (code in _OTHER or (kind in _PEOPLED and people >= _PEOPLE)):
        return None
    names = [row[1].strip(), *(name.strip() for name in row[3].split(","))]
    return Entry(
        id=f"geonames:{row[0]}",
        label=row[1].strip(),
        type="place",
        country=country(row[8]),
        # Alternate names come without their language; what is a code or a fragment is no name.
        names=ordered({"": [n for n in names if len(n) > 2 and not (n.isascii() and n.isupper())]}),
    )
