"""Wikidata: the JSON dump of all items, or a part of it, a line an item.

Format: https://www.wikidata.org/wiki/Wikidata:Database_download (JSON dumps). Read: labels and aliases in
the languages read here, what the item is (P31), its country (P17) and citizenship (P27). An item whose class
is none of those below is left out.
"""

from collections.abc import Callable, Iterator
from typing import IO, Any

from dragoman.knowledge.entry import BadLine, Entry
from dragoman.knowledge.importing.rows import json_lines, ordered

_READ = "en nl ar fr de es it pt ru uk pl cs tr fa he el sq sv zh da nb fi hu ro bg sr hr ja ko hi ur vi id"
_LANGUAGES = frozenset(_READ.split(" "))
# What an item is an instance of → type and sector. From Wikidata's own class items.
_CLASSES: dict[str, tuple[str, str | None]] = {
    "Q5": ("person", None),
    "Q43229": ("org", None),  # organisation
    "Q484652": ("org", "IGO"),  # international organisation
    "Q245065": ("org", "IGO"),  # intergovernmental organisation
    "Q163740": ("org", "NGO"),  # nonprofit organisation
    "Q79913": ("org", "NGO"),  # non-governmental organisation
    "Q4830453": ("org", "BUS"),  # business
    "Q783794": ("org", "BUS"),  # company
    "Q6881511": ("org", "BUS"),  # enterprise
    "Q891723": ("org", "BUS"),  # public company
    "Q192350": ("org", "GOV"),  # ministry
    "Q327333": ("org", "GOV"),  # government agency
    "Q20901295": ("org", "GOV"),  # ministry of foreign affairs
    "Q47913": ("org", "SPY"),  # intelligence agency
    "Q772547": ("org", "MIL"),  # armed forces
    "Q37726": ("org", "MIL"),  # army
    "Q4508": ("org", "MIL"),  # navy
    "Q35535": ("org", "COP"),  # police
    "Q35749": ("org", "LEG"),  # parliament
    "Q7278": ("org", "PTY"),  # political party
    "Q192283": ("org", "JRN"),  # news agency
    "Q11032": ("org", "JRN"),  # newspaper
    "Q3918": ("org", "EDU"),  # university
    "Q17149090": ("group", "UAF"),  # armed organisation
    "Q56061": ("place", None),  # administrative territorial entity
    "Q515": ("place", None),  # city
    "Q1549591": ("place", None),  # big city
    "Q3957": ("place", None),  # town
    "Q532": ("place", None),  # village
    "Q5119": ("place", None),  # capital
    "Q1093829": ("place", None),  # city of the United States
    "Q23442": ("place", None),  # island
    "Q4022": ("place", None),  # river
    "Q165": ("place", None),  # sea
    "Q8502": ("place", None),  # mountain
    "Q1248784": ("place", None),  # airport
    "Q44782": ("place", None),  # port
}


def read(
    lines: IO[str], country: Callable[[str], str | None]
) -> Iterator[tuple[int, Entry | BadLine | None]]:
    """The entries of a dump. See `dragoman.knowledge.importing`."""
    for number, value in json_lines(lines):
        if isinstance(value, BadLine):
            yield number, value
        else:
            yield number, _entry(value, number, country)


def _entry(item: Any, line: int, country: Callable[[str], str | None]) -> Entry | BadLine | None:
    if not isinstance(item, dict) or not isinstance(item.get("id"), str):
        return BadLine(line, "has no item number")
    key = item["id"]
    claims = item.get("claims") if isinstance(item.get("claims"), dict) else {}
    kind = next((_CLASSES[q] for q in _items(claims, "P31") if q in _CLASSES), None)
    if not key.startswith("Q") or kind is None:
        return None
    names: dict[str, list[str]] = {}
    for code, label in _dict(item.get("labels")).items():
        if code in _LANGUAGES and isinstance(label, dict) and isinstance(label.get("value"), str):
            names.setdefault(code, []).append(label["value"].strip())
    for code, rows in _dict(item.get("aliases")).items():
        if code in _LANGUAGES and isinstance(rows, list):
            forms = [
                r["value"].strip() for r in rows if isinstance(r, dict) and isinstance(r.get("value"), str)
            ]
            names.setdefault(code, []).extend(forms)
    names = {code: [form for form in forms if form] for code, forms in names.items()}
    found = ordered(names)
    if not found:
        return None
    label = next(iter(found.get("en") or next(iter(found.values()))))
    states = (country(q) for p in ("P17", "P27") for q in _items(claims, p))
    return Entry(
        id=f"wikidata:{key}",
        label=label,
        type=kind[0],
        country=next((state for state in states if state), None),
        sector=kind[1],
        wikidata=key,
        names=found,
    )


def _dict(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _items(claims: Any, prop: str) -> Iterator[str]:
    """The items a property has as its values, those of preferred rank first."""
    rows = claims.get(prop)
    found = [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
    found.sort(key=lambda row: row.get("rank") != "preferred")
    for row in found:
        value = _dict(_dict(_dict(row.get("mainsnak")).get("datavalue")).get("value"))
        if row.get("rank") != "deprecated" and isinstance(value.get("id"), str):
            yield value["id"]
