"""FollowTheMoney: entities a JSON line each, as OpenSanctions publishes them.

Format: https://followthemoney.tech (schema, properties). Read: persons, organisations, companies, public
bodies and vessels' owners are not; names, aliases, weak aliases, country, Wikidata item.
"""

from collections.abc import Callable, Iterator
from typing import IO, Any

from dragoman.knowledge.entry import BadLine, Entry
from dragoman.knowledge.importing.rows import json_lines, ordered, texts

_SCHEMATA: dict[str, tuple[str, str | None]] = {
    "Person": ("person", None),
    "LegalEntity": ("org", None),
    "Organization": ("org", None),
    "Company": ("org", "BUS"),
    "PublicBody": ("org", "GOV"),
}


def read(
    lines: IO[str], country: Callable[[str], str | None]
) -> Iterator[tuple[int, Entry | BadLine | None]]:
    """The entries of a list. See `dragoman.knowledge.importing`."""
    for number, value in json_lines(lines):
        if isinstance(value, BadLine):
            yield number, value
        else:
            yield number, _entry(value, number, country)


def _entry(row: Any, line: int, country: Callable[[str], str | None]) -> Entry | BadLine | None:
    if (
        not isinstance(row, dict)
        or not isinstance(row.get("id"), str)
        or not isinstance(row.get("schema"), str)
    ):
        return BadLine(line, "has no id or no schema")
    kind = _SCHEMATA.get(row["schema"])
    if kind is None:
        return None
    properties = row.get("properties")
    if not isinstance(properties, dict):
        return BadLine(line, "has no properties")
    caption = texts(row.get("caption"))
    names = [*caption, *texts(properties.get("name")), *texts(properties.get("alias"))]
    weak = texts(properties.get("weakAlias"))
    if not names:
        return BadLine(line, "has no name")
    states = (
        country(code) for p in ("country", "nationality", "jurisdiction") for code in texts(properties.get(p))
    )
    return Entry(
        id=f"ftm:{row['id']}",
        label=names[0],
        type=kind[0],
        country=next((state for state in states if state), None),
        sector=kind[1],
        wikidata=next(iter(texts(properties.get("wikidataId"))), None),
        names=ordered({"": [*names, *weak]}),
        weak=tuple(weak),
    )
