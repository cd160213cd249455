"""Parties: who does an act and who undergoes it.

Which roles a sense takes its parties from stands in `concepts.toml`.
"""

from functools import cache

from dragoman.languages import concepts, hostile, sources
from dragoman.reading.cast import Cast
from dragoman.reading.frames import Frame
from dragoman.reading.units import Unit, is_noun_of_act
from dragoman.reading.who import Who
from dragoman.reading.whom import whom


def fill(frame: Frame, cast: Cast, thing: Unit | None, subject: tuple[Who, ...] = ()) -> None:
    """Who does it and who undergoes it, by the roles of the sense. `subject` is who does it by control
    ("decided to", "accused of") where the words themselves name nobody."""
    sense = frame.sense
    if frame.nominal:
        actor_roles, recipient_roles = _named_by_noun(frame, cast, thing, subject)
    elif frame.roles.units or thing is not None or subject:
        actor_roles, recipient_roles = _named_by_verb(frame, subject)
    else:
        return  # nothing stands round it
    frame.actor = _party(frame, actor_roles, cast, thing) or subject
    if not frame.actor and sense.kind == "speech" and not frame.nominal:
        _told_by_source(frame)
    if sense.kind == "verb" and not frame.actor and not frame.layers:
        return  # a verb that tells nothing, of nobody: whom it is done to is asked by none
    frame.recipient = _party(frame, recipient_roles, cast, thing, frame.actor)
    units = frame.roles.units
    for role in actor_roles:
        if role in units:
            frame.actor_unit = units[role][0]
            break
    if sense.inverse and frame.nominal:
        frame.actor, frame.recipient = frame.recipient, frame.actor  # "its reception of the minister"
    if frame.concept == "receive" and any(w.type == "group" for w in (*frame.actor, *frame.recipient)):
        # Who receives a group gives it shelter; a visitor is a person or a delegation.
        frame.become("take_in")
        frame.actor, frame.recipient = frame.recipient, frame.actor
    if sense.mutual:
        if not frame.recipient and len(frame.actor) > 1:
            frame.actor, frame.recipient = frame.actor[:1], frame.actor[1:]
        elif not frame.actor and len(frame.recipient) > 1:
            frame.actor, frame.recipient = frame.recipient[:1], frame.recipient[1:]


def _told_by_source(frame: Frame) -> None:
    """ "From evidence of X it appears that", "evidence from X shows": the source speaks."""
    units = frame.roles.units
    subject = frame.roles.first("subject")
    of_source = subject is not None and _is_source(subject)
    for role in ("from", "according", "in", "by"):
        for other in units.get(role, ()):
            source = _is_source(other)
            if (source or (of_source and role == "from")) and other.everybody():
                frame.actor, frame.actor_unit = other.everybody(), other if source else subject


def _is_source(unit: Unit) -> bool:
    return any(c in sources() for c, _, _ in unit.nouns)


_Names = tuple[str, ...]
"""Roles, in order of preference."""


def _named_by_noun(
    frame: Frame, cast: Cast, thing: Unit | None, subject: tuple[Who, ...]
) -> tuple[_Names, _Names]:
    """The roles that name who does the act of the noun `frame`, and who undergoes it."""
    # "het bombarderen van X": a verb that stands as a noun
    verbal = any(s.pos == "verb" and c == frame.concept for c, s, _ in frame.unit.nouns)
    actors, recipients = _roles_of_noun(frame.concept, bool(subject), verbal)
    genitive = frame.roles.first("of")
    if genitive is not None and not _marked(genitive):
        return _masdar(frame, cast, thing, subject, actors, recipients)
    if frame.unit.adj is not None and not frame.unit.items[0].names and "to" not in recipients:
        return actors, (*recipients, "to")
    return actors, recipients


