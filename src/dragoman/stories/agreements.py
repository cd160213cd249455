"""Agreements: what independent reports say alike.

Acts, and numbers. A number is agreed on where two witnesses give it with the same unit, or for the same
kind of thing, and name the same somebody or some place in the same breath: thirty kilometres from one
town are not thirty kilometres from another.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec

from dragoman.model import Agreement, Number, Reading, Reason, Span, Support, TimelineEvent
from dragoman.stories.context import Context
from dragoman.stories.people import People
from dragoman.stories.witnesses import independent

_UNITS = {
    "barrel_per_day": "barrels a day",
    "percent": "per cent",
    **{
        unit: unit + "s"
        for unit in (
            "second",
            "minute",
            "hour",
            "day",
            "week",
            "month",
            "year",
            "barrel",
            "tonne",
            "gram",
            "metre",
        )
    },
}
_SHARP = 100
"""From here on a count is rare enough to be recognised by itself in two languages."""
_SMALL = 10
"""Below this a number needs the same counted thing, and a length of time says nothing."""
_SPANS = ("day", "week", "month", "year")
_NAMED = 3
"""Entities that an agreement is headed with at most."""


class _Given(NamedTuple):
    reading: Reading
    number: Number
    entities: frozenset[str]
    dates: frozenset[str]


def agreements(
    readings: Sequence[Reading],
    events: Sequence[TimelineEvent],
    people: People,
    witnesses: Sequence[Sequence[str]],
    story: str,
) -> tuple[Agreement, ...]:
    """Acts, numbers and measures that at least two witnesses give alike."""
    languages = {r.id: r.language for r in readings}
    found = [*_acts(events, languages), *_numbers(readings, people, witnesses, languages)]
    return tuple(msgspec.structs.replace(a, id=f"{story}-g{n}") for n, a in enumerate(found, 1))


def _languages(documents: Sequence[str], languages: dict[str, str | None]) -> tuple[str, ...]:
    return tuple(sorted({code for d in documents if (code := languages.get(d))}))


def _acts(events: Sequence[TimelineEvent], languages: dict[str, str | None]) -> list[Agreement]:
    out = []
    for event in events:
        if event.independent_sources < 2 or event.status in ("denied", "negated"):
            continue
        documents = tuple(dict.fromkeys(s.document for s in event.support))
        note = f"{event.independent_sources} independent reports tell this act"
        out.append(
            Agreement(
                id="",
                about=event.title,
                value=event.date,
                documents=documents,
                languages=_languages(documents, languages),
                independent_sources=event.independent_sources,
                support=event.support,
                because=(Reason("agreement:event", note=note),),
            )
        )
    return out


def _numbers(
    readings: Sequence[Reading],
    people: People,
    witnesses: Sequence[Sequence[str]],
    languages: dict[str, str | None],
) -> list[Agreement]:
    out = []
    for (value, unit, concept), rows in sorted(_given(readings, people).items()):
        for group in _of_one_thing(rows):
            documents = tuple(dict.fromkeys(row.reading.id for row in group))
            count = independent(documents, witnesses)
            if count < 2:
                continue
            out.append(
                Agreement(
                    id="",
                    about=_about(value, unit, concept, group, people),
                    value=f"{value:.15g}",
                    documents=documents,
                    languages=_languages(documents, languages),
                    independent_sources=count,
                    support=tuple(_support(row) for row in group),
                    because=(Reason("agreement:number", note=_note(value, unit, count, group)),),
                )
            )
    return out


def measure(number: Number) -> tuple[float, str] | None:
    """A number's value and unit with weeks as days, so that two weeks are fourteen days."""
    if number.value is None:
        return None
    if number.unit == "week":
        return float(number.value) * 7, "day"
    return float(number.value), number.unit or ""


def _given(readings: Sequence[Reading], people: People) -> dict[tuple[float, str, str], list[_Given]]:
    """Every number worth comparing, by value, unit and the sense of what it counts."""
    found: dict[tuple[float, str, str], list[_Given]] = {}
    for reading in readings:
        context = Context(reading, people)
        for number in reading.numbers:
            measured = measure(number)
            if measured is None:
                continue
            value, unit = measured
            # A large number is the same whether it counts "members" or "dissidents".
            concept = "" if unit or value >= _SHARP else number.concept or ""
            if not unit and not concept and (value < _SHARP or not number.of):
                continue
            if value < _SMALL and (not concept or value < 2):
                continue
            if unit in _SPANS and value < _SMALL:
                continue
            row = _Given(reading, number, context.entities(number.start), context.dates(number.start))
            found.setdefault((value, unit, concept), []).append(row)
    return found


def _of_one_thing(rows: Sequence[_Given]) -> list[list[_Given]]:
    """Numbers parted by what their sentences name: each shares somebody, some place or a date with the
    first of its group. A sharp one that every report gives just once is one thing in any case."""
    groups: list[list[_Given]] = []
    for row in rows:
        home = next((g for g in groups if row.entities & g[0].entities or row.dates & g[0].dates), None)
        if home is None:
            groups.append([row])
        else:
            home.append(row)
    once = len({row.reading.id for row in rows}) == len(rows)
    sharp = (rows[0].number.value or 0) >= _SHARP
    return [list(rows)] if once and sharp else groups


def _support(row: _Given) -> Support:
    number = row.number
    return Support(
        document=row.reading.id,
        evidence=Span(number.start, number.end, number.text),
        language=row.reading.language,
    )


def _shared(group: Sequence[_Given]) -> tuple[list[str], list[str]]:
    """Entities and dates that at least two reports name with the number, the most named first."""
    by_report: dict[str, tuple[set[str], set[str]]] = {}
    for row in group:
        near = by_report.setdefault(row.reading.id, (set(), set()))
        near[0].update(row.entities)
        near[1].update(row.dates)
    return _twice(near[0] for near in by_report.values()), _twice(near[1] for near in by_report.values())


def _twice(sets: Iterable[set[str]]) -> list[str]:
    """What two sets hold or more; those that are no states first, then the most common."""
    counts = Counter(x for held in sets for x in held)
    shared = [x for x, count in counts.items() if count > 1]
    return sorted(shared, key=lambda x: (x.startswith("country:"), -counts[x], x))


def _about(value: float, unit: str, concept: str, group: Sequence[_Given], people: People) -> str:
    """ "about 3,000 dissidents (Albania, 2016)": the number with its unit or noun, and with whom."""
    number = f"{value:,.0f}" if value == int(value) else f"{value:,}"
    if all(row.number.mod in ("about", "nearly", "more_than", "at_least") for row in group):
        number = f"about {number}"
    noun = _UNITS.get(unit, unit) if unit else concept.replace("_", " ") or _english(group)
    entities, dates = _shared(group)
    labels = [label for e in entities[:_NAMED] if (label := people.label_of(e))]
    aside = ", ".join([*labels, *dates[:1]])
    return " ".join(filter(None, (number, noun, f"({aside})" if aside else "")))


def _english(group: Sequence[_Given]) -> str:
    return (
        next((row.number.of for row in group if row.reading.language == "en" and row.number.of), None) or ""
    )


def _note(value: float, unit: str, count: int, group: Sequence[_Given]) -> str:
    nouns = ", ".join(dict.fromkeys(f"“{row.number.of}”" for row in group if row.number.of))
    return (
        f"{value:.15g} {unit}".strip()
        + f" in {count} independent reports"
        + (f", counting {nouns}" if nouns else "")
    )
