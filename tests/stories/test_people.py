"""People: one man spelt in three scripts is one; two men of one given name are two."""

import pytest

from dragoman.model import Actor, Party
from dragoman.stories.people import People

from .build import ALBANIA, GRU, IRAN, RAMA, RUSSIA, Part, met, met_party, named, report


def actors(*rows: tuple[str, Part]) -> dict[str, Actor]:
    """The actors of a story of one report a row, in the language given with it."""
    made = [report(f"r{n}", part, language=language) for n, (language, part) in enumerate(rows)]
    return {a.id: a for a in People(made).actors()}


@pytest.mark.parametrize(
    ("one", "other", "languages"),
    [
        ("Farhad Mirzoyev", "Фархад Мирзоев", ("en", "ru")),
        ("Selim Karaduman", "سليم كارادومان", ("nl", "ar")),
        ("Dmitri Sokolov", "Dmitry Sokolov", ("nl", "en")),
    ],
)
def test_a_met_name_in_two_spellings_is_one_person(one: str, other: str, languages: tuple[str, str]) -> None:
    found = actors((languages[0], met(one)), (languages[1], met(other)))
    assert len(found) == 1
    (person,) = found.values()
    assert person.names == {languages[0]: (one,), languages[1]: (other,)}
    assert person.because[0].rule == "names:similarity"
    assert set(person.documents) == {"r0", "r1"}


def test_a_met_name_joins_the_known_person_it_spells() -> None:
    found = actors(("en", named(RAMA)), ("ru", met("Эди Рама")))
    assert set(found) == {RAMA.id}
    assert found[RAMA.id].label == "Edi Rama"


def test_two_people_with_one_given_name_stay_two() -> None:
    found = actors(("en", met("Mohammed Al-Sabri")), ("en", met("Mohammed Khattab")))
    assert len(found) == 2


def test_a_person_and_a_company_of_one_name_stay_two() -> None:
    assert len(actors(("en", met("Jorvald Hennike", "person")), ("nl", met("Jorvald Hennikes", "org")))) == 2


def test_bodies_with_names_of_common_words_stay_two() -> None:
    one, other = met("Northern Maritime Authority", "org"), met("Northern Maritime Academy", "org")
    assert len(actors(("en", one), ("en", other))) == 2


def test_a_surname_joins_the_only_one_who_bears_it() -> None:
    found = actors(("nl", met("Aldo Breukelman")), ("nl", met("Breukelman")))
    assert len(found) == 1
    assert next(iter(found.values())).label == "Aldo Breukelman"


def test_a_surname_of_two_joins_neither() -> None:
    found = actors(("nl", met("Aldo Breukelman")), ("nl", met("Hanna Breukelman")), ("nl", met("Breukelman")))
    assert len(found) == 3


def test_a_given_name_alone_joins_nobody() -> None:
    assert len(actors(("nl", met("Aldo Breukelman")), ("nl", met("Aldo")))) == 2


def test_a_single_word_never_joins_across_scripts() -> None:
    assert len(actors(("en", met("Karim Dallal")), ("ar", met("دلال")))) == 2


def test_a_party_is_given_under_the_identity_and_label_of_the_story() -> None:
    people = People([report("en", named(RAMA)), report("ru", met("Эди Рама"), language="ru")])
    assert people.party(met_party("Эди Рама")) == RAMA
    assert people.party(None) is None
    stranger = Party("met:nobody", "Nobody")
    assert people.party(stranger) == stranger


def test_the_state_that_a_party_acts_for() -> None:
    people = People([report("a", named(GRU), named(RUSSIA), named(RAMA))])
    assert people.acts_for(RUSSIA) == "RUS"
    assert people.acts_for(GRU) == "RUS"
    assert people.acts_for(RAMA) is None, "no sector says that he acts for a state here"
    assert people.country(RAMA) == "ALB"
    assert people.acts_for(IRAN) == "IRN"


def test_the_actors_in_most_reports_come_first() -> None:
    made = [report("a", named(IRAN), named(ALBANIA)), report("b", named(ALBANIA))]
    assert [a.label for a in People(made).actors()] == ["Albania", "Iran"]


def test_who_is_who_does_not_depend_on_the_order_of_reports() -> None:
    made = [
        report("a", met("Farhad Mirzoyev")),
        report("b", met("Фархад Мирзоев"), language="ru"),
        report("c", met("Farkhad Mirzoev"), language="nl"),
        report("d", named(RAMA)),
    ]
    assert People(made).actors() == People(made[::-1]).actors()
