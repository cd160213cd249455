"""The clauses of a sentence as a small tree.

A "that" clause hangs on the verb of saying before it, a relative clause on the phrase it explains, a
side clause of fact ("after …") or of condition ("if …") on the clause around it. Commas, coordinators
and a second finite verb close what was open.
"""

from dragoman.languages import concepts
from dragoman.reading.clauses import (
    Clause,
    after_last_verb,
    boundary,
    comma_and,
    ends_in_auxiliary,
    ends_in_verb,
    finite_form,
    has_auxiliaries_alone,
    infinitive_auxiliary,
    last_governor,
    last_phrase,
    last_said,
    last_sayer,
    outermost,
    said_without_verb,
)
from dragoman.reading.units import Unit

_STAYING = frozenset({"word", "pron", "and", "but", "neg", "cert", "date", "gap", "quote"})
"""Kinds of unit that go into the clause that is open and change nothing else."""


class Builder:
    """Builds the clauses of one sentence. verb: the pack's word order."""

    def __init__(self, verb: str) -> None:
        self.verb = verb
        self.clauses: list[Clause] = []
        self._units: list[Unit] = []

    def build(self, units: list[Unit], root: Clause) -> list[Clause]:
        self.clauses, self._units = [root], units
        current = root
        for number, unit in enumerate(units):
            kind = unit.kind
            if kind in _STAYING:
                current.units.append(unit)
            elif kind == "np":
                if current.kind == "rel" and not unit.roles and self._over(current):
                    # "hackers die door X worden gesteund | de aanval hebben uitgevoerd"
                    current = current.parent or current
                current.units.append(unit)
            elif kind in ("verb", "aux"):
                nxt = units[number + 1] if number + 1 < len(units) else None
                current = self._verb(unit, nxt, current)
                current.units.append(unit)
            else:
                current = self._step(unit, current, units, number)
        for clause in self.clauses:
            if clause.kind == "that":
                _take_in_name(clause)
        standing = [c for c in self.clauses if c.units]
        for clause in standing:
            clause.kinds = [u.kind for u in clause.units]
        return standing

    def _open(self, kind: str, parent: Clause | None, marker: Unit | None = None) -> Clause:
        clause = Clause(kind, parent, marker=marker)
        self.clauses.append(clause)
        return clause

    def _step(self, unit: Unit, current: Clause, units: list[Unit], number: int) -> Clause:
        """The clause that is open behind a sign, a coordinator or a word that opens a clause."""
        kind = unit.kind
        if kind == "that":
            clause = self._open("that", current, unit)
            clause.governor = last_sayer(current)
            return clause
        if kind == "rel":
            clause = self._open("rel", current, unit)
            clause.antecedent = last_phrase(current)
            return clause
        if (
            kind == "sub"
            and "question" in unit.senses.classes
            and current.units
            and (sayer := last_said(current)) is not None
        ):
            clause = self._open("that", current, unit)  # "stressed how the regime …"
            clause.governor = sayer
            return clause
        if kind in ("sub", "cond"):
            return self._open(kind, current, unit)
        if kind == "to":
            if current.kind == "inf" and current.units and current.units[-1].kind in ("and", "or"):
                # "accused X of doing this and of doing that"
                clause = self._open("inf", current.parent, unit)
                clause.governor = current.governor
                return clause
            clause = self._open("inf", current, unit)
            clause.governor = last_governor(current)
            return clause
        if kind in ("semi", "dash"):
            base = outermost(current)
            return self._beside(base, carried=False)
        if kind == "colon":
            if _heads_words(current):
                return current
            clause = self._open("that", current, unit)
            clause.governor = last_sayer(current)
            return clause if clause.governor is not None else self._beside(outermost(current), carried=False)
        if kind == "comma":
            return self._comma(current, units, number)
        if kind not in ("open", "close"):
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
        if current.kind == "rel" and current.has_verb() and not _name_to_come(current, units[number + 1 :]):
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
        if unit.kind == "verb" and not finite_form(unit, current):
            return self._not_finite(unit, current)
        if unit.kind == "aux" and infinitive_auxiliary(unit):
            return current
        if self.verb == "vso" and (main := self._goes_on(unit, current)) is not None:
            return main
        if not current.has_finite() or self._one_group(unit, nxt, current):
            return current
        at = boundary(current)
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
        if at is None:
            return self._unparted(current)
        return self._parted(unit, current, at)

    def _not_finite(self, unit: Unit, current: Clause) -> Clause:
        """Where a participle or infinitive goes."""
        after_comma = "ger" in unit.tags() and bool(current.units) and current.units[-1].kind == "comma"
        if (
            after_comma
            and current.kind == "that"
            and current.parent is not None
            and "speech" in unit.senses.kinds
        ):
            return self._beside(current.parent, carried=True)  # "said that …, adding that …"
        if after_comma and current.has_verb():
            return self._beside(current, carried=True)
        if self.verb == "second" and unit.tags() == _INFINITIVE and (at := _own_words(current)) is not None:
            # "zegt | de tanker niet te hebben gekaapt": an infinitive with "te" has words of its own.
            clause = self._open("inf", current)
            clause.governor = current.units[at]
            return _cut_off(current, _behind_its_own(current, at), clause)
        if self.verb == "svo" and "part" in unit.tags() and (shared := self._shared(unit, current)):
            # "a condamné X et rappelé Y": a second participle of one auxiliary
            fresh = self._beside(current, carried=True)
            fresh.units.extend(
                Unit(aux.kind, unit.first, unit.first, aux.senses, aux.roles) for aux in shared
            )
            return fresh
        return current

    def _shared(self, unit: Unit, current: Clause) -> list[Unit]:
        """The auxiliaries of the participle before that `unit` goes on with behind "and", or behind a comma
        where an "and" and one more participle follow."""
        before = [u for u in current.units if u.kind not in ("word", "neg", "cert", "gap", "date")]
        if not before or before[-1].kind not in ("and", "but", "comma"):
            return []
        if before[-1].kind == "comma" and not self._listed(unit):
            return []
        at = next((n for n in range(len(before) - 1, -1, -1) if before[n].kind == "verb"), 0)
        if not at or "part" not in before[at].tags():
            return []
        shared: list[Unit] = []
        while at and before[at - 1].kind == "aux":
            at -= 1
            shared.insert(0, before[at])
        return shared

    def _listed(self, unit: Unit) -> bool:
        """Whether an "and" with a participle comes behind `unit`, and no finite verb before that."""
        behind = self._units[self._units.index(unit) + 1 :]
        for number, other in enumerate(behind):
            if other.kind == "aux" or (other.kind == "verb" and other.senses.finite):
                return False
            if other.kind == "and":
                nxt = next((u for u in behind[number + 1 :] if u.kind not in ("word", "neg", "cert")), None)
                if nxt is not None and nxt.kind == "verb" and "part" in nxt.tags():
                    return True
        return False

    def _goes_on(self, unit: Unit, current: Clause) -> Clause | None:
        """Where verbs come first, the clause that ", and" and a verb go on with from inside another."""
        if not current.units or current.units[-1].last != unit.first:
            return None  # a relative clause stands between: "the attack, and which …, was carried out"
        if current.kind == "that" and current.parent is not None and said_without_verb(current):
            # "said that the charges (are) baseless, and accused X"
            return self._beside(current.parent, carried=True)
        if current.kind in ("that", "rel") and unit.kind == "verb" and comma_and(current):
            # "said that …, and accused X": the main clause goes on
            return self._beside(outermost(current), carried=True)
        return None

    def _one_group(self, unit: Unit, nxt: Unit | None, current: Clause) -> bool:
        """Whether a finite verb belongs to the one its clause has already."""
        if self.verb in ("second", "sov") and ends_in_verb(current):
            return True  # "gevlogen werden", "hat angreifen wollen": one group, not two clauses.
        if ends_in_auxiliary(current):
            return True
        if (
            self.verb == "second"
            and unit.kind == "aux"
            and nxt is not None
            and nxt.kind in ("verb", "aux")
            and has_auxiliaries_alone(current)
        ):
            # "zou de bank hebben gehackt", "zal morgen worden gesloten": the end of the bracket that an
            # auxiliary opened.
            return True
        # "had the ministry summoned": the auxiliary before the subject
        return self.verb == "vso" and not current.has_verb()

    def _unparted(self, current: Clause) -> Clause:
        """A second finite verb with neither comma nor "and" before it: the clause it stands in."""
        if self.verb == "vso":
            last = current.units[-1]
            if last.kind == "np" and not last.definite:
                # "an attack (that) hit": an indefinite noun needs no relative word.
                clause = self._open("rel", current)
                clause.antecedent = last
                return clause
            return self._beside(current, carried=False)
        sayer = last_said(current)
        if sayer is not None:
            # "X says Y did Z": what follows the verb of saying is its content.
            clause = self._open("that", current)
            clause.governor = sayer
            return _cut_off(current, current.units.index(sayer) + 1, clause)
        if current.kind in ("sub", "that") and current.parent is not None and not current.parent.has_finite():
            return current.parent
        cut = after_last_verb(current)
        return _cut_off(current, cut, self._beside(current, carried=False))

    def _parted(self, unit: Unit, current: Clause, at: int) -> Clause:
        """A second finite verb behind the comma or "and" at units[at]: the clause it stands in."""
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
            and not any("speech" in u.senses.kinds for u in current.verbs())
            and current.parent.has_verb()
        ):
            # "concluded that X was responsible and said that …": who said the one said the other.
            base = current.parent
        fresh = self._beside(base, carried=not named)
        fresh.units = tail
        del current.units[at:]
        return fresh


