"""Promises of find_dates that hold for any text."""

import json
import re
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.times import find_dates, published_from_text
from dragoman.times.find import forget
from dragoman.times.lexicon import time_pack

LANGUAGES = ("en", "nl", "ar", "de", "fr", "es", "ru", "tr", "fa", "zh", "xx")
SNIPPETS = """
on the 3rd of May 2019 last Wednesday evening March 11 1999-2014 2004-14 mid-August today two weeks ago
from to
sinds juli drie dagen later de nacht van vrijdag op zaterdag 14 september vorig jaar maandagavond
2017-05-23 12/5 Q3
14. - 15.10.2018 du 13 au 15 juillet 28/2-1/3 el 16 le 23. am 15.2. XVIe siècle 16. Jahrhundert 1970-х
2016'nın ilk haftası Mart'ta 去年 3月 上半年 第一个 星期一 二〇一六年 ۱۶ بهمن Easter 2019 H1 2016
منتصف أغسطس/آب الماضي اليوم الأربعاء ١٥ يوليو تموز في عام 2016 هـ 1441 محرم أمس ( ) / - , .
0 9999 31 30 February CVE-2021-44228 10.5.2 İstanbul \u200f \u0640 99999999999999999999 ²
"""
WORDS = re.findall(r"\S+|\n", SNIPPETS)
VALUE = re.compile(r"-?\d{4}(?:-\d\d(?:-\d\d)?)?(?:/-?\d{4}(?:-\d\d(?:-\d\d)?)?)?")
texts = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=12).map("".join),
)


@settings(max_examples=150, deadline=None)
@given(texts, st.sampled_from(LANGUAGES), st.sampled_from([None, "2022-09-20", "0001-01-01", "9999-12-31"]))
def test_spans_are_verbatim_ordered_and_apart(text: str, language: str, published: str | None) -> None:
    found = find_dates(text, language, published)
    assert all(text[d.start : d.end] == d.text != "" for d in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(d.because and d.because[0].note for d in found)
    published_from_text(text, language)


@settings(max_examples=60, deadline=None)
@given(texts, st.sampled_from(LANGUAGES))
def test_a_paragraph_before_shifts_offsets_and_nothing_else(text: str, language: str) -> None:
    before = "Nothing here. İ\u200f\n\n"
    plain = find_dates("\n\n" + text, language, "2022-09-20")
    later = find_dates(before + text, language, "2022-09-20")
    assert [(d.start - 2, d.text, d.value) for d in plain] == [
        (d.start - len(before), d.text, d.value) for d in later
    ]


@pytest.mark.parametrize("value", ["20/09/2022", "yesterday"])
def test_a_published_that_is_no_date_is_told(value: str) -> None:
    with pytest.raises(ValueError, match="isoformat"):
        find_dates("on Monday", "en", value)


def test_without_publication_date_only_what_is_written_has_a_value() -> None:
    found = find_dates("On Monday, in July and on 3 May 2019.", "en")
    assert [(d.text, d.value) for d in found] == [
        ("Monday", None),
        ("July", None),
        ("3 May 2019", "2019-05-03"),
    ]
    assert found[0].because[0].note == "no date to count from"


def test_because_says_the_rule_and_the_reading() -> None:
    (found,) = find_dates("Londen wees dinsdag de groep aan.", "nl", "2022-09-21")
    reason = found.because[0]
    assert (reason.rule, reason.note) == (
        "date:nl.weekday",
        "past reading: the last such day up to 2022-09-21",
    )


def test_spans_keep_the_rest_unread() -> None:
    text = "Page of 3 May 2001. The bank closed on Monday."
    found = find_dates(text, "en", "2022-09-21", spans=[(20, len(text))])
    assert [(d.text, d.value) for d in found] == [("Monday", "2022-09-19")]


def test_an_unknown_language_still_has_numeric_dates() -> None:
    text = "Zzz 2022-09-07 zzz 1999-2014 zzz 10.5.2"
    assert [(d.text, d.value) for d in find_dates(text, "xx")] == [
        ("2022-09-07", "2022-09-07"),
        ("1999-2014", "1999/2014"),
    ]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("A title\nThe Ledger, Saturday 24 June 2017\n\nBody.", "en", "2017-06-24"),
        ("LONDON, Feb 15 (Agency) - The attack of 27 January 2018 was theirs.", "en", "2018-02-15"),
        (
            "DEN HAAG, 20 september (Bureau) — De aanval van 3 augustus 2022 trof een haven.",
            "nl",
            "2022-09-20",
        ),
        ("الرياض 15 سبتمبر أيلول (وكالة) - وقع الهجوم في 14 سبتمبر 2019.", "ar", "2019-09-15"),
        ("LONDON, Feb 15 (Agency) - The attack was theirs.", "en", None),
        ("20 september (Bureau) — In december 2018 trof een aanval de haven.", "nl", None),
        (
            "The raid of 3 May 2019 failed, the court heard, and nobody was held to account for it at all.",
            "en",
            None,
        ),
    ],
)
def test_published_from_the_head_of_the_text(text: str, language: str, expected: str | None) -> None:
    found = published_from_text(text, language)
    assert (found[0] if found else None) == expected
    assert found is None or found[1]


