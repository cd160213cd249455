"""Witnesses: whoever prints another's words is not a second one; whoever wrote his own is."""

from dragoman.model import Noise
from dragoman.stories.witnesses import containment, independent, shingles, witness_groups

from .build import ALBANIA, IRAN, RAMA, USA, Part, act, blame, number, report, said

DISPATCH = (
    "The government in Tirana ordered every Iranian diplomat out of the country on Wednesday. "
    "A ministry official said that the servers of the state had been attacked for weeks. "
    "Allies were told beforehand, and the embassy was empty by the next evening. "
    "Trade between the two countries is small, and few Albanians will notice the change."
)
OWN = (
    "Late at night the lights were still on in the prime minister's office, where advisers drafted the note. "
    "Nobody there doubted who was to blame, said one of them, who asked for no name in the paper. "
    "For years the exiles in the camp near the coast had been a thorn in the relationship."
)


def test_a_copy_is_no_second_witness() -> None:
    assert witness_groups([report("a", text=DISPATCH), report("b", text=DISPATCH)]) == (("a", "b"),)


def test_an_abridged_and_reordered_reprint_is_no_second_witness() -> None:
    sentences = DISPATCH.split(". ")
    cut = ". ".join([sentences[2], sentences[0]])
    assert witness_groups([report("a", text=DISPATCH), report("b", text=cut)]) == (("a", "b"),)


def test_a_reprint_with_a_paragraph_of_its_own_is_no_second_witness() -> None:
    longer = DISPATCH + " " + OWN
    assert witness_groups([report("a", text=DISPATCH), report("b", text=longer)]) == (("a", "b"),)


def test_two_reports_of_one_thing_in_their_own_words_are_two_witnesses() -> None:
    assert witness_groups([report("a", text=DISPATCH), report("b", text=OWN)]) == (("a",), ("b",))


def test_what_two_pages_share_as_furniture_does_not_join_them() -> None:
    bar = (
        "Share this article by mail, message or link. Sign up for our letter and never miss a story again. "
        * 6
    )
    pages = [
        report(i, text=bar + body, noise=[Noise(0, len(bar), "page furniture")])
        for i, body in (("a", DISPATCH), ("b", OWN))
    ]
    assert witness_groups(pages) == (("a",), ("b",))


def test_copies_of_copies_are_one_group() -> None:
    half = len(DISPATCH) // 2
    made = [report("a", text=DISPATCH + OWN), report("b", text=DISPATCH[:half]), report("c", text=OWN)]
    assert witness_groups(made) == (("a", "b", "c"),)


WORDS = "We did what every state would do whose hospitals are attacked."


def test_a_credited_agency_with_a_shared_quotation_is_no_second_witness() -> None:
    wire = report("wire", said(RAMA, WORDS), text=DISPATCH, outlet="Lowland Press")
    paper = report(
        "paper", said(RAMA, WORDS), text=OWN + " (Source: Lowland Press)", outlet="Harbour Gazette"
    )
    assert witness_groups([wire, paper]) == (("wire", "paper"),)


def test_a_credit_alone_does_not_take_a_report_its_own_feet() -> None:
    wire = report("wire", said(RAMA, WORDS), text=DISPATCH, outlet="Lowland Press")
    paper = report("paper", text=OWN + " (Source: Lowland Press)", outlet="Harbour Gazette")
    assert witness_groups([wire, paper]) == (("wire",), ("paper",))


def test_a_shared_quotation_alone_does_not_join_two_reports() -> None:
    made = [
        report("a", said(RAMA, WORDS), text=DISPATCH, outlet="A"),
        report("b", said(RAMA, WORDS), text=OWN, outlet="B"),
    ]
    assert witness_groups(made) == (("a",), ("b",))


def test_two_papers_that_sign_with_one_agency_and_share_a_quotation_are_one_witness() -> None:
    made = [
        report("a", said(RAMA, WORDS), text="TIRANA (LP) - " + DISPATCH, outlet="A"),
        report("b", said(RAMA, WORDS), text="TIRANA (LP) - " + OWN, outlet="B"),
    ]
    assert witness_groups(made) == (("a", "b"),)


def test_the_code_of_an_agency_in_the_dateline_credits_it() -> None:
    wire = report("wire", said(RAMA, WORDS), text=DISPATCH, outlet="Lowland Press")
    paper = report("paper", said(RAMA, WORDS), text="TIRANA (LP) - " + OWN, outlet="Harbour Gazette")
    assert witness_groups([wire, paper]) == (("wire", "paper"),)


FACTS: tuple[Part, ...] = (
    act("sever_relations", ALBANIA, IRAN),
    act("condemn", USA, IRAN),
    blame(ALBANIA, IRAN),
    number("24 hours", 24, "hour"),
    number("3,000", 3000, of="exiles"),
)


def test_a_credited_dispatch_in_translation_is_no_second_witness() -> None:
    wire = report("wire", *FACTS, text=DISPATCH, outlet="Lowland Press")
    paper = report("krant", *FACTS, text="Tirana breekt met Teheran. Bron: Lowland Press.", language="nl")
    assert witness_groups([wire, paper]) == (("wire", "krant"),)


def test_a_report_in_another_language_that_credits_nobody_is_a_second_witness() -> None:
    wire = report("wire", *FACTS, text=DISPATCH, outlet="Lowland Press")
    paper = report("krant", *FACTS, text="Tirana breekt met Teheran.", language="nl")
    assert witness_groups([wire, paper]) == (("wire",), ("krant",))


def test_empty_and_tiny_texts_are_their_own_witnesses() -> None:
    made = [report("a", text=" "), report("b", text="."), report("c", text="!?")]
    assert witness_groups(made) == (("a",), ("b",), ("c",))
    assert containment(frozenset(), shingles(made[0])) == 0.0


def test_independent_counts_groups_and_not_documents() -> None:
    assert independent(["a", "b", "c"], [["a", "b"], ["c"], ["d"]]) == 2
    assert independent([], [["a"]]) == 0
