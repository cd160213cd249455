"""Promises of find_numbers that hold for any text, and how it lives with dates."""

import re
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.numbers import find_numbers
from dragoman.numbers.flat import flatten
from dragoman.times import find_dates

SNIPPETS = """
more than 3,000 members of the movement at least twelve people dozens $200 million € 22.000 drieduizend
tientallen
ruim 5.7 million barrels per day between 20 and 30 أكثر من 3 آلاف عضو خمسة وعشرون عشرات ١٢ قرابة - , . %
( ) 10.5.2
2016 1st km 5km $5bn a hundred zwölf İ \u0640 99999999999999999999999999999999999999999999 ²
"""
WORDS = re.findall(r"\S+|\n", SNIPPETS)
texts = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=12).map("".join),
)


@settings(max_examples=150, deadline=None)
@given(texts, st.sampled_from(("en", "nl", "ar", "xx")))
def test_spans_are_verbatim_ordered_and_apart(text: str, language: str) -> None:
    found = find_numbers(text, language)
    assert all(text[n.start : n.end] == n.text != "" for n in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(n.of is None or n.of in text for n in found)
    assert all(n.value is not None or n.low is not None for n in found)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300))
def test_flat_text_stands_for_the_text(text: str) -> None:
    flat = flatten(text)
    assert flat.origin is not None or len(flat.text) == len(text)
    assert flat.origin is None or len(flat.origin) == len(flat.text)
    for i in range(len(flat.text)):
        start, end = flat.span(i, i + 1)
        assert 0 <= start < end <= len(text)


def test_what_is_a_date_is_no_number() -> None:
    text = "On 3 May 2019 12 men were held; 40 more since 2016."
    numbers = find_numbers(text, "en", find_dates(text, "en", "2022-09-20"))
    assert [(n.value, n.of) for n in numbers] == [(12, "men"), (40, None)]


@pytest.mark.parametrize("piece", ["12 members 3. 2016 ", "3 May 2016 7 dozens of 9 "])
def test_time_grows_with_the_length_of_the_text(piece: str) -> None:
    """Four times the text takes about four times as long; going back over it would take sixteen."""

    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        begin = time.process_time()
        find_numbers(text, "en")
        return time.process_time() - begin

    seconds(2000)
    short = min(seconds(20_000) for _ in range(3))
    assert seconds(80_000) < 10 * short + 0.05


def test_a_list_mark_is_no_number() -> None:
    assert [n.value for n in find_numbers("They held:\n  3. Nine men.\n12 women spoke.", "en")] == [9, 12]


@pytest.mark.parametrize(
    ("language", "text", "texts"),
    [
        ("en", "Adopted in 2020\nFive people were arrested.", ["Five"]),
        (
            "fr",
            "Publié en 2020\nTrois jours plus tard, une dizaine de soldats partent.",
            ["Trois jours", "une dizaine"],
        ),
        ("nb", "Til sammen kom ti soldater og flere hundre gjester.", ["ti", "flere hundre"]),
        ("nl", "Drieduizend mensen reden langs driehonderd driesterren.", ["Drieduizend", "driehonderd"]),
        (
            "zh",
            "造成2亿至3亿美元损失，另有数十亿美元未计，共 5 人受伤。",
            ["2亿至3亿美元", "数十亿美元", "5"],
        ),
    ],
)
def test_a_number_hides_none_behind_it(language: str, text: str, texts: list[str]) -> None:
    assert [number.text for number in find_numbers(text, language)] == texts


@pytest.mark.parametrize("unit", ["5,", "1 ", "12-", "two ", "3\n", "5'", "1.", "three hundred thousand "])
def test_time_grows_with_the_text_and_no_faster(unit: str) -> None:
    def seconds(times: int) -> float:
        start = time.process_time()
        find_numbers(unit * times, "en")
        return time.process_time() - start

    seconds(2000)
    assert min(seconds(8000), seconds(8000)) < 8 * max(min(seconds(2000), seconds(2000)), 0.01)


def test_a_number_reads_alike_beside_others() -> None:
    """What stands in one row is read as it is read alone."""
    parts = [
        "more than 3,000 members fled", "at least twelve people died", "it cost $200 million", "5 km away",
        "between 20 and 30 of them", "tens of thousands of refugees",
    ]  # fmt: skip
    alone = [number.text for part in parts for number in find_numbers(part + ".", "en")]
    assert [number.text for number in find_numbers("; ".join(parts) + ".", "en")] == alone
