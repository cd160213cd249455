"""Lines: whether the end of a line ends its sentence, or the line was wrapped by hand."""

_WRAPPED = 60  # a line at least this long may be wrapped by hand, and its sentence go on


def line_ends(text: str, before: int, after: int) -> bool:
    """Whether between two tokens a line ends that ends its sentence: an empty line follows, or it is
    short."""
    first = text.find("\n", before, after)
    if first < 0:
        return False
    if before < _WRAPPED or text.find("\n", first + 1, after) >= 0:
        return True
    return text.find("\n", before - _WRAPPED, before) >= 0


def ends_line(text: str, newline: int) -> bool:
    """Whether the line that ends at `newline` ends its sentence."""
    before = after = newline
    while before > 0 and text[before - 1] in " \n":
        before -= 1
    while after < len(text) and text[after] in " \n":
        after += 1
    return line_ends(text, before, after)
