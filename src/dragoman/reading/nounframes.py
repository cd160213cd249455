"""Noun frames: each noun of an act in a clause as an act ("the attack", "a threat to sever ties")."""

from functools import lru_cache

from dragoman.languages import Sense, concepts
from dragoman.reading.clauses import Clause
from dragoman.reading.course import Course
from dragoman.reading.frames import Frame, choose_sense, combines, controlled, layer_of, things_of
from dragoman.reading.layers import Layer
from dragoman.reading.parties import fill
from dragoman.reading.roles import Roles, noun_roles
from dragoman.reading.struck import own_state
from dragoman.reading.units import Unit, is_noun_of_act
from dragoman.reading.who import Who

_GROUNDS = frozenset({"for", "because"})
"""Where a measure against somebody says for what it was taken."""


def read_nouns(course: Course, clause: Clause) -> None:
    """Keep a frame for each noun of an act in the clause."""
    frames: list[Frame] | None = None
    layers, of_acts = course.read.layers[id(clause)], course.read.acts
    for at, unit in enumerate(clause.units):
        if not unit.nouns or unit.kind != "np" or id(unit) in course.taken:
            continue
        acts = [
            (c, s, n)
            for c, s, n in unit.nouns
            if c in of_acts and (concepts()[c].kind == "modal" or _heads(course, unit, n))
        ]
        if acts:
            if frames is None:
                frames = [f for f in course.read.frames if f.clause is clause and not f.nominal]
            made = _noun(course, unit, at, acts, clause, frames, layers)
            if made is not None and made.sense.control in ("object", "recipient"):
                frames.append(made)  # "the arrest of X for an attack on Y"


def _heads(course: Course, unit: Unit, number: int) -> bool:
    """Whether the noun at items[number] is what the phrase is about, not what describes another
    noun: "a cyberattack", but not "an eavesdropping agency"."""
    if number + 1 >= len(unit.items) or course.pack.habits.order.adjective != "before":
        return True
    return not any(
        not i.names and (i.senses or course.tokens.norm[i.first].isalpha()) for i in unit.items[number + 1 :]
    )


@lru_cache(maxsize=4096)
def _wanted(acts: tuple[str, ...]) -> frozenset[str]:
    """The roles these senses take."""
    senses = [concepts()[c] for c in acts]
    wanted = frozenset(r for sense in senses for r in (*sense.actor, *sense.recipient, "of", "from", "by"))
    return wanted | _GROUNDS if any(s.control in ("object", "recipient") for s in senses) else wanted


def _noun(
    course: Course,
    unit: Unit,
    at: int,
    acts: list[tuple[str, Sense, int]],
    clause: Clause,
    frames: list[Frame],
    layers: tuple[Layer, ...],
) -> Frame | None:
    """The noun phrase clause.units[at], with nouns of acts in it (`acts`), as a frame.

    frames: what may stand over it, the verbs of its clause and the nouns of measures against somebody.
    """
    # Nouns that only turn the act beside them ("decision", "plan", "threat", "carrying out").
    turning: list[str] = []
    core: list[tuple[Sense, int]] = []
    for concept, sense, number in acts:
        kind = concepts()[concept].kind
        if kind in ("modal", "light"):
            turning.append(concept)
        elif kind not in ("effect", "culprit", "verb"):
            core.append((sense, number))
    if not core and not turning:
        return None
    roles = noun_roles(unit, at, clause.units, _wanted(tuple([c for c, _, _ in acts])))
    head = _over(unit, at, clause.units, course.order)
    ruler, role = _ruler(unit, head, frames)
    subject, inner = _ruled(roles, ruler, role, layers, unit, head)
    for concept in turning:
        inner = (*inner, Layer(concept, (), concepts()[concept].status or "same", unit))
    if not core:
        for concept in turning:
            if concepts()[concept].kind == "modal":
                turn = concepts()[concept]
                frame = Frame(concept, turn, unit, clause, roles, layers=layers, nominal=True)
                fill(frame, course.cast, None, subject)
                course.frame_of.setdefault(id(unit), frame)
        return None
    chosen = _chosen(unit, core)
    if chosen is None:
        return None
    concept, thing = chosen
    if ruler is not None and ruler.concept == concept:
        return None  # "expressed its support": told by the verb
    frame = Frame(concept, concepts()[concept], unit, clause, roles, layers=inner, nominal=True)
    if ruler is not None and ruler.sense.kind in ("light", "culprit"):
        frame.hearsay = ruler.hearsay  # "zou zijn uitgevoerd"
    if ruler is not None and ruler.concept == "undergo":
        fill(frame, course.cast, thing)
        frame.recipient = frame.recipient or ruler.recipient
    else:
        fill(frame, course.cast, thing, subject)
    if not frame.recipient and frame.sense.hostile:
        own_state(course.cast, frame, [u for r in frame.sense.recipient for u in roles.units.get(r, ())])
    if frame.sense.type == "AGREE" and not frame.recipient and unit.of is not None:
        frame.recipient = tuple(
            w for w in unit.of.everybody() if w not in frame.actor and w.type in ("group", "org", "person")
        )
    if ruler is not None and role == "content" and ruler.sense.control in ("object", "recipient"):
        # "linked the attack to Iran": the accused is the doer, never the one it is done to.
        frame.recipient = tuple(w for w in frame.recipient if w not in ruler.recipient)
    if frame.sense.becomes is not None:
        frame.become(frame.sense.becomes)
    course.frame_of.setdefault(id(unit), frame)
    course.read.frames.append(frame)
    return frame


