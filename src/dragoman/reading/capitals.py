"""Capitals: which words written with one are names, and which are not.

A language's own habits (what begins a sentence, titles, faiths and days) are in the knowledge data; given
names are in the name lexica. What the text itself shows counts too: a word it has in small letters
elsewhere is no name, nor is one in a line where nearly every word has a capital.
"""

import re
import tomllib
from functools import cache, cached_property
from importlib.resources import files
from typing import NamedTuple

from dragoman.names import is_given_name, is_surname
from dragoman.text.fold import bare
from dragoman.text.tokens import Tokens

_NOUNS = frozenset({"de", "lb"})
"""Languages that give every noun a capital."""
_NOUN_ENDINGS = (
    "ung", "ungen", "heit", "heiten", "keit", "keiten", "schaft", "schaften", "tion", "tionen", "ität",
    "täten",
    "ismus", "nis", "nisse", "ling", "linge", "lings", "tum", "ment", "mente", "zeug", "werk", "stück",
    "stelle", "leute",
    "weise", "zeit", "jahre", "jahren", "jahr", "krieg", "kriegs", "recht", "rechts", "wesen", "system",
    "politik", "partei",
    "parteitag", "regierung", "gesellschaft", "menschen", "kirche", "schule", "universität", "abkommen",
    "vertrag",
)  # fmt: skip
_ADJECTIVE = re.compile(r"(?:isch|lich|ig|al|iv|end|ional|är|or|er|ell|ös)e[nmrs]?$|er$|ten$|e[nmrs]?$")
_PARTICLES = frozenset(
    [
        "van",
        "von",
        "vom",
        "zu",
        "zur",
        "der",
        "den",
        "ten",
        "ter",
        "te",
        "bin",
        "ibn",
        "bint",
        "al",
        "el",
        "ul",
        "ad",
        "as",
        "ash",
        "ud",
        "dos",
        "das",
        "du",
        "di",
        "de",
        "la",
        "le",
        "af",
        "av",
        "o",
        "of",
    ]
)
_NO_PARTICLES = {
    "en": frozenset({"as", "of", "o", "te", "du", "den", "das", "dos", "la", "le"}),
    "de": frozenset({"der", "den", "das", "zu", "zur", "vom", "du", "o", "as"}),
    "fr": frozenset({"de", "du", "la", "le", "as", "te"}),
    "es": frozenset({"de", "la", "el", "al", "o", "te", "le"}),
    "it": frozenset({"di", "la", "le", "o", "al", "te"}),
    "pt": frozenset({"de", "o", "as", "das", "dos", "te"}),
    "ro": frozenset({"de", "la", "o", "al", "te"}),
    "sv": frozenset({"den", "av", "te", "o"}), "da": frozenset({"den", "af", "du"}),
    "nb": frozenset({"den", "av", "du"}),
    "tr": frozenset({"o", "te"}), "cs": frozenset({"o", "te", "den"}),
    "pl": frozenset({"o", "te", "al", "do"}),
    "hr": frozenset({"o", "te", "da"}), "sq": frozenset({"te", "o"}), "hu": frozenset({"le", "te"}),
    "fi": frozenset({"te"}),
    "vi": frozenset({"la", "ten"}), "id": frozenset({"di"}),
}  # fmt: skip


class Habits(NamedTuple):
    """Folded words of a language. start: begin a sentence. titles: stand before a person's name.
    never: have a capital and name nobody."""

    start: frozenset[str]
    titles: frozenset[str]
    never: frozenset[str]
    particles: frozenset[str]
    nouns: bool


@cache
def habits(language: str | None) -> Habits:
    """The habits of `language`; of one that is not listed those of all."""
    file = files("dragoman.knowledge").joinpath("data", "capitals.toml")
    table = tomllib.loads(file.read_text(encoding="utf-8"))

    def words(key: str) -> frozenset[str]:
        both = f"{table['any'].get(key, '')} {table.get(language or '', {}).get(key, '')}"
        return frozenset(bare(word) for word in both.split())

    particles = _PARTICLES - _NO_PARTICLES.get(language or "", frozenset())
    return Habits(words("start"), words("titles"), words("never"), particles, language in _NOUNS)


class Capitals:
    """The capitals of one document. tokens: all of its tokens."""

    def __init__(self, text: str, tokens: Tokens, language: str | None) -> None:
        self.text, self.tokens = text, tokens
        self.habits = habits(language)
        self._titled: dict[int, bool] = {}

    @cached_property
    def _small(self) -> frozenset[str]:
        """The words that stand in small letters somewhere in the text."""
        text = self.text
        return frozenset(
            norm
            for norm, start in zip(self.tokens.norm, self.tokens.start, strict=True)
            if text[start].islower()
        )

    def is_given(self, token: int) -> bool:
        return is_given_name(self.tokens.bare[token])

    def is_title(self, token: int) -> bool:
        return self.tokens.bare[token] in self.habits.titles

    def begins(self, token: int, has_pack: bool) -> bool:
        """Whether a word that begins a sentence is no part of the name behind it."""
        bare_form = self.tokens.bare[token]
        if bare_form in self.habits.start or self.tokens.norm[token] in self._small:
            return True
        return not has_pack and not is_given_name(bare_form)

    def alone(self, token: int, at_start: bool, has_pack: bool) -> bool:
        """Whether one word with a capital is a name by itself."""
        bare_form = self.tokens.bare[token]
        if len(bare_form) < 3 or bare_form in self.habits.never or self.tokens.norm[token] in self._small:
            return False
        if at_start or self.habits.nouns:
            if bare_form in self.habits.start:
                return False
            if is_given_name(bare_form):
                return True
            # A surname may be a common word of its language ("Frost killed the vines"),
            # seldom one of another.
            return not has_pack and not self.habits.nouns and len(bare_form) > 4 and is_surname(bare_form)
        return not self._in_titled_line(token)

    def acronym(self, token: int) -> bool:
        """Whether a word wholly in capitals may name a body."""
        form = self.tokens.bare[token]
        return len(form) > 1 and form not in self.habits.never

    def together(self, tokens: list[int], at_start: bool) -> bool:
        """Whether several words with capitals are a name, where nouns have capitals too."""
        if not self.habits.nouns or is_given_name(self.tokens.bare[tokens[0]]):
            return True
        if at_start:
            return False
        words = [self.tokens.norm[token] for token in tokens]
        return not any(w.endswith(_NOUN_ENDINGS) for w in words) and not _ADJECTIVE.search(words[0])

    def _in_titled_line(self, token: int) -> bool:
        """Whether nearly every word round the token has a capital, as in a headline."""
        start = self.tokens.start[token]
        begin = max(self.text.rfind(sign, 0, start) for sign in ("\n", ". ", "? ", "! ")) + 1
        found = self._titled.get(begin)
        if found is None:
            end = self.text.find("\n", start)
            words = re.findall(r"[^\W\d_]{4,}", self.text[begin : end if end > 0 else begin + 400])[:40]
            found = sum(word[0].isupper() for word in words) > 0.6 * len(words) if len(words) > 3 else False
            self._titled[begin] = found
        return found