def test_every_value_of_the_annotated_cases_is_a_day_month_year_or_span() -> None:
    folder = Path(__file__).parents[2] / "shared" / "cases"
    if not folder.is_dir():
        pytest.skip("no annotated cases beside the checkout")
    for path in sorted(folder.glob("*/*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        for d in find_dates(gold["text"], gold["language"], gold["published"]):
            assert d.value is None or VALUE.fullmatch(d.value)


# Digits that are no date in any language: versions, addresses, scores, phones, identifiers, shares, money.
NO_DATES = """
CVE-2021-44228 10.5.2 10.5.2.17 192.168.10.12 3-2 6:4 +1-202-555-0199 020-555-1984 00212-5-22-43 $2016 €1998
UNC1549 ISO-27001 A/RES/68/262 1,950
1.998.000 2016% v2019.1 b2011 9/11 12345678 #2014 2018:44 0.2017 1900x1200
2001:db8::1 3-2-1 99-2018-77 2000-13-45 31/31/2019
"""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("digits", NO_DATES.split())
def test_digits_that_are_no_date(language: str, digits: str) -> None:
    for text in (f"Zzz {digits} zzz.", f"(Zzz {digits})", f"Zzz: {digits}, {digits}"):
        assert [(d.text, d.value) for d in find_dates(text, language, "2022-09-20")] == []


PACKS = [language for language in LANGUAGES if language != "xx"]


@pytest.mark.parametrize("language", PACKS)
def test_a_number_after_a_word_that_makes_it_a_name_is_no_date(language: str) -> None:
    pack = time_pack(language)
    assert pack is not None
    assert pack.blocks
    for word in sorted(pack.blocks):
        if word[-1].isalpha() and " " not in word and word not in pack.vocabulary:
            for number in ("2014", "15/2014", "2014-12", "3/2015"):
                text = f"Zzz {word} {number}."
                assert [(d.text, d.value) for d in find_dates(text, language, "2022-09-20")] == [], text


@pytest.mark.parametrize(
    ("language", "piece"),
    [
        ("en", "12 March 3 May 2016 7 1999 - "),
        ("de", "12. März 3 Mai 2016 7. am 14.10. "),
        ("ar", "12 مارس 3 مايو 2016 7 "),
        ("zh", "12月3日5月2016年7日"),
        ("tr", "12 Mart'ta 3 Mayıs 2016'da 7 "),
        ("en", "9"),
        ("fr", "1-"),
    ],
)
def test_time_grows_with_the_length_of_the_text(language: str, piece: str) -> None:
    """Four times the text takes about four times as long; going back over it would take sixteen."""

    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        begin = time.process_time()
        find_dates(text, language, "2022-09-20")
        return time.process_time() - begin

    find_dates(piece * 20, language, "2022-09-20")
    short = min(seconds(20_000) for _ in range(3))
    assert seconds(80_000) < 10 * short + 0.05


@settings(max_examples=80, deadline=None)
@given(texts, st.sampled_from(PACKS))
def test_what_was_read_before_changes_nothing(text: str, language: str) -> None:
    """What is kept of windows of words gives what reading them anew gives."""
    first = find_dates("Zzz " + text, language, "2022-09-20")
    forget(language)
    assert find_dates("Zzz " + text, language, "2022-09-20") == first


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "2020"),
        ("en", "The code is 32 - 2015."),
        ("en", "Lot 2012 80 10 was sold."),
        ("en", "It is in resolution 2015-32."),
        ("nl", "1-2"),
        ("nl", "zo"),
        ("fr", "Le 32 janvier 2015"),
        ("vi", "ngày 0 tháng 4 năm 2000"),
        ("ko", "2015년 32월"),
    ],
)
def test_a_number_without_a_word_of_dates_beside_it_is_none(language: str, text: str) -> None:
    assert find_dates(text, language, "2022-09-20") == ()


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "In 2015 12 people died.", "2015"),
        ("en", "The law of 32, 2015 was new.", "2015"),
        ("tr", "2015'te 12 kişi öldü.", "2015"),
        ("en", "It was 2015 - 2017.", "2015/2017"),
        ("en", "The season 2019-20 ended.", "2019/2020"),
        ("nl", "15-2", "2022-02-15"),
        ("de", "Montag", "2022-09-19"),
    ],
)
def test_a_number_with_one_is(language: str, text: str, value: str) -> None:
    assert [d.value for d in find_dates(text, language, "2022-09-20")] == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Wednesday", "2022-09-14"),
        ("on Wednesday", "2022-09-14"),
        ("It was Wednesday.", "2022-09-14"),
        ("the week of 6 October", "2022-10-03/2022-10-09"),
        ("We left in the week of 3 February.", "2022-01-31/2022-02-06"),
        ("a year after Christmas", "2022-12-25"),
    ],
)
def test_a_text_that_is_all_date_looks_back_like_any_other(text: str, value: str) -> None:
    assert [d.value for d in find_dates(text, "en", "2022-09-20")] == [value]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "It rose in the second half of May 2019.", "2019-05-16/2019-05-31"),
        ("en", "It rose in the first half of the 19th century.", "1801/1850"),
        ("de", "Es geschah am 14./15. Oktober 2020.", "2020-10-14/2020-10-15"),
        ("de", "Es dauerte vom 13. - 15. Juli 2020.", "2020-07-13/2020-07-15"),
        ("fr", "Il y resta du lundi 1er au mercredi 10 juillet.", "2022-07-01/2022-07-10"),
        ("en", "We met on Friday the 16th and left.", "2022-09-16"),
        ("en", "It opens two weeks from today.", "2022-10-04"),
    ],
)
def test_halves_and_ranges(language: str, text: str, value: str) -> None:
    assert [d.value for d in find_dates(text, language, "2022-09-20")] == [value]


