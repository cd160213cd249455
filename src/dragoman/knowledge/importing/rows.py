"""What the readers of lists share: a JSON value per line, and names put in order."""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from dragoman.knowledge.entry import BadLine

_LONGEST = 10_000_000  # characters of one line: the longest items of Wikidata have some 4 million
_decode = msgspec.json.Decoder().decode


def json_lines(lines: Iterable[str]) -> Iterator[tuple[int, Any]]:
    """(line, value) of a file with a JSON object a line, be it JSON Lines or one array with a line each.

    Raises nothing: what cannot be read comes as a BadLine.
    """
    for number, line in enumerate(lines, 1):
        text = line.strip().rstrip(",")
        if text in ("", "[", "]"):
            continue
        if len(text) > _LONGEST:
            yield number, BadLine(number, f"is longer than {_LONGEST:,} characters")
            continue
        try:
            yield number, _decode(text)
        except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
            yield number, BadLine(number, f"is no JSON: {error}")


def texts(value: Any) -> list[str]:
    """The strings of a value that should be a list of them, or one, without empty ones."""
    rows = value if isinstance(value, list) else [value]
    return [" ".join(row.split()) for row in rows if isinstance(row, str) and row.strip()]


def ordered(names: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    """Names by language, each form once, in the order given."""
    return {code: tuple(dict.fromkeys(forms)) for code, forms in names.items() if forms}
