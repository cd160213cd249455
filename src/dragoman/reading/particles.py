"""Particles: the senses of a verb by the small words it stands with ("valt … aan", "withdrew from")."""

from dragoman.languages import Sense
from dragoman.languages.lexicon import GOVERNS
from dragoman.reading.clauses import Clause
from dragoman.reading.course import Course
from dragoman.reading.units import Unit


def senses_in(course: Course, unit: Unit, clause: Clause) -> tuple[Sense, ...]:
    """The verb (or fixed-phrase) senses of a unit, separable ones only with their particle."""
    word = unit.senses
    if not word.apart:
        return word.predicates
    norm = course.tokens.norm
    if word.particles.isdisjoint(norm[unit.last : course.units[-1].last]):
        return word.whole
    units = _behind(course, unit, clause)
    words: list[str] = []
    for other in units:
        words += norm[other.first : other.last]
    hits = [
        s
        for s in word.apart
        if s.particle[0] in words and (len(s.particle) == 1 or _stands(s.particle, words))
    ]
    if not hits:
        return word.whole
    # A preposition that governs a phrase is no particle: "gaf hulp aan X" is not "aangeven". Where the verb
    # has a meaning of its own, the preposition is taken for one.
    firsts = {s.particle[0] for s in hits}
    governing: list[Unit] = []
    governed: set[str] = set()
    for other in units:
        first = norm[other.first]
        if first in firsts:
            if _governs(course, other):
                governing.append(other)
                governed.add(first)
            elif other.kind == "to" or (other.kind == "word" and other.roles):
                # "of sabotaging": a preposition in front of a verb form stands as a word of its own.
                governed.add(first)
    if course.order != "second":
        # "withdrew … from" still is "withdrew".
        return (*[s for s in hits if GOVERNS not in s.tags or s.particle[0] in governed], *word.whole)
    loose = {norm[t] for u in units for t in range(u.first + (u in governing), u.last)}
    plain = any(s.concept != "other_verb" for s in word.whole)
    found = [
        s
        for s in hits
        if (
            s.particle[0] in governed
            if GOVERNS in s.tags
            else len(s.particle) > 1 or not plain or s.particle[0] in loose
        )
    ]
    # "valt … aan" is not "valt".
    parted = any(GOVERNS not in s.tags for s in found)
    return tuple(found) if parted else (*found, *word.whole)


def _stands(particle: tuple[str, ...], words: list[str]) -> bool:
    """Whether a particle of several words is among `words`."""
    return f" {' '.join(particle)} " in f" {' '.join(words)} "


def _behind(course: Course, unit: Unit, clause: Clause) -> list[Unit]:
    """The units behind a verb in which its particle may stand."""
    last = unit.last
    units = [u for u in clause.units if u.first >= last]
    if not units or "verb" not in [u.kind for u in units]:
        # "ordered the diplomats to leave": fixed words may stand in the infinitive that hangs on the verb.
        for other in course.read.clauses:
            if other.kind == "inf" and other.governor is unit:
                units += [other.marker, *other.units] if other.marker else other.units
    return units


def _governs(course: Course, unit: Unit) -> bool:
    """Whether the first word of a phrase is a preposition, and not half of one ("samen met")."""
    return (
        bool(unit.roles)
        and unit.kind in ("np", "pron")
        and unit.last - unit.first > 1
        and course.tokens.norm[unit.first] in course.pack.prepositions
    )


def free_particle(course: Course, unit: Unit, at: int, senses: tuple[Sense, ...], clause: Clause) -> None:
    """ "sealed off the embassy": a particle right after its verb (in clause.units[at]) governs nothing."""
    if not unit.senses.apart or at + 1 >= len(clause.units):
        return
    following = clause.units[at + 1]
    if following.kind != "np" or not following.roles or following.first != unit.last:
        return
    word = course.tokens.norm[following.first]
    if (
        any(s.particle == (word,) for s in senses)
        and following.last - following.first > 1
        and not following.roles & {"with", "to", "on", "against", "for", "in", "of", "by", "at", "from"}
    ):
        following.roles = frozenset()
        following.first += 1
