"""Scripts: in which writing system a text is, and which way it runs."""

import re

# Blocks that carry running text. Counting letters of a sample is enough to name the main script.
_BLOCKS: tuple[tuple[str, str], ...] = (
    ("Latn", r"[A-Za-zÀ-ɏḀ-ỿ]"),
    ("Arab", r"[\u0620-\u06FF\u0750-\u077F\uFB50-\uFDFF\uFE70-\uFEFC]"),
    ("Cyrl", r"[\u0400-\u052F]"),
    ("Hani", r"[\u3400-\u4DBF\u4E00-\u9FFF]"),
    ("Grek", r"[\u0370-\u03FF\u1F00-\u1FFF]"),
    ("Hebr", r"[\u0590-\u05FF]"),
    ("Kana", r"[\u3040-\u30FF]"),
    ("Hang", r"[\uAC00-\uD7AF\u1100-\u11FF]"),
    ("Deva", r"[\u0900-\u097F]"),
    ("Thai", r"[\u0E00-\u0E7F]"),
    ("Geor", r"[\u10A0-\u10FF]"),
    ("Armn", r"[\u0530-\u058F]"),
)
_PATTERNS = tuple((name, re.compile(pattern)) for name, pattern in _BLOCKS)
RIGHT_TO_LEFT = frozenset({"Arab", "Hebr"})


def script_of(text: str, sample: int = 4000) -> str | None:
    """The ISO 15924 code of the script most letters of the first `sample` characters are in.

    Kana wins over Han: a Japanese text has both. None for a text without letters.

    >>> script_of("رئيس الوزراء"), script_of("Prime minister"), script_of("12345")
    ('Arab', 'Latn', None)
    """
    head = text[:sample]
    counts = {name: len(pattern.findall(head)) for name, pattern in _PATTERNS}
    if counts["Kana"] * 8 > counts["Hani"] > 0:
        return "Jpan"
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] else None


def is_right_to_left(text: str) -> bool:
    """Whether most letters of `text` run from right to left."""
    return script_of(text) in RIGHT_TO_LEFT
