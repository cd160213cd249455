"""Frames: an act with its parties, read from a verb or from a noun.

A frame is a sense ("sever_relations"), the word that triggered it, who does it and who undergoes it,
inside which layers it stands. Which roles a sense takes its parties from stands in `concepts.toml`.
"""

from dataclasses import dataclass, field

from dragoman.languages import Sense, combinations, concepts
from dragoman.languages.concepts import Concept
from dragoman.reading.cast import Cast, Who
from dragoman.reading.clauses import Clause
from dragoman.reading.layers import Layer
from dragoman.reading.roles import Roles, whom
from dragoman.reading.units import NOUN_KINDS, Unit, is_noun_of_act


@dataclass(slots=True, eq=False)
class Frame:
    """One act. own: its status before its layers ("occurred", "negated", "planned", "possible").

    content: the clause or phrase that says what was said, for an act of saying.
    """

    concept: str
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
    because: list[str] = field(default_factory=list)

    @property
    def sense(self) -> Concept:
        return concepts()[self.concept]


_RANK = {"event": 0, "speech": 0, "culprit": 1, "modal": 2, "light": 3, "effect": 4, "part": 5, "verb": 6}


def things_of(unit: Unit | None, whole: bool = False) -> list[tuple[str, Unit]]:
    """The nouns with a sense in a phrase, and in the phrases that hang on it.

    whole: also where the phrase is itself about an act, whose nouns are its own.
    """
    found: list[tuple[str, Unit]] = []
    if (
        unit is not None
        and not whole
        and any(concepts()[c].kind in ("part", "event") for c, _, _ in unit.nouns)
    ):
        # "commented on the cutting of ties": the ties are the cutting's.
        things = {
            n for c, _, n in unit.nouns if concepts()[c].kind not in ("part", "event", "modal", "light")
        }
        acts = {n for c, _, n in unit.nouns if concepts()[c].kind in ("part", "event")}
        if acts - things:
            return [(c, unit) for c, _, n in unit.nouns if n in acts]
    while unit is not None:
        found.extend((c, unit) for c, _, _ in unit.nouns)
        for other in unit.group:
            found.extend((c, other) for c, _, _ in other.nouns)
        unit = unit.of
    return found


def choose_sense(
    senses: tuple[Sense, ...], around: list[tuple[str, Unit]]
) -> tuple[str, Unit | None, str | None] | None:
    """The concept a verb (or noun) has beside the nouns `around` it, and the noun it combines with.

    Returns the concept, the noun it combines with and the part that made it.

    A combination wins ("close" + "embassy"), then a sense that stands alone, the weightiest first.
    """
    table = combinations()
    names = list(dict.fromkeys(s.concept for s in senses))
    for name in names:
        for thing, unit in around:
            for key in (thing, concepts()[thing].thing):
                if key is not None and (made := table.get((name, key))):
                    return made, unit, name
    if "get" in names and any(is_noun_of_act(thing) for thing, _ in around):
        return "undergo", None, None  # "got support": the subject is who it is done to
    alone: list[str] = []
    for name in names:
        sense = concepts()[name]
        if sense.kind == "part":
            if sense.alone:
                alone.append(sense.alone)
        elif sense.kind not in ("thing", "organ", "office", "people"):
            alone.append(name)
    if not alone:
        return None
    return min(alone, key=lambda n: _RANK[concepts()[n].kind]), None, None


def fill(frame: Frame, cast: Cast, thing: Unit | None, subject: tuple[Who, ...] = ()) -> None:
    """Who does it and who undergoes it, by the roles of the sense. `subject` is who does it by control
    ("decided to", "accused of") where the words themselves name nobody."""
    sense, roles = concepts()[frame.concept], frame.roles
    if frame.nominal:
        actor_roles = [r for r in sense.actor if r != "subject"]
        if sense.of == "actor":
            actor_roles.append("of")
        if not subject and "from" not in sense.recipient:
            actor_roles.append("from")
        recipient_roles = [r for r in sense.recipient if r not in ("object", "subject")]
        if sense.of == "recipient":
            recipient_roles = ["of", *[r for r in recipient_roles if r != "of"]]
        else:
            recipient_roles = [r for r in recipient_roles if r != "of"]
    else:
        actor_roles = [r for r in sense.actor if r not in ("poss", "adj") and not (r == "by" and subject)]
        recipient_roles = [r for r in sense.recipient if r != "of" or "of" in sense.actor]
        if roles.voice.passive:
            actor_roles = ["by"]
    if frame.nominal and roles.first("of") is not None and not _marked(roles.first("of")):
        actor_roles, recipient_roles = _masdar(frame, cast, thing, subject, actor_roles, recipient_roles)
    elif (
        frame.nominal
        and frame.unit.adj is not None
        and not frame.unit.items[0].names
        and "to" not in recipient_roles
    ):
        recipient_roles = [*recipient_roles, "to"]
    if frame.part == "get":
        actor_roles, recipient_roles = [], ["subject", "thing"]
    elif sense.inverse and not frame.nominal:
        actor_roles, recipient_roles = ["object"], ["subject"]
    frame.actor = _party(frame, actor_roles, cast, thing) or subject
    if not frame.actor and sense.kind == "speech" and not frame.nominal:
        # "from evidence of X it appears that": the source speaks.
        for role in ("from", "according", "in", "by"):
            for other in roles.units.get(role, ()):
                if any(concepts()[c].source for c, _, _ in other.nouns) and other.everybody():
                    frame.actor, frame.actor_unit = other.everybody(), other
    taken = set(frame.actor)
    frame.recipient = tuple(w for w in _party(frame, recipient_roles, cast, thing, taken) if w not in taken)
    for role in actor_roles:
        if (found := roles.first(role)) is not None:
            frame.actor_unit = found
            break
    if frame.concept == "receive" and any(w.type == "group" for w in (*frame.actor, *frame.recipient)):
        # Who receives a group gives it shelter; a visitor is a person or a delegation.
        frame.concept, frame.actor, frame.recipient = "take_in", frame.recipient, frame.actor
    if sense.mutual and not frame.recipient and len(frame.actor) > 1:
        frame.actor, frame.recipient = frame.actor[:1], frame.actor[1:]
    elif sense.mutual and not frame.actor and len(frame.recipient) > 1:
        frame.actor, frame.recipient = frame.recipient[:1], frame.recipient[1:]


