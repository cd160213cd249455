"""Documents through a function, in one process and in several."""

import os
import time
from pathlib import Path

import pytest

from dragoman.model import Document, Unread
from dragoman.sources import Repeated, each


def shout(document: Document) -> str:
    if "slow" in document.text:
        time.sleep(0.3)
    if "raise" in document.text:
        raise ValueError("cannot")
    if "die" in document.text:
        os._exit(9)
    return document.text.upper()


def unsendable(document: Document) -> object:
    return lambda: document


def folder(tmp_path: Path, *texts: str) -> str:
    for number, text in enumerate(texts):
        (tmp_path / f"{number:03}.txt").write_text(text)
    return str(tmp_path)


@pytest.mark.parametrize("jobs", [1, 2])
def test_order_is_kept_and_an_error_costs_one(tmp_path: Path, jobs: int) -> None:
    source = folder(tmp_path, "slow a", "b", "raise", "b", "%PDF-", *(f"n{n}" for n in range(12)))
    found = list(each(shout, [source, "/nowhere"], jobs=jobs))
    assert found[:2] == ["SLOW A", "B"]
    assert found[2] == Unread(
        source=f"{source}/002.txt",
        why="the reader failed on it (ValueError: cannot). "
        "That is a fault of the reader: please report it with the text.",
    )
    assert isinstance(found[3], Repeated)
    assert isinstance(found[4], Unread)
    assert "PDF" in found[4].why
    assert found[5:-1] == [f"N{n}" for n in range(12)]
    assert isinstance(found[-1], Unread)


def test_a_process_that_dies_costs_one_document(tmp_path: Path) -> None:
    source = folder(tmp_path, "a", "b", "die", "c", "d", "die too", "e")
    found = list(each(shout, source, jobs=2))
    assert [f for f in found if isinstance(f, str)] == ["A", "B", "C", "D", "E"]
    dead = [f for f in found if isinstance(f, Unread)]
    assert [Path(f.source).name for f in dead] == ["002.txt", "005.txt"]
    assert "died" in dead[0].why


def test_a_result_that_cannot_cross_over_is_told(tmp_path: Path) -> None:
    (found,) = each(unsendable, folder(tmp_path, "a"), jobs=2)
    assert isinstance(found, Unread)
    assert "handed over" in found.why


def test_only_a_few_are_on_their_way(tmp_path: Path) -> None:
    started: list[str] = []

    def names() -> object:
        for number in range(200):
            path = tmp_path / f"{number}.txt"
            path.write_text(f"text {number}")
            started.append(str(path))
            yield str(path)

    results = each(shout, names(), jobs=2)  # type: ignore[arg-type]
    assert next(results) == "TEXT 0"
    assert len(started) <= 10
    results.close()  # type: ignore[attr-defined]
