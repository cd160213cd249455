"""Clauses: which words belong together under one verb, and what hangs on what.

A sentence becomes a small tree. A "that" clause hangs on the verb of saying before it, a relative
clause on the phrase it explains, a side clause of fact ("after …") or of condition ("if …") on the
clause around it. Commas, coordinators and a second finite verb close what was open.
"""

from dataclasses import dataclass, field

from dragoman.languages import concepts
from dragoman.reading.cast import Who
from dragoman.reading.units import Unit

FINITE = frozenset({"pres", "past", "fut", "imp", "pass"})
# "governs" marks a verb that wants a certain preposition; it says nothing of the form.


@dataclass(slots=True, eq=False)
class Clause:
    """kind: main that rel sub cond inf red (reduced relative) quote.

    governor: the verb or noun unit (of the parent clause) whose content this is.
    antecedent: the phrase a relative clause explains.    carried: the subject of the clause before it,
    for a clause that names none.
    """

    kind: str
    parent: "Clause | None" = None
    units: list[Unit] = field(default_factory=list)
    governor: Unit | None = None
    antecedent: Unit | None = None
    carried_from: "Clause | None" = None
    marker: Unit | None = None
    given: tuple[Who, ...] = ()

    def verbs(self) -> list[Unit]:
        return [u for u in self.units if u.kind == "verb"]

    def has_verb(self) -> bool:
        return any(u.kind == "verb" for u in self.units)

    def has_finite(self) -> bool:
        """Whether a finite verb or auxiliary stands in it."""
        return any(
            u.kind == "aux"
            or (u.kind == "verb" and bool(u.senses.verbs) and (not u.tags() or bool(u.tags() & FINITE)))
            for u in self.units
        )


def kind_of(unit: Unit) -> set[str]:
    """The kinds of concept a verb or noun unit may have."""
    if unit.kind == "np":
        return {concepts()[c].kind for c, _, _ in unit.nouns}
    return set(unit.senses.kinds)


def finite_form(unit: Unit, clause: Clause) -> bool:
    """Whether a verb unit is the finite verb of `clause`, not a participle or infinitive in it."""
    tags = unit.tags()
    if not unit.senses.verbs:
        return False  # "behind", "responsible for": the auxiliary before it is the finite verb
    if not tags:
        return True
    if not tags & FINITE:
        return False
    # "accused" is past or participle: after an auxiliary it is the participle; a comma parts them.
    for previous in reversed(clause.units):
        if previous.kind == "comma" or previous.kind == "verb":
            return True
        if previous.kind == "aux" and tags & {"part", "inf"}:
            return False
        if previous.kind == "to" and "inf" in tags:
            return False
    return True


