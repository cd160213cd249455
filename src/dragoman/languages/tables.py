"""Reading a TOML file into the values its schema asks for, and saying where it does not fit."""

import re
import tomllib
import unicodedata
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

import msgspec

from dragoman.errors import PackError

T = TypeVar("T")
_PLACE = re.compile(r" - at `\$\.?(.*)`$")
_TOML_PLACE = re.compile(r" \(at (.*)\)$")
_STEP = re.compile(r"^(\w+)\[(\d+)\]")


def read_raw(file: Traversable, place: str) -> dict[str, Any]:
    """The tables of `file` as they stand. place: the file as messages call it.

    Raises PackError where it is missing, not UTF-8, not in NFC or not TOML.
    """
    if not file.is_file():
        raise PackError(place, None, "is missing", "docs/packs.md says what it holds.")
    try:
        text = file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        number = error.object[: error.start].count(b"\n") + 1
        raise PackError(place, f"line {number}", "is not UTF-8", "Save the file as UTF-8.") from error
    if not unicodedata.is_normalized("NFC", text):
        lines = enumerate(text.splitlines(), 1)
        number = next((n for n, line in lines if not unicodedata.is_normalized("NFC", line)), 1)
        remedy = "Save it again after unicodedata.normalize('NFC', text)."
        raise PackError(place, f"line {number}", "is not in Unicode form NFC", remedy)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _TOML_PLACE.search(str(error))
        where = found.group(1) if found else None
        problem = str(error)[: found.start()] if found else str(error)
        raise PackError(
            place, where, f"is no TOML: {problem}", "Mend the line; https://toml.io shows the notation."
        ) from error


def read_table(
    file: Traversable, place: str, kind: type[T], remedy: str = "docs/packs.md says what the file may hold."
) -> T:
    """The tables of `file` as `kind`. Raises PackError as `read_raw` does, and where they do not fit."""
    raw = read_raw(file, place)
    try:
        return msgspec.convert(raw, kind)
    except msgspec.ValidationError as error:
        found = _PLACE.search(str(error))
        problem = str(error)[: found.start()] if found else str(error)
        raise PackError(place, _where(raw, found.group(1)) if found else None, problem, remedy) from error


def _where(raw: dict[str, Any], path: str) -> str:
    """`path` as msgspec gives it, in words: "entry[3].verbs" → "entry 4 (accuse), verbs"."""
    step = _STEP.match(path)
    if step is None:
        return path
    name, number, rest = step.group(1), int(step.group(2)), path[step.end() :].lstrip(".")
    row = raw[name][number]
    title = row.get("concept") or row.get("pattern") if isinstance(row, dict) else None
    named = f"{name} {number + 1}" + (f" ({title})" if isinstance(title, str) else "")
    return f"{named}, {rest}" if rest else named
