"""Context: who and when is named in the sentence of a number, so that "30" here and "30" there can be
told to be of one thing without understanding either sentence."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from dragoman.model import Reading
from dragoman.stories.people import People

_STOP = re.compile(r"[.!?؟。！？\n…](?=\s|$)|[。！？\n]")
_REACH = 400
"""Characters from a number beyond which nothing belongs to it, however long the sentence."""


class Context:
    """Entities and dates of one report by the sentence they stand in."""

    def __init__(self, reading: Reading, people: People) -> None:
        self._stops = [0, *(m.end() for m in _STOP.finditer(reading.text)), len(reading.text)]
        self._mentions = sorted(
            (mention.start, people.id_of(entity.id))
            for entity in reading.entities
            if entity.type not in ("role", "region")
            for mention in entity.mentions
        )
        self._dates = sorted((date.start, date.value) for date in reading.dates if date.value)

    def sentence(self, at: int) -> tuple[int, int]:
        """The bounds of the sentence round an offset, cut at a fixed reach."""
        n = bisect_right(self._stops, at)
        start = self._stops[n - 1] if n else 0
        end = self._stops[n] if n < len(self._stops) else self._stops[-1]
        return max(start, at - _REACH), min(end, at + _REACH)

    def entities(self, at: int) -> frozenset[str]:
        """The ids of the entities named in the sentence round an offset."""
        return frozenset(_within(self._mentions, *self.sentence(at)))

    def dates(self, at: int) -> frozenset[str]:
        """The values of the dates given in the sentence round an offset."""
        return frozenset(_within(self._dates, *self.sentence(at)))


def _within(rows: Sequence[tuple[int, str]], start: int, end: int) -> list[str]:
    first = bisect_right(rows, (start, ""))
    out = []
    for at, value in rows[first:]:
        if at >= end:
            break
        out.append(value)
    return out
