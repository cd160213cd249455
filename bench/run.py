"""Speed, and accuracy where annotated cases are at hand.

    python bench/run.py [--cases FOLDER]

FOLDER holds `*/*.gold.json` and `score.py` (gold folder, predictions as JSON lines). Every figure is the
median of several rounds; the first line says how fast this machine is, so that figures can be compared.
"""

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import msgspec

from dragoman import read_text
from dragoman.model import Document
from dragoman.reading import read_document
from dragoman.sources import load

EXAMPLE = Path(__file__).parents[1] / "src/dragoman/examples/albania2022/reports"
ARTICLE = 3000
"""Bytes of text that count as one article."""


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--cases", type=Path, help="a folder of annotated cases")
    cases = parser.parse_args().cases
    print(f"this machine: a loop of 3 million additions takes {timed(_loop):.2f} s")
    print(f"two reports to a dossier, start-up included: {_two_reports():.2f} s")
    for language, rate in _articles().items():
        print(f"reading, one core, {language}: {rate:.0f} articles of 3 kB a second")
    if cases is not None:
        _score(cases)


def timed(work: Callable[[], object], rounds: int = 5) -> float:
    """Median seconds of `rounds` calls."""
    found = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        found.append(time.perf_counter() - start)
    return statistics.median(found)


def _loop() -> int:
    total = 0
    for number in range(3_000_000):
        total += number
    return total


def _two_reports() -> float:
    reports = [
        str(EXAMPLE / name) for name in ("voorbeeldblad-2022-09-08.html", "sahifat-al-mithal-2022-09-08.txt")
    ]
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "dragoman", "read", *reports, "-q", "-o", folder + "/dossier.html"]
        return timed(lambda: subprocess.run(command, check=True))


def _articles() -> dict[str, float]:
    by_language: dict[str, list[Document]] = {}
    for document in load(str(EXAMPLE)):
        if isinstance(document, Document):
            reading = read_document(document)
            by_language.setdefault(reading.language or "?", []).append(document)
    rates = {}
    for language, documents in sorted(by_language.items()):
        size = sum(len(d.text.encode()) for d in documents)
        seconds = timed(lambda documents=documents: [read_document(d) for d in documents], 7)  # type: ignore[misc]
        rates[language] = size / ARTICLE / seconds
    return rates


def _score(cases: Path) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        gold = folder / "gold"
        gold.mkdir()
        lines = []
        for path in sorted(cases.glob("*/*.gold.json")):
            row = msgspec.json.decode(path.read_bytes())
            if row["language"] in ("en", "nl", "ar"):
                shutil.copy(path, gold / f"{row['id']}.json")
                reading = read_text(row["text"], language=row["language"], published=row["published"])
                lines.append(msgspec.json.encode(msgspec.structs.replace(reading, id=row["id"])))
        (folder / "readings.jsonl").write_bytes(b"\n".join(lines))
        subprocess.run(
            [sys.executable, str(cases / "score.py"), str(gold), str(folder / "readings.jsonl")], check=True
        )


if __name__ == "__main__":
    main()
