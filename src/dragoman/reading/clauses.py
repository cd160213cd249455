"""Clauses: which words belong together under one verb, and what hangs on what."""

import msgspec

from dragoman.languages import concepts
from dragoman.reading.units import Unit
from dragoman.reading.who import Who


class Clause(msgspec.Struct, eq=False):
    """kind: main that rel sub cond inf red (reduced relative) quote.

    governor: the verb or noun unit (of the parent clause) whose content this is.
    antecedent: the phrase a relative clause explains.    carried: the subject of the clause before it,
    for a clause that names none.    bounds: its tokens, once it is read and they have been asked for.
    kinds: the kind of each of its units, once the tree stands.
    """

    kind: str
    parent: "Clause | None" = None
    units: list[Unit] = msgspec.field(default_factory=list)
    governor: Unit | None = None
    antecedent: Unit | None = None
    carried_from: "Clause | None" = None
    marker: Unit | None = None
    given: tuple[Who, ...] = ()
    bounds: tuple[int, int] | None = None
    kinds: list[str] = msgspec.field(default_factory=list)

    def opened_by(self, word_class: str) -> bool:
        """Whether the word that opens it is of a class ("relative_adverb", "simultaneous")."""
        return self.marker is not None and word_class in self.marker.senses.classes

    def verbs(self) -> list[Unit]:
        return [u for u in self.units if u.kind == "verb"]

    def has_verb(self) -> bool:
        return "verb" in [u.kind for u in self.units]

    def has_finite(self) -> bool:
        """Whether a finite verb or auxiliary stands in it."""
        for unit in self.units:
            if unit.kind == "aux" and not infinitive_auxiliary(unit):
                return True
            if unit.kind == "verb" and unit.senses.finite:
                return True
        return False


_INFINITIVE = frozenset({"inf"})
_WILLING = frozenset({"speech", "modal"})
_GOVERNING = frozenset({"speech", "modal", "event", "light", "part"})


def _is_of(unit: Unit, kinds: frozenset[str]) -> bool:
    """Whether a verb or noun unit may have a concept of one of these kinds."""
    if unit.kind != "np":
        return not kinds.isdisjoint(unit.senses.kinds)
    return bool(unit.nouns) and any(concepts()[c].kind in kinds for c, _, _ in unit.nouns)


def infinitive_auxiliary(unit: Unit) -> bool:
    """Whether an auxiliary is an infinitive by its form ("avoir attaqué")."""
    return unit.senses.verb_tags == _INFINITIVE


def finite_form(unit: Unit, clause: Clause) -> bool:
    """Whether a verb unit is the finite verb of `clause`, not a participle or infinitive in it."""
    tags = unit.senses.tags
    if not unit.senses.verbs:
        return False  # "behind", "responsible for": the auxiliary before it is the finite verb
    if not tags:
        return True
    if not unit.senses.finite:
        return False
    # "accused" is past or participle: after an auxiliary it is the participle; a comma parts them.
    for previous in reversed(clause.units):
        if previous.kind == "comma" or previous.kind == "verb":
            return True
        if previous.kind == "aux" and ("part" in tags or "inf" in tags):
            return False
        if previous.kind == "to" and "inf" in tags:
            return False
    return True


def outermost(clause: Clause) -> Clause:
    while clause.parent is not None and clause.kind != "quote":
        clause = clause.parent
    return clause


def last_sayer(clause: Clause) -> Unit | None:
    """The last verb or noun of saying or willing in the clause: what a "that" clause hangs on. A charge right
    before it goes first: "said accusations that …"."""
    for unit in reversed(clause.units):
        if unit.kind != "np":
            break
        if any(concepts()[c].attribution == "accuses" for c, _, _ in unit.nouns):
            return unit
        if not unit.roles and unit.parent is None:
            break
    for unit in reversed(clause.units):
        if unit.kind == "verb" and _is_of(unit, _WILLING):
            return unit
    for unit in reversed(clause.units):
        if unit.kind != "np" or not unit.nouns:
            continue
        if _is_of(unit, _WILLING) or any(concepts()[c].source for c, _, _ in unit.nouns):
            return unit
    return None


def last_said(clause: Clause) -> Unit | None:
    """The last verb of the clause, where it is one of saying."""
    for unit in reversed(clause.units):
        if unit.kind == "verb":
            return unit if "speech" in unit.senses.kinds else None
    return None


def last_governor(clause: Clause) -> Unit | None:
    for unit in reversed(clause.units):
        if unit.kind in ("verb", "np") and _is_of(unit, _GOVERNING):
            return unit
    return None


def last_phrase(clause: Clause) -> Unit | None:
    """What a relative clause explains: the nearest phrase before it that names somebody or an act, else
    the nearest ("support of allies all over the world, who …" are the allies)."""
    found: list[Unit] = []
    for unit in reversed(clause.units):
        if unit.kind == "verb":
            break
        if unit.kind == "np":
            found.append(unit)
    for unit in found:
        if (unit.who or unit.nouns) and not unit.roles & {"in", "at", "about", "during"}:
            return unit
    return found[0] if found else None


def said_without_verb(clause: Clause) -> bool:
    """Whether a clause without a verb is complete: it names something, and ends in a comma and an "and"."""
    return comma_and(clause) and not clause.has_verb() and any(u.kind == "np" for u in clause.units)


def comma_and(clause: Clause) -> bool:
    """Whether the clause ends in a comma and an "and"."""
    units = clause.units
    return len(units) > 1 and units[-1].kind == "and" and units[-2].kind == "comma"


def ends_in_auxiliary(clause: Clause) -> bool:
    """Whether the clause ends in an auxiliary still waiting for its verb ("had been", "has not yet")."""
    for unit in reversed(clause.units):
        if unit.kind == "aux":
            return True
        if unit.kind not in ("neg", "word", "cert"):
            return False
    return False


def ends_in_verb(clause: Clause) -> bool:
    """Whether the clause ends in a verb form that the next one may belong to."""
    return bool(clause.units) and clause.units[-1].kind in ("verb", "aux")


def has_auxiliaries_alone(clause: Clause) -> bool:
    """Whether all verbs of the clause so far are auxiliaries: the verb they carry is still to come."""
    heads = [u for u in clause.units if u.kind in ("verb", "aux")]
    return bool(heads) and all(u.kind == "aux" for u in heads)


def boundary(clause: Clause) -> int | None:
    """The last comma or coordinator after the clause's last verb, as an index, or None."""
    for number in range(len(clause.units) - 1, -1, -1):
        unit = clause.units[number]
        if unit.kind in ("verb", "aux"):
            return None
        if unit.kind in ("and", "but", "comma"):
            following = clause.units[number + 1] if number + 1 < len(clause.units) else None
            if following is not None and following.kind == "np" and following.parent is not None:
                continue  # a list of names, not a new clause
            return number
    return None


def after_last_verb(clause: Clause) -> int:
    """Where the second half of a clause with two finite verbs and nothing between them begins: at
    the phrase right before its end."""
    for number in range(len(clause.units) - 1, -1, -1):
        if clause.units[number].kind in ("verb", "aux"):
            return number + 1
    return len(clause.units)
