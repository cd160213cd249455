"""Words: the tokens of a window of text, each with what the date words of the language know of it."""

import re

from dragoman.numbers.lexicon import can_follow, combine
from dragoman.numbers.tokens import Reading, Token, cut
from dragoman.times.figures import read_figure
from dragoman.times.lexicon import TimePack
from dragoman.times.lines import line_ends
from dragoman.times.plain import COUNTS, as_year, plain_tokens

_EDGES = frozenset({"", " ", "\n"})


# Chinese and Japanese write a year sign by sign: 二〇一六年.
_SIGN_DIGITS = {
    sign: str(digit) for signs in ("〇一二三四五六七八九", "零") for digit, sign in enumerate(signs)
}
_YEAR_IN_SIGNS = re.compile(r"[一二][〇零一二三四五六七八九]{3}(?=年)")


def read_tokens(text: str, start: int, end: int, pack: TimePack) -> list[Token]:
    """The tokens of flat `text[start:end]` with their readings; a line end that ends a sentence has none."""
    if not pack.unspaced and text[start - 1 : start] in _EDGES and text[end : end + 1] in _EDGES:
        plain = plain_tokens(text, start, end, pack)
        if plain is not None:
            return plain
    raw = cut(text, start, end, pack.elided)
    lines = text.find("\n", start, end) >= 0
    tokens: list[Token] = []
    at = 0
    while at < len(raw):
        token = raw[at]
        if pack.unspaced and (year := _YEAR_IN_SIGNS.match(text, token.start)):
            value = int("".join([_SIGN_DIGITS[sign] for sign in year[0]]))
            tokens.append(Token(token.start, year.end(), year[0], (("year_digits", value),)))
            at += 4
            continue
        if lines and tokens and line_ends(text, tokens[-1].end, token.start):
            tokens.append(Token(token.start, token.start, "\n"))
        if token.text.isdecimal():
            read, at = read_figure(text, raw, at, tokens, pack)
            tokens += read
            continue
        readings, size = pack.lexicon.read(raw, at)
        token.readings = readings
        if size > 1:
            token.end = raw[at + size - 1].end
            token.text = text[token.start : token.end]
        elif readings and "'" in token.text[1:] and not pack.suffixes and not pack.lexicon.known(token.text):
            token.end = token.start + token.text.index("'")  # "Monday's": the day alone
        if readings and readings[0][0] in COUNTS:
            _add_number_word(tokens, token, text)
        else:
            tokens.append(token)
        at += size
    return tokens


def _add_number_word(tokens: list[Token], token: Token, text: str) -> None:
    """Append a number word; or make one number of it and the one before: "twenty" "-" "third",
    "nineteen" "eighty"."""
    reading = token.readings[0]
    back = 1
    if len(tokens) > 1 and (
        tokens[-1].text == "-" or (tokens[-1].readings and tokens[-1].readings[0][0] == "and")
    ):
        back = 2
    before = tokens[-back] if len(tokens) >= back else None
    if (
        before is not None
        and before.readings
        and before.text[-1:].isalpha()
        and not before.text[0].isdecimal()
    ):
        joined = (back == 2 and tokens[-1].text != "-") or token.text[
            0
        ] == "و"  # Arabic joins "and" to the word
        merged = _merged(before.readings[0], reading, joined, back == 1)
        if merged is not None:
            del tokens[-back:]
            token = Token(before.start, token.end, text[before.start : token.end], (merged,))
    token.readings = as_year(token.readings)
    tokens.append(token)


def _apart(before: Reading, reading: Reading) -> list[Reading]:
    """A number in the two parts that a scale behind it finds: Turkish "bin dokuz" before "yüz"."""
    cls, value = before
    if reading[0] != "scale" or value < reading[1]:
        return [before]
    rest = value % (reading[1] * 10)
    return [(cls, value - rest), (cls, rest)] if 0 < rest < 10 else [before]


def _merged(before: Reading, reading: Reading, joined: bool, adjacent: bool) -> Reading | None:
    """The number that two number words make, None for two numbers."""
    if before[0] not in COUNTS and before[0] != "year_digits":
        return None
    if can_follow([before], reading, joined):
        return combine([*_apart(before, reading), reading])
    if adjacent and reading[0] == "cardinal" and before[1] in (17, 18, 19, 20) and 10 <= reading[1] <= 99:
        return "cardinal", before[1] * 100 + reading[1]
    return None
