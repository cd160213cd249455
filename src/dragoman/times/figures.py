"""Figures: what digits in running text are to a date: a day, a year, a decade, a numeric date, or nothing.

Most digits are nothing: prices, scores, versions, phone and page numbers. They become tokens without reading,
which no date reaches across.
"""

import re

from dragoman.numbers.tokens import Reading, Token
from dragoman.times import numeric
from dragoman.times.classes import class_names
from dragoman.times.lexicon import TimePack

# Signs that make digits beside them no date.
_BAR_BEFORE = frozenset("$€£¥₺₽₴#№@+=*^<>°_\\")
CURRENCY = frozenset("$€£¥₺₽₴")
_ADDRESS = re.compile(r":[0-9a-f]{0,4}:")  # 2001:db8::1
_BAR_AFTER = frozenset("$€£¥₺₽₴%‰°_@=*^×")
_BLANKS, _BLANKS_AND_DOTS = re.compile(r"\s*"), re.compile(r"[ .]*")
# Portuguese: "6ª-feira"; "na 6a" where its clause ends.
_WEEKDAY_FIGURE = re.compile(r"[2-6][aª](?:([- ]feiras?)(?!\w)|(?=[.,;!?)]|$))")
_COMMA_YEAR = re.compile(r", ?((?:19|20)\d\d)(?![\d%]|[.,]\d)")
# "2015-3", where its clause ends.
_YEAR_MONTH = re.compile(r"20[0-4]\d-[1-9](?=[.,;!?)]?(?:\s|$))")
_SCORE = re.compile(r"\d[-–]\d")
_DAY_SPAN = re.compile(r"\d{1,2}[-–]\d{1,2}")
_OLD_YEARS = re.compile(r"\d{1,4}[-–]\d{1,4}")
_ERAS = class_names("era")
_YEARS_BEFORE = _ERAS | {"year_word", "decade_mark"}
_REST_OF_NUMBER = re.compile(r"(?:[.,:]\d+)+")
# After the "15.2" of a dotted date: the dot that ends it, where no sentence ends; a range that goes on.
_DOT_GOES_ON = re.compile(r"\.(?= ?[-–]| [a-zà-ÿа-я])")
_RANGE_GOES_ON = re.compile(r"\. ?(?:[-–]|\w{2,3}) ?(?:\w{2,3} )?\d{1,2}\.\d{1,2}\.")
_LEADS_DOTTED = class_names("leads_numeric") | class_names("any_to") | {"the"}
# The dot of an ordinal in figures, behind which its sentence goes on.
_ORDINAL_DOT = re.compile(
    r"\.(?= ?[-–] ?[\da-z\u00df-\u024f\u0430-\u045f]|[,/]| [a-z\u00df-\u024f\u0430-\u045f])"
)
# The classes after which two numbers with such a sign between them are a day and a month.
_LONE_AFTER = {
    "/": class_names("leads_numeric") | {"direction"},
    "-": frozenset({"at", "within", "day_word", "weekday"}),
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
    dot = not barred and text.startswith(". ", raw[at].end)
    spaced = numeric.DOTTED_SPACED.match(text, start) if dot else None
    if spaced is not None:
        point = numeric.read(spaced.group().replace(" ", ""), pack.numeric, True)
        if point is not None:
            token = Token(start, spaced.end(), spaced.group(), ((point.cls, point),))
            return [token], _after(raw, at, spaced.end())
    if compound is not None:
        return _compound(text, raw, at, compound.end(), tokens, pack, barred)
    spaced = numeric.SPACED.match(text, start)
    if spaced is not None and not barred and not (start > 1 and text[start - 2].isdecimal()):
        point = numeric.spaced(spaced, pack.numeric)
        if point is not None:
            end = spaced.end()
            return [Token(start, end, text[start:end], ((point.cls, point),))], _after(raw, at, end)
    if dot and pack.spaced_dots and (dots := numeric.SPACED_DOTS.match(text, start)) is not None:
        led = bool(tokens) and bool(tokens[-1].readings) and tokens[-1].readings[0][0] in _LEADS_DOTTED
        lone = led or _is_all(text, start, dots.end(), _BLANKS)
        point = numeric.spaced_dots(dots, lone)
        if point is not None:
            end = dots.end()
            return [Token(start, end, text[start:end], ((point.cls, point),))], _after(raw, at, end)
    rest = _REST_OF_NUMBER.match(text, raw[at].end)
    if rest is not None and not _is_comma_before_year(text[start : rest.end()]):
        return [_unread(text, start, rest.end())], _after(raw, at, rest.end())
    return _plain(text, raw, at, pack, barred)


def _is_all(text: str, start: int, end: int, rest: re.Pattern[str]) -> bool:
    """Whether nothing stands before `start`, and behind `end` nothing but `rest`."""
    before, behind = _BLANKS.match(text), rest.match(text, end)
    return before is not None and before.end() >= start and behind is not None and behind.end() == len(text)


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
    if before in _BAR_BEFORE or (last is not None and last.text in CURRENCY):
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
        if len(tokens) > 1 and tokens[-1].text == "(" and tokens[-2].readings[:1]:
            before = tuple(r for r in tokens[-2].readings if r[0] == "weekday") or before  # "Monday (4/5)"
        lone = (
            bool(before) and before[0][0] in _LONE_AFTER["/" if "/" in body else body.strip("0123456789")[:1]]
        )
        lone = lone or (bool(tokens) and tokens[-1].text in pack.bare_days) or _goes_on(tokens)
        lone = lone or (_is_all(text, start, end, _BLANKS_AND_DOTS) and not _SCORE.fullmatch(body))
        dotted = "." in body and pack.decimal == "," and _is_dotted(text, end, before, body)
        if "." in body and _is_clock(raw, _after(raw, at, end), pack):
            lone = False  # "um 10.12 Uhr"
        lone = lone and not (_DAY_SPAN.fullmatch(body) and _is_month(raw, _after(raw, at, end), pack))
        dotted = dotted or (pack.dotted != "" and numeric.DOTTED.match(text, start) is not None)
        if "/" in body and (year := _COMMA_YEAR.match(text, end)) and body.count("/") == 1:
            body, end = f"{body}/{year[1]}", year.end()  # "08/12, 2015"
        lone = lone or _YEAR_MONTH.match(text, start) is not None
        point = (
            numeric.read(body, pack.numeric, lone or dotted)
            or numeric.years(body)
            or numeric.range_of(body, pack.numeric, lone)
        )
        if point is not None and dotted and _DOT_GOES_ON.match(text, end):
            end += 1
        if point is not None:
            end += clock
            return [Token(start, end, text[start:end], ((point.cls, point),))], _after(raw, at, end)
        if _belongs_apart(body, raw[at], tokens):  # "Sep-23-2020", "Q1-2017"
            pieces = raw[at : _after(raw, at, end)]
            for piece in pieces:
                piece.readings = (
                    ((digit_class(piece.text), int(piece.text)),)
                    if piece.text.isdecimal()
                    else (("dash", None),)
                )
            return pieces, at + len(pieces)
        if _DAY_SPAN.fullmatch(body):  # "13-15 July"
            pieces = raw[at : _after(raw, at, end)]
            for piece in pieces:
                digits = piece.text.isdecimal()
                piece.readings = (
                    ((digit_class(piece.text), int(piece.text)),) if digits else (("dash", None),)
                )
            return pieces, at + len(pieces)
        if _OLD_YEARS.fullmatch(body) and _has_era(raw, _after(raw, at, end), tokens, pack):
            pieces = raw[at : _after(raw, at, end)]
            for piece in pieces:
                digits = piece.text.isdecimal()
                piece.readings = (("many_digits", int(piece.text)),) if digits else (("dash", None),)
            return pieces, at + len(pieces)
    return [_unread(text, start, end)], _after(raw, at, end)


def _has_era(raw: list[Token], at: int, tokens: list[Token], pack: TimePack) -> bool:
    """Whether a word for an era stands beside two numbers with a dash, or that for years before them."""
    if tokens and tokens[-1].readings and tokens[-1].readings[0][0] in _YEARS_BEFORE:
        return True
    for place in (at, at + 1, at + 2):  # "512-511 годах до н. э."
        if place >= len(raw):
            return False
        classes = {cls for cls, _ in pack.lexicon.read(raw, place)[0]}
        if classes & _ERAS:
            return True
        if not classes & {"year_word", "dot"}:
            return False
    return False


def _goes_on(tokens: list[Token]) -> bool:
    """Whether a day and month in figures stands before, with "and" or a comma between ("20/11, 22/11")."""
    if len(tokens) < 2 or not tokens[-1].readings or not tokens[-2].readings:
        return False
    return tokens[-1].readings[0][0] in ("and", "comma") and tokens[-2].readings[0][0] == "p_month_day"


def _is_dotted(text: str, end: int, before: tuple[Reading, ...], body: str) -> bool:
    """Whether "15.2." is a day and month: after "on" or "from", with a dot behind or a month of two digits;
    or where a range goes on."""
    dot = text[end : end + 1] == "."
    led = bool(before) and before[0][0] in _LEADS_DOTTED and (dot or re.fullmatch(r"\d\d?\.\d\d", body))
    return bool(led) or (dot and _RANGE_GOES_ON.match(text, end) is not None)


def _belongs_apart(body: str, first: Token, tokens: list[Token]) -> bool:
    """Whether a month name with a sign, or the letter of a quarter, claims the digits after it."""
    if re.fullmatch(r"\d\d?[-/]\d{4}", body) is None or not tokens or tokens[-1].end != first.start:
        return False
    last = tokens[-1].readings[:1]
    if last and last[0][0] in ("quarter_mark", "half_mark", "quarter_word"):
        return True
    return bool(
        tokens[-1].text in ("-", "/")
        and len(tokens) > 1
        and tokens[-2].readings
        and tokens[-2].readings[0][0] == "month"
    )


def _plain(text: str, raw: list[Token], at: int, pack: TimePack, barred: bool) -> tuple[list[Token], int]:
    """Digits alone, or with an ending: "15", "15th", "1990s", "2017'de"."""
    token = raw[at]
    value = numeric.value_of(token.text)
    cls = digit_class(token.text)
    end = token.end
    dotted = {"day_digits": pack.dotted != "", "year_digits": pack.dotted == "years"}.get(cls, False)
    if dotted and not barred and _ORDINAL_DOT.match(text, end):
        # "3. marts", "15.–18. juli", "2015. godine": the dot makes an ordinal, and ends no sentence
        end += 1
        kind = "day_ordinal" if cls == "day_digits" else cls
        return [Token(token.start, end, text[token.start : end], ((kind, value),))], _after(raw, at + 1, end)
    after = text[end : end + 1]
    if after == "°" and cls == "day_digits" and not barred and _is_month(raw, at + 2, pack):
        end += 1  # "1° gennaio", where "1°" alone is a temperature
        return [Token(token.start, end, text[token.start : end], (("day_ordinal", value),))], at + 2
    if (
        barred
        or (after and after in _BAR_AFTER)
        or text[end : end + 2] in (" %", " ×")
        or _ADDRESS.match(text, end)
    ):
        cls = ""
    elif cls == "day_digits" and text[end : end + 2] in (".º", ".ª", ".°"):  # "el 1.º de julio"
        cls, end = "day_ordinal", end + 2
    elif ending := _ending(text, raw, at):
        tail = ending.lstrip("'’-")
        if (tail in pack.ordinal_suffixes or ending in pack.ordinal_suffixes) and cls == "day_digits":
            cls, end = "day_ordinal", end + len(ending)
            weekday = _WEEKDAY_FIGURE.match(text, token.start) if pack.weekday_figures else None
            led = (
                token.start > 0 and text[: token.start].rstrip(" ").rsplit(" ", 1)[-1] in pack.weekday_figures
            )
            if weekday is not None and (weekday[1] or led):
                cls, value, end = "weekday", value - 1, weekday.end()
        elif pack.hundreds and ending in pack.decade_suffixes and value % 100 == 0 and 100 <= value <= 2000:
            cls, value, end = "hundreds", value // 100 + 1, end + len(ending)  # "1800-talet"
        elif (
            ending in pack.decade_suffixes
            and value % 10 == 0
            and (cls == "year_digits" or (20 <= value <= 90 and ending not in pack.number_suffixes))
        ):
            cls, end = "tens", end + len(ending)
        elif ending in pack.decade_suffixes and value % 10 == 0 and 20 <= value <= 90:
            # "20-е": the twentieth, or the twenties
            end += len(ending)
            readings = ((cls, value), ("tens", value))
            return [Token(token.start, end, text[token.start : end], readings)], _after(raw, at + 1, end)
        elif cls == "day_digits" and pack.day_endings and tail.startswith(pack.day_endings):
            cls, end = "day_ordinal", end + len(ending)
        elif ending in pack.number_suffixes or (pack.suffixes and after == "'"):
            end += len(ending)
        elif after.isascii() if pack.unspaced else not _is_date_word(raw, at + 1, pack):
            cls = ""
    if cls == "year_digits" and pack.solar_years and 1200 <= value <= 1500:
        cls = "jalali_year"
    following = _after(raw, at + 1, end)
    counted = following < len(raw) and raw[following].text in pack.counted
    if (
        counted
        and cls in ("year_digits", "day_digits")
        and not (cls == "year_digits" and _after_year(raw, at, pack))
    ):
        cls = "many_digits"
    return [Token(token.start, end, text[token.start : end], ((cls, value),) if cls else ())], following


def _is_date_word(raw: list[Token], at: int, pack: TimePack) -> bool:
    """Whether what touches a number on its right is a word of dates ("12march"), and not "x" or "v"."""
    readings = pack.lexicon.read(raw, at)[0]
    return any(cls != "roman" for cls, _ in readings)


def _after_year(raw: list[Token], at: int, pack: TimePack) -> bool:
    """Whether the word for year stands before: "the year 2030"."""
    return at > 0 and any(cls == "year_word" for cls, _ in pack.lexicon.read(raw, at - 1)[0])


def _is_clock(raw: list[Token], at: int, pack: TimePack) -> bool:
    return at < len(raw) and any(cls == "clock_word" for cls, _ in pack.lexicon.read(raw, at)[0])


def _is_month(raw: list[Token], at: int, pack: TimePack) -> bool:
    return at < len(raw) and any(cls == "month" for cls, _ in pack.lexicon.read(raw, at)[0])


def _ending(text: str, raw: list[Token], at: int) -> str:
    """The letters that touch digits on the right, with the apostrophe, hyphen or colon between."""
    end = raw[at].end
    i = at + 1
    while (
        i < len(raw) and raw[i].start == end and (raw[i].text[0].isalpha() or raw[i].text in ("'", "-", ":"))
    ):
        end = raw[i].end
        i += 1
        if raw[i - 1].text[0].isalpha():
            return text[raw[at].end : end]
    return ""
