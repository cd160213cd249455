"""MISP galaxy clusters: threat actors, tools and the like, one JSON file a cluster.

Format: https://github.com/MISP/misp-galaxy (clusters). Read: clusters of threat actors, ransomware groups and
malware; value, synonyms, country, state sponsor.
"""

from collections.abc import Callable, Iterator
from typing import IO, Any

import msgspec

from dragoman.knowledge.entry import BadLine, Entry
from dragoman.knowledge.importing.rows import ordered, texts

_TYPES = {
    "threat-actor": "threat_actor",
    "microsoft-activity-group": "threat_actor",
    "mitre-intrusion-set": "threat_actor",
    "360net-threat-actor": "threat_actor",
    "ransomware": "malware",
    "malpedia": "malware",
    "mitre-malware": "malware",
    "tool": "malware",
}


def read(
    lines: IO[str], country: Callable[[str], str | None]
) -> Iterator[tuple[int, Entry | BadLine | None]]:
    """The entries of a cluster; `line` is the place of the value in it."""
    try:
        cluster = msgspec.json.decode(lines.read())
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        yield 1, BadLine(1, f"is no JSON: {error}")
        return
    values = cluster.get("values") if isinstance(cluster, dict) else None
    if not isinstance(values, list):
        yield 1, BadLine(1, "holds no list of values")
        return
    kind = _TYPES.get(str(cluster.get("type")), "threat_actor")
    for number, value in enumerate(values, 1):
        yield number, _entry(value, kind, number, country)


def _entry(value: Any, kind: str, line: int, country: Callable[[str], str | None]) -> Entry | BadLine | None:
    if not isinstance(value, dict) or not isinstance(value.get("value"), str) or not value["value"].strip():
        return BadLine(line, "has no value")
    found = value.get("meta")
    meta: dict[str, Any] = found if isinstance(found, dict) else {}
    label = " ".join(value["value"].split())
    states = [
        country(code)
        for code in (*texts(meta.get("country")), *texts(meta.get("cfr-suspected-state-sponsor")))
    ]
    state = next((s for s in states if s), None)
    forms = [label, *texts(meta.get("synonyms"))]
    return Entry(
        id=f"misp:{value.get('uuid') or label.casefold()}",
        label=label,
        type=kind,
        country=state,
        sector="UAF" if kind == "threat_actor" else None,
        sponsor=f"country:{state}" if state and kind == "threat_actor" else None,
        names=ordered({"": forms}),
    )
