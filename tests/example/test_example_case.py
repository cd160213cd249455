"""The example case against its truth in `expected.json`, and the texts against what they promise.

The truth was written with the texts, before any reader had seen them.
"""

import json
from pathlib import Path
from typing import Any

import pytest

import dragoman
from dragoman import examples
from dragoman.model import Dossier, Party, Reading, Story, Support
from dragoman.text.fold import bare

EXPECTED: dict[str, Any] = json.loads((Path(__file__).parent / "expected.json").read_text(encoding="utf-8"))
DOCUMENTS: dict[str, dict[str, Any]] = {row["id"]: row for row in EXPECTED["documents"]}


def name_of(reading: Reading) -> str:
    """How `expected.json` names the document: its given id, else the stem of its file."""
    return reading.id if reading.id in DOCUMENTS else Path(reading.source or "").stem


@pytest.fixture(scope="module")
def readings() -> dict[str, Reading]:
    return {name_of(reading): reading for reading in dragoman.read([str(examples.folder())])}


@pytest.fixture(scope="module")
def dossier(readings: dict[str, Reading]) -> Dossier:
    return dragoman.compile_dossier(readings.values())


@pytest.fixture(scope="module")
def story(dossier: Dossier) -> Story:
    return max(dossier.stories, key=lambda story: len(story.documents))


@pytest.fixture(scope="module")
def named(readings: dict[str, Reading]) -> dict[str, str]:
    """Document id to the name `expected.json` uses."""
    return {reading.id: name for name, reading in readings.items()}


def rows(key: str) -> list[Any]:
    """The rows of a list of the truth; a known gap must fail, so that a mended one is noticed."""
    return [
        pytest.param(
            row,
            id=what(row),
            marks=[pytest.mark.xfail(strict=True, reason=row["known_gap"])] if "known_gap" in row else [],
        )
        for row in EXPECTED[key]
    ]


def what(row: dict[str, Any]) -> str:
    return str(row.get("what") or row.get("about") or row.get("why") or f"{row['by'][0]} {row['stance']}")


def is_one_of(party: Party | None, accepted: list[str | None] | None) -> bool:
    """Whether `party` is accepted: nobody where null is, else a label that contains an accepted name.
    Without a list anybody is."""
    if accepted is None:
        return True
    if party is None:
        return None in accepted
    return any(name is not None and bare(name) in bare(party.label) for name in accepted)


def dates_agree(found: str | None, accepted: list[str | None]) -> bool:
    """Whether `found` is an accepted date, a finer one, an interval around it; none only where null is."""
    if found is None:
        return None in accepted
    begin, _, end = found.partition("/")
    days = [day for day in accepted if day is not None]
    return any(begin.startswith(day) or (end != "" and begin <= day <= end) for day in days)


def supporting(lines: list[tuple[Support, ...]], named: dict[str, str]) -> set[str]:
    return {named[support.document] for line in lines for support in line}


def languages_of(documents: set[str]) -> set[str]:
    return {DOCUMENTS[name]["language"] for name in documents}


# -- the readings ---------------------------------------------------------------------------------


def test_every_report_is_read(readings: dict[str, Reading]) -> None:
    assert sorted(readings) == sorted(DOCUMENTS)


@pytest.mark.parametrize("row", EXPECTED["documents"], ids=lambda row: row["id"])
def test_what_a_report_is(readings: dict[str, Reading], row: dict[str, Any]) -> None:
    reading = readings[row["id"]]
    assert reading.language == row["language"]
    assert reading.published == row["published"]
    assert reading.kind in row["kind"]
    if row["outlet"] is not None:
        assert reading.outlet == row["outlet"]


@pytest.mark.parametrize("row", EXPECTED["not_the_report"], ids=lambda row: row["document"])
def test_page_furniture_is_not_read(readings: dict[str, Reading], row: dict[str, Any]) -> None:
    """Left out of the text, or marked as noise in it."""
    reading = readings[row["document"]]
    for piece in row["text"]:
        start = reading.text.find(piece)
        assert start < 0 or any(n.start <= start < n.end for n in reading.noise), piece


