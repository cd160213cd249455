"""Keys: what a report is about, as a bag of weighted keys that know no language.

Who is named, who acts on whom, who blames whom, what is counted, on which days. A key's weight says how
much it tells two stories apart, and is fixed: it depends on nothing but the report, so that a report
added later changes nothing between those that were there.

Weights, lightest first: states (named in every report), office holders who comment on everything, places
and international bodies, other persons, groups and companies, acts and accusations.
"""

import math

from dragoman.knowledge import store
from dragoman.model import Entity, Reading
from dragoman.names import romanise

_WEIGHTS = {
    "group": 1.5,
    "company": 1.5,
    "agency": 1.0,
    "org": 1.0,
    "place": 1.0,
    "met": 1.5,
    "actor": 1.5,
    "malware": 2.0,
}
_COUNTRY, _DAY, _NUMBER = 0.5, 0.8, 0.7
_PERSON, _MINISTER, _EVERYWHERE = 2.0, 1.2, 0.7
_ACT, _VAGUE_ACT, _PAIR, _BLAME = 2.0, 1.0, 1.5, 2.0
_OFFICES = frozenset(
    [
        "president",
        "prime_minister",
        "king",
        "emir",
        "crown_prince",
        "foreign_minister",
        "secretary_general",
        "spokesperson_foreign",
        "spokesperson_government",
        "spokesperson_president",
        "commission_president",
        "council_president",
        "high_representative",
    ]
)
"""Offices whose holders are quoted in stories of every kind."""
_PLATFORMS = frozenset(
    f"company:{name}"
    for name in ["facebook", "twitter", "whatsapp", "telegram", "youtube", "instagram", "tiktok"]
)
"""Named on every page as the place to share it, and as the place where things were said."""
_NAME = 5
"""Consonants from which a met name is known by its skeleton, to meet its spelling in another script."""


def keys(reading: Reading) -> dict[str, float]:
    """The keys of a report with their weights."""
    out: dict[str, float] = {}
    lands: dict[str, int] = {}
    countries = {e.id: e.country for e in reading.entities}
    for entity in reading.entities:
        kind = entity.id.partition(":")[0]
        count = len(entity.mentions) or 1
        if entity.country and kind not in ("place", "person", "company", "region"):
            lands[entity.country] = lands.get(entity.country, 0) + count
        weight = _weight(entity, kind)
        if weight:
            skeleton = _skeleton(entity.label) if kind == "met" else None
            _add(out, f"name {skeleton}" if skeleton else entity.id, weight * (1 + math.log(count) / 2))
    for country, count in lands.items():
        _add(out, f"country:{country}", _COUNTRY * (1 + math.log(count) / 2))
    _acts(reading, countries, out)
    for date in reading.dates:
        if date.value and len(date.value) == 10 and date.value != reading.published:
            _add(out, f"day {date.value}", _DAY)
    for number in reading.numbers:
        if number.value is None or number.value < 10 or 1900 < number.value < 2100:
            continue  # small numbers and years meet by chance
        if number.unit or number.concept or number.value > 100:
            _add(out, f"number {number.value:g} {number.unit or ''}", _NUMBER)
    return out


def tells(key: str) -> bool:
    """Whether a key counts as a reason to join two reports. States and numbers meet by chance."""
    return not key.startswith(("country:", "number "))


def is_deed(key: str) -> bool:
    """Whether a key is an act or an accusation between two who are named."""
    return key.startswith(("pair ", "blame ")) or (key.startswith("act ") and " - " not in key + " ")


def _add(out: dict[str, float], key: str, weight: float) -> None:
    out[key] = max(out.get(key, 0.0), weight)


def _weight(entity: Entity, kind: str) -> float:
    if (
        kind in ("country", "region")
        or entity.type == "role"
        or entity.sector == "JRN"
        or entity.id in _PLATFORMS
    ):
        return 0.0
    if kind == "person":
        known = store().get(entity.id)
        held = {post.office for post in known.offices} if known else set()
        return _EVERYWHERE if held & _OFFICES else _MINISTER if held else _PERSON
    if entity.sector == "IGO":
        return 0.5
    if entity.type == "place":
        return 1.0
    return _WEIGHTS.get(kind, 0.0)


def _skeleton(label: str) -> str | None:
    if len(label.split()) < 2:
        return None
    letters = "".join(sorted(c for c in romanise(label).casefold() if c.isalpha() and c not in "aeiouy"))
    return letters if len(letters) >= _NAME else None


def _acts(reading: Reading, countries: dict[str, str | None], out: dict[str, float]) -> None:
    """Acts and accusations, between states where the parties belong to one: what one report lays to a
    minister another lays to his country."""

    def land(entity_id: str) -> str:
        country = countries.get(entity_id)
        return f"country:{country}" if country else entity_id

    for event in reading.events:
        actor = land(event.actor.id) if event.actor else "-"
        recipient = land(event.recipient.id) if event.recipient else "-"
        if actor == recipient == "-":
            continue
        full = "-" not in (actor, recipient)
        _add(out, f"act {event.type} {actor} {recipient}", _ACT if full else _VAGUE_ACT)
        if full:
            _add(out, "pair " + " ".join(sorted((actor, recipient))), _PAIR)
    for found in reading.attributions:
        if found.by and found.accused:
            _add(out, f"blame {land(found.by.id)} {land(found.accused.id)}", _BLAME)
