"""Units: a sentence as phrases and the small words between them.

The scanned items become noun phrases, verbs and markers. A noun phrase knows the preposition in
front of it, the nouns in it that have a sense, and who it names; "of" phrases hang on the phrase
before them. What is a marker, and where an adjective stands, is the pack's to say.
"""

from functools import cache

import msgspec

from dragoman.languages import NO_SENSES, NOUN_KINDS, Sense, Senses, concepts
from dragoman.reading.scan import Item
from dragoman.reading.who import Who


class Unit(msgspec.Struct, eq=False):
    """One piece of a sentence. first, last: tokens (last excluded).

    kind: np verb aux neg that rel sub cond to and or but comma colon semi open close quote cert date
          word pron
    """

    kind: str
    first: int
    last: int
    senses: Senses = NO_SENSES
    # noun phrases
    roles: frozenset[str] = frozenset()
    items: tuple[Item, ...] = ()
    who: tuple[Who, ...] = ()
    adj: Who | None = None
    poss: Who | None = None
    genitive: Who | None = None
    owner_pronoun: str | None = None
    nouns: tuple[tuple[str, Sense, int], ...] = ()
    of: "Unit | None" = None
    parent: "Unit | None" = None
    group: "tuple[Unit, ...]" = ()
    determined: bool = False
    definite: bool = False
    implied: bool = False
    # a quotation standing in for its text
    quote: int = -1

    def tags(self) -> frozenset[str]:
        return self.senses.tags

    def has(self, concept: str) -> bool:
        return bool(self.nouns) and any(name == concept for name, _, _ in self.nouns)

    def parties(self) -> tuple[Who, ...]:
        """Who the phrase names, with those joined to it by "and"."""
        if not self.group:
            return self.who
        out = list(self.who)
        for other in self.group:
            out.extend(w for w in other.parties() if w not in out)
        return tuple(out)

    def everybody(self) -> tuple[Who, ...]:
        """The parties, or failing them the one of the "of" phrase, of the owner or of the adjective."""
        found = self.parties()
        if found:
            return found
        if self.of is not None and (found := self.of.everybody()):
            return found
        for owner in (self.poss, self.genitive):
            if owner is not None:
                return (owner,)
        return (self.adj,) if self.adj is not None else ()


@cache
def nouns_of_acts() -> frozenset[str]:
    """The senses by which a noun names an act, not somebody or something."""
    return frozenset(
        name for name, sense in concepts().items() if sense.kind not in NOUN_KINDS and sense.kind != "verb"
    )


def is_noun_of_act(concept: str) -> bool:
    return concept in nouns_of_acts()
