"""Verb frames: each verb of a clause as an act."""

from dragoman.languages import concepts, hostile, weightiest
from dragoman.reading.clauses import Clause
from dragoman.reading.course import Course
from dragoman.reading.frames import Frame, choose_sense, combines, controlled, layer_of, things_of
from dragoman.reading.layers import Layer
from dragoman.reading.particles import free_particle, senses_in
from dragoman.reading.parties import fill
from dragoman.reading.roles import Roles, phrases_of, verb_roles
from dragoman.reading.units import Unit
from dragoman.reading.voice import Voice
from dragoman.reading.who import Who
from dragoman.reading.whom import whom


def read_verbs(course: Course, clause: Clause, layers: tuple[Layer, ...]) -> None:
    """Keep a frame for each verb of the clause, in its order.    layers: what the clause stands in."""
    previous: Frame | None = None
    order = course.order
    phrases = phrases_of(clause)
    for at, unit in enumerate(clause.units):
        if unit.kind != "verb" or id(unit) in course.backing:
            continue
        word = unit.senses
        senses = senses_in(course, unit, clause) if word.apart else word.whole
        if not senses:
            continue
        if word.apart:
            free_particle(course, unit, at, senses, clause)
        roles = verb_roles(unit, at, clause, order, phrases)
        _glued_object(course, unit, roles)
        concept, thing, part = word.meaning, None, None
        if not word.partners.isdisjoint(course.read.nouns) and combines(senses):
            concept, thing, part = choose_sense(senses, _around(roles))
        elif senses is not word.whole:
            concept = weightiest([s.concept for s in senses])
        if concept is None:
            continue
        subject_unit = roles.first("subject")
        if concept == "fail" and _is_hostile(subject_unit):
            concept = "came_to_nothing"  # somebody fails to do something; an attack that fails has no effect
        elif concept == "call_name":
            _whoever(clause, roles)
        frame = Frame(concept, concepts()[concept], unit, clause, roles, layers=layers, part=part)
        subject: tuple[Who, ...] = clause.given if at == 0 else ()
        if not subject and subject_unit is None and course.cast.speaking is not None:
            subject = _first_person(course, unit)
        if previous is not None and not roles.voice.finite:
            # "accused Iran of launching", "heeft geprobeerd … te doden": inside the verb before.
            frame.layers = (*previous.layers, layer_of(previous))
            subject = () if roles.voice.passive else controlled(previous)
        elif clause.governor is not None and clause.kind in ("inf", "red"):
            governor = course.frame_of.get(id(clause.governor))
            if governor is not None:
                subject = controlled(governor)
                if not subject and governor.sense.act == "claim" and governor.sense.control is None:
                    subject = governor.actor  # "says to have attacked"
        if not subject and subject_unit is None and course.pack.habits.order.subject == "dropped":
            subject = _dropped(course, unit, at, clause, roles)
        if not roles.voice.plain:
            frame.own = _status(roles.voice, frame.layers)
        frame.hearsay = roles.voice.hearsay
        if thing is not None:
            course.taken.add(id(thing))
            frame.things = (next(iter(c for c, _, _ in thing.nouns), ""),)
        fill(frame, course.cast, thing, subject)
        if frame.sense.type == "SANCTION":
            _inherit(course, frame)
        course.keep(frame)
        previous = frame


_BESIDE = ("object", "rest", "subject", "of", "on", "to", "with", "from", "in")
"""Roles whose nouns a verb may combine with, the likeliest first."""


def _around(roles: Roles) -> list[tuple[str, Unit]]:
    """The nouns round a verb, each with its phrase."""
    found: list[tuple[str, Unit]] = []
    units = roles.units
    if units:
        for role in _BESIDE:
            if role in units:
                for unit in units[role]:
                    found += things_of(unit)
    return found


def _is_hostile(unit: Unit | None) -> bool:
    """Whether a phrase is of a hostile act."""
    return unit is not None and any(c in hostile() for c, _, _ in unit.nouns)


def _first_person(course: Course, verb: Unit) -> tuple[Who, ...]:
    """Who "(we) condemn" means, where the verb says so itself: whoever speaks, for his side."""
    ours = course.cast.our_side()
    return (ours,) if "we" in verb.senses.verb_tags and ours is not None else ()


