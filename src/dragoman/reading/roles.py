"""Roles: who is the subject, who the object, who stands behind which preposition.

Works on a clause and one of its verbs, or on a noun that names an act. Word order is read from the
pack (svo, second, vso, sov); everything else from the units.
"""

from dataclasses import dataclass, field

from dragoman.languages import concepts
from dragoman.reading.cast import Cast, Who
from dragoman.reading.clauses import FINITE, Clause
from dragoman.reading.units import Unit


@dataclass(slots=True)
class Voice:
    """How a verb stands: passive or not, finite or not, and what its auxiliaries say."""

    passive: bool = False
    finite: bool = True
    negated: bool = False
    future: bool = False
    modal: bool = False
    able: bool = False
    conditional: bool = False
    hearsay: bool = False
    form: str = ""


@dataclass(slots=True)
class Roles:
    """role → the phrases that fill it, nearest first."""

    units: dict[str, list[Unit]] = field(default_factory=dict)
    voice: Voice = field(default_factory=Voice)

    def add(self, role: str, unit: Unit) -> None:
        found = self.units.setdefault(role, [])
        if unit not in found:
            found.append(unit)

    def first(self, role: str) -> Unit | None:
        found = self.units.get(role)
        return found[0] if found else None


def voice_of(verb: Unit, clause: Clause, order: str) -> Voice:
    """The voice of `verb` in its clause."""
    units = clause.units
    at = units.index(verb)
    tags = verb.tags()
    voice = Voice()
    aux: list[Unit] = []
    for unit in reversed(units[:at]):
        if unit.kind == "verb":
            if order in ("second", "sov") and unit.tags() & {"part", "inf"} and not unit.tags() & FINITE:
                continue
            break
        if unit.kind == "aux":
            aux.append(unit)
        if unit.kind == "neg":
            voice.negated = True
    if order in ("second", "sov", "vso"):
        for unit in units[at + 1 :]:
            if unit.kind == "aux" or (unit.kind == "verb" and "inf" in unit.tags()):
                if unit.kind == "aux":
                    aux.append(unit)
            elif unit.kind == "neg":
                voice.negated = True
            else:
                break
        if order == "second":
            # "verklaarde niet": the negation of a main clause stands behind its verb.
            voice.negated = voice.negated or any(u.kind == "neg" for u in units[at + 1 :] if u.kind != "verb")
    elif at + 1 < len(units) and units[at + 1].kind == "neg":
        voice.negated = True
    kinds = frozenset().union(*(_aux_tags(u) for u in aux))
    participle = "part" in tags
    has_perfect = any({"perfect"} <= _aux_tags(u) and "passive" not in _aux_tags(u) for u in aux)
    has_passive = any("passive" in _aux_tags(u) for u in aux)
    if (
        (participle and has_passive and (not has_perfect or order == "svo"))
        or (participle and not aux and not tags & FINITE)
        or (participle and has_passive and has_perfect)
    ):
        voice.passive = True
    if participle and not aux and tags & FINITE and _by_follows(units, at) and not _bare_follows(units, at):
        voice.passive = True
    if "pass" in tags and len(tags) == 1:
        voice.passive = True
    voice.future = "future" in kinds or "fut" in tags
    voice.modal = "modal" in kinds
    voice.able = "able" in kinds
    # "zou … hebben gedaan" reports hearsay; "zou doen" alone is what would be.
    told = (participle and has_perfect) or any(
        {"perfect", "be"} & _aux_tags(u) and "conditional" not in _aux_tags(u) for u in aux
    )
    voice.hearsay = "conditional" in kinds and told
    voice.conditional = "conditional" in kinds and not told
    voice.finite = bool(aux) or not tags or bool(tags & FINITE)
    voice.form = "part" if participle and (aux or not tags & FINITE) else ("inf" if tags == {"inf"} else "")
    return voice


def _aux_tags(unit: Unit) -> frozenset[str]:
    return unit.senses.tags_of("aux")


def _by_follows(units: list[Unit], at: int) -> bool:
    return any(u.kind == "np" and "by" in u.roles for u in units[at + 1 : at + 4])


def _bare_follows(units: list[Unit], at: int) -> bool:
    for unit in units[at + 1 :]:
        if unit.kind in ("np", "pron"):
            return not unit.roles
        if unit.kind in ("verb", "aux", "comma"):
            return False
    return False


def verb_roles(verb: Unit, clause: Clause, order: str) -> Roles:
    """The phrases round `verb` by role."""
    voice = voice_of(verb, clause, order)
    roles = Roles(voice=voice)
    units = clause.units
    at = units.index(verb)
    lo, hi = _reach(units, at, order)
    bare_before, bare_after = [], []
    for number in range(lo, hi):
        unit = units[number]
        if unit.kind not in ("np", "pron") or unit is verb or unit.parent is not None:
            continue
        if unit.roles:
            for role in unit.roles:
                roles.add(role, unit)
        elif number < at:
            bare_before.append(unit)
        else:
            bare_after.append(unit)
    subject, obj = _core(verb, clause, order, voice, bare_before, bare_after)
    if subject is not None:
        roles.add("object" if voice.passive else "subject", subject)
    if obj is not None and obj is not subject:
        roles.add("object", obj)
    for unit in (*bare_before, *bare_after):
        if unit is not subject and unit is not obj and unit.kind == "np":
            roles.add("rest", unit)
    return roles