def test_every_span_is_verbatim(readings: dict[str, Reading]) -> None:
    for reading in readings.values():
        spans = [
            *(event.evidence for event in reading.events),
            *(event.trigger for event in reading.events),
            *(statement.evidence for statement in reading.statements),
            *(attribution.evidence for attribution in reading.attributions),
            *reading.dates,
            *reading.numbers,
            *(mention for entity in reading.entities for mention in entity.mentions),
        ]
        assert spans, reading.source
        for span in spans:
            assert reading.text[span.start : span.end] == span.text


# -- the dossier ----------------------------------------------------------------------------------


def test_one_story_holds_all(story: Story, dossier: Dossier, named: dict[str, str]) -> None:
    assert {named[document] for document in story.documents} == set(DOCUMENTS)
    assert not dossier.unread
    assert set(story.languages) == {"en", "nl", "ar"}


def test_a_reprint_is_no_second_witness(story: Story, named: dict[str, str]) -> None:
    groups = sorted(sorted(named[d] for d in group) for group in story.witnesses if len(group) > 1)
    assert groups == [sorted(group) for group in EXPECTED["witnesses"]]


def test_independent_sources_count_witnesses(story: Story, named: dict[str, str]) -> None:
    """Never more sources than witnesses stand behind a line, and the agency with its reprint is one."""
    stands_with = {name: group[0] for group in EXPECTED["witnesses"] for name in group}
    checked = 0
    for line in (*story.timeline, *story.attributions):
        witnesses = {stands_with.get(name, name) for name in supporting([line.support], named)}
        assert 1 <= line.independent_sources <= len(witnesses), line
        checked += 1
    assert checked


@pytest.mark.parametrize("row", rows("timeline"))
def test_timeline(story: Story, named: dict[str, str], row: dict[str, Any]) -> None:
    lines = [
        line.support
        for line in story.timeline
        if line.type in row["type"]
        and is_one_of(line.actor, row["actor"])
        and is_one_of(line.recipient, row["recipient"])
        and dates_agree(line.date, row["date"])
        and line.status in row["status"]
    ]
    assert lines, "no such line"
    documents = supporting(lines, named) & set(row["documents"])
    assert set(row["languages"]) <= languages_of(documents), documents


@pytest.mark.parametrize("row", rows("attributions"))
def test_ledger(story: Story, named: dict[str, str], row: dict[str, Any]) -> None:
    lines = [
        line
        for line in story.attributions
        if line.stance == row["stance"]
        and is_one_of(line.by, row["by"])
        and is_one_of(line.accused, row["accused"])
    ]
    assert lines, "no such line"
    assert any(line.certainty in row["certainty"] for line in lines), [line.certainty for line in lines]
    documents = supporting([line.support for line in lines], named) & set(row["documents"])
    assert set(row["languages"]) <= languages_of(documents), documents


@pytest.mark.parametrize("row", EXPECTED["never_attributions"], ids=what)
def test_nobody_is_made_to_say_what_he_did_not(story: Story, row: dict[str, Any]) -> None:
    assert story.attributions
    wrong = [
        line
        for line in story.attributions
        if line.stance in row["stance"]
        and is_one_of(line.by, row.get("by"))
        and is_one_of(line.accused, row.get("accused"))
    ]
    assert not wrong, row["why"]


@pytest.mark.parametrize("row", rows("disputes"))
def test_disputes(story: Story, named: dict[str, str], row: dict[str, Any]) -> None:
    """A dispute of that kind whose sides lie in two different sides of the truth."""

    def meets(sides: list[set[str]]) -> bool:
        pairs = {
            (i, j) for i, gold in enumerate(row["sides"]) for j, side in enumerate(sides) if side & set(gold)
        }
        return any(a != c and b != d for a, b in pairs for c, d in pairs)

    found = [d for d in story.disputes if d.kind in row["kind"]]
    assert any(meets([{named[x] for x in side.documents} for side in d.sides]) for d in found), [
        d.about for d in found
    ]


@pytest.mark.parametrize("row", EXPECTED["agreements"], ids=what)
def test_agreements(story: Story, named: dict[str, str], row: dict[str, Any]) -> None:
    """An agreement of at least two of the documents that names the matter."""
    matching = [
        agreement
        for agreement in story.agreements
        if len({named[d] for d in agreement.documents} & set(row["documents"])) >= 2
        and any(word in f"{agreement.about} {agreement.value or ''}".lower() for word in row["words"])
    ]
    assert matching, [agreement.about for agreement in story.agreements]
    assert all(agreement.independent_sources >= 2 for agreement in matching)
