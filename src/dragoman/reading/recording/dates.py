"""Dates of acts: which of the dates in a sentence an act fell on.

A wrong day is worse than none: a date counts for an act only where nothing else in the sentence has a
better claim to it.
"""

from datetime import date as day_of

from dragoman.model import Date
from dragoman.reading.clauses import Clause
from dragoman.reading.frames import Frame
from dragoman.reading.recording.findings import Material, Passage

_DAYS_OF_NEWS = 3
"""Days before its publication that a report speaks of as its own."""
_NEAR = 40
"""Characters within which a date stands beside a word."""
_ENDS = frozenset(".!?؟。！？\n")


def date_of_act(material: Material, frame: Frame, passage: Passage) -> Date | None:
    """The date of an act: one in its own words, else in its clause, else the only one of the
    sentence."""
    if passage.dated is None:
        passage.dated = bool(material.dates_over(passage.start, passage.end))
    here = _dates_in(material, frame.clause) if passage.dated else []
    owned = [d for d in here if frame in _dated_by(material, d, frame.clause, passage)]
    if owned:
        at = material.tokens.start[frame.unit.first]
        return min(owned, key=lambda d: (_parted(material, frame, d), abs(d.start - at)))
    if here:
        return None
    if passage.quoted and frame.sense.kind == "speech":
        own = {w.actor() for w in frame.actor} & {w.actor() for w in passage.speaker}
        if own:
            return _day_spoken(material, frame)
    if not passage.dated:
        return None
    if frame.nominal:
        for clause in passage.read.clauses:
            # "an attack that hit the systems on 15 July"
            explains = clause.kind == "rel" and clause.antecedent is frame.unit
            if explains and (found := _dates_in(material, clause)):
                return found[0]
    before = frame.clause.carried_from
    if before is not None and not frame.nominal:
        # "cut ties on Wednesday and gave the diplomats 24 hours"
        for date in _dates_in(material, before):
            if any(not f.nominal for f in _dated_by(material, date, before, passage)):
                return date
        return None
    return _same_time(material, frame, passage) or (
        _only_date(material, passage) if frame.clause.kind == "main" else None
    )


def _parted(material: Material, frame: Frame, date: Date) -> bool:
    """Whether "and" stands between an act and a date: "signed in 2015 and left in 2018"."""
    act = material.tokens.start[frame.unit.first]
    low, high = min(act, date.start), max(act, date.start)
    return any(u.kind == "and" and low < material.tokens.start[u.first] < high for u in frame.clause.units)


def _day_spoken(material: Material, frame: Frame) -> Date | None:
    """The day somebody spoke words by which he condemns, rejects or promises: it is done by saying so."""
    cue = next((la.unit for la in frame.layers if la.quoted and la.unit is not None), None)
    if cue is None:
        return None
    at = material.tokens.start[cue.first]
    near = [
        d
        for d in material.dates_in(at - _NEAR + 1, at + _NEAR)
        if not _ENDS & set(material.text[min(d.end, at) : max(d.start, at)])
    ]
    return min(near, key=lambda d: abs(d.start - at), default=None)


def date_near(material: Material, offset: int, passage: Passage) -> Date | None:
    """The date of the sentence nearest to `offset`, where it stands on the speaker's side."""
    low, high = max(passage.start, offset - _NEAR + 1), min(passage.end, offset + _NEAR)
    found = material.dates_in(low, high)
    return min(found, key=lambda d: abs(d.start - offset)) if found else None


def _only_date(material: Material, passage: Passage) -> Date | None:
    """ "On Wednesday X cut ties and, later, closed …": the one day of the sentence, where no other act
    has it for itself."""
    whole = material.dates_in(passage.start, passage.end)
    if len(whole) != 1:
        return None
    home = next((c for c in passage.read.clauses if whole[0] in _dates_in(material, c)), None)
    taken = home is not None and (home.kind != "main" or home in passage.frames)
    return None if taken else whole[0]


def _same_time(material: Material, frame: Frame, passage: Passage) -> Date | None:
    """The date of a clause that tells of the same time: "in 2016, when X agreed", "X agreed when, in 2016,
    …"."""
    clause = frame.clause
    if clause.opened_by("simultaneous") and clause.marker is not None:
        begin = material.tokens.start[clause.marker.first]
        before = [d for d in material.dates_in(passage.start, passage.end) if d.end <= begin]
        if before and not material.text[before[-1].end : begin].strip(" ,،"):
            return before[-1]
    if clause.kind == "sub" and clause.parent is not None:
        # "goes back to 2016, after X decided": the time it goes back to
        back = any(f.concept == "goes_back" for f in passage.frames[clause.parent])
        if back and (found := _dates_in(material, clause.parent)):
            return found[-1]
    for other in passage.read.clauses:
        around = other.parent
        while around is not None and around.kind == "inf" and around is not clause:
            around = around.parent
        if around is clause and other.opened_by("simultaneous") and (found := _dates_in(material, other)):
            return found[0] if len(found) == 1 and not frame.nominal else None
    return None


def _dates_in(material: Material, clause: Clause) -> list[Date]:
    found: list[Date] = []
    if "date" not in clause.kinds:
        return found
    for unit in clause.units:
        if unit.kind == "date":
            a, b = material.tokens.start[unit.first], material.tokens.end[unit.last - 1]
            found += material.dates_over(a, b)
    return found


def _dated_by(material: Material, date: Date, clause: Clause, passage: Passage) -> list[Frame]:
    """The acts of a clause that a date in it dates: the noun right before it and the verb that carries
    that noun; else the verbs of the clause, and what they carry."""
    key = date.start, clause
    found = passage.dating.get(key)
    if found is None:
        found = passage.dating[key] = _dated(material, date, clause, passage)
    return found


def _dated(material: Material, date: Date, clause: Clause, passage: Passage) -> list[Frame]:
    frames = passage.frames.get(clause, [])
    verbs = [f for f in frames if not f.nominal]
    before = [f for f in frames if material.tokens.end[f.unit.last - 1] <= date.start]
    last = max(before, key=lambda f: f.unit.first, default=None)
    beside = last is not None and last.nominal and not _verb_between(material, last, date)
    if last is not None and beside and not (verbs and _day_of_news(material, date)):
        return [last]
    if not verbs:
        return frames
    carrying = any(v.sense.kind in ("light", "effect", "culprit", "modal") for v in verbs)
    return [*verbs, *(f for f in frames if f.nominal and carrying)]


def _verb_between(material: Material, frame: Frame, date: Date) -> bool:
    """Whether a verb stands between an act and a date behind it."""
    return any(
        u.kind in ("verb", "aux")
        for u in frame.clause.units
        if frame.unit.last <= u.first and material.tokens.end[u.last - 1] <= date.start
    )


def _day_of_news(material: Material, date: Date) -> bool:
    """Whether a date is the day of the news: a report says of its own days when somebody spoke or
    acted, and of an act it looks back on the day that act fell."""
    day = material.cast.day
    if day is None or date.value is None or len(date.value) != 10:
        return False
    try:
        age = day_of.fromisoformat(day) - day_of.fromisoformat(date.value)
    except ValueError:
        return False
    return 0 <= age.days <= _DAYS_OF_NEWS
