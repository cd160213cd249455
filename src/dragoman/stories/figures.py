"""How much and when: counts and days that exclude each other."""

from collections.abc import Sequence
from typing import NamedTuple

from dragoman.model import Dispute, Number, Reading, Span, Support, TimelineEvent
from dragoman.stories.context import Context
from dragoman.stories.days import apart, compatible, fineness
from dragoman.stories.people import People
from dragoman.stories.sides import NARRATOR, dispute, documents, side, voices
from dragoman.stories.timeline import family_of
from dragoman.stories.titles import title
from dragoman.text.fold import norm

_ONCE = frozenset(
    [
        "sever_relations",
        "expel",
        "leave_deadline",
        "cancel_meeting",
        "close_mission",
        "recall_envoy",
        "summon",
        "sign_agreement",
        "restore_relations",
        "take_in",
        "force_landing",
        "assassinate",
        "poison",
        "arrest",
        "convict",
        "deport",
        "extradite",
        "release",
        "rescue",
        "bar_entry",
        "freeze_assets",
        "annex",
    ]
)
"""Acts told once in a story, so that two days for one are a dispute and not two acts."""
_ATTACKS = frozenset(
    ["cyberattack", "attack", "airstrike", "bomb", "sabotage", "shoot", "kill", "seize", "abduct"]
)
"""Acts that may come again next week, but not twice within days without a report that says so."""
_MONTH, _DAYS = 45, 2
_ACCOUNTS = 3
"""Days given for one act beyond which they are a series of acts."""
_MONTH_LONG = 31
_NEAR = 0.1
"""How far off a number may be that is given as "about"."""
_ROUGH = ("about", "nearly", "around", "almost")
_BARE = "“"
"""Opens the name of a count that is known by its noun alone."""
_ALIKE = 5
"""How many times larger the largest of such counts may be; beyond, they count other things."""
_MONEY = frozenset(["EUR", "USD", "GBP", "CHF", "JPY", "CNY", "RUB", "TRY", "UAH", "IRR", "SAR", "AED"])


def dates(events: Sequence[TimelineEvent]) -> list[Dispute]:
    """One act on days that cannot be one, each report giving one of them."""
    out = []
    for rows in _tellings(events):
        support = [documents(e) for e in rows]
        if any(support[i] & support[j] for i in range(len(rows)) for j in range(i)):
            continue  # a report that tells both tells two acts
        out.append(
            dispute(
                "day of the " + title(rows[0].type, rows[0].concept, rows[0].actor, rows[0].recipient),
                "date",
                (side(e.date or "", voices(e.support), e.support) for e in rows),
                " and ".join(e.date or "" for e in rows) + " do not overlap",
            )
        )
    return out


def _tellings(events: Sequence[TimelineEvent]) -> list[list[TimelineEvent]]:
    """Merged events that may be one act but for their days, two or three together."""
    wanted = [
        e
        for e in events
        if e.date and e.status != "negated" and (e.concept in _ONCE or e.concept in _ATTACKS)
    ]
    families: dict[str, list[list[TimelineEvent]]] = {}
    for event in wanted:
        groups = families.setdefault(family_of(event.concept, event.type), [])
        home = next((g for g in groups if all(_may_be_one(event, other) for other in g)), None)
        if home is None:
            groups.append([event])
        else:
            home.append(event)
    return [g for groups in families.values() for g in groups if 1 < len(g) <= _ACCOUNTS]


def _may_be_one(a: TimelineEvent, b: TimelineEvent) -> bool:
    if a.date is None or b.date is None or not _same_parties(a, b):
        return False
    if compatible(a.date, b.date) or max(fineness(a.date), fineness(b.date)) > _MONTH_LONG:
        return False
    if a.concept in _ATTACKS or b.concept in _ATTACKS:
        near = apart(a.date, b.date) <= _DAYS and max(fineness(a.date), fineness(b.date)) <= _DAYS
    else:
        near = apart(a.date, b.date) <= _MONTH
    return near


def _same_parties(a: TimelineEvent, b: TimelineEvent) -> bool:
    """No party contradicts, and one is shared; a meeting is known by itself where only one is told of."""
    actor = a.actor == b.actor or a.actor is None or b.actor is None
    recipient = a.recipient == b.recipient or a.recipient is None or b.recipient is None
    if not (actor and recipient):
        return False
    shared = (a.actor == b.actor and a.actor is not None) or (
        a.recipient == b.recipient and a.recipient is not None
    )
    return shared or a.concept == b.concept == "cancel_meeting"


_MEMBERS = "members"
"""The sense of a noun for those who belong to a body."""


class _Count(NamedTuple):
    reading: Reading
    number: Number


