"""`dragoman knowledge` on the command line."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from dragoman.cli import main
from dragoman.knowledge.own import VARIABLE


def test_a_bad_line_is_reported_and_the_rest_is_added(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "k.db"))
    table = tmp_path / "own.csv"
    table.write_text("label,type\nA Group,group\n,org\n")
    result = CliRunner().invoke(main, ["knowledge", "add", str(table)])
    assert result.exit_code == 1
    assert "line 3: has no label" in result.output
    assert "1 entities added" in result.output


def test_a_name_is_shown_with_why_it_matched() -> None:
    result = CliRunner().invoke(main, ["knowledge", "find", "Эди Рама", "--most", "1"])
    assert result.exit_code == 0
    assert "person:edi-rama" in result.output
    assert "“рама” ~ “rama”" in result.output


def test_a_name_nobody_bears_is_no_success() -> None:
    assert CliRunner().invoke(main, ["knowledge", "find", "qqqqqqqq"]).exit_code == 1
