"""Certainty: how surely a speaker blames, in the speaker's own words.

Three things, never one: likelihood ("almost certainly"), confidence in the basis ("high
confidence") and the outlet's distance ("reportedly"). A word is kept as written, with the interval
its scale gives it and the name of that scale. Source of the intervals: ICD 203 (2015), as printed
in the MISP estimative-language taxonomy v5.
"""

from typing import NamedTuple

from dragoman.model.reading import Certainty

SCALE = "ICD 203"
_INTERVALS: dict[str, tuple[float, float]] = {
    "almost_certain": (95.0, 99.0),
    "very_likely": (80.0, 95.0),
    "likely": (55.0, 80.0),
    "possible": (20.0, 55.0),
    "unlikely": (20.0, 45.0),
}
_LEVEL: dict[str, Certainty] = {
    "certain": "certain",
    "almost_certain": "almost_certain",
    "very_likely": "likely",
    "likely": "likely",
    "possible": "possible",
    "unlikely": "unlikely",
}


class Sureness(NamedTuple):
    level: Certainty = "stated"
    text: str | None = None
    interval: tuple[float, float] | None = None
    scale: str | None = None
    reportive: bool = False


def sureness(found: list[tuple[frozenset[str], str]], hearsay: bool) -> Sureness:
    """The certainty the words `found` (their levels, as written) give a claim.

    The most cautious likelihood wins where a clause holds two; a hedge is never outweighed by a
    strong word beside it. "Possible" has no interval in ICD 203: 20-55 spans its neighbours.
    """
    order = ("unlikely", "possible", "likely", "very_likely", "almost_certain", "certain")
    reportive = hearsay or any("reportive" in levels for levels, _ in found)
    for level in order:
        for levels, text in found:
            if level in levels:
                interval = _INTERVALS.get(level)
                return Sureness(_LEVEL[level], text, interval, SCALE if interval else None, reportive)
    # Confidence in the basis is shown as written; it makes no claim more or less likely.
    for level in ("confidence_low", "confidence_moderate", "confidence_high"):
        for levels, text in found:
            if level in levels:
                return Sureness("stated", text, None, f"{SCALE} {level.replace('_', ': ')}", reportive)
    shown = next((text for levels, text in found if "reportive" in levels), None)
    return Sureness("stated", shown, None, None, reportive)
