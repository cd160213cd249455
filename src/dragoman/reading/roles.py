"""Roles: who is the subject, who the object, who stands behind which preposition.

Works on a clause and one of its verbs, or on a noun that names an act. Word order is read from the
pack (svo, second, vso, sov); everything else from the units.
"""

import msgspec

from dragoman.languages import FINITE, concepts
from dragoman.reading.clauses import Clause
from dragoman.reading.units import Unit
from dragoman.reading.voice import Voice, voice_of

_PLAIN = Voice()


class Roles(msgspec.Struct, eq=False):
    """role → the phrases that fill it, nearest first."""

    units: dict[str, list[Unit]] = msgspec.field(default_factory=dict)
    voice: Voice = _PLAIN

    def add(self, role: str, unit: Unit) -> None:
        found = self.units.get(role)
        if found is None:
            self.units[role] = [unit]
        elif unit not in found:
            found.append(unit)

    def first(self, role: str) -> Unit | None:
        found = self.units.get(role)
        return found[0] if found else None


def phrases_of(clause: Clause) -> list[tuple[int, Unit]]:
    """The phrases and pronouns of a clause that hang on no other, each with its number."""
    found = []
    for number, unit in enumerate(clause.units):
        if (unit.kind == "np" or unit.kind == "pron") and unit.parent is None:
            found.append((number, unit))
    return found


def verb_roles(verb: Unit, at: int, clause: Clause, order: str, phrases: list[tuple[int, Unit]]) -> Roles:
    """The phrases round the verb in clause.units[at] by role.    phrases: those of the clause."""
    voice = voice_of(verb, at, clause, order)
    filled: dict[str, list[Unit]] = {}
    lo, hi = _reach(clause, at, order)
    bare_before: list[Unit] = []
    bare_after: list[Unit] = []
    for number, unit in phrases:
        if number < lo:
            continue
        if number >= hi:
            break
        if unit.roles:
            if (
                number < at
                and order == "svo"
                and "by" in unit.roles
                and number
                and clause.units[number - 1].kind == "np"
            ):
                continue  # "the expulsion of X by Y was …": of the noun
            for role in unit.roles:
                if role in filled:
                    filled[role].append(unit)
                else:
                    filled[role] = [unit]
        elif number < at:
            bare_before.append(unit)
        elif not (unit.kind == "pron" and _owns_noun_of(verb, unit)):
            bare_after.append(unit)
    if voice.passive:
        filled.pop("object", None)  # "was handed to X": who undergoes it has no preposition
    roles = Roles(filled, voice)
    subject, obj = _core(verb, clause, order, voice, bare_before, bare_after)
    if subject is not None:
        roles.add("object" if voice.passive else "subject", subject)
    if obj is not None and obj is not subject:
        roles.add("object", obj)
    for bare in (bare_before, bare_after):
        for unit in bare:
            if unit is not subject and unit is not obj and unit.kind == "np":
                roles.add("rest", unit)
    return roles


def _owns_noun_of(verb: Unit, unit: Unit) -> bool:
    """Whether a pronoun is written onto the noun that fixed words end in: "announced its-support"."""
    return verb.last - verb.first > 1 and unit.first == verb.last and bool(verb.senses.verbs)


def _reach(clause: Clause, at: int, order: str) -> tuple[int, int]:
    """The part of the clause whose phrases may belong to the verb: up to the next full verb."""
    kinds = clause.kinds
    lo, hi = 0, len(kinds)
    if kinds.count("verb") > 1:
        if "verb" in kinds[at + 1 :]:
            hi = kinds.index("verb", at + 1)
        if order == "svo":
            for number in range(at - 1, -1, -1):
                if kinds[number] == "verb":
                    units = clause.units
                    whole = not units[number].senses.tags.isdisjoint(FINITE) or _has_auxiliary(units, number)
                    lo = number + 1 if whole else 0
                    break
    return lo, hi


def _has_auxiliary(units: list[Unit], at: int) -> bool:
    """Whether the participle units[at] stands behind its auxiliary."""
    before = next((u for u in reversed(units[:at]) if u.kind not in ("neg", "word", "cert", "pron")), None)
    return before is not None and before.kind == "aux" and "part" in units[at].senses.tags