def _reach(units: list[Unit], at: int, order: str) -> tuple[int, int]:
    """The part of the clause whose phrases may belong to the verb: up to the next full verb."""
    hi = len(units)
    for number in range(at + 1, len(units)):
        if units[number].kind == "verb":
            hi = number
            break
    lo = 0
    if order != "vso":
        for number in range(at - 1, -1, -1):
            unit = units[number]
            if unit.kind == "verb" and (order == "svo" or not unit.tags() & {"part", "inf"}):
                lo = number + 1 if order == "svo" and unit.tags() & FINITE else lo
                break
    if order in ("second", "sov") and hi < len(units):
        tail = units[at]
        if tail.tags() & {"part", "inf"}:
            hi = hi
    return lo, hi


def _core(
    verb: Unit, clause: Clause, order: str, voice: Voice, before: list[Unit], after: list[Unit]
) -> tuple[Unit | None, Unit | None]:
    """(subject, object) of the verb: for a passive the subject is who undergoes it."""
    carried = _carried(clause)
    glued = [u for u in after if u.kind == "pron" and u.first == verb.last]
    if clause.kind == "rel" and clause.antecedent is not None and not carried:
        antecedent = clause.antecedent
        if glued and order == "vso":
            rest = [u for u in after if u not in glued]
            return (rest[0] if rest else None), antecedent
        if order == "svo" and before:
            return before[-1], antecedent  # "Iran, which Albania accuses"
        rest = [*before, *after]
        if len(rest) >= 2 and (order != "vso" or any(u.owner_pronoun for u in clause.units)):
            return rest[0], rest[1]  # "whereby X punished Y": the antecedent is neither
        return antecedent, (rest[0] if rest and not voice.passive else None)
    if clause.kind == "inf" and not voice.finite and order != "svo" and not voice.passive:
        rest = [*before, *after]
        return None, rest[0] if rest else None
    if not verb.senses.verbs:
        named = [u for u in before if u.kind == "np" or order == "svo"]
        return (named[-1] if named else carried or clause.antecedent), (after[0] if after else None)
    if clause.given and clause.units[0] is verb:
        rest = [u for u in after if u not in glued]
        return None, rest[0] if rest else None
    if order == "vso":
        rest = [u for u in after if u not in glued]
        fronted = (
            [u for u in before if u.kind == "np"]
            if not any(u.kind == "verb" for u in _before(clause, verb))
            else []
        )
        if glued and clause.kind == "rel" and clause.antecedent is not None:
            return (rest[0] if rest else carried), clause.antecedent
        if glued:
            outer = _outer_subject(clause) if clause.kind == "sub" and not rest else None
            subject = fronted[-1] if fronted else (rest[0] if rest else carried or outer)
            return subject, glued[0]
        if fronted and not voice.passive:
            return fronted[-1], rest[0] if rest else None
        if carried is not None and not _names_subject(verb, rest):
            return carried, rest[0] if rest else None
        if "pass" in verb.tags() and len(rest) == 1 and _persons(rest[0]):
            return None, rest[0]  # "killed (were) three soldiers": spelt like the active
        if (
            len(rest) > 1
            and not rest[0].parties()
            and rest[1].parties()
            and any(concepts()[c].hostile for c, _, _ in rest[0].nouns)
        ):
            return rest[1], rest[0]  # "claimed the attack the group": an act claims nothing
        return (rest[0] if rest else None), (rest[1] if len(rest) > 1 else None)
    if order == "svo":
        subject = _head_of_apposition(before, clause) if before else carried
        if subject is None and after and _says(verb) and not voice.passive:
            return after[0], (after[1] if len(after) > 1 else None)
        return subject, (after[0] if after and not voice.passive else None)
    rest = [*before, *after]
    if carried is not None:
        return carried, rest[0] if rest else None
    if not rest:
        return None, None
    if voice.passive:
        return rest[0], None
    return rest[0], (rest[1] if len(rest) > 1 else None)


def _outer_subject(clause: Clause) -> Unit | None:
    """The subject of the clause round a side clause that names none: "after it accused it of …"."""
    if clause.parent is not None and (carried := _carried(clause.parent)) is not None:
        return carried
    for unit in clause.parent.units if clause.parent is not None else ():
        if unit.kind == "np" and not unit.roles and unit.parent is None:
            return unit
    return None


def _names_subject(verb: Unit, rest: list[Unit]) -> bool:
    """Whether a verb that goes on from another clause has a subject of its own behind it: two parties
    ("and the US accused Iran"), or one behind a verb that does nothing to anybody ("and X said")."""
    named = [u for u in rest[:2] if u.parties()]
    if len(named) == 2:
        return True
    plain = all(
        concepts()[s.concept].act in ("claim", "announce")
        for s in verb.senses.verbs
        if concepts()[s.concept].kind == "speech"
    )
    return bool(rest) and bool(rest[0].parties()) and "speech" in verb.senses.kinds and plain


