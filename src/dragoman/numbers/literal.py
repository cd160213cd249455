"""Numbers in digits: grouping, decimals, and the strings of digits that count nothing."""

import re
from functools import lru_cache

# What digits must not be joined to: other digits by a sign of dates, scores, phones, addresses and versions.
# Not of a script written without spaces, nor Hebrew, whose prepositions are joined by a hyphen ("כ-200").
_LETTER = r"(?![\u05d0-\u05ea\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3])[^\W\d_]"
_JOINED_BEFORE = re.compile(rf"(?:(?:\d|{_LETTER})[-–./:,_@#]|[#+@_/\\=]|{_LETTER})$")
_JOINED_AFTER = re.compile(r"[-–/:]\d|[_@=\\]")
_APART = (" ", "\n", "(")  # signs that join nothing


@lru_cache(maxsize=64)
def literal_pattern(decimal: str, groups: tuple[str, ...]) -> re.Pattern[str]:
    """Digits as a language writes them. group(1): the whole part; group(2): the decimals."""
    group = "[" + "".join(map(re.escape, groups)) + " ]" if groups else "[ ]"
    whole = rf"\d{{1,3}}(?:{group}\d{{3}})+(?!\d)|\d+"
    return re.compile(rf"({whole})(?:[{re.escape(decimal)}.](\d+))?")


def value_of(match: re.Match[str]) -> int | float:
    """The value of a match of `literal_pattern`."""
    whole = match[1] if match[1].isdecimal() else re.sub(r"\D", "", match[1])
    if match[2]:
        return float(f"{whole[:300]}.{match[2][:300]}")
    return int(whole) if len(whole) < 40 else int(whole[:40])


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether the digits at `start` to `end` belong to no longer string: phone, score, address, version,
    name."""
    before = text[max(0, start - 2) : start]
    if not before.endswith(_APART) and _JOINED_BEFORE.search(before):
        return False
    if before[-1:] == " " and before[:1].isdecimal():
        return False
    after = text[end : end + 2]
    if after[:1] == " " or not after:
        return True
    return not (after[0] in ".:" and after[1:].isdecimal()) and _JOINED_AFTER.match(after) is None
