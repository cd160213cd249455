"""Calendars against days that are a matter of record."""

from datetime import date

import pytest

from dragoman.times import calendars


@pytest.mark.parametrize(
    ("hijri", "gregorian"),
    [
        ((1441, 1, 1), date(2019, 8, 31)),
        ((1440, 9, 1), date(2019, 5, 6)),
        ((1444, 1, 1), date(2022, 7, 30)),
        ((1443, 9, 1), date(2022, 4, 2)),
        ((1445, 1, 1), date(2023, 7, 19)),
        ((1445, 9, 1), date(2024, 3, 11)),
    ],
)
def test_lunar_months_begin_as_in_umm_al_qura(hijri: tuple[int, int, int], gregorian: date) -> None:
    assert calendars.from_hijri(*hijri) == gregorian
    assert calendars.hijri_year(gregorian) == hijri[0]


@pytest.mark.parametrize(
    ("jalali", "gregorian"),
    [
        ((1400, 1, 1), date(2021, 3, 21)),
        ((1399, 12, 30), date(2021, 3, 20)),
        ((1401, 6, 20), date(2022, 9, 11)),
        ((1357, 11, 22), date(1979, 2, 11)),
    ],
)
def test_solar_days(jalali: tuple[int, int, int], gregorian: date) -> None:
    assert calendars.from_jalali(*jalali) == gregorian
    assert calendars.jalali_year(gregorian) == jalali[0]


@pytest.mark.parametrize("bad", [(1441, 13, 1), (1441, 0, 1), (1441, 1, 31), (0, 1, 1)])
def test_no_such_day(bad: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="no such"):
        calendars.from_hijri(*bad)
    with pytest.raises(ValueError, match="no such"):
        calendars.from_jalali(bad[0], bad[1], 32 if bad[2] == 31 else bad[2])


def test_a_month_on_never_leaves_the_month() -> None:
    assert calendars.add_months(date(2024, 1, 31), 1) == date(2024, 2, 29)
    with pytest.raises(ValueError, match="out of range"):
        calendars.add_months(date(9999, 12, 1), 1)
