"""Signs: the expressions by which a pack tells what a line or a text is, ruled out cheaply where none fits.

A page is asked for some fifty signs and has hardly any. So it is worked out once what a text must have for
an expression to fit at all: how long it is at most, where it begins, and a word of which it holds one.
"""

import re

from msgspec import Struct

_ENDLESS = 1 << 30
_OPENING = re.compile(r"\(\?(?:P<\w+>|[a-z]*(?:-[a-z]+)?:)|\((?!\?)")
_FLAGS = re.compile(r"\(\?[a-z]+\)")
_TIMES = re.compile(r"([?*+]|\{(\d*)(,?)(\d*)\})[?+]?")
_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]")


class Sign:
    """One expression, without regard to case, and why it is one.

    is_line:           fits a whole line, or where it begins with ^ as much of it as it asks for.
    shortest, longest: how many characters such a line may have.
    firsts:            the letters it may begin with (see `Needs`).
    words:             a text it fits has one of these, folded; () for nothing known.
    """

    __slots__ = (
        "_anchored", "_lines", "_pattern", "firsts", "is_line", "longest", "shortest", "why", "words"
    )  # fmt: skip

    def __init__(self, pattern: str, why: str) -> None:
        self.why = why
        self._pattern = re.compile(pattern, re.IGNORECASE)
        needs = needs_of(pattern)
        self.words = needs.words
        self.firsts = needs.firsts if needs.anchored or not pattern.startswith("^") else None
        several = bool(self._pattern.flags & re.MULTILINE)
        self._anchored = needs.anchored and not several
        self._lines = needs.anchored and several
        begins = pattern.startswith("^")
        if begins:
            self.is_line = self._pattern.match if self._anchored else self._pattern.search
        else:
            self.is_line = self._pattern.fullmatch
        closed = not begins or (self._anchored and needs.closed)
        self.shortest = needs.shortest
        self.longest = needs.longest if closed else _ENDLESS

    def search(self, text: str, folded: str | None = None) -> re.Match[str] | None:
        """Where it fits first in `text`. folded: `fold` of the text, where that is at hand."""
        if self._anchored:
            return self._pattern.match(text)
        if self._lines:
            at = 0
            while True:
                match = self._pattern.match(text, at)
                if match is not None:
                    return match
                at = text.find("\n", at) + 1
                if not at:
                    return None
        if folded is not None and self.words and not any(word in folded for word in self.words):
            return None
        return self._pattern.search(text)


class Signs(dict[str, tuple[Sign, ...]]):
    """Signs of lines, by the (folded) letter a line begins with, for as many letters as were met."""

    def __init__(self, signs: tuple[Sign, ...]) -> None:
        super().__init__()
        self._all = signs

    def __missing__(self, first: str) -> tuple[Sign, ...]:
        found = tuple(sign for sign in self._all if sign.firsts is None or first in sign.firsts)
        self[first] = found
        return found

    def of(self, line: str) -> Sign | None:
        """The first sign that `line` (not empty) fits."""
        size = len(line)
        folded = ""
        for sign in self[_first(line)]:
            if not sign.shortest <= size <= sign.longest:
                continue
            if sign.firsts is None and sign.words:  # it may begin with anything: tried at length, if at all
                folded = folded or fold(line)
                if not any(word in folded for word in sign.words):
                    continue
            if sign.is_line(line):
                return sign
        return None


def fold(text: str) -> str:
    """`text` in lower case, with one form for letters that are alike without regard to case."""
    return text.lower().replace("ı", "i").replace("ſ", "s").replace("ς", "σ").replace("\u0307", "")


def _first(text: str) -> str:
    """The folded letter that `text` begins with, "0" for a digit."""
    return "0" if text[0].isdecimal() else fold(text[0])[:1]


class Needs(Struct, frozen=True):
    """What a text needs for an expression to fit.

    longest, shortest: how many characters it fits at most and at least.
    words: folded; it holds one of them, () for nothing known.
    firsts: the letters it may begin with, folded ("0" for any digit), None for any sign.
    anchored, closed: whether it begins with ^, and ends with $, in all its alternatives.
    """

    longest: int = _ENDLESS
    words: tuple[str, ...] = ()
    firsts: frozenset[str] | None = None
    shortest: int = 0
    anchored: bool = False
    closed: bool = False


