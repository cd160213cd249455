"""The publication date that a text tells by itself: a date line, a dateline, a full date at its head."""

import re
from collections.abc import Sequence
from datetime import date

from dragoman.numbers.flat import flatten
from dragoman.times.calendars import Period
from dragoman.times.fields import Day, Month
from dragoman.times.find import found_in
from dragoman.times.grammar import Expression
from dragoman.times.ground import Ground
from dragoman.times.lexicon import generic_pack, time_pack
from dragoman.times.symbols import Fixed

_HEAD = 1200  # characters
_LINES = 14
_SHORT = 90  # a line up to this length is furniture or a byline, not running text
# After the date of a dateline: an agency in brackets, a dash, or both. "LONDON, Feb 15 (Agency) -"
_DATELINE_TAIL = re.compile(
    r"\s*[،,]?\s*(?:\([^()\n]{2,60}\)\s*[-–—:.،]?|[-–—]{1,2}\s|\s/\s?[^\n/]{2,30}/\s?[-–—])"
)
_DATELINE_LEAD = 60
_CLOSE = 92  # days


def published_from_text(text: str, language: str) -> tuple[str, str] | None:
    """The ISO date on which `text` says it was published, and how that was read; None where it does not say.

    Read are the first lines only: a full date in a short line or a dateline; else a dateline without
    year, whose
    year comes from a weekday beside a day and month, or is the latest year the text mentions.
    """
    pack = time_pack(language) or generic_pack()
    flat = flatten(text)
    search = found_in(flat, pack)
    found: list[Expression] = []
    for expression in search:  # what stands below the head is read only where it is needed
        found.append(expression)
        if expression.start > _HEAD:
            break
    head = [e for e in found if e.end <= _HEAD and flat.text.count("\n", 0, e.start) < _LINES]
    for expression in head:
        day = _day(expression)
        if day is None or day.year is None:
            continue
        on = day.in_year(day.year)
        if on is not None and (_in_short_line(flat.text, expression) or _is_dateline(flat.text, expression)):
            return (
                on.isoformat(),
                f"full date at the head: «{_shown(text, flat.span(expression.start, expression.end))}»",
            )
    for expression in head:
        day = _day(expression)
        if day is None or day.year is not None or not _is_dateline(flat.text, expression):
            continue
        shown = _shown(text, flat.span(expression.start, expression.end))
        found += search
        return _with_year(day, found, shown)
    return None


def _shown(text: str, span: tuple[int, int]) -> str:
    return text[span[0] : span[1]]


def _day(expression: Expression) -> Day | None:
    symbol = expression.point.symbol
    return symbol if isinstance(symbol, Day) and expression.point.mod is None else None


def _line(text: str, at: int) -> tuple[int, int]:
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    return start, len(text) if end < 0 else end


def _in_short_line(text: str, expression: Expression) -> bool:
    start, end = _line(text, expression.start)
    return (
        end - start <= _SHORT
        and not text[start:end].rstrip().endswith((".", "!", "?", "؟", "。"))
        and end < len(text)
    )


def _is_dateline(text: str, expression: Expression) -> bool:
    start, _ = _line(text, expression.start)
    return (
        expression.start - start <= _DATELINE_LEAD and _DATELINE_TAIL.match(text, expression.end) is not None
    )


def _with_year(day: Day, found: Sequence[Expression], shown: str) -> tuple[str, str] | None:
    """The date of a dateline without year, where the text tells the year beyond doubt.

    A writer leaves out the year of publication and writes that of other dates. So the latest date with a year
    is earlier, and tells the year only if it lies close before, or if weekdays beside other dates fit
    one year.
    """
    written = [period for expression in found if (period := _written(expression)) is not None]
    if not written:
        return None
    latest = max(written, key=lambda period: period.last)
    options = [
        d
        for y in range(latest.first.year, latest.first.year + 4)
        if (d := day.in_year(y)) and d >= latest.first
    ]
    dated = [
        s for e in found if isinstance(s := e.point.symbol, Day) and s.year is None and s.weekday is not None
    ]
    if dated:
        options = [d for d in options if all(_fits(s, d) for s in dated)]
        if len(options) == 1:
            return options[
                0
            ].isoformat(), f"dateline «{shown}»; the year in which the weekdays of the text fit"
    if options and latest.grain in ("day", "month") and (options[0] - latest.last).days <= _CLOSE:
        return options[
            0
        ].isoformat(), f"dateline «{shown}»; the year of {latest.iso}, the latest date with a year"
    return None


def _fits(named: Day, published: date) -> bool:
    """Whether a day with weekday has that weekday within the year before `published`, or shortly after."""
    days = [named.in_year(published.year + n) for n in (-1, 0)]
    return any(
        d is not None and d.isoweekday() == named.weekday and -40 < (published - d).days < 330 for d in days
    )


def _written(expression: Expression) -> Period | None:
    """The period that an expression names with its year."""
    symbol = expression.point.symbol
    if isinstance(symbol, Fixed) or (isinstance(symbol, Day | Month) and symbol.year is not None):
        try:
            placed = symbol.place(Ground())
        except (ValueError, OverflowError):
            return None
        return placed[0] if placed and 1900 <= placed[0].last.year <= 2200 else None
    return None
