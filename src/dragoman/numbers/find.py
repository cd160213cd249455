"""Finding numbers: the number, the interval the words round it allow, its unit, and what it counts."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from dragoman.model import Date, Number, Reason
from dragoman.numbers.amounts import Amount, amount_at, scaled_alike, second
from dragoman.numbers.around import is_fraction, mod_behind, mod_of, noun_of, unit_of
from dragoman.numbers.facts import BOUND, DIGITS, MONEY, PAIR, RANGE_FROM, SCORE, UNIT_BEFORE, get
from dragoman.numbers.flat import Flat, flatten
from dragoman.numbers.lexicon import NumberPack, number_pack
from dragoman.numbers.rows import LEFT, RIGHT, Row, rows
from dragoman.numbers.tokens import EDGE, trie_pattern
from dragoman.numbers.units import CURRENCIES

_LONGEST = 2000  # characters in a row
_SPACE = re.compile(r"\s")
_AMOUNT = {"more_than": "low", "at_least": "low", "fewer_than": "high", "up_to": "high", "nearly": "high"}


def find_numbers(text: str, language: str, dates: Sequence[Date] = ()) -> tuple[Number, ...]:
    """The numbers of `text` that count or measure something, from left to right, none overlapping a date.

    language: ISO 639-1; for a language without number words only digits with a sign of a unit are found.
    dates:    what was read as a date, to be left out.
    `value` is None where the words give an interval alone ("dozens", "between 20 and 30"). `of` are the
    words as
    they stand, without article. Years, ordinals, versions, phone and page numbers give nothing.
    """
    pack = number_pack(language)
    if pack is None:
        return ()
    flat = flatten(text)
    shown = _without(flat, dates)
    reader = rows(language)
    found: list[Number] = []
    places = _places(shown, language)
    row = Row(shown, [])
    done = inside = 0
    for number, (start, end) in enumerate(places):
        if start < done:
            continue
        if number >= inside:
            left = max(done, start - LEFT)
            reach = reader.reach(shown, end)
            inside = number + 1
            while inside < len(places) and places[inside][0] - LEFT <= reach < left + _LONGEST:
                reach = max(reach, reader.reach(shown, places[inside][1]))
                inside += 1
            row = reader.make(shown, left, reach)
        at = row.at(start)
        if at is None:
            continue
        read = amount_at(row, at, pack)
        if read is not None:
            counted, used = _number(text, flat, row, read, pack)
            done = max(used, end)
            if counted is not None:
                found.append(counted)
        elif row.tokens[at].facts & DIGITS:
            # words may still be said of the next number ("több mint 30")
            done = max(done, min(end, row.tokens[at].end))
        else:
            continue
        if not reader.unspaced and shown[done - 1].isalnum():  # begin at a word
            space = _SPACE.search(shown, done, end + LEFT + RIGHT)
            done = space.start() if space is not None else done
        row.begin(done)
    return tuple(found)


def _without(flat: Flat, dates: Sequence[Date]) -> str:
    """The flat text with a bar and spaces where the dates stand: nothing is read there, or across."""
    text = flat.text
    if not dates:
        return text
    pieces: list[str] = []
    done = 0
    for d in sorted(dates, key=lambda d: d.start):
        start, end = d.start, d.end
        if flat.origin is not None:
            start, end = bisect_left(flat.origin, start), bisect_left(flat.origin, end)
        if done <= start < end:
            pieces += (text[done:start], "|", " " * (end - start - 1))
            done = end
    return "".join((*pieces, text[done:]))


def _places(text: str, language: str) -> list[tuple[int, int]]:
    """Start and end of every word or figure that may be a number."""
    first, other = _anchors(language)
    if first is other:
        return [match.span() for match in other.finditer(text)]
    match = first.match(text)
    places = [match.span()] if match is not None else []
    for match in other.finditer(text):  # the pattern begins with the sign before the word
        start, end = match.span()
        places.append((start + 1, end))
    return places


@lru_cache(maxsize=64)
def _anchors(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The expressions for a number at the beginning of a text, and elsewhere."""
    pack = number_pack(language)
    assert pack is not None
    words: set[str] = set()
    phrases: dict[str, set[str]] = {}  # first words that are a number only with what follows
    for first, entries in pack.words.by_first.items():
        for rest, readings in entries:
            if any(cls in ("cardinal", "scale", "vague") and value not in (0, 1) for cls, value in readings):
                phrases.setdefault(first, set()).add(rest[0] if rest else "")
    for first in list(phrases):
        if "" in phrases[first]:
            words.add(first)
            del phrases[first]
    if pack.data["format"].get("unspaced"):
        pattern = re.compile(rf"\d+|{trie_pattern(words | set(phrases))}")
        return pattern, pattern
    behind = r"\b"
    if pack.splitter is not None:  # "drieduizend", not "driest"
        parts = trie_pattern(set(pack.splitter.parts))
        joints = "|".join(map(re.escape, pack.splitter.joints))
        behind = rf"(?:(?![^\W\d_])|(?=(?:{joints}|){parts}))"
    number = trie_pattern(words) + behind
    if phrases:
        seconds = trie_pattern(words.union(*phrases.values()))  # "une dizaine", "un million"
        number += rf"|{trie_pattern(set(phrases))}(?=[\W_]+{seconds})"
    front = r"(?:[وفبلك]{1,2}|)(?:ال|لل|)" if pack.words.prefixes is not None else ""
    word = rf"{front}(?:\d+|{number})"
    return re.compile(word), re.compile(EDGE + word)


