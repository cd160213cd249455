"""The timeline: events are merged by what they are; nothing that contradicts is merged."""

import pytest

from dragoman.model import Party, TimelineEvent

from .build import ALBANIA, COMMON, HOUTHIS, IRAN, JAPAN, RAMA, SAUDI, USA, Part, act, one_story, report


def told(*reports: tuple[Part, ...], published: str = "2022-09-08") -> list[TimelineEvent]:
    """The events, but for the common ones, of a story of these reports."""
    story = one_story(
        *(report(f"r{n}", *COMMON, *parts, published=published) for n, parts in enumerate(reports))
    )
    return [e for e in story.timeline if e.concept != "cyberattack"]


def test_one_act_in_two_reports_is_one_event_with_both_as_support() -> None:
    cut = act("sever_relations", ALBANIA, IRAN, on="2022-09-07")
    (event,) = told((cut,), (cut,))
    assert (event.actor, event.recipient, event.date) == (ALBANIA, IRAN, "2022-09-07")
    assert [s.document for s in event.support] == ["r0", "r1"]
    assert event.title == "severed relations with Iran by Albania"
    assert event.because


def test_a_vague_telling_joins_the_full_one_and_takes_nothing_from_it() -> None:
    (event,) = told(
        (act("sever_relations", None, IRAN),), (act("sever_relations", ALBANIA, IRAN, on="2022-09-07"),)
    )
    assert (event.actor, event.recipient, event.date) == (ALBANIA, IRAN, "2022-09-07")
    assert len(event.support) == 2


def test_the_finest_of_dates_that_agree_is_kept() -> None:
    (event,) = told(
        (act("expel", ALBANIA, IRAN, on="2022"),),
        (act("expel", ALBANIA, IRAN, on="2022-09-07"),),
        (act("expel", ALBANIA, IRAN, on="2022-09"),),
    )
    assert event.date == "2022-09-07"
    assert any(r.rule == "merge:date" for r in event.because)


def test_words_for_one_act_meet() -> None:
    (event,) = told(
        (act("attack", HOUTHIS, SAUDI, on="2022-09-01"),),
        (act("airstrike", HOUTHIS, SAUDI, on="2022-09-01"),),
    )
    assert event.concept == "airstrike", "the sense that says more is shown"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (act("expel", ALBANIA, IRAN, on="2018-12"), act("expel", ALBANIA, IRAN, on="2022-09-07")),
        (act("expel", ALBANIA, IRAN), act("expel", IRAN, ALBANIA)),
        (act("expel", ALBANIA, IRAN), act("expel", ALBANIA, JAPAN)),
        (act("expel", ALBANIA, IRAN), act("condemn", ALBANIA, IRAN)),
        (act("expel", ALBANIA, None), act("expel", None, IRAN)),
        (act("expel", ALBANIA, IRAN), act("expel", ALBANIA, IRAN, status="negated")),
    ],
    ids=["other days", "turned round", "other recipient", "other act", "nothing shared", "done and not done"],
)
def test_what_contradicts_or_shares_nothing_stays_two(one: Part, other: Part) -> None:
    assert len(told((one,), (other,))) == 2


def test_an_undated_act_is_not_dated_to_years_ago_by_another_report() -> None:
    events = told((act("expel", ALBANIA, IRAN, on="2018-12"),), (act("expel", ALBANIA, IRAN),))
    assert [(e.date, len(e.support)) for e in events] == [("2018-12", 1), (None, 1)]


def test_an_undated_deadline_is_no_part_of_an_old_expulsion_in_the_same_report() -> None:
    events = told((act("leave_deadline", ALBANIA, IRAN), act("expel", None, IRAN, on="2018-12")))
    assert [(e.concept, e.date) for e in events] == [("expel", "2018-12"), ("leave_deadline", None)]


def test_an_undated_telling_joins_the_act_nearest_before_its_report() -> None:
    events = told(
        (act("expel", ALBANIA, IRAN, on="2022-06-01"), act("expel", ALBANIA, IRAN, on="2022-09-07")),
        (act("expel", ALBANIA, IRAN),),
    )
    assert [(e.date, len(e.support)) for e in events] == [("2022-06-01", 1), ("2022-09-07", 2)]


@pytest.mark.parametrize(
    ("statuses", "shown"),
    [
        (("occurred", "occurred"), "occurred"),
        (("alleged", "occurred"), "alleged"),
        (("planned", "occurred"), "occurred"),
        (("planned", "planned"), "planned"),
        (("threatened", "planned", "planned"), "planned"),
    ],
)
def test_the_status_of_all_tellings_together(statuses: tuple[str, ...], shown: str) -> None:
    (event,) = told(*((act("expel", ALBANIA, IRAN, status=status),) for status in statuses))
    assert event.status == shown


def test_the_order_is_that_of_days_with_undated_events_last() -> None:
    events = told(
        (
            act("support", USA, ALBANIA),
            act("expel", ALBANIA, IRAN, on="2022-09-07"),
            act("take_in", ALBANIA, JAPAN, on="2016"),
            act("condemn", USA, IRAN, on="2022-09"),
        )
    )
    assert [e.date for e in events] == ["2016", "2022-09", "2022-09-07", None]


def test_what_lies_long_before_the_first_report_is_background() -> None:
    events = told((act("take_in", ALBANIA, JAPAN, on="2016"), act("expel", ALBANIA, IRAN, on="2022-09-07")))
    assert [e.background for e in events] == [True, False]


def test_whose_words_they_are_is_kept_with_each_telling() -> None:
    (event,) = told((act("expel", ALBANIA, IRAN, by=RAMA),), (act("expel", ALBANIA, IRAN),))
    assert [s.said_by for s in event.support] == [RAMA, None]


def test_copies_count_as_one_source() -> None:
    made = [
        report(i, *COMMON, act("expel", ALBANIA, IRAN), wire=wire)
        for i, wire in zip("abc", "xxy", strict=True)
    ]
    story = one_story(*made)
    event = next(e for e in story.timeline if e.concept == "expel")
    assert len(event.support) == 3
    assert event.independent_sources == 2
    assert story.witnesses == (("a", "b"), ("c",))


def test_nobody_named_stays_nobody() -> None:
    (event,) = told((act("arrest", None, Party("person:x", "X"), on="2022-09-01"),))
    assert event.actor is None
    assert event.title == "arrest of X"
