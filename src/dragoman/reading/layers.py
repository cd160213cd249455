"""Layers: whose words an act stands in, and what that makes of it.

"X says Y accuses Z of W" is three layers. Every clause, and every act inside one, has the chain of
layers round it, outermost first; the table below says what a layer does to the act in it.
"""

from functools import cache

import msgspec

from dragoman.languages import of_kinds
from dragoman.reading.cast import Who
from dragoman.reading.units import Unit

DROPPED = frozenset({"advice", "possible", "requested", "conditional", "question"})
"""What an act becomes that is no event: somebody's advice, wish, fear or condition."""

# What a layer that sets a status does to an act whose status from the layers inside it is …
# A row is (layer, inner) → outer; "*" any. First match wins.
_TABLE: tuple[tuple[str, str, str], ...] = (
    ("conditional", "*", "conditional"),
    ("question", "*", "question"),
    ("advice", "*", "advice"),
    ("possible", "*", "possible"),
    ("requested", "*", "requested"),
    ("negated", "planned", "negated"),
    ("negated", "negated", "occurred"),
    ("negated", "*", "negated"),
    ("denied", "*", "denied"),
    ("threatened", "*", "threatened"),
    ("purpose", "*", "planned"),
    ("planned", "negated", "negated"),
    ("planned", "*", "planned"),
    ("alleged", "occurred", "alleged"),
    ("alleged", "*", "*"),
    ("same", "*", "*"),
    ("agreed", "*", "planned"),
)


@cache
def compose(outer: str, inner: str) -> str:
    """The status of an act of status `inner` inside a layer that says `outer`.

    >>> compose("alleged", "planned"), compose("denied", "occurred"), compose("negated", "planned")
    ('planned', 'denied', 'negated')
    """
    for layer, within, result in _TABLE:
        if layer == outer and within in (inner, "*"):
            return inner if result == "*" else result
    return inner


class Layer(msgspec.Struct, frozen=True, eq=False):
    """One layer: the concept that makes it, who speaks in it, and the status it gives."""

    concept: str
    speaker: tuple[Who, ...]
    status: str
    unit: Unit | None = None
    quoted: bool = False

    @property
    def says(self) -> bool:
        """Whether it is somebody's words."""
        return self.concept in of_kinds("speech")


def status_of(layers: tuple[Layer, ...], own: str) -> str:
    """The status of an act of its own status `own` inside `layers` (outermost first)."""
    if not layers:
        return own
    status = own
    for layer in reversed(layers):
        status = compose(layer.status, status)
    return status
