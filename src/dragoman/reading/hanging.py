"""Hanging: phrases on phrases. "Of" phrases, owners, lists and explanations between commas."""

from dragoman.languages import concepts
from dragoman.model import Reason
from dragoman.reading.bodies import body_of, narrowest
from dragoman.reading.cast import Cast
from dragoman.reading.units import Unit
from dragoman.reading.words import Words

_OWNING = frozenset({"of", "linked"})
_INSIDE = frozenset({"in", "at"})
_BETWEEN = frozenset({"np", "and", "comma", "word", "gap", "cert"})
"""Kinds of units that may stand between two phrases of which one hangs on the other."""


class Hanging:
    """Hangs the phrases of one document's sentences."""

    def __init__(self, words: Words, cast: Cast) -> None:
        self.words, self.cast = words, cast

    def hang(self, units: list[Unit], phrases: list[int]) -> None:
        """Hang "of" phrases on the phrase before them, join phrases linked by "and", and let a phrase
        between commas that names nobody new explain the one before it.

        phrases: which of the units are noun phrases.
        """
        previous: Unit | None = None
        behind = 0
        _set_against(units, phrases)
        if not self.words.head_last:
            _titled(units)
        for number in phrases:
            unit = units[number]
            if unit.parent is not None:
                continue
            before = units[number - 1] if number else None
            if (
                "linked" in unit.roles
                and (before is None or before.kind not in ("np", "pron"))
                and unit.everybody()
            ):
                # "parties linked to X", where nothing is known of the noun: they act for X.
                unit.roles, unit.who, unit.nouns = frozenset(), unit.everybody(), ()
            if previous is None or before is None:
                pass
            elif before is previous:
                self._behind(previous, unit)
            elif before.kind not in ("and", "comma") or _parted(units[behind:number]):
                pass
            elif before.kind == "comma" and (meant := _explained(units, number, previous)) is not None:
                meant.who = unit.who
                unit.parent = meant
            else:
                head = previous
                while head.parent is not None and not unit.roles:
                    head = head.parent
                if _linked(units, number, head, unit):
                    target = previous if (previous.roles == unit.roles or not unit.roles) else head
                    target.group = (*target.group, unit)
                    unit.parent = target
                    unit.roles = unit.roles or target.roles
                    if "between" in target.roles and len(pair := target.parties()) == 2:
                        self.cast.last_two = pair
            previous, behind = unit, number + 1

    def _behind(self, head: Unit, unit: Unit) -> None:
        """Hang a phrase on the one right before it."""
        if head.owner_pronoun is not None and {"of", "from"} <= unit.roles and unit.who:
            return  # "sus tropas de Siria": they have their owner, so it is where from
        if "of" in unit.roles and "by" in head.roles and head.who and not head.nouns:
            return  # "the rejection by Iran of the offer"
        if unit.roles & _OWNING or self._genitive(head, unit):
            unit.parent, head.of = head, unit
            self._own(head, unit)
        elif _seated(head, unit):
            self._own(head, unit)

    def _genitive(self, head: Unit, unit: Unit) -> bool:
        """Where owners stand unmarked behind their noun: "استضافة 3 آلاف", the hosting of 3,000."""
        if self.words.genitive != "after" or unit.roles or head.who or head.of is not None:
            return False
        act = any(concepts()[c].kind in ("event", "part", "modal", "light") for c, _, _ in head.nouns)
        counting = not head.nouns and self._numeral(head)
        return (act or counting) and not self.words.full(head.items[-1])

    def _numeral(self, unit: Unit) -> bool:
        return any(self.words.first_letter(i).isdigit() for i in unit.items)

    def _own(self, head: Unit, owner: Unit) -> None:
        """ "the government of Albania": a body takes its state from the "of" phrase, and from it alone."""
        if head.who and not head.implied:
            return
        bodies = [(c, n) for c, _, n in head.nouns if concepts()[c].kind in ("organ", "office", "people")]
        found = owner.everybody()
        if bodies and found:
            # "elements linked to X" act for X; "the government of X" is a body of it.
            who = (
                found[0]
                if "linked" in owner.roles
                else body_of(self.cast, narrowest(bodies, self.words.head_last), found[0])
            )
            if who is not None:
                start, end = (
                    self.words.tokens.start[head.items[0].first],
                    self.words.tokens.end[owner.last - 1],
                )
                self.cast.mention(who, start, end, Reason("body:of", start, end, found[0].label))
                head.who = (who,)