def needs_of(pattern: str) -> Needs:
    """What `pattern` needs; nothing is known of one that is written in an unknown way.

    >>> needs = needs_of("^(the )?(views|opinions) of .{1,80}$")
    >>> needs.longest, needs.words, sorted(needs.firsts), needs.anchored, needs.closed
    (96, ('opinions', 'views'), ['o', 't', 'v'], True, True)
    """
    try:
        found, end = _alternatives(pattern, 0)
    except (IndexError, ValueError):
        return Needs()
    return found if end == len(pattern) else Needs()


def _alternatives(pattern: str, at: int) -> tuple[Needs, int]:
    """What the alternatives from `at` to their closing bracket need, and where that is."""
    branches = []
    while True:
        branch, at = _sequence(pattern, at)
        branches.append(branch)
        if at >= len(pattern) or pattern[at] == ")":
            break
        at += 1
    words = tuple(sorted({word for branch in branches for word in branch.words}))
    return (
        Needs(
            max(branch.longest for branch in branches),
            words if all(branch.words for branch in branches) else (),
            _united([branch.firsts for branch in branches]),
            min(branch.shortest for branch in branches),
            all(branch.anchored for branch in branches),
            all(branch.closed for branch in branches),
        ),
        at,
    )


def _sequence(pattern: str, at: int) -> tuple[Needs, int]:
    """The same of one alternative."""
    flags = _FLAGS.match(pattern, at)
    if flags is not None:
        at = flags.end()
    begin = at
    longest = 0
    words: tuple[str, ...] = ()
    firsts: frozenset[str] | None = frozenset()
    shortest = 0
    run = ""
    while at < len(pattern) and pattern[at] not in "|)":
        letter, inner, at = _atom(pattern, at)
        times = _TIMES.match(pattern, at)
        least, most = _counts(times)
        if times is not None:
            at = times.end()
        longest = min(_ENDLESS, longest + inner.longest * most)
        if not shortest:
            firsts = _united([firsts, inner.firsts])
        shortest += inner.shortest * least
        if letter and times is None:
            run += letter
            words = _better(words, (fold(run),))
        else:
            run = ""
            if least and inner.words:
                words = _better(words, inner.words)
    closed = at > begin and pattern[at - 1] == "$" and pattern[at - 2 : at - 1] != "\\"
    if not shortest:
        firsts = None
    return Needs(longest, words, firsts, shortest, pattern.startswith("^", begin), closed), at


def _united(sets: list[frozenset[str] | None]) -> frozenset[str] | None:
    """All letters of `sets`, None where one of them is any letter."""
    known = [letters for letters in sets if letters is not None]
    return frozenset().union(*known) if len(known) == len(sets) else None


def _better(words: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    """Of two lists of which a text holds one each, that whose words are longer, and so rarer."""
    return others if min(map(len, others)) > min(map(len, words), default=0) else words


def _atom(pattern: str, at: int) -> tuple[str, Needs, int]:
    """The letter that stands at `at`, "" for something else; what it needs; and where it ends."""
    char = pattern[at]
    if char == "(":
        opening = _OPENING.match(pattern, at)
        if opening is None:
            raise ValueError(pattern)  # it looks ahead or behind
        inner, end = _alternatives(pattern, opening.end())
        if pattern[end] != ")":
            raise ValueError(pattern)
        return "", inner, end + 1
    if char == "[":
        found = _CLASS.match(pattern, at)
        if found is None:
            raise ValueError(pattern)
        return "", _ANY, found.end()
    if char == "\\":
        escaped = pattern[at + 1]
        if escaped in "bB":
            return "", _NOTHING, at + 2
        if escaped.isalnum():
            if escaped not in "dDwWsS":
                raise ValueError(pattern)
            return "", _DIGIT if escaped == "d" else _ANY, at + 2
        return escaped, _letter(escaped), at + 2
    if char in "^$":
        return "", _NOTHING, at + 1
    return ("", _ANY, at + 1) if char == "." else (char, _letter(char), at + 1)


_NOTHING = Needs(0, firsts=frozenset())
_ANY = Needs(1, shortest=1)
_DIGIT = Needs(1, firsts=frozenset("0"), shortest=1)


def _letter(letter: str) -> Needs:
    return Needs(1, firsts=frozenset({_first(letter)}), shortest=1)


def _counts(times: re.Match[str] | None) -> tuple[int, int]:
    """How often at least and at most."""
    if times is None:
        return 1, 1
    if times[1] in ("?", "*", "+"):
        return int(times[1] == "+"), 1 if times[1] == "?" else _ENDLESS
    least = int(times[2] or 0)
    return least, (int(times[4]) if times[4] else _ENDLESS) if times[3] else least
