"""Repeats: an act that is told again is one event, in its fullest telling."""

from msgspec.structs import replace

from dragoman.model import Event


def told_before(events: list[Event], event: Event) -> str | None:
    """The id of the event of the document that `event` only tells again, or None: the same act by and to
    the same, or one that names fewer of them. The fuller telling stays in `events`."""
    for number, old in enumerate(events):
        if not (_same_act(old, event) and _same_parties(old, event)):
            continue
        if _named(event) > _named(old):
            events[number] = replace(
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
            events[number] = replace(old, date=event.date)
        return old.id
    return None


def _same_act(old: Event, new: Event) -> bool:
    """The same sense, done or not done in both, on dates that can be one."""
    if old.type != new.type or old.concept != new.concept:
        return False
    if (old.status == "negated") != (new.status == "negated"):
        return False
    if not old.date or not new.date:
        return True
    return old.date.startswith(new.date) or new.date.startswith(old.date)


def _same_parties(old: Event, new: Event) -> bool:
    """Nobody is named otherwise; and one who acts is not met with one who only undergoes."""
    if old.actor != new.actor and old.actor is not None and new.actor is not None:
        return False
    if old.recipient != new.recipient and old.recipient is not None and new.recipient is not None:
        return False
    apart = (old.actor is None) != (new.actor is None) and (old.recipient is None) != (new.recipient is None)
    return not (apart and _named(old) == _named(new) == 1)


def _named(event: Event) -> int:
    return (event.actor is not None) + (event.recipient is not None)