def _parted(between: list[Unit]) -> bool:
    """Whether a phrase cannot hang on another for what stands between them."""
    return any(unit.kind not in _BETWEEN for unit in between)


def _set_against(units: list[Unit], phrases: list[int]) -> None:
    """ "Russia, not Ukraine, was behind it": who is set against somebody has no part; the "not" is his."""
    for number in phrases:
        if number < 3 or number + 1 >= len(units) or units[number - 1].kind != "neg":
            continue
        unit, head = units[number], units[number - 3]
        commas = units[number - 2].kind == "comma" and units[number + 1].kind == "comma"
        if commas and head.kind == "np" and unit.roles == head.roles:
            unit.parent = head
            units[number - 1].kind = "word"


def _seated(head: Unit, place: Unit) -> bool:
    """ "the ministry in Tehran", "the court in Antwerp": a body of the state its seat is in. An embassy
    is not."""
    if head.who or not place.who or not place.roles & _INSIDE:
        return False
    return any(
        concepts()[c].kind == "organ" and not concepts()[c].thing for c, _, _ in head.nouns
    ) and not head.has("mission")


def _titled(units: list[Unit]) -> None:
    """ "The envoy of Iran at the nations, Such-a-one": a person right after a post and what hangs on it."""
    for number, unit in enumerate(units):
        if (
            unit.kind != "np"
            or unit.roles
            or unit.nouns
            or len(unit.who) != 1
            or unit.who[0].type != "person"
        ):
            continue
        at = number - 1
        while at >= 0 and units[at].kind == "np" and units[at].roles and units[at].parent is None:
            at -= 1
        if at < 0 or at == number - 1 or units[at].kind != "np":
            continue
        head = units[at]
        if any(concepts()[c].kind == "office" for c, _, _ in head.nouns) and not any(
            w.type == "person" for w in head.who
        ):
            head.who, unit.parent = unit.who, head


def _explained(units: list[Unit], number: int, previous: Unit) -> Unit | None:
    """The phrase that units[number] explains: the one before the comma, or the one that has its place
    there ("our ally in NATO, Albania")."""
    if _explains(units, number, previous):
        return previous
    head = units[number - 3] if number > 2 and units[number - 2] is previous else None
    if (
        head is not None
        and head.kind == "np"
        and previous.roles & {"in", "at"}
        and head.owner_pronoun is not None
        and _explains(units, number, head)
    ):
        return head
    return None


def _explains(units: list[Unit], number: int, head: Unit) -> bool:
    """ "our NATO ally, Albania,": a name between commas says who is meant by the noun before it."""
    unit = units[number]
    if unit.roles or len(unit.who) != 1 or unit.nouns:
        return False
    group = head.has("opposition_label") or head.has("hostile_label")
    if group and not head.who and unit.who[0].type in ("group", "org"):
        return True  # "Iran's main opposition group, the MEK"
    if unit.determined:
        return False
    if not any(concepts()[c].kind in ("people", "office") for c, _, _ in head.nouns) or any(
        w.type == "person" for w in head.who
    ):
        return False
    following = units[number + 1] if number + 1 < len(units) else None
    return following is None or following.kind in ("comma", "gap", "close")


def _linked(units: list[Unit], number: int, head: Unit, unit: Unit) -> bool:
    """Whether `unit` continues a list that `head` began: joined by "and" now or further on."""
    if unit.roles and unit.roles != head.roles:
        return False
    if not head.who or not unit.who:
        return (
            units[number - 1].kind == "and"
            and bool(unit.nouns)
            and bool(head.nouns)
            and unit.determined == head.determined
        )
    if {w.actor() for w in unit.who} <= {w.actor() for w in head.parties()}:
        return False  # nobody is named twice in one list: "X cuts ties with Iran and Tehran denies"
    if units[number - 1].kind == "and":
        return {w.type for w in head.who} <= {"country", "org", "group", "person", "role", "threat_actor"}
    same = head.who[0].type == unit.who[0].type
    later = units[number + 1 : number + 8]
    return same and any(
        u.kind == "and" and n + 1 < len(later) and later[n + 1].kind == "np" and later[n + 1].who
        for n, u in enumerate(later)
    )
