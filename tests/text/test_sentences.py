"""Sentences and paragraphs as spans: nothing lost, nothing cut in two."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.text.sentences import paragraph_spans, sentence_spans

ABBREVIATIONS = frozenset({"gen", "mr", "u.s", "o.a", "dr"})
PROSE = st.text(st.sampled_from('aBé1. ,!?…\n\t"”()»。ا؟') | st.characters(), max_size=80)


def sentences(text: str, ordinal_dot: bool = False) -> list[str]:
    return [text[a:b] for a, b in sentence_spans(text, abbreviations=ABBREVIATIONS, ordinal_dot=ordinal_dot)]


@pytest.mark.parametrize(
    "text",
    [
        "Gen. Miller left for Oslo.",
        "Mr. Haas and Dr. Ng met.",
        "J. K. Adams denied it.",
        "The U.S. Navy left.",
        "Prices rose by 3.5 percent.",
        "Visit example.org today.",
        "He asked “Why now?” and left.",
        "They came… and went.",
        "Spokespersons, e.g. the deputy, agreed.",
    ],
)
def test_a_dot_inside_a_sentence_ends_nothing(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Kenya protested. Uganda did not.", ["Kenya protested.", "Uganda did not."]),
        ("“We know nothing.” He left.", ["“We know nothing.”", "He left."]),
        ("Who did it? Nobody knows! Silence…", ["Who did it?", "Nobody knows!", "Silence…"]),
        (
            "Border closed\nBy our reporter\n\nLima said so.",
            ["Border closed", "By our reporter", "Lima said so."],
        ),
        ("وصل الوفد. من أرسله؟ لا أحد يعلم.", ["وصل الوفد.", "من أرسله؟", "لا أحد يعلم."]),
        ("他否认了。使馆关闭了。", ["他否认了。", "使馆关闭了。"]),
        ("In 2019. Then came the war.", ["In 2019.", "Then came the war."]),
    ],
)
def test_where_sentences_end(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


def test_an_ordinal_ends_nothing_where_the_language_writes_it_with_a_dot() -> None:
    text = "Das Treffen am 15. März fiel aus."
    assert sentences(text, ordinal_dot=True) == [text]
    assert len(sentences(text)) == 2


@given(PROSE)
def test_sentences_stand_in_order_are_trimmed_and_hold_every_sign(text: str) -> None:
    spans = list(sentence_spans(text, abbreviations=ABBREVIATIONS))
    assert all(a < b and text[a:b] == text[a:b].strip() for a, b in spans)
    assert all(b <= c for (_, b), (c, _) in pairwise(spans))
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())


@given(PROSE, st.integers(0, 40), st.integers(0, 40))
def test_a_part_of_a_text_is_read_in_its_place(text: str, start: int, length: int) -> None:
    end = min(len(text), start + length)
    spans = list(sentence_spans(text, min(start, end), end))
    assert all(start <= a < b <= end for a, b in spans)
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(
        text[min(start, end) : end].split()
    )


@given(PROSE)
def test_no_sentence_runs_over_a_line_end(text: str) -> None:
    assert all("\n" not in text[a:b] for a, b in sentence_spans(text))


@given(PROSE)
def test_paragraphs_are_the_lines_that_are_not_blank(text: str) -> None:
    spans = list(paragraph_spans(text))
    assert [text[a:b] for a, b in spans] == [line.strip() for line in text.splitlines() if line.strip()]
