"""Amounts: the value that words or figures at a place in a row make."""

import re

from msgspec import Struct

from dragoman.numbers.facts import (
    AND,
    ARTICLE,
    CARDINAL,
    CURRENCY,
    DIGITS,
    HYPHEN,
    JOINED,
    LABEL,
    LETTERS,
    MEASURE,
    ORDINAL,
    RANGE_TO,
    SCALE,
    SIGN,
    UNIT,
    VAGUE,
    WAW,
    get,
)
from dragoman.numbers.lexicon import NumberPack, can_follow, combine
from dragoman.numbers.literal import literal_pattern, stands_alone, value_of
from dragoman.numbers.rows import Row
from dragoman.numbers.tokens import Reading, Token
from dragoman.numbers.units import GLUED_SCALES

_INDENT = 20  # characters
_LIST_MARK = re.compile(r"[.)]\s")


class Amount(Struct, gc=False):
    """A number read: the indices of its first token and of the one after its last, and what it says."""

    first: int
    after: int
    value: int | float | None
    low: int | float | None = None
    high: int | float | None = None
    digits: bool = False
    rule: str = "words"


def amount_at(row: Row, at: int, pack: NumberPack) -> Amount | None:
    """The number that begins at token `at`, None where none does."""
    token = row.tokens[at]
    facts = token.facts
    if facts & DIGITS:
        return in_digits(row, at, pack)
    if facts & VAGUE:
        low, high = next(value for name, value in token.readings if name == "vague")
        after = at + 1
        while after < len(row.tokens) and _touches(row.tokens, after) and row.tokens[after].facts & SCALE:
            scale = scale_of(row.tokens[after])  # 数十亿, some ten times a hundred million
            low, high = low * scale, high * scale if high is not None else None
            after += 1
        return Amount(at, after, None, low, high, rule="vague")
    if facts & (CARDINAL | SCALE):
        led = facts & SCALE and at > row.floor and row.tokens[at - 1].facts & ARTICLE
        return _in_words(row, at - 1 if led else at, at, pack)
    return None


def _touches(tokens: list[Token], at: int) -> bool:
    return tokens[at].start == tokens[at - 1].end


def _in_words(row: Row, first: int, at: int, pack: NumberPack) -> Amount | None:
    tokens = row.tokens
    parts: list[Reading] = [("cardinal", 1)] if first < at else []
    if not parts and not tokens[at].facts & CARDINAL and not pack.data["format"].get("bare_scale"):
        return None
    i = at
    while i < len(tokens):
        token = tokens[i]
        step = 0
        joined = token.facts & JOINED != 0
        if parts and token.facts & (AND | HYPHEN) and i + 1 < len(tokens):
            if token.facts & AND:
                step, joined = 1, True
            elif token.start == tokens[i - 1].end:
                step = 1
        word = tokens[i + step]
        if not word.facts & (CARDINAL | SCALE):
            break
        reading = next(r for r in word.readings if r[0] in ("cardinal", "scale"))
        if parts and not _goes_on(parts, reading, joined):
            break
        parts.append(reading)
        i += step + 1
    if not parts or i == at:
        return None
    if first > row.floor and tokens[first - 1].facts & (LABEL | ORDINAL):
        return None  # "number seven"; "the seventh and sixtieth" is an ordinal to its end
    value = combine(parts)[1]
    if value <= 1 and not any(cls == "scale" for cls, _ in parts):
        return None
    return Amount(first, i, value)


def _goes_on(parts: list[Reading], reading: Reading, joined: bool) -> bool:
    if reading[0] == "scale":
        scales = [value for cls, value in parts if cls == "scale"]
        return not scales or reading[1] > scales[-1] or parts[-1][0] == "cardinal"
    return can_follow([parts[-1]], reading, joined)