def _number(text: str, flat: Flat, row: Row, read: Amount, pack: NumberPack) -> tuple[Number | None, int]:
    """The Number of `read` with what stands round it, and where the flat text is read up to."""
    tokens, floor = row.tokens, row.floor
    first, after = read.first, read.after
    value, low, high, rule = read.value, read.low, read.high, read.rule
    opened = first > floor and tokens[first - 1].facts & RANGE_FROM != 0
    other = second(row, after, pack, opened)
    if other is not None and value is not None and other.value is not None:
        start_value = scaled_alike(read, other, tokens)
        if start_value < other.value:
            low, high, value, after, rule = start_value, other.value, None, other.after, "range"
            if opened:
                first -= 1
    unit = None
    if first > floor and tokens[first - 1].facts & MONEY:
        first -= 1
        unit = CURRENCIES[tokens[first].text]
        if first > floor and tokens[first - 1].text == "us":
            first -= 1
    elif first > floor and tokens[first - 1].facts & UNIT_BEFORE:
        first -= 1
        unit = str(get(tokens[first].readings, "unit_before"))  # Turkish "yüzde 4"
    mod, first, after = mod_of(row, first, after)
    if unit is None:
        unit, after = unit_of(tokens, after)
    if mod is None:
        mod, first, after = mod_of(row, first, after)
    noun = noun_of(row, after, pack) if unit is None or unit == "barrel" else None
    if mod is None and noun is not None:
        mod = mod_behind(row, noun[1])
    if value is not None and mod in _AMOUNT:
        low, high = (value, None) if _AMOUNT[mod] == "low" else (None, value)
    start, end = tokens[first].start, tokens[after - 1].end
    if is_fraction(tokens, after):
        return None, end
    if unit is None and (mod is None or noun is None) and _is_year(read, row):
        return None, end
    if unit is None and noun is None and mod is None:
        if _listed(row, first, after) if read.digits else not _tells_many(read, row):
            return None, end
    a, b = flat.span(start, end)
    of = None
    if noun is not None:
        c, d = flat.span(*noun)
        of = text[c:d]
    because = (Reason(f"number:{pack.language}.{rule}", a, b, f"mod {mod}" if mod else None),)
    return Number(
        start=a,
        end=b,
        text=text[a:b],
        value=value,
        low=low,
        high=high,
        mod=mod,
        unit=unit,
        of=of,
        because=because,
    ), end


def _tells_many(read: Amount, row: Row) -> bool:
    """Whether a count without a number stands for those counted: "dozens were wounded"."""
    return read.rule == "vague" and not row.tokens[read.first].facts & BOUND


def _listed(row: Row, first: int, after: int) -> bool:
    """Whether a bare number stands among signs: a score, a list, a footnote."""
    tokens = row.tokens
    if after < len(tokens) and tokens[after].facts & SCORE:
        return True
    return first > row.floor and tokens[first - 1].facts & PAIR != 0


def _is_year(read: Amount, row: Row) -> bool:
    """Whether digits are rather a year, where nothing is counted: four of them, ungrouped."""
    return (
        read.digits
        and read.after == read.first + 1
        and len(row.tokens[read.first].text) == 4
        and isinstance(read.value, int)
        and 1900 <= read.value <= 2100
    )
