"""Bodies: which institution, post or people of which state a noun of one means ("the Iranian
foreign ministry", "its prime minister")."""

from dragoman.languages import concepts
from dragoman.reading.cast import Cast
from dragoman.reading.units import Unit
from dragoman.reading.who import Who

_OF_STATES = frozenset(
    {
        "president",
        "king",
        "prime_minister",
        "foreign_minister",
        "defence_minister",
        "interior_minister",
        "minister",
        "lawmaker",
        "parliament",
        "presidency",
        "ministry",
        "ministry_foreign",
        "ministry_defence",
        "ministry_interior",
        "ministry_justice",
        "ministry_finance",
        "ministry_intelligence",
        "government",
        "institutions",
        "citizens",
    }
)
"""Bodies and posts that only states have: "its prime minister" is never a company's."""


def body_of(cast: Cast, concept: str, land: Who) -> Who | None:
    """The body or post `concept` of a state; of an organisation the organisation itself."""
    if land.type == "country" or (land.country and land.id.startswith("country:")):
        return cast.body(concept, land.country)
    sense = concepts()[concept]
    if land.type == "person" or sense.private or concept in _OF_STATES:
        return None
    if sense.kind in ("office", "people", "thing") or land.type in ("org", "group"):
        return land
    if land.type == "place" and land.country:
        return cast.body(concept, land.country)
    return None


def implied_state(cast: Cast, concept: str) -> Who | None:
    """The state of "the government" alone inside somebody's own words: the speaker's."""
    sense = concepts()[concept]
    if sense.kind == "organ" and sense.sector in ("GOV", "LEG") and cast.speaking is not None:
        return cast.store_state(cast.speaking)
    return None


def citizen(person: Who, land: Who, concept: str) -> Who:
    """A person with a post of a state or body: acts for it."""
    sense = concepts()[concept]
    if (
        sense.private
        or (concept in ("lawmaker", "leader") and land.type == "country")
        or land.type not in ("country", "org", "group")
    ):
        return person
    return Who(person.id, person.label, person.type, land.country, land.sector, land.id)


def opposition(cast: Cast, unit: Unit, land: Who | None) -> Who | None:
    """ "Iranian dissidents": the one opposition group of that state the report has named."""
    if land is None or land.type != "country" or not unit.has("opposition_label"):
        return None
    return cast.only_group(land.country)


def narrowest(bodies: list[tuple[str, int]], head_last: bool) -> str:
    """Of several bodies in one phrase the one that is its head."""
    ranked = sorted(bodies, key=lambda b: b[1], reverse=head_last)
    return ranked[0][0]
