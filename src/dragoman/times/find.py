"""Finding dates: scan, read, place; one text in, its dates out."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from msgspec import Struct

from dragoman.model import Date, Reason
from dragoman.numbers.flat import Flat, flatten
from dragoman.times.calendars import Period
from dragoman.times.fields import Day, Month, Weekday
from dragoman.times.grammar import Expression, expressions
from dragoman.times.ground import Ground
from dragoman.times.guards import Place
from dragoman.times.lexicon import TimePack, generic_pack, time_pack
from dragoman.times.scan import Belonging, Window, run_in, windows
from dragoman.times.shapes import Point
from dragoman.times.symbols import Fixed, Shift, Symbol, Within
from dragoman.times.tense import tense_of

# How far back a full date lends its year to the next date without one, and how far back "that day" looks.
_KEPT = 20_000  # windows
_STORY = 250
_NAMED = 5000
_CLOSE = 100
_SENTENCE_END = re.compile(r"(?<!\d)[.!?؟。](?=\s)")
_SIGNS = ' ,.;:!?()"«»“”„'
_DATED = (Day, Month)


def find_dates(
    text: str, language: str, published: str | None = None, *, spans: Sequence[tuple[int, int]] | None = None
) -> tuple[Date, ...]:
    """The date expressions of `text`, from left to right, none overlapping another.

    language:  ISO 639-1; for a language without date words only numeric dates and spans of years are found.
    published: ISO date from which "yesterday" and "in July" count; without it such dates have value None.
    spans:     only dates inside these stretches of `text`; the rest is not read, nor counted from.
    A value is an ISO day, month or year, or "A/B" with both ends included, never finer than the words.
    None: the
    words name a date that nothing here puts on a calendar. Raises ValueError for a `published` that is
    no date.
    """
    now = date.fromisoformat(published[:10]) if published else None
    pack = time_pack(language) or generic_pack()
    flat = flatten(text)
    return tuple(_placed(found_in(flat, pack), flat, text, pack, now, spans))


def found_in(flat: Flat, pack: TimePack) -> Iterator[Expression]:
    """The date expressions of a flat text, still symbolic, from left to right.

    The same words give the same expressions, so what a window of words gave is kept.
    """
    text, shown = flat.text, flat.shown()
    memory = _memory(pack.language)
    kept = memory.kept
    words = Place(text, shown, shown.islower())
    search = windows(text, pack, memory.belonging)
    window = next(search, None)
    while window is not None:
        base = window.inner_left
        key = None
        known = None
        if window.told:
            key = _key(shown, window, pack, words.lower)
            known = kept.get(key)
        if known is None:
            run, used = run_in(text, window, pack)
            known = (
                tuple((e.start - base, e.end - base, e.point) for e in expressions(run, pack, words)),
                used - base,
            )
            if key is not None:
                if len(kept) > _KEPT:
                    kept.clear()
                kept[key] = known
        for start, end, point in known[0]:
            yield Expression(base + start, base + end, point)
        try:
            window = search.send(base + known[1])
        except StopIteration:
            return


Key = tuple[str, int, str, str, bool, bool]
Kept = dict[Key, tuple[tuple[tuple[int, int, Point], ...], int]]


def _key(shown: str, window: Window, pack: TimePack, lower: bool) -> Key:
    """What a window is known by: its words without the links at its ends, and what stands beside them as far
    as it has a say; any plain word there is as good as another."""
    start, end = window.inner_left, window.inner_right
    inside = shown[start:end]
    left = shown[window.left : start].strip(_SIGNS).lower()
    if left not in pack.telling:
        left = "x" if left.isalpha() else left
    right = shown[end : window.right]
    while True:
        core = inside.rstrip(_SIGNS)
        if len(core) < len(inside):
            right = inside[len(core) :] + right
            inside = core
        cut = inside.rfind(" ")
        if start + cut < window.after or inside[cut + 1 :].lower() not in pack.ends:
            break
        right = inside[cut:] + right
        inside = inside[:cut]
    return (
        inside,
        window.at - start,
        left,
        _sign(right, pack),
        lower,
        window.right - window.left == len(shown),
    )


def _sign(right: str, pack: TimePack) -> str:
    """What has a say of the text behind a window: the sign that touches it, or the next word."""
    if right[:1] != " ":
        return right[:2]
    word = right[1:].split(" ", 1)[0]
    plain = word.rstrip(_SIGNS)
    if not plain.isalpha() or plain.lower() in pack.telling:
        return right
    return "x" if plain[0].islower() else "X"


class _Memory(Struct):
    """What is remembered of a language: what windows gave, and which words belong to dates."""

    kept: Kept
    belonging: tuple[Belonging, Belonging]


@lru_cache(maxsize=64)
def _memory(language: str) -> _Memory:
    pack = time_pack(language) or generic_pack()
    return _Memory({}, (Belonging(pack, before=True), Belonging(pack, before=False)))


def forget(language: str) -> None:
    """Let go of what is remembered of the texts of a language."""
    memory = _memory(language)
    memory.kept.clear()
    for words in memory.belonging:
        words.clear()


def _placed(
    found: Iterator[Expression],
    flat: Flat,
    text: str,
    pack: TimePack,
    now: date | None,
    spans: Sequence[tuple[int, int]] | None,
) -> Iterator[Date]:
    recent: list[tuple[int, Period]] = []
    story: Period | None = None
    story_at = -_STORY
    months: dict[int, int] = {}
    bare = Ground(published=now)
    said: tuple[int, int, Period] | None = None  # where it stands, how far its sentence goes on for sure
    shown = flat.shown()
    for expression in found:
        start, end = flat.span(expression.start, expression.end)
        if spans is not None and not any(a <= start and end <= b for a, b in spans):
            continue
        point = expression.point
        if _is_whole(point.symbol):
            ground = bare
        else:
            at = expression.start
            tense = ""
            if _is_open(point.symbol):
                tense = tense_of(flat.text, shown, at, expression.end, pack.tense)
            ground = Ground(
                published=now,
                recent=tuple([period for before, period in recent if at - before < _NAMED]),
                close=_close(recent, flat.text, at),
                said=said[2] if said is not None else None,
                story=story if story is not None and _same_story(flat.text, story_at, at) else None,
                months=months,
                future=tense == "ahead",
                planned=tense == "planned",
            )
        value, note = place(point.symbol, ground)
        period = value if isinstance(value, Period) else None
        iso = period.iso if period else value if isinstance(value, str) else None
        if period is not None:
            if period.grain == "day" and _is_said(point.symbol):
                said = expression.end, expression.end, period
            elif said is not None:
                over = expression.start - said[0] > _NAMED
                over = over or _SENTENCE_END.search(flat.text, said[1], expression.start) is not None
                # A sign at the end was looked at in vain, for want of the space behind it: look again.
                said = None if over else (said[0], max(said[0], expression.start - 1), said[2])
        if period is not None and not _goes_back(point.symbol):
            recent = [(expression.end, period), *(r for r in recent if r[1].grain != period.grain)]
            past_year = now is not None and period.first.year != now.year and _tells_year(point.symbol)
            if _is_full(point.symbol) and period.grain in ("day", "month"):
                months[period.first.month] = period.first.year
            story, story_at = (period if past_year else None), expression.end
        yield Date(
            start=start,
            end=end,
            text=text[start:end],
            value=iso,
            mod=point.mod,
            because=(Reason(f"date:{pack.language}.{point.rule}", start, end, note),),
        )


def place(symbol: Symbol | None, ground: Ground) -> tuple[Period | str | None, str]:
    """The period of `symbol` (or its ISO value, where no calendar of Python holds it), and how it was
    placed."""
    if symbol is None:
        return None, "the words give no number to count with"
    if isinstance(symbol, Fixed) and symbol.iso is not None:
        return symbol.iso, "as written"
    try:
        placed = symbol.place(ground)
    except (ValueError, OverflowError):
        return None, "outside the years 1 to 9999"
    if placed is None:
        return None, "no date to count from" if ground.published is None else "nothing fits on a calendar"
    return placed


def _is_whole(symbol: Symbol | None) -> bool:
    """Whether the words say it all, so that nothing beside them has a say in where it lies."""
    return isinstance(symbol, Fixed) or (isinstance(symbol, _DATED) and symbol.year is not None)


def _tells_year(symbol: Symbol | None) -> bool:
    """Whether what follows without a year goes on in the year of this date."""
    return _is_full(symbol) or (
        isinstance(symbol, Shift) and symbol.base == "named" and symbol.exact and symbol.unit == "year"
    )


def _is_said(symbol: Symbol | None) -> bool:
    """Whether a day is named from the day of publication: "Thursday", "yesterday"."""
    return isinstance(symbol, (Weekday, Shift)) and symbol.base == "published"


def _goes_back(symbol: Symbol | None) -> bool:
    """Whether a day is an aside, "the day before": what follows counts on from where the text was."""
    return isinstance(symbol, Shift) and symbol.base == "named" and symbol.of is None and symbol.count < 0


def _is_full(symbol: Symbol | None) -> bool:
    if isinstance(symbol, Within):
        return _is_full(symbol.part)
    return isinstance(symbol, _DATED) and (
        symbol.year is not None or symbol.direction is not None or symbol.base == "named"
    )


def _close(recent: Sequence[tuple[int, Period]], text: str, at: int) -> Period | None:
    """The period named last, where it stands just before `at` and in the same line."""
    if not recent or at - recent[0][0] > _CLOSE or text.find("\n", recent[0][0], at) >= 0:
        return None
    if recent[0][1].grain == "week" and _SENTENCE_END.search(text, recent[0][0], at):
        return None
    return recent[0][1]


def _is_open(symbol: Symbol | None) -> bool:
    """Whether where a symbol lies may hang on the tense of its clause."""
    if isinstance(symbol, Shift) and symbol.exact and symbol.base == "named" and symbol.of is None:
        return symbol.count > 0  # "three days later" than now, where the clause looks ahead
    if isinstance(symbol, Shift) and symbol.of is not None:
        return _is_open(symbol.of)  # "the week of 6 October"
    return not (
        symbol is None
        or isinstance(symbol, Fixed)
        or (isinstance(symbol, Shift) and symbol.unit != "weekend")
        or (isinstance(symbol, _DATED) and symbol.year is not None)
    )


def _same_story(text: str, before: int, at: int) -> bool:
    between = text[before:at] if 0 <= at - before < _STORY else "\n"
    if "\n" in between:
        return False
    # the sign that ends a sentence has a space behind it
    return len(between) < 4 or len(_SENTENCE_END.findall(text, before, at)) < 2