def _marked(unit: Unit | None) -> bool:
    """Whether a word ("of") stands in front of the phrase, or it only stands beside its noun."""
    return unit is not None and bool(unit.items) and unit.first != unit.items[0].first


def _masdar(
    frame: Frame,
    cast: Cast,
    thing: Unit | None,
    subject: tuple[Who, ...],
    actors: list[str],
    recipients: list[str],
) -> tuple[list[str], list[str]]:
    """An unmarked genitive of an act: who does it where somebody else undergoes it ("the arrest-of Canada
    to a manager"), who undergoes it where the doer is known already ("it stopped the bombing-of Yemen")."""
    directed = [r for r in ("to", "on", "against") if _party(frame, [r], cast, thing)]
    if not directed and any({"to", "for"} <= u.roles for u in frame.roles.units.get("to", ())):
        directed = ["to"]
    rest = [r for r in recipients if r not in ("of", "to")]
    if directed:
        return [*[r for r in actors if r != "of"], "of"], [*directed, *[r for r in rest if r not in directed]]
    if subject or frame.unit.adj is not None or frame.roles.first("by") is not None:
        return [r for r in actors if r != "of"], ["of", *rest]
    return actors, recipients


def _party(
    frame: Frame, names: list[str], cast: Cast, thing: Unit | None, taken: set[Who] | None = None
) -> tuple[Who, ...]:
    unit, sense = frame.unit, concepts()[frame.concept]
    for name in names:
        if name == "adj":
            found: tuple[Who, ...] = (unit.adj,) if frame.nominal and unit.adj else ()
        elif name == "poss":
            found = (unit.poss,) if frame.nominal and unit.poss else ()
            if not found and frame.nominal and unit.owner_pronoun in ("his", "hers", "its", "their"):
                found = _owner(unit.owner_pronoun, cast)
        elif name == "thing":
            found = thing.everybody() if thing is not None else ()
            if thing is not None and not found and thing.owner_pronoun and not frame.nominal:
                found = ()
        else:
            found = (
                (unit.genitive,)
                if name == "of"
                and frame.nominal
                and unit.genitive is not None
                and unit.genitive not in (taken or ())
                else ()
            )
            for other in () if found else frame.roles.units.get(name, ()):
                if name == "from" and "of" in other.roles and sense.of != "actor":
                    continue  # Dutch "van", Spanish "de": of, where the noun wants an object
                if (
                    sense.kind == "speech"
                    and not frame.nominal
                    and name in ("against", "on")
                    and _of_the_noun(other, frame)
                ):
                    continue
                if thing is not None and other is thing and name in ("object", "subject"):
                    # The noun half of a combination fills no role itself; its owner does ("thing").
                    continue
                speaks = sense.kind == "speech" and name in ("subject", "by")
                found = whom(other, cast, speaks) or (other.everybody() if _carries(other, name) else ())
                found = tuple(w for w in found if not taken or w not in taken)
                if found:
                    break
        found = tuple(w for w in found if not taken or w not in taken)
        if found:
            frame.because.append(f"{name}")
            return found
    return ()


def _of_the_noun(unit: Unit, frame: Frame) -> bool:
    """Whether a phrase right behind the noun of an act says whom that act struck: "the attack on X"."""
    units = frame.clause.units
    at = units.index(unit) if unit in units else 0
    before = units[at - 1] if at else None
    return (
        before is not None and before.kind == "np" and any(concepts()[c].hostile for c, _, _ in before.nouns)
    )


def _owner(pronoun: str, cast: Cast) -> tuple[Who, ...]:
    who = cast.last_person if pronoun in ("his", "hers") else cast.last_actor
    return (who,) if who else ()


def _carries(unit: Unit, role: str) -> bool:
    """Whether a phrase may stand for its owner: "the embassy of Iran", "Iranian diplomats". An act is
    done to its owner ("rejected the offer of X"), and does nothing itself ("the charges of X are …")."""
    acting = role in ("subject", "by")
    return any(
        concepts()[c].kind in NOUN_KINDS or concepts()[c].source or not (acting or concepts()[c].hostile)
        for c, _, _ in unit.nouns
    ) or (not unit.nouns and (unit.poss is not None or unit.adj is not None or unit.of is not None))
