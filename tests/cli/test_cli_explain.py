"""`dragoman explain`, and the summary on one screen."""

from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner, Result

from dragoman.cli import main
from dragoman.cli.summary import summary
from dragoman.exports import write_json, write_jsonl
from dragoman.model import (
    Actor,
    Agreement,
    Attribution,
    Dispute,
    Dossier,
    Event,
    LedgerLine,
    Party,
    Reading,
    Reason,
    Side,
    Span,
    StatementLine,
    Story,
    Support,
    TimelineEvent,
)

TEXT = "Tirana is calm.\nThe agency said Albania severed relations with Iran on Wednesday. More soon."
PROOF = Span(32, 67, "Albania severed relations with Iran")
ALBANIA, IRAN = Party("country:ALB", "Albania"), Party("country:IRN", "Iran")
SUPPORT = Support(document="d1", evidence=PROOF, language="en", said_by=Party("met:agency", "the agency"))
STORY = Story(
    id="s1",
    title="Albania and Iran",
    documents=("d1",),
    languages=("en",),
    period="2022-09-07/2022-09-08",
    timeline=(
        TimelineEvent(
            id="t1",
            date="2022-09-07",
            type="SANCTION",
            mode=None,
            concept="sever_relations",
            title="Albania severs relations with Iran",
            actor=ALBANIA,
            recipient=IRAN,
            status="occurred",
            support=(SUPPORT,),
            independent_sources=1,
            because=(
                Reason("frame:sever_relations", note="severed"),
                Reason("merge", note="2022-09-07 = 2022-09-07"),
            ),
        ),
        *(
            TimelineEvent(
                id=f"t{n}",
                date=None,
                type="ACCUSE",
                mode=None,
                title=f"Something {n}",
                actor=None,
                recipient=None,
                status="alleged",
                support=(),
                independent_sources=2,
            )
            for n in range(2, 20)
        ),
    ),
    attributions=(
        LedgerLine(
            id="a1",
            by=ALBANIA,
            accused=IRAN,
            stance="accuses",
            certainty="almost_certain",
            certainty_text="almost certainly",
            interval=(95, 99),
            basis="technical report",
            support=(SUPPORT,),
            independent_sources=1,
        ),
        LedgerLine(
            id="a2",
            by=IRAN,
            accused=IRAN,
            stance="denies",
            certainty="stated",
            support=(),
            independent_sources=3,
        ),
        LedgerLine(
            id="a3",
            by=None,
            accused=None,
            stance="claims",
            certainty="stated",
            support=(),
            independent_sources=1,
        ),
    ),
    statements=(StatementLine(id="q1", speaker=IRAN, act="deny", quoted=True, support=(SUPPORT,)),),
    agreements=(
        Agreement(id="g1", about="ties cut", documents=("d1",), independent_sources=2, support=(SUPPORT,)),
    ),
    disputes=(
        Dispute(
            id="x1",
            about="who did it",
            kind="denial",
            sides=(
                Side(value="Iran", who="Albania", documents=("d1",), evidence=(SUPPORT,)),
                Side(value="not Iran", who="Iran", documents=("d1",)),
            ),
        ),
    ),
    actors=(
        Actor(id="country:ALB", label="Albania", type="country", names={"en": ("Albania",)}, mentions=3),
    ),
)
READING = Reading(
    id="d1",
    outlet="Example Wire",
    published="2022-09-08",
    text=TEXT,
    events=(
        Event(
            id="e1",
            type="SANCTION",
            mode=None,
            actor=ALBANIA,
            recipient=IRAN,
            evidence=PROOF,
            trigger=Span(40, 47, "severed"),
            because=(Reason("frame:sever_relations", 40, 47), Reason("actor", note="subject")),
        ),
    ),
    attributions=(Attribution(id="b1", by=ALBANIA, accused=IRAN, stance="accuses", evidence=PROOF),),
)


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["explain", *map(str, arguments)], catch_exceptions=False)


