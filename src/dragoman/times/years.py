"""Years: years, spans of years, decades, centuries, quarters and seasons."""

from typing import Any

from dragoman.times import calendars, numeric
from dragoman.times.fields import Month, Season
from dragoman.times.shapes import Found
from dragoman.times.symbols import Fixed, Nth, Shift, Symbol

_LAST = 2200  # no decade from here on is one: "a million decades"


def full_year(value: int) -> int:
    """A year written with two digits: 1930 to 2029."""
    return value if value >= 100 else value + (2000 if value < 30 else 1900)


def counts_years(found: Found) -> bool:
    """Whether the word after a year is plural, so that the number counts years ("2000 years")."""
    last = found.items[-1]
    return last.cls == "year_word" and last.value[1] == 0


def year_of(found: Found) -> int | None:
    year: int | None = found.get("year")
    if year is None and found.has("two_digits"):
        year = full_year(found.all("two_digits")[-1])
    if year is not None and found.has("era_bce"):
        return None
    return year


def year_(found: Found) -> tuple[str, Symbol] | None:
    if counts_years(found):
        return None
    year = found.get("year")
    if year is None:
        year = (found.all("many_digits") + found.all("two_digits") + found.all("day_digits"))[0]
        if not found.has("era") and not 100 <= year <= 999:
            return None
    if found.has("era_bce"):
        return "p_any", Fixed(None, f"{-(year - 1):05}" if year > 1 else "0000")
    if found.has("jalali_year"):
        return year_of_months(year, "jalali")
    if found.has("era_hijri"):
        return year_of_months(year, "hijri")
    if not 1 <= year <= 9999:
        return None
    word = found.get("year_word")
    if word is not None and word[1] == 0 and year % 10 == 0 and year >= 1000:  # "vitet 1980", "anni 2000"
        return "p_period", Fixed(calendars.years(year, year + 9, "decade"))
    return "p_year", Fixed(calendars.year(year))


def year_of_months(year: int, calendar: Any) -> tuple[str, Symbol] | None:
    """A year of another calendar, as its Gregorian days."""
    first, last = (
        Month(1, year, calendar=calendar).period(year),
        Month(12, year, calendar=calendar).period(year),
    )
    if first is None or last is None:
        return None
    return "p_any", Fixed(calendars.Period(first.first, last.last, "range", f"{first.first}/{last.last}"))


def year_span(found: Found) -> tuple[str, Symbol] | None:
    values = [item.value for item in found.items if isinstance(item.value, int)]
    first, last = values[0], values[1]
    if last < 100:
        last = numeric.full_last(first, last)
    if not first < last <= first + 900:
        return None
    return "p_range", Fixed(calendars.years(first, last))


def year_span_era(found: Found) -> tuple[str, Symbol] | None:
    """ "512-511 BC", "in the years 830-846"."""
    first, last = (item.value for item in found.items if isinstance(item.value, int))
    if found.has("era_bce"):
        if not last < first <= last + 900:
            return None
        return "p_any", Fixed(None, f"{-(first - 1):05}/{-(last - 1):05}")
    if not first < last <= first + 300 or (last < 100 and not found.has("era")):
        return None
    return "p_range", Fixed(calendars.years(first, last))


def decade(found: Found) -> tuple[str, Symbol] | None:
    if found.items[-1].cls == "decade_word" and len(found.items) > 1 and not found.has("tens"):
        return counted_decade(found)
    values = found.all("tens") + found.all("two_digits") + found.all("cardinal") + found.all("year_digits")
    if (found.has("dot") and found.has("decade_mark")) or found.has("decade_article"):
        values += found.all("day_digits")  # Czech "20. léta"
    first = values[0]
    if first % 10:
        return None
    if first < 100:
        if first % 10 or first < 20:
            return None
        first += 1900
    return ("p_period", Fixed(calendars.years(first, first + 9, "decade"))) if first < _LAST else None


def counted_decade(found: Found) -> tuple[str, Symbol] | None:
    """ "70年代", "20世纪70年代"."""
    numbers = [item.value for item in found.items if isinstance(item.value, int)]
    if found.items[-1].value[1] == 0 or numbers[-1] % 10:  # "two decades"
        return None
    first = numbers[-1]
    if found.has("century_word"):
        first += numbers[0] * 100 - 100
    elif first < 20:
        return None
    elif first < 100:
        first += 1900
    return ("p_period", Fixed(calendars.years(first, first + 9, "decade"))) if first < _LAST else None


def century(found: Found) -> tuple[str, Symbol] | None:
    number = found.get("ordered")
    if number is None:
        number = found.get("roman")
    if number is None:
        number = found.get("hundreds")
    if number is None:
        number = found.get("day_digits")
        if number is None:
            number = found.get("cardinal")
        counts = found.items[-1].cls == "century_word" and not found.has("dot")
        if counts and (number < 5 or found.get("century_word")[1] == 0):
            return None  # "3 centuries"
    if not 1 <= number <= 22:
        return None
    if found.has("era_bce"):
        return "p_any", Fixed(None, f"{-(number * 100 - 1):05}/{-((number - 1) * 100):05}")
    return "p_period", Fixed(calendars.years(number * 100 - 99, number * 100, "century"))


def quarter(found: Found) -> tuple[str, Symbol] | None:
    number = found.get("ordered")
    if number is None:
        number = found.get("day_digits")
    half = found.has("half_word") or found.has("half_mark")
    if not 1 <= number <= (2 if half else 4):
        return None
    year = found.get("year")
    if year is None and found.has("half_word"):
        return None  # of a match, mostly
    of: Symbol = Fixed(calendars.year(year)) if year is not None else Shift("year", 0)
    return "p_period", Nth(number, "half" if half else "quarter", of)


def season_(found: Found) -> tuple[str, Symbol] | None:
    year = found.get("year")
    if found.has("any_anaphor"):
        return "p_period", Season(found.get("season"), base="named")
    if year is None and not found.has("any_direction"):
        return "p_season", Season(found.get("season"))
    return "p_period", Season(found.get("season"), year, found.get("any_direction"))
