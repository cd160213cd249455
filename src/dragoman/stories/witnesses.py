"""Witnesses: which reports stand on their own feet.

Ten papers that print one dispatch are one witness. Two reports are one witness

- when one holds a large part of the other's text (copies, abridged and reordered reprints), or
- when one credits the other's outlet, or both credit one agency, and they share material: a quotation or
  a run of text in one language, most of the acts and numbers where the dispatch was translated.

Naming an agency is not enough: a paper that quotes a wire in passing and has its own reporting stays a
witness. Method: containment of character 9-grams (Broder 1997).
"""

import re
from collections.abc import Callable, Sequence
from functools import cached_property

from dragoman.model import Reading
from dragoman.stories.keys import is_deed, keys
from dragoman.text.fold import norm

_COPIED = 0.4
"""Share of the shorter text's n-grams in the longer from which it is a reprint. Abridged copies of news
texts measure .65 to .85, independent reports of one event in one language .13 at most."""
_SHARED = 0.2
"""The same where one credits the other."""
_TRANSLATED = 0.6
"""Share of the smaller report's acts and numbers from which a credited report in another language is one."""
_FEWEST = 4
"""Acts and numbers below which such a share says nothing."""
_SIZE = 9
_QUOTED_WORDS = 5
_HEAD, _TAIL = 250, 400
"""Characters from the start and the end of a page within which an outlet gives its source."""
_SPACE = re.compile(r"[\W_]+")
_SIGNED = re.compile(r"[(\[（【]\s*([^()\[\]（）【】\n]{2,60}?)\s*[)\]）】]")


class _Report:
    """What of a report its copies share with it."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.outlet = norm(reading.outlet) if reading.outlet else None
        self.initials = "".join(word[0] for word in self.outlet.split()) if self.outlet else ""

    @cached_property
    def grams(self) -> frozenset[str]:
        return shingles(self.reading)

    @cached_property
    def quotations(self) -> frozenset[str]:
        texts = (_SPACE.sub(" ", norm(s.evidence.text)).strip() for s in self.reading.statements if s.quoted)
        return frozenset(text for text in texts if len(text.split()) >= _QUOTED_WORDS)

    @cached_property
    def facts(self) -> frozenset[str]:
        """Acts between named parties and numbers, in no language."""
        return frozenset(key for key in keys(self.reading) if is_deed(key) or key.startswith("number "))

    @cached_property
    def edges(self) -> str:
        """The words at both ends of the page, where sources are given."""
        text = self.reading.text
        return f" {_SPACE.sub(' ', norm(text[:_HEAD] + ' ' + text[-_TAIL:]))} "

    @cached_property
    def signatures(self) -> frozenset[str]:
        """What stands in brackets at both ends: "(LP)", "(Source: Lowland Press)"."""
        text = self.reading.text
        found = _SIGNED.findall(text[:_HEAD]) + _SIGNED.findall(text[-_TAIL:])
        return frozenset(
            _SPACE.sub(" ", norm(sign)).strip() for sign in found if any(c.isalpha() for c in sign)
        )

    def credits(self, other: "_Report") -> bool:
        """Whether this report gives the outlet of `other` as its source."""
        if other.outlet is None or other.outlet == self.outlet or len(other.outlet) < 3:
            return False
        if f" {_SPACE.sub(' ', other.outlet).strip()} " in self.edges:
            return True
        return len(other.initials) > 1 and other.initials in self.signatures


def shingles(reading: Reading) -> frozenset[str]:
    """The character 9-grams of a report without its noise, punctuation and case."""
    text, at = [], 0
    for noise in reading.noise:
        text.append(reading.text[at : noise.start])
        at = max(at, noise.end)
    text.append(reading.text[at:])
    plain = _SPACE.sub(" ", "".join(text).casefold()).strip()
    return (
        frozenset(plain[i : i + _SIZE] for i in range(max(1, len(plain) - _SIZE + 1)))
        if plain
        else frozenset()
    )


def containment(a: frozenset[str], b: frozenset[str]) -> float:
    """How much of the smaller set stands in the larger, 0..1."""
    small, large = (a, b) if len(a) <= len(b) else (b, a)
    return len(small & large) / len(small) if small else 0.0


def witness_groups(readings: Sequence[Reading]) -> tuple[tuple[str, ...], ...]:
    """The reports in groups that stand on one feet each, in the order given."""
    reports = [_Report(r) for r in readings]
    root, join = _unions(len(reports))
    for i, one in enumerate(reports):
        for j in range(i):
            if root(i) != root(j) and _one_witness(one, reports[j]):
                join(i, j)
    groups: dict[int, list[str]] = {}
    for n, reading in enumerate(readings):
        groups.setdefault(root(n), []).append(reading.id)
    return tuple(tuple(group) for group in groups.values())


def _one_witness(a: _Report, b: _Report) -> bool:
    one_language = a.reading.language == b.reading.language
    share = containment(a.grams, b.grams) if one_language else 0.0
    if share >= _COPIED:
        return True
    if not (a.credits(b) or b.credits(a) or a.signatures & b.signatures):
        return False
    if one_language:
        return share >= _SHARED or bool(a.quotations & b.quotations)
    fewer = min(len(a.facts), len(b.facts))
    return fewer >= _FEWEST and len(a.facts & b.facts) / fewer >= _TRANSLATED


def _unions(size: int) -> tuple[Callable[[int], int], Callable[[int, int], None]]:
    parent = list(range(size))

    def root(n: int) -> int:
        while parent[n] != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    def join(a: int, b: int) -> None:
        first, second = sorted((root(a), root(b)))
        parent[second] = first

    return root, join


def independent(documents: Sequence[str], groups: Sequence[Sequence[str]]) -> int:
    """How many witnesses are among `documents`.

    >>> independent(["a", "b", "c"], [["a", "b"], ["c"]])
    2
    """
    wanted = set(documents)
    return sum(1 for group in groups if not wanted.isdisjoint(group))