def in_digits(row: Row, at: int, pack: NumberPack) -> Amount | None:
    """The number in figures at token `at`, None where they count nothing."""
    text, tokens = row.text, row.tokens
    token = tokens[at]
    literal = literal_pattern(pack.decimal, pack.groups).match(text, token.start)
    if literal is None:
        return None
    end = literal.end()
    before = tokens[at - 1] if at > row.floor else None
    signed = before is not None and before.facts & SIGN and before.end == token.start
    joined = before is not None and before.facts & WAW and before.end == token.start  # "و300"
    if not signed and (not (joined or stands_alone(text, token.start, end)) or _is_name(row, at)):
        return None
    if joined and not stands_alone(f" {text[token.start : end + 2]}", 1, 1 + end - token.start):
        return None
    value = value_of(literal)
    after = at + 1
    while after < len(tokens) and tokens[after].start < end:
        after += 1
    read = Amount(at, after, value, digits=True, rule="digits")
    if after == len(tokens):
        return read
    if tokens[after].start == end and not tokens[after].facts & (SIGN | MEASURE):
        suffix = tokens[after].text
        if suffix in pack.ordinal_suffixes:
            return None
        if suffix in GLUED_SCALES and (signed or suffix != "m"):
            read.value, read.after = times(value, GLUED_SCALES[suffix]), after + 1
        elif suffix == "-" and after + 1 < len(tokens) and tokens[after + 1].start == tokens[after].end:
            if not tokens[after + 1].facts & (UNIT | CURRENCY):
                return None  # "18-fold"
        elif suffix.isalnum() and not tokens[after].readings and not pack.data["format"].get("unspaced"):
            return None
    while read.after < len(tokens) and tokens[read.after].facts & (SCALE | LETTERS) == SCALE | LETTERS:
        assert read.value is not None
        read.value = times(read.value, scale_of(tokens[read.after]))
        read.after += 1
    return read


def scale_of(token: Token) -> int:
    """What a scale word multiplies by."""
    return int(str(get(token.readings, "scale")))


def times(value: int | float, scale: int) -> int | float:
    """`value` so many times, whole where it can be."""
    product = round(value * scale, 6)
    return int(product) if product == int(product) else product


def _is_name(row: Row, at: int) -> bool:
    """Whether the number is a name's: "page 12", "no. 7", a list mark, a footnote."""
    text, tokens = row.text, row.tokens
    token = tokens[at]
    if at > row.floor:
        before = tokens[at - 1]
        if before.facts & LABEL or before.text in ("#", "[", "№"):
            return True
        if before.text == "." and at - 1 > row.floor:
            label = tokens[at - 2]
            if label.end == before.start and label.facts & LABEL:
                return True
    if _LIST_MARK.match(text, token.end) is None:
        return False
    lead = text[max(0, token.start - _INDENT) : token.start]
    return not lead.rpartition("\n")[2].strip() and ("\n" in lead or token.start <= _INDENT)


def second(row: Row, at: int, pack: NumberPack, opened: bool) -> Amount | None:
    """The second number of a range whose first ends before token `at`. opened: whether "between" stood
    before."""
    tokens = row.tokens
    if at + 1 >= len(tokens):
        return None
    link = tokens[at]
    if not link.facts & RANGE_TO or (link.facts & AND and not opened):
        if not opened or not link.facts & JOINED:
            return None
        return amount_at(row, at + (link.facts & WAW != 0), pack)
    nxt = at + 1
    if tokens[nxt].facts & SIGN and nxt + 1 < len(tokens):
        nxt += 1
    if not tokens[nxt].facts & DIGITS:
        return amount_at(row, nxt, pack)
    if link.text in ("-", "–") and tokens[nxt - 1].end == tokens[nxt].start:
        return None
    return in_digits(row, nxt, pack)


def scaled_alike(first: Amount, other: Amount, tokens: list[Token]) -> int | float:
    """The first number of a range, in the scale that only the second names ("2 to 3 million")."""
    assert first.value is not None
    assert other.value is not None
    if any(t.facts & SCALE for t in tokens[first.first : first.after]):
        return first.value
    scales = [scale_of(t) for t in tokens[other.first : other.after] if t.facts & SCALE]
    return times(first.value, scales[-1]) if scales and first.value < 1000 <= other.value else first.value
