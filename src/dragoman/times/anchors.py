"""Anchors: the words and figures round which a date is looked for, and the expression that finds them."""

import re
from collections.abc import Iterable

from dragoman.numbers.tokens import TOKEN, Reading, trie_pattern
from dragoman.times.classes import class_names

# A date is looked for round words of these classes (and round numbers that look like years or dates).
ANCHORS = frozenset(
    {
        "month",
        "hijri",
        "jalali",
        "weekday",
        "weekdays",
        "season",
        "relative_day",
        "part",
        "weekend",
        "tens",
        "holiday",
        "half_year",
        "named_day",
        "named_month",
        "named_year",
        "relative_week",
        "relative_weekend",
        "hundreds",
        "relative_month",
        "relative_year",
        "day_mark",
        "month_mark",
        "year_mark",
    }
    | class_names("unit")
)

# Four digits from 1000 to 2999, and the first digits of what may be a numeric date.
NUMERIC_ANCHOR = r"[12]\d{3}(?!\d)|\d\d?[-/.]\d"


def anchor_pattern(
    words: set[str],
    *,
    joined: bool,
    suffixed: bool,
    quarters: bool,
    ordinals: frozenset[str],
    bare_days: Iterable[str],
    eras: Iterable[str],
    decades: Iterable[str],
    centuries: Iterable[str],
    articles: Iterable[str],
    spaced_dots: bool,
) -> str:
    """The expression for where a date may be, at the beginning of a word."""
    trie = trie_pattern(words)
    branches = [trie + ("" if suffixed else r"\b")] if trie else []
    if quarters:
        branches.append(r"[qhkt][1-4](?!\d)")
    branches += [rf"{re.escape(word)} \d\d?(?=[.,;!?]|\s*$)" for word in sorted(bare_days)]
    figures = []
    if era := trie_pattern(set(eras)):
        figures.append(rf"\d{{1,3}} (?={era})")
    if article := trie_pattern(set(articles)):
        branches.append(rf"{article} [2-9]0(?=[.,;!?]|\s*$)")
    if mark := trie_pattern(set(centuries)):
        branches.append(rf"[ivx]+ (?={mark})")
    if ends := trie_pattern(set(decades)):
        figures.append(rf"[1-9]0?0{ends}\b")
    figures.append(NUMERIC_ANCHOR)
    if spaced_dots:
        figures.append(r"\d\d?\. \d\d?\.")
    if ordinals:
        figures.append(rf"[1-3]?\d(?:{'|'.join(map(re.escape, sorted(ordinals)))})\b")
    # At most words no figure is to be tried: one look spares them all.
    branches.append(rf"(?=\d)(?:{'|'.join(figures)})")
    front = r"(?:[وفبلك]{1,2}|)(?:ال|لل|)" if joined else ""
    return f"{front}(?:{'|'.join(branches)})"


# Classes whose words are a date alone; those that any word beside them may make one.
_STRONG = frozenset(
    {
        "holiday",
        "half_year",
        "named_day",
        "named_month",
        "named_year",
        "relative_week",
        "relative_weekend",
        "relative_month",
        "relative_year",
        "month",
        "hijri",
        "jalali",
        "weekday",
        "relative_day",
        "that_unit",
        "tens",
        "hundreds",
    }
)
_NEEDS_LINK = frozenset({"season", "weekend", "century_word", "quarter_word", "half_word", "decade_word"})


def need(readings: tuple[Reading, ...]) -> int:
    """What a word with these readings needs beside it to be a date: 0 nothing, 1 any word, 2 one that
    points."""
    classes = {cls for cls, _ in readings}
    if not classes or classes & _STRONG:
        return 0
    return 1 if classes & _NEEDS_LINK else 2


def word_of(surface: str) -> str:
    """The word of a surface to look for: its last one of letters."""
    words: list[str] = [word for word in TOKEN.findall(surface) if word[0].isalpha()]
    return words[-1]
