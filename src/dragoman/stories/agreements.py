"""Agreements: what independent reports say alike."""

from collections.abc import Sequence

import msgspec

from dragoman.model import Agreement, Number, Reading, Reason, Span, Support, TimelineEvent
from dragoman.stories.witnesses import independent

_UNITS = {"hour": "hours", "day": "days", "week": "weeks", "month": "months", "year": "years", "minute": "minutes"}


def agreements(
    readings: Sequence[Reading], events: Sequence[TimelineEvent], witnesses: Sequence[Sequence[str]], story: str
) -> tuple[Agreement, ...]:
    """Acts, numbers and measures that at least two witnesses give alike."""
    languages = {r.id: r.language for r in readings}
    out: list[Agreement] = []
    for event in events:
        documents = tuple(dict.fromkeys(s.document for s in event.support))
        if event.independent_sources >= 2 and event.status not in ("denied", "negated"):
            out.append(
                Agreement(
                    id="",
                    about=event.title,
                    value=event.date,
                    documents=documents,
                    languages=_languages(documents, languages),
                    independent_sources=event.independent_sources,
                    support=event.support,
                    because=(Reason("agreement:event", note=f"{event.independent_sources} independent reports tell this act"),),
                )
            )
    out.extend(_numbers(readings, witnesses, languages))
    return tuple(msgspec.structs.replace(a, id=f"{story}-g{n}") for n, a in enumerate(out, 1))


def _languages(documents: Sequence[str], languages: dict[str, str | None]) -> tuple[str, ...]:
    return tuple(sorted({code for d in documents if (code := languages.get(d))}))


def _numbers(
    readings: Sequence[Reading], witnesses: Sequence[Sequence[str]], languages: dict[str, str | None]
) -> list[Agreement]:
    """Numbers that stand alike in independent reports: with the same unit, or counting the same kind of
    thing, and rare enough not to meet by chance."""
    found: dict[tuple[float, str], list[tuple[Reading, Number]]] = {}
    for reading in readings:
        for number in reading.numbers:
            if number.value is None:
                continue
            if number.unit is not None or number.value >= 100 and (number.of or number.concept):
                found.setdefault((float(number.value), number.unit or ""), []).append((reading, number))
    out = []
    for (value, unit), rows in sorted(found.items()):
        documents = tuple(dict.fromkeys(r.id for r, _ in rows))
        count = independent(documents, witnesses)
        if count < 2 or value < 10 and unit in ("", "day", "month", "year"):
            continue
        out.append(
            Agreement(
                id="",
                about=_about(value, unit, rows),
                value=f"{value:g}",
                documents=documents,
                languages=_languages(documents, languages),
                independent_sources=count,
                support=tuple(
                    Support(document=r.id, evidence=Span(n.start, n.end, n.text), language=r.language) for r, n in rows
                ),
                because=(Reason("agreement:number", note=f"{value:g} {unit}".strip() + f" in {count} independent reports"),),
            )
        )
    return out


def _about(value: float, unit: str, rows: Sequence[tuple[Reading, Number]]) -> str:
    """ "3,000 diplomats", "24 hours", "30 km": the number with its unit or the sense of its noun."""
    number = f"{value:,.0f}" if value == int(value) else f"{value:,}"
    if unit:
        return f"{number} {_UNITS.get(unit, unit)}"
    concept = next((n.concept for _, n in rows if n.concept), None)
    english = next((n.of for r, n in rows if r.language == "en" and n.of), None)
    noun = english or (concept.replace("_", " ") if concept else "")
    return f"{number} {noun}".strip()
