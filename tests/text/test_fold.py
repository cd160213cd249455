"""Folding: what counts as the same word, for packs (norm) and for names (bare)."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.text.fold import bare, norm


@pytest.mark.parametrize(
    ("written", "listed"),
    [
        ("Embassy", "embassy"),
        ("İSTANBUL", "istanbul"),
        ("don’t", "don't"),
        ("co\u00adoperate", "cooperate"),
        ("ﬁle", "file"),
        ("إيران", "ايران"),
        ("أنقرة", "انقرة"),
        ("مُحَمَّد", "محمد"),
        ("تـــونس", "تونس"),
        ("ایران", "ايران"),
        ("على", "علي"),
        ("ۂ", "ه"),
        ("می\u200cگوید", "ميگويد"),
        ("١٩٧٩", "1979"),
    ],
)
def test_one_word_written_in_two_ways_is_one_word(written: str, listed: str) -> None:
    assert norm(written) == listed


@pytest.mark.parametrize(
    ("one", "other"), [("à", "a"), ("été", "ete"), ("мой", "мои"), ("حرب", "حزب"), ("قوة", "قوه")]
)
def test_marks_that_carry_meaning_are_kept_for_packs(one: str, other: str) -> None:
    assert norm(one) != norm(other)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Erdoğan", "erdogan"),
        ("Çavuşoğlu", "cavusoglu"),
        ("Łódź", "lodz"),
        ("Ålesund", "alesund"),
        ("Malmø", "malmo"),
        ("Weißrussland", "weissrussland"),
        ("Αθήνα", "αθηνα"),
        ("Йошкар", "иошкар"),
    ],
)
def test_names_are_compared_without_diacritics(written: str, name: str) -> None:
    assert bare(written) == name


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert norm(norm(text)) == norm(text)
    assert bare(bare(text)) == bare(text)


@given(st.text())
def test_a_name_looks_the_same_however_it_was_composed(text: str) -> None:
    composed, apart = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert bare(composed) == bare(apart)


@given(st.text())
def test_what_packs_hold_equal_names_hold_equal(text: str) -> None:
    assert bare(norm(text)) == bare(text)


@given(st.text("abcxyzéçñøабвгдежзиійїщюя"))
def test_case_does_not_matter(text: str) -> None:
    assert norm(text.upper()) == norm(text.lower()) == norm(text.title())
