"""Tokens: every sign has its place, and written-on words are cut off where a known word is left."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.text.fold import bare, norm
from dragoman.text.tokens import Clitics, Cutter, phrase_forms, tokenise

ARABIC = Clitics(
    before=("و", "ف", "ب", "ل", "ك", "س"),
    article="ال",
    after=("هما", "هم", "ها", "ه"),
    changes=(("ت", "ة"),),
)
KNOWN = {norm(word) for word in ("حكومة", "سفارة", "وزير", "بيان", "طرد", "ولاية")}
PROSE = st.text(st.sampled_from("aB1.,٬ \n-'’éا\u0301\u064bوال中タไ²_") | st.characters(), max_size=60)


def arabic() -> Cutter:
    return Cutter(ARABIC, KNOWN.__contains__)


def words(text: str) -> list[str]:
    tokens = tokenise(text, Cutter())
    return [text[a:b] for a, b in zip(tokens.start, tokens.end, strict=True)]


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Iran's embassy, closed.", ["Iran", "'", "s", "embassy", ",", "closed", "."]),
        ("3,000 people; 2.5%", ["3,000", "people", ";", "2.5", "%"]),
        ("in 2016. Then", ["in", "2016", ".", "Then"]),
        ("F-16s of COVID19", ["F", "-", "16s", "of", "COVID19"]),
        ("伊朗否认", ["伊", "朗", "否", "认"]),
        ("مُحَمَّد، قال", ["مُحَمَّد", "،", "قال"]),
        ("می\u200cگوید", ["می\u200cگوید"]),
        ("Curac\u0327ao", ["Curac\u0327ao"]),
    ],
)
def test_what_a_token_is(text: str, cut: list[str]) -> None:
    assert words(text) == cut


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("الحكومة", [("الحكومة", "حكومة")]),
        ("وحكومة", [("و", "و"), ("حكومة", "حكومة")]),
        ("وبالحكومة", [("و", "و"), ("ب", "ب"), ("الحكومة", "حكومة")]),
        ("للحكومة", [("ل", "ل"), ("لحكومة", "حكومة")]),
        ("وزير", [("وزير", "وزير")]),
        ("ولاية", [("ولاية", "ولاية")]),
        ("وزيرها", [("وزير", "وزير"), ("ها", "ها")]),
        ("سفارتها", [("سفارت", "سفارة"), ("ها", "ها")]),
        ("وسفارتهم", [("و", "و"), ("سفارت", "سفارة"), ("هم", "هم")]),
    ],
)
def test_clitics_are_cut_off_a_known_word(word: str, pieces: list[tuple[str, str]]) -> None:
    tokens = tokenise(word, arabic())
    surfaces = [word[a:b] for a, b in zip(tokens.start, tokens.end, strict=True)]
    assert list(zip(surfaces, tokens.norm, strict=True)) == pieces
    assert tokens.glued == [False, *[True] * (len(pieces) - 1)]


@pytest.mark.parametrize("word", ["وانغ", "بلينكن", "سوليفان", "كاراكاس", "فنلندا"])
def test_an_unknown_word_is_never_cut(word: str) -> None:
    tokens = tokenise(word, arabic())
    assert tokens.norm == [norm(word)]


def test_the_word_of_a_pack_is_cut_by_the_same_knife_but_never_into_clitics() -> None:
    assert [form for form, _ in phrase_forms("وزير الخارجية", arabic())] == ["وزير", "خارجية"]
    assert phrase_forms("Côte d’Ivoire", Cutter()) == (
        ("côte", "cote"),
        ("d", "d"),
        ("'", "'"),
        ("ivoire", "ivoire"),
    )


@given(PROSE)
def test_tokens_stand_in_order_and_hold_every_sign_but_space(text: str) -> None:
    tokens = tokenise(text, Cutter())
    spans = list(zip(tokens.start, tokens.end, strict=True))
    assert all(a < b for a, b in spans)
    assert all(b <= c for (_, b), (c, _) in pairwise(spans))
    assert "".join(text[a:b] for a, b in spans) == "".join(text.split())
    assert tokens.norm == [norm(text[a:b]) for a, b in spans]
    assert tokens.bare == [bare(text[a:b]) for a, b in spans]


@given(
    st.lists(st.sampled_from(["و", "ب", "ل", "ال", "حكومة", "سفارت", "وزير", "ها", "هم", " ", "x", "،"])).map(
        "".join
    )
)
def test_pieces_of_a_word_cover_it_whole(text: str) -> None:
    tokens = tokenise(text, arabic())
    spans = list(zip(tokens.start, tokens.end, strict=True))
    assert "".join(text[a:b] for a, b in spans) == "".join(text.split())
    assert all(text[a - 1] not in " ،" for (a, _), glued in zip(spans, tokens.glued, strict=True) if glued)


@given(PROSE, st.integers(0, 60), st.integers(0, 60))
def test_a_part_of_a_text_keeps_the_offsets_of_the_whole(text: str, start: int, length: int) -> None:
    start = min(start, len(text))
    end = min(len(text), start + length)
    tokens = tokenise(text, Cutter(), start, end)
    assert "".join(text[a:b] for a, b in zip(tokens.start, tokens.end, strict=True)) == "".join(
        text[start:end].split()
    )


def test_a_word_is_cut_anew_after_the_memory_was_full(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dragoman.text.tokens._MEMO", 2)
    cutter = arabic()
    cuts = [tokenise(word, cutter) for word in ("وحكومة", "وزير", "بيان", "طرد", "وحكومة")]
    assert cuts[0] == cuts[-1]
    assert len(cuts[0]) == 2


@given(text=PROSE, more=st.sampled_from(["中", "タ", "ก"]))
def test_a_character_of_an_unspaced_script_changes_no_word_before_it(text: str, more: str) -> None:
    cutter = Cutter()
    alone, beside = tokenise(text + " ", cutter), tokenise(f"{text} {more}", cutter)
    assert beside.norm == [*alone.norm, more]
    assert beside.start[:-1] == alone.start