def _core(
    verb: Unit, clause: Clause, order: str, voice: Voice, before: list[Unit], after: list[Unit]
) -> tuple[Unit | None, Unit | None]:
    """(subject, object) of the verb: for a passive the subject is who undergoes it."""
    carried = _carried(clause) if clause.carried_from is not None else None
    glued = [u for u in after if u.kind == "pron" and _written_on(verb, u)]
    if clause.kind == "rel" and clause.antecedent is not None and not carried:
        antecedent = None if clause.opened_by("relative_adverb") else clause.antecedent
        if antecedent is not None:
            return _core_explaining(antecedent, clause, order, voice, before, after, glued)
    if clause.kind == "inf" and not voice.finite and order != "svo" and not voice.passive:
        rest = [*before, *after]
        return None, rest[0] if rest else None
    if not verb.senses.verbs:
        named = [u for u in before if u.kind == "np" or order == "svo" or u is clause.units[0]]
        return (named[-1] if named else carried or clause.antecedent), (after[0] if after else None)
    if clause.given and clause.units[0] is verb:
        rest = [u for u in after if u not in glued]
        return None, rest[0] if rest else None
    if order == "vso":
        return _core_verb_first(verb, clause, voice, before, after, glued)
    if order == "svo":
        before = _outside_participle(before, clause, verb)
        subject = carried if not before else before[0]
        if len(before) > 1:
            subject = _head_of_apposition(before, clause)
        if "we" in verb.tags() and not voice.passive and not before:
            return None, after[0] if after else None  # the verb says itself who does it
        if subject is None and after and _says(verb) and _tells(voice, clause):
            speaker = next((u for u in after if _may_speak(u)), None)
            return speaker, next((u for u in after if u is not speaker), None)
        if not before and after and voice.passive and voice.form == "part" and clause.kind != "inf":
            at = clause.units.index(verb)
            if subject is None or after[0] is clause.units[min(at + 1, len(clause.units) - 1)]:
                return after[0], None  # "fueron expulsados dos diplomáticos"
        return subject, (after[0] if after and not voice.passive else None)
    rest = [*before, *after]
    if carried is not None:
        return carried, rest[0] if rest else None
    if not rest:
        return None, None
    if voice.passive:
        return rest[0], None
    return rest[0], (rest[1] if len(rest) > 1 else None)


def _core_explaining(
    antecedent: Unit,
    clause: Clause,
    order: str,
    voice: Voice,
    before: list[Unit],
    after: list[Unit],
    glued: list[Unit],
) -> tuple[Unit | None, Unit | None]:
    """(subject, object) of a verb in a relative clause.    glued: pronouns written onto it."""
    if glued and order == "vso":
        rest = [u for u in after if u not in glued]
        return (rest[0] if rest else None), antecedent
    if order == "svo" and before:
        return before[-1], antecedent  # "Iran, which Albania accuses"
    rest = [*before, *after]
    if len(rest) >= 2 and (order != "vso" or any(u.owner_pronoun for u in clause.units)):
        return rest[0], rest[1]  # "whereby X punished Y": the antecedent is neither
    return antecedent, (rest[0] if rest and not voice.passive else None)


def _written_on(verb: Unit, unit: Unit) -> bool:
    """Whether a pronoun is written onto its verb ("accuses-it"): its object. "The latter" never is."""
    return unit.kind == "pron" and unit.first == verb.last and unit.senses.pronoun.isdisjoint(_POINTING_BACK)


_POINTING_BACK = frozenset({"latter", "former"})


def _core_verb_first(
    verb: Unit, clause: Clause, voice: Voice, before: list[Unit], after: list[Unit], glued: list[Unit]
) -> tuple[Unit | None, Unit | None]:
    """(subject, object) where the verb comes first. glued: pronouns written onto it."""
    carried = _carried(clause)
    rest = [u for u in after if u not in glued]
    fronted = (
        [u for u in before if u.kind == "np"]
        if not any(u.kind == "verb" for u in _before(clause, verb))
        else []
    )
    if glued and clause.kind == "rel" and clause.antecedent is not None:
        return (rest[0] if rest else carried), clause.antecedent
    if "we" in verb.tags() and not voice.passive:
        return None, rest[0] if rest else None  # the verb says itself who does it
    if glued:
        outer = _outer_subject(clause) if clause.kind == "sub" and not rest else None
        subject = fronted[-1] if fronted else (rest[0] if rest else carried or outer)
        return subject, glued[0]
    if fronted and not voice.passive:
        return fronted[-1], rest[0] if rest else None
    if not voice.passive and (pronoun := _pronoun_before(clause, verb)) is not None:
        if len([u for u in rest[:2] if u.parties()]) < 2:
            return pronoun, rest[0] if rest else None  # "that-it attacked X"; of two, the pronoun is empty
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


