"""Tokens: the words, numbers and signs of flat text, each with what a lexicon knows of it.

A lexicon maps surfaces of one or more words to readings: (class, value). Words of scripts that are written
without spaces are cut into single characters here and joined again by the surfaces of the lexicon.
"""

import re
from collections.abc import Callable, Iterable
from typing import Any

from msgspec import Struct

Reading = tuple[str, Any]
NO_WORDS: frozenset[str] = frozenset()
_KEPT = 100_000  # words

# Letters with their marks: vowel signs of Indic scripts and combining accents belong to the word.
_MARKS = (
    "\u0300-\u036f\u0591-\u05c7\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963"
    "\u0980-\u0983\u09bc-\u09cd\u0e31\u0e34-\u0e4e"
)
_CHARACTERS = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\u0e00-\u0e7f"
LETTER = rf"(?:[^\W\d_]|[{_MARKS}])"
TOKEN = re.compile(
    rf"[{_CHARACTERS}]|(?:(?![{_CHARACTERS}]){LETTER})+(?:'(?:(?![{_CHARACTERS}]){LETTER})+)*|\d+|[^\s\w]|_"
)


# What may stand before the first letter or digit of a word. A search that begins with a set of signs is twice
# as fast as one that begins with a word boundary.
EDGE = r"[ \t\n\r!-/:-@\[-^`{-~\u00a0«»¿¡„“”‘’‚‹›–—…、。「」『』・\u3000€£¥₺₽₴₪₹₩﷼№°±]"


class Token(Struct, gc=False):
    """start, end: in the flat text. text: its surface. readings: what the lexicon knows, () for nothing.
    facts: what it is to a number beside it (see `facts`)."""

    start: int
    end: int
    text: str
    readings: tuple[Reading, ...] = ()
    facts: int = 0


_ENDS = ',.;:!?)”»"،؟'  # signs that stand behind a word
_FIRST_CHARACTER = "\u0e00"  # from here on letters may be words by themselves


def is_word(chunk: str) -> bool:
    """Whether `chunk` is one word of letters, for sure."""
    return chunk.isalpha() and (chunk.isascii() or max(chunk) < _FIRST_CHARACTER)


def cut_word(chunk: str, elided: frozenset[str] = frozenset()) -> list[Token]:
    """The tokens of what stands between two spaces, unread; a word and a sign behind it, as most are, at
    once."""
    size = len(chunk)
    if is_word(chunk):
        return [Token(0, size, chunk)]
    if chunk[-1] in _ENDS and is_word(chunk[:-1]):
        return [Token(0, size - 1, chunk[:-1]), Token(size - 1, size, chunk[-1])]
    return cut(chunk, 0, size, elided)


def cut(text: str, start: int, end: int, elided: frozenset[str] = frozenset()) -> list[Token]:
    """The tokens of `text[start:end]`, unread. elided: words that lose their end before an apostrophe
    ("l'été")."""
    tokens: list[Token] = []
    for match in TOKEN.finditer(text, start, end):
        word = match.group()
        head = word.split("'", 1)[0] if elided and "'" in word else word
        if len(head) < len(word) - 1 and head in elided:
            at = match.start() + len(head)
            tokens += (
                Token(match.start(), at, head),
                Token(at, at + 1, "'"),
                Token(at + 1, match.end(), text[at + 1 : match.end()]),
            )
        else:
            tokens.append(Token(match.start(), match.end(), word))
    return tokens


class Lexicon(Struct):
    """Surfaces of a language.

    prefixes: how to strip joined words from the front (Arabic "wa-l-yawm"): a function from a word to its
    shorter forms, longest first. joined: a function from an unknown word to its readings (Dutch
    "drieduizend").
    """

    by_first: dict[str, list[tuple[tuple[str, ...], tuple[Reading, ...]]]] = {}
    alone: dict[str, tuple[Reading, ...]] = {}  # words whose readings do not hang on the next word
    prefixes: Callable[[str], Iterable[str]] | None = None
    joined: Callable[[str], tuple[Reading, ...]] | None = None

    def add(self, surface: str, reading: Reading) -> None:
        """Let `surface` (flat) be read as `reading`, beside what it is read as already."""
        self.alone.clear()
        words = tuple(TOKEN.findall(surface))
        entries = self.by_first.setdefault(words[0], [])
        for i, (rest, readings) in enumerate(entries):
            if rest == words[1:]:
                if reading not in readings:
                    entries[i] = (rest, (*readings, reading))
                return
        entries.append((words[1:], (reading,)))
        entries.sort(key=lambda entry: -len(entry[0]))

    def numbers_first(self) -> None:
        """Let words that are also number words be read as such first (French "sept": seven, September;
        English "second")."""
        for entries in self.by_first.values():
            for i, (rest, readings) in enumerate(entries):
                if len(readings) > 1:
                    ordered = sorted(readings, key=lambda reading: reading[0] not in ("cardinal", "ordinal"))
                    entries[i] = (rest, tuple(ordered))

    def known(self, surface: str) -> tuple[Reading, ...]:
        """The readings of exactly `surface`."""
        words = tuple(TOKEN.findall(surface))
        return (
            next((r for rest, r in self.by_first.get(words[0], ()) if rest == words[1:]), ()) if words else ()
        )

    def word(self, word: str) -> tuple[tuple[Reading, ...], frozenset[str]]:
        """The readings of a word where no longer surface begins with it, and the words that would make one
        behind it."""
        if not self.prefixes and not self.joined and "'" not in word and word not in self.by_first:
            return (), NO_WORDS
        readings, _ = self.read([Token(0, len(word), word)], 0)
        longer = [rest[0] for form in self._forms(word) for rest, _ in self.by_first.get(form, ()) if rest]
        return readings, frozenset(longer) if longer else NO_WORDS

    def _forms(self, word: str) -> list[str]:
        """`word`, and what it may be without what is joined to it."""
        forms = [word]
        if len(word) > 1 and word[0].isalpha():
            if "'" in word:
                forms.append(word.split("'", 1)[0])
            if self.prefixes:
                forms += self.prefixes(word)
        return forms

    def read(self, raw: list[Token], at: int) -> tuple[tuple[Reading, ...], int]:
        """The readings of the longest surface that starts at token `at`, and of how many tokens it is."""
        word = raw[at].text
        known = self.alone.get(word)
        if known is not None:
            return known, 1
        forms = self._forms(word)
        for form in forms:
            found = self._at(form, raw, at)
            if found:
                break
        else:
            found = (self.joined(word) if self.joined and len(forms[0]) > 1 and word[0].isalpha() else ()), 1
        if not any(rest for form in forms for rest, _ in self.by_first.get(form, ())):
            if len(self.alone) > _KEPT:
                self.alone.clear()
            self.alone[word] = found[0]
        return found

    def _at(self, word: str, raw: list[Token], at: int) -> tuple[tuple[Reading, ...], int] | None:
        for rest, readings in self.by_first.get(word, ()):
            size = len(rest) + 1
            if not rest or (
                at + size <= len(raw) and all(raw[at + 1 + i].text == word for i, word in enumerate(rest))
            ):
                return readings, size
        return None


def trie_pattern(words: set[str]) -> str:
    """A regular expression for any of `words`, factored by common beginnings, longest first."""
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}

    def write(node: dict[str, Any]) -> str:
        ends = "" in node
        branches = [re.escape(letter) + write(below) for letter, below in sorted(node.items()) if letter]
        if not branches:
            return ""
        one = branches[0] if len(branches) == 1 and not ends else "(?:" + "|".join(branches) + ")"
        return one + "?" if ends else one

    return write(tree)
