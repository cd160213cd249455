"""Heads: what stands above or before a report's own sentences: its title, headings and dateline."""

import re

_HEAD = 1500
"""Characters from the start of a document within which a dateline may stand."""
_DATELINE = re.compile(
    # "LONDON, Feb 15 (Agency) - ": holds a figure or a bracket, and ends in a dash
    r"(?=[^\n]{0,90}?(?:\d|\())(?!\()[^\W\d_][^\n.!?:\"“«„]{1,80}?(?:\([^()\n]{2,40}\)\s*)?[-–—]\s+"
    # "LONDON, Feb 15 (Agency) ": or ends in the bracket
    r"|[^\W\d_][^\n!?:\"“«„]{1,60}?\([^()\n]{2,40}\)\s*(?:[-–—:]\s*)?(?=\S)"
)

_ENDING = re.compile(r"[-–—(]")
"""What a dateline has at least one of."""


def dateline(text: str, start: int, end: int) -> int:
    """Where the report begins after "LONDON, Feb 15 (Agency) - "; `start` where there is no dateline.

    A dateline is short, holds a day or an agency in brackets, and ends in a dash or that bracket.
    """
    end = min(end, start + 120)
    if start >= _HEAD or _ENDING.search(text, start, end) is None:
        return start
    found = _DATELINE.match(text, start, end)
    if found is None:
        return start
    head = found.group()
    opens = head.split("(")[0].strip(" -–—")
    capital = any(word.isupper() and len(word) > 2 for word in re.findall(r"\w+", opens))
    dashed = head.rstrip()[-1:] in "-–—"
    bracket = "(" in head
    if dashed and (bracket or capital or any(c.isdigit() for c in head)):
        return found.end()
    return found.end() if bracket and capital else start


def title_of(text: str, paragraphs: tuple[tuple[int, int], ...]) -> str | None:
    """The first line, where it is short enough for a headline and the text goes on below it."""
    if len(paragraphs) < 2:
        return None
    start, end = paragraphs[0]
    line = text[start:end]
    return line if 8 <= len(line) <= 160 and line[-1] not in ".:،" else None


def is_heading(line: str) -> bool:
    """Whether a line between others is a heading: short, and without a full stop."""
    return len(line) <= 160 and line[-1] not in ".!?…:؟。\"”»'’)"