def values(readings: Sequence[Reading], people: People) -> list[Dispute]:
    """The same thing counted differently: intervals that exclude each other, and no report that gives
    both."""
    out = []
    for about, rows in sorted(_counted(readings, people).items()):
        found: dict[float, list[_Count]] = {}
        for row in rows:
            found.setdefault(float(row.number.value or 0), []).append(row)
        parts = _parts(found)
        kept = [v for part in parts for v in part]
        if len(parts) < 2 or _one_report_gives_two(found, parts):
            continue
        if _BARE in about and max(kept) > _ALIKE * min(kept):
            continue  # six injured demonstrators and a thousand demonstrators
        out.append(
            dispute(
                about,
                "value",
                (
                    side(_written(part), NARRATOR, (_support(row) for v in part for row in found[v]))
                    for part in parts
                ),
                "the same thing with numbers that exclude each other",
            )
        )
    return out


def _counted(readings: Sequence[Reading], people: People) -> dict[str, list[_Count]]:
    """Numbers by what they count, where that can be known: a sense in an act; the same noun in one
    language, which no report uses for two numbers; money of the only body in its sentence."""
    found: dict[str, list[_Count]] = {}
    for reading in readings:
        context = Context(reading, people)
        for number in reading.numbers:
            if number.value is None or number.value < 2:
                continue
            if number.concept == _MEMBERS and (group := _group(reading, number, context)) is not None:
                about = f"members of {people.label_of(group)}"
            elif number.concept and number.act:
                about = f"number of {number.concept.replace('_', ' ')} ({number.act.replace('_', ' ')})"
            elif number.unit in _MONEY:
                bodies = [e for e in context.entities(number.start) if e.startswith(("company:", "met:"))]
                owner = people.label_of(bodies[0]) if len(bodies) == 1 else None
                if owner is None or _another_sum(reading, number, context):
                    continue
                about = f"{number.unit} of {owner}"
            elif number.unit is None and number.of:
                about = f"number of {_BARE}{norm(number.of)}” ({reading.language})"
            else:
                continue
            found.setdefault(about, []).append(_Count(reading, number))
    return {about: rows for about, rows in found.items() if _BARE not in about or _once_each(rows)}


def _group(reading: Reading, number: Number, context: Context) -> str | None:
    """The group whose members a number counts: the only one of its sentence, else of its report."""
    near = {e for e in context.entities(number.start) if e.startswith("group:")}
    found = near or {e.id for e in reading.entities if e.type == "group" and e.id.startswith("group:")}
    return next(iter(found)) if len(found) == 1 else None


def _another_sum(reading: Reading, number: Number, context: Context) -> bool:
    """Whether another sum of this money stands in the same sentence."""
    bounds = context.sentence(number.start)
    return any(
        n is not number and n.unit == number.unit and bounds[0] <= n.start < bounds[1]
        for n in reading.numbers
    )


def _once_each(rows: Sequence[_Count]) -> bool:
    return all(
        len({row.number.value for row in rows if row.reading.id == reading_id}) == 1
        for reading_id in {row.reading.id for row in rows}
    )


def _agree(a: Number, b: Number) -> bool:
    """Whether either leaves room for the other: "more than 2,500" for 3,000, "about 1,000" for 900, and
    47 for 46, for one of them is often counted apart ("he and 46 others")."""
    return _holds(a, float(b.value or 0)) or _holds(b, float(a.value or 0))


def _holds(number: Number, value: float) -> bool:
    if number.low is not None or number.high is not None:
        low = number.low if number.low is not None else float("-inf")
        high = number.high if number.high is not None else float("inf")
        if low <= value <= high:
            return True
    mine = float(number.value or 0)
    if number.mod in _ROUGH:
        return abs(mine - value) <= _NEAR * max(mine, value)
    return abs(mine - value) == 1 and number.unit is None


def _parts(found: dict[float, list[_Count]]) -> list[list[float]]:
    """The numbers in groups that leave room for each other, smallest first: 2,500 | 2,800 and 3,000."""
    parts: list[list[float]] = []
    for value in sorted(found):
        number = found[value][0].number
        if parts and all(_agree(number, found[other][0].number) for other in parts[-1]):
            parts[-1].append(value)
        else:
            parts.append([value])
    return parts


def _written(part: Sequence[float]) -> str:
    ends = f"{part[0]:,.15g}", f"{part[-1]:,.15g}"
    return ends[0] if len(part) == 1 else "–".join(ends)


def _one_report_gives_two(found: dict[float, list[_Count]], parts: Sequence[Sequence[float]]) -> bool:
    """Whether some report gives two of the numbers: then they count two things, or it tells the dispute
    itself, and whose number is whose cannot be known from the number alone."""
    given = [{row.reading.id for v in part for row in found[v]} for part in parts]
    return any(given[i] & given[j] for i in range(len(given)) for j in range(i))


def _support(row: _Count) -> Support:
    number = row.number
    return Support(
        document=row.reading.id,
        evidence=Span(number.start, number.end, number.text),
        language=row.reading.language,
    )
