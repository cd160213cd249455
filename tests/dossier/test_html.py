"""The page: closed to the network, safe with hostile text, every line with a way to its sentence."""

import base64
import hashlib
import re
from collections import Counter
from html.parser import HTMLParser

import pytest
from msgspec.structs import replace

from dragoman.dossier import render_html
from dragoman.dossier.evidence import supports
from dragoman.dossier.safe import clean
from dragoman.model import Dossier, Reading, Span, Support, Unread

from .fixture import ACTORS, LEDGER, STATEMENTS, TEXTS, dossier, proof, span, story

VOID = frozenset({"meta", "br", "hr", "img", "input", "link", "rect", "col", "wbr"})
# What may not stand inside a paragraph or a heading.
BLOCKS = frozenset(
    {"p", "div", "ul", "ol", "dl", "table", "section", "article", "figure", "blockquote", "details"}
)


class Page(HTMLParser):
    """A page as a checked tree: tags must nest; keeps attributes, and the text of each element by id."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[tuple[str, str | None]] = []
        self.text: dict[str, str] = {}
        self.shown: list[str] = []
        self.feed(html)
        self.close()
        assert not self.open, f"never closed: {self.open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"an attribute twice: {tag} {attrs}"
        if tag in BLOCKS:
            inside = [name for name, _ in self.open if name in ("p", "h1", "h2", "h3", "span")]
            assert not inside, f"<{tag}> inside <{inside}>"
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append((tag, dict(attrs).get("id")))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open[-1][0] == tag, f"</{tag}> closes <{self.open[-1][0]}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1][0] not in ("style", "script"):
            self.shown.append(data)
        for _, identity in self.open:
            if identity:
                self.text[identity] = self.text.get(identity, "") + data

    def attributes(self, name: str) -> list[str]:
        return [attrs[name] or "" for _, attrs in self.tags if name in attrs]

    @property
    def reads(self) -> str:
        return " ".join("".join(self.shown).split())


def many() -> Dossier:
    bare = story(
        id="s2", title="Nothing said",
        timeline=(), attributions=(), statements=(), agreements=(), disputes=(),
        actors=(), documents=("nl-1",), languages=("nl",), witnesses=(), period=None,
    )  # fmt: skip
    return dossier(story(), bare)


PAGES = {
    "one story": dossier,
    "many stories": many,
    "no reading kept": lambda: replace(dossier(), readings=()),
    "no story": lambda: replace(dossier(), stories=()),
    "nothing": lambda: Dossier(stories=()),
}


@pytest.fixture(scope="module", params=PAGES)
def page(request: pytest.FixtureRequest) -> Page:
    return Page(render_html(PAGES[request.param]()))


@pytest.fixture(scope="module")
def full() -> Page:
    return Page(render_html(dossier()))


def test_ids_are_unique_and_every_inner_link_leads_somewhere(page: Page) -> None:
    identities = page.attributes("id")
    assert [i for i, n in Counter(identities).items() if n > 1] == []
    inner = [href[1:] for href in page.attributes("href") if href.startswith("#")]
    assert inner
    assert set(inner) <= set(identities)
    assert set(page.attributes("aria-labelledby")) <= set(identities)


def test_nothing_is_loaded(page: Page) -> None:
    assert not {tag for tag, _ in page.tags} & {
        "link",
        "img",
        "iframe",
        "object",
        "embed",
        "base",
        "form",
        "video",
    }
    assert not page.attributes("src")
    assert not page.attributes("style"), "the policy forbids style attributes"
    assert not [name for _, attrs in page.tags for name in attrs if name.startswith("on")]


def test_links_lead_to_web_pages_or_into_the_page(full: Page) -> None:
    outward = {href for href in full.attributes("href") if not href.startswith("#")}
    assert outward == {"https://ledger.example/albania?a=1&b=2"}


def test_policy_allows_only_the_style_and_script_of_the_page() -> None:
    html = render_html(dossier())
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', html)
    assert policy is not None
    rules = policy[1].replace("&#39;", "'")
    assert rules.startswith("default-src 'none';")
    assert "unsafe" not in rules
    for tag in ("style", "script"):
        found = re.findall(f"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        assert len(found) == 1
        digest = base64.b64encode(hashlib.sha256(found[0].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in rules
        assert "http" not in found[0]
        assert "@import" not in found[0]


def test_hostile_text_is_shown_and_not_obeyed(full: Page) -> None:
    assert [tag for tag, _ in full.tags].count("script") == 1
    assert not {"b", "img"} & {tag for tag, attrs in full.tags if "onerror" in attrs or attrs.get("src")}
    for words in (
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(2)>",
        "<b>Mallory</b>",
        "javascript:alert(1)",
    ):
        assert words in full.reads
    html = render_html(dossier())
    for steering in "\x00\u202a\u202b\u202d\u202e\u2066\u2067\u2068":
        assert steering not in html
    assert "⟦U+202E⟧" in html
    assert "⟦U+0000⟧" in html


def test_lone_surrogates_do_not_break_the_page() -> None:
    reading = Reading(id="x", text="bad \ud800 text", title="\udfff")
    assert "⟦U+D800⟧" in render_html(Dossier(stories=(), readings=(reading,))).encode().decode()


def test_every_evidence_has_its_mark_in_the_full_text(full: Page) -> None:
    numbers = {document: n for n, document in enumerate(TEXTS, 1)}
    spans = {(numbers[s.document], s.evidence) for s in supports(story())}
    assert len(spans) > 30
    for number, evidence in spans:
        identity = f"r{number}-{evidence.start}-{evidence.end}"
        assert f"#{identity}" in full.attributes("href")
        assert full.text[identity].startswith(evidence.text[:5])
    marks = {attrs["id"] for tag, attrs in full.tags if tag == "mark" and "id" in attrs}
    assert marks == {f"r{n}-{e.start}-{e.end}" for n, e in spans}


def test_the_full_texts_are_whole(full: Page) -> None:
    for number, text in enumerate(TEXTS.values(), 1):
        shown = full.text[f"r{number}"]
        assert clean(text) in shown


def test_right_to_left_text_is_set_right(full: Page) -> None:
    quotes = [attrs for tag, attrs in full.tags if tag == "blockquote"]
    arabic = [attrs for attrs in quotes if attrs.get("lang") == "ar"]
    assert arabic
    assert {attrs["dir"] for attrs in arabic} == {"rtl"}
    assert {attrs["dir"] for attrs in quotes if attrs.get("lang") in ("en", "nl")} == {"auto"}
    texts = [attrs for tag, attrs in full.tags if attrs.get("class") == "fulltext"]
    assert [attrs["dir"] for attrs in texts] == ["auto", "auto", "rtl", "auto", "auto"]
    assert ("q", {"class": "own", "lang": "ar", "dir": "rtl"}) in full.tags
    assert "left" not in re.findall(r"(?:margin|padding|border)-(\w+)", render_html(dossier()))


def test_a_language_that_is_no_language_tag_becomes_no_attribute(full: Page) -> None:
    assert set(full.attributes("lang")) == {"en", "nl", "ar"}


def test_evidence_stands_in_its_sentence(full: Page) -> None:
    assert "He added that the attack had failed and that no data had been lost for good." in full.reads


def test_summary_comes_first_and_tells_who_blames_whom(full: Page) -> None:
    reads = full.reads
    blame = "Iran is blamed by Albania (certain), the United States, the United Kingdom (almost certain)"
    assert reads.index("Albania severed diplomatic relations with Iran") < reads.index(
        "Who blames whom How surely"
    )
    assert reads.index(blame) < reads.index("Who blames whom How surely")
    assert "Independent witnesses 3" in reads
    order = [
        reads.rindex(h)
        for h in (
            "Where accounts agree",
            "Where accounts part",
            "Who said what",
            "Not read",
            "The reports in full",
        )
    ]
    assert order == sorted(order)


def test_ledger_shows_words_gloss_interval_and_scale_together(full: Page) -> None:
    row = full.text["s1-l1-3"]
    for part in (
        "United Kingdom",
        "بصورة شبه مؤكدة",
        "almost certain",
        "95–99 %",
        "PHIA",
        "7 September 2022",
    ):
        assert part in row


def test_a_denial_stands_with_the_accusations_it_answers(full: Page) -> None:
    assert "Iran denies responsibility" in full.text["s1-l1"]
    assert "No answer of the accused" in full.text["s1-l3"]
    assert "No answer of the accused" not in full.text["s1-l1"]


def test_quotation_marks_are_not_doubled() -> None:
    for words, expected in (("Albania severed", "verbatim"), ("“The attack", "indirect")):
        said = replace(STATEMENTS[0], quoted=True, support=(proof("en-1", words),))
        page = Page(render_html(dossier(story(statements=(said,)))))
        assert [a["class"] for t, a in page.tags if t == "blockquote" and "class" in a] == [expected]


def test_status_is_said_unless_the_act_occurred(full: Page) -> None:
    badges = [attrs["class"] for _, attrs in full.tags if (attrs.get("class") or "").startswith("badge")]
    assert sorted(badges) == ["badge", "badge alleged", "badge planned", "badge threatened"]


def test_many_stories_have_an_index_first() -> None:
    page = Page(render_html(many()))
    assert page.reads.index("Stories in this dossier") < page.reads.index("Summary")
    assert page.attributes("href").index("#s2") < page.attributes("href").index("#s1-summary")


def test_a_bare_story_reads_well() -> None:
    reads = Page(render_html(many())).reads
    for words in (
        "No report names anybody responsible.",
        "no act between parties could be laid out",
        "There is one witness only",
        "Nobody is quoted.",
        "Nobody is named.",
    ):
        assert words in reads
    assert "None" not in reads


def test_an_empty_dossier_says_why() -> None:
    made = Dossier(stories=(), unread=(Unread("a.pdf", "no text layer"),))
    reads = Page(render_html(made)).reads
    assert "No report could be read" in reads
    assert "no text layer" in reads


def test_evidence_that_does_not_stand_where_it_says_is_shown_without_a_place() -> None:
    wrong = Support(document="en-1", evidence=Span(3, 9, "nowhere"), language="en")
    gone = Support(document="gone", evidence=Span(0, 4, "lost"), language=None)
    line = replace(LEDGER[0], support=(wrong, gone))
    made = dossier(story(attributions=(line,), timeline=(), statements=(), agreements=(), disputes=()))
    page = Page(render_html(made))
    assert "nowhere" in page.reads
    assert "the report is not part of this dossier" in page.reads
    assert not [i for i in page.attributes("id") if re.fullmatch(r"r\d+-\d+-\d+", i)]


def test_the_page_is_the_same_every_time_and_dated_only_on_request() -> None:
    assert render_html(dossier()) == render_html(dossier())
    assert "3 May 2024" not in render_html(dossier())
    assert "3 May 2024" in render_html(dossier(), generated="3 May 2024")


def test_names_of_an_actor_stand_by_language(full: Page) -> None:
    assert "Tehran" in full.text["s1-actors"]
    assert {"lang": "ar"} in [attrs for tag, attrs in full.tags if tag == "bdi"]
    assert len(ACTORS) == 3


def test_why_is_on_demand_and_cites_the_rule(full: Page) -> None:
    whys = [attrs for tag, attrs in full.tags if attrs.get("class") == "why"]
    assert whys
    assert not any("open" in attrs for attrs in whys)
    assert "frame:sever_relations" in full.reads
    assert "date:en.weekday" in full.reads


def test_spans_of_the_fixture_are_verbatim() -> None:
    for support in supports(story()):
        assert TEXTS[support.document][support.evidence.start : support.evidence.end] == support.evidence.text
    assert span("en-1", "TIRANA").start == 46
