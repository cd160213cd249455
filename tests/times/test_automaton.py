"""The automaton names exactly the shapes that fit, with their lengths, as trying them one by one does."""

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
    found = {index: size for size, index in AUTOMATA[level].fitting(letters, at)}
    for number, shape in enumerate(LEVELS[level]):
        match = compile_shape(shape.pattern).match(letters, at)
        size = match.end() - at if match is not None else 0
        assert found.get(number, 0) == size


@given(letters=st.lists(st.sampled_from(sorted(LETTER.values())), max_size=6).map("".join))
def test_the_longest_come_first_and_those_of_one_length_in_their_order(letters: str) -> None:
    found = AUTOMATA[0].fitting(letters, 0)
    assert list(found) == sorted(found, key=lambda pair: (-pair[0], pair[1]))
    assert AUTOMATA[0].fitting(letters, 0, 2) == tuple(pair for pair in found if pair[0] >= 2)


@settings(max_examples=400, deadline=None)
@given(data=st.data(), level=st.integers(0, len(LEVELS) - 1))
def test_a_shape_is_named_for_letters_it_is_made_of(data: st.DataObject, level: int) -> None:
    number = data.draw(st.integers(0, len(LEVELS[level]) - 1))
    letters = data.draw(st.from_regex(compile_shape(LEVELS[level][number].pattern), fullmatch=True))
    assert number in {index for _, index in AUTOMATA[level].fitting(letters + letters, 0)}
