"""Rows: the tokens of a stretch of text with the numbers and what stands round them.

Where numbers stand close together, one row serves all of them, so that no word is read twice.
"""

import re
from bisect import bisect_right
from functools import lru_cache
from operator import attrgetter

from msgspec import Struct

from dragoman.numbers.facts import Facts
from dragoman.numbers.lexicon import NumberPack, number_pack
from dragoman.numbers.plain import Pieces
from dragoman.numbers.tokens import NO_WORDS, Reading, Token, cut

LEFT, RIGHT = 32, 70
"""How many characters beside a number may have a say in what it counts."""

_START = attrgetter("start")
_END = attrgetter("end")
_BLANK = str.maketrans("\n\r\t", "   ")


class Row(Struct):
    """The tokens of a stretch of `text`; nothing is read before token `floor`."""

    text: str
    tokens: list[Token]
    floor: int = 0

    def begin(self, done: int) -> None:
        """Leave what stands before `done` alone."""
        self.floor = bisect_right(self.tokens, done - 1, self.floor, key=_START)

    def at(self, place: int) -> int | None:
        """The first token that ends behind `place`."""
        found = bisect_right(self.tokens, place, self.floor, key=_END)
        return found if found < len(self.tokens) else None


class Rows:
    """Makes the rows of a language."""

    def __init__(self, pack: NumberPack) -> None:
        self._pack = pack
        self.unspaced = bool(pack.data["format"].get("unspaced"))
        self._facts = Facts(pack)
        self._words = _Words(pack, self._facts)
        self._stop = _stop(pack, self.unspaced)

    def reach(self, text: str, at: int) -> int:
        """How far what follows a number that ends at `at` may have a say in it: at most to the end of its
        clause."""
        limit = at + RIGHT
        stop = self._stop.search(text, at, limit)
        return stop.end() if stop is not None else min(limit, len(text))

    def make(self, text: str, start: int, end: int) -> Row:
        """The tokens of `text[start:end]`, from the first whole word on."""
        if self.unspaced:
            return Row(text, self._merged(cut(text, start, end, self._pack.elided), None))
        if start > 0 and text[start - 1].isalnum() and not text[start].isspace():
            space = text.find(" ", start, end)
            start = space if space >= 0 else start
        if end < len(text) and not text[end].isspace():
            space = text.rfind(" ", start, end)
            if space > start:
                end = space
        return Row(text, self._plain(text[start:end], start))

    def _plain(self, words: str, start: int) -> list[Token]:
        known = self._words
        tokens: list[Token] = []
        add = tokens.append
        at = start
        followers = NO_WORDS
        longer: list[int] = []
        for chunk in words.translate(_BLANK).split(" ") if not words.isprintable() else words.split(" "):
            if chunk:
                for a, b, text, readings, facts, behind in known[chunk] or ():
                    if text in followers:
                        longer.append(len(tokens) - 1)
                    add(Token(at + a, at + b, text, readings, facts))
                    followers = behind
            at += len(chunk) + 1
        return self._merged(tokens, longer) if longer else tokens

    def _merged(self, raw: list[Token], longer: list[int] | None) -> list[Token]:
        """The tokens with longer surfaces put together. longer: where those may begin; None for anywhere,
        and nothing is read yet."""
        tokens: list[Token] = []
        done = 0
        for at in range(len(raw)) if longer is None else longer:
            if at < done:
                continue
            tokens += raw[done:at]
            token = raw[at]
            readings, size = self._pack.words.read(raw, at)
            if size > 1:
                last = raw[at + size - 1]
                text = " ".join([t.text for t in raw[at : at + size]])
                token = Token(token.start, last.end, text)
            token.readings = readings
            token.facts = self._facts.of(token.text, readings)
            tokens.append(token)
            done = at + size
        tokens += raw[done:]
        return tokens


class _Words(Pieces):
    """Words as number words."""

    def __init__(self, pack: NumberPack, facts: Facts) -> None:
        super().__init__(pack.words, pack.elided)
        self._facts = facts

    def facts(self, text: str, readings: tuple[Reading, ...]) -> int:
        return self._facts.of(text, readings)


def _stop(pack: NumberPack, unspaced: bool) -> re.Pattern[str]:
    """The signs no number reaches across: those that no surface of the language has in it. A dot does not
    stop behind a word as short as those written with one ("no.", "mln.")."""
    behind = [rest for entries in pack.words.by_first.values() for rest, _ in entries]
    inside = {word for rest in behind for word in rest}
    signs = "".join(re.escape(sign) for sign in ",;!?:)。" if sign not in inside)
    if unspaced:
        return re.compile(rf"[{signs}](?!\d)")
    dotted = [
        len(word)
        for first, entries in pack.words.by_first.items()
        for rest, _ in entries
        for word, sign in zip((first, *rest), rest, strict=False)
        if sign == "."
    ]
    letters = max(dotted, default=1) + 1
    # A search that begins with a set of signs is the fastest there is.
    return re.compile(rf"[{signs}.](?=\s)(?:(?<!\.)|(?<=[^\W\d_]{{{letters}}}\.))")


@lru_cache(maxsize=64)
def rows(language: str) -> Rows:
    """The rows of a language that has number words."""
    pack = number_pack(language)
    assert pack is not None
    return Rows(pack)
