"""Times: date expressions and the calendar days they stand for."""

from dragoman.times.find import find_dates
from dragoman.times.published import published_from_text

__all__ = ["find_dates", "published_from_text"]
