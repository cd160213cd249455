"""Days in words, no finer than the value; odd values as they are."""

import pytest

from dragoman.dossier.days import day, earliest


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2022-07-15", "15 July 2022"),
        ("2022-07", "July 2022"),
        ("2022", "2022"),
        ("2022-07-15T08:30", "15 July 2022, 08:30"),
        ("2018-SU", "summer 2018"),
        ("2022-W09", "week 9 of 2022"),
        ("2022-Q3", "quarter 3 of 2022"),
        ("2022-H2", "second half of 2022"),
        ("199", "the 1990s"),
        ("199X", "the 1990s"),
        ("2022-07-15/2022-07-20", "15–20 July 2022"),
        ("2022-07-30/2022-08-02", "30 July – 2 August 2022"),
        ("2021-12-30/2022-01-02", "30 December 2021 – 2 January 2022"),
        ("2022-06/2022-08", "June – August 2022"),
        ("2016/2019", "2016 – 2019"),
        ("2022-07-15/2022-07-15", "15 July 2022"),
        ("2022-07-15/", "15 July 2022"),
        ("2022-13-99", "2022-13-99"),
        ("PRESENT_REF\u202e", "PRESENT_REF⟦U+202E⟧"),
        (None, ""),
    ],
)
def test_day(value: str | None, expected: str) -> None:
    assert day(value) == expected


def test_earliest_sorts_by_where_a_value_begins() -> None:
    ordered = ["2016", "2018-SU", "2022", "2022-W09", "2022-06/2022-08", "2022-07-15", None]
    shuffled = [*ordered[3:], *ordered[:3]]
    assert sorted(shuffled, key=earliest) == ordered
    assert earliest("2021-W60") == "2021"
