"""The two JSON contracts: a dossier as one object, readings as one line per document.

Nothing is lost but, unless asked for, the readings of a dossier. Keys stand in the order of the
values in `dragoman.model`, keys of maps (languages) sorted, absent values are null, a party is
`{"id", "label"}`: the same dossier gives the same bytes. Fields may be added in later versions, so
`read_json` passes over keys that it does not know.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from dragoman.errors import DragomanError
from dragoman.model import Dossier, Reading

_encoder = msgspec.json.Encoder(order="deterministic")
_decoder = msgspec.json.Decoder(Dossier)
_SURROGATES = re.compile("[\ud800-\udfff]")


class UnreadableDossier(DragomanError):
    """Bytes that are no dossier of this contract. why: what the decoder met, with the place."""

    def __init__(self, why: str) -> None:
        self.why = why
        super().__init__(
            f"this is no dossier: {why}. Give a file written with `--format json`; "
            "a file of readings (`--format jsonl`) holds no stories."
        )


def write_json(dossier: Dossier, *, readings: bool = False) -> bytes:
    """The dossier as one indented JSON object, UTF-8, ending in a line feed.

    readings: whether to add the readings (with the full texts) under "readings".
    """
    value: dict[str, Any] = {
        "version": dossier.version,
        "stories": dossier.stories,
        "unread": dossier.unread,
    }
    if readings:
        value["readings"] = dossier.readings
    # The order of a dict is the writer's; only the maps inside are sorted.
    body = b",".join(_encoder.encode(key) + b":" + _encode(part) for key, part in value.items())
    return msgspec.json.format(b"{" + body + b"}", indent=2) + b"\n"


def write_jsonl(readings: Iterable[Reading]) -> Iterator[bytes]:
    """One line of JSON per document, each ending in a line feed."""
    for reading in readings:
        yield _encode(reading) + b"\n"


def read_json(data: bytes) -> Dossier:
    """The dossier that `write_json` wrote. Raises UnreadableDossier."""
    try:
        raw = msgspec.json.decode(data)
        if not isinstance(raw, dict) or "stories" not in raw:
            raise UnreadableDossier("it has no key `stories`")
        return _decoder.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UnreadableDossier(str(error)) from error


def _encode(value: object) -> bytes:
    """`value` as JSON. A lone surrogate is no character and has no UTF-8: it becomes U+FFFD, which
    is one code point too, so that every offset stays true."""
    try:
        return _encoder.encode(value)
    except UnicodeEncodeError:
        return _encoder.encode(_mended(msgspec.to_builtins(value)))


def _mended(value: Any) -> Any:
    if isinstance(value, str):
        return _SURROGATES.sub("\ufffd", value)
    if isinstance(value, dict):
        return {_mended(key): _mended(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_mended(part) for part in value]
    return value
