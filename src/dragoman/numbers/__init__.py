"""Numbers: how many of what, and how sure the words are of it."""

from dragoman.numbers.find import find_numbers

__all__ = ["find_numbers"]