def _persons(unit: Unit) -> bool:
    """Whether a phrase is of people, not of a body that acts."""
    return any(c == "troops" or concepts()[c].kind in ("people", "office") for c, _, _ in unit.nouns)


def _head_of_apposition(before: list[Unit], clause: Clause) -> Unit:
    """ "The centre, part of the agency, said": the phrase the one between commas explains."""
    units = clause.units
    candidate = before[-1]
    for earlier in reversed(before[:-1]):
        a, b = units.index(earlier), units.index(candidate)
        parted = any(u.kind in ("comma", "open") for u in units[a + 1 : b])
        closed = b + 1 < len(units) and any(u.kind in ("comma", "close") for u in units[b + 1 : b + 4])
        if not (parted and closed) or any(u.kind == "verb" for u in units[a:b]):
            break
        candidate = earlier
    return candidate


def _before(clause: Clause, verb: Unit) -> list[Unit]:
    return clause.units[: clause.units.index(verb)]


def _says(verb: Unit) -> bool:
    return "speech" in verb.senses.kinds


def _carried(clause: Clause) -> Unit | None:
    """The subject a clause without one of its own takes over from the clause it continues."""
    seen = set()
    source = clause.carried_from
    while source is not None and id(source) not in seen:
        seen.add(id(source))
        if source.carried_from is not None:
            source = source.carried_from
            continue
        for unit in source.units:
            if unit.kind in ("np", "pron") and not unit.roles and unit.parent is None:
                return unit
        return source.antecedent if source.kind == "rel" else None
    return None


def noun_roles(unit: Unit, units: list[Unit], wanted: frozenset[str] | None = None) -> Roles:
    """The phrases round a noun that names an act: its adjective, its owner, and what follows.

    wanted: the roles the act takes; the first phrase of another role ends the search.
    """
    roles = Roles()
    if unit.of is not None:
        roles.add("of", unit.of)
    at = units.index(unit) if unit in units else -1
    if at >= 0:
        for following in units[at + 1 :]:
            if following.kind in ("np", "pron"):
                if not following.roles:
                    if following.parent is None:
                        break
                    continue
                dative = following.roles >= {"to", "for"}  # Arabic li-: the object of a masdar
                if (
                    wanted is not None
                    and not dative
                    and not following.roles & wanted
                    and following.parent is None
                ):
                    break
                if following.parent is None or following.parent is unit.of:
                    for role in following.roles:
                        roles.add(role, following)
            elif following.kind not in ("date", "word", "cert", "gap", "open", "close"):
                break
    return roles


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
    for concept, _, number in unit.nouns:
        if (
            concepts()[concept].kind in ("organ", "office")
            and not unit.adj
            and unit.of is None
            and not _describes(unit, number, cast)
        ):
            item = unit.items[number] if number < len(unit.items) else None
            who = cast.remembered(concept, cast.word(item.first) if item else "")
            if who is not None:
                return (who,)
            own = cast.own_body(concept)
            if own is not None:
                return (own,)
    if (
        unit.has("company")
        and (unit.determined or unit.definite)
        and not unit.adj
        and cast.last_company is not None
    ):
        return (cast.last_company,)  # "the company": the one named last
    if sayers:
        if unit.poss is not None or unit.genitive is not None:
            return (unit.poss or unit.genitive,)  # type: ignore[return-value]
        if (
            unit.owner_pronoun in ("its", "their")
            and cast.last_actor is not None
            and any(concepts()[c].source for c, _, _ in unit.nouns)
        ):
            return (cast.last_actor,)  # "its report names"
        if (
            unit.of is not None
            and any(concepts()[c].source for c, _, _ in unit.nouns)
            and unit.of.everybody()
        ):
            return unit.of.everybody()
        if any(c == "communique" for c, _, _ in unit.nouns) and cast.last_speaker is not None:
            return (cast.last_speaker,)  # "the statement added": whose statement it is has been said
        who = cast.unnamed(unit)
        return (who,) if who else ()
    return ()


def _describes(unit: Unit, number: int, cast: Cast) -> bool:
    """Whether the noun at items[number] only describes the one behind it: "government documents"."""
    if not cast.head_last or number + 1 >= len(unit.items):
        return False
    last = unit.items[-1]
    return not last.names and not last.senses.noun_kinds & {"organ", "office", "people"}


def pronoun(unit: Unit, cast: Cast) -> Who | None:
    """Who a pronoun stands for: a person for he and she, a state or body for it."""
    tags = unit.senses.tags_of("pron")
    if tags & {"latter"}:
        return cast.last_two[-1] if cast.last_two else None
    if tags & {"former"}:
        return cast.last_two[0] if cast.last_two else None
    if tags & {"he", "she"}:
        # Dutch "ze" is she and they: nobody, rather than the wrong one.
        return None if "they" in tags and "he" not in tags else cast.last_person
    if tags & {"it"} and cast.last_actor is not None and cast.last_actor.type != "person":
        return cast.last_actor
    return None
