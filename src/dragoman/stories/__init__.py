"""Stories: many readings in, one account of each chain of events out."""

from dragoman.stories.compile import compile_stories

__all__ = ["compile_stories"]
