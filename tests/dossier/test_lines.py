"""Lines: coded values read as English, for every act in every state, and say no more than the codes."""

import pytest

from dragoman.dossier.lines import deed, dispute_line, event_line, is_plural, ledger_line, name
from dragoman.dossier.phrases import load
from dragoman.model import Dispute, LedgerLine, Party, Side

ALBANIA, IRAN = Party("country:ALB", "Albania"), Party("country:IRN", "Iran")
USA, HOUTHIS = Party("country:USA", "United States"), Party("group:houthis", "Houthis")
RAMA = Party("person:rama", "Edi Rama")
STATES = ("occurred", "planned", "threatened", "alleged", "denied", "negated")
PLOVER = (
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION "
    "MOBILIZE COERCE ASSAULT"
)


@pytest.mark.parametrize(
    ("concept", "actor", "recipient", "status", "expected"),
    [
        ("sever_relations", ALBANIA, IRAN, "occurred", "Albania severed diplomatic relations with Iran"),
        ("sever_relations", None, IRAN, "occurred", "Diplomatic relations with Iran were severed"),
        ("sever_relations", ALBANIA, None, "threatened", "Albania threatened to sever diplomatic relations"),
        ("expel", ALBANIA, IRAN, "occurred", "Albania expelled representatives of Iran"),
        ("expel", ALBANIA, RAMA, "negated", "Albania did not expel Edi Rama"),
        ("expel", None, RAMA, "planned", "Edi Rama was to be expelled"),
        ("expel", None, None, "occurred", "An expulsion took place"),
        ("cyberattack", IRAN, ALBANIA, "alleged", "Iran allegedly carried out a cyberattack on Albania"),
        (
            "cyberattack",
            IRAN,
            ALBANIA,
            "denied",
            "It is denied that Iran carried out a cyberattack on Albania",
        ),
        ("cyberattack", None, ALBANIA, "occurred", "A cyberattack on Albania took place"),
        ("cyber_attack", None, None, "alleged", "A cyberattack allegedly took place"),
        ("attack", None, HOUTHIS, "occurred", "The Houthis were attacked"),
        ("attack", USA, HOUTHIS, "planned", "The United States planned to attack the Houthis"),
        ("deny", IRAN, ALBANIA, "denied", "Iran rejected the accusation made by Albania"),
        ("threaten", IRAN, USA, "threatened", "Iran threatened the United States"),
        ("meet", RAMA, None, "planned", "Edi Rama planned to meet"),
        ("condemn", USA, None, "occurred", "The United States condemned what happened"),
    ],
)
def test_event_line(
    concept: str, actor: Party | None, recipient: Party | None, status: str, expected: str
) -> None:
    assert event_line("X", None, concept, actor, recipient, status) == expected


@pytest.mark.parametrize("kind", PLOVER.split())
def test_every_plover_type_has_a_line_without_a_concept(kind: str) -> None:
    line = event_line(kind, None, None, ALBANIA, IRAN, title="the title")
    assert line.startswith("Albania ")
    assert "Iran" in line
    assert line != event_line(kind, None, "a_sense_nobody_knows", IRAN, ALBANIA)
    assert line == event_line(kind, "no-such-mode", "a_sense_nobody_knows", ALBANIA, IRAN)


def test_mode_is_finer_than_type_and_the_title_is_the_last_resort() -> None:
    assert event_line("COERCE", "cyber", None, IRAN, ALBANIA) == "Iran carried out a cyberattack on Albania"
    assert event_line("X", None, None, IRAN, ALBANIA, title="What happened") == "What happened"
    assert event_line("X", None, None, IRAN, ALBANIA) == "X: Iran → Albania"


