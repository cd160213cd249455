"""What recording works on: the document it looks things up in, one passage of it, and what is found.

Recorders are functions that take a `Passage` and write into `Findings`; each list of findings is written
by the module named after it, in text order, and only read by the others.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice

import msgspec

from dragoman.model import Attribution, Date, Effect, Event, Label, Party, Span, Statement
from dragoman.model.reading import Stance
from dragoman.reading.cast import Cast, Who
from dragoman.reading.clauses import Clause
from dragoman.reading.frames import Frame
from dragoman.reading.recording.repeats import Told
from dragoman.reading.sentence import Read
from dragoman.reading.units import Unit
from dragoman.text.tokens import Tokens

MOST = 6
"""Parties of one act that are set out one by one; longer lists are rather a sign of a misreading."""


@dataclass(frozen=True, slots=True)
class Material:
    """The document as recorders look things up in it: its text, tokens, people and dates (in order, none
    overlapping another)."""

    text: str
    tokens: Tokens
    cast: Cast
    dates: tuple[Date, ...]

    def span(self, first: int, last: int) -> Span:
        """The text of the tokens from `first` up to `last` (excluded)."""
        a, b = self.tokens.start[first], self.tokens.end[last - 1]
        return Span(a, b, self.text[a:b])

    def dates_in(self, start: int, end: int) -> list[Date]:
        """The dates with a value that begin in text[start:end]."""
        return self._dates(bisect_left(self.dates, start, key=_start), end)

    def dates_over(self, start: int, end: int) -> list[Date]:
        """The dates with a value that text[start:end] is part of or holds a part of."""
        return self._dates(bisect_right(self.dates, start, key=_end), end)

    def _dates(self, first: int, end: int) -> list[Date]:
        """The dates with a value from number `first` on that begin before `end`."""
        found = []
        for date in islice(self.dates, first, None):
            if date.start >= end:
                break
            if date.value:
                found.append(date)
        return found

    def words_of(self, unit: Unit) -> Span:
        return self.span(unit.first, unit.last)

    def chars(self, start: int, end: int) -> Span:
        """text[start:end] without the space round it."""
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return Span(start, end, self.text[start:end])


def _start(date: Date) -> int:
    return date.start


def _end(date: Date) -> int:
    return date.end


class Passage(msgspec.Struct, eq=False):
    """One sentence as it is recorded: what was read of it and the offsets where it stands.

    quoted: whether it stands between quotation marks; speaker: then, who says it.
    hanging: the clauses that hang on a clause, which its evidence takes along.
    spans: (clause, whether with what hangs on it) → its words, once they have been asked for.
    dated: whether a date stands in it, once that has been asked for.
    frames: clause → the acts in it, in order.
    dating: (where a date begins, its clause) → the acts it dates, once they have been asked for.
    """

    read: Read
    start: int
    end: int
    hanging: dict[Clause, list[Clause]]  # Clause compares by identity
    quoted: bool = False
    speaker: tuple[Who, ...] = ()
    spans: dict[tuple[Clause, bool], Span] = msgspec.field(default_factory=dict)
    dated: bool | None = None
    frames: dict[Clause, list[Frame]] = msgspec.field(default_factory=dict)
    dating: dict[tuple[int, Clause], list[Frame]] = msgspec.field(default_factory=dict)

    def __post_init__(self) -> None:
        for frame in self.read.frames:
            self.frames.setdefault(frame.clause, []).append(frame)

    @classmethod
    def of(cls, read: Read, start: int, end: int) -> "Passage":
        return cls(read, start, end, _hanging(read.clauses))

    @classmethod
    def quotation(cls, read: Read, start: int, end: int, speaker: tuple[Who, ...]) -> "Passage":
        return cls(read, start, end, _hanging(read.clauses), True, speaker)

    def holds(self, offset: int) -> bool:
        return self.start <= offset < self.end


def _hanging(clauses: Iterable[Clause]) -> dict[Clause, list[Clause]]:
    """The clauses below each clause: those opened in it, and those that carry its subject on."""
    found: dict[Clause, list[Clause]] = {}
    for clause in clauses:
        if clause.parent is not None:
            found.setdefault(clause.parent, []).append(clause)
        carrier = clause.carried_from
        if carrier is not None and carrier is not clause.parent and clause.kind != "main":
            found.setdefault(carrier, []).append(clause)
    return found


@dataclass(slots=True)
class Findings:
    """Everything found in one document so far.

    author:    whose opinion the document is, or None for a report.
    counted:   offset of a word → (sense of the people counted there, sense of the act they are party to).
    told:      the events.    events_of: the ids of the events that tell of a frame.
    said:      (start, end) of words → who is reported to have said them.
    blamed:    (who blames, whom, how) → the numbers of the attributions that say so.
    charged:   whether an act of violence or a charge has been told of: what a denial can answer.
    attacks:   how often each kind of attack has been named, by which "the attack" is understood.
    """

    material: Material
    author: Who | None = None
    told: Told = field(default_factory=Told)
    statements: list[Statement] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)
    effects: list[Effect] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)
    counted: dict[int, tuple[str, str | None]] = field(default_factory=dict)
    events_of: dict[Frame, list[str]] = field(default_factory=dict)  # Frame compares by identity
    said: dict[tuple[int, int], list[Party | None]] = field(default_factory=dict)
    blamed: dict[tuple[Party, Party, Stance], list[int]] = field(default_factory=dict)
    charged: bool = False
    attacks: Counter[str] = field(default_factory=Counter)

    @property
    def events(self) -> list[Event]:
        return self.told.events

    def add_statement(self, statement: Statement) -> None:
        self.statements.append(statement)
        words = statement.evidence
        self.said.setdefault((words.start, words.end), []).append(statement.speaker)

    def speakers_of(self, words: Span) -> list[Party | None]:
        """Who is reported to have said just these words; [] for nobody."""
        return self.said.get((words.start, words.end), [])
