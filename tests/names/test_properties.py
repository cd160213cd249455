"""What holds for any two strings."""

from hypothesis import given, settings
from hypothesis import strategies as st

import dragoman.names as names

_WORDS = """Edi Rama Mohammed bin Salman al-Rahman O'Neill J. van der Berg II
Эди Рама Юрий Мякишев وزير محمد عبد الله الدريسي
گلزاده Έντι Ράμα Β΄ ג'בר נתניהו
习近平 克雷芒十一世 安倍 김정은 ジョン მიხეილ Պետրոս नरेन्द्र Société Bank حزب партия 党 X 12 - ' ."""
WORDS = st.sampled_from(_WORDS.split())
NAMES = st.one_of(st.text(max_size=24), st.lists(WORDS, max_size=6).map(" ".join))
KINDS = st.sampled_from([None, "person", "org", "place"])


@settings(max_examples=300, deadline=None)
@given(NAMES, NAMES, KINDS)
def test_similarity_is_symmetric_and_between_0_and_1(a: str, b: str, kind: str | None) -> None:
    score = names.similarity(a, b, kind=kind)
    assert 0.0 <= score <= 1.0
    assert abs(score - names.similarity(b, a, kind=kind)) < 1e-9


@settings(max_examples=200, deadline=None)
@given(NAMES)
def test_a_name_is_like_itself(name: str) -> None:
    assert names.similarity(name, name) == 1.0


@settings(max_examples=200, deadline=None)
@given(NAMES, NAMES)
def test_compare_gives_the_score_and_the_words(a: str, b: str) -> None:
    found = names.compare(a, b)
    assert found.score == names.similarity(a, b)
    turned = names.compare(b, a)
    assert sorted((pair.other, pair.one) for pair in turned.pairs) == sorted(
        (pair.one, pair.other) for pair in found.pairs
    )


@settings(max_examples=200, deadline=None)
@given(NAMES)
def test_keys_are_stable_and_romanising_never_fails(name: str) -> None:
    assert names.keys(name) == names.keys(name)
    assert isinstance(names.romanise(name), str)
