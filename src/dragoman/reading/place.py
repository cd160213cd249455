"""A place in a sentence: what stands before a word, and what comes after it."""

from dataclasses import dataclass, field

from dragoman.reading.scan import Item
from dragoman.reading.units import Unit


@dataclass(slots=True)
class Place:
    """Where the cutting of a sentence has come to.

    items:    the whole sentence.    at: the number of the item after the word.
    out:      the units made so far.
    phrase:   the noun phrase still open, if any.
    governed: whether a preposition stands right before the word.
    """

    items: list[Item]
    out: list[Unit] = field(default_factory=list)
    at: int = 0
    phrase: Unit | None = None
    governed: bool = False

    def following(self) -> Item | None:
        return self.items[self.at] if self.at < len(self.items) else None
