"""The dossier: the same readings in any order, once or twice, are the same bytes; and it is made in time."""

import time
from collections.abc import Callable
from random import Random

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.model import Dossier, Party, Reading, Unread
from dragoman.stories import compile_stories

from .build import (
    ALBANIA,
    COMMON,
    GRU,
    HOUTHIS,
    IRAN,
    JAPAN,
    MEK,
    MICROSOFT,
    RAMA,
    RUSSIA,
    SAUDI,
    USA,
    Part,
    act,
    blame,
    day,
    effect,
    label,
    met,
    number,
    one_story,
    report,
    said,
)

PARTIES = (ALBANIA, IRAN, USA, RUSSIA, SAUDI, JAPAN, GRU, MEK, HOUTHIS, MICROSOFT, RAMA)
DAYS = (
    None,
    "2022",
    "2022-07",
    "2022-07-15",
    "2022-07-16",
    "2022-09-07",
    "2018-12",
    "2022-06-01/2022-08-31",
    "2022-W30",
)
CONCEPTS = (
    "cyberattack",
    "expel",
    "leave_deadline",
    "sever_relations",
    "attack",
    "airstrike",
    "accuse",
    "deny",
    "cancel_meeting",
)
NAMES = (
    "Farhad Mirzoyev",
    "Farkhad Mirzoev",
    "Фархад Мирзоев",
    "Selim Karaduman",
    "Karaduman",
    "سليم كارادومان",
)

party = st.sampled_from(PARTIES)
anybody = st.none() | party
acts = st.builds(
    act,
    st.sampled_from(CONCEPTS),
    anybody,
    anybody,
    on=st.sampled_from(DAYS),
    status=st.sampled_from(["occurred", "alleged", "planned", "negated", "denied"]),
    by=anybody,
)
blames = st.builds(
    blame,
    anybody,
    anybody,
    stance=st.sampled_from(["accuses", "denies", "doubts", "acknowledges", "claims"]),
    certainty=st.sampled_from(["stated", "likely", "almost_certain"]),
    of=st.sampled_from([None, "attack", "nowhere"]),
)
numbers = st.builds(
    number,
    st.just("many"),
    st.sampled_from([None, 2, 7, 24, 3000, 3001]),
    unit=st.sampled_from([None, "hour", "km", "USD", "week"]),
    of=st.sampled_from([None, "diplomats"]),
    concept=st.sampled_from([None, "diplomats"]),
    act=st.sampled_from([None, "expel"]),
    near=st.lists(party, max_size=2),
)
parts: st.SearchStrategy[Part] = st.one_of(
    acts,
    blames,
    numbers,
    st.builds(met, st.sampled_from(NAMES)),
    st.builds(said, anybody, st.sampled_from(["We shall answer for this in time.", "No."])),
    st.builds(effect, st.sampled_from("+-"), anybody, st.sampled_from([None, "attack"])),
    st.builds(label, party, st.sampled_from(["hostile", "opposition"]), anybody),
    st.builds(day, st.just("then"), st.sampled_from([d for d in DAYS if d])),
)


@st.composite
def batches(draw: Callable[..., object]) -> list[Reading]:
    """Up to six reports of what there is to tell, some of them of one wire."""
    made = []
    for n in range(draw(st.integers(1, 6))):  # type: ignore[arg-type]
        body: list[Part] = draw(st.lists(parts, max_size=8))  # type: ignore[assignment]
        made.append(
            report(
                f"d{n}",
                *(COMMON if draw(st.booleans()) else ()),
                *body,
                language=draw(st.sampled_from(["en", "nl", "ar", None])),  # type: ignore[arg-type]
                published=draw(st.sampled_from([None, "2022-07-16", "2022-09-08", "2023-09-08"])),  # type: ignore[arg-type]
                outlet=draw(st.sampled_from([None, "Lowland Press", "Harbour Gazette"])),  # type: ignore[arg-type]
                wire=draw(st.sampled_from([None, None, "wire"])),  # type: ignore[arg-type]
            )
        )
    return made


def stable(made: Dossier) -> bytes:
    return msgspec.json.encode(made)


relaxed = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@relaxed
@given(batches(), st.randoms(use_true_random=False))
def test_the_order_of_reading_changes_nothing(readings: list[Reading], random: Random) -> None:
    shuffled = list(readings)
    random.shuffle(shuffled)
    assert stable(compile_stories(readings)) == stable(compile_stories(shuffled))


@relaxed
@given(batches())
def test_a_reading_given_twice_changes_nothing(readings: list[Reading]) -> None:
    assert stable(compile_stories(readings)) == stable(compile_stories([*readings, *readings]))


