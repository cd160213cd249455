"""Parties: who does an act and who undergoes it.

Which roles a sense takes its parties from stands in `concepts.toml`.
"""

from dragoman.languages import concepts
from dragoman.reading.cast import Cast
from dragoman.reading.frames import Frame
from dragoman.reading.units import NOUN_KINDS, Unit
from dragoman.reading.who import Who
from dragoman.reading.whom import whom


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
        if any(s.pos == "verb" and c == frame.concept for c, s, _ in frame.unit.nouns):
            # "het bombarderen van X": the object of a verb that stands as a noun
            actor_roles, recipient_roles = ["by"], ["of", *(r for r in recipient_roles if r != "of")]
        elif sense.of == "recipient":
            recipient_roles = ["of", *[r for r in recipient_roles if r != "of"]]
        else:
            recipient_roles = [r for r in recipient_roles if r != "of"]
    else:
        actor_roles = [r for r in sense.actor if r not in ("poss", "adj") and not (r == "by" and subject)]
        recipient_roles = [r for r in sense.recipient if r != "of" or "of" in sense.actor]
        if roles.voice.passive:
            actor_roles = ["by"]
        elif (doer := roles.first("subject")) is not None and doer.kind == "pron":
            # "they reject the charges by X": whoever they are, they are not X.
            actor_roles = [r for r in actor_roles if r != "by"]
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
        # "from evidence of X it appears that", "evidence from X shows": the source speaks.
        subject_unit = roles.first("subject")
        of_source = subject_unit is not None and any(concepts()[c].source for c, _, _ in subject_unit.nouns)
        for role in ("from", "according", "in", "by"):
            for other in roles.units.get(role, ()):
                source = any(concepts()[c].source for c, _, _ in other.nouns)
                if (source or (of_source and role == "from")) and other.everybody():
                    frame.actor, frame.actor_unit = other.everybody(), other if source else subject_unit
    taken = set(frame.actor)
    frame.recipient = tuple(w for w in _party(frame, recipient_roles, cast, thing, taken) if w not in taken)
    for role in actor_roles:
        if (found := roles.first(role)) is not None:
            frame.actor_unit = found
            break
    if sense.inverse and frame.nominal:
        frame.actor, frame.recipient = frame.recipient, frame.actor  # "its reception of the minister"
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
                    sense.kind in ("speech", "event")
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
    """Whether a phrase right behind the noun of an act says whom that act struck: "condemns the attack
    on X"."""
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
