"""The page of what each language's date and number words hold is made from the packs, and current."""

from dragoman.times.coverage import PAGE, languages, render


def test_page_is_what_the_packs_give() -> None:
    assert PAGE.read_text(encoding="utf-8") == render(), "run: python -m dragoman.times.coverage"


def test_every_language_with_date_words_stands_on_it() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert languages()
    assert all(page.count(f"({code}) |") >= 1 for code in languages())
