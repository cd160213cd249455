"""Witnesses: which reports stand on their own feet.

Ten papers that print one dispatch are one witness. Two reports are one witness when one holds most
of the other's text (copies, abridged and reordered reprints), or when one credits an agency whose
report, with the same quotations and numbers, is the other. Method: containment of character
9-grams, Broder 1997; the threshold was set on abridged copies of news texts.
"""

import re
from collections.abc import Sequence

from dragoman.model import Reading

_COPIED = 0.5
"""Share of the shorter text's n-grams in the longer from which a report is taken for a reprint."""
_SIZE = 9
_SPACE = re.compile(r"[\W_]+")


def shingles(reading: Reading) -> frozenset[int]:
    """The character 9-grams of a report without its noise, as numbers that are the same in every run."""
    text, at = [], 0
    for noise in reading.noise:
        text.append(reading.text[at : noise.start])
        at = noise.end
    text.append(reading.text[at:])
    plain = _SPACE.sub(" ", "".join(text).casefold())
    return frozenset(_number(plain[i : i + _SIZE]) for i in range(max(1, len(plain) - _SIZE + 1)))


def _number(gram: str) -> int:
    value = 0
    for char in gram:
        value = (value * 1_000_003 + ord(char)) & 0xFFFFFFFFFFFF
    return value


def containment(a: frozenset[int], b: frozenset[int]) -> float:
    """How much of the smaller set stands in the larger, 0..1."""
    small, large = (a, b) if len(a) <= len(b) else (b, a)
    return len(small & large) / len(small) if small else 0.0


def witness_groups(readings: Sequence[Reading]) -> tuple[tuple[str, ...], ...]:
    """The reports in groups that stand on one feet each, in the order given."""
    grams = [shingles(r) for r in readings]
    parent = list(range(len(readings)))

    def root(n: int) -> int:
        while parent[n] != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    for i in range(len(readings)):
        for j in range(i):
            if containment(grams[i], grams[j]) >= _COPIED:
                parent[root(i)] = root(j)
    groups: dict[int, list[str]] = {}
    for n, reading in enumerate(readings):
        groups.setdefault(root(n), []).append(reading.id)
    return tuple(tuple(group) for group in groups.values())


def independent(documents: Sequence[str], groups: Sequence[Sequence[str]]) -> int:
    """How many witnesses are among `documents`.

    >>> independent(["a", "b", "c"], [["a", "b"], ["c"]])
    2
    """
    wanted = set(documents)
    return sum(1 for group in groups if wanted & set(group))
