"""Days of different fineness: what may be one day, and how far two are apart."""

from datetime import date

import pytest

from dragoman.stories.days import apart, bounds, compatible, fineness


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2022-07-15", (2022, 7, 15), (2022, 7, 15)),
        ("2024-02", (2024, 2, 1), (2024, 2, 29)),
        ("2022-12", (2022, 12, 1), (2022, 12, 31)),
        ("2016", (2016, 1, 1), (2016, 12, 31)),
        ("2018-06-01/2018-08-31", (2018, 6, 1), (2018, 8, 31)),
        ("2018-06/2018-08", (2018, 6, 1), (2018, 8, 31)),
        ("2022-W01", (2022, 1, 3), (2022, 1, 9)),
        ("2022-Q4", (2022, 10, 1), (2022, 12, 31)),
    ],
)
def test_bounds(value: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    assert bounds(value) == (date(*first), date(*last))


@pytest.mark.parametrize(
    "value",
    ["", "soon", "2022-13", "2022-02-30", "2022-09-02/2022-09-01", "XXXX-05", "/", "2022-Q", "2022-W99"],
)
def test_what_is_no_date_has_no_bounds(value: str) -> None:
    assert bounds(value) is None


def test_a_coarser_date_agrees_with_a_finer_inside_it() -> None:
    assert compatible("2022-07", "2022-07-15")
    assert compatible("2022", "2022-07")
    assert compatible(None, "2022-07")
    assert not compatible("2022-06", "2022-07-15")


def test_fineness_and_distance_count_days() -> None:
    assert fineness("2022-07-15") == 1
    assert fineness("2022-07") == 31
    assert fineness("2022-07") < fineness("2022") < fineness(None)
    assert apart("2022-07-15", "2022-07-20") == 5
    assert apart("2022-07-20", "2022-07-15") == 5
    assert apart("2022-07", "2022-07-20") == 0
