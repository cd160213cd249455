"""The automaton names exactly the shapes that fit, as trying them one by one does."""

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.times.automaton import Automaton
from dragoman.times.classes import LETTER, compile_shape
from dragoman.times.passes import PASSES
from dragoman.times.points import POINTS

LEVELS = [POINTS, *PASSES]
AUTOMATA = [Automaton(shape.pattern for shape in shapes) for shapes in LEVELS]


@settings(max_examples=400, deadline=None)
@given(
    level=st.integers(0, len(LEVELS) - 1),
    letters=st.lists(st.sampled_from(sorted(LETTER.values())), max_size=12).map("".join),
    before=st.integers(0, 3),
)
def test_a_shape_is_named_where_its_expression_fits(level: int, letters: str, before: int) -> None:
    at = min(before, len(letters))
    fitting = AUTOMATA[level].fitting(letters, at)
    for number, shape in enumerate(LEVELS[level]):
        match = compile_shape(shape.pattern).match(letters, at)
        fits = match is not None and match.end() > at
        assert bool(fitting >> number & 1) == fits


@settings(max_examples=400, deadline=None)
@given(data=st.data(), level=st.integers(0, len(LEVELS) - 1))
def test_a_shape_is_named_for_letters_it_is_made_of(data: st.DataObject, level: int) -> None:
    number = data.draw(st.integers(0, len(LEVELS[level]) - 1))
    letters = data.draw(st.from_regex(compile_shape(LEVELS[level][number].pattern), fullmatch=True))
    assert AUTOMATA[level].fitting(letters + letters, 0) >> number & 1
