"""Running a pack's examples: every rule carries its own tests, and this is where they are run.

A line of `gives` is "TYPE actor > recipient [status]", "BLAME by > accused [certainty]",
"DENY|DOUBT|ACKNOWLEDGE|CLAIM by > accused" or "SAYS speaker act"; "-" is nobody.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from dragoman.languages import load
from dragoman.languages.schema import Example
from dragoman.model import Document, Reading
from dragoman.reading.document import read_document

_STANCES = {
    "BLAME": "accuses",
    "DENY": "denies",
    "DOUBT": "doubts",
    "ACKNOWLEDGE": "acknowledges",
    "CLAIM": "claims",
}
_STATUSES = ("occurred", "planned", "threatened", "alleged", "denied", "negated")
_CERTAINTIES = ("certain", "almost_certain", "likely", "possible", "unlikely", "stated")
_LINE = re.compile(
    r"(?P<head>[A-Z_]+) (?P<left>.+?) > (?P<right>.+?)"
    rf"(?: (?P<extra>{'|'.join((*_STATUSES, *_CERTAINTIES))}))?$"
)


class Fault(NamedTuple):
    """One example that does not hold: where it stands, its text, what was expected, what was read."""

    file: str
    concept: str
    text: str
    expected: str
    read: str

    def __str__(self) -> str:
        verdict = f"expected {self.expected}; read {self.read or 'nothing'}"
        return f"{self.file}, {self.concept}\n  «{self.text}»\n  {verdict}"


def lines_of(reading: Reading) -> list[str]:
    """The findings of a reading in the notation of the examples."""

    def name(party: object) -> str:
        return getattr(party, "label", None) or "-"

    out = [f"{e.type} {name(e.actor)} > {name(e.recipient)} {e.status}" for e in reading.events]
    names = {v: k for k, v in _STANCES.items()}
    out += [f"{names[a.stance]} {name(a.by)} > {name(a.accused)} {a.certainty}" for a in reading.attributions]
    out += [f"SAYS {name(s.speaker)} {s.act}" for s in reading.statements]
    return out


def missing(example: Example, reading: Reading) -> str | None:
    """What an example expects and the reading has not, or an event of a type it does not list."""
    found = lines_of(reading)
    for line in example.gives:
        match = _LINE.match(line)
        if match is None:
            if line not in found:
                return line
            continue
        head, left, right, extra = match.group("head", "left", "right", "extra")
        start = f"{head} {left} > {right} "
        hits = [f for f in found if f.startswith(start)]
        wanted = extra or ("occurred" if head not in _STANCES else None)
        if wanted and extra is None and head not in _STANCES:
            # An example that does not name a status is about the parties; "occurred" is the usual one.
            hits = [h for h in hits if h[len(start) :] in ("occurred", "threatened", "alleged")]
        elif wanted:
            hits = [h for h in hits if h[len(start) :] == wanted]
        if not hits:
            return line
    types = {line.split(" ", 1)[0] for line in example.gives}
    for event in reading.events:
        if event.type not in types and any(t not in _STANCES and t != "SAYS" for t in types):
            return f"no {event.type}"
    return None


def check(code: str) -> Iterator[Fault]:
    """Every example, counter-example and known gap of a pack that does not hold."""
    for file, entry in load(code).entries:
        place = f"languages/{code}/{file}"
        for example in entry.examples:
            reading = _read(example.text, code)
            if (lost := missing(example, reading)) is not None:
                yield Fault(place, entry.concept, example.text, lost, "; ".join(lines_of(reading)))
        for text in entry.never:
            reading = _read(text, code)
            if reading.events or reading.attributions:
                yield Fault(place, entry.concept, text, "no event", "; ".join(lines_of(reading)))
        for example in entry.known_gaps:
            reading = _read(example.text, code)
            if missing(example, reading) is None:
                promote = "what it should: move it up to the examples"
                yield Fault(place, entry.concept, example.text, "a known gap", promote)


def _read(text: str, code: str) -> Reading:
    return read_document(Document(id="example", text=text, language=code, published="2024-03-22"))