def _dropped(course: Course, verb: Unit, at: int, clause: Clause, roles: Roles) -> tuple[Who, ...]:
    """Who does it where the verb alone says so: in what is said whoever says it ("said that (it) expelled
    X"), or was asked to; in a sentence of its own whoever did what the one before tells."""
    voice = roles.voice
    if voice.passive or not voice.finite or verb.senses.verb_tags & {"pl", "we"}:
        return ()
    beside = clause.units[at - 1] if at else None
    if beside is not None and beside.kind == "pron" and "self" in beside.senses.tags_of("pron"):
        return ()
    found = roles.first("object")
    if found is not None and found.who and "object" not in found.roles:
        return ()  # it may be who does it, behind the verb
    if clause.kind == "that" and clause.governor is not None:
        over = course.frame_of.get(id(clause.governor))
        if over is None or over.sense.kind not in ("speech", "modal"):
            return ()
        return over.recipient if over.sense.control == "object" else over.actor
    if beside is not None and beside.kind == "pron" and beside.roles:
        return ()  # "los derribó": it may as well have been somebody else
    last = course.cast.last_subject
    return (last,) if clause.kind == "main" and last is not None and not _named(clause, at) else ()


def _named(clause: Clause, at: int) -> bool:
    """Whether anybody or anything that may be the subject stands before the verb in clause.units[at]."""
    return clause.carried_from is not None or any(
        u.kind in ("np", "quote") and not u.roles and u.parent is None for u in clause.units[:at]
    )


def _whoever(clause: Clause, roles: Roles) -> None:
    """ "Wie X terroristen noemt": the word that opens the clause is who calls, and X who is called so."""
    marker, named = clause.marker, roles.first("subject")
    if clause.kind != "sub" or marker is None or named is None:
        return
    label = roles.first("object")
    if {"relative", "question"} <= set(marker.senses.classes) and label is not None and not label.who:
        roles.units["object"] = [named, *roles.units.get("object", ())]
        del roles.units["subject"]


def _glued_object(course: Course, verb: Unit, roles: Roles) -> None:
    """A pronoun written onto its verb ("accuses-it"), or that can be nothing but its object ("l'accuse"):
    whoever was named last before and is not the subject."""
    found = roles.first("object")
    if found is None or found.kind != "pron":
        return
    if "object" not in found.roles and (
        not course.tokens.glued[found.first] or found.first - verb.last not in (0, 1)
    ):
        return
    subject = whom(roles.first("subject"), course.cast)
    for unit in reversed(course.units[: course.units.index(verb)] if verb in course.units else []):
        if (
            unit.kind == "np"
            and unit.who
            and not set(unit.who) & set(subject)
            and unit.who[0].type in ("group", "org", "country")
        ):
            if {w.actor() for w in unit.who} & {w.actor() for w in subject}:
                continue
            roles.units["object"] = [unit]
            return


def _status(voice: Voice, layers: tuple[Layer, ...]) -> str:
    """The status of an act that its verb does not tell of as done, inside `layers`."""
    if voice.negated:
        return "negated"
    if voice.conditional:
        return "planned" if any(layer.says for layer in layers) else "possible"
    if voice.modal:
        return "advice"
    if voice.able and not voice.done:
        return "possible"
    if voice.future:
        return "planned"
    return "occurred"


def _inherit(course: Course, frame: Frame) -> None:
    """A measure in the same breath as another against somebody is by and against the same: "cut ties
    with X and closed its embassy", "…, so that its staff got 24 hours to leave"."""
    if frame.clause.carried_from is None and frame.clause.kind not in ("rel", "sub"):
        return
    for other in reversed(course.read.frames):
        if other.sense.type != "SANCTION" or not other.actor or not other.recipient:
            continue
        if not frame.actor:
            frame.actor = other.actor
            frame.because.append("actor of the measure before")
        if not frame.recipient and other.actor == frame.actor:
            frame.recipient = other.recipient
            frame.because.append("recipient of the measure before")
        return
