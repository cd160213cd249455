"""Lines: whether the end of a line ends its sentence, or the line was wrapped by hand."""

_WRAPPED = 60  # a line at least this long may be wrapped by hand, and its sentence go on


def line_ends(text: str, before: int, after: int) -> bool:
    """Whether between two tokens a line ends that ends its sentence: an empty line follows, or it is
    short."""
    gap = text[before:after]
    if "\n" not in gap:
        return False
    return gap.count("\n") > 1 or before - (text.rfind("\n", 0, before) + 1) < _WRAPPED


def ends_line(text: str, newline: int) -> bool:
    """Whether the line that ends at `newline` ends its sentence."""
    before, after = newline, newline
    while before > 0 and text[before - 1] in " \n":
        before -= 1
    while after < len(text) and text[after] in " \n":
        after += 1
    return line_ends(text, before, after)
