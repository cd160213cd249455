"""A place in a sentence: what stands before a word, and what comes after it."""

from dataclasses import dataclass, field

from dragoman.reading.scan import Item
from dragoman.reading.units import Unit

_NO_ROLES: frozenset[str] = frozenset()


@dataclass(slots=True)
class Place:
    """Where the cutting of a sentence has come to.

    items:    the whole sentence.    at: the number of the item after the word.
    out:      the units made so far.
    phrase:   the noun phrase still open, if any.
    roles:    of the preposition the open or the next phrase begins with.
    """

    items: list[Item]
    out: list[Unit] = field(default_factory=list)
    at: int = 0
    phrase: Unit | None = None
    roles: frozenset[str] = _NO_ROLES

    @property
    def governed(self) -> bool:
        """Whether a preposition stands right before the word."""
        return self.phrase is None and bool(self.roles)

    def following(self) -> Item | None:
        return self.items[self.at] if self.at < len(self.items) else None
