"""Lists of names that others keep: what is read of each format, and what a bad line does."""

import bz2
import gzip
import json
from pathlib import Path

import pytest

from dragoman.errors import SourceError
from dragoman.knowledge.entry import BadLine, Entry
from dragoman.knowledge.importing import READERS, format_of, open_list

STATES = {"IR": "IRN", "IRN": "IRN", "UA": "UKR", "Q159": "RUS", "RU": "RUS"}


def read(path: Path, form: str | None = None) -> list[Entry | BadLine | None]:
    with open_list(path) as lines:
        return [row for _, row in READERS[form or format_of(path)](lines, lambda c: STATES.get(c.upper()))]


def item(number: str, kind: str, **more: object) -> dict[str, object]:
    claim = {"mainsnak": {"datavalue": {"value": {"id": kind}}}, "rank": "normal"}
    return {"id": number, "labels": {}, "claims": {"P31": [claim]}, **more}


@pytest.mark.parametrize("opener", [open, gzip.open, bz2.open])
def test_a_wikidata_dump_gives_people_with_their_state(tmp_path: Path, opener: object) -> None:
    ending = {open: "", gzip.open: ".gz", bz2.open: ".bz2"}[opener]  # type: ignore[index]
    path = tmp_path / f"dump.json{ending}"
    state = {"mainsnak": {"datavalue": {"value": {"id": "Q159"}}}, "rank": "normal"}
    person = item("Q1", "Q5", labels={"en": {"value": "Anna Tester"}, "xx": {"value": "no language"}})
    person["claims"]["P27"] = [state]  # type: ignore[index]
    with opener(path, "wt", encoding="utf-8") as file:  # type: ignore[operator]
        file.write("[\n" + json.dumps(person) + ",\n" + json.dumps(item("Q2", "Q11173")) + "\n]\n")
    found, left = read(path)
    assert isinstance(found, Entry)
    assert left is None
    assert (found.id, found.label, found.type, found.country) == (
        "wikidata:Q1",
        "Anna Tester",
        "person",
        "RUS",
    )
    assert found.names == {"en": ("Anna Tester",)}


def test_a_preferred_class_goes_first_and_a_deprecated_one_counts_for_nothing(
    tmp_path: Path,
) -> None:
    def claim(number: str, rank: str) -> dict[str, object]:
        return {"mainsnak": {"datavalue": {"value": {"id": number}}}, "rank": rank}

    row = item("Q3", "Q5", labels={"en": {"value": "X"}})
    row["claims"] = {
        "P31": [claim("Q43229", "normal"), claim("Q47913", "preferred"), claim("Q5", "deprecated")]
    }
    path = tmp_path / "dump.json"
    path.write_text("[\n" + json.dumps(row) + "\n]")
    (found,) = read(path)
    assert isinstance(found, Entry)
    assert (found.type, found.sector) == ("org", "SPY")


def test_followthemoney_gives_names_and_marks_the_weak_ones(tmp_path: Path) -> None:
    path = tmp_path / "entities.ftm.json"
    rows = [
        {
            "id": "a",
            "schema": "Person",
            "properties": {"name": ["Ivan T"], "weakAlias": ["Vanya"], "country": ["ru"]},
        },
        {"id": "b", "schema": "Vessel", "properties": {"name": ["A ship"]}},
    ]
    path.write_text("\n".join(map(json.dumps, rows)) + "\nnot json\n")
    person, ship, broken = read(path)
    assert isinstance(person, Entry)
    assert person.weak == ("Vanya",)
    assert person.country == "RUS"
    assert ship is None
    assert isinstance(broken, BadLine)
    assert broken.line == 3


def test_geonames_leaves_out_small_places_and_codes(tmp_path: Path) -> None:
    def row(number: str, people: int) -> str:
        cells = [number, "Testtown", "Testtown", "Тесттаун,TT,XYZ", "1", "2", "P", "PPL", "UA"]
        return "\t".join([*cells, *[""] * 5, str(people), *[""] * 4])

    path = tmp_path / "cities.txt"
    path.write_text(f"{row('1', 60_000)}\n{row('2', 60)}\n")
    town, village = read(path)
    assert isinstance(town, Entry)
    assert village is None
    assert town.names == {"": ("Testtown", "Тесттаун")}
    assert town.country == "UKR"


def test_a_misp_cluster_gives_threat_actors_with_their_sponsor(tmp_path: Path) -> None:
    path = tmp_path / "threat-actor.json"
    cluster = {
        "type": "threat-actor",
        "values": [
            {"value": "Velvet Otter", "uuid": "u", "meta": {"synonyms": ["TA909"], "country": "IR"}},
            {},
        ],
    }
    path.write_text(json.dumps(cluster))
    actor, broken = read(path)
    assert isinstance(actor, Entry)
    assert actor.sponsor == "country:IRN"
    assert actor.type == "threat_actor"
    assert isinstance(broken, BadLine)


def test_a_table_of_the_users_own_says_which_row_is_wrong(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text(
        "label,type,country,language,aliases\nA Group,group,IR,en,The A|AG\n,org,,,\nB,star,,,\nC,org,ZZ,,\n"
    )
    good, *bad = read(path)
    assert isinstance(good, Entry)
    assert good.names == {"en": ("A Group", "The A", "AG")}
    assert [row.why.split(" ")[0:3] for row in bad if isinstance(row, BadLine)] == [
        ["has", "no", "label"],
        ["is", "of", "type"],
        ["names", "no", "state"],
    ]


def test_a_toml_table_reads_like_the_packages_own(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(
        '[[person]]\nid = "person:x"\nlabel = "Xen Y"\ncountry = "IRN"\nfa = ["زن"]\n[[entity]]\n'
    )
    broken, person = read(path)
    assert isinstance(person, Entry)
    assert person.type == "person"
    assert person.names["fa"] == ("Xen Y", "زن")
    assert isinstance(broken, BadLine)


@pytest.mark.parametrize("form", sorted(READERS))
@pytest.mark.parametrize(
    "text", ["", "\n\n", "[", "{}", '{"id":1}', "\x00\ufffd", '"', "[[entity]]\nlabel=1", "a\tb"]
)
def test_no_reader_raises_on_any_line(tmp_path: Path, form: str, text: str) -> None:
    path = tmp_path / "list"
    path.write_text(text)
    assert all(isinstance(row, BadLine | None) for row in read(path, form))


def test_a_list_of_no_known_format_is_refused_with_the_formats(tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text("just words\n")
    with pytest.raises(SourceError, match="geonames"):
        format_of(path)
