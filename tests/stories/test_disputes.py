"""Disputes: where accounts part. More or less detail is no dispute."""

import pytest

from dragoman.model import Dispute

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
    Part,
    act,
    blame,
    effect,
    label,
    number,
    one_story,
    report,
)


def disputed(*reports: tuple[Part, ...], kind: str | None = None) -> list[Dispute]:
    """The disputes of a story of these reports, each of another language."""
    made = [
        report(f"r{n}", *COMMON, *parts, language=("en", "nl", "ar", "fr")[n])
        for n, parts in enumerate(reports)
    ]
    return [d for d in one_story(*made).disputes if kind in (None, d.kind)]


def same_language(*reports: tuple[Part, ...]) -> list[Dispute]:
    made = [report(f"r{n}", *COMMON, *parts) for n, parts in enumerate(reports)]
    return list(one_story(*made).disputes)


def sides(dispute: Dispute) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(s.value, s.who, s.documents) for s in dispute.sides]


# ── denial ──


def test_a_denial_stands_against_every_accuser() -> None:
    (found,) = disputed((blame(MICROSOFT, IRAN),), (blame(IRAN, IRAN, "denies"),))
    assert found.kind == "denial"
    assert found.about == "whether Iran is behind it (cyberattack on Albania)"
    assert sides(found) == [
        ("Iran", "Albania, Microsoft", ("r0", "r1")),
        ("not Iran", "Iran", ("r1",)),
    ]
    assert found.because


def test_a_state_that_denies_answers_for_its_services() -> None:
    (found,) = disputed((blame(USA, GRU),), (blame(RUSSIA, RUSSIA, "denies"),), kind="denial")
    assert [s.value for s in found.sides] == ["GRU", "not Russia"]


def test_several_who_deny_for_one_accused_are_one_dispute() -> None:
    found = disputed((blame(IRAN, IRAN, "denies"),), (blame(RUSSIA, IRAN, "denies"),), kind="denial")
    assert [s.who for d in found for s in d.sides] == ["Albania", "Iran, Russia"]


def test_a_denial_of_what_nobody_says_is_no_dispute() -> None:
    assert disputed((blame(RUSSIA, RUSSIA, "denies"),), ()) == []


def test_one_report_that_tells_accusation_and_denial_tells_a_dispute() -> None:
    (found,) = disputed((blame(USA, RUSSIA), blame(RUSSIA, RUSSIA, "denies")), ())
    assert [s.documents for s in found.sides] == [("r0",), ("r0",)]


def test_doubt_is_a_third_side() -> None:
    (found,) = disputed((blame(IRAN, IRAN, "denies"),), (blame(JAPAN, IRAN, "doubts"),))
    assert [(s.value, s.who) for s in found.sides] == [
        ("Iran", "Albania"),
        ("not Iran", "Iran"),
        ("Iran is in doubt", "Japan"),
    ]


# ── attribution ──


def test_rival_culprits_for_one_act() -> None:
    claimed = act("cyberattack", HOUTHIS, ALBANIA, on="2022-07-15", id="other")
    (found,) = disputed((claimed, blame(HOUTHIS, HOUTHIS, "claims", of="other")), ())
    assert found.kind == "attribution"
    assert found.about == "who is behind the cyberattack on Albania"
    assert [(s.value, s.who) for s in found.sides] == [("Iran", "Albania"), ("Houthis", "Houthis")]


def test_a_state_and_its_service_are_no_rivals() -> None:
    strike = act("attack", RUSSIA, SAUDI, on="2022-09-01", id="strike")
    assert disputed((strike, blame(USA, GRU, of="strike")), (strike, blame(JAPAN, RUSSIA, of="strike"))) == []


def test_culprits_of_two_acts_are_no_rivals() -> None:
    one = act("attack", IRAN, ARAMCO, on="2022-09-01", id="one")
    other = act("attack", HOUTHIS, ARAMCO, on="2022-05-14", id="other")
    made = disputed(
        (one, blame(USA, IRAN, of="one")), (other, blame(USA, HOUTHIS, of="other")), kind="attribution"
    )
    assert made == []


def test_who_arrests_somebody_is_no_question_of_attribution() -> None:
    one = act("arrest", IRAN, RAMA, on="2022-09-01", id="one")
    other = act("arrest", RUSSIA, RAMA, on="2022-09-01", id="other")
    made = disputed(
        (one, blame(USA, IRAN, of="one")), (other, blame(USA, RUSSIA, of="other")), kind="attribution"
    )
    assert made == []


