"""Disputes: where accounts part, with every side's words. No verdict: the accounts are laid out.

Kinds: denial (the accused denies), attribution (rival culprits for one act), polarity (it had its
effect / it had none; it happened / it did not), value, date, label. What is merely told in more or
less detail is no dispute: a finer and a coarser date, 47 and "46 others".
"""

from collections.abc import Iterable, Sequence

import msgspec

from dragoman.model import Dispute, LedgerLine, Number, Party, Reading, Reason, Side, Span, Support, TimelineEvent
from dragoman.stories.days import apart, compatible, fineness
from dragoman.stories.people import People

NARRATOR = "narrator"
_ONCE = frozenset(
    "sever_relations expel cancel_meeting close_mission recall_envoy summon sign_agreement force_landing assassinate poison arrest "
    "convict take_in leave_deadline cyberattack attack airstrike bomb".split()
)
"""Acts a story tells once, so that two dates for one are a dispute and not two acts."""


def disputes(
    readings: Sequence[Reading], events: Sequence[TimelineEvent], lines: Sequence[LedgerLine], people: People, story: str
) -> tuple[Dispute, ...]:
    """Every dispute of a story, denials first."""
    found = [
        *_denials(lines, events),
        *_rivals(lines, events, people),
        *_effects(readings, people),
        *_happened(events),
        *_dates(events),
        *_values(readings),
        *_labels(readings, people),
    ]
    return tuple(msgspec.structs.replace(d, id=f"{story}-d{n}") for n, d in enumerate(found, 1))


def _dispute(about: str, kind: str, sides: Iterable[Side], note: str) -> Dispute:
    return Dispute(id="", about=about, kind=kind, sides=tuple(sides), because=(Reason(f"dispute:{kind}", note=note),))  # type: ignore[arg-type]


def _side(value: str, who: str, support: Iterable[Support]) -> Side:
    evidence = tuple(support)
    return Side(value=value, who=who, documents=tuple(dict.fromkeys(s.document for s in evidence)), evidence=evidence)


def _names(parties: Iterable[Party | None]) -> str:
    return ", ".join(dict.fromkeys(p.label for p in parties if p is not None)) or NARRATOR


def _title(of: str | None, events: Sequence[TimelineEvent]) -> str | None:
    return next((e.title for e in events if e.id == of), None)


def _denials(lines: Sequence[LedgerLine], events: Sequence[TimelineEvent]) -> list[Dispute]:
    out = []
    for denial in lines:
        if denial.stance != "denies" or denial.by is None:
            continue
        accusing = [x for x in lines if x.stance == "accuses" and x.accused and x.accused.id == denial.by.id]
        if not accusing:
            continue
        act = _title(denial.of, events) or next((t for x in accusing if (t := _title(x.of, events))), None)
        about = f"whether {denial.by.label} is behind it" + (f" ({act})" if act else "")
        out.append(
            _dispute(
                about,
                "denial",
                (
                    _side(denial.by.label, _names(x.by for x in accusing), (s for x in accusing for s in x.support)),
                    _side(f"not {denial.by.label}", denial.by.label, denial.support),
                ),
                f"{len(accusing)} accuse, the accused denies",
            )
        )
    return out


def _rivals(lines: Sequence[LedgerLine], events: Sequence[TimelineEvent], people: People) -> list[Dispute]:
    """One act for which different culprits are named."""
    acts: dict[str, list[LedgerLine]] = {}
    for line in lines:
        if line.stance in ("accuses", "claims") and line.accused is not None and line.of is not None:
            event = next((e for e in events if e.id == line.of), None)
            if event is not None and event.recipient is not None and event.type in ("COERCE", "ASSAULT"):
                acts.setdefault(f"{event.concept} {event.recipient.id}", []).append(line)
    out = []
    for rows in acts.values():
        by_state: dict[str, list[LedgerLine]] = {}
        for line in rows:
            accused = line.accused
            assert accused is not None
            by_state.setdefault(people.country(accused) or accused.id, []).append(line)
        if len(by_state) < 2:
            continue
        title = _title(rows[0].of, events) or "the act"
        out.append(
            _dispute(
                f"who is behind it ({title})",
                "attribution",
                (
                    _side(_names(x.accused for x in side), _names(x.by for x in side), (s for x in side for s in x.support))
                    for side in by_state.values()
                ),
                f"{len(by_state)} culprits are named for one act",
            )
        )
    return out


def _effects(readings: Sequence[Reading], people: People) -> list[Dispute]:
    sides: dict[str, list[tuple[Support, Party | None]]] = {"+": [], "-": []}
    for reading in readings:
        for effect in reading.effects:
            who = people.party(effect.said_by)
            sides[effect.polarity].append(
                (Support(document=reading.id, evidence=effect.evidence, language=reading.language, said_by=who), who)
            )
    if not sides["+"] or not sides["-"]:
        return []
    # One voice that says both (paralysed, but restored) is no dispute.
    voices = [{(s.document, w.id if w else NARRATOR) for s, w in side} for side in sides.values()]
    if voices[0] == voices[1] and len(voices[0]) == 1:
        return []
    return [
        _dispute(
            "the effect of the attack",
            "polarity",
            (
                _side("had its effect", _voices(sides["+"]), (s for s, _ in sides["+"])),
                _side("failed or did little", _voices(sides["-"]), (s for s, _ in sides["-"])),
            ),
            "effects of opposite sign",
        )
    ]


def _voices(rows: Sequence[tuple[Support, Party | None]]) -> str:
    return ", ".join(dict.fromkeys(w.label if w else NARRATOR for _, w in rows))


