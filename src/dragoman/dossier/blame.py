"""Blame: the ledger ordered by who is blamed, the answers next to the accusations they answer."""

from collections.abc import Iterable

import msgspec

from dragoman.dossier.lines import capital, is_plural, listed, name
from dragoman.dossier.phrases import load
from dragoman.model import LedgerLine, Party, Story

_SURE = {"certain": 0, "stated": 1, "almost_certain": 2, "likely": 3, "possible": 4, "unlikely": 5}
_NAMED = 5  # accusers named in one sentence


class Case(msgspec.Struct, frozen=True):
    """All lines about one accused: those that blame (or claim, or agree), then those that answer."""

    accused: Party | None
    charges: tuple[LedgerLine, ...]
    answers: tuple[LedgerLine, ...]

    @property
    def sentence(self) -> str:
        return sentence(self)


def cases(story: Story) -> tuple[Case, ...]:
    """The ledger by accused: most accusers first, the surest accusation first."""
    groups: dict[str, list[LedgerLine]] = {}
    parties: dict[str, Party | None] = {}
    for line in story.attributions:
        party = line.accused or (line.by if line.stance in ("denies", "claims") else None)
        key = party.id if party else ""
        groups.setdefault(key, []).append(line)
        parties.setdefault(key, party)
    made = []
    for key, lines in groups.items():
        charges = [line for line in lines if line.stance not in ("denies", "doubts")]
        answers = [line for line in lines if line.stance in ("denies", "doubts")]
        charges.sort(key=lambda line: (_SURE[line.certainty], -line.independent_sources))
        made.append(Case(parties[key], tuple(charges), tuple(answers)))
    # A nameless accused comes last, however many speak of it.
    return tuple(sorted(made, key=lambda c: (c.accused is None, -len(c.charges), -len(c.answers))))


def sentence(case: Case) -> str:
    """A case in one sentence, without a full stop.

    "Iran is blamed by Albania (certain) and the United States; Iran denies it"
    """
    words = load().words
    form = words.ledger
    accused = name(case.accused) if case.accused else form["nobody_accused"]
    many = case.accused is not None and is_plural(case.accused)
    parts = []
    accusers = _accusers(line for line in case.charges if line.stance in ("accuses", "acknowledges"))
    if accusers:
        accusers = _shortened(accusers, form["others"])
        parts.append(_say(form["blamed"], accused, many, accusers=listed(accusers)))
    for stance, key in (("claims", "claimed"), ("acknowledges", "admitted")):
        own = [x for x in case.charges if x.stance == stance and _of_itself(x)]
        if own:
            parts.append(_say(form[key], accused, many))
    for stance in ("denies", "doubts"):
        by = list(dict.fromkeys(line.by for line in case.answers if line.stance == stance))
        if not by:
            continue
        names = listed([name(p) if p else form["nobody_by"] for p in by])
        plural = len(by) > 1 or (by[0] is not None and is_plural(by[0]))
        key = f"answer_{stance}" if parts or stance == "doubts" else "only_denies"
        parts.append(_say(form[key], accused, plural, by=names))
    return capital("; ".join(parts))


def _accusers(lines: Iterable[LedgerLine]) -> list[str]:
    words = load().words
    found: dict[str, str] = {}
    for line in lines:
        if _of_itself(line):
            continue
        sure = "" if line.certainty == "stated" else f" ({words.certainty[line.certainty]})"
        label = name(line.by) if line.by else words.ledger["nobody_by"]
        found.setdefault(line.by.id if line.by else "", label + sure)
    return list(found.values())


def _of_itself(line: LedgerLine) -> bool:
    """Whether the speaker speaks of itself (a claim may leave the accused out)."""
    if line.by is None:
        return False
    return line.stance == "claims" if line.accused is None else line.by.id == line.accused.id


def _shortened(names: list[str], others: str) -> list[str]:
    if len(names) <= _NAMED + 1:
        return names
    return [*names[:_NAMED], others.replace("{number}", str(len(names) - _NAMED))]


def _say(form: str, accused: str, plural: bool, accusers: str = "", by: str = "") -> str:
    slots = {
        "accused": accused, "accusers": accusers, "by": by, "is": "are" if plural else "is",
        "s": "" if plural else "s", "y": "y" if plural else "ies",
    }  # fmt: skip
    pieces = form.replace("}", "{").split("{")
    return "".join(slots[piece] if index % 2 else piece for index, piece in enumerate(pieces))
