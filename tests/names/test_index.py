"""Blocking keys and the index."""

import pytest

import dragoman.names as names


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Edi Rama", "إيدي راما"),
        ("George Bush", "جورج بوش"),
        ("Geert Wilders", "خيرت فيلدرز"),
        ("Benjamin Netanyahu", "בנימין נתניהו"),
        ("Bob Corker", "Роберт Коркер"),
        ("Viktor Yushchenko", "Віктор Ющенко"),
        ("Emmanuel Macron", "埃马纽埃尔·马克龙"),
        ("Mojahedin", "مجاهدين"),
        ("People's Party", "حزب الشعب"),
        ("Germany", "ألمانيا"),
    ],
)
def test_spellings_of_one_name_share_a_key(a: str, b: str) -> None:
    assert names.keys(a) & names.keys(b)


def test_other_names_mostly_share_none() -> None:
    people = ["Edi Rama", "Angela Merkel", "جو بايدن", "Сергей Лавров", "Κυριάκος Μητσοτάκης", "马克龙"]
    shared = sum(
        bool(names.keys(one) & names.keys(other)) for one in people for other in people if one < other
    )
    assert shared <= 1


def test_index_finds_by_any_script_and_any_alias() -> None:
    index: names.Index[str] = names.Index()
    index.add("Edi Rama", "rama")
    index.add("Ali Bagheri", "bagheri")
    index.add("علی باقری", "bagheri")
    index.add("Ivan Petrov", "petrov")
    assert "rama" in index.candidates("إيدي راما")
    assert "bagheri" in index.candidates("Али Багери")
    assert index.candidates("Иван Петров") == {"petrov"}
    assert index.candidates("") == set()
