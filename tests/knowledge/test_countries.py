"""The country data: complete, consistent, and honest about names that two states share."""

import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

import pytest

from dragoman.text.fold import bare

DATA = files("dragoman.knowledge") / "data"
FIELDS = ("names", "adjectives", "people", "capital", "seats", "cities", "ambiguous")
FORMS = FIELDS[:-1]
WITHOUT_ADJECTIVES = {"zh"}  # the name itself stands before the noun
COMPLETE = {
    "ar",
    "de",
    "en",
    "es",
    "fa",
    "fr",
    "nl",
    "ru",
    "tr",
    "zh",
}  # the others: what CLDR names, and more
MARKS = {
    "eu",
    "nato",
    "gcc",
    "arab_league",
    "asean",
    "brics",
    "opec",
    "g7",
    "g20",
    "five_eyes",
    "permanent_security_council",
}
KEYS = {
    "iso2",
    "label",
    "adjective",
    "body_adjective",
    "capital",
    "wikidata",
    "regions",
    "status",
    "of",
    "years",
    *MARKS,
}


@cache
def load(path: str) -> dict[str, Any]:
    return tomllib.loads((DATA / path).read_text(encoding="utf-8"))


def countries() -> dict[str, Any]:
    return load("countries.toml")


LANGUAGES = sorted(
    folder.name for folder in DATA.iterdir() if folder.is_dir() and (folder / "countries.toml").is_file()
)


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)


def test_the_first_languages_are_there() -> None:
    assert {"ar", "en", "nl"} <= set(LANGUAGES)


def test_there_are_193_members_of_the_united_nations() -> None:
    assert sum(state["status"] == "member" for state in countries().values()) == 193


def test_no_state_has_an_unknown_key_and_none_shares_an_identifier() -> None:
    for key, state in countries().items():
        assert set(state) <= KEYS, key
    for field in ("iso2", "label", "wikidata"):
        values = [state[field] for state in countries().values()]
        assert len(values) == len(set(values)), field


def test_a_dependency_names_its_state_and_a_past_state_its_years() -> None:
    for key, state in countries().items():
        assert ("of" in state) == (state["status"] == "dependency"), key
        assert state.get("of", "NLD") in countries(), key
        assert ("years" in state) == (state["status"] == "past"), key


