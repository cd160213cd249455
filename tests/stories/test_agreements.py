"""Agreements: acts and numbers that witnesses give alike; what meets by chance is none."""

from dragoman.model import Agreement

from .build import ALBANIA, COMMON, IRAN, MEK, Part, act, day, named, number, one_story, report


def agreed(*reports: tuple[Part, ...], wires: tuple[str, ...] = ("x", "y", "z")) -> list[Agreement]:
    """What the reports agree on, but for the attack that they all tell of."""
    languages = ("en", "nl", "ar") if len(set(wires)) == 3 else ("en", "en", "nl")
    made = [
        report(f"r{n}", *COMMON, *parts, wire=wires[n], language=languages[n])
        for n, parts in enumerate(reports)
    ]
    return [a for a in one_story(*made).agreements if "cyberattack" not in a.about]


def test_an_act_that_two_witnesses_tell_is_agreed_on() -> None:
    cut = act("sever_relations", ALBANIA, IRAN, on="2022-09-07")
    (found,) = agreed((cut,), (cut,))
    assert found.about == "severed relations with Iran by Albania"
    assert (found.documents, found.languages, found.independent_sources) == (("r0", "r1"), ("en", "nl"), 2)


def test_what_a_report_and_its_copy_tell_is_not_agreed_on() -> None:
    cut = act("sever_relations", ALBANIA, IRAN, on="2022-09-07")
    assert agreed((cut,), (cut,), wires=("x", "x", "y")) == []


def test_an_act_that_did_not_happen_is_no_agreement() -> None:
    kept = act("sever_relations", ALBANIA, IRAN, status="negated")
    assert agreed((kept,), (kept,)) == []


def test_a_measure_of_the_same_thing_is_agreed_on_across_languages() -> None:
    (found,) = agreed(
        (number("30 km", 30, "km", near=[MEK]),),
        (number("30 kilometer", 30, "km", near=[MEK]),),
    )
    assert found.about == "30 km (People's Mojahedin)"
    assert found.value == "30"
    assert [s.evidence.text for s in found.support] == ["30 km", "30 kilometer"]


def test_a_measure_of_two_things_is_not() -> None:
    assert agreed((number("30 km", 30, "km", near=[MEK]),), (number("30 km", 30, "km", near=[IRAN]),)) == []


def test_two_weeks_are_fourteen_days() -> None:
    (found,) = agreed(
        (number("two weeks", 2, "week", near=[IRAN]),), (number("14 dagen", 14, "day", near=[IRAN]),)
    )
    assert found.about == "14 days (Iran)"


def test_about_three_thousand_and_more_than_three_thousand_agree() -> None:
    (found,) = agreed(
        (
            day("2016", "2016"),
            number("about 3,000", 3000, of="members", mod="about", near=[MEK]),
        ),
        (number("meer dan 3.000", 3000, of="dissidenten", mod="more_than", low=3000, near=[MEK]),),
    )
    assert found.about == "about 3,000 members (People's Mojahedin)"


def test_small_counts_need_the_same_counted_thing() -> None:
    four = number("four", 4, of="men", near=[IRAN])
    assert agreed((four,), (number("vier", 4, of="schepen", near=[IRAN]),)) == []
    (found,) = agreed(
        (number("four", 4, of="diplomats", concept="diplomats", act="expel", near=[IRAN]),),
        (number("vier", 4, of="diplomaten", concept="diplomats", act="expel", near=[IRAN]),),
    )
    assert found.about == "4 diplomats (Iran)"


def test_a_number_that_nothing_is_counted_with_is_no_agreement() -> None:
    assert agreed((number("250", 250, near=[IRAN]),), (number("250", 250, near=[IRAN]),)) == []


def test_a_number_without_a_value_is_no_agreement() -> None:
    dozens = number("dozens", None, of="men", low=20, high=99, near=[IRAN])
    assert agreed((dozens,), (dozens,)) == []


def test_three_witnesses_are_counted_and_copies_are_not() -> None:
    hours = (number("24 hours", 24, "hour", near=[IRAN]),)
    (found,) = agreed(hours, hours, hours)
    assert found.independent_sources == 3
    (found,) = agreed(hours, hours, hours, wires=("x", "x", "y"))
    assert found.independent_sources == 2


def test_every_agreement_has_its_proof_and_reason() -> None:
    parts = (act("expel", ALBANIA, IRAN), number("24 hours", 24, "hour", near=[IRAN]), named(MEK))
    found = agreed(parts, parts)
    assert len(found) == 2
    for agreement in found:
        assert {s.document for s in agreement.support} == {"r0", "r1"}
        assert agreement.because
