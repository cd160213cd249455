"""Clusters: one chain of events is one story, in whatever language; a shared place or party is not one."""

from dragoman.model import Party
from dragoman.stories import compile_stories

from .build import (
    ALBANIA,
    ARAMCO,
    COMMON,
    GRU,
    HOUTHIS,
    IRAN,
    JAPAN,
    MEK,
    MICROSOFT,
    RAMA,
    RUSSIA,
    SAUDI,
    USA,
    act,
    blame,
    day,
    groups,
    met,
    named,
    number,
    report,
)

TIRANA = Party("place:tirana@ALB", "Tirana")
OPCW, NETHERLANDS = Party("org:opcw", "OPCW"), Party("country:NLD", "Netherlands")


def test_one_incident_in_three_languages_is_one_story() -> None:
    made = compile_stories(
        [
            report("en", *COMMON, act("sever_relations", ALBANIA, IRAN, on="2022-09-07")),
            report(
                "nl", *COMMON, act("sever_relations", ALBANIA, IRAN), language="nl", published="2022-09-20"
            ),
            report("ar", *COMMON, act("leave_deadline", ALBANIA, IRAN), language="ar"),
        ]
    )
    assert groups(made) == {frozenset({"en", "nl", "ar"})}
    assert made.stories[0].because


def test_a_place_alone_never_joins_two_reports() -> None:
    made = compile_stories(
        [
            report("flood", named(TIRANA), named(ALBANIA), number("3,000 houses", 3000, of="houses")),
            report("vote", named(TIRANA), named(ALBANIA), number("3,000 votes", 3000, of="votes")),
        ]
    )
    assert groups(made) == {frozenset({"flood"}), frozenset({"vote"})}


def test_states_and_who_comments_on_everything_do_not_join_two_reports() -> None:
    putin = Party("person:vladimir-putin", "Vladimir Putin")
    made = compile_stories(
        [
            report("gas", named(RUSSIA), named(USA), named(putin), act("boycott_trade", USA, RUSSIA)),
            report("space", named(RUSSIA), named(USA), named(putin), act("cooperate", JAPAN, RUSSIA)),
        ]
    )
    assert groups(made) == {frozenset({"gas"}), frozenset({"space"})}


def test_two_stories_of_one_week_that_share_a_party_stay_apart() -> None:
    albania = [
        report(f"alb{n}", *COMMON, act("sever_relations", ALBANIA, IRAN), named(MICROSOFT), named(MEK))
        for n in range(3)
    ]
    aramco = [
        report(
            f"oil{n}",
            act("attack", HOUTHIS, ARAMCO, on="2022-09-05", id="strike"),
            blame(USA, IRAN, of="strike"),
            act("condemn", SAUDI, IRAN),
            named(ARAMCO),
        )
        for n in range(3)
    ]
    assert groups(compile_stories([*albania, *aramco])) == {
        frozenset({"alb0", "alb1", "alb2"}),
        frozenset({"oil0", "oil1", "oil2"}),
    }


def test_a_later_round_between_the_same_parties_is_another_story() -> None:
    first = [report(f"a{n}", *COMMON, published="2022-09-08") for n in range(2)]
    later = [
        report(
            f"b{n}",
            act("cyberattack", IRAN, ALBANIA, on="2024-03-02"),
            blame(ALBANIA, IRAN),
            named(RAMA),
            published="2024-03-05",
        )
        for n in range(2)
    ]
    assert groups(compile_stories([*first, *later])) == {frozenset({"a0", "a1"}), frozenset({"b0", "b1"})}


def test_a_report_that_looks_back_months_later_joins_the_story_of_that_day() -> None:
    then = report(
        "then",
        act("cyberattack", RUSSIA, OPCW, on="2018-04-13"),
        blame(NETHERLANDS, GRU),
        named(GRU),
        published="2018-04-14",
    )
    later = report(
        "later",
        act("cyberattack", RUSSIA, OPCW, on="2018-04-13"),
        blame(NETHERLANDS, GRU),
        named(GRU),
        day("13 April", "2018-04-13"),
        published="2018-10-04",
    )
    assert groups(compile_stories([then, later])) == {frozenset({"then", "later"})}


def test_reports_without_any_act_join_by_rare_names_but_not_by_common_ones() -> None:
    people = [met("Jorvald Hennike"), met("Petra Szalaine"), met("Omar Bint Riyash"), met("Lucia Tavormina")]
    alike = [report("a", *people), report("b", *people, language="nl")]
    assert groups(compile_stories(alike)) == {frozenset({"a", "b"})}
    half = [
        report("a", people[0], named(RUSSIA)),
        report("b", people[0], named(RUSSIA), met("Somebody Else")),
    ]
    assert groups(compile_stories(half)) == {frozenset({"a"}), frozenset({"b"})}


def test_undated_reports_are_joined_by_what_they_tell() -> None:
    made = compile_stories(
        [report("a", *COMMON, published=None), report("b", *COMMON, published="2022-09-08")]
    )
    assert groups(made) == {frozenset({"a", "b"})}


def test_share_buttons_do_not_join_two_pages() -> None:
    platforms = [
        named(Party(f"company:{name}", name)) for name in ("facebook", "twitter", "whatsapp", "telegram")
    ]
    made = compile_stories([report("a", *platforms), report("b", *platforms)])
    assert len(made.stories) == 2


def test_no_reports_make_no_story_and_an_empty_one_makes_its_own() -> None:
    assert compile_stories([]).stories == ()
    assert [s.documents for s in compile_stories([report("a")]).stories] == [("a",)]