def test_memberships_have_their_known_size() -> None:
    sizes = {mark: sum(mark in state for state in countries().values()) for mark in MARKS}
    assert sizes == {
        "eu": 27,
        "nato": 32,
        "gcc": 6,
        "arab_league": 22,
        "asean": 11,
        "brics": 10,
        "opec": 12,
        "g7": 7,
        "g20": 19,
        "five_eyes": 5,
        "permanent_security_council": 5,
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_language_files_name_known_states_in_known_fields(language: str) -> None:
    for key, state in load(f"{language}/countries.toml").items():
        assert key in countries(), key
        assert set(state) <= set(FIELDS), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_member_has_names_adjectives_and_a_capital(language: str) -> None:
    named = load(f"{language}/countries.toml")
    fields = ["names"]
    if language in COMPLETE:
        fields += ["capital"] if language in WITHOUT_ADJECTIVES else ["adjectives", "capital"]
    for key, state in countries().items():
        if state["status"] == "member":
            for field in fields:
                assert named[key].get(field), f"{language} {key} {field}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_form_of_two_states_is_marked_ambiguous_in_each(language: str) -> None:
    owners: defaultdict[str, set[str]] = defaultdict(set)
    marked: defaultdict[str, set[str]] = defaultdict(set)
    for key, state in load(f"{language}/countries.toml").items():
        for field in FORMS:
            for form in state.get(field, ()):
                owners[bare(form)].add(key)
        for form in state.get("ambiguous", ()):
            marked[bare(form)].add(key)
    unmarked = {
        form: keys - marked[form] for form, keys in owners.items() if len(keys) > 1 and keys - marked[form]
    }
    assert not unmarked


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_ambiguous_is_listed_elsewhere_too(language: str) -> None:
    for key, state in load(f"{language}/countries.toml").items():
        listed = {bare(form) for field in FORMS for form in state.get(field, ())}
        assert {bare(form) for form in state.get("ambiguous", ())} <= listed, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_form_stands_twice_in_one_list(language: str) -> None:
    for key, state in load(f"{language}/countries.toml").items():
        for field, forms in state.items():
            assert len(forms) == len(set(forms)), f"{language} {key} {field}"


@pytest.mark.parametrize(
    "path",
    ["countries.toml", "regions.toml", "cities.toml", *(f"{code}/countries.toml" for code in LANGUAGES)],
)
def test_text_is_composed_trimmed_and_never_empty(path: str) -> None:
    for text in strings(load(path)):
        assert text == " ".join(text.split()) != "", repr(text)
        assert unicodedata.is_normalized("NFC", text), repr(text)


def test_every_label_and_adjective_and_capital_is_an_english_form() -> None:
    named = load("en/countries.toml")
    for key, state in countries().items():
        assert state["label"] in named[key]["names"], key
        assert state["adjective"] in named[key]["adjectives"], key
        if state["status"] != "past":
            assert bare(state["capital"]) in {bare(form) for form in named[key]["capital"]}, key


def test_regions_are_no_states_and_parts_belong_to_one() -> None:
    regions = load("regions.toml")["region"]
    states = {bare(state["label"]) for state in countries().values()}
    for key, region in regions.items():
        assert set(region) <= {"label", "kind", "country", "names", "adjectives"}, key
        assert region["kind"] in {"region", "part", "place", "water"}, key
        assert region.get("country", "NLD") in countries(), key
        assert (region["kind"] != "part") or "country" in region, key
        assert bare(region["label"]) not in states, key
        assert {"en", "nl", "ar"} <= set(region["names"]), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_region_has_the_plain_name_of_a_state(language: str) -> None:
    states = {
        bare(form): key
        for key, state in load(f"{language}/countries.toml").items()
        for form in state["names"]
        if bare(form) not in {bare(name) for name in state.get("ambiguous", ())}
    }
    for key, region in load("regions.toml")["region"].items():
        for form in region["names"].get(language, ()):
            assert bare(form) not in states, f"{language} {key} {form}"


def test_a_name_of_a_city_means_one_city_of_its_state() -> None:
    for key, cities in load("cities.toml").items():
        used = {
            bare(form) for code in LANGUAGES for form in load(f"{code}/countries.toml")[key].get("cities", ())
        }
        english = set(load("en/countries.toml")[key].get("cities", ()))
        meant: dict[str, str] = {}
        for label, forms in cities.items():
            assert label in english, f"{key} {label}"
            for form in forms:
                assert bare(form) in used, f"{key} {form}"
                assert meant.setdefault(bare(form), label) == label, f"{key} {form}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_city_in_another_script_has_its_english_label(language: str) -> None:
    for key, state in load(f"{language}/countries.toml").items():
        known = {bare(form) for forms in load("cities.toml").get(key, {}).values() for form in forms}
        for form in state.get("cities", ()):
            assert bare(form).isascii() or bare(form) in known, f"{language} {key} {form}"


@pytest.mark.parametrize(
    ("language", "field", "form", "state"),
    [
        ("en", "adjectives", "Dutch", "NLD"),
        ("en", "adjectives", "Nigerien", "NER"),
        ("en", "seats", "Downing Street", "GBR"),
        ("en", "names", "U.S.", "USA"),
        ("nl", "adjectives", "Albanese", "ALB"),
        ("nl", "adjectives", "Nigeriaanse", "NGA"),
        ("nl", "people", "Fransen", "FRA"),
        ("nl", "capital", "Den Haag", "NLD"),
        ("nl", "names", "VK", "GBR"),
        ("ar", "adjectives", "إيرانيتين", "IRN"),
        ("ar", "adjectives", "أميركية", "USA"),
        ("ar", "adjectives", "كورية شمالية", "PRK"),
        ("ar", "people", "أتراك", "TUR"),
        ("ar", "seats", "قصر الإليزيه", "FRA"),
        ("fr", "adjectives", "nigériane", "NGA"),
        ("fr", "people", "Grecque", "GRC"),
        ("de", "adjectives", "iranischen", "IRN"),
        ("de", "people", "Französinnen", "FRA"),
        ("es", "adjectives", "portuguesas", "PRT"),
        ("ru", "names", "Соединенными Штатами", "USA"),
        ("ru", "adjectives", "иранскими", "IRN"),
        ("ru", "people", "бельгийцев", "BEL"),
        ("ru", "capital", "Гааге", "NLD"),
        ("fa", "people", "ایرانیان", "IRN"),
        ("tr", "people", "Türklerin", "TUR"),
        ("zh", "names", "美國", "USA"),
    ],
)
def test_forms_that_readers_meet_daily(language: str, field: str, form: str, state: str) -> None:
    named = load(f"{language}/countries.toml")
    assert [key for key, forms in named.items() if form in forms.get(field, ())] == [state]
