"""What can be seen of a word where it stands: its letters, its capital, its article.

Nothing here knows a language: where adjectives and owners stand, and what the article is, comes from
the pack.
"""

from collections.abc import Sequence

from dragoman.knowledge import Alias
from dragoman.languages import Pack, concepts
from dragoman.reading.scan import QUOTE_SIGNS, Item
from dragoman.text.scripts import thinned
from dragoman.text.tokens import Tokens

SIGNS = {
    ",": "comma", "،": "comma", "、": "comma", "，": "comma",
    ":": "colon", "：": "colon", ";": "semi", "؛": "semi", "；": "semi",
    "(": "open", "（": "open", "[": "open", ")": "close", "）": "close", "]": "close",
    "–": "dash", "—": "dash", "…": "semi",
}  # fmt: skip
"""Signs that part a sentence → the kind of unit they make."""
GAP_SIGNS = QUOTE_SIGNS | frozenset(".!?؟。！？")
"""Signs that part nothing."""
_HYPHENS = frozenset("-‐‑/")


class _UnknownWords(dict[str, str]):
    """First character of a token nothing is known of → its kind: that of a sign, "noun" for a capital or
    a figure, else "word". (A sign is a token of its own, so the first character tells them all.)"""

    def __missing__(self, first: str) -> str:
        made = self[first] = "noun" if first.isupper() or first.isdigit() else "word"
        return made


UNKNOWN_WORDS = _UnknownWords(
    {**SIGNS, **dict.fromkeys(_HYPHENS, "hyphen"), **dict.fromkeys(GAP_SIGNS, "gap")}
)


class Words:
    """The words of one document in one language.

    head_last: adjectives stand before their noun.    order: of subject, verb and object.
    genitive: where owners stand unmarked ("after" their noun).
    cased: whether the script of the text has capitals.
    """

    def __init__(self, text: str, tokens: Tokens, pack: Pack | None) -> None:
        self.text, self.tokens = text, tokens
        self.head_last = pack is None or pack.habits.order.adjective == "before"
        self.order = pack.habits.order.verb if pack else "svo"
        self.genitive = pack.habits.order.genitive if pack else ""
        self.article = pack.clitics.article if pack else ""
        self.has_pack = pack is not None
        self.cased = _cased(thinned(text, 2000))

    def surface(self, first: int, last: int) -> str:
        """Tokens first..last-1 as they stand in the text."""
        return self.text[self.tokens.start[first] : self.tokens.end[last - 1]]

    def written(self, item: Item) -> str:
        return self.text[self.tokens.start[item.first] : self.tokens.end[item.last - 1]]

    def first_letter(self, item: Item) -> str:
        return self.text[self.tokens.start[item.first]]

    def is_sign(self, item: Item) -> bool:
        """Whether the item is a sign that parts a sentence."""
        return self.written(item) in SIGNS

    def capital(self, item: Item) -> bool:
        return self.text[self.tokens.start[item.first]].isupper()

    def named(self, item: Item, before: Sequence[Item]) -> bool:
        """Whether a word of the pack is a name here: "Jeremy Hunt", "Mr Power" - written with a
        capital, right after a name or a post. before: the words of its phrase so far."""
        if not self.cased or item.names or not before or item.last - item.first != 1:
            return False
        if item.senses.classes or not self.text[self.tokens.start[item.first]].isupper():
            return False
        last = before[-1]
        if last.last != item.first:
            return False
        if not last.senses.known and not last.names and self.capital(last):
            return not item.senses.nouns
        post = any(concepts()[s.concept].kind == "office" for s in last.senses.nouns)
        return (post or "honorific" in last.senses.classes) and not item.senses.nouns

    def definite(self, item: Item) -> bool:
        """Whether the article stands on the (first) word of `item`."""
        article = self.article
        first = item.first
        start = self.tokens.start[first]
        if not article or not self.text.startswith(article, start):
            return False
        return len(self.tokens.norm[first]) <= self.tokens.end[first] - start - len(article)

    def full(self, item: Item) -> bool:
        """Whether a noun can take no owner behind it: it has the article, or a form that has none."""
        if self.definite(item):
            return item.last - item.first == 1
        return any("free" in s.tags for s in item.senses.nouns)


def _cased(sample: str) -> bool:
    """Whether most letters have capitals: most, not any, for an Arabic report may write of the "FBI"."""
    letters = {letter for letter in set(sample) if letter.isalpha()}
    alone = {letter for letter in letters if letter.lower() == letter.upper()}
    cased = letters - alone
    if not alone or not cased:
        return bool(cased)
    return sum(map(sample.count, cased)) > sum(map(sample.count, alone))


def complete(item: Item) -> bool:
    """Whether a word can be the noun of a phrase: a name, or a word nothing is known of."""
    if item.names:
        return any(a.form in ("name", "capital", "seat", "surname", "city") for a in item.names)
    return not item.senses.known


def is_person(aliases: tuple[Alias, ...]) -> bool:
    return bool(aliases) and aliases[0].entity.startswith("person:")