def _chosen(unit: Unit, core: list[tuple[Sense, int]]) -> tuple[str, Unit | None] | None:
    """The concept of a phrase with the senses `core` (and the numbers of their nouns), and the noun it
    combines with: a combination wins, then the first."""
    chosen: tuple[str, Unit | None] | None = None
    for sense, number in core:
        things: list[tuple[str, Unit]] = []
        if combines((sense,)):
            # The two halves of a combination are two words.
            own = {c for c, _, n in unit.nouns if n == number}
            around = [(c, u) for c, u in things_of(unit, whole=True) if not is_noun_of_act(c)]
            things = [(c, u) for c, u in around if not (u is unit and c in own)]
        concept, thing, _ = choose_sense((sense,), things)
        if concept is not None and (chosen is None or (thing is not None and chosen[1] is None)):
            chosen = concept, thing
    return chosen


def _over(unit: Unit, at: int, units: list[Unit], order: str) -> Unit | None:
    """The phrase whose content the act in units[at] may be: "the threat of an attack", "an attempt at
    bombing X"; where verbs come first also unmarked, "the decision-of X the-cutting-of ties and …"."""
    if unit.parent is not None:
        return unit.parent if unit.parent.of is unit else None
    if order == "vso" and not unit.roles and at > 1 and units[at - 1].kind == "and":
        at -= 1  # a second act of the same decision
        while (
            at > 0
            and units[at - 1].kind == "np"
            and (units[at - 1].parent is not None or units[at - 1].roles)
        ):
            at -= 1
        return _over(units[at - 1], at - 1, units, order) if at > 0 and units[at - 1].kind == "np" else None
    if not (
        unit.roles & {"to", "for", "at"} or (order == "vso" and (not unit.roles or "with" in unit.roles))
    ):
        return None
    while at > 0 and units[at - 1].kind == "np":
        at -= 1
        if units[at].parent is None:
            return units[at]
    return None


def _ruled(
    roles: Roles,
    ruler: Frame | None,
    role: str,
    layers: tuple[Layer, ...],
    unit: Unit,
    head: Unit | None,
) -> tuple[tuple[Who, ...], tuple[Layer, ...]]:
    """Who does the act of a noun by what stands over it, and the layers it stands in.

    ruler, role: the verb over it ("carried out the attack"), whose phrases become the noun's (`roles`),
    and what the noun is to it.    head: the phrase over it, whose nouns may turn the act.
    """
    subject: tuple[Who, ...] = ()
    inner = layers
    if ruler is not None:
        sense = ruler.sense
        if sense.kind == "light":
            subject = () if sense.passive else ruler.actor
            for name, found in ruler.roles.units.items():
                if name not in ("subject", "object"):
                    for other in found:
                        if other is not unit:
                            roles.add(name, other)
            inner = _as_told(ruler)
        elif sense.kind == "culprit":
            subject = ruler.actor
            inner = _as_told(ruler)
        elif ruler.concept == "warn":
            # "warned of an attack": one that may come
            inner = (*ruler.layers, Layer("warn", ruler.actor, "possible", ruler.unit))
        elif sense.kind in ("modal", "speech") or sense.status:
            inner = (*ruler.layers, layer_of(ruler))
            if role == "content":
                subject = controlled(ruler)
    if head is not None:
        holder = head.poss or head.adj
        if head is not unit.parent:
            holder = next(iter(head.everybody()), None)
        for concept, _, _ in head.nouns:
            sense = concepts()[concept]
            if sense.kind == "modal" or (sense.kind == "speech" and sense.status):
                inner = (*inner, Layer(concept, head.everybody(), sense.status or "same", head))
                if sense.control == "subject" and holder is not None:
                    subject = subject or (holder,)
    return subject, inner


def _as_told(ruler: Frame) -> tuple[Layer, ...]:
    """The layers of an act that a verb carries: those of the verb, and its own "not" or "will"."""
    if ruler.own == "occurred":
        return ruler.layers
    return (*ruler.layers, Layer(ruler.concept, (), ruler.own, ruler.unit))


def _turns(head: Unit) -> bool:
    return any(concepts()[c].kind == "modal" for c, _, _ in head.nouns)


def _ruler(unit: Unit, head: Unit | None, frames: list[Frame]) -> tuple[Frame | None, str]:
    """The verb whose object, subject or content the phrase is."""
    top = head if head is not None and head.roles and _turns(head) else unit
    while top.parent is not None:
        top = top.parent
    best: Frame | None = None
    role = ""
    for frame in frames:
        found = frame.roles.units
        sense = frame.sense
        if top in found.get("object", ()) or (
            sense.kind in ("modal", "light") and top in found.get("rest", ())
        ):
            best, role = frame, "content"
        elif sense.kind in ("light", "culprit") and top in found.get("subject", ()):
            best, role = frame, "subject"
        elif sense.kind == "culprit" and any(top in found.get(name, ()) for name in ("of", "for", "behind")):
            best, role = frame, "content"  # "está detrás del ataque"
        elif (
            frame.unit.first < top.first
            and (
                sense.kind in ("modal", "light", "speech", "culprit")
                or (sense.kind == "event" and sense.status)
            )
            and (
                any(top in found.get(name, ()) for name in ("of", "with", "in", "to", "about"))
                or (frame.concept != "undergo" and top in found.get("for", ()))  # "got criticism for"
                or (sense.control in ("object", "recipient") and top in found.get("because", ()))
            )
        ):
            best, role = frame, "content"
    return best, role
