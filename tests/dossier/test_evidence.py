"""Evidence: verbatim surroundings, marks that nest, spans checked against the text."""

import re

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from dragoman.dossier.evidence import CONTEXT, Library, surroundings
from dragoman.dossier.fulltext import NOISE_SHOWN, marked
from dragoman.model import Noise, Span, Support

from .fixture import EN, dossier, proof

WORDS = st.lists(
    st.sampled_from(["Iran", "denied", "it.", "Yes!", "\n", "وقال", "،", "3.5", "。", "x" * 90]), max_size=60
)


@given(WORDS.map(" ".join), st.data())
def test_surroundings_hold_the_evidence_and_stay_within_the_limit(text: str, data: st.DataObject) -> None:
    if not text:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    left, right = surroundings(text, start, end)
    assert 0 <= left <= start < end <= right <= len(text)
    assert right - left <= max(CONTEXT, end - start)


def test_a_sentence_is_not_cut_at_an_abbreviation_or_a_number() -> None:
    text = "It rained. The U.S. Army paid 3.5 million to Mr. Rama for it. Then it stopped raining there."
    hit = text.index("paid")
    left, right = surroundings(text, hit, hit + 24)
    assert text[left:right] == "The U.S. Army paid 3.5 million to Mr. Rama for it."


def test_sentences_end_in_other_scripts() -> None:
    text = "الأولى هنا. والثانية وقال فيها الوزير كلاما كثيرا جدا؟ ثم الثالثة."
    hit = text.index("الوزير")
    left, right = surroundings(text, hit, hit + 6)
    assert text[left:right] == "والثانية وقال فيها الوزير كلاما كثيرا جدا؟"
    text = "第一句话。外交部否认与这次网络攻击有任何关系，并表示遗憾。第三句话。"
    hit = text.index("否认")
    left, right = surroundings(text, hit, hit + 2)
    assert text[left:right] == "外交部否认与这次网络攻击有任何关系，并表示遗憾。"


def test_surroundings_never_show_noise() -> None:
    text = "Menu Home Login The ministry denied it Share Print"
    left, right = surroundings(text, 27, 36, ((0, 16), (39, 50)))
    assert text[left:right] == "The ministry denied it"


def test_a_long_sentence_is_cut_at_words_on_both_sides() -> None:
    text = "word " * 200 + "EVIDENCE" + " word" * 200
    start = text.index("EVIDENCE")
    left, right = surroundings(text, start, start + 8)
    assert re.fullmatch(r"(word )+EVIDENCE( word)+", text[left:right])
    assert CONTEXT - 20 < right - left <= CONTEXT


def test_quote_is_verbatim_and_knows_its_place() -> None:
    library = Library(dossier())
    quote = library.quote(proof("en-1", "the attack had failed"))
    assert quote.before + quote.hit + quote.after in EN
    assert quote.target == f"r1-{EN.index('the attack had failed')}-{EN.index('the attack had failed') + 21}"
    assert (quote.report, quote.language, quote.right_to_left) == (1, "en", False)


def test_offsets_that_lie_lead_nowhere() -> None:
    library = Library(dossier())
    for start, end, text in ((0, 4, "nope"), (-5, -1, "ints"), (10**6, 10**6 + 4, "nope"), (5, 5, "")):
        assert library.quote(Support(document="en-1", evidence=Span(start, end, text))).target is None


SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=8)


@given(SPANS)
def test_marks_nest_whatever_the_spans_and_keep_the_text(spans: list[tuple[int, int]]) -> None:
    text = "a<b>&c\n" * 4
    html = marked(text, spans, (), "r1")
    assert Markup(re.sub(r"</?mark(?: id=\"[^\"]*\")?>", "", html)).unescape() == text
    wanted = {f"r1-{a}-{b}" for a, b in spans if 0 <= a < b <= len(text)}
    found = re.findall(r'<mark id="([^"]+)">', html)
    assert sorted(found) == sorted(wanted)
    depth, position, starts = 0, 0, {}
    for piece in re.split(r"(</?mark[^>]*>)", html):
        if piece.startswith("<mark"):
            depth += 1
            if 'id="' in piece:
                starts[piece[10:-2]] = position
        elif piece == "</mark>":
            depth -= 1
            assert depth >= 0
        else:
            position += len(Markup(piece).unescape())
    assert depth == 0
    assert all(starts[i] == int(i.split("-")[1]) for i in wanted)


def test_noise_is_greyed_abridged_and_gives_way_to_evidence() -> None:
    text = "News. " + "A" * 2000
    html = marked(text, [(0, 5)], [Noise(6, len(text), 'co"de')], "r1")
    assert '<span class="noise" title="co&#34;de">' in html
    assert f"{2000 - NOISE_SHOWN:,} more characters" in html
    assert "noise" not in marked(text, [(0, 8)], [Noise(6, 20, "code")], "r1")
    twice = marked("abcdef", [], [Noise(0, 4, "x"), Noise(2, 6, "y")], "r1")
    assert re.sub(r"<[^>]+>", "", twice) == "abcdef"
