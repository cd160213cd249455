"""Annotated incidents in ten languages: what the stories make of readings without a fault of the reader."""

import json
import subprocess
import sys
from functools import cache
from pathlib import Path

import msgspec
import pytest

from dragoman.stories import compile_stories

from .build import SHARED
from .gold import gold_readings

CASES = SHARED / "cases"
pytestmark = pytest.mark.skipif(not CASES.is_dir(), reason="the annotated cases are not here")


@cache
def figures(out: Path) -> dict[str, dict[str, float]]:
    made = msgspec.structs.replace(compile_stories(gold_readings(CASES)), readings=())
    out.write_bytes(msgspec.json.encode(made))
    done = subprocess.run(
        [sys.executable, str(CASES / "score_story.py"), str(CASES), str(out), "--json"],
        capture_output=True,
        check=True,
    )
    return json.loads(done.stdout)  # type: ignore[no-any-return]


FLOORS = [
    ("stories", "f1", 0.95),
    ("witnesses", "f1", 1.0),
    ("ledger", "f1", 0.93),
    ("certainty", "accuracy", 0.95),
    ("timeline", "r", 0.90),
    ("disputes", "p", 0.60),
    ("disputes", "f1", 0.33),
    ("agreements", "r", 0.85),
]
"""Measured in November 2026: 1.0, 1.0, .96, .98, .94, .69, .40, .89. Half of the annotated disputes rest on
numbers, places and labels that have no rows of their own, which readings made from them lack."""


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cases") / "dossier.json"


@pytest.mark.parametrize(("measure", "figure", "floor"), FLOORS)
def test_floor(dossier: Path, measure: str, figure: str, floor: float) -> None:
    assert figures(dossier)[measure][figure] >= floor
