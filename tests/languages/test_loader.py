"""Loading is checking: whatever does not fit is told with its file, its place, and what to do."""

import unicodedata
from pathlib import Path

import pytest

from dragoman.errors import PackError, UnknownLanguage
from dragoman.languages import Sense, codes, load
from dragoman.languages.cache import VARIABLE
from dragoman.languages.loader import open_pack

PACK = """\
language = "xx"
name = "Test"
[words]
and = ["and", "as well as"]
[preposition]
with = ["with"]
of = ["of"]
from = ["of"]
"""
PARADIGMS = """\
[verb]
parts = ["inf", "past"]
[verb.default]
past = { from = "inf", rules = [["e$", "ed"], ["$", "ed"]] }
[[verb.form]]
tags = ["inf"]
from = "inf"
[[verb.form]]
tags = ["past"]
from = "past"
[noun]
parts = ["sing", "plur"]
[noun.default]
plur = { from = "sing", rules = [["y$", "ies"], ["$", "s"]] }
[[noun.form]]
tags = ["sing"]
from = "sing"
[[noun.form]]
tags = ["plur"]
from = "plur"
"""
ACTS = """\
[[entry]]
concept = "attack"
verbs = ["shell", "strike; struck"]
nouns = ["raid", "cyber raid"]
[[entry]]
concept = "meet"
phrases = ["talk with", "hold talks"]
"""


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a small pack that loads."""
    monkeypatch.setenv(VARIABLE, "")
    folder = tmp_path / "xx"
    folder.mkdir()
    for name, text in (("pack", PACK), ("paradigms", PARADIGMS), ("acts", ACTS)):
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return folder


def told(folder: Path) -> PackError:
    with pytest.raises(PackError) as caught:
        open_pack(folder)
    return caught.value


def test_every_form_of_a_word_is_found(pack: Path) -> None:
    lexicon = open_pack(pack).lexicon
    assert lexicon.find("shelled").all == (Sense("verb", "attack", frozenset({"past"})),)
    assert lexicon.find("struck").all == (Sense("verb", "attack", frozenset({"past"})),)
    assert lexicon.find("cyber", "raids").all == (Sense("noun", "attack", frozenset({"plur"})),)
    assert lexicon.find("held", "talks").all == ()  # irregular, and the pack gives no part for it
    assert lexicon.find("holded", "talks").verb_tags == {"past"}
    assert lexicon.find("as", "well", "as").classes == {"and"}
    assert lexicon.find("as", "well").all == ()
    assert lexicon.find("of").tags_of("prep") == {"of", "from"}
    assert lexicon.vocabulary >= {"as", "well", "raids", "struck"}


def test_a_preposition_that_a_verb_wants_stays_one(pack: Path) -> None:
    lexicon = open_pack(pack).lexicon
    assert lexicon.find("talked", "with").all == ()
    (sense,) = lexicon.find("talked")
    assert sense.particle == ("with",)
    assert lexicon.find("talked").verb_tags == {"past"}


@pytest.mark.parametrize(
    ("name", "old", "new", "where", "problem"),
    [
        ("acts", 'verbs = ["shell"', 'verb = ["shell"', "entry 1 (attack)", "unknown field `verb`"),
        (
            "acts",
            'nouns = ["raid", "cyber raid"]',
            "nouns = [3]",
            "entry 1 (attack), nouns[0]",
            "Expected `str`, got `int`",
        ),
        ("acts", 'concept = "meet"', 'concept = "meeet"', "concept 'meeet'", "is no concept"),
        ("acts", 'concept = "meet"\n', "", "entry 2", "missing required field `concept`"),
        ("acts", "phrases = [", "phrases = ", "line 7, column 22", "is no TOML"),
        ("acts", '"shell"', '"schie\u0301t"', "line 3", "NFC"),
        ("acts", '"strike; struck"', '"-; -"', "concept 'attack'", "'-; -' makes no form"),
        ("pack", "with = ", "whith = ", "[preposition]", "'whith' is not known"),
        ("pack", "[words]", "[wordds]", None, "unknown field `wordds`"),
        ("pack", 'name = "Test"\n', "", None, "missing required field `name`"),
        ("paradigms", 'parts = ["inf", "past"]', "", "[verb]", "lacks 'parts'"),
        ("paradigms", '["e$", "ed"]', '["(e$", "ed"]', "[verb]", "missing ), unterminated subpattern"),
    ],
)
def test_an_error_says_which_file_where_and_what(
    pack: Path, name: str, old: str, new: str, where: str | None, problem: str
) -> None:
    file = pack / f"{name}.toml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    error = told(pack)
    assert error.file == f"languages/xx/{name}.toml"
    assert error.where == where
    assert problem in error.problem
    assert error.remedy
    assert all(part in str(error) for part in (error.file, error.problem, error.remedy))


def test_a_missing_pack_file_is_told(pack: Path) -> None:
    (pack / "pack.toml").unlink()
    error = told(pack)
    assert (error.file, error.problem) == ("languages/xx/pack.toml", "is missing")
    assert "docs/packs.md" in str(error)


def test_a_file_in_another_encoding_is_told(pack: Path) -> None:
    (pack / "acts.toml").write_bytes(ACTS.replace("shell", "schießen").encode("cp1252"))
    error = told(pack)
    assert (error.where, error.problem, error.remedy) == (
        "line 3",
        "is not UTF-8",
        "Save the file as UTF-8.",
    )


def test_files_that_a_pack_may_lack_may_be_missing(pack: Path) -> None:
    (pack / "acts.toml").unlink()
    (pack / "paradigms.toml").unlink()
    assert open_pack(pack).entries == ()


def test_the_entries_are_kept_as_they_were_written(pack: Path) -> None:
    assert [(file, entry.concept, entry.verbs) for file, entry in open_pack(pack).entries] == [
        ("acts.toml", "attack", ("shell", "strike; struck")),
        ("acts.toml", "meet", ()),
    ]


def test_a_language_without_a_pack_is_told() -> None:
    with pytest.raises(UnknownLanguage, match=r"'xx' is not known here.*en"):
        load("xx")


@pytest.mark.parametrize("code", codes())
def test_every_pack_that_ships_loads(code: str) -> None:
    pack = load(code)
    assert pack.code == pack.habits.language == code
    assert all(unicodedata.is_normalized("NFC", word) for word in pack.lexicon.vocabulary)