def _named_by_verb(frame: Frame, subject: tuple[Who, ...]) -> tuple[_Names, _Names]:
    """The roles that name who does the act of the verb `frame`, and who undergoes it."""
    if frame.part == "get":
        return (), ("subject", "thing")
    passive = frame.roles.voice.passive
    actors, recipients = _roles_of_verb(frame.concept, passive, bool(subject))
    if frame.sense.of == "recipient" and frame.unit.last - frame.unit.first > 1:
        recipients = (*recipients, "of")  # fixed words with their noun: "suspended the licence of X"
    if not passive and "by" in frame.roles.units:
        doer = frame.roles.first("subject")
        if doer is not None and doer.kind == "pron":
            # "they reject the charges by X": whoever they are, they are not X.
            return tuple(r for r in actors if r != "by"), recipients
    return actors, recipients


@cache
def _roles_of_verb(concept: str, passive: bool, controlled: bool) -> tuple[_Names, _Names]:
    """The roles that name who does the act of a verb, and who undergoes it.

    controlled: whether the words round it say who does it, so that "by X" need not.
    """
    sense = concepts()[concept]
    if sense.inverse:
        return ("object",), ("subject",)
    recipients = tuple(r for r in sense.recipient if r != "of" or "of" in sense.actor)
    if passive and "object" not in sense.actor:
        return ("by",), recipients
    return tuple(r for r in sense.actor if r not in ("poss", "adj", "by" if controlled else "")), recipients


@cache
def _roles_of_noun(concept: str, controlled: bool, verbal: bool) -> tuple[_Names, _Names]:
    """The roles that name who does the act of a noun, and who undergoes it.

    controlled: whether the words round it say who does it, so that "from X" need not.
    verbal: whether it is a verb that stands as a noun, and "of" its object.
    """
    sense = concepts()[concept]
    recipients = [r for r in sense.recipient if r not in ("object", "subject", "of")]
    if verbal:
        return ("by",), ("of", *recipients)
    actors = [r for r in sense.actor if r != "subject"]
    struck = controlled and sense.hostile  # "X is behind the hack of Y": the doer is known
    if controlled and sense.of == "actor" and "of" in sense.recipient:
        recipients.append("of")  # "took part in the bombing of X": who does it is known
    elif (sense.of == "actor" and not struck) or (sense.kind == "modal" and sense.control == "subject"):
        actors.append("of")  # "the attack of X"; "the decision of X to"
    if not controlled and "from" not in sense.recipient:
        actors.append("from")
    if sense.of == "recipient" or struck:
        recipients.insert(0, "of")
    return tuple(actors), tuple(recipients)


def _marked(unit: Unit) -> bool:
    """Whether a word ("of") stands in front of the phrase, or it only stands beside its noun."""
    return bool(unit.items) and unit.first != unit.items[0].first


def _masdar(
    frame: Frame,
    cast: Cast,
    thing: Unit | None,
    subject: tuple[Who, ...],
    actors: _Names,
    recipients: _Names,
) -> tuple[_Names, _Names]:
    """An unmarked genitive of an act: who does it where somebody else undergoes it ("the arrest-of Canada
    to a manager"), who undergoes it where the doer is known already ("it stopped the bombing-of Yemen")."""
    directed = [r for r in ("to", "on", "against") if _party(frame, (r,), cast, thing)]
    if not directed and any({"to", "for"} <= u.roles for u in frame.roles.units.get("to", ())):
        directed = ["to"]
    others = tuple(r for r in actors if r != "of")
    rest = tuple(r for r in recipients if r not in ("of", "to", *directed))
    if directed:
        return (*others, "of"), (*directed, *rest)
    if subject or frame.unit.adj is not None or frame.roles.first("by") is not None:
        return others, ("of", *rest)
    return actors, recipients