@pytest.mark.parametrize(
    ("unit", "language"),
    [("3/4 ", "en"), ("3.4 ", "nl"), ("1. 2. ", "cs"), ("March 12 ", "en"), ("\n", "en")],
)
def test_time_grows_with_the_text_and_no_faster(unit: str, language: str) -> None:
    def seconds(times: int) -> float:
        start = time.process_time()
        find_dates(unit * times + "3 March 2020", language, "2020-01-01")
        return time.process_time() - start

    seconds(500)
    assert min(seconds(8000), seconds(8000)) < 8 * max(min(seconds(2000), seconds(2000)), 0.01)


def test_a_number_beyond_all_years_is_no_decade() -> None:
    # The word is a contract as well as a decade.
    assert find_dates("تم توقيع مليونين عقد في المدينة.", "ar", "2022-01-01") == ()


def test_what_is_said_in_a_clause_is_told_apart_from_its_saying() -> None:
    found = find_dates("The court said on Thursday it will rule on Tuesday.", "en", "2022-09-10")
    assert [date.value for date in found] == ["2022-09-08", "2022-09-13"]


def test_a_passive_that_looks_ahead_is_no_saying() -> None:
    found = find_dates("The verdict will be announced on Tuesday.", "en", "2022-09-10")
    assert [date.value for date in found] == ["2022-09-13"]


def test_a_name_with_the_ending_of_a_verb_does_not_look_ahead() -> None:
    found = find_dates("El grupo atacó Teherán en octubre.", "es", "2022-09-10")
    assert [date.value for date in found] == ["2021-10"]
