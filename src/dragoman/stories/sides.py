"""Sides: the values that a dispute is made of, and who stands on each."""

from collections.abc import Iterable

from dragoman.model import Dispute, Party, Reason, Side, Support, TimelineEvent
from dragoman.model.dossier import DisputeKind

NARRATOR = "narrator"


def dispute(about: str, kind: DisputeKind, sides: Iterable[Side], note: str) -> Dispute:
    """A dispute without its id. note: what was compared, in plain English."""
    return Dispute(
        id="", about=about, kind=kind, sides=tuple(sides), because=(Reason(f"dispute:{kind}", note=note),)
    )


def side(value: str, who: str, support: Iterable[Support]) -> Side:
    """One side. The same words of one document stand on it once."""
    evidence = tuple(dict.fromkeys(support))
    return Side(
        value=value, who=who, documents=tuple(dict.fromkeys(s.document for s in evidence)), evidence=evidence
    )


def names(parties: Iterable[Party | None]) -> str:
    """The parties named, each once; "narrator" where nobody is."""
    return ", ".join(dict.fromkeys(p.label for p in parties if p is not None)) or NARRATOR


def voices(support: Iterable[Support]) -> str:
    """Whose words they are: the speakers, and "narrator" for those of the reports themselves."""
    return ", ".join(dict.fromkeys(s.said_by.label if s.said_by else NARRATOR for s in support))


def documents(event: TimelineEvent) -> set[str]:
    return {s.document for s in event.support}