def _happened(events: Sequence[TimelineEvent]) -> list[Dispute]:
    """An act that one says happened and another says did not."""
    out = []
    for denied in events:
        if denied.status != "negated":
            continue
        for told in events:
            same = told.concept == denied.concept and told.actor == denied.actor and told.recipient == denied.recipient
            if not same or told.status not in ("occurred", "alleged") or told.actor is None or not compatible(told.date, denied.date):
                continue
            if {s.document for s in told.support} & {s.document for s in denied.support}:
                continue
            out.append(
                _dispute(
                    told.title,
                    "polarity",
                    (_side("it happened", _said(told), told.support), _side("it did not", _said(denied), denied.support)),
                    "the same act told and negated",
                )
            )
    return out


def _said(event: TimelineEvent) -> str:
    return ", ".join(dict.fromkeys(s.said_by.label if s.said_by else NARRATOR for s in event.support))


def _dates(events: Sequence[TimelineEvent]) -> list[Dispute]:
    """One act on two days that cannot be one."""
    out = []
    for n, a in enumerate(events):
        for b in events[n + 1 :]:
            if a.concept != b.concept or a.concept not in _ONCE or not a.date or not b.date or a.status == "negated":
                continue
            if not _same_parties(a, b):
                continue
            if compatible(a.date, b.date) or apart(a.date, b.date) > 45 or max(fineness(a.date), fineness(b.date)) > 31:
                continue
            documents_a, documents_b = {s.document for s in a.support}, {s.document for s in b.support}
            if documents_a & documents_b:
                continue  # a report that tells both tells two acts
            out.append(
                _dispute(
                    f"when: {a.title}",
                    "date",
                    (_side(a.date, _said(a), a.support), _side(b.date, _said(b), b.support)),
                    f"{a.date} and {b.date} do not overlap",
                )
            )
    return out


def _same_parties(a: TimelineEvent, b: TimelineEvent) -> bool:
    actor = a.actor == b.actor or a.actor is None or b.actor is None
    recipient = a.recipient == b.recipient or a.recipient is None or b.recipient is None
    shared = (a.actor == b.actor and a.actor is not None) or (a.recipient == b.recipient and a.recipient is not None)
    return actor and recipient and shared


def _values(readings: Sequence[Reading]) -> list[Dispute]:
    """The same thing counted differently: the same noun in the same act, intervals that exclude each
    other, and no report that gives both."""
    counted: dict[tuple[str, str], list[tuple[Reading, Number]]] = {}
    for reading in readings:
        for number in reading.numbers:
            if number.value is not None and number.concept and number.act and number.value >= 2:
                counted.setdefault((number.concept, number.act), []).append((reading, number))
    out = []
    for (concept, act), rows in sorted(counted.items()):
        values: dict[float, list[tuple[Reading, Number]]] = {}
        for reading, number in rows:
            values.setdefault(float(number.value or 0), []).append((reading, number))
        if len(values) < 2:
            continue
        kept = [
            v for v in values if not any(w != v and _holds(values[w][0][1], v) or _holds(values[v][0][1], w) for w in values if w != v)
        ]
        if len(kept) < 2 or _one_report_has_all(values, kept):
            continue
        out.append(
            _dispute(
                f"how many {concept.replace('_', ' ')} ({act.replace('_', ' ')})",
                "value",
                (
                    _side(
                        f"{v:,.0f}" if v == int(v) else f"{v:,}",
                        NARRATOR,
                        (Support(document=r.id, evidence=Span(n.start, n.end, n.text), language=r.language) for r, n in values[v]),
                    )
                    for v in sorted(kept)
                ),
                "the same noun in the same act with numbers that exclude each other",
            )
        )
    return out


def _holds(number: Number, value: float) -> bool:
    """Whether what `number` says leaves room for `value` ("more than 2,500" for 3,000, 46 for 47)."""
    if number.low is not None or number.high is not None:
        low = number.low if number.low is not None else float("-inf")
        high = number.high if number.high is not None else float("inf")
        if low <= value <= high:
            return True
    mine = float(number.value or 0)
    if number.mod in ("about", "nearly", "around", "almost"):
        return abs(mine - value) <= 0.15 * max(mine, value)
    return abs(mine - value) == 1


def _one_report_has_all(values: dict[float, list[tuple[Reading, Number]]], kept: Sequence[float]) -> bool:
    documents = [{r.id for r, _ in values[v]} for v in kept]
    return bool(set.intersection(*documents))


def _labels(readings: Sequence[Reading], people: People) -> list[Dispute]:
    """A group that one calls terrorists and another an opposition."""
    rows: dict[str, dict[str, list[tuple[Support, Party | None]]]] = {}
    names: dict[str, str] = {}
    for reading in readings:
        for label in reading.labels:
            entity = people.party(label.entity)
            assert entity is not None
            names[entity.id] = entity.label
            who = people.party(label.said_by)
            support = Support(document=reading.id, evidence=label.evidence, language=reading.language, said_by=who)
            rows.setdefault(entity.id, {}).setdefault(label.kind, []).append((support, who))
    out = []
    for entity_id, kinds in rows.items():
        if len(kinds) < 2:
            continue
        out.append(
            _dispute(
                f"what {names[entity_id]} is",
                "label",
                (
                    _side("opposition" if kind == "opposition" else "terrorists or criminals", _voices(found), (s for s, _ in found))
                    for kind, found in sorted(kinds.items())
                ),
                "labels that exclude each other",
            )
        )
    return out
