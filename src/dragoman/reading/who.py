"""Who: somebody a report names, and for which state or body they act."""

import msgspec

from dragoman.knowledge import Known, store
from dragoman.model import Party

GOVERNING = frozenset({"GOV", "LEG"})
"""Sectors whose acts are acts of the state."""


class Who(msgspec.Struct, frozen=True, gc=False):
    """Somebody: `state` is the id of the state or body whose act its act is ("the foreign ministry" →
    "country:IRN", NATO's secretary-general → "org:nato"), None for those that news names in their
    own right (police, services, companies)."""

    id: str
    label: str
    type: str
    country: str | None = None
    sector: str | None = None
    state: str | None = None
    unnamed: bool = False

    def undergoer(self) -> Party:
        """The party an act is done to: the state of unnamed people, bodies and places of a state."""
        if self.state is None and self.country and (self.unnamed or self.type == "place"):
            known = store().country(self.country)
            return Party(known.id, known.label) if known else Party(self.id, self.label)
        return self.party() if self.type == "person" else self.actor()

    def blamed(self) -> Party:
        """The party a charge is against: the state for its government and whoever leads it, and the person
        for one known by name who holds no post, such as an agent."""
        known = store().get(self.id) if self.type == "person" else None
        return self.party() if known is not None and not known.offices else self.actor()

    def party(self) -> Party:
        return Party(self.id, self.label)

    def actor(self) -> Party:
        """The party of an event: the state where the body acts for it."""
        if self.state is None:
            return Party(self.id, self.label)
        known = store().get(self.state)
        return Party(known.id, known.label) if known else Party(self.id, self.label)


def known_who(known: Known, day: str | None = None) -> Who:
    """A known entity as somebody in a text of `day`: an office holder acts for the state or body whose
    office it was on that day, and for nobody when the term is over."""
    state = f"country:{known.acts_for}" if known.acts_for and known.sector in GOVERNING else None
    if known.type == "person":
        for post in known.offices:
            if day is None or (
                (not post.since or post.since <= day) and (not post.until or day <= post.until + "~")
            ):
                body = store().get(post.of) if ":" in post.of else None
                owner = body.acts_for if body is not None else None if ":" in post.of else post.of
                state = f"country:{owner}" if owner else post.of
                break
    return Who(known.id, known.label, known.type, known.country, known.sector, state)
