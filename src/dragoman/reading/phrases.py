"""Phrases: the items of a sentence as units, noun phrases with whom they name.

Each word has its kind in its place; phrases grow word by word, are named when they end, and hang on
one another at the end of the sentence.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from dragoman.languages import NO_SENSES, Pack
from dragoman.reading.borders import Borders
from dragoman.reading.cast import Cast
from dragoman.reading.hanging import Hanging
from dragoman.reading.lookahead import Lookahead
from dragoman.reading.naming import Naming
from dragoman.reading.nounverb import verb_awaited
from dragoman.reading.place import Place
from dragoman.reading.scan import QUOTE_SIGNS, Item, Scanner
from dragoman.reading.units import Unit
from dragoman.reading.wordclass import WordClass
from dragoman.reading.words import UNKNOWN_WORDS, Words
from dragoman.text.tokens import Tokens

_NO_ROLES: frozenset[str] = frozenset()
_OF = frozenset({"of"})
_OBJECT = frozenset({"object"})


@dataclass(slots=True)
class _Cutting(Place):
    """A sentence being cut.

    marker_at: the token of the preposition the next phrase begins with, -1 for none.
    owner: the phrase before "'s", which owns the open one.
    telling: whether the open phrase has a word that may tell whom or what it names.
    phrases: which of the units made so far are noun phrases.
    """

    marker_at: int = -1
    owner: Unit | None = None
    telling: bool = False
    phrases: list[int] = field(default_factory=list)

    def begin(self, first: int) -> Unit:
        """A new phrase from token `first` (or from its preposition) on."""
        start = self.marker_at if self.marker_at >= 0 else first
        phrase = self.phrase = Unit("np", start, first, NO_SENSES, self.roles)
        return phrase

    def grow(self, item: Item) -> None:
        phrase = self.phrase
        if phrase is None:
            start = self.marker_at if self.marker_at >= 0 else item.first
            self.phrase = Unit("np", start, item.last, NO_SENSES, self.roles, (item,))
        else:
            phrase.items += (item,)
            phrase.last = item.last


class Phraser:
    """Cuts the sentences of one document into units. Keeps the cast up to date as it goes."""

    def __init__(
        self,
        text: str,
        tokens: Tokens,
        pack: Pack | None,
        cast: Cast,
        dates: dict[int, int],
        names: Scanner,
    ) -> None:
        """dates: first token of each date expression → the token after its last.

        names: finds the names known.
        """
        self.dates = dates
        self.words = Words(text, tokens, pack)
        self.word_class = WordClass(self.words, cast, Lookahead(self.words, dates))
        self.borders = Borders(self.words, cast)
        self.naming = Naming(self.words, cast, names)
        self.hanging = Hanging(self.words, cast)
        # Without capitals any word may be a name, and an article on it is only seen there.
        self.words_tell = not self.words.cased or bool(self.words.article)
        cast.head_last = self.words.head_last
        self._put: dict[str, Callable[[Item, _Cutting], None]] = {
            "noun": self._noun,
            "word": self._word,
            "prep": self._preposition,
            "det": self._determiner,
            "poss": self._possessive,
            "adverb": self._adverb,
            "hyphen": self._hyphen,
            "and": self._and,
            "pron": self._pronoun,
            "gap": self._gap,
        }

    def units(self, items: list[Item]) -> list[Unit]:
        """The units of one sentence (or of one quotation)."""
        cut = _Cutting(items, telling=self.words_tell)
        kind_of, put, mark, dates = self.word_class.kind, self._put, self._mark, self.dates
        text, starts, cased = self.words.text, self.words.tokens.start, self.words.cased
        stop = 0  # of the date being passed over
        for at, item in enumerate(items, 1):
            first, senses, names = item.first, item.senses, item.names
            if first < stop:
                continue
            if first in dates:
                stop = dates[first]
                self._close(cut)
                cut.out.append(Unit("date", first, stop))
                continue
            cut.at = at
            kind = senses.settled
            if kind is None or names:
                # Signs and words nothing is known of are half of all.
                plain = cased and not senses.known and not names
                kind = UNKNOWN_WORDS[text[starts[first]]] if plain else kind_of(item, cut)
            if kind in put:
                put[kind](item, cut)
            else:
                mark(kind, item, cut)
        self._close(cut)
        self.hanging.hang(cut.out, cut.phrases)
        return cut.out

    def _close(self, cut: _Cutting) -> None:
        """End the open phrase: name it, and keep it."""
        phrase = cut.phrase
        if phrase is not None:
            if cut.owner is not None:
                phrase.poss = next(iter(cut.owner.everybody()), None)
                cut.owner = None
            if cut.telling:
                self.naming.resolve(phrase)
                cut.telling = self.words_tell
            cut.phrases.append(len(cut.out))
            cut.out.append(phrase)
        elif cut.roles:
            cut.out.append(Unit("word", cut.marker_at, cut.marker_at + 1, roles=cut.roles))
        cut.phrase, cut.roles, cut.marker_at = None, _NO_ROLES, -1

    def _mark(self, kind: str, item: Item, cut: _Cutting) -> None:
        """A word that is a unit of its own, and ends the phrase before it."""
        open_ = cut.phrase
        if kind == "cert" and open_ is not None and not open_.items:
            cut.out.append(Unit(kind, item.first, item.last, item.senses))
            return  # "an alleged spy": it stands inside the phrase
        if open_ is not None or cut.roles:
            self._close(cut)
        cut.out.append(Unit(kind, item.first, item.last, item.senses))

    def _owns_unknown(self, item: Item, cut: _Cutting) -> bool:
        """Whether a pronoun is written onto a word nothing is known of, whose owner it is."""
        if not cut.out or not self.words.tokens.glued[item.first]:
            return False
        before = cut.out[-1]
        return before.kind == "word" and not before.senses.known and before.last == item.first

    def _noun(self, item: Item, cut: _Cutting) -> None:
        phrase = cut.phrase
        if phrase is not None and phrase.items:
            if self.borders.owners_behind and self.borders.owned(phrase, item):
                self._close(cut)
                cut.roles = _OF
            elif self.borders.starts_anew(phrase, item):
                self._close(cut)
        cut.telling = True
        cut.grow(item)

    def _word(self, item: Item, cut: _Cutting) -> None:
        phrase = cut.phrase
        compounds_in_one = self.borders.compounds_in_one
        if (
            compounds_in_one
            and phrase is not None
            and self.borders.state_alone(phrase)
            and verb_awaited(cut.out)
        ):
            self._close(cut)  # "dat Rusland twee diplomaten uitzette"
            phrase = None
        if phrase is not None or cut.roles:
            if item.senses.known:
                cut.telling = True
            cut.grow(item)
        else:
            cut.out.append(Unit("word", item.first, item.last, item.senses))

    def _preposition(self, item: Item, cut: _Cutting) -> None:
        if cut.phrase is not None or cut.roles:
            self._close(cut)
        cut.roles, cut.marker_at = item.senses.roles, item.first

    def _determiner(self, item: Item, cut: _Cutting) -> None:
        phrase = cut.phrase
        if phrase is not None and phrase.items:
            self._close(cut)
        phrase = cut.phrase or cut.begin(item.first)
        phrase.determined = True
        phrase.last = item.last
        phrase.owner_pronoun = phrase.owner_pronoun or item.senses.owner

    def _possessive(self, item: Item, cut: _Cutting) -> None:
        phrase = cut.phrase
        if phrase is not None:
            self.naming.resolve(phrase)
            cut.owner = phrase
            cut.phrase = Unit("np", phrase.first, item.last, roles=phrase.roles, determined=True)

    def _adverb(self, item: Item, cut: _Cutting) -> None:
        phrase = cut.phrase
        if phrase is not None and any(i.senses.nouns or i.names for i in phrase.items):
            self._close(cut)
        if cut.phrase is None and not cut.roles:
            cut.out.append(Unit("word", item.first, item.last, item.senses))

    def _hyphen(self, item: Item, cut: _Cutting) -> None:
        if cut.phrase is not None:
            cut.phrase.last = item.last

    def _and(self, item: Item, cut: _Cutting) -> None:
        if self.borders.joins_adjectives(cut.phrase, cut.items, cut.at):
            self._hyphen(item, cut)
        else:
            self._mark("and", item, cut)

    def _pronoun(self, item: Item, cut: _Cutting) -> None:
        phrase = cut.phrase
        if phrase is not None and phrase.last == item.first and self.words.tokens.glued[item.first]:
            # "its minister" written as one word: the pronoun owns the noun it is written onto.
            tags = item.senses.tags_of("pron")
            phrase.owner_pronoun = "its" if tags & {"she", "it", "they"} else "his"
            phrase.last = item.last
        elif phrase is None and self._owns_unknown(item, cut):
            cut.out[-1].last = item.last
        elif cut.governed:
            cut.out.append(Unit("pron", cut.marker_at, item.last, item.senses, roles=cut.roles))
            cut.roles, cut.marker_at = _NO_ROLES, -1
        elif "object" in item.senses.tags_of("pron"):
            # "lo acusó": a pronoun that is never a subject
            self._mark("pron", item, cut)
            cut.out[-1].roles = _OBJECT
        else:
            self._mark("pron", item, cut)

    def _gap(self, item: Item, cut: _Cutting) -> None:
        """A quotation mark may stand inside a phrase."""
        phrase = cut.phrase
        if phrase is not None and self.words.written(item) in QUOTE_SIGNS:
            following = cut.following()
            if following is not None and (
                following.names or following.senses.nouns or not following.senses.known
            ):
                phrase.last = item.last
                return
        self._mark("gap", item, cut)


__all__ = ["Phraser"]
