"""Repeats: an act told again is one event, found again by what it tells and by where it stands."""

from hypothesis import given
from hypothesis import strategies as st

from dragoman.model import Event, Party, Span
from dragoman.reading.recording.repeats import Told

PERU, CHAD = Party("country:PER", "Peru"), Party("country:TCD", "Chad")


def event(number: int, at: int, by: Party | None, to: Party | None, date: str | None = None) -> Event:
    """An accusation by and to somebody whose word stands at `at`."""
    return Event(
        id=f"e{number}",
        type="ACCUSE",
        mode="allege",
        concept="accuse",
        actor=by,
        recipient=to,
        date=date,
        evidence=Span(at, at + 7, "accused"),
        trigger=Span(at, at + 7, "accused"),
    )


def told(*events: Event) -> Told:
    found = Told()
    for one in events:
        if found.again(one) is None:
            found.add(one)
    return found


def test_the_fuller_telling_stays_and_stands_where_it_was_told() -> None:
    found = told(event(1, 10, PERU, None), event(2, 50, PERU, CHAD))
    assert [(e.id, e.recipient) for e in found.events] == [("e1", CHAD)]
    assert found.within(0, 20) == []
    assert found.within(40, 60) == found.events


def test_a_day_that_is_told_later_tells_two_acts_apart() -> None:
    found = told(
        event(1, 10, PERU, CHAD),
        event(2, 50, PERU, CHAD, "2021-05-03"),
        event(3, 90, PERU, CHAD, "2021-05"),
        event(4, 130, PERU, CHAD, "2021-06-01"),
        event(5, 170, PERU, CHAD),
    )
    assert [(e.id, e.date) for e in found.events] == [("e1", "2021-05-03"), ("e4", "2021-06-01")]


dates = st.sampled_from([None, "2020", "2021", "2021-05", "2021-05-03", "2021-06", "2021-05-01/2021-05-09"])
parties = st.sampled_from([None, PERU, CHAD])


@given(st.lists(st.tuples(st.integers(0, 99), parties, parties, dates), max_size=30))
def test_nothing_that_is_told_is_lost_or_told_twice(tellings: list[tuple]) -> None:
    found = told(*(event(n, *telling) for n, telling in enumerate(tellings, 1)))
    for one in found.events:
        assert one in found.within(one.trigger.start, one.trigger.start + 1)
        assert found.again(one) in {e.id for e in found.events}
    for n, telling in enumerate(tellings, 1):
        assert found.again(event(n, *telling)) is not None
