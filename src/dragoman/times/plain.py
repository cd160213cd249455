"""Plain windows: those in which every word is read alone, as most are ("on Tuesday 5 March 2007, the").

Number words, words of longer surfaces, and figures with signs hang on what is beside them and are left to
`words`.
"""

import re
from functools import lru_cache

from dragoman.numbers.plain import Piece, Pieces
from dragoman.numbers.tokens import NO_WORDS, Reading, Token, is_word
from dragoman.times.figures import CURRENCY, digit_class
from dragoman.times.lexicon import TimePack, time_pack
from dragoman.times.lines import ends_line

_NUMBER = re.compile(
    r"(\d{1,2}|\d{4}|\d{1,3}(?=[.,]\d))((?:,\d{3})+|(?:\.\d{3})+|)([a-z]*)([,.;:)\"”»]{0,3})"
)
_SIGN_CLASS = {",": "comma", ".": "dot", ")": "rparen"}
COUNTS = frozenset({"cardinal", "scale", "ordinal"})


def plain_tokens(text: str, start: int, end: int, pack: TimePack) -> list[Token] | None:
    """The tokens of `text[start:end]`; None where some word cannot be read alone."""
    known = _known(pack.language)
    if known is None:
        return None
    words = text[start:end]
    if "\n" in words:
        newline = words.find("\n")
        while newline >= 0:
            if ends_line(text, start + newline):
                return None
            newline = words.find("\n", newline + 1)
        words = words.replace("\n", " ")
    tokens: list[Token] = []
    at = start
    figure = number = False  # whether the word before was a number alone, or began with one
    counts = False  # whether there are number words
    followers = NO_WORDS
    longer: list[int] = []  # where longer surfaces may begin
    for chunk in words.split(" "):
        if chunk:
            pieces = known[chunk]
            if pieces is None:
                return None
            if number and pieces:
                word = pieces[0][2]
                if word in "%×" or (figure and (word in "-–" or word in pack.counted)):
                    return None
            number = chunk[0].isdecimal()
            if number and (figure or _is_barred(tokens, pack)):
                return None
            for a, b, word, readings, facts, behind in pieces:
                if word in followers:
                    longer.append(len(tokens) - 1)
                if facts:
                    if _goes_on(tokens):
                        return None
                    counts = True
                tokens.append(Token(at + a, at + b, word, readings))
                followers = behind
            figure = number and chunk.isdecimal()
        at += len(chunk) + 1
    if not longer:
        return tokens
    return None if counts else _joined(tokens, longer, words, start, pack)


def _joined(
    raw: list[Token], longer: list[int], words: str, start: int, pack: TimePack
) -> list[Token] | None:
    """The tokens with the longer surfaces put together; None where one is, or stands before, a number."""
    tokens: list[Token] = []
    done = 0
    for at in longer:
        if at < done:
            continue
        tokens += raw[done:at]
        readings, size = pack.lexicon.read(raw, at)
        done = at + size
        token = raw[at]
        if size > 1:
            if readings[0][0] in COUNTS or (done < len(raw) and raw[done].text.isdecimal()):
                return None
            end = raw[done - 1].end
            token = Token(token.start, end, words[token.start - start : end - start], readings)
        tokens.append(token)
    return tokens + raw[done:]


def _goes_on(tokens: list[Token]) -> bool:
    """Whether a number word may go on with the number before it, as in "nineteen eighty"."""
    if not tokens:
        return False
    last = tokens[-1]
    if len(tokens) > 1 and (last.text == "-" or (last.readings and last.readings[0][0] == "and")):
        last = tokens[-2]
    return bool(last.readings) and (last.readings[0][0] in COUNTS or last.readings[0][0] == "year_digits")


def as_year(readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """The readings of a number word: a year, where its number can be one ("two thousand and eighteen")."""
    if readings == (("scale", 10),):  # Chinese 十 is ten, and a scale
        return ("scale", 10), ("cardinal", 10)
    cls, value = readings[0]
    return (("year_digits", value),) if cls == "cardinal" and 1100 <= value <= 2199 else readings


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
        # Whether a word that is not in the lexicon is none of its words.
        self._plain = pack.lexicon.prefixes is None and pack.lexicon.joined is None

    def read(self, chunk: str) -> tuple[Piece, ...] | None:
        match = _NUMBER.fullmatch(chunk) if chunk[0].isdecimal() else None
        if match is not None:
            return self._number(match)
        if self._plain and chunk not in self.lexicon.by_first and is_word(chunk):
            return ((0, len(chunk), chunk, (), 0, NO_WORDS),)
        pieces: list[Piece] = []
        for start, end, text, readings, _, longer in super().read(chunk) or ():
            if text[0].isdecimal():
                return None
            if not readings:
                pieces.append((start, end, text, (), 0, longer))
                continue
            counts = readings[0][0] in COUNTS
            if any(cls == "blocker" for cls, _ in readings) or (counts and longer):
                return None
            if "'" in text[1:] and not self._pack.suffixes and not self._pack.lexicon.known(text):
                if longer:
                    return None
                end = start + text.index("'")  # "Monday's": the day alone
            pieces.append((start, end, text, as_year(readings) if counts else readings, int(counts), longer))
        return tuple(pieces)

    def _number(self, match: re.Match[str]) -> tuple[Piece, ...] | None:
        """The tokens of a number with what touches it: "15", "15th,", "1990s.", "3,000"."""
        digits, more, ending, signs = match.groups()
        if (not ending and signs[:1] == "." and self._pack.dotted) or "::" in signs:
            return None  # whether the dot makes an ordinal hangs on what follows
        size = match.start(4)
        if more:
            if ending:
                return None
            number: Piece = (0, size, digits + more, (), 0, NO_WORDS)
        else:
            cls = self._class(digits, ending)
            if cls is None:
                return None
            number = (0, size, digits + ending, ((cls, int(digits)),), 0, NO_WORDS)
        return number, *(
            (
                size + at,
                size + at + 1,
                sign,
                ((_SIGN_CLASS[sign], None),) if sign in _SIGN_CLASS else (),
                0,
                NO_WORDS,
            )
            for at, sign in enumerate(signs)
        )

    def _class(self, digits: str, ending: str) -> str | None:
        """The class of a number with an ending, None where that cannot be told here."""
        cls, value, pack = digit_class(digits), int(digits), self._pack
        if not ending:
            return (
                "jalali_year" if cls == "year_digits" and pack.solar_years and 1200 <= value <= 1500 else cls
            )
        if len(digits) == 3:
            return None
        if ending in pack.ordinal_suffixes:
            if pack.weekday_figures and 2 <= value <= 6:
                return None
            return "day_ordinal" if cls == "day_digits" else None
        if ending not in pack.decade_suffixes or pack.hundreds or value % 10:
            return None
        is_decade = cls == "year_digits" or (20 <= value <= 90 and ending not in pack.number_suffixes)
        return "tens" if is_decade else None
