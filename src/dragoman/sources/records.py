"""Documents as JSON: `{"id", "text"}` and, where known, language, published, url, outlet, title, author."""

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from dragoman.errors import SourceError
from dragoman.model import Document
from dragoman.sources.build import build, iso_day, line
from dragoman.sources.limits import Limits
from dragoman.text.decode import decode

SHAPE = 'A document is {"id": "…", "text": "…"}, with language, published, url, outlet, title where known.'
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9]+)*", re.IGNORECASE)
_READING = {"events", "statements", "attributions", "noise"}
_decode_json = msgspec.json.Decoder().decode


def parse_json(data: bytes, source: str) -> Any:
    """The JSON value in `data`, in UTF-8 or whatever it came in. Raises SourceError."""
    try:
        return _decode_json(data.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        pass
    import json  # half characters, NaN, other encodings: rare, so the slower and milder reader does

    try:
        return json.loads(decode(data).text)
    except (ValueError, RecursionError) as error:
        raise SourceError(source, f"no JSON ({error}).", SHAPE) from None


def record(value: Any, source: str, limits: Limits) -> Document:
    """The document one JSON object stands for. Raises SourceError."""
    if not isinstance(value, dict):
        raise SourceError(source, f"a JSON {_kind(value)}, no document.", SHAPE)
    text = value.get("text")
    if not isinstance(text, str):
        if "stories" in value:
            raise SourceError(source, "it is a dossier, not a report.", "Name the reports it was made from.")
        raise SourceError(source, 'it has no "text".' if text is None else 'its "text" is no string.', SHAPE)
    notices: list[str] = []

    def string(key: str) -> str | None:
        found = value.get(key)
        if found is None or isinstance(found, str):
            return found or None
        notices.append(f'"{key}" is no string; left out')
        return None

    published = string("published")
    day = iso_day(published) if published else None
    if published and day is None:
        notices.append(f"published {published[:40]!r} is no ISO date (2022-09-20); left out")
    language = string("language")
    code = _LANGUAGE.fullmatch(language.strip()) if language else None
    if language and code is None:
        notices.append(f"language {language[:40]!r} is no language code; left out")
    return build(
        text,
        source=source,
        limits=limits,
        id=_given_id(value.get("id")),
        url=string("url"),
        outlet=string("outlet"),
        title=string("title"),
        author=string("author"),
        published=day,
        published_because="given",
        language=code.group(1).lower() if code else None,
        notices=tuple(notices),
    )


def from_json(data: bytes, source: str, limits: Limits) -> Iterator[Document | SourceError]:
    """The documents of a .json file: one object, or a list of them."""
    value = parse_json(data, source)
    if not isinstance(value, list):
        yield record(value, source, limits)
        return
    if not value:
        raise SourceError(source, "an empty list.", SHAPE)
    for number, item in enumerate(value, start=1):
        try:
            yield record(item, f"{source}, item {number}", limits)
        except SourceError as error:
            yield error


def is_own_output(data: bytes) -> bool:
    """Whether JSON or the first JSON line is something this package wrote (a dossier, a reading) or
    holds no document at all: a folder is searched for reports, not for those."""
    try:
        value = _decode_json(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, ValueError):
        return False
    if isinstance(value, list):
        value = value[0] if value else None
    if not isinstance(value, dict):
        return True
    return "text" not in value or value.keys() >= _READING


def _given_id(value: Any) -> str | None:
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    return line(str(value), longest=200)


def _kind(value: Any) -> str:
    return {list: "list", str: "string", bool: "truth value", type(None): "null"}.get(type(value), "number")
