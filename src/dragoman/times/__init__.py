"""Times: date expressions and the calendar days they stand for."""

from dragoman.times.find import find_dates

__all__ = ["find_dates"]