def _name_to_come(clause: Clause, following: list[Unit]) -> bool:
    """Whether a verb that gives a name still waits for it: "which Tehran calls, a terror group"."""
    return (
        bool(following)
        and following[0].has("hostile_label")
        and not any(u.has("hostile_label") for u in clause.units)
        and any(s.concept == "call_name" for u in clause.verbs() for s in u.senses.verbs)
    )


def _heads_words(clause: Clause) -> bool:
    """Whether a clause is nothing but who says what follows the colon: "NATO: Russia behind the attack". A
    state before a colon is as often what it is about ("Syria: three killed"). Marks him as the speaker."""
    phrases = [u for u in clause.units if u.kind not in ("gap", "cert")]
    if len(phrases) != 1 or phrases[0].kind != "np" or phrases[0].roles or not phrases[0].who:
        return False
    if any(w.type not in ("person", "org", "role") for w in phrases[0].who):
        return False
    phrases[0].roles = frozenset({"according"})
    return True


_INFINITIVE = frozenset({"inf"})


def _own_words(clause: Clause) -> int | None:
    """Where in a clause the verb of saying or blaming stands that an infinitive with words of its own hangs
    on; None where there is none, or nothing stands between them."""
    for at in range(len(clause.units) - 1, -1, -1):
        unit = clause.units[at]
        if unit.kind == "verb":
            says = "speech" in unit.senses.kinds and not unit.tags() <= _INFINITIVE
            return at if says and _behind_its_own(clause, at) < len(clause.units) else None
    return None


