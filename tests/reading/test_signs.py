"""Signs: what rules an expression out never rules out a text that it fits."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.languages import codes, load
from dragoman.languages.schema import Line
from dragoman.reading.signs import Sign, Signs, fold, needs_of

TABLES = ("noise", "author_line", "opinion", "statement")


def patterns(table: str) -> list[str]:
    rows = [row for code in sorted(codes()) for row in getattr(load(code).page, table)]
    return [row.pattern if isinstance(row, Line) else row for row in rows]


EVERY = [pattern for table in TABLES for pattern in patterns(table)]
LINES = st.one_of(
    st.sampled_from(
        [
            "Read more: a story",
            "FOR IMMEDIATE RELEASE",
            "LEES OOK: iets",
            "Opinion",
            "Deel dit artikel",
            "اقرأ أيضا: خبر",
        ]
    ),
    st.text(st.sampled_from("aıİſKς 1:.©-opinviews"), min_size=1, max_size=40),
    st.sampled_from(EVERY).flatmap(lambda pattern: st.from_regex(re.compile(pattern, re.IGNORECASE))),
).map(lambda line: " ".join(line.split()) or "x")


@settings(max_examples=200, deadline=None)
@given(line=LINES)
def test_the_first_sign_is_the_one_that_trying_all_finds(line: str) -> None:
    rows = [Sign(pattern, pattern) for pattern in patterns("noise")]
    tried = [
        p
        for p in patterns("noise")
        if (re.search if p.startswith("^") else re.fullmatch)(p, line, re.IGNORECASE) is not None
    ]
    found = Signs(tuple(rows)).of(line)
    assert (found.why if found else None) == (tried[0] if tried else None)


@settings(max_examples=200, deadline=None)
@given(pattern=st.sampled_from(EVERY), lines=st.lists(LINES, min_size=1, max_size=4))
def test_a_sign_is_found_where_its_expression_is(pattern: str, lines: list[str]) -> None:
    text = "\n".join(lines)
    found, tried = Sign(pattern, "").search(text, fold(text)), re.search(pattern, text, re.IGNORECASE)
    assert (found and found.span()) == (tried and tried.span())


@pytest.mark.parametrize(
    ("pattern", "longest", "words", "firsts"),
    [
        (r"^(the )?(views|opinions) of .{1,80}$", 96, ("opinions", "views"), {"t", "v", "o"}),
        (r"^\d{2,3} ?comments?$", 12, ("comment",), {"0"}),
        (r"[A-Z]x|y", 2, ("x", "y"), None),
        (r"(?P<name>ab) \(c\)", 6, (" (c)",), {"a"}),
    ],
)
def test_what_an_expression_needs(
    pattern: str, longest: int, words: tuple[str, ...], firsts: set[str] | None
) -> None:
    needs = needs_of(pattern)
    assert (needs.longest, needs.words, needs.firsts) == (longest, words, firsts)


@pytest.mark.parametrize("pattern", ["(?=a)b", r"(a)\1", r"\Aa"])
def test_nothing_is_known_of_what_is_written_in_another_way(pattern: str) -> None:
    assert needs_of(pattern).words == ()
    assert needs_of(pattern).firsts is None