class Builder:
    """Builds the clauses of one sentence. verb: the pack's word order."""

    def __init__(self, verb: str) -> None:
        self.verb = verb
        self.clauses: list[Clause] = []

    def build(self, units: list[Unit], root: Clause) -> list[Clause]:
        self.clauses = [root]
        current = root
        for number, unit in enumerate(units):
            nxt = units[number + 1] if number + 1 < len(units) else None
            current = self._step(unit, nxt, current, units, number)
        return [c for c in self.clauses if c.units]

    def _open(self, kind: str, parent: Clause | None, marker: Unit | None = None) -> Clause:
        clause = Clause(kind, parent, marker=marker)
        self.clauses.append(clause)
        return clause

    def _step(self, unit: Unit, nxt: Unit | None, current: Clause, units: list[Unit], number: int) -> Clause:
        kind = unit.kind
        if kind == "that":
            clause = self._open("that", current, unit)
            clause.governor = _last_sayer(current)
            return clause
        if kind == "rel":
            clause = self._open("rel", current, unit)
            clause.antecedent = _last_phrase(current)
            return clause
        if (
            kind == "sub"
            and "question" in unit.senses.classes
            and current.units
            and (sayer := _last_said(current)) is not None
        ):
            clause = self._open("that", current, unit)  # "stressed how the regime …"
            clause.governor = sayer
            return clause
        if kind in ("sub", "cond"):
            return self._open(kind, current, unit)
        if kind == "to":
            clause = self._open("inf", current, unit)
            clause.governor = _last_governor(current)
            return clause
        if kind in ("semi", "dash"):
            base = _outermost(current)
            return self._beside(base, carried=False)
        if kind == "colon":
            clause = self._open("that", current, unit)
            clause.governor = _last_sayer(current)
            return clause if clause.governor is not None else self._beside(_outermost(current), carried=False)
        if kind == "comma":
            return self._comma(current, units, number)
        if kind in ("and", "but"):
            current.units.append(unit)
            return current
        if kind in ("open", "close"):
            return current
        if kind == "np" and not unit.roles and self._over(current):
            current = (
                current.parent or current
            )  # "hackers die door X worden gesteund | de aanval hebben uitgevoerd"
        if kind == "verb" or kind == "aux":
            current = self._verb(unit, nxt, current)
        current.units.append(unit)
        return current

    def _over(self, clause: Clause) -> bool:
        """Whether a relative clause is complete: its verb, which stands last, has come, and the clause round
        it still waits for its own."""
        if (
            self.verb not in ("second", "sov")
            or clause.kind != "rel"
            or clause.parent is None
            or not clause.has_finite()
        ):
            return False
        return (
            clause.units[-1].kind in ("verb", "aux")
            and clause.parent.kind in ("that", "sub", "cond", "rel")
            and not clause.parent.has_finite()
        )

    def _beside(self, clause: Clause, carried: bool) -> Clause:
        """A new clause at the level of `clause`."""
        fresh = self._open(clause.kind, clause.parent)
        fresh.governor, fresh.antecedent, fresh.marker = clause.governor, clause.antecedent, clause.marker
        if carried:
            fresh.carried_from = clause
        return fresh

    def _comma(self, current: Clause, units: list[Unit], number: int) -> Clause:
        comma = units[number]
        if current.kind == "rel" and current.has_verb():
            return current.parent or current
        if current.kind in ("sub", "cond") and current.has_verb() and current.parent is not None:
            following = units[number + 1 :]
            parent = current.parent
            if not parent.has_verb() or _has_own_verb(following):
                return parent if not parent.has_verb() else self._beside(parent, carried=True)
        if current.kind in ("inf", "red") and current.has_verb() and current.parent is not None:
            return self._comma(current.parent, units, number)
        current.units.append(comma)
        return current

    def _verb(self, unit: Unit, nxt: Unit | None, current: Clause) -> Clause:
        """Where a verb or auxiliary goes: into the clause, or into a new one beside or above it."""
        tags = unit.tags()
        finite = unit.kind == "aux" or (unit.kind == "verb" and finite_form(unit, current))
        if not finite:
            after_comma = (
                unit.kind == "verb"
                and "ger" in tags
                and bool(current.units)
                and current.units[-1].kind == "comma"
            )
            if (
                after_comma
                and current.kind == "that"
                and current.parent is not None
                and "speech" in unit.senses.kinds
            ):
                return self._beside(current.parent, carried=True)  # "said that …, adding that …"
            if after_comma and current.has_verb():
                return self._beside(current, carried=True)
            return current
        if (
            self.verb == "vso"
            and current.kind == "that"
            and current.parent is not None
            and _said_without_verb(current)
        ):
            return self._beside(
                current.parent, carried=True
            )  # "said that the charges (are) baseless, and accused X"
        if (
            self.verb == "vso"
            and current.kind in ("that", "rel")
            and unit.kind == "verb"
            and [u.kind for u in current.units[-2:]] == ["comma", "and"]
        ):
            return self._beside(
                _outermost(current), carried=True
            )  # "said that …, and accused X": the main clause goes on
        if not current.has_finite():
            return current
        if self.verb in ("second", "sov") and _verb_cluster(current):
            # "gevlogen werden", "hat angreifen wollen": one group, not two clauses.
            return current
        if current.units and _open_group(current):
            return current
        if (
            self.verb == "second"
            and unit.kind == "aux"
            and nxt is not None
            and nxt.kind in ("verb", "aux")
            and _opened_by_aux(current)
        ):
            # "zou de bank hebben gehackt": the end of the bracket an auxiliary opened.
            return current
        if self.verb == "vso" and not current.has_verb():
            return current  # "had the ministry summoned": the auxiliary before the subject
        at = _boundary(current)
        if (
            current.kind in ("rel", "inf", "red")
            and current.parent is not None
            and (at is None or current.units[at].kind == "comma")
        ):
            if at is not None:
                current.parent.units.extend(current.units[at + 1 :])
                del current.units[at:]
            if current.parent.has_finite():
                return self._verb(unit, nxt, current.parent)
            return current.parent
        if at is None and self.verb == "vso":
            last = current.units[-1]
            if last.kind == "np" and not last.definite:
                # "an attack (that) hit": an indefinite noun needs no relative word.
                clause = self._open("rel", current)
                clause.antecedent = last
                return clause
            return self._beside(current, carried=False)
        if at is None:
            sayer = _last_said(current)
            if sayer is not None:
                # "X says Y did Z": what follows the verb of saying is its content.
                cut = current.units.index(sayer) + 1
                clause = self._open("that", current)
                clause.governor = sayer
                clause.units = current.units[cut:]
                del current.units[cut:]
                return clause
            if (
                current.kind in ("sub", "that")
                and current.parent is not None
                and not current.parent.has_finite()
            ):
                return current.parent
            cut = _after_verb(current)
            if self.verb == "vso" and (head := _last_phrase_of_act(current)) is not None:
                # "an attack that happened hit X": a relative clause without a pronoun.
                fresh = self._open("rel", current)
                fresh.antecedent = head
                return fresh
            fresh = self._beside(current, carried=False)
            fresh.units = current.units[cut:]
            del current.units[cut:]
            return fresh
        last = current.units[-1]
        if (
            self.verb == "vso"
            and last.kind == "np"
            and last.roles
            and not last.definite
            and current.units[at].kind == "comma"
        ):
            # "said, in a message (that) was broadcast on Monday, that …"
            clause = self._open("rel", current)
            clause.antecedent = last
            return clause
        tail = current.units[at + 1 :]
        bare = [u for u in tail if u.kind in ("np", "pron") and not u.roles and u.parent is None]
        named = bool(bare)
        if (
            self.verb in ("second", "sov")
            and len(bare) == 1
            and current.kind != "main"
            and not bare[0].who
            and bare[0].kind == "np"
        ):
            named = False  # "that X condemned the attack and the step supported": the step is its object
        base = current
        if (
            self.verb == "svo"
            and current.kind == "that"
            and not named
            and current.parent is not None
            and "speech" in unit.senses.kinds
        ):
            # "concluded that X was responsible and said that …": who said the one said the other.
            if not any("speech" in u.senses.kinds for u in current.verbs()) and current.parent.has_verb():
                base = current.parent
        fresh = self._beside(base, carried=not named)
        fresh.units = tail
        del current.units[at:]
        return fresh


