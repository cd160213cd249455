"""Filing lists into the user's own store, and looking names up in it and in the package's."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.errors import SourceError
from dragoman.knowledge import store
from dragoman.knowledge.own import VARIABLE, Own, OwnStoreError
from dragoman.knowledge.store import digest
from dragoman.names import filing
from dragoman.names.filing import file_list
from dragoman.names.lookup import lookup


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The path of an empty store, which is the user's own while the test runs."""
    path = tmp_path / "knowledge.db"
    monkeypatch.setenv(VARIABLE, str(path))
    forget()
    yield path
    if (mine := store().own) is not None:
        mine.close()
    forget()


def forget() -> None:
    for kept in (store, digest, lookup):
        kept.cache_clear()


def people(path: Path, names: list[str]) -> Path:
    rows = [
        {"id": f"p{n}", "schema": "Person", "properties": {"name": [name]}} for n, name in enumerate(names)
    ]
    path.write_text("\n".join(map(json.dumps, rows)))
    return path


@pytest.mark.parametrize(
    ("name", "entity"),
    [
        ("Эди Рама", "person:edi-rama"),
        ("ادی راما", "person:edi-rama"),
        ("Έντι Ράμα", "person:edi-rama"),
        ("拉马", "person:edi-rama"),
        ("مجاهدي خلق", "group:mek"),
        ("PMOI", "group:mek"),
    ],
)
def test_a_name_is_found_in_whatever_script(name: str, entity: str) -> None:
    first = lookup().find(name)[0]
    assert first.known.id == entity
    assert first.how.because or first.alias == name


def test_nobody_is_found_by_a_word_that_is_like_no_name() -> None:
    assert lookup().find("qqqqqqqq") == []


def test_what_was_added_is_found_and_read(own: Path, tmp_path: Path) -> None:
    table = tmp_path / "own.csv"
    table.write_text("label,type,country,language,aliases\nSilent Badger,threat_actor,RU,en,Badger Team\n")
    assert file_list(table).entities == 1
    forget()
    assert [hit.known.label for hit in lookup().find("Badger Team", 1)] == ["Silent Badger"]
    assert store().get("own:silent-badger") is not None


def test_an_item_the_package_knows_stays_one_entity(own: Path, tmp_path: Path) -> None:
    claim = {"mainsnak": {"datavalue": {"value": {"id": "Q245065"}}}, "rank": "normal"}
    row = {"id": "Q7184", "labels": {"en": {"value": "Atlantic Test Pact"}}, "claims": {"P31": [claim]}}
    dump = tmp_path / "dump.json"
    dump.write_text("[\n" + json.dumps(row) + "\n]")
    file_list(dump)
    forget()
    assert lookup().find("Atlantic Test Pact", 1)[0].known.id == "org:nato"


def test_adding_a_list_twice_changes_nothing(own: Path, tmp_path: Path) -> None:
    rows = people(tmp_path / "list.json", ["Ann Onymous", "Bob Builder"])
    file_list(rows)
    before = Own(own).counts()
    assert file_list(rows).already
    assert Own(own).counts() == before


def test_a_new_edition_replaces_the_names_of_the_old_one(own: Path, tmp_path: Path) -> None:
    path = tmp_path / "list.json"
    file_list(people(path, ["Ann Onymous"]))
    file_list(people(path, ["Ann Nonymous"]))
    assert [text for _, text in Own(own).named("Ann Nonymous")] == ["Ann Nonymous"]
    assert Own(own).named("Ann Onymous") == []
    assert Own(own).counts() == (1, 1)


def test_a_list_that_was_stopped_goes_on(own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filing, "_BATCH", 10)
    rows = people(tmp_path / "list.json", [f"Person Number{n}" for n in range(35)])

    def stop(lines: int, entities: int) -> None:
        if lines >= 20:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        file_list(rows, progress=stop)
    assert Own(own).counts()[0] == 20
    assert file_list(rows).entities == 15
    assert Own(own).counts()[0] == 35


def test_a_file_that_is_no_store_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    path.write_bytes(b"something else entirely, and long enough to be no database")
    with pytest.raises(OwnStoreError, match=r"other\.db"):
        Own(path, write=True)
    assert path.read_bytes().startswith(b"something else")


def test_a_list_that_is_not_there_is_named(own: Path, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"nowhere\.json"):
        file_list(tmp_path / "nowhere.json")