def _party(
    frame: Frame, names: _Names, cast: Cast, thing: Unit | None, taken: tuple[Who, ...] = ()
) -> tuple[Who, ...]:
    """Who fills the first of the roles `names` that somebody fills who is not `taken` already."""
    units = frame.roles.units
    genitive = frame.unit.genitive if frame.nominal and frame.unit.genitive not in taken else None
    for name in names:
        if name == "of" and genitive is not None and genitive.type != "malware":
            found: tuple[Who, ...] = (genitive,)
        elif name in units:
            found = _in_role(frame, name, units[name], cast, thing, taken)
        elif name == "thing" and thing is not None:
            found = thing.everybody()
        elif name in _OF_THE_NOUN and frame.nominal:
            found = _by_the_noun(frame.unit, name, cast)
        else:
            continue
        if taken:
            found = tuple(w for w in found if w not in taken)
        if found:
            frame.because.append(name)
            return found
    return ()


_OF_THE_NOUN = frozenset({"adj", "poss"})
"""Roles filled by the words of the noun of an act itself."""


def _by_the_noun(unit: Unit, name: str, cast: Cast) -> tuple[Who, ...]:
    """Who the phrase of an act names: its adjective or its owner."""
    owner = unit.adj if name == "adj" else unit.poss
    if owner is not None:
        return (owner,)
    if name == "poss" and unit.owner_pronoun in ("his", "hers", "its", "their"):
        return _owner(unit.owner_pronoun, cast)
    return ()


def _in_role(
    frame: Frame, name: str, others: list[Unit], cast: Cast, thing: Unit | None, taken: tuple[Who, ...]
) -> tuple[Who, ...]:
    """Who the first of the phrases in a role names that names somebody not `taken`."""
    sense = frame.sense
    speech = sense.kind == "speech"
    directed = not frame.nominal and name in ("against", "on") and sense.kind in ("speech", "event")
    for other in others:
        if frame.nominal and name == "from" and "of" in other.roles and sense.of != "actor":
            continue  # Dutch "van", Spanish "de": of, where the noun wants an object
        marked = name == "object" and "object" in other.roles and other.kind == "np"
        if (directed or (marked and not frame.nominal)) and _of_the_noun(other, frame):
            continue
        if frame.concept == "demand" and name == "object" and not other.roles and _is_act(other):
            continue  # "demanded the release of X": of whom, it does not say
        if other is thing and name in ("object", "subject"):
            # The noun half of a combination fills no role itself; its owner does ("thing").
            continue
        found = other.who if other.kind == "np" and not other.group else ()
        if not found:
            found = whom(other, cast, speech and (name == "subject" or name == "by"))
            if not found and _carries(other, name):
                found = other.everybody()
        if taken:
            found = tuple(w for w in found if w not in taken)
        if found:
            return found
    return ()


def _is_act(unit: Unit) -> bool:
    """Whether a phrase is about an act, and names nobody itself."""
    return not unit.who and any(concepts()[c].kind == "event" for c, _, _ in unit.nouns)


def _of_the_noun(unit: Unit, frame: Frame) -> bool:
    """Whether a phrase right behind the noun of an act says whom that act struck: "condemns the attack
    on X"."""
    units = frame.clause.units
    at = units.index(unit) if unit in units else 0
    before = units[at - 1] if at else None
    while before is not None and before.parent is not None:
        before = before.parent  # "the attack of Y on X"
    return before is not None and before.kind == "np" and any(c in hostile() for c, _, _ in before.nouns)


def _owner(pronoun: str, cast: Cast) -> tuple[Who, ...]:
    who = cast.last_person if pronoun in ("his", "hers") else cast.last_actor
    return (who,) if who else ()


def _carries(unit: Unit, role: str) -> bool:
    """Whether a phrase may stand for its owner: "the embassy of Iran", "Iranian diplomats". An act is
    done to its owner ("rejected the offer of X"), and does nothing itself ("the charges of X are …")."""
    if not unit.nouns:
        return unit.poss is not None or unit.adj is not None or unit.of is not None
    acting = role in ("subject", "by")
    for concept, _, _ in unit.nouns:
        if not is_noun_of_act(concept) or concept in sources() or not (acting or concept in hostile()):
            return True
    return False