def _behind_its_own(clause: Clause, at: int) -> int:
    """The unit behind the words of the verb units[at]: its subject where that stands behind it, and whom it
    blames or asks."""
    units = clause.units
    if any(u.kind == "aux" for u in units[:at]):
        return at + 1  # "heeft X ervan beschuldigd | …": the bracket is closed
    wanted = (
        0 if any(u.kind in ("np", "pron") and not u.roles and u.parent is None for u in units[:at]) else 1
    )
    if any(concepts()[s.concept].control in ("object", "recipient") for s in units[at].senses.verbs):
        wanted += 1
    end = at + 1
    while wanted and end < len(units):
        if units[end].kind in ("np", "pron") and not units[end].roles and units[end].parent is None:
            wanted -= 1
        end += 1
    while end < len(units) and (
        units[end].kind in ("comma", "gap", "date", "cert") or units[end].parent is not None
    ):
        end += 1
    return end


def _take_in_name(clause: Clause) -> None:
    """ "describes the group as that-it (is) a terror group": a "that" clause without a verb behind a word
    that gives a name is the name, and part of the clause round it."""
    governor, around = clause.governor, clause.parent
    if (
        governor is not None
        and around is not None
        and not clause.has_finite()
        and any(s.concept == "call_name" for s in governor.senses.verbs)
    ):
        around.units.extend(u for u in clause.units if u.kind == "np")
        clause.units = []


def _cut_off(clause: Clause, at: int, fresh: Clause) -> Clause:
    """`fresh` with the units of `clause` from units[at] on."""
    fresh.units = clause.units[at:]
    del clause.units[at:]
    return fresh


def _has_own_verb(units: list[Unit]) -> bool:
    """Whether a verb comes before the next comma or clause marker."""
    for unit in units:
        if unit.kind in ("verb", "aux"):
            return True
        if unit.kind in ("that", "rel", "sub", "cond", "semi"):
            return False
    return False
