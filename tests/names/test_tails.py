"""Case endings, and the other ways in which the same name is written differently."""

import pytest

import dragoman.names as names


@pytest.mark.parametrize(
    ("inflected", "lemma", "lang"),
    [
        ("Владимиром Путиным", "Vladimir Putin", "ru"),
        ("Володимира Зеленського", "Volodymyr Zelensky", "uk"),
        ("Асадоллы Асади", "أسد الله أسدي", "ru"),
        ("Angely Merkelové", "Angela Merkel", "cs"),
        ("Donaldem Trumpem", "Donald Trump", "pl"),
        ("Κυριάκου Μητσοτάκη", "Κυριάκος Μητσοτάκης", "el"),
    ],
)
def test_a_case_ending_hides_no_name(inflected: str, lemma: str, lang: str) -> None:
    assert names.similarity(inflected, lemma, lang, "en") >= 0.8


def test_latin_endings_need_a_language_that_has_them() -> None:
    assert names.similarity("Jan Novakem", "Jan Novak", "en", "en") < names.similarity(
        "Jan Novakem", "Jan Novak", "cs", "cs"
    )


def test_a_longer_surname_is_no_ending() -> None:
    assert names.similarity("Эди Рамазанов", "Edi Rama", "ru", "en") < 0.5


def test_only_given_names_met() -> None:
    """Hussein Muhammad may be anybody; the surname nobody met speaks against."""
    found = names.compare("Husayn Muhammad al-Juaythini", "Hussein Muhammad")
    assert found.score < 0.8
    assert "only given names met" in {reason.note for reason in found.because}


def test_numerals_tell_popes_apart_and_initials_presidents() -> None:
    assert names.similarity("Pius XI", "Πίος ΙΑ΄") > 0.9
    assert names.similarity("Pius XI", "Πίος ΙΒ΄") < 0.7
    assert names.similarity("George W. Bush", "George Bush") > 0.9
    assert names.similarity("George W. Bush", "George H. Bush") < 0.9


def test_places_forgive_what_people_do_not() -> None:
    place = names.similarity("Salisbury", "سالزبري، ماريلاند", kind="place")
    assert place > names.similarity("Salisbury", "سالزبري، ماريلاند", kind="person") + 0.1
    assert names.similarity("Kaufman County", "Кауфман", kind="place") > 0.9
    assert names.similarity("Springfield, Ohio", "Springfield, Maine", kind="place") < 0.6


def test_legal_forms_and_word_order_of_companies() -> None:
    assert names.similarity("Qavvamin Bank", "BANK QAVAMIN PJSC", kind="org") > 0.85
    assert names.similarity("ООО Лавина Пульс", "Lavina Puls LLC", kind="org") > 0.85
