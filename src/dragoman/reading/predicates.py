"""Predicates: who somebody is said to be, and whose work an act ("the attacks were the work of X")."""

from dragoman.languages import concepts
from dragoman.reading.clauses import Clause
from dragoman.reading.course import Course
from dragoman.reading.frames import Frame
from dragoman.reading.layers import Layer
from dragoman.reading.particles import senses_in
from dragoman.reading.roles import Roles
from dragoman.reading.units import Unit
from dragoman.reading.voice import voice_of
from dragoman.reading.who import Who

_PREDICATED = frozenset({"perpetrators", "work_of"})
"""Senses of nouns that a predicate says something of."""


def names_itself(course: Course, clause: Clause) -> None:
    """ "A group that calls itself X claimed …": X, in a relative clause, is who the phrase before means."""
    head = clause.antecedent
    if head is None or head.who:
        return
    if head.has("hackers") or head.has("state_hackers") or head.has("perpetrators"):
        # "hackers who are backed by X" act for X.
        for at, unit in enumerate(clause.units):
            if (
                unit.kind == "verb"
                and voice_of(unit, at, clause, course.order).passive
                and any(concepts()[s.concept].type in ("AID", "SUPPORT") for s in unit.senses.verbs)
            ):
                course.backing.add(id(unit))
                head.who = next(
                    (u.everybody() for u in clause.units if u.kind == "np" and "by" in u.roles and u.who),
                    (),
                )
                return
    verb = next(
        (
            u
            for u in clause.units
            if u.kind == "verb" and any(s.concept == "self_name" for s in u.senses.verbs)
        ),
        None,
    )
    if verb is None or not any(s.concept == "self_name" for s in senses_in(course, verb, clause)):
        return
    named = [u for u in clause.units if u.kind == "np" and u.who and not u.nouns]
    if named:
        who = named[-1].who[0]
        head.who = (course.cast.no_person(who) if who.id.startswith("met:") else who,)


def read_predicate(course: Course, clause: Clause, layers: tuple[Layer, ...]) -> None:
    """ "The perpetrators are part of a network of X": who is meant by those who did it."""
    if course.read.nouns.isdisjoint(_PREDICATED):
        return
    _handiwork(course, clause, layers)
    doers = [u for u in clause.units if u.kind == "np" and u.has("perpetrators") and not u.roles]
    if not doers or any(
        f.clause is clause and f.sense.kind in ("event", "speech", "culprit") for f in course.read.frames
    ):
        return
    for unit in clause.units[clause.units.index(doers[0]) + 1 :]:
        found = (
            unit.everybody()
            if unit.kind == "np" and not unit.roles & {"in", "at", "during", "according"}
            else ()
        )
        if found and (unit.who or not any(w.type == "person" for w in found)):  # not "admirers of Such-a-one"
            roles = Roles()
            roles.add("subject", unit)
            frame = _frame("culprit", doers[0], clause, roles, layers, found)
            frame.nominal = True
            frame.because.append("predicate")
            course.read.frames.append(frame)
            return


def _frame(
    concept: str,
    unit: Unit,
    clause: Clause,
    roles: Roles,
    layers: tuple[Layer, ...],
    actor: tuple[Who, ...],
) -> Frame:
    return Frame(concept, concepts()[concept], unit, clause, roles, layers=layers, actor=actor)


def _handiwork(course: Course, clause: Clause, layers: tuple[Layer, ...]) -> None:
    """ "The attacks were the work of X": whose work an act is said to be. Verb-final clauses put the
    verb between the two ("het werk waren van X")."""
    work = next((u for u in clause.units if u.kind == "np" and u.has("work_of")), None)
    acts = [u for u in clause.units if u.kind == "np" and any(concepts()[c].hostile for c, _, _ in u.nouns)]
    if work is None or not acts:
        return
    owner = work.of or next(
        (
            u
            for u in clause.units
            if u.kind == "np" and "of" in u.roles and u.first > work.first and u.parent is None
        ),
        None,
    )
    if owner is None or not owner.everybody():
        return
    roles = Roles()
    roles.add("subject", acts[0])
    roles.add("of", owner)
    frame = _frame("work_of", work, clause, roles, layers, owner.everybody())
    frame.because.append("of")
    course.read.frames.append(frame)
