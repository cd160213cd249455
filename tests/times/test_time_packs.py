"""Every rule and trap of every time.toml: its examples give what they say, `never` gives nothing, gaps
are gaps."""

import tomllib
from datetime import date
from importlib.resources import files
from typing import Any

import pytest

from dragoman.times import find_dates

PACKS = sorted(
    folder.name for folder in files("dragoman.languages").iterdir() if folder.joinpath("time.toml").is_file()
)


def _pack(language: str) -> dict[str, Any]:
    return tomllib.loads(
        files("dragoman.languages").joinpath(language, "time.toml").read_text(encoding="utf-8")
    )


def _entries(language: str) -> list[dict[str, Any]]:
    data = _pack(language)
    return [*data.get("check", []), *data.get("trap", [])]


ENTRIES = [(language, entry) for language in PACKS for entry in _entries(language)]
EXAMPLES = [(language, e["id"], x) for language, e in ENTRIES for x in e.get("examples", [])]
NEVER = [(language, e["id"], x) for language, e in ENTRIES for x in e.get("never", [])]
GAPS = [(language, e["id"], x) for language, e in ENTRIES for x in e.get("known_gaps", [])]


def _holds(language: str, example: dict[str, Any]) -> bool:
    anchor: date = example["anchor"]
    found = find_dates(example["text"], language, anchor.isoformat())
    return any(
        d.text == example["marks"]
        and d.value == example["value"]
        and ("mod" not in example or d.mod == example["mod"])
        for d in found
    )


@pytest.mark.parametrize(("language", "rule", "example"), EXAMPLES)
def test_example_gives_its_value_on_its_span(language: str, rule: str, example: dict[str, Any]) -> None:
    found = find_dates(example["text"], language, example["anchor"].isoformat())
    assert _holds(language, example), (
        f"{rule}: «{example['text']}» gave {[(d.text, d.value, d.mod) for d in found]}"
    )


@pytest.mark.parametrize(("language", "rule", "text"), NEVER)
def test_never_gives_nothing(language: str, rule: str, text: str) -> None:
    assert [(d.text, d.value) for d in find_dates(text, language, "2022-09-20")] == [], rule


@pytest.mark.parametrize(("language", "rule", "example"), GAPS)
def test_known_gap_is_still_open(language: str, rule: str, example: dict[str, Any]) -> None:
    assert example["why"]
    assert not _holds(language, example), f"{rule}: «{example['text']}» works now; move it to examples"


@pytest.mark.parametrize(("language", "entry"), ENTRIES)
def test_every_entry_says_what_it_means_and_has_an_example(language: str, entry: dict[str, Any]) -> None:
    assert entry["id"].startswith(f"{language}.time.")
    assert entry["means"]
    assert entry.get("examples")
    assert len({e["id"] for _, e in ENTRIES}) == len(ENTRIES)