@pytest.fixture(params=[False, True])
def dossier(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    path = tmp_path / "d.json"
    path.write_bytes(write_json(Dossier(stories=(STORY,), readings=(READING,)), readings=request.param))
    return path


def test_the_lines_and_their_ids(dossier: Path) -> None:
    lines = run(dossier).stdout.splitlines()
    assert lines[0] == "Albania and Iran"
    assert [line.split()[0] for line in lines[1:]][:2] == ["t1", "t2"]
    assert {"a1", "a2", "q1", "g1", "x1", "country:ALB"} <= {line.split()[0] for line in lines[1:]}


def test_a_line_with_its_proof_and_its_reasons(dossier: Path) -> None:
    shown = run(dossier, "t1").stdout
    assert "Albania severs relations with Iran" in shown
    assert "(en), the agency:" in shown
    assert PROOF.text in shown
    assert "frame:sever_relations: severed" in shown
    assert "merge: 2022-09-07 = 2022-09-07" in shown
    assert "concept: sever_relations" in shown


def test_with_the_readings_the_sentence_around_is_shown(tmp_path: Path) -> None:
    path = tmp_path / "d.json"
    path.write_bytes(write_json(Dossier(stories=(STORY,), readings=(READING,)), readings=True))
    shown = run(path, "t1").stdout
    assert "…The agency said ⟦Albania severed relations with Iran⟧ on Wednesday. More soon." in shown
    assert "d1: Example Wire, 2022-09-08" in shown


def test_each_kind_of_line(dossier: Path) -> None:
    assert "interval: 95 to 99 per cent" in run(dossier, "a1").stdout
    assert "Iran denies  3 independent sources" in run(dossier, "a2").stdout
    assert "somebody claims somebody" in run(dossier, "a3").stdout
    assert "not Iran" in run(dossier, "x1").stdout
    assert "named in en: Albania" in run(dossier, "country:ALB").stdout
    assert "Iran: deny (quoted)" in run(dossier, "q1").stdout
    assert "agreed: ties cut" in run(dossier, "g1").stdout


def test_a_line_of_a_reading(tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    path.write_bytes(b"".join(write_jsonl([READING])))
    assert "e1" in run(path).stdout
    shown = run(path, "e1").stdout
    assert "SANCTION: Albania → Iran (occurred)" in shown
    assert "frame:sever_relations on “severed”" in shown
    assert "actor: subject" in shown
    assert "Albania accuses Iran" in run(path, "b1").stdout
    assert run(path, "d1/e1").stdout == shown
    assert run(path, "d2/e1").exit_code == 2


def test_no_half_words_around_a_proof(tmp_path: Path) -> None:
    text = "Extraordinarily " * 10 + PROOF.text + " extraordinarily" * 10
    start = text.index(PROOF.text)
    event = msgspec.structs.replace(
        READING.events[0], evidence=Span(start, start + len(PROOF.text), PROOF.text)
    )
    path = tmp_path / "r.jsonl"
    path.write_bytes(b"".join(write_jsonl([msgspec.structs.replace(READING, text=text, events=(event,))])))
    words = "Extraordinarily Extraordinarily Extraordinarily"
    assert f"…{words} ⟦{PROOF.text}⟧ {words.lower()}…" in run(path, "e1").stdout


def test_what_cannot_be_explained(dossier: Path, tmp_path: Path) -> None:
    assert run(dossier, "zz").exit_code == 2
    assert "no line 'zz'" in run(dossier, "zz").stderr
    for name, content in (("x.json", b"{}"), ("x.txt", b"Hello."), ("e.jsonl", b""), ("b.json", b"\xff\x00")):
        (tmp_path / name).write_bytes(content)
        result = run(tmp_path / name)
        assert result.exit_code == 2
        assert "this is no dossier" in result.stderr
    result = run(tmp_path / "nothing.json")
    assert result.exit_code == 2
    assert "cannot be read (No such file" in result.stderr


def test_the_summary_fits_a_screen() -> None:
    text = summary(Dossier(stories=(STORY,)))
    assert "  1 document · en · 2022-09-07/2022-09-08\n" in text
    assert (
        "2022-09-07             Albania severs relations with Iran [SANCTION]  1 independent source\n" in text
    )
    assert "Something 2 (alleged)" in text
    assert "… and 7 more" in text
    assert "Albania accuses Iran (almost_certain, “almost certainly”)" in text
    assert "who did it: Iran (Albania) / not Iran (Iran)" in text
    assert summary(Dossier(stories=(), readings=(READING,))).startswith("No story")
    assert summary(Dossier(stories=())) == "Nothing was read.\n"
