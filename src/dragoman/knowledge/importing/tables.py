"""Tables of the user's own: CSV with a row per entity, or TOML as the package keeps its own.

CSV columns, by their names in the first row: `label` (required), `id`, `type` (person, org, place,
group, threat_actor, malware; org where it is missing), `country` (ISO code), `sector`, `wikidata`,
`language` (of the names in the row) and `aliases` (parted by "|"). TOML: `[[entity]]` and `[[person]]`
tables with `label`, the same keys, and a list of names under each language code.
"""

import csv
import tomllib
from collections.abc import Callable, Iterator
from typing import IO, Any

from dragoman.knowledge.entry import BadLine, Entry
from dragoman.knowledge.importing.rows import ordered, texts
from dragoman.text.fold import bare

_TYPES = frozenset({"person", "org", "place", "group", "threat_actor", "malware"})


def read_csv(
    lines: IO[str], country: Callable[[str], str | None]
) -> Iterator[tuple[int, Entry | BadLine | None]]:
    """The entries of a CSV table. See `dragoman.knowledge.importing`."""
    rows = csv.DictReader(lines)
    try:
        for row in rows:
            plain = {
                key.strip().lower(): value for key, value in row.items() if key and isinstance(value, str)
            }
            names = {plain.get("language", "").strip(): (plain.get("aliases") or "").split("|")}
            yield rows.line_num, _entry(plain, names, rows.line_num, country)
    except csv.Error as error:
        yield rows.line_num, BadLine(rows.line_num, f"is no CSV: {error}")


def read_toml(
    lines: IO[str], country: Callable[[str], str | None]
) -> Iterator[tuple[int, Entry | BadLine | None]]:
    """The entries of a TOML file; `line` is the place of the entry in it."""
    try:
        data = tomllib.loads(lines.read())
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        yield 1, BadLine(1, f"is no TOML: {error}")
        return
    number = 0
    for kind in ("entity", "person"):
        rows = data.get(kind)
        for row in rows if isinstance(rows, list) else ():
            number += 1
            if not isinstance(row, dict):
                yield number, BadLine(number, "is no table")
                continue
            names = {
                code: texts(forms)
                for code, forms in row.items()
                if len(code) == 2 and isinstance(forms, list)
            }
            yield number, _entry({"type": kind, **row} if kind == "person" else row, names, number, country)


def _entry(
    row: dict[str, Any], names: dict[str, list[str]], line: int, country: Callable[[str], str | None]
) -> Entry | BadLine:
    label = next(iter(texts(row.get("label"))), "")
    if not label:
        return BadLine(line, "has no label")
    kind = next(iter(texts(row.get("type"))), "org")
    if kind not in _TYPES:
        return BadLine(line, f"is of type {kind!r}; the types are {', '.join(sorted(_TYPES))}")
    code = next(iter(texts(row.get("country"))), "")
    state = country(code) if code else None
    if code and state is None:
        return BadLine(line, f"names no state known here by {code!r}; an ISO 3166-1 code is wanted")
    found = ordered({lang: texts(forms) for lang, forms in names.items()})
    if not found:
        found = {"": (label,)}
    elif not any(label in forms for forms in found.values()):
        first = next(iter(found))
        found[first] = (label, *found[first])
    return Entry(
        id=next(iter(texts(row.get("id"))), f"own:{bare(label).replace(' ', '-')}"),
        label=label,
        type=kind,
        country=state,
        sector=next(iter(texts(row.get("sector"))), None),
        wikidata=next(iter(texts(row.get("wikidata"))), None),
        names=found,
        weak=tuple(texts(row.get("aliases_ambiguous", []))),
    )
