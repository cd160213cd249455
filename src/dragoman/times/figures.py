"""Figures: what digits in running text are to a date: a day, a year, a decade, a numeric date, or nothing.

Most digits are nothing: prices, scores, versions, phone and page numbers. They become tokens without reading,
which no date reaches across.
"""

import re

from dragoman.numbers.tokens import Token
from dragoman.times import numeric
from dragoman.times.classes import class_names
from dragoman.times.lexicon import TimePack

# Signs that make digits beside them no date.
_BAR_BEFORE = frozenset("$€£¥₺₽₴#№@+=*^<>°_\\")
_BAR_AFTER = frozenset("$€£¥₺₽₴%‰°_@=*^×")
_DAY_SPAN = re.compile(r"\d{1,2}[-–]\d{1,2}")
_REST_OF_NUMBER = re.compile(r"(?:[.,:]\d+)+")
# The classes after which two numbers with such a sign between them are a day and a month.
_LONE_AFTER = {
    "/": class_names("leads_numeric"),
    "-": frozenset({"at", "within", "day_word"}),
    "–": frozenset(),
    ".": frozenset({"weekday"}),
}


def read_figure(
    text: str, raw: list[Token], at: int, tokens: list[Token], pack: TimePack
) -> tuple[list[Token], int]:
    """The tokens for the digits at `raw[at]`, and the index of the raw token after them.

    tokens: those read before it in this window.
    """
    start = raw[at].start
    compound = numeric.COMPOUND.match(text, start)
    barred = _is_barred(text, start, tokens, pack)
    if compound is not None:
        return _compound(text, raw, at, compound.end(), tokens, pack, barred)
    rest = _REST_OF_NUMBER.match(text, raw[at].end)
    if rest is not None and not _is_comma_before_year(text[start : rest.end()]):
        return [_unread(text, start, rest.end())], _after(raw, at, rest.end())
    return _plain(text, raw, at, pack, barred)


def digit_class(digits: str) -> str:
    """The class of a number written with `digits`."""
    if len(digits) <= 2:
        return "day_digits" if 1 <= int(digits) <= 31 else "two_digits"
    return "year_digits" if len(digits) == 4 and 1000 <= int(digits) <= 2199 else "many_digits"


def _unread(text: str, start: int, end: int) -> Token:
    return Token(start, end, text[start:end])


def _after(raw: list[Token], at: int, end: int) -> int:
    """The index of the first raw token from `at` that begins at `end` or later."""
    while at < len(raw) and raw[at].start < end:
        at += 1
    return at


def _is_comma_before_year(digits: str) -> bool:
    return re.fullmatch(r"\d{1,2},\d{4}", digits) is not None  # "May 3,2014"


def _is_barred(text: str, start: int, tokens: list[Token], pack: TimePack) -> bool:
    """Whether what stands before digits makes them no date: a currency, a letter, "page"."""
    before = text[start - 1] if start else " "
    last = tokens[-1] if tokens else None
    if last is not None and (
        last.text in pack.blocks or (last.text == "." and _is_blocked_short(tokens, pack))
    ):
        return True
    if before in _BAR_BEFORE:
        return True
    touching = last is not None and last.end == start and bool(last.readings)
    if before.isalnum() and not (pack.unspaced and not before.isascii()):
        return not touching  # "b2b", but "Feb13"
    if before == "-" and start > 1 and text[start - 2].isalpha():  # "cve-2021", but "mid-1990s"
        return not (
            (len(tokens) > 1 and tokens[-2].readings) or (touching and last is not None and last.text != "-")
        )
    return before in ".,:" and start > 1 and text[start - 2].isdecimal()


def _is_blocked_short(tokens: list[Token], pack: TimePack) -> bool:
    return len(tokens) > 1 and (tokens[-2].text in pack.blocks or tokens[-2].text + "." in pack.blocks)


def _compound(
    text: str, raw: list[Token], at: int, end: int, tokens: list[Token], pack: TimePack, barred: bool
) -> tuple[list[Token], int]:
    """Digits joined by dots, hyphens or strokes: a numeric date, a span of years or of days, or nothing."""
    start = raw[at].start
    body = text[start:end]
    clock = numeric.time_after(text, end)
    after = text[end : end + 1]
    if not barred and after not in _BAR_AFTER and (clock or not after.isalnum() or pack.unspaced):
        before = tokens[-1].readings if tokens else ()
        lone = (
            bool(before) and before[0][0] in _LONE_AFTER["/" if "/" in body else body.strip("0123456789")[:1]]
        )
        lone = lone or not (text[:start].strip() or text[end:].strip(" ."))
        point = numeric.read(body, pack.numeric, lone) or numeric.years(body)
        if point is not None:
            end += clock
            return [Token(start, end, text[start:end], ((point.cls, point),))], _after(raw, at, end)
        if _DAY_SPAN.fullmatch(body):  # "13-15 July"
            pieces = raw[at : _after(raw, at, end)]
            for piece in pieces:
                digits = piece.text.isdecimal()
                piece.readings = (
                    ((digit_class(piece.text), int(piece.text)),) if digits else (("dash", None),)
                )
            return pieces, at + len(pieces)
    return [_unread(text, start, end)], _after(raw, at, end)


def _plain(text: str, raw: list[Token], at: int, pack: TimePack, barred: bool) -> tuple[list[Token], int]:
    """Digits alone, or with an ending: "15", "15th", "1990s", "2017'de"."""
    token = raw[at]
    value = numeric.value_of(token.text)
    cls = digit_class(token.text)
    end = token.end
    after = text[end : end + 1]
    if barred or (after and after in _BAR_AFTER) or text[end : end + 2] in (" %", " ×"):
        cls = ""
    elif ending := _ending(text, raw, at):
        tail = ending.lstrip("'’-")
        if tail in pack.ordinal_suffixes and cls == "day_digits":
            cls, end = "day_ordinal", end + len(ending)
        elif (
            ending in pack.decade_suffixes and value % 10 == 0 and (cls == "year_digits" or 20 <= value <= 90)
        ):
            cls, end = "tens", end + len(ending)
        elif ending in pack.number_suffixes or (pack.suffixes and after == "'"):
            end += len(ending)
        elif after.isalpha() and not pack.unspaced and not pack.lexicon.read(raw, at + 1)[0]:
            cls = ""
    if cls == "year_digits" and pack.solar_years and 1200 <= value <= 1500:
        cls = "jalali_year"
    following = _after(raw, at + 1, end)
    if cls in ("year_digits", "day_digits") and following < len(raw) and raw[following].text in pack.counted:
        cls = "many_digits"
    return [Token(token.start, end, text[token.start : end], ((cls, value),) if cls else ())], following


def _ending(text: str, raw: list[Token], at: int) -> str:
    """The letters that touch digits on the right, with the apostrophe or hyphen between."""
    end = raw[at].end
    i = at + 1
    while i < len(raw) and raw[i].start == end and (raw[i].text[0].isalpha() or raw[i].text in ("'", "-")):
        end = raw[i].end
        i += 1
        if raw[i - 1].text[0].isalpha():
            return text[raw[at].end : end]
    return ""
