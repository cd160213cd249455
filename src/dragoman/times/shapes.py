"""Shapes: which sequences of word classes are a date, and what they say. They name no language.

A shape of the first kind (`points.POINTS`) puts words together: "weekday, day, of, month" is a day
without a year.
A shape of the second kind (`passes.PASSES`) puts points together: a month "of" a year, from one point to
another.
Where several shapes fit, the longest is taken and, among those of one length, the first one listed.
"""

from collections.abc import Callable, Sequence
from typing import Any

from msgspec import Struct

from dragoman.times.classes import class_names, first_letters
from dragoman.times.symbols import Symbol


class Point(Struct, gc=False):
    """A date expression so far. cls: its class in the grammar. mod: "since", "before", "mid" …"""

    cls: str
    symbol: Symbol | None
    rule: str
    mod: str | None = None


class Item(Struct, gc=False):
    """A token with the one reading taken, or a point. start, end: in the flat text."""

    start: int
    end: int
    cls: str
    value: Any


class Found(Struct, gc=False):
    """The items a shape fits, asked by class."""

    items: Sequence[Item]

    def all(self, name: str) -> list[Any]:
        """The values of the items of class or macro `name`."""
        names = class_names(name)
        return [item.value for item in self.items if item.cls in names]

    def get(self, name: str) -> Any:
        """The value of the first item of class or macro `name`, None without one."""
        names = class_names(name)
        for item in self.items:
            if item.cls in names:
                return item.value
        return None

    def has(self, name: str) -> bool:
        """Whether there is an item of class or macro `name`."""
        names = class_names(name)
        for item in self.items:
            if item.cls in names:
                return True
        return False


Build = Callable[[Found], tuple[str, Symbol | None] | tuple[str, Symbol | None, str | None] | None]


class Shape(Struct, frozen=True):
    """id: its name in `because`. pattern: over class names. first: the letters it can begin with."""

    id: str
    pattern: str
    first: frozenset[str]
    build: Build


# The class of what looks like a date and is none: its words are not read in another way.
BLOCK = "block"

_MONTH = "(month_word any_of?)? any_month"
_MONTH2 = "(month_word any_of?)? any_month (slash any_month | lparen any_month rparen | any_month)"
_YEAR = "(comma? prep? any_of? the? year_word? year year_word? era?)"


def shape(id: str, pattern: str, build: Build) -> list[Shape]:
    """The shape, twice where it holds a month: with one name and with two names of the same month."""
    if "MONTH" not in pattern:
        texts = [pattern.replace("YEAR", _YEAR)]
    else:
        texts = [pattern.replace("MONTH", month).replace("YEAR", _YEAR) for month in (_MONTH2, _MONTH)]
    return [Shape(id, text, first_letters(text), build) for text in texts]
