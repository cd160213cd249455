"""Repeats: an act that is told again is one event, in its fullest telling."""

from bisect import bisect_left, insort
from collections.abc import Iterable

from msgspec.structs import replace

from dragoman.model import Event

_Act = tuple[str, str | None, bool]
"""What was done: its type, its sense, and whether it was not done."""


class Told:
    """The events of a document, each once, in the order in which they were first told.

    Looked up by what they tell and by where: the time a document takes must not grow with the square of
    what it tells.

    violence: whether an attack or an assault is among them.
    """

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.violence = False
        self._alike: dict[_Act, list[int]] = {}
        self._dated: dict[tuple[_Act, str], list[int]] = {}
        self._places: list[tuple[int, int]] = []  # start of the trigger, number of the event

    def add(self, event: Event) -> None:
        number = len(self.events)
        self.events.append(event)
        self.violence = self.violence or event.type in ("COERCE", "ASSAULT")
        act = _act(event)
        self._alike.setdefault(act, []).append(number)
        self._dated.setdefault((act, _year(event)), []).append(number)
        insort(self._places, (event.trigger.start, number))

    def within(self, start: int, end: int) -> list[Event]:
        """The events whose word stands in text[start:end]."""
        places = self._places
        here = places[bisect_left(places, (start, -1)) : bisect_left(places, (end, -1))]
        return [self.events[number] for number in sorted([n for _, n in here])]

    def again(self, event: Event) -> str | None:
        """The id of the event that `event` only tells again, or None: the same act by and to the same, or
        one that names fewer of them. The fuller telling stays."""
        number = self._known(event)
        if number is None:
            return None
        old = self.events[number]
        if _named(event) > _named(old):
            new = replace(
                old,
                actor=event.actor,
                recipient=event.recipient,
                date=old.date or event.date,
                status=event.status,
                reported_by=event.reported_by,
                evidence=event.evidence,
                trigger=event.trigger,
                because=event.because,
            )
        elif old.date is None and event.date is not None:
            new = replace(old, date=event.date)
        else:
            return old.id
        self._put(number, old, new)
        return old.id

    def _known(self, event: Event) -> int | None:
        """The number of the first event of the same act, parties and date."""
        act = _act(event)
        if event.date is None:
            return self._first(self._alike.get(act, ()), event)
        found = [self._first(self._dated.get((act, year), ()), event) for year in (_year(event), "")]
        return min((number for number in found if number is not None), default=None)

    def _first(self, numbers: Iterable[int], event: Event) -> int | None:
        return next((n for n in numbers if _is_one(self.events[n], event)), None)

    def _put(self, number: int, old: Event, new: Event) -> None:
        """Put `new` in the place of `old`."""
        self.events[number] = new
        if new.trigger.start != old.trigger.start:
            del self._places[bisect_left(self._places, (old.trigger.start, number))]
            insort(self._places, (new.trigger.start, number))
        if _year(new) != _year(old):
            act = _act(old)
            self._dated[act, _year(old)].remove(number)
            insort(self._dated.setdefault((act, _year(new)), []), number)


def _act(event: Event) -> _Act:
    return event.type, event.concept, event.status == "negated"


def _year(event: Event) -> str:
    """The year of an event, "" for none: two dates that can be one are of one year."""
    return event.date[:4] if event.date else ""


def _is_one(old: Event, new: Event) -> bool:
    """Whether two tellings of one act can be of one time and the same parties: nobody is named otherwise,
    and one who acts is not met with one who only undergoes."""
    if old.actor != new.actor and old.actor is not None and new.actor is not None:
        return False
    if old.recipient != new.recipient and old.recipient is not None and new.recipient is not None:
        return False
    if old.date and new.date and not (old.date.startswith(new.date) or new.date.startswith(old.date)):
        return False
    apart = (old.actor is None) != (new.actor is None) and (old.recipient is None) != (new.recipient is None)
    return not (apart and _named(old) == _named(new) == 1)


def _named(event: Event) -> int:
    return (event.actor is not None) + (event.recipient is not None)