@relaxed
@given(batches())
def test_what_a_dossier_holds_holds_together(readings: list[Reading]) -> None:
    made = compile_stories(readings)
    texts = {r.id: r.text for r in readings}
    assert sorted(d for s in made.stories for d in s.documents) == sorted(texts)
    for story in made.stories:
        assert sorted(d for group in story.witnesses for d in group) == sorted(story.documents)
        events = {e.id for e in story.timeline}
        assert len(events) == len(story.timeline)
        lines = (*story.timeline, *story.attributions, *story.statements, *story.agreements)
        assert len({line.id for line in lines}) == len(lines)
        for line in lines:
            assert line.support
            for proof in line.support:
                assert proof.document in story.documents
                assert texts[proof.document][proof.evidence.start : proof.evidence.end] == proof.evidence.text
        for entry in (*story.timeline, *story.attributions):
            assert 1 <= entry.independent_sources <= len(story.witnesses)
            assert entry.because
        assert all(x.of is None or x.of in events for x in story.attributions)
        assert all(a.independent_sources >= 2 for a in story.agreements)
        for dispute in story.disputes:
            assert len(dispute.sides) >= 2
            assert all(side.evidence for side in dispute.sides)
    told = sum(len(r.events) for r in readings)
    assert sum(len(e.support) for s in made.stories for e in s.timeline) == told, (
        "no event is lost or doubled"
    )


@relaxed
@given(batches())
def test_a_dossier_goes_through_json_unchanged(readings: list[Reading]) -> None:
    made = compile_stories(readings)
    assert msgspec.json.decode(stable(made), type=Dossier) == made


def test_of_two_readings_under_one_id_the_same_is_kept_in_any_order() -> None:
    one, other = report("a", *COMMON), report("a", act("expel", ALBANIA, IRAN))
    assert stable(compile_stories([one, other])) == stable(compile_stories([other, one]))


def test_a_later_story_changes_nothing_in_an_earlier_one() -> None:
    first = [report(f"a{n}", *COMMON, act("expel", ALBANIA, IRAN)) for n in range(3)]
    later = [report("z", act("attack", HOUTHIS, SAUDI, on="2024-01-02"), published="2024-01-03")]
    before = {s.id: s for s in compile_stories(first).stories}
    after = {s.id: s for s in compile_stories([*first, *later]).stories}
    assert before.items() <= after.items()


def test_the_largest_story_comes_first_and_what_was_not_read_is_kept() -> None:
    unread = (Unread("a.pdf", "no text layer"),)
    made = compile_stories(
        [
            report("z", act("attack", HOUTHIS, SAUDI), published="2024-01-03"),
            report("a", *COMMON),
            report("b", *COMMON),
        ],
        unread,
        "1.2",
    )
    assert [s.documents for s in made.stories] == [("a", "b"), ("z",)]
    assert made.unread == unread
    assert made.version == "1.2"


def test_a_story_says_its_languages_period_and_title() -> None:
    cut = act("sever_relations", ALBANIA, IRAN, on="2022-09-07")
    story = one_story(
        report(
            "a",
            *COMMON,
            cut,
            act("take_in", ALBANIA, MEK, on="2016"),
            language="nl",
            title="Tirana breekt met Teheran",
        ),
        report("b", *COMMON, cut, language="en", title="Tirana breaks with Tehran"),
    )
    assert story.languages == ("en", "nl")
    assert story.period == "2022-07-15/2022-09-07", "background is left out"
    assert story.title == "Tirana breaks with Tehran"


@pytest.mark.parametrize("stories", [1, 20])
def test_a_hundred_reports_are_laid_out_in_seconds_not_minutes(stories: int) -> None:
    random = Random(7)
    readings = []
    for n in range(100):
        topic = n % stories
        cast = [Party(f"group:g{topic}-{k}", f"Group {topic}-{k}") for k in range(6)]
        body: list[Part] = [
            act("cyberattack", cast[0], ALBANIA, on="2022-07-15", id="attack"),
            blame(ALBANIA, cast[0], of="attack"),
        ]
        for k in range(15):
            body.append(act(random.choice(CONCEPTS), *random.sample(cast, 2), on=random.choice(DAYS)))
            body.append(said(random.choice(cast), f"These are the words number {random.random()}."))
            body.append(met(f"{random.choice(NAMES).split()[0]} Person{topic}x{random.randrange(40)}"))
            if k < 5:
                body.append(blame(*random.sample(cast, 2)))
                body.append(number("many", random.randrange(2, 5000), "hour", near=cast[:1]))
        readings.append(report(f"d{n:03}", *body, language=random.choice(["en", "nl", "ar"])))
    compile_stories(readings[:2])  # what is loaded once for all is not counted
    start = time.process_time()
    made = compile_stories(readings)
    assert time.process_time() - start < 12  # 1 when quiet; all pairs of everything took minutes
    assert len(made.stories) == stories
