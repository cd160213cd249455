"""The Python calls: what they give, what they refuse, and that nothing is kept between them."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

import dragoman
from dragoman.errors import UnknownLanguage
from dragoman.model import Dossier, Reading, Unread
from dragoman.names import similarity

TEXT = (
    "On 7 September 2022 Albania severed diplomatic relations with Iran. "
    "Edi Rama accused Iran of a cyberattack."
)


def test_read_text_reads_who_did_what() -> None:
    reading = dragoman.read_text(TEXT, language="en", published="2022-09-08")
    assert isinstance(reading, Reading)
    assert (reading.language, reading.published, reading.published_because) == ("en", "2022-09-08", "given")
    severed = next(e for e in reading.events if e.concept == "sever_relations")
    assert (severed.actor and severed.actor.id, severed.recipient and severed.recipient.id) == (
        "country:ALB",
        "country:IRN",
    )
    assert severed.date == "2022-09-07"


def test_read_text_finds_the_language_itself() -> None:
    assert dragoman.read_text(TEXT * 2).language == "en"


def test_the_id_is_that_of_the_text() -> None:
    assert dragoman.read_text(TEXT).id == dragoman.read_text(TEXT).id
    assert dragoman.read_text(TEXT).id != dragoman.read_text(TEXT + " ").id


def test_offsets_count_in_the_text_of_the_reading() -> None:
    reading = dragoman.read_text("Cafe\u0301 owners in Albania accused Iran.", language="en")
    assert reading.text.startswith("Café")
    for entity in reading.entities:
        for mention in entity.mentions:
            assert reading.text[mention.start : mention.end] == mention.text


def test_an_unknown_language_is_refused_by_name() -> None:
    with pytest.raises(UnknownLanguage, match="qq"):
        dragoman.read_text(TEXT, language="qq")
    with pytest.raises(UnknownLanguage):
        dragoman.read("anything", language="qq")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_text(TEXT.replace("cyberattack", "cyber attack"))
    (tmp_path / "broken.jsonl").write_text('{"id": "c", "text": ')
    return tmp_path


def test_read_goes_on_over_what_cannot_be_read(folder: Path) -> None:
    unread: list[Unread] = []
    readings = list(dragoman.read(folder, language="en", published="2022-09-08", on_unread=unread.append))
    assert [Path(r.source or "").name for r in readings] == ["a.txt", "b.txt"]
    assert ["broken.jsonl" in u.source for u in unread] == [True]
    assert unread[0].why


def test_read_takes_one_source_or_many_and_keeps_their_order(folder: Path) -> None:
    paths = [folder / "b.txt", folder / "a.txt"]
    assert [Path(r.source or "").name for r in dragoman.read(paths)] == ["b.txt", "a.txt"]
    assert len(list(dragoman.read(str(folder / "a.txt")))) == 1


def test_read_is_lazy() -> None:
    assert isinstance(dragoman.read([]), Iterator)
    assert list(dragoman.read([])) == []


def test_a_source_that_is_not_there_is_told_and_not_raised(tmp_path: Path) -> None:
    unread: list[Unread] = []
    assert list(dragoman.read(tmp_path / "nowhere.txt", on_unread=unread.append)) == []
    assert len(unread) == 1


def test_records_keep_what_they_say_of_themselves(tmp_path: Path) -> None:
    rows = [
        {
            "id": "one",
            "text": TEXT,
            "language": "en",
            "published": "2022-09-09",
            "outlet": "The Gazette",
            "title": "A break",
        },
        {"id": "two", "text": TEXT},
    ]
    path = tmp_path / "rows.jsonl"
    path.write_bytes(b"\n".join(msgspec.json.encode(row) for row in rows))
    one, two = dragoman.read(path, published="2022-01-01")
    assert (one.id, one.language, one.published, one.outlet, one.title) == (
        "one", "en", "2022-09-09", "The Gazette", "A break",
    )  # fmt: skip
    assert (two.id, two.published) == ("two", "2022-01-01")


def test_compile_dossier_joins_readings_into_stories() -> None:
    readings = [
        dragoman.read_text(text, language="en", published="2022-09-08")
        for text in (TEXT, "Late on Wednesday Tirana cut its ties with Tehran. " + TEXT)
    ]
    made = dragoman.compile_dossier(readings, [Unread("x", "why")])
    assert isinstance(made, Dossier)
    (story,) = made.stories
    assert len(story.documents) == 2
    assert "sever_relations" in {e.concept for e in story.timeline}
    assert made.unread == (Unread("x", "why"),)
    assert made.version == dragoman.__version__


def test_compile_dossier_takes_what_read_gives(folder: Path) -> None:
    assert len(dragoman.compile_dossier(dragoman.read(folder)).readings) == 2


def test_find_dates_gives_values_no_finer_than_the_words() -> None:
    found = dragoman.find_dates("It began on 15 July 2022 and ended in August 2022.", "en", "2022-09-08")
    assert [(d.text, d.value) for d in found] == [("15 July 2022", "2022-07-15"), ("August 2022", "2022-08")]
    assert dragoman.find_dates("Nothing happened.", "en", None) == ()


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Edi Rama", "إيدي راما", True),
        ("Vladimir Putin", "Владимир Путин", True),
        ("Edi Rama", "Sali Berisha", False),
        ("Mohammed Khattab", "Mohammed Al-Sabri", False),
    ],
)
def test_similarity_of_names(a: str, b: str, same: bool) -> None:
    assert (similarity(a, b, kind="person") >= 0.8) == same
    assert similarity(a, b) == similarity(b, a)
    assert similarity(a, a) == 1.0


def test_nothing_is_kept_between_calls() -> None:
    before = dragoman.read_text(TEXT, language="en", published="2022-09-08")
    dragoman.read_text("De minister ontkende alles.", language="nl")
    dragoman.compile_dossier([before])
    assert dragoman.read_text(TEXT, language="en", published="2022-09-08") == before


def test_the_public_names_are_there() -> None:
    for name in ("read_text", "read", "compile_dossier", "find_dates"):
        assert name in dragoman.__all__
        assert callable(getattr(dragoman, name))
