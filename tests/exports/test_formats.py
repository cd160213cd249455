"""Which format is meant, and a helpful word where none is known."""

import json

import pytest

from dossier.fixture import dossier
from dragoman.errors import DragomanError
from dragoman.exports import FORMATS, Format, UnknownFormat, format_for


@pytest.mark.parametrize(
    ("path", "given", "name"),
    [
        ("out.json", None, "json"),
        ("a.b/out.JSONL", None, "jsonl"),
        ("out.ndjson", None, "jsonl"),
        ("out.json", "jsonl", "jsonl"),
        (None, "JSON", "json"),
        ("-", ".json", "json"),
    ],
)
def test_given_wins_over_suffix(path: str | None, given: str | None, name: str) -> None:
    assert format_for(path, given).name == name


def test_the_longest_suffix_wins_among_the_formats_there_are() -> None:
    more = FORMATS | {"stix": Format("stix", (".stix.json",), lambda dossier: ())}
    assert format_for("x.stix.json", None, more).name == "stix"
    assert format_for("x.json", None, more).name == "json"


@pytest.mark.parametrize(
    ("path", "given"), [("out.xls", None), ("out.json", "xls"), (None, None), ("json", None)]
)
def test_unknown_formats_list_the_known_ones(path: str | None, given: str | None) -> None:
    with pytest.raises(UnknownFormat) as caught:
        format_for(path, given)
    assert isinstance(caught.value, DragomanError)
    assert caught.value.known == tuple(FORMATS)
    for known in ("json", ".jsonl", "--format"):
        assert known in str(caught.value)


def test_writers_write() -> None:
    assert json.loads(b"".join(FORMATS["json"].write(dossier())))["stories"]
    assert len(list(FORMATS["jsonl"].write(dossier()))) == len(dossier().readings)
