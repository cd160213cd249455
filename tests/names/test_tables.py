"""The tables hold what they should."""

import unicodedata
from importlib import resources

import pytest

from dragoman.names.costs import COSTS, WHOLE
from dragoman.names.letters import read
from dragoman.names.tables import table
from dragoman.names.units import UNITS
from dragoman.text.fold import norm

SCRIPTS = ("Latn", "Cyrl", "Grek", "Hebr", "Arab", "Geor", "Armn", "Deva", "Kana", "Hang")
SOUNDS = set("aeiouhwypbfvmntdTDszSZcCJkgxGqlr")


def _strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for key, item in value.items() for text in [key, *_strings(item)]]
    return []


@pytest.mark.parametrize(
    "path", ["words", "given", "generic", "romanise", "costs", *(f"letters/{script}" for script in SCRIPTS)]
)
def test_everything_is_nfc(path: str) -> None:
    assert [text for text in _strings(table(path)) if unicodedata.normalize("NFC", text) != text] == []


@pytest.mark.parametrize("script", SCRIPTS)
def test_readings_name_known_sounds(script: str) -> None:
    for spelling, reading in table(f"letters/{script}")["letters"].items():
        sounds = set(reading.replace("|", "").replace("?", "").replace("!", "").replace(" ", ""))
        assert sounds <= SOUNDS, (spelling, reading)


@pytest.mark.parametrize("script", ["Arab"])
def test_letters_are_spelt_as_folding_leaves_them(script: str) -> None:
    for spelling in table(f"letters/{script}")["letters"]:
        bare = spelling.strip("^$")
        assert norm(bare) == bare or bare in "ېےۍ", spelling


def test_no_word_mixes_scripts() -> None:
    for path in ("given", "generic", "words"):
        for text in _strings(table(path)):
            for word in text.split():
                scripts = {unicodedata.name(c, "? ").split()[0].split("-")[0] for c in word if c.isalpha()}
                assert len(scripts) <= 1, word


def test_a_known_given_name_stands_once_in_its_line() -> None:
    for label, spellings in table("given")["names"].items():
        words = [norm(word) for word in spellings.split()]
        assert len(words) == len(set(words)), (label, sorted(w for w in words if words.count(w) > 1))


def test_costs_are_even_handed_and_never_more_than_a_consonant() -> None:
    for word in ("michail", "хрущев", "جورج", "ντιμιτρι", "习近平"):
        read(word)
    for one in range(0, len(UNITS), 3):
        for other in range(one, len(UNITS), 5):
            assert 0 <= COSTS[one][other] <= WHOLE
            assert COSTS[one][other] == COSTS[other][one]


def test_every_letters_file_is_read() -> None:
    files = {
        path.name.removesuffix(".toml")
        for path in (resources.files("dragoman.names") / "data/letters").iterdir()
    }
    assert files == {*SCRIPTS, "Hani", "Hani-sounds"}