def test_an_accusation_that_a_third_party_doubts() -> None:
    (found,) = disputed((blame(JAPAN, IRAN, "doubts"),), ())
    assert found.kind == "attribution"
    assert [(s.value, s.who) for s in found.sides] == [("Iran", "Albania"), ("Iran is in doubt", "Japan")]


# ── polarity ──


def test_it_had_its_effect_against_it_failed() -> None:
    (found,) = disputed((effect("+", of="attack"),), (effect("-", RAMA),))
    assert (found.kind, found.about) == ("polarity", "effect of the cyberattack on Albania")
    assert sides(found) == [
        ("had its effect", "narrator", ("r0",)),
        ("failed or did little", "Edi Rama", ("r1",)),
    ]


def test_one_voice_that_tells_damage_and_repair_is_no_dispute() -> None:
    assert disputed((effect("+"), effect("-")), ()) == []


def test_two_voices_in_one_report_are_a_dispute() -> None:
    assert len(disputed((effect("+"), effect("-", RAMA)), ())) == 1


def test_effects_of_two_kinds_of_attack_are_no_dispute() -> None:
    strike = act("airstrike", HOUTHIS, ARAMCO, on="2022-09-01", id="strike")
    assert disputed((strike, effect("+", of="strike")), (effect("-", of="attack"),), kind="polarity") == []


def test_an_act_told_by_one_and_negated_by_another() -> None:
    done, not_done = act("arrest", ALBANIA, RAMA), act("arrest", ALBANIA, RAMA, status="negated")
    (found,) = disputed((done,), (not_done,))
    assert (found.kind, found.about) == ("polarity", "arrest of Edi Rama by Albania")
    assert [s.value for s in found.sides] == ["it happened", "it did not"]


@pytest.mark.parametrize(
    "other",
    [
        act("arrest", ALBANIA, RAMA, on="2019-01-01", status="negated"),
        act("arrest", IRAN, RAMA, status="negated"),
        act("expel", ALBANIA, RAMA, status="negated"),
    ],
    ids=["other day", "other actor", "other act"],
)
def test_another_act_that_was_not_done_is_no_dispute(other: Part) -> None:
    assert disputed((act("arrest", ALBANIA, RAMA, on="2022-09-01"),), (other,)) == []


def test_that_somebody_did_not_accuse_is_no_dispute() -> None:
    assert disputed((act("accuse", USA, IRAN),), (act("accuse", USA, IRAN, status="negated"),)) == []


# ── dates ──


def test_one_act_on_two_days() -> None:
    (found,) = disputed(
        (act("expel", ALBANIA, IRAN, on="2022-09-07"),), (act("expel", ALBANIA, IRAN, on="2022-09-08"),)
    )
    assert (found.kind, found.about) == ("date", "day of the expulsion order against Iran by Albania")
    assert [(s.value, s.documents) for s in found.sides] == [("2022-09-07", ("r0",)), ("2022-09-08", ("r1",))]


def test_a_meeting_in_two_months() -> None:
    (found,) = disputed(
        (act("cancel_meeting", ALBANIA, None, on="2022-07"),),
        (act("cancel_meeting", None, MEK, on="2022-08"),),
    )
    assert [s.value for s in found.sides] == ["2022-07", "2022-08"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ([act("expel", ALBANIA, IRAN, on="2022-09")], [act("expel", ALBANIA, IRAN, on="2022-09-08")]),
        ([act("expel", ALBANIA, IRAN, on="2018-12-19")], [act("expel", ALBANIA, IRAN, on="2022-09-08")]),
        ([act("expel", ALBANIA, IRAN, on="2022-09-07")], [act("expel", JAPAN, IRAN, on="2022-09-08")]),
        ([act("condemn", USA, IRAN, on="2022-09-07")], [act("condemn", USA, IRAN, on="2022-09-08")]),
        ([act("airstrike", IRAN, SAUDI, on="2022-09-01")], [act("airstrike", IRAN, SAUDI, on="2022-09-08")]),
        (
            [act("expel", ALBANIA, IRAN, on="2022-09-01"), act("expel", ALBANIA, IRAN, on="2022-09-08")],
            [act("expel", ALBANIA, IRAN, on="2022-09-08")],
        ),
    ],
    ids=[
        "finer and coarser",
        "years apart",
        "another actor",
        "speech is repeated",
        "a war",
        "one report tells both",
    ],
)
def test_what_is_no_dispute_of_dates(one: list[Part], other: list[Part]) -> None:
    assert disputed(tuple(one), tuple(other), kind="date") == []


