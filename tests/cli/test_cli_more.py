"""`dragoman demo`, `dragoman pack`, and the progress shown while reading."""

import io
import os
import sys
import time
import types
from pathlib import Path

import pytest
from click.testing import CliRunner

import dragoman.languages
import dragoman.reading
from dragoman.cli import main
from dragoman.cli.progress import Progress
from dragoman.cli.talk import report, safe
from dragoman.model import Dossier, Reading, Unread


def test_demo_reads_the_packed_case(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    named: list[str] = []
    api = types.ModuleType("dragoman.api")

    def read(sources: list[str], **_: object) -> list[Reading]:
        named.extend(sources)
        return [Reading(id="1", text="x")]

    api.read = read  # type: ignore[attr-defined]
    api.compile_dossier = lambda readings, unread=(): Dossier(stories=(), readings=tuple(readings))  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "dragoman.api", api)
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["demo"], catch_exceptions=False)
    assert result.exit_code == 0
    assert os.listdir(tmp_path) == ["dragoman-demo.html"]
    assert "Open dragoman-demo.html in a browser" in result.stderr
    assert Path(named[0]).is_dir()
    assert CliRunner().invoke(main, ["demo", "-o", "x.json"], catch_exceptions=False).exit_code == 0
    assert (tmp_path / "x.json").exists()
    assert CliRunner().invoke(main, ["demo", "-o", "x.xyz"]).exit_code == 2


def test_pack_check_and_coverage(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        dragoman.reading, "check", lambda language: [] if language == "nl" else ["ar: a word is listed twice"]
    )
    monkeypatch.setattr(dragoman.languages, "codes", lambda: ("ar", "nl"))
    monkeypatch.setattr(dragoman.languages, "coverage", lambda: "nl 100 %")
    good = CliRunner().invoke(main, ["pack", "check", "nl"])
    assert (good.exit_code, good.stderr) == (0, "pack nl: no problem found.\n")
    bad = CliRunner().invoke(main, ["pack", "check"])
    assert (bad.exit_code, bad.stdout) == (1, "ar: a word is listed twice\n")
    assert CliRunner().invoke(main, ["pack", "coverage"]).stdout == "nl 100 %\n"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def passing(monkeypatch: pytest.MonkeyPatch, seconds: float) -> None:
    """Each look at the clock finds `seconds` more."""
    clock = iter(x * seconds for x in range(10_000))
    monkeypatch.setattr(time, "monotonic", lambda: next(clock))


def test_a_bar_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    passing(monkeypatch, 1)
    stream = Terminal()
    with Progress(4, stream=stream) as progress:
        progress.read("a\x1b[2Jb.txt")
        progress.missed("c.txt")
    drawn = stream.getvalue().split("\r\x1b[K")
    assert drawn[1].startswith("[######------------------] 1 of 4, 1 a second")
    assert drawn[2].startswith("[############------------] 2 of 4, 1 not read")
    assert drawn[-1] == ""
    assert all("\x1b" not in each and len(each) < 80 for each in drawn)


def test_more_documents_than_expected_do_not_break_the_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    passing(monkeypatch, 1)
    stream = Terminal()
    with Progress(1, stream=stream) as progress:
        for _ in range(5):
            progress.read()
    assert f"[{'#' * 24}] 5 of 5" in stream.getvalue()


def test_plain_lines_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    passing(monkeypatch, 2)
    stream = io.StringIO()
    with Progress(None, stream=stream) as progress:
        for _ in range(10):
            progress.read()
    lines = stream.getvalue().splitlines()
    assert 2 <= len(lines) <= 4
    assert lines[0].startswith("dragoman: 3 documents, ")
    assert "\r" not in stream.getvalue()


def test_quiet_is_quiet() -> None:
    stream = Terminal()
    with Progress(3, quiet=True, stream=stream) as progress:
        progress.read()
    assert stream.getvalue() == ""


def test_nothing_out_of_a_file_moves_the_cursor() -> None:
    assert safe("a\x1b[31m\r\x07b\u202e\n") == "a�[31m��b�\n"


def test_a_long_list_of_unread_is_cut(capsys: pytest.CaptureFixture[str]) -> None:
    report(1, [Unread(f"s{n}", "gone.") for n in range(60)], [], quiet=False)
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == "1 document read, 60 not:"
    assert len(lines) == 52
    assert "10 more" in lines[-1]


def test_what_is_not_read_in_full_is_said(tmp_path: Path) -> None:
    report_file = tmp_path / "polska.txt"
    report_file.write_text("Polska wydaliła trzech rosyjskich dyplomatów 4 marca 2022 r.", encoding="utf-8")
    result = CliRunner().invoke(main, ["read", str(report_file), "-l", "pl", "-o", str(tmp_path / "d.json")])
    assert result.exit_code == 1
    assert "There is no pack for pl yet" in result.stderr
    assert (tmp_path / "d.json").exists()
