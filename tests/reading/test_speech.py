"""Whose words an act stands in, and what that makes of it. One sentence, one fact about reading."""

from typing import NamedTuple

import pytest

from dragoman.model import Document, Reading
from dragoman.reading import read_document
from dragoman.reading.examples import lines_of


def read(text: str, language: str) -> Reading:
    return read_document(Document(id="x", text=text, language=language, published="2024-03-22"))


class Case(NamedTuple):
    language: str
    text: str
    gives: tuple[str, ...]
    never: tuple[str, ...] = ()
    """Openings of lines that must not be there."""


CASES = {
    "an accusation is an event and an attribution, the act in it is alleged": Case(
        "en",
        "Japan accused North Korea of hacking a bank.",
        ("ACCUSE Japan > North Korea occurred", "BLAME Japan > North Korea stated", "SAYS Japan accuse"),
        ("COERCE North Korea > - occurred",),
    ),
    "speech nests: who reports is no accuser": Case(
        "en",
        "Sweden said that Norway had accused Russia of sabotage.",
        ("ACCUSE Norway > Russia occurred", "BLAME Norway > Russia stated"),
        ("BLAME Sweden", "ACCUSE Sweden"),
    ),
    "a denial is no accusation": Case(
        "en",
        "Russia denied that it was behind the cyberattack on Estonia.",
        ("DENY Russia > Russia stated", "SAYS Russia deny"),
        ("BLAME", "COERCE Russia > Estonia occurred"),
    ),
    "a denial of what is no charge blames nobody": Case(
        "en",
        "The Portuguese minister rejected the offer. The airline denied that it would merge.",
        (),
        ("DENY", "BLAME"),
    ),
    "an Arabic fine is no Malian": Case(
        "ar",
        "قضت المحكمة بغرامة مالية بحق الشركة.",
        (),
        ("COERCE Mali", "BLAME Mali"),
    ),
    "a plan is not done": Case(
        "en",
        "Latvia will expel two Belarusian diplomats.",
        ("SANCTION Latvia > Belarus planned",),
        ("SANCTION Latvia > Belarus occurred",),
    ),
    "what did not happen is negated": Case(
        "en",
        "Hungary did not expel the Russian ambassador.",
        ("SANCTION Hungary > Russia negated",),
        ("SANCTION Hungary > Russia occurred",),
    ),
    "advice and conditions are no events": Case(
        "en",
        "Estonia should expel the Russian ambassador. If Finland closes the border, trade will suffer.",
        (),
        ("SANCTION", "COERCE"),
    ),
    "the passive turns the parties round": Case(
        "en",
        "Two Russian diplomats were expelled by Moldova.",
        ("SANCTION Moldova > Russia occurred",),
        ("SANCTION Russia",),
    ),
    "nobody named means nobody": Case(
        "en",
        "The Iranian embassy in Copenhagen was attacked.",
        (),
        ("ASSAULT Denmark", "ASSAULT Iran >", "BLAME"),
    ),
    "certainty is the speaker's": Case(
        "en",
        "Canada said Russia was almost certainly responsible for the cyberattack.",
        ("BLAME Canada > Russia almost_certain",),
        ("BLAME Canada > Russia stated",),
    ),
    "somebody responsible for a task is to blame for nothing": Case(
        "en",
        "Spain said that Portugal was responsible for border checks.",
        (),
        ("BLAME", "ACCUSE"),
    ),
    "a Dutch subordinate clause has its verb last": Case(
        "nl",
        "Zweden zegt dat Rusland twee Zweedse diplomaten heeft uitgezet.",
        ("SANCTION Russia > Sweden occurred",),
        ("SANCTION Sweden",),
    ),
    "Dutch inversion does not turn the parties round": Case(
        "nl",
        "Vrijdag beschuldigde Polen Wit-Rusland van sabotage.",
        ("ACCUSE Poland > Belarus occurred", "BLAME Poland > Belarus stated"),
        ("BLAME Belarus",),
    ),
    "the Dutch plural passive": Case(
        "nl",
        "Drie Chinese diplomaten zijn door Litouwen uitgezet.",
        ("SANCTION Lithuania > China occurred",),
    ),
    "Dutch hearsay keeps its distance": Case(
        "nl",
        "Rusland zou de bank hebben gehackt.",
        (),
        ("COERCE Russia > - occurred",),
    ),
    "who calls is not who is called": Case(
        "nl",
        "Wie de Houthi's terroristen noemt, kiest partij.",
        (),
        ("ACCUSE Houthis", "SAYS Houthis"),
    ),
    "an Arabic verb comes first": Case(
        "ar",
        "اتهمت اليابان كوريا الشمالية بالوقوف وراء الهجوم الإلكتروني.",
        ("ACCUSE Japan > North Korea occurred", "BLAME Japan > North Korea stated"),
        ("BLAME North Korea",),
    ),
    "an Arabic verbal noun is an act": Case(
        "ar",
        "أعلنت بولندا طرد دبلوماسيين روسيين.",
        ("SANCTION Poland > Russia occurred",),
    ),
    "an Arabic denial": Case(
        "ar",
        "نفت روسيا أي صلة لها بالهجوم.",
        ("DENY Russia > Russia stated",),
        ("BLAME",),
    ),
    "an adjective behind a name is no second party": Case(
        "ar",
        "أعلنت جماعة الحوثي اليمنية مسؤوليتها عن الهجوم.",
        ("CLAIM Houthis > Houthis stated",),
        ("CLAIM Yemen", "BLAME"),
    ),
    "all members of a list act": Case(
        "ar",
        "أعلنت السعودية والإمارات والبحرين ومصر قطع علاقاتها الدبلوماسية مع قطر.",
        ("SANCTION Bahrain > Qatar occurred", "SANCTION Egypt > Qatar occurred"),
        ("BLAME", "SANCTION Qatar"),
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_speech(case: Case) -> None:
    found = lines_of(read(case.text, case.language))
    assert set(case.gives) <= set(found), found
    assert not [line for line in found if line.startswith(case.never or ("\0",))], found


def test_a_quotation_has_a_speaker_and_its_words_are_alleged() -> None:
    reading = read("“Russia attacked our bank,” the Estonian prime minister said.", "en")
    assert [s.quoted for s in reading.statements] == [True]
    assert [e.status for e in reading.events if e.type in ("ASSAULT", "COERCE")] == ["alleged"]


@pytest.mark.parametrize("language", ["en", "nl", "ar"])
def test_a_text_without_acts_gives_none(language: str) -> None:
    text = {
        "en": "The bakery on the corner sells bread and cakes. It opens at seven.",
        "nl": "De bakker op de hoek verkoopt brood en taart. Hij gaat om zeven uur open.",
        "ar": "يبيع المخبز في الزاوية الخبز والكعك. ويفتح أبوابه في السابعة.",
    }[language]
    reading = read(text, language)
    assert [*reading.events, *reading.attributions, *reading.statements] == []


def test_a_latin_acronym_does_not_give_arabic_capitals() -> None:
    """Where a script has no capitals, a post in front makes a name; "FBI" does not change the script."""
    reading = read("قال وزير الدفاع كريم صباغ إن تقرير FBI صحيح.", "ar")
    assert "كريم صباغ" in {m.text for e in reading.entities if e.type == "person" for m in e.mentions}


@pytest.mark.parametrize("text", ["100٠ \t", "100 \t 5", "7 \t"])
def test_a_word_of_blanks_after_a_number_is_read(text: str) -> None:
    assert read(text, "ar").text == text