def _pronoun_before(clause: Clause, verb: Unit) -> Unit | None:
    """The pronoun a clause begins with, before its verb: written onto "that", it is the subject."""
    first = clause.units[0]
    if first.kind != "pron" or first.roles or clause.kind not in ("that", "sub"):
        return None
    return None if any(u.kind == "verb" for u in _before(clause, verb)) else first


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
    ("and the US accused Iran"), or one behind a verb that does nothing to anybody ("and the ministry
    said")."""
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
        verbs = [u for u in units[a:b] if u.kind == "verb"]
        if verbs and all(u.senses.tags and u.senses.tags.isdisjoint(FINITE) for u in verbs):
            candidate = earlier  # "Russia, after denying a role, expelled": the object of the verb between
            continue
        if not (parted and closed) or verbs:
            break
        candidate = earlier
    return candidate


def _outside_participle(before: list[Unit], clause: Clause, verb: Unit) -> list[Unit]:
    """The phrases before a verb but those of a participle between commas: "X, blaming Y, closed"."""
    units = clause.units
    at = units.index(verb)
    if len(before) < 2 or at < 3:
        return before
    for number in range(at - 1, 1, -1):
        unit = units[number]
        if unit.kind == "verb":
            if units[number - 1].kind != "comma" or unit.senses.finite:
                break
            if any(u.kind == "comma" for u in units[number:at]):
                outside = [u for u in before if u.first < unit.first]
                return outside or before
            break
    return before


def _before(clause: Clause, verb: Unit) -> list[Unit]:
    return clause.units[: clause.units.index(verb)]


def _tells(voice: Voice, clause: Clause) -> bool:
    """Whether a verb stands in a clause of its own, with its subject perhaps behind it."""
    return voice.finite and not voice.passive and clause.kind not in ("inf", "red")


def _may_speak(unit: Unit) -> bool:
    """Whether a phrase behind a verb of saying may be who says it: an act or a thing says nothing."""
    if unit.kind == "pron" or unit.who or not unit.nouns:
        return True
    return any(
        concepts()[c].kind in ("organ", "office", "people") or concepts()[c].source for c, _, _ in unit.nouns
    )


def _says(verb: Unit) -> bool:
    return "speech" in verb.senses.kinds


def _carried(clause: Clause) -> Unit | None:
    """The subject a clause without one of its own takes over from the clause it continues."""
    source = clause.carried_from
    if source is None:
        return None
    seen: set[int] = set()
    while source is not None and id(source) not in seen:
        seen.add(id(source))
        if source.carried_from is not None:
            source = source.carried_from
            continue
        written_on: Unit | None = None  # a pronoun written onto its verb is the object of that
        for unit in source.units:
            glued = written_on is not None and _written_on(written_on, unit)
            if unit.kind in ("np", "pron") and not unit.roles and unit.parent is None and not glued:
                return unit
            written_on = unit if unit.kind == "verb" else None
        return source.antecedent if source.kind == "rel" else None
    return None


def noun_roles(unit: Unit, at: int, units: list[Unit], wanted: frozenset[str]) -> Roles:
    """The phrases round the noun units[at] that names an act: its "of" phrase, and what follows.

    wanted: the roles the act takes; the first phrase of another role ends the search.
    """
    roles = Roles()
    if unit.of is not None:
        roles.add("of", unit.of)
    for following in units[at + 1 :]:
        if following.kind in ("np", "pron"):
            if not following.roles:
                if following.parent is None:
                    break
                continue
            if following.parent is None:
                dative = following.roles >= _DATIVE
                if not dative and following.roles.isdisjoint(wanted):
                    if following.roles.isdisjoint(_PLACES):
                        break
                    continue  # "the arrest in France of X"
            elif following.parent is not unit.of:
                continue
            for role in following.roles:
                roles.add(role, following)
        elif following.kind not in _SMALL:
            break
    return roles


_DATIVE = frozenset({"to", "for"})
"""Arabic li-: the object of a masdar."""
_PLACES = frozenset({"in", "at"})
_SMALL = frozenset({"date", "word", "cert", "gap", "open", "close"})
"""Kinds of unit that part nothing."""
