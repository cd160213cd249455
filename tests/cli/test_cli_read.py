# ruff: noqa: E501
"""`dragoman read`: what goes where, and with which exit status."""

import json
import os
import signal
import stat
import subprocess
import sys
import textwrap
import time
import types
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from dragoman import sources
from dragoman.cli import main
from dragoman.model import Dossier, Reading

TEXT = "The ministry rejected the accusation.\n"

# The api these tests read with: documents become readings without anything found in them.
FAKE = """
from dragoman import sources
from dragoman.model import Dossier, Reading, Story, Unread

def read_document(document):
    if "CRASH" in document.text:
        raise ValueError("boom")
    return Reading(id=document.id, source=document.source, text=document.text, language=document.language or "en")

def read(named, *, language=None, published=None, jobs=1, on_unread=None, limits=None):
    for found in sources.each(read_document, named, jobs=jobs, limits=limits):
        if isinstance(found, Unread):
            on_unread(found)
        else:
            yield found

def compile_dossier(readings, unread=()):
    ids = tuple(reading.id for reading in readings)
    story = Story(id="s1", title="A \\x1b[31mstory", documents=ids, languages=("en",))
    return Dossier(stories=(story,) if ids else (), readings=tuple(readings), unread=tuple(unread), version="0")
"""


@pytest.fixture
def api(monkeypatch: pytest.MonkeyPatch) -> types.ModuleType:
    module = types.ModuleType("dragoman.api")
    exec(FAKE, module.__dict__)
    monkeypatch.setitem(sys.modules, "dragoman.api", module)
    return module


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT)
    (folder / "b.txt").write_text("Another report.")
    return folder


def run(*arguments: object, **options: Any) -> Result:
    return CliRunner().invoke(main, ["read", *map(str, arguments)], catch_exceptions=False, **options)


def test_a_dossier_in_a_file(api: types.ModuleType, reports: Path, tmp_path: Path) -> None:
    out = tmp_path / "d.json"
    result = run(reports, "-o", out)
    assert result.exit_code == 0
    assert result.stdout == ""
    assert result.stderr == f"2 documents read.\nWritten to {out}.\n"
    dossier = json.loads(out.read_bytes())
    assert len(dossier["stories"][0]["documents"]) == 2
    assert "readings" not in dossier
    assert sorted(os.listdir(tmp_path)) == ["d.json", "reports"]
    assert stat.S_IMODE(out.stat().st_mode) & 0o400
    assert run(reports, "-o", out, "--readings").exit_code == 0
    assert len(json.loads(out.read_bytes())["readings"]) == 2


@pytest.mark.parametrize(
    ("name", "start"), [("d.html", b"<!DOCTYPE html>"), ("d.jsonl", b'{"id":'), ("D.JSON", b"{")]
)
def test_the_suffix_chooses_the_form(
    api: types.ModuleType, reports: Path, tmp_path: Path, name: str, start: bytes
) -> None:
    assert run(reports, "-o", tmp_path / name).exit_code == 0
    assert (tmp_path / name).read_bytes().lstrip().startswith(start)


def test_the_format_wins_over_the_suffix(api: types.ModuleType, reports: Path, tmp_path: Path) -> None:
    assert run(reports, "-o", tmp_path / "d.txt", "-f", "json").exit_code == 0
    assert json.loads((tmp_path / "d.txt").read_bytes())["stories"]


def test_a_format_alone_goes_to_stdout(api: types.ModuleType, reports: Path) -> None:
    result = run(reports, "-f", "jsonl", "-q")
    assert [json.loads(line)["text"] for line in result.stdout.splitlines()] == [TEXT, "Another report."]
    assert result.stderr == ""
    assert json.loads(run(reports, "-f", "JSON", "-o", "-").stdout)["stories"]


def test_without_both_a_summary(api: types.ModuleType, reports: Path) -> None:
    result = run(reports)
    assert result.exit_code == 0
    assert "story" in result.stdout
    assert "2 documents · en" in result.stdout
    assert "-o dossier.html" in result.stdout
    assert "\x1b" not in result.stdout


def test_what_is_not_read_is_listed_and_the_rest_goes_on(
    api: types.ModuleType, reports: Path, tmp_path: Path
) -> None:
    (reports / "c.pdf").write_bytes(b"%PDF-1.5")
    (reports / "d.txt").write_text("CRASH")
    (reports / "e.txt").write_text(TEXT)
    out = tmp_path / "d.json"
    result = run(reports, "/nowhere", "-o", out, "-q")
    assert result.exit_code == 1
    lines = result.stderr.splitlines()
    assert lines[0] == "2 documents read, 1 more a second time, 3 not:"
    assert lines[1].startswith(f"  {reports}/c.pdf: PDF is not read yet")
    assert "boom" in lines[2]
    assert lines[3].startswith("  /nowhere: there is no such file")
    assert [each["source"] for each in json.loads(out.read_bytes())["unread"]] == [
        f"{reports}/c.pdf",
        f"{reports}/d.txt",
        "/nowhere",
    ]


