"""Signs: the expressions by which a pack tells what a line or a text is, ruled out cheaply where they cannot fit.

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

    longest: the most characters a line may have that it fits as a whole.
    """

    __slots__ = ("_anchored", "_line", "_lines", "_pattern", "_words", "longest", "why")

    def __init__(self, pattern: str, why: str) -> None:
        self.why = why
        self._pattern = re.compile(pattern, re.IGNORECASE)
        needs = needs_of(pattern)
        self._words = needs.words
        several = bool(self._pattern.flags & re.MULTILINE)
        self._anchored = needs.anchored and not several
        self._lines = needs.anchored and several
        begins = pattern.startswith("^")
        if begins:
            self._line = self._pattern.match if self._anchored else self._pattern.search
        else:
            self._line = self._pattern.fullmatch
        closed = not begins or (self._anchored and needs.closed)
        self.longest = needs.longest if closed else _ENDLESS

    def is_line(self, line: str) -> bool:
        """Whether it fits a whole line of up to `longest` characters, or where it begins with ^ its
        beginning."""
        return self._line(line) is not None

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
        if folded is not None and self._words and not any(word in folded for word in self._words):
            return None
        return self._pattern.search(text)


def fold(text: str) -> str:
    """`text` in lower case, with one form for letters that are alike without regard to case."""
    return text.lower().replace("ı", "i").replace("ſ", "s").replace("ς", "σ").replace("\u0307", "")


class Needs(Struct, frozen=True):
    """What a text needs for an expression to fit.

    longest: how many characters it fits at most.  words: folded; it holds one of them, () for nothing known.
    anchored, closed: whether it begins with ^, and ends with $, in all its alternatives.
    """

    longest: int = _ENDLESS
    words: tuple[str, ...] = ()
    anchored: bool = False
    closed: bool = False


def needs_of(pattern: str) -> Needs:
    """What `pattern` needs; nothing is known of one that is written in an unknown way.

    >>> needs_of("^(the )?(views|opinions) of .{1,80}$")
    Needs(longest=98, words=('opinions', 'views'), anchored=True, closed=True)
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
    run = ""
    while at < len(pattern) and pattern[at] not in "|)":
        letter, inner, at = _atom(pattern, at)
        times = _TIMES.match(pattern, at)
        least, most = _counts(times)
        if times is not None:
            at = times.end()
        longest = min(_ENDLESS, longest + inner.longest * most)
        if letter and times is None:
            run += letter
            words = _better(words, (fold(run),))
        else:
            run = ""
            if least and inner.words:
                words = _better(words, inner.words)
    closed = at > begin and pattern[at - 1] == "$" and pattern[at - 2 : at - 1] != "\\"
    return Needs(longest, words, pattern.startswith("^", begin), closed), at


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
        return "", Needs(1), found.end()
    if char == "\\":
        escaped = pattern[at + 1]
        if escaped in "bB":
            return "", Needs(0), at + 2
        if escaped.isalnum():
            if escaped not in "dDwWsS":
                raise ValueError(pattern)
            return "", Needs(1), at + 2
        return escaped, Needs(1), at + 2
    if char in "^$":
        return "", Needs(0), at + 1
    return ("" if char == "." else char), Needs(1), at + 1


def _counts(times: re.Match[str] | None) -> tuple[int, int]:
    """How often at least and at most."""
    if times is None:
        return 1, 1
    if times[1] in ("?", "*", "+"):
        return int(times[1] == "+"), 1 if times[1] == "?" else _ENDLESS
    least = int(times[2] or 0)
    return least, (int(times[4]) if times[4] else _ENDLESS) if times[3] else least
