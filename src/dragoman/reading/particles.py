"""Particles: the senses of a verb by the small words it stands with ("valt … aan", "withdrew from")."""

from dragoman.languages import Sense
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
    if word.particles.isdisjoint([norm[t] for u in units for t in range(u.first, u.last)]):
        return word.whole
    joined = f" {' '.join(norm[t] for u in units for t in range(u.first, u.last))} "
    # A preposition that governs a phrase is no particle: "gaf hulp aan X" is not "aangeven".
    loose = f" {' '.join(norm[t] for u in units for t in range(u.first + _governs(course, u), u.last))} "
    hits = {s.particle for s in word.apart if f" {' '.join(s.particle)} " in joined}
    plain = any(s.concept != "other_verb" for s in word.whole)
    # Where the verb has a meaning of its own, the preposition is taken for one.
    governed = {norm[u.first] for u in units if _governs(course, u)}
    found = tuple(
        s
        for s in word.apart
        if s.particle in hits
        and (
            s.particle[0] in governed
            if "governs" in s.tags
            else course.order != "second" or len(s.particle) > 1 or not plain or f" {s.particle[0]} " in loose
        )
    )
    if course.order == "second" and all("governs" in s.tags for s in found):
        return (*found, *word.whole)
    # "valt … aan" is not "valt"; "withdrew … from" still is "withdrew".
    return found if found and course.order == "second" else (*found, *word.whole)


def _behind(course: Course, unit: Unit, clause: Clause) -> list[Unit]:
    """The units behind a verb in which its particle may stand."""
    units = [u for u in clause.units if u.first >= unit.last]
    if "verb" not in [u.kind for u in units]:
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
        and course.tokens.norm[unit.first] in course.prepositions
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
        and not following.roles & {"with", "to", "on", "against", "for", "in", "of", "by", "at"}
    ):
        following.roles = frozenset()
        following.first += 1
