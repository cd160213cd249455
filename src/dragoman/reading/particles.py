"""Particles: the senses of a verb by the small words it stands with ("valt … aan", "withdrew from")."""

from dragoman.languages import Sense
from dragoman.reading.clauses import Clause
from dragoman.reading.course import Course
from dragoman.reading.units import Unit


def senses_in(course: Course, unit: Unit, clause: Clause) -> tuple[Sense, ...]:
    """The verb (or fixed-phrase) senses of a unit, separable ones only with their particle."""
    senses = tuple(s for s in unit.senses if s.pos in ("verb", "adj"))
    apart = [s for s in senses if s.particle]
    if not apart:
        return senses
    units = [u for u in clause.units if u.first >= unit.last]
    if not any(u.kind == "verb" for u in units):
        # "ordered the diplomats to leave": fixed words may stand in the infinitive that hangs on the verb.
        units += [
            u
            for c in course.read.clauses
            if c.kind == "inf" and c.governor is unit
            for u in (c.marker, *c.units)
            if u
        ]
    norm = course.tokens.norm
    joined = f" {' '.join(norm[t] for u in units for t in range(u.first, u.last))} "
    # A preposition that governs a phrase is no particle: "gaf hulp aan X" is not "aangeven".
    loose = f" {' '.join(norm[t] for u in units for t in range(u.first + _governs(course, u), u.last))} "
    hits = {s.particle for s in apart if f" {' '.join(s.particle)} " in joined}
    plain = any(not s.particle and s.concept != "other_verb" for s in senses)
    # Where the verb has a meaning of its own, the preposition is taken for one.
    # "of sabotaging": a preposition in front of a verb form stands as a word of its own.
    governed = {norm[u.first] for u in units if _governs(course, u) or (u.kind == "word" and u.roles)}
    found = tuple(
        s
        for s in apart
        if s.particle in hits
        and (
            s.particle[0] in governed
            if "governs" in s.tags
            else course.order != "second" or len(s.particle) > 1 or not plain or f" {s.particle[0]} " in loose
        )
    )
    whole = tuple(s for s in senses if not s.particle)
    if course.order == "second" and all("governs" in s.tags for s in found):
        return (*found, *whole)
    # "valt … aan" is not "valt"; "withdrew … from" still is "withdrew".
    return found if found and course.order == "second" else (*found, *whole)


def _governs(course: Course, unit: Unit) -> bool:
    """Whether the first word of a phrase is a preposition, and not half of one ("samen met")."""
    return (
        bool(unit.roles)
        and unit.kind in ("np", "pron")
        and unit.last - unit.first > 1
        and course.tokens.norm[unit.first] in course.prepositions
    )


def free_particle(course: Course, unit: Unit, senses: tuple[Sense, ...], clause: Clause) -> None:
    """ "sealed off the embassy": a particle right after its verb governs nothing."""
    at = clause.units.index(unit)
    following = clause.units[at + 1] if at + 1 < len(clause.units) else None
    if following is None or following.kind != "np" or not following.roles or following.first != unit.last:
        return
    word = course.tokens.norm[following.first]
    small = any(p and p[0] == word and len(p) == 1 for p in (s.particle for s in senses))
    if (
        small
        and following.last - following.first > 1
        and not following.roles & {"with", "to", "on", "against", "for", "in", "of", "by", "at"}
    ):
        following.roles = frozenset()
        following.first += 1
