"""Frames: an act with its parties, read from a verb or from a noun.

A frame is a sense ("sever_relations"), the word that triggered it, who does it and who undergoes it,
inside which layers it stands.
"""

from collections.abc import Iterable

import msgspec

from dragoman.languages import Concept, Sense, combinations, combining, concepts, of_kinds, weightiest
from dragoman.reading.clauses import Clause
from dragoman.reading.layers import Layer
from dragoman.reading.roles import Roles
from dragoman.reading.units import Unit, is_noun_of_act
from dragoman.reading.who import Who


class Frame(msgspec.Struct, eq=False):
    """One act. own: its status before its layers ("occurred", "negated", "planned", "possible").

    sense: what the concept is.    things: the noun it combines with.    part: the verb that combines.
    """

    concept: str
    sense: Concept
    unit: Unit
    clause: Clause
    roles: Roles
    actor: tuple[Who, ...] = ()
    recipient: tuple[Who, ...] = ()
    own: str = "occurred"
    layers: tuple[Layer, ...] = ()
    nominal: bool = False
    hearsay: bool = False
    things: tuple[str, ...] = ()
    part: str | None = None
    actor_unit: Unit | None = None
    because: list[str] = msgspec.field(default_factory=list)

    def become(self, concept: str) -> None:
        """Take another concept: what it is shows only once more is known."""
        self.concept, self.sense = concept, concepts()[concept]


_TURNING = ("part", "event", "modal", "light")


def things_of(unit: Unit | None, whole: bool = False) -> list[tuple[str, Unit]]:
    """The nouns with a sense in a phrase, and in the phrases that hang on it.

    whole: also where the phrase is itself about an act, whose nouns are its own.
    """
    if unit is not None and not whole and unit.nouns:
        # "commented on the cutting of ties": the ties are the cutting's.
        acts = {n for c, _, n in unit.nouns if c in of_kinds("part", "event")}
        if acts and acts - {n for c, _, n in unit.nouns if c not in of_kinds(*_TURNING)}:
            return [(c, unit) for c, _, n in unit.nouns if n in acts]
    found: list[tuple[str, Unit]] = []
    while unit is not None:
        for concept, _, _ in unit.nouns:
            found.append((concept, unit))
        for other in unit.group:
            for concept, _, _ in other.nouns:
                found.append((concept, other))
        unit = unit.of
    return found


def combines(senses: Iterable[Sense]) -> bool:
    """Whether what these senses mean may depend on the nouns beside them."""
    return not combining().isdisjoint([s.concept for s in senses])


def choose_sense(
    senses: tuple[Sense, ...], around: list[tuple[str, Unit]]
) -> tuple[str | None, Unit | None, str | None]:
    """What senses that may combine come to beside the nouns `around` them.

    Returns the concept (None: nothing), the noun it combines with and the part that made it.

    A combination wins ("close" + "embassy"), then a sense that stands alone, the weightiest first.
    """
    names = [s.concept for s in senses]
    if around:
        table = combinations()
        for name in dict.fromkeys(names):
            for thing, unit in around:
                if (made := table.get((name, thing))) is not None:
                    return made, unit, name
                kind = concepts()[thing].thing
                if kind is not None and (made := table.get((name, kind))) is not None:
                    return made, unit, name
        if "get" in names and any(is_noun_of_act(thing) for thing, _ in around):
            return "undergo", None, None  # "got support": the subject is who it is done to
    return weightiest(names), None, None


def layer_of(frame: Frame) -> Layer:
    """What the content of a frame of saying or willing stands in."""
    sense = frame.sense
    status = sense.status or ("alleged" if sense.kind == "speech" else "same")
    if (
        frame.own == "negated"
        and sense.act in ("claim", "accuse")
        and status == "alleged"
        and not sense.factive
    ):
        status = "question"  # "has not claimed the attack", "would not confirm": nothing is said of it
    elif frame.own == "negated":
        status = {"denied": "alleged", "negated": "occurred"}.get(status, "negated")
    if frame.concept in ("announce", "decide", "order") and frame.own != "negated":
        status = "same"
    if sense.kind == "event":
        status = sense.status or "same"
    if sense.kind == "light":
        # "made plans to": the noun it carries says what becomes of the act.
        for unit in (*frame.roles.units.get("object", ()), *frame.roles.units.get("rest", ())):
            for concept, _, _ in unit.nouns:
                if concepts()[concept].kind == "modal" and frame.own == "occurred":
                    status = concepts()[concept].status or status
    return Layer(frame.concept, frame.actor, status, frame.unit)


def controlled(frame: Frame) -> tuple[Who, ...]:
    """Who does the act inside another: of "decided to" its subject, of "ordered to" whom it is said to."""
    control = frame.sense.control
    if control in ("object", "recipient"):
        return frame.recipient
    if control == "subject" and frame.concept == "offer" and frame.roles.voice.passive:
        return frame.actor or frame.recipient  # "was offered money to kill X"
    if control == "subject" or frame.sense.kind == "light":
        return frame.actor
    if frame.concept == "order":
        return frame.actor
    if frame.sense.kind == "speech" and frame.sense.act == "claim" and control is None:
        # "affirme avoir attaqué": whoever says it, unless it is said to somebody or of somebody
        bare = not frame.roles.voice.passive and frame.roles.first("object") is None
        return frame.actor if bare else ()
    return ()
