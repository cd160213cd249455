"""Scanning: the longest word or name that begins at a token wins, and every token is in one item."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.languages import NO_SENSES
from dragoman.reading.scan import Item, scanner
from dragoman.text.tokens import tokenise


def scan(text: str, language: str | None = "en") -> list[tuple[str, Item]]:
    """(the words as written, the item) of each item of `text`."""
    reader = scanner(language)
    tokens = tokenise(text, reader.cutter)
    items = reader.scan(text, tokens, 0, len(tokens))
    return [(text[tokens.start[i.first] : tokens.end[i.last - 1]], i) for i in items]


def named(text: str, language: str | None = "en") -> dict[str, set[str]]:
    return {
        words: {alias.entity for alias in item.names} for words, item in scan(text, language) if item.names
    }


def test_the_longest_name_wins() -> None:
    assert named("South Sudan and Sudan") == {"South Sudan": {"country:SSD"}, "Sudan": {"country:SDN"}}


def test_the_longest_phrase_of_the_pack_wins() -> None:
    words = [words for words, _ in scan("ports as well as roads")]
    assert "as well as" in words


def test_a_name_begins_with_a_capital_where_it_is_written_with_one() -> None:
    assert "country:TUR" in named("Turkey")["Turkey"]
    assert "turkey" not in named("a turkey")


def test_an_unknown_word_is_an_item_with_nothing_said_of_it() -> None:
    ((words, item),) = scan("Qwrtzk")
    assert (words, item.senses, item.names) == ("Qwrtzk", NO_SENSES, ())


@pytest.mark.parametrize(
    ("language", "text"), [("nl", "Frankrijk"), ("ar", "فرنسا"), ("de", "Frankreich"), (None, "France")]
)
def test_a_name_is_found_in_its_language(language: str | None, text: str) -> None:
    assert named(text, language) == {text: {"country:FRA"}}


def test_a_name_behind_written_on_words_is_found() -> None:
    assert {"country:FRA"} in named("ولفرنسا", "ar").values()


def test_languages_nothing_is_written_for_share_one_scanner() -> None:
    assert scanner("xx") is scanner(None)
    assert scanner("xx") is not scanner("nl")


def test_a_name_is_found_by_its_tokens_and_only_whole() -> None:
    reader = scanner("en")
    assert {alias.entity for alias in reader.find_name(["south", "sudan"])} == {"country:SSD"}
    assert reader.find_name(["south"]) == ()
    assert reader.find_name([]) == ()


@pytest.mark.parametrize("language", ["en", "nl", "ar", None])
@given(text=st.text(st.sampled_from("aAsه وبلا,.'’ 中\n") | st.characters(), max_size=40))
def test_every_token_is_in_one_item_and_in_order(language: str | None, text: str) -> None:
    reader = scanner(language)
    tokens = tokenise(text, reader.cutter)
    items = reader.scan(text, tokens, 0, len(tokens))
    assert [n for item in items for n in range(item.first, item.last)] == list(range(len(tokens)))
