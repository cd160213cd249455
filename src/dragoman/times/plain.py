"""Plain windows: those in which every word is read alone, as most are ("on Tuesday 5 March 2007, the").

Number words, words of longer surfaces, and figures with signs hang on what is beside them and are left to
`words`.
"""

import re
from functools import lru_cache

from dragoman.numbers.plain import Piece, Pieces
from dragoman.numbers.tokens import NO_WORDS, Reading, Token
from dragoman.times.figures import CURRENCY, digit_class
from dragoman.times.lexicon import TimePack, time_pack

_NUMBER = re.compile(r"(\d{1,2}|\d{4})([,.;:)]?)")
_SIGN_CLASS = {",": "comma", ".": "dot", ")": "rparen"}
_NUMBER_WORDS = frozenset({"cardinal", "scale", "ordinal", "blocker"})


def plain_tokens(words: str, start: int, pack: TimePack) -> list[Token] | None:
    """The tokens of `words`, which begin at `start`; None where some word cannot be read alone."""
    known = _known(pack.language)
    if known is None:
        return None
    tokens: list[Token] = []
    at = start
    figure = False  # whether the word before was a number alone
    followers = NO_WORDS
    for chunk in words.split(" "):
        if chunk:
            pieces = known[chunk]
            if pieces is None:
                return None
            number = chunk[0].isdecimal()
            if number and (figure or _is_barred(tokens, pack)):
                return None
            if figure and pieces and (pieces[0][2] in pack.counted or pieces[0][2] in "%×-–"):
                return None
            for a, b, text, readings, _, longer in pieces:
                if text in followers:
                    return None
                tokens.append(Token(at + a, at + b, text, readings))
                followers = longer
            figure = number and chunk.isdecimal()
        at += len(chunk) + 1
    return tokens


def _is_barred(tokens: list[Token], pack: TimePack) -> bool:
    """Whether what stands before a number may make it no date: that is told elsewhere."""
    if not tokens:
        return False
    last = tokens[-1].text
    return last in pack.blocks or last in CURRENCY or last == "."


@lru_cache(maxsize=64)
def _known(language: str) -> "_DatePieces | None":
    pack = time_pack(language)
    return _DatePieces(pack) if pack is not None else None


class _DatePieces(Pieces):
    """Words as date words: numbers are days or years, number words are left aside."""

    def __init__(self, pack: TimePack) -> None:
        super().__init__(pack.lexicon, pack.elided)
        self._pack = pack

    def read(self, chunk: str) -> tuple[Piece, ...] | None:
        match = _NUMBER.fullmatch(chunk)
        if match is not None:
            if match[2] == "." and self._pack.dotted:
                return None  # whether the dot makes an ordinal hangs on what follows
            return self._number(match)
        if "'" in chunk or "\n" in chunk:
            return None
        pieces = super().read(chunk)
        followers = NO_WORDS
        for _, _, text, _, _, longer in pieces or ():
            if text in followers:
                return None
            followers = longer
        for _, _, text, readings, _, _ in pieces or ():
            if text[0].isdecimal() or any(cls in _NUMBER_WORDS for cls, _ in readings):
                return None
        return pieces

    def _number(self, match: re.Match[str]) -> tuple[Piece, ...]:
        digits, sign = match.groups()
        value, size = int(digits), len(digits)
        cls = digit_class(digits)
        if cls == "year_digits" and self._pack.solar_years and 1200 <= value <= 1500:
            cls = "jalali_year"
        number: Piece = (0, size, digits, ((cls, value),), 0, NO_WORDS)
        if not sign:
            return (number,)
        signs: tuple[Reading, ...] = ((_SIGN_CLASS[sign], None),) if sign in _SIGN_CLASS else ()
        return number, (size, size + 1, sign, signs, 0, NO_WORDS)
