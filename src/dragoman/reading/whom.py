"""Whom: who a phrase or a pronoun stands for in the report so far."""

from dragoman.languages import concepts, of_kinds, sources
from dragoman.reading.cast import Cast
from dragoman.reading.units import Unit
from dragoman.reading.who import Who


def whom(unit: Unit | None, cast: Cast, sayers: bool = False) -> tuple[Who, ...]:
    """Who a phrase or pronoun names, () for nobody known."""
    if unit is None:
        return ()
    if unit.kind == "pron":
        who = pronoun(unit, cast)
        return (who,) if who else ()
    found = unit.parties()
    if found:
        return found
    if not unit.nouns:
        owner = unit.poss or unit.genitive
        return (owner,) if sayers and owner is not None else ()
    bodies = of_kinds("organ", "office")
    company = False
    for concept, _, number in unit.nouns:
        if concept == "company":
            company = True
        if concept in bodies and not unit.adj and unit.of is None and not _describes(unit, number, cast):
            item = unit.items[number] if number < len(unit.items) else None
            who = cast.remembered(concept, cast.word(item.first) if item else "")
            if who is not None:
                return (who,)
            own = cast.own_body(concept)
            if own is not None:
                return (own,)
    if (
        unit.owner_pronoun is not None
        and unit.has("nation")
        and (land := _own_land(unit.owner_pronoun, cast)) is not None
    ):
        return (land,)
    if unit.owner_pronoun in ("its", "their") and (body := _own_body(unit, cast)) is not None:
        return (body,)
    if company and (unit.determined or unit.definite) and not unit.adj and cast.last_company is not None:
        return (cast.last_company,)  # "the company": the one named last
    if sayers:
        owner = unit.poss or unit.genitive
        if owner is not None:
            return (owner,)
        if (
            unit.owner_pronoun in ("its", "their")
            and cast.last_actor is not None
            and any(c in sources() for c, _, _ in unit.nouns)
        ):
            return (cast.last_actor,)  # "its report names"
        if unit.of is not None and any(c in sources() for c, _, _ in unit.nouns) and unit.of.everybody():
            return unit.of.everybody()
        if any(c == "communique" for c, _, _ in unit.nouns) and cast.last_speaker is not None:
            return (cast.last_speaker,)  # "the statement added": whose statement it is has been said
        who = cast.unnamed(unit)
        return (who,) if who else ()
    return ()


def _own_land(pronoun: str, cast: Cast) -> Who | None:
    """Whose country "his country" is: that of whoever is speaking, else of the person named last."""
    if pronoun == "our":
        return cast.our_side()
    who = cast.teller or cast.last_person
    return cast.store_state(who) if who is not None and pronoun in ("his", "hers", "its") else None


def _own_body(unit: Unit, cast: Cast) -> Who | None:
    """ "Israel said its army": the body or the people of whoever is speaking."""
    teller = cast.teller
    concept = next((c for c, _, _ in unit.nouns if concepts()[c].kind in ("organ", "office", "people")), None)
    if teller is None or concept is None or teller.type == "person":
        return None
    if teller.type == "country":
        return cast.body(concept, teller.country)
    return teller if teller.type in ("org", "group") and concepts()[concept].kind == "people" else None


def _describes(unit: Unit, number: int, cast: Cast) -> bool:
    """Whether the noun at items[number] only describes the one behind it: "government documents"."""
    if not cast.head_last or number + 1 >= len(unit.items):
        return False
    last = unit.items[-1]
    return not last.names and not last.senses.noun_kinds & {"organ", "office", "people"}


def pronoun(unit: Unit, cast: Cast) -> Who | None:
    """Who a pronoun stands for: a person for he and she, a state or body for it."""
    tags = unit.senses.pronoun
    if "i" in tags:
        return cast.speaking  # inside somebody's own words
    if "we" in tags:
        return cast.our_side()
    if tags & {"latter"}:
        return cast.last_two[-1] if cast.last_two else None
    if tags & {"former"}:
        return cast.last_two[0] if cast.last_two else None
    if "it" in tags and tags & {"he", "she"}:
        # A pronoun for persons and things alike ("ه", "ها"): in what somebody is reported to say, himself;
        # else a state or body, where one acted last.
        actor = cast.teller or cast.last_actor
        if cast.teller is not None or "he" in tags:
            return cast.teller or cast.last_person
        return actor if actor is not None and actor.type != "person" else None
    if tags & {"he", "she"}:
        # Dutch "ze" is she and they: nobody, rather than the wrong one.
        return None if "they" in tags and "he" not in tags else cast.last_person
    if tags & {"it"} and cast.last_actor is not None and cast.last_actor.type != "person":
        return cast.last_actor
    return None
