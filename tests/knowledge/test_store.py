"""The store: who is found by which id, name and day."""

from pathlib import Path

import pytest

from dragoman.errors import PackError
from dragoman.knowledge import Alias, Office, Store, store
from dragoman.knowledge.store import open_store
from dragoman.languages.cache import VARIABLE

COUNTRIES = """\
[ALB]
label = "Albania"
adjective = "Albanian"
capital = "Tirana"
[IRN]
label = "Iran"
body_adjective = "Iranian"
"""
ENGLISH = """\
[ALB]
names = ["Albania"]
adjectives = ["Albanian"]
capital = ["Tirana"]
cities = ["Durrës"]
[IRN]
names = ["Iran", "Persia"]
ambiguous = ["Persia"]
"""
DUTCH = """\
[ALB]
names = ["Albanië"]
cities = ["Durres"]
"""
PERSONS = """\
[[person]]
id = "person:a"
label = "Ana Alba"
en = ["Ana Alba"]
nl = ["Ana Alba"]
surname = "Alba"
country = "ALB"
acts_for_state = true
offices = [{ office = "prime_minister", of = "ALB", from = 2010-05-01, to = 2013-09-15 }]
[[person]]
id = "person:b"
label = "Ben Berg"
en = ["Ben Berg"]
offices = [{ office = "prime_minister", of = "ALB", from = "2013-09-15" }]
"""
ORGANISATIONS = """\
[[entity]]
id = "org:nato"
label = "NATO"
type = "org"
en = ["NATO", "Alliance", "nato mission"]
aliases_ambiguous = ["Alliance"]
sector = "IGO"
"""


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of a few data files."""
    monkeypatch.setenv(VARIABLE, str(tmp_path / "cache"))
    folder = tmp_path / "data"
    files = {
        "countries.toml": COUNTRIES,
        "en/countries.toml": ENGLISH,
        "nl/countries.toml": DUTCH,
        "persons.toml": PERSONS,
        "organisations.toml": ORGANISATIONS,
    }
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(params=["first", "from disk"])
def small(request: pytest.FixtureRequest, data: Path) -> Store:
    """The store of these files, just compiled and read back."""
    made = open_store(data)
    return made if request.param == "first" else open_store(data)


def test_an_entity_is_found_by_its_id(small: Store) -> None:
    known = small.get("person:a")
    assert known is not None
    assert (known.label, known.type, known.country, known.acts_for) == ("Ana Alba", "person", "ALB", "ALB")
    assert known.offices == (Office("prime_minister", "ALB", "2010-05-01", "2013-09-15"),)
    assert known.offices[0].since == "2010-05-01"
    assert small.get("person:z") is None


def test_a_state_is_found_by_its_code(small: Store) -> None:
    albania, iran = small.country("ALB"), small.country("IRN")
    assert albania is not None
    assert iran is not None
    assert (albania.label, albania.adjective, albania.capital) == ("Albania", "Albanian", "Tirana")
    assert albania.labels == {"en": "Albania", "nl": "Albanië"}
    assert iran.adjective == "Iranian"
    assert small.country("XXX") is None
    assert small.country(None) is None


def test_a_language_reads_its_own_names_and_the_english_ones_but_its_own_country_words(small: Store) -> None:
    texts = [alias.text for alias in small.aliases("nl")]
    assert texts.count("Ana Alba") == 2
    assert "Albanië" in texts
    assert "NATO" in texts
    assert not {"Albania", "Iran", "Albanian", "Tirana"} & set(texts)


@pytest.mark.parametrize("language", ["en", None, "qq"])
def test_a_language_nothing_is_written_for_reads_english_names(small: Store, language: str | None) -> None:
    assert {"Albania", "NATO"} <= {alias.text for alias in small.aliases(language)}
    assert "Albanië" not in {alias.text for alias in small.aliases(language)}


def test_an_alias_says_what_kind_of_form_it_is(small: Store) -> None:
    found = {alias.text: alias for alias in small.aliases("en")}
    assert found["Persia"] == Alias("Persia", "country:IRN", "name", True, "initial")
    assert found["Albanian"].form == "adj"
    assert found["Tirana"].form == "capital"
    assert found["Alba"] == Alias("Alba", "person:a", "surname", True, "initial")
    assert found["NATO"] == Alias("NATO", "org:nato", "name", False, "upper")
    assert found["Alliance"].ambiguous
    assert found["nato mission"].case == ""


@pytest.mark.parametrize(
    ("day", "holder"),
    [
        ("2009-12-31", None),
        ("2010-05-01", "person:a"),
        ("2013-09-14", "person:a"),
        ("2013-09-15", None),  # the day one hands over to the other
        ("2013-09-16", "person:b"),
        ("2030-01-01", "person:b"),
        (None, None),
    ],
)
def test_who_held_an_office_on_a_day(small: Store, day: str | None, holder: str | None) -> None:
    found = small.holder("prime_minister", "ALB", day)
    assert (found.id if found else None) == holder
    assert small.holder("president", "ALB", day) is None


def test_a_city_is_a_place_of_its_state_under_one_id_in_every_language(small: Store) -> None:
    cities = {alias.entity for code in ("en", "nl") for alias in small.aliases(code) if alias.form == "city"}
    assert cities == {"place:durres@ALB"}
    known = small.get("place:durres@ALB")
    assert known is not None
    assert (known.label, known.type, known.country) == ("Durrës", "place", "ALB")


def test_a_changed_file_makes_another_store(data: Path) -> None:
    open_store(data)
    (data / "organisations.toml").write_text(
        ORGANISATIONS.replace('"NATO"', '"Atlantic Alliance"'), encoding="utf-8"
    )
    changed = open_store(data)
    known = changed.get("org:nato")
    assert known is not None
    assert known.label == "Atlantic Alliance"
    assert "Atlantic Alliance" in {alias.text for alias in changed.aliases("nl")}


def test_aliases_are_found_again_where_their_file_was_lost(data: Path, tmp_path: Path) -> None:
    small = open_store(data)
    for file in (tmp_path / "cache").glob("aliases-*"):
        file.unlink()
    assert "NATO" in {alias.text for alias in small.aliases("en")}


@pytest.mark.parametrize(
    ("name", "old", "new", "where", "problem"),
    [
        ("persons", 'label = "Ben Berg"\n', "", "person 2 (person:b)", "lacks 'label'"),
        ("persons", 'id = "person:b"\n', "", "person 2 (Ben Berg)", "lacks 'id'"),
        ("persons", 'office = "prime_minister", of', "of", "person 1 (person:a)", "lacks 'office'"),
        ("countries", 'label = "Iran"\n', "", "[IRN]", "lacks a label"),
        ("organisations", '["NATO", ', '["NATO" ', "line 5, column 14", "is no TOML"),
        ("organisations", "nato mission", "missio\u0301n", "line 5", "NFC"),
    ],
)
def test_an_error_says_which_file_where_and_what(
    data: Path, name: str, old: str, new: str, where: str, problem: str
) -> None:
    file = data / f"{name}.toml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(PackError) as caught:
        open_store(data)
    error = caught.value
    assert (error.file, error.where) == (f"knowledge/data/{name}.toml", where)
    assert problem in error.problem
    assert error.remedy


def test_the_store_that_ships_knows_states_bodies_and_persons_in_every_language_it_has() -> None:
    known = store()
    assert known.country("NLD")
    assert {"en", "nl", "ar"} <= set(known.languages())
    for language in known.languages():
        assert all(known.get(alias.entity) for alias in known.aliases(language)), language
