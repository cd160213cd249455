"""The ledger: one line for who blames whom, and how surely in the accuser's own words."""

import pytest

from dragoman.model import LedgerLine, StatementLine

from .build import (
    ALBANIA,
    COMMON,
    GRU,
    IRAN,
    MICROSOFT,
    RAMA,
    RUSSIA,
    USA,
    Part,
    blame,
    met,
    met_party,
    one_story,
    report,
    said,
)


def lines(*reports: tuple[Part, ...]) -> list[LedgerLine]:
    story = one_story(*(report(f"r{n}", *COMMON, *parts) for n, parts in enumerate(reports)))
    return [x for x in story.attributions if x.by != ALBANIA]


def test_one_accusation_in_two_reports_is_one_line() -> None:
    (line,) = lines((blame(MICROSOFT, IRAN),), (blame(MICROSOFT, IRAN),))
    assert (line.by, line.accused, line.stance) == (MICROSOFT, IRAN, "accuses")
    assert [s.document for s in line.support] == ["r0", "r1"]
    assert line.independent_sources == 2


def test_accusation_denial_and_doubt_are_three_lines_in_this_order() -> None:
    found = lines((blame(IRAN, IRAN, "denies"), blame(RUSSIA, IRAN, "doubts"), blame(USA, IRAN)))
    assert [(x.by.label if x.by else None, x.stance) for x in found] == [
        ("United States", "accuses"),
        ("Russia", "doubts"),
        ("Iran", "denies"),
    ]


def test_a_service_and_its_state_are_two_accused() -> None:
    assert len(lines((blame(USA, GRU), blame(USA, RUSSIA)))) == 2


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        (("stated", "stated"), "stated"),
        (("likely", "stated"), "likely"),
        (("likely", "likely", "possible"), "likely"),
        (("likely", "possible"), "possible"),
        (("almost_certain", "stated", "stated"), "almost_certain"),
    ],
)
def test_a_report_that_leaves_the_hedge_out_does_not_make_the_accuser_surer(
    told: tuple[str, ...], shown: str
) -> None:
    (line,) = lines(*((blame(MICROSOFT, IRAN, certainty=certainty),) for certainty in told))
    assert line.certainty == shown
    assert any(r.rule == "merge:certainty" for r in line.because) == (len(set(told)) > 1)


def test_the_strongest_basis_and_the_finest_date_are_shown() -> None:
    (line,) = lines(
        (blame(MICROSOFT, IRAN, basis="statement", date="2022-09"),),
        (blame(MICROSOFT, IRAN, basis="technical report", date="2022-09-08"),),
    )
    assert (line.basis, line.date) == ("technical report", "2022-09-08")


def test_a_line_points_to_the_act_on_the_timeline() -> None:
    story = one_story(report("a", *COMMON), report("b", *COMMON))
    (line,) = story.attributions
    assert line.of == next(e.id for e in story.timeline if e.concept == "cyberattack")


def test_one_accuser_in_two_scripts_is_one() -> None:
    (line,) = lines(
        (met("Farhad Mirzoyev"), blame(met_party("Farhad Mirzoyev"), IRAN)),
        (met("Farkhad Mirzoev"), blame(met_party("Farkhad Mirzoev"), IRAN)),
    )
    assert len(line.support) == 2


def statements(*reports: tuple[Part, ...]) -> tuple[StatementLine, ...]:
    return one_story(*(report(f"r{n}", *COMMON, *parts) for n, parts in enumerate(reports))).statements


def test_the_same_words_printed_twice_are_one_statement() -> None:
    words = "They will answer for what they did to our hospitals."
    (line,) = statements((said(RAMA, words),), (said(RAMA, words.replace("hospitals.", "hospitals!")),))
    assert [s.document for s in line.support] == ["r0", "r1"]


def test_the_same_words_of_two_speakers_are_two_statements() -> None:
    words = "They will answer for what they did to our hospitals."
    assert len(statements((said(RAMA, words), said(None, words)))) == 2


def test_short_or_unquoted_words_are_not_taken_for_the_same() -> None:
    assert len(statements((said(RAMA, "No comment."),), (said(RAMA, "No comment."),))) == 2
    claim = "that they will answer for what they did"
    assert len(statements((said(RAMA, claim, quoted=False),), (said(RAMA, claim, quoted=False),))) == 2