def test_a_second_reading_alone_is_no_failure(api: types.ModuleType, reports: Path) -> None:
    result = run(reports, reports / "a.txt")
    assert result.exit_code == 0
    assert "2 documents read, 1 more a second time." in result.stderr


def test_stdin(api: types.ModuleType) -> None:
    result = run("-", "-f", "jsonl", input=TEXT.encode())
    assert json.loads(result.stdout)["source"] == "-"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "Usage: "),
        (["a.txt", "-o", "d.xyz"], "names no format. Known are html (.html .htm), md"),
        (["a.txt", "-f", "doc"], "no such format"),
        (["a.txt", "--published", "20 Sept 2022"], "is no day"),
        (["a.txt", "--published", "2022-02-30"], "is no day"),
        (["a.txt", "-l", "Dutch"], "is no language code"),
        (["a.txt", "-j", "-1"], "-1"),
        (["a.txt", "--max-mb", "0"], "0"),
        (["a.txt", "--readings"], "--readings goes with"),
        (["a.txt", "-o", "/nowhere/d.json"], "there is no folder /nowhere"),
        (["a.txt", "-o", "/tmp", "-f", "json"], "that is a folder"),
        (["a.txt", "--what"], "No such option"),
    ],
)
def test_wrong_usage(api: types.ModuleType, arguments: list[str], words: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert words in result.stderr
    assert result.stdout == ""


def test_a_report_is_never_overwritten(api: types.ModuleType, reports: Path) -> None:
    page = reports / "c.html"
    page.write_text("<html><body><p>A report")
    os.symlink(page, reports.parent / "link.html")
    for source, out in (
        (page, page),
        (reports, page),
        (reports / "*.html", page),
        (page, reports.parent / "link.html"),
        (reports, reports.parent / "reports" / "." / "c.html"),
    ):
        result = run(source, "-o", out)
        assert result.exit_code == 2
        assert "would be lost" in result.stderr
    assert page.read_text() == "<html><body><p>A report"


def test_a_dossier_among_the_reports_may_be_written_again(api: types.ModuleType, reports: Path) -> None:
    for name in ("dossier.html", "dossier.md", "dossier.json", "readings.jsonl"):
        first = run(reports, "-o", reports / name)
        second = run(reports, "-o", reports / name)
        assert (first.exit_code, second.exit_code) == (0, 0), name
        assert "2 documents read." in second.stderr


def test_what_stood_there_stays_when_writing_fails(
    api: types.ModuleType, reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "d.json"
    out.write_text("before")
    out.chmod(0o640)

    def full(*_: object) -> Dossier:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(api, "compile_dossier", full)
    result = run(reports, "-o", out)
    assert result.exit_code == 2
    assert "No space left on device" in result.stderr
    assert out.read_text() == "before"
    assert sorted(os.listdir(tmp_path)) == ["d.json", "reports"]
    monkeypatch.undo()
    monkeypatch.setitem(sys.modules, "dragoman.api", api)
    assert run(reports, "-o", out).exit_code == 0
    assert stat.S_IMODE(out.stat().st_mode) == 0o640


def test_a_link_keeps_pointing(api: types.ModuleType, reports: Path, tmp_path: Path) -> None:
    (tmp_path / "real.json").write_text("old")
    os.symlink("real.json", tmp_path / "link.json")
    assert run(reports, "-o", tmp_path / "link.json").exit_code == 0
    assert (tmp_path / "link.json").is_symlink()
    assert json.loads((tmp_path / "real.json").read_bytes())["stories"]


def test_no_device_is_replaced(api: types.ModuleType, reports: Path) -> None:
    assert run(reports, "-o", "/dev/null", "-f", "json").exit_code == 0
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)


def test_ctrl_c_writes_what_was_read(api: types.ModuleType, reports: Path, tmp_path: Path) -> None:
    def read(named: object, **_: object) -> Iterator[Reading]:
        yield Reading(id="1", text=TEXT)
        raise KeyboardInterrupt

    api.read = read  # type: ignore[attr-defined]
    out = tmp_path / "d.json"
    result = run(reports, "-o", out)
    assert result.exit_code == 130
    assert json.loads(out.read_bytes())["stories"][0]["documents"] == ["1"]
    assert "stopped: 1 document read." in result.stderr
    result = run(reports, "-f", "jsonl")
    assert (result.exit_code, len(result.stdout.splitlines())) == (130, 1)


def test_ctrl_c_while_writing_a_line_keeps_the_file_whole(
    api: types.ModuleType, reports: Path, tmp_path: Path
) -> None:
    def read(named: object, **_: object) -> Iterator[Reading]:
        yield Reading(id="1", text=TEXT)
        yield Reading(id="2", text=TEXT)

    def lines(readings: Iterable[Reading]) -> Iterator[bytes]:
        for reading in readings:
            os.kill(os.getpid(), signal.SIGINT)
            yield reading.id.encode() + b"\n"

    api.read = read  # type: ignore[attr-defined]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("dragoman.cli.read.lines", lines)
        result = run(reports, "-o", tmp_path / "d.jsonl")
    assert result.exit_code == 130
    assert (tmp_path / "d.jsonl").read_bytes() == b"1\n"


def test_options_reach_the_reader(api: types.ModuleType, reports: Path) -> None:
    seen: dict[str, object] = {}

    def read(named: object, **options: object) -> Iterator[Reading]:
        seen.update(options, named=named)
        return iter(())

    api.read = read  # type: ignore[attr-defined]
    assert run(reports, "--published", "2022-09-20", "-l", "nl", "-j", "0", "--max-mb", "50").exit_code == 0
    assert seen["published"] == "2022-09-20"
    assert seen["language"] == "nl"
    assert seen["jobs"] == os.cpu_count()
    assert seen["limits"] == sources.Limits.of_megabytes(50)
    assert seen["named"] == [str(reports)]


def script(tmp_path: Path, *arguments: str) -> list[str]:
    """A fresh process with the fake api, importable by the processes it starts."""
    (tmp_path / "fakeapi.py").write_text(FAKE)
    start = """
        import sys
        sys.path.insert(0, {!r})
        import fakeapi
        sys.modules["dragoman.api"] = fakeapi
        from dragoman.cli import main
        if __name__ == "__main__":
            main({!r})
    """
    (tmp_path / "start.py").write_text(textwrap.dedent(start).format(str(tmp_path), list(arguments)))
    return [sys.executable, str(tmp_path / "start.py")]


def test_several_processes_give_the_same_bytes(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    for number in range(30):
        (folder / f"{number:02}.html").write_text(f"<html><body><p>Report number {number}. " + TEXT * 10)
    (folder / "99.pdf").write_text("%PDF-")
    results = [
        subprocess.run(
            script(tmp_path, "read", str(folder), "-f", "jsonl", "-j", jobs), capture_output=True, check=False
        )
        for jobs in ("1", "2")
    ]
    assert results[0].stdout == results[1].stdout
    assert len(results[0].stdout.splitlines()) == 30
    assert [result.returncode for result in results] == [1, 1]
    assert results[0].stderr == results[1].stderr


def test_a_broken_pipe_is_quiet(tmp_path: Path) -> None:
    docs = tmp_path / "docs.jsonl"
    docs.write_text("".join(json.dumps({"id": str(n), "text": "word " * 500}) + "\n" for n in range(2000)))
    process = subprocess.Popen(
        script(tmp_path, "read", str(docs), "-f", "jsonl"), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(20) == 141


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_real_ctrl_c(tmp_path: Path, jobs: str) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    os.mkfifo(tmp_path / "pipe")
    (docs / "a.txt").write_text(TEXT)
    command = script(
        tmp_path, "read", str(docs), str(tmp_path / "pipe"), "-o", str(tmp_path / "d.json"), "-j", jobs
    )
    process = subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True)
    writer = os.open(tmp_path / "pipe", os.O_WRONLY)  # opens when the reader has come that far
    time.sleep(0.3)
    os.killpg(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=20)
    os.close(writer)
    assert process.returncode == 130, errors
    assert b"Traceback" not in errors
    assert b"stopped" in errors
    assert "stories" in json.loads((tmp_path / "d.json").read_bytes())


def test_importing_the_command_is_light() -> None:
    code = (
        "import sys, dragoman.cli; "
        "print(sorted({'trafilatura', 'lxml', 'jinja2', 'charset_normalizer', 'dragoman.exports', 'dragoman.sources', "
        "'multiprocessing', 'http.client'} & set(sys.modules)))"
    )
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
        == "[]\n"
    )


def test_version_and_help() -> None:
    for name in ("--version", "-V"):
        result = subprocess.run(
            [sys.executable, "-m", "dragoman", name], capture_output=True, text=True, check=True
        )
        assert result.stdout.startswith("dragoman 0.")
    for arguments in (
        ["--help"],
        ["read", "-h"],
        ["explain", "--help"],
        ["demo", "--help"],
        ["pack", "check", "--help"],
    ):
        shown = CliRunner().invoke(main, arguments)
        assert shown.exit_code == 0
        assert "Usage: " in shown.stdout
