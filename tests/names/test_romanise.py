"""One readable Latin form."""

import pytest

import dragoman.names as names


@pytest.mark.parametrize(
    ("name", "lang", "latin"),
    [
        ("إيدي راما", "ar", "Idi Rama"),
        ("محمد بن سلمان", "ar", "Muhammad bin Salman"),
        ("عبد الرحمن الراشد", "ar", "Abdul Rahman al-Rashed"),
        ("محمود احمدی‌نژاد", "fa", "Mahmoud Ahmadinejad"),
        ("حسن روحانی", "fa", "Hassan Rouhani"),
        ("Сергей Лавров", "ru", "Sergey Lavrov"),
        ("Володимир Зеленський", "uk", "Volodymyr Zelenskyi"),
        ("Григорій Галаган", "uk", "Hryhoriy Halahan"),
        ("Бойко Борисов", "bg", "Boyko Borisov"),
        ("Κυριάκος Μητσοτάκης", "el", "Kyriakos Mitsotakis"),
        ("בנימין נתניהו", "he", "Benjamin Netanyahu"),
        ("习近平", "zh", "Xi Jinping"),
        ("მიხეილ სააკაშვილი", "ka", "Mikheil Saakashvili"),
        ("Edi Rama", "en", "Edi Rama"),
        ("安倍晋三", "ja", "安倍晋三"),
        ("", None, ""),
    ],
)
def test_romanise(name: str, lang: str | None, latin: str) -> None:
    assert names.romanise(name, lang) == latin


def test_a_romanised_name_is_still_the_name() -> None:
    for name in ("إيدي راما", "Сергей Лавров", "Κυριάκος Μητσοτάκης", "აფრასიძე ლევან"):
        assert names.similarity(name, names.romanise(name)) > 0.85
