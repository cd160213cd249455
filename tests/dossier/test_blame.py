"""Blame: who stands accused by whom, the surest first, and who answers; and the summary's choice."""

from typing import Any

from msgspec.structs import replace

from dragoman.dossier.blame import cases, sentence
from dragoman.dossier.summary import independent, main_disputes, main_events
from dragoman.model import LedgerLine, Party

from .fixture import ALBANIA, IRAN, LEDGER, MANDIANT, TIMELINE, UK, USA, story


def line(
    by: Party | None, accused: Party | None, stance: Any = "accuses", certainty: Any = "stated"
) -> LedgerLine:
    return LedgerLine(
        id="x", by=by, accused=accused, stance=stance, certainty=certainty, support=(), independent_sources=1
    )


def told(*lines: LedgerLine) -> list[str]:
    return [sentence(case) for case in cases(story(attributions=lines))]


def test_cases_by_accused_with_answers_apart() -> None:
    first, *_ = made = cases(story())
    assert first.accused == IRAN
    assert [x.by for x in first.charges] == [ALBANIA, USA, UK, MANDIANT]
    assert [x.by for x in first.answers] == [IRAN]
    assert sum(len(case.charges) + len(case.answers) for case in made) == len(LEDGER)


def test_sentences() -> None:
    assert told(line(ALBANIA, IRAN), line(IRAN, IRAN, "denies")) == [
        "Iran is blamed by Albania; Iran denies it"
    ]
    assert told(line(ALBANIA, IRAN, certainty="likely")) == ["Iran is blamed by Albania (likely)"]
    assert told(line(IRAN, IRAN, "denies")) == [
        "Iran denies responsibility; no accuser is named in these reports"
    ]
    assert told(line(IRAN, None, "denies")) == [
        "Iran denies responsibility; no accuser is named in these reports"
    ]
    houthis = Party("group:houthis", "Houthis")
    assert told(line(houthis, houthis, "claims")) == ["The Houthis claim responsibility"]
    assert told(line(houthis, None, "claims")) == ["The Houthis claim responsibility"]
    assert told(line(USA, houthis), line(IRAN, houthis, "doubts")) == [
        "The Houthis are blamed by the United States; Iran doubts it"
    ]
    assert told(line(None, IRAN)) == ["Iran is blamed by somebody not named"]
    assert told(line(USA, None)) == ["Somebody not named is blamed by the United States"]
    assert told() == []


def test_one_accuser_counts_once_and_many_are_shortened() -> None:
    assert told(line(USA, IRAN), line(USA, IRAN)) == ["Iran is blamed by the United States"]
    crowd = [line(Party(f"org:{n}", f"Firm {n}"), IRAN) for n in range(9)]
    assert told(*crowd)[0].endswith("Firm 4 and 4 others")


def test_a_nameless_accused_comes_last() -> None:
    made = cases(story(attributions=(line(USA, None), line(UK, None), line(ALBANIA, IRAN))))
    assert [case.accused for case in made] == [IRAN, None]


def test_main_events_are_acts_of_now_in_order() -> None:
    chosen = [event.id for event in main_events(story())]
    assert chosen == ["e-attack", "e-sever", "e-expel", "e-sanction"]
    words = tuple(event for event in TIMELINE if event.type == "ACCUSE")
    assert main_events(story(timeline=words)) == words
    assert main_events(story(timeline=())) == ()
    background = tuple(replace(event, background=True) for event in TIMELINE)
    assert main_events(story(timeline=background))


def test_a_denial_told_by_the_ledger_is_not_told_twice() -> None:
    assert [d.kind for d in main_disputes(story())] == ["attribution", "polarity", "value"]
    assert main_disputes(story(attributions=()))[0].kind == "denial"


def test_copies_are_one_witness() -> None:
    assert independent(("a", "b", "c"), (("a", "b"),)) == 2
    assert independent(("a", "b", "c"), ()) == 3
    assert independent((), (("a", "b"),)) == 0
