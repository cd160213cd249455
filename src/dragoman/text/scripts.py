"""Scripts: in which writing system a text is, and which way it runs."""

from bisect import bisect_right
from collections import Counter

# Blocks that carry running text. Counting letters of a sample is enough to name the main script.
_BLOCKS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    ("Latn", (("A", "Z"), ("a", "z"), ("À", "ɏ"), ("Ḁ", "ỿ"))),
    ("Arab", (("\u0620", "\u06ff"), ("\u0750", "\u077f"), ("\ufb50", "\ufdff"), ("\ufe70", "\ufefc"))),
    ("Cyrl", (("\u0400", "\u052f"),)),
    ("Hani", (("\u3400", "\u4dbf"), ("\u4e00", "\u9fff"))),
    ("Grek", (("\u0370", "\u03ff"), ("\u1f00", "\u1fff"))),
    ("Hebr", (("\u0590", "\u05ff"),)),
    ("Kana", (("\u3040", "\u30ff"),)),
    ("Hang", (("\uac00", "\ud7af"), ("\u1100", "\u11ff"))),
    ("Deva", (("\u0900", "\u097f"),)),
    ("Thai", (("\u0e00", "\u0e7f"),)),
    ("Geor", (("\u10a0", "\u10ff"),)),
    ("Armn", (("\u0530", "\u058f"),)),
)
_RANGES = sorted((first, last, script) for script, ranges in _BLOCKS for first, last in ranges)
_FIRSTS = [first for first, _, _ in _RANGES]
RIGHT_TO_LEFT = frozenset({"Arab", "Hebr"})


_ENOUGH = 700
"""Characters that are enough to tell what most of a text is written in."""


def thinned(text: str, sample: int) -> str:
    """Every so many of the first `sample` characters: enough to tell what most letters are like."""
    return text[: sample : max(1, min(sample, len(text)) // _ENOUGH)]


def script_of(text: str, sample: int = 4000) -> str | None:
    """The ISO 15924 code of the script most letters of the first `sample` characters are in.

    Of a long sample every so many characters are counted. Kana wins over Han: a Japanese text has both.
    None for a text without letters.

    >>> script_of("رئيس الوزراء"), script_of("Prime minister"), script_of("12345")
    ('Arab', 'Latn', None)
    """
    counts = dict.fromkeys((script for script, _ in _BLOCKS), 0)
    for char, times in Counter(thinned(text, sample)).items():
        number = bisect_right(_FIRSTS, char) - 1
        if number >= 0 and char <= _RANGES[number][1]:
            counts[_RANGES[number][2]] += times
    if counts["Kana"] * 8 > counts["Hani"] > 0:
        return "Jpan"
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] else None


def is_right_to_left(text: str) -> bool:
    """Whether most letters of `text` run from right to left."""
    return script_of(text) in RIGHT_TO_LEFT
