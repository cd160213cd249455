"""Every check of every number.toml: its examples give what they say, `never` gives nothing."""

import tomllib
from importlib.resources import files
from typing import Any

import pytest

from dragoman.numbers import find_numbers

PACKS = sorted(
    folder.name
    for folder in files("dragoman.languages").iterdir()
    if folder.joinpath("number.toml").is_file()
)
ENTRIES = [
    (language, entry)
    for language in PACKS
    for entry in tomllib.loads(
        files("dragoman.languages").joinpath(language, "number.toml").read_text(encoding="utf-8")
    ).get("check", [])
]
EXAMPLES = [(language, e["id"], x) for language, e in ENTRIES for x in e.get("examples", [])]
NEVER = [(language, e["id"], x) for language, e in ENTRIES for x in e.get("never", [])]


@pytest.mark.parametrize(("language", "rule", "example"), EXAMPLES)
def test_example_gives_what_it_says(language: str, rule: str, example: dict[str, Any]) -> None:
    found = find_numbers(example["text"], language)
    wanted = {key: value for key, value in example.items() if key not in ("text", "marks")}
    marked = [n for n in found if n.text == example["marks"]]
    assert marked, f"{rule}: «{example['text']}» gave {[n.text for n in found]}"
    assert {key: getattr(marked[0], key) for key in wanted} == wanted, rule
    assert len(found) == 1


@pytest.mark.parametrize(("language", "rule", "text"), NEVER)
def test_never_gives_nothing(language: str, rule: str, text: str) -> None:
    assert [n.text for n in find_numbers(text, language)] == [], rule


@pytest.mark.parametrize(("language", "entry"), ENTRIES)
def test_every_entry_says_what_it_means(language: str, entry: dict[str, Any]) -> None:
    assert entry["id"].startswith(f"{language}.number.")
    assert entry["means"]
    assert entry["examples"]