def _said_without_verb(clause: Clause) -> bool:
    """Whether a clause without a verb is complete: it names something, and ends in a comma and an "and"."""
    tail = [u.kind for u in clause.units[-2:]]
    return tail == ["comma", "and"] and not clause.has_verb() and any(u.kind == "np" for u in clause.units)


def _outermost(clause: Clause) -> Clause:
    while clause.parent is not None and clause.kind != "quote":
        clause = clause.parent
    return clause


def _last_sayer(clause: Clause) -> Unit | None:
    """The last verb or noun of saying or willing in the clause: what a "that" clause hangs on."""
    for unit in reversed(clause.units):
        if unit.kind == "verb" and kind_of(unit) & {"speech", "modal"}:
            return unit
    for unit in reversed(clause.units):
        if unit.kind == "np" and kind_of(unit) & {"speech", "modal"}:
            return unit
        if unit.kind == "np" and any(concepts()[c].source for c, _, _ in unit.nouns):
            return unit
    return None


def _last_said(clause: Clause) -> Unit | None:
    """The last verb of the clause, where it is one of saying."""
    for unit in reversed(clause.units):
        if unit.kind == "verb":
            return unit if kind_of(unit) & {"speech"} else None
    return None


def _open_group(clause: Clause) -> bool:
    """Whether the clause ends in an auxiliary still waiting for its verb ("had been", "has not yet")."""
    for unit in reversed(clause.units):
        if unit.kind == "aux":
            return True
        if unit.kind not in ("neg", "word", "cert"):
            return False
    return False


def _last_governor(clause: Clause) -> Unit | None:
    for unit in reversed(clause.units):
        if unit.kind in ("verb", "np") and kind_of(unit) & {"speech", "modal", "event", "light", "part"}:
            return unit
    return None


def _last_phrase(clause: Clause) -> Unit | None:
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


def _last_phrase_of_act(clause: Clause) -> Unit | None:
    """The last phrase of the clause, where it is a noun of an act."""
    for unit in reversed(clause.units):
        if unit.kind == "np":
            return unit if any(concepts()[c].kind == "event" for c, _, _ in unit.nouns) else None
        if unit.kind != "gap":
            return None
    return None


def _has_own_verb(units: list[Unit]) -> bool:
    """Whether a verb comes before the next comma or clause marker."""
    for unit in units:
        if unit.kind in ("verb", "aux"):
            return True
        if unit.kind in ("that", "rel", "sub", "cond", "semi"):
            return False
    return False


def _verb_cluster(clause: Clause) -> bool:
    """Whether the clause ends in a verb form that the next one may belong to."""
    return bool(clause.units) and clause.units[-1].kind in ("verb", "aux")


def _opened_by_aux(clause: Clause) -> bool:
    """Whether all verbs of the clause so far are auxiliaries: the verb they carry is still to come."""
    heads = [u for u in clause.units if u.kind in ("verb", "aux")]
    return bool(heads) and all(u.kind == "aux" for u in heads)


def _boundary(clause: Clause) -> int | None:
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


def _after_verb(clause: Clause) -> int:
    """Where the second half of a clause with two finite verbs and nothing between them begins: at
    the phrase right before its end."""
    for number in range(len(clause.units) - 1, -1, -1):
        if clause.units[number].kind in ("verb", "aux"):
            return number + 1
    return len(clause.units)
