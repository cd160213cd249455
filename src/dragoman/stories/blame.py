"""Who did it: accusations that are denied or doubted, and rival culprits for one act."""

from collections import Counter
from collections.abc import Iterable, Sequence

from dragoman.model import Dispute, LedgerLine, Party, Side, TimelineEvent
from dragoman.stories.days import compatible
from dragoman.stories.people import People
from dragoman.stories.sides import dispute, names, side
from dragoman.stories.timeline import family_of
from dragoman.stories.titles import title

_BLAMES = ("accuses", "claims")
_DEEDS = ("COERCE", "ASSAULT")
_LAWFUL = ("arrest", "convict", "designate", "deport")
"""What states do openly: nobody asks who is behind it."""


def denials(lines: Sequence[LedgerLine], events: Sequence[TimelineEvent], people: People) -> list[Dispute]:
    """Every accused who denies, itself or by others who deny for it, against those who accuse it or, of a
    state, one of its bodies."""
    denied: dict[str, tuple[Party, list[LedgerLine]]] = {}
    for line in lines:
        party = line.accused or line.by
        if line.stance == "denies" and party is not None:
            denied.setdefault(party.id, (party, []))[1].append(line)
    out = []
    for party, denying in denied.values():
        deniers = {x.by for x in denying}
        accusing = [
            x for x in lines if x.stance in _BLAMES and x.by not in deniers and _answers(party, x, people)
        ]
        accusing = _of_one_deed(accusing, denying, events, people)
        if not accusing:
            continue
        doubting = [x for x in lines if x.stance == "doubts" and x.accused == party and x.by not in deniers]
        sides = [
            _camp_side(names(x.accused for x in accusing), accusing),
            _camp_side(f"not {party.label}", denying),
            *([_camp_side(f"{party.label} is in doubt", doubting)] if doubting else []),
        ]
        about = f"whether {party.label} is behind it" + _about([*denying, *accusing], events)
        out.append(dispute(about, "denial", sides, f"{len(accusing)} accuse, the accused denies"))
    return out


def _of_one_deed(
    accusing: list[LedgerLine],
    denying: list[LedgerLine],
    events: Sequence[TimelineEvent],
    people: People,
) -> list[LedgerLine]:
    """The accusations that are about the deed most of them are about, or name none: who is blamed for a
    bombing years ago denies no hacking."""
    known = {e.id: e for e in events}
    deed = _deed([*denying, *accusing], events)
    if deed is None:
        return accusing
    denier = {x.accused for x in denying}
    return [
        x for x in accusing if (_may_be(deed, known[x.of], people) if x.of in known else x.accused in denier)
    ]


def _may_be(deed: TimelineEvent, other: TimelineEvent, people: People) -> bool:
    """Whether another telling may be of the same deed."""
    if other.type not in _DEEDS or other.concept in _LAWFUL:
        return True  # "accuse": the deed itself is not told
    if deed.recipient is None or other.recipient is None:
        return family_of(deed.concept, deed.type) == family_of(other.concept, other.type)
    return _one_act(deed, other, people)


def _camp_side(value: str, lines: Sequence[LedgerLine]) -> Side:
    return side(value, names(x.by for x in lines), (s for x in lines for s in x.support))


def _answers(denier: Party, line: LedgerLine, people: People) -> bool:
    """Whether a denial answers an accusation: of the denier, or, for a state, of a body of it."""
    if line.accused is None:
        return False
    if line.accused.id == denier.id:
        return True
    return denier.id.startswith("country:") and people.acts_for(line.accused) == denier.id.partition(":")[2]


def doubts(lines: Sequence[LedgerLine], events: Sequence[TimelineEvent]) -> list[Dispute]:
    """Accusations that a third party doubts, where the accused itself is silent."""
    denied = {x.accused.id for x in lines if x.stance == "denies" and x.accused}
    doubted = [x.accused for x in lines if x.stance == "doubts" and x.accused and x.accused.id not in denied]
    out = []
    for party in dict.fromkeys(doubted):
        doubting = [x for x in lines if x.stance == "doubts" and x.accused == party]
        doubters = {x.by for x in doubting}
        accusing = [x for x in lines if x.stance in _BLAMES and x.accused == party and x.by not in doubters]
        if not accusing:
            continue
        sides = (_camp_side(party.label, accusing), _camp_side(f"{party.label} is in doubt", doubting))
        about = f"whether {party.label} is behind it" + _about(accusing, events)
        out.append(dispute(about, "attribution", sides, f"{len(accusing)} name it, {len(doubting)} doubt it"))
    return out


def rivals(lines: Sequence[LedgerLine], events: Sequence[TimelineEvent], people: People) -> list[Dispute]:
    """One act for which culprits of different states or groups are named."""
    known = {e.id: e for e in events}
    acts: list[tuple[TimelineEvent, list[LedgerLine]]] = []
    for line in lines:
        event = known.get(line.of) if line.of else None
        if line.stance not in _BLAMES or line.accused is None or event is None:
            continue
        if event.type not in _DEEDS or event.concept in _LAWFUL or event.recipient is None:
            continue
        home = next((rows for act, rows in acts if _one_act(act, event, people)), None)
        if home is None:
            acts.append((event, [line]))
        else:
            home.append(line)
    out = []
    for act, rows in acts:
        camps: dict[str, list[LedgerLine]] = {}
        for line in rows:
            camps.setdefault(_camp(line.accused, people), []).append(line)
        if len(camps) < 2:
            continue
        about = f"who is behind the {title(act.type, act.concept, None, act.recipient)}"
        sides = [_camp_side(names(x.accused for x in camp), camp) for camp in camps.values()]
        out.append(dispute(about, "attribution", sides, f"{len(camps)} culprits are named for one act"))
    return out


def _one_act(a: TimelineEvent, b: TimelineEvent, people: People) -> bool:
    """Whether two tellings with different culprits may be one act: done to the same, on days that agree."""
    if family_of(a.concept, a.type) != family_of(b.concept, b.type) or not compatible(a.date, b.date):
        return False
    return a.recipient == b.recipient or (people.country(a.recipient) or "-") == people.country(b.recipient)


def _camp(party: Party | None, people: People) -> str:
    """A culprit with the state it acts for: Russia and its military are no rivals."""
    if party is None:
        return ""
    return people.acts_for(party) or party.id


def _about(lines: Iterable[LedgerLine], events: Sequence[TimelineEvent]) -> str:
    """ " (cyberattack on Albania)": the deed of these lines, without its disputed doer."""
    act = _deed(lines, events)
    return f" ({title(act.type, act.concept, None, act.recipient)})" if act else ""


def _deed(lines: Iterable[LedgerLine], events: Sequence[TimelineEvent]) -> TimelineEvent | None:
    """The deed most of these lines are about."""
    known = {e.id: e for e in events if e.type in _DEEDS and e.concept not in _LAWFUL}
    counts = Counter(x.of for x in lines if x.of in known for _ in x.support)
    of = min(counts, key=lambda i: (-counts[i], -known[i].independent_sources, i), default=None)
    return known[of] if of else None