# ── values ──


def expelled(value: float, text: str = "", **more: object) -> Part:
    return number(text or f"{value:g}", value, of="diplomats", concept="diplomats", act="expel", **more)  # type: ignore[arg-type]


def test_the_same_thing_counted_differently() -> None:
    (found,) = disputed((expelled(48),), (expelled(72),))
    assert (found.kind, found.about) == ("value", "number of diplomats (expel)")
    assert [(s.value, s.documents) for s in found.sides] == [("48", ("r0",)), ("72", ("r1",))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (expelled(47), expelled(46, "46 others")),
        (expelled(1000, "about 1,000", mod="about"), expelled(920)),
        (expelled(1000, "nearly 1,000", mod="nearly", high=1000.0), expelled(980)),
        (expelled(2500, "more than 2,500", mod="more_than", low=2500.0), expelled(3000)),
        (expelled(23), expelled(23)),
        (expelled(23), number("60", 60, of="diplomats", concept="diplomats", act="recall_envoy")),
        (expelled(23), number("60", 60, of="diplomats", concept="diplomats")),
        (expelled(23), number("60 km", 60, "km")),
    ],
    ids=["46 others", "about", "nearly", "more than", "same", "another act", "no act", "a measure"],
)
def test_what_is_no_dispute_of_values(one: Part, other: Part) -> None:
    assert disputed((one,), (other,), kind="value") == []


def test_a_report_that_gives_both_numbers_makes_no_dispute_of_values() -> None:
    assert disputed((expelled(48), expelled(72)), (expelled(72),), kind="value") == []


def test_a_bare_noun_is_compared_only_where_each_report_counts_it_once() -> None:
    seven, many = (
        number("seven", 7, of="injured"),
        number("at least 25", 25, of="injured", low=25.0, mod="at_least"),
    )
    (found,) = same_language((seven,), (many,))
    assert [s.value for s in found.sides] == ["7", "25"]
    assert disputed((seven,), (many,)) == [], "a noun means nothing in another language"
    assert same_language((seven, number("three", 3, of="injured")), (many,)) == []
    assert (
        same_language((number("six", 6, of="protesters"),), (number("1,000", 1000, of="protesters"),)) == []
    )


def test_money_of_one_company() -> None:
    lost = number("200 million dollars", 2e8, "USD", near=[ARAMCO])
    other = number("450 million dollars", 4.5e8, "USD", near=[ARAMCO])
    (found,) = disputed((lost,), (other,))
    assert found.about == "USD of Saudi Aramco"
    assert disputed((lost,), (number("450 million dollars", 4.5e8, "USD", near=[MICROSOFT]),)) == []
    assert disputed((lost,), (number("450 million dollars", 4.5e8, "USD", near=[ARAMCO, MICROSOFT]),)) == []


# ── labels ──


def test_terrorists_for_one_and_an_opposition_for_another() -> None:
    (found,) = disputed((label(MEK, "opposition"),), (label(MEK, "hostile", IRAN),))
    assert (found.kind, found.about) == ("label", "what People's Mojahedin is")
    assert sides(found) == [
        ("opposition", "narrator", ("r0",)),
        ("terrorists or criminals", "Iran", ("r1",)),
    ]


def test_one_label_or_labels_of_two_groups_are_no_dispute() -> None:
    assert disputed((label(MEK, "hostile", IRAN),), (label(MEK, "hostile"),)) == []
    assert disputed((label(MEK, "opposition"),), (label(HOUTHIS, "hostile", SAUDI),)) == []


def test_reports_that_agree_have_no_dispute() -> None:
    parts = (
        act("sever_relations", ALBANIA, IRAN, on="2022-09-07"),
        blame(MICROSOFT, IRAN),
        expelled(23),
        effect("+"),
    )
    assert disputed(parts, parts) == []


def test_ids_are_unique_and_every_side_has_its_proof() -> None:
    found = disputed(
        (blame(IRAN, IRAN, "denies"), effect("+"), label(MEK, "hostile", IRAN), expelled(48)),
        (blame(USA, IRAN), effect("-", RAMA), label(MEK, "opposition"), expelled(72)),
    )
    assert [d.kind for d in found] == ["denial", "polarity", "value", "label"]
    assert len({d.id for d in found}) == 4
    for dispute in found:
        for side in dispute.sides:
            assert side.documents
            assert {s.document for s in side.evidence} == set(side.documents)
