"""Phrases: the items of a sentence as units, noun phrases with whom they name.

Each word has its kind in its place; phrases grow word by word, are named when they end, and hang on
one another at the end of the sentence.
"""

from collections.abc import Callable
from dataclasses import dataclass

from dragoman.knowledge import Alias
from dragoman.languages import Pack
from dragoman.reading.borders import Borders
from dragoman.reading.cast import Cast
from dragoman.reading.hanging import Hanging
from dragoman.reading.lookahead import Lookahead
from dragoman.reading.naming import Naming
from dragoman.reading.nounverb import verb_awaited
from dragoman.reading.place import Place
from dragoman.reading.scan import Item
from dragoman.reading.units import Unit
from dragoman.reading.wordclass import WordClass, owner_word
from dragoman.reading.words import QUOTE_SIGNS, Words
from dragoman.text.tokens import Tokens

_NO_ROLES: frozenset[str] = frozenset()


@dataclass(slots=True)
class _Cutting(Place):
    """A sentence being cut.

    roles, marker_at: of the preposition the next phrase begins with, and its token.
    owner: the phrase before "'s", which owns the open one.
    """

    roles: frozenset[str] = _NO_ROLES
    marker_at: int = -1
    owner: Unit | None = None

    def begin(self, first: int) -> Unit:
        """The open phrase, or a new one from token `first` (or from its preposition) on."""
        phrase = self.phrase
        if phrase is None:
            start = self.marker_at if self.marker_at >= 0 else first
            phrase = self.phrase = Unit("np", start, first, roles=self.roles)
        return phrase

    def grow(self, item: Item) -> None:
        phrase = self.begin(item.first)
        phrase.items.append(item)
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
        find_name: Callable[[list[str]], tuple[Alias, ...]],
    ) -> None:
        """dates: first token of each date expression → the token after its last.

        find_name: the aliases that are just these tokens.
        """
        self.dates = dates
        self.words = Words(text, tokens, pack)
        self.word_class = WordClass(self.words, cast, Lookahead(self.words, dates))
        self.borders = Borders(self.words, cast)
        self.naming = Naming(self.words, cast, find_name)
        self.hanging = Hanging(self.words, cast)
        cast.head_last = self.words.head_last

    def units(self, items: list[Item]) -> list[Unit]:
        """The units of one sentence (or of one quotation)."""
        cut = _Cutting(items)
        kind_of, dates, count = self.word_class.kind, self.dates, len(items)
        while cut.at < count:
            item = items[cut.at]
            cut.at += 1
            if (stop := dates.get(item.first)) is not None:
                self._close(cut)
                cut.out.append(Unit("date", item.first, stop))
                while cut.at < count and items[cut.at].first < stop:
                    cut.at += 1
                continue
            cut.governed = cut.phrase is None and bool(cut.roles)
            self._add(kind_of(item, cut), item, cut)
        self._close(cut)
        self.hanging.hang(cut.out)
        return cut.out

    def _close(self, cut: _Cutting) -> None:
        """End the open phrase: name it, and keep it."""
        phrase = cut.phrase
        if phrase is not None:
            if cut.owner is not None:
                phrase.poss = next(iter(cut.owner.everybody()), None)
                cut.owner = None
            for item in phrase.items:
                if item.names or self.words.definite(item):
                    phrase.definite = True
                    break
            self.naming.resolve(phrase)
            cut.out.append(phrase)
        elif cut.roles:
            cut.out.append(Unit("word", cut.marker_at, cut.marker_at + 1, roles=cut.roles))
        cut.phrase, cut.roles, cut.marker_at = None, _NO_ROLES, -1

    def _add(self, kind: str, item: Item, cut: _Cutting) -> None:
        """Put one item of a kind into the open phrase, or beside it."""
        phrase = cut.phrase
        if kind == "noun":
            self._noun(item, cut)
        elif kind == "word":
            if phrase is not None and self.borders.state_alone(phrase) and verb_awaited(cut.out):
                self._close(cut)  # "dat Rusland twee diplomaten uitzette"
            if cut.phrase is not None or cut.roles:
                cut.grow(item)
            else:
                cut.out.append(Unit("word", item.first, item.last, item.senses))
        elif kind == "prep":
            self._close(cut)
            cut.roles = item.senses.tags_of("prep")
            cut.marker_at = item.first
        elif kind == "det":
            if phrase is not None and (phrase.items or phrase.determined):
                self._close(cut)
            phrase = cut.begin(item.first)
            phrase.determined = True
            phrase.last = item.last
            phrase.owner_pronoun = owner_word(item.senses)
        elif kind == "poss":
            if phrase is not None:
                self.naming.resolve(phrase)
                cut.owner = phrase
                cut.phrase = Unit("np", phrase.first, item.last, roles=phrase.roles, determined=True)
        elif kind == "adverb":
            if phrase is not None and any(i.senses.nouns or i.names for i in phrase.items):
                self._close(cut)
            if cut.phrase is None and not cut.roles:
                cut.out.append(Unit("word", item.first, item.last, item.senses))
        elif kind == "hyphen" or (kind == "and" and self.borders.joins_adjectives(phrase, cut.items, cut.at)):
            if phrase is not None:
                phrase.last = item.last
        elif phrase is not None and self._inside(kind, item, phrase, cut):
            phrase.last = item.last
        elif kind == "pron" and self._owns_unknown(item, cut):
            cut.out[-1].last = item.last
        elif kind == "pron" and cut.governed:
            cut.out.append(Unit("pron", cut.marker_at, item.last, item.senses, roles=cut.roles))
            cut.roles, cut.marker_at = _NO_ROLES, -1
        else:
            self._close(cut)
            cut.out.append(Unit(kind, item.first, item.last, item.senses))

    def _owns_unknown(self, item: Item, cut: _Cutting) -> bool:
        """Whether a pronoun is written onto a word nothing is known of, whose owner it is."""
        if not cut.out or not self.words.tokens.glued[item.first]:
            return False
        before = cut.out[-1]
        return before.kind == "word" and not before.senses and before.last == item.first

    def _noun(self, item: Item, cut: _Cutting) -> None:
        phrase = cut.phrase
        if phrase is not None and self.borders.owned(phrase, item):
            self._close(cut)
            cut.roles = frozenset({"of"})
        elif phrase is not None and self.borders.starts_anew(phrase, item):
            self._close(cut)
        cut.grow(item)

    def _inside(self, kind: str, item: Item, phrase: Unit, cut: _Cutting) -> bool:
        """Whether a pronoun or a quotation mark belongs into the open phrase."""
        if kind == "pron" and self.words.tokens.glued[item.first] and phrase.last == item.first:
            # "its minister" written as one word: the pronoun owns the noun it is written onto.
            tags = item.senses.tags_of("pron")
            phrase.owner_pronoun = "its" if tags & {"she", "it", "they"} else "his"
            return True
        if kind == "gap" and self.words.written(item) in QUOTE_SIGNS:
            following = cut.following()
            return following is not None and bool(
                following.names or following.senses.nouns or not following.senses
            )
        return False


__all__ = ["Phraser"]
