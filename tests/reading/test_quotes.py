"""Quotations: which marks open and close somebody's words."""

from itertools import pairwise, product

import pytest

from dragoman.reading.quotes import find_quotes

PAIRS = (("“", "”"), ('"', '"'), ("‘", "’"), ("'", "'"), ("``", "''"))


def quoted(text: str) -> list[str]:
    return [text[q.start : q.end] for q in find_quotes(text, PAIRS)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('Chad said: "We will not." It left.', ["We will not."]),
        ("Chad said: “We call it ‘a raid’.” It left.", ["We call it ‘a raid’."]),
        ("Chad's envoy said 'it isn't ours' twice.", ["it isn't ours"]),
        ("Chad said: ``No.'' It left.", ["No."]),
        ('Chad said: "We will not leave', ["We will not leave"]),
        ("the 'nineties and the 'eighties", []),
    ],
)
def test_words_between_marks(text: str, words: list[str]) -> None:
    assert quoted(text) == words


def test_a_mark_that_does_not_close_hides_no_quotation_behind_it() -> None:
    lost = "the 'nineties " * 400  # longer than a quotation may be
    assert quoted(lost) == []
    assert [words[-7:] for words in quoted(lost + "'we left' they said")] == ["we left"]
    assert quoted(lost + '"We left," they said') == ["We left,"]


def test_marks_in_any_order_give_quotations_in_order() -> None:
    for marks in product(("'a", 'a"', "“a", "a”", " ", "\n"), repeat=5):
        found = find_quotes("".join(marks), PAIRS)
        assert all(a.outer_end <= b.outer_start for a, b in pairwise(found))
        assert all(q.outer_start < q.start < q.end <= q.outer_end for q in found)
