"""The JSON contracts: the keys as promised, the same bytes every time, and the way back."""

import json

import pytest

from dossier.fixture import dossier
from dragoman.exports import UnreadableDossier, read_json, write_json, write_jsonl
from dragoman.model import Dossier, Reading


def test_round_trip_loses_nothing_but_the_readings_unless_asked() -> None:
    made = dossier()
    assert read_json(write_json(made, readings=True)) == made
    back = read_json(write_json(made))
    assert back.readings == ()
    assert back.stories == made.stories
    assert back.unread == made.unread


def test_keys_of_a_dossier() -> None:
    data = json.loads(write_json(dossier()))
    assert list(data) == ["version", "stories", "unread"]
    assert list(json.loads(write_json(dossier(), readings=True))) == [
        "version",
        "stories",
        "unread",
        "readings",
    ]
    story = data["stories"][0]
    assert {
        "id", "title", "documents", "languages", "period", "witnesses", "timeline", "attributions",
        "statements", "agreements", "disputes", "actors",
    } <= set(story)  # fmt: skip
    event = story["timeline"][3]
    assert event["actor"] == {"id": "country:ALB", "label": "Albania"}
    assert set(event["support"][0]["evidence"]) == {"start", "end", "text"}
    line = next(x for x in story["attributions"] if x["id"] == "l-null")
    assert line["by"] is None
    assert line["interval"] is None
    likely = next(x for x in story["attributions"] if x["id"] == "l-mandiant")
    assert likely["interval"] == [55, 80]
    assert {"about", "kind", "sides"} <= set(story["disputes"][0])
    assert {"value", "who", "documents", "evidence"} <= set(story["disputes"][0]["sides"][0])


def test_the_same_dossier_gives_the_same_bytes_whatever_the_order_of_its_maps() -> None:
    assert write_json(dossier(), readings=True) == write_json(dossier(), readings=True)
    one = Reading(id="x", text="", entities=())
    names = {"nl": ("Iran",), "ar": ("إيران",)}
    actor = dossier().stories[0].actors[0]
    from msgspec.structs import replace

    def with_names(names: dict[str, tuple[str, ...]]) -> Dossier:
        story = replace(dossier().stories[0], actors=(replace(actor, names=names),))
        return Dossier(stories=(story,), readings=(one,))

    assert write_json(with_names(names)) == write_json(with_names(dict(reversed(names.items()))))


def test_lines_are_one_reading_each_with_the_promised_keys() -> None:
    readings = dossier().readings
    lines = list(write_jsonl(readings))
    assert len(lines) == len(readings)
    for line, reading in zip(lines, readings, strict=True):
        assert line.endswith(b"\n")
        assert line.count(b"\n") == 1
        data = json.loads(line)
        assert data["text"] == reading.text
        order = [
            "id", "source", "url", "outlet", "language", "script", "title", "published", "kind", "text",
            "noise", "entities", "dates", "numbers", "events", "statements", "attributions",
        ]  # fmt: skip
        places = [list(data).index(key) for key in order if key in data]
        assert len(places) == len(order)
        assert places == sorted(places)
    event = json.loads(lines[0])["events"][0]
    assert set(event["trigger"]) == {"start", "end", "text"}
    assert event["reported_by"] is None


def test_lines_are_written_as_they_come() -> None:
    def endless():  # type: ignore[no-untyped-def]
        while True:
            yield Reading(id="x", text="")

    assert json.loads(next(write_jsonl(endless())))["id"] == "x"


def test_a_lone_surrogate_becomes_one_replacement_character() -> None:
    reading = Reading(id="x", text="a\ud800b", title=None)
    (line,) = write_jsonl([reading])
    assert json.loads(line)["text"] == "a\ufffdb"
    assert (
        read_json(write_json(Dossier(stories=(), readings=(reading,)), readings=True)).readings[0].text
        == "a\ufffdb"
    )


def test_unknown_keys_of_later_versions_are_passed_over() -> None:
    data = json.loads(write_json(dossier(), readings=True))
    data["later"] = 1
    data["stories"][0]["later"] = {}
    assert read_json(json.dumps(data).encode()) == dossier()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b"{}",
        b'{"stories": 3}',
        b"\xff\xfe",
        b'{"stories": [{"id": "s"}]}',
        b'{"id": "reading"}',
    ],
)
def test_what_is_no_dossier_is_told(data: bytes) -> None:
    with pytest.raises(UnreadableDossier, match="--format json"):
        read_json(data)