@pytest.mark.parametrize("concept", load().acts.act)
@pytest.mark.parametrize("status", STATES)
def test_every_act_reads_in_every_state(concept: str, status: str) -> None:
    kind, sense = (concept, None) if concept.isupper() else ("X", concept)
    for actor in (ALBANIA, None):
        for recipient in (IRAN, RAMA, None):
            line = event_line(kind, None, sense, actor, recipient, status)
            assert "{" not in line
            assert "  " not in line
            assert line[0].isupper()
            assert line == line.strip()
            assert recipient is None or recipient.label in line or concept == "resign"
            assert actor is None or "Albania" in line
            assert actor is not None or "Albania" not in line


def test_an_act_on_oneself_names_the_party_once() -> None:
    assert event_line("X", None, "deny", IRAN, IRAN) == "Iran rejected the accusation"


def test_a_name_with_braces_is_no_slot() -> None:
    odd = Party("met:odd", "{recipient} {was}")
    assert event_line("X", None, "attack", odd, ALBANIA) == "{recipient} {was} attacked Albania"


@pytest.mark.parametrize(
    ("by", "accused", "stance", "certainty", "expected"),
    [
        (ALBANIA, IRAN, "accuses", "stated", "Albania blames Iran"),
        (USA, IRAN, "accuses", "almost_certain", "The United States blames Iran, as almost certain"),
        (
            Party("role:o", "US officials"),
            IRAN,
            "accuses",
            "possible",
            "US officials blame Iran, as possible",
        ),
        (None, IRAN, "accuses", "stated", "Somebody not named blames Iran"),
        (USA, None, "accuses", "stated", "The United States blames somebody not named"),
        (IRAN, IRAN, "denies", "stated", "Iran denies responsibility"),
        (HOUTHIS, HOUTHIS, "denies", "stated", "The Houthis deny responsibility"),
        (ALBANIA, IRAN, "denies", "stated", "Albania denies the blame laid on Iran"),
        (RAMA, IRAN, "doubts", "likely", "Edi Rama doubts that Iran is responsible"),
        (USA, IRAN, "acknowledges", "stated", "The United States backs the accusation against Iran"),
        (IRAN, IRAN, "acknowledges", "stated", "Iran admits responsibility"),
        (HOUTHIS, HOUTHIS, "claims", "stated", "The Houthis claim responsibility"),
        (HOUTHIS, None, "claims", "stated", "The Houthis claim responsibility"),
    ],
)
def test_ledger_line(
    by: Party | None, accused: Party | None, stance: str, certainty: str, expected: str
) -> None:
    line = LedgerLine(
        id="l", by=by, accused=accused, stance=stance, certainty=certainty, support=(), independent_sources=1  # type: ignore[arg-type]
    )  # fmt: skip
    assert ledger_line(line) == expected


def test_dispute_line() -> None:
    sides = (
        Side(value="2022-07", who="narrator", documents=("a", "b")),
        Side(value="1,200", who="Edi Rama", documents=("c",)),
        Side(value="not 40", who="ناصر كنعاني", documents=("c",)),
    )
    line = dispute_line(Dispute(id="d", about="the \u202enumber", kind="value", sides=sides))
    assert line == (
        "The ⟦U+202E⟧number: July 2022 (in the reports’ own words), 1,200 (Edi Rama) or not 40 "
        "(\u200eناصر كنعاني\u200e)"
    )
    assert dispute_line(Dispute(id="d", about="nothing", kind="order", sides=())) == "Nothing"


def test_articles_and_numbers_of_names() -> None:
    assert name(USA) == "the United States"
    assert name(Party("x", "  ")) == "x"
    assert not is_plural(USA)
    assert not is_plural(Party("org:reuters", "Reuters"))
    assert is_plural(Party("met:x", "Western diplomats"))
    assert not is_plural(Party("met:x", "the press"))


def test_a_deed_names_no_actor() -> None:
    assert deed("X", None, "cyberattack", ALBANIA) == "a cyberattack on Albania"
    assert deed("X", None, "expel", RAMA) == "Edi Rama was expelled"
    assert deed("X", None, None, None, "A title") == "A title"
