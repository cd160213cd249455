"""The dossier as Markdown (CommonMark), for a ticket, a wiki or a chat.

It says what the page says, in the same order. Lost: the full texts, the reasons, the marks of
direction (a viewer sets each line by its first strong letter). Outside text is escaped, so that no
report can write a heading, a link or HTML into the file.
"""

import re
from collections.abc import Iterator

from dragoman.dossier import lines
from dragoman.dossier.days import day
from dragoman.dossier.evidence import Library, Quote
from dragoman.dossier.phrases import Words, load
from dragoman.dossier.safe import tidy, web_address
from dragoman.dossier.view import LedgerView, SourceView, StoryView, origin, report_name, story_view, strays
from dragoman.model import Dossier

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~&])")
# What would start a list or a heading at the start of a line.
_OPENING = re.compile(r"^(\d{1,9})([.)])|^([-+=])")


def render_markdown(dossier: Dossier) -> str:
    """The dossier as Markdown, ending in a line feed. The same dossier gives the same text."""
    library = Library(dossier)
    words = load().words
    blocks: list[str] = []
    if not dossier.stories:
        blocks += ["# Dossier", _nothing(len(dossier.readings))]
    views = [story_view(story, n, library) for n, story in enumerate(dossier.stories, 1)]
    if len(views) > 1:
        blocks.append("# Stories in this dossier")
        blocks.append("\n".join(f"{n}. {_index_line(view)}" for n, view in enumerate(views, 1)))
    for view in views:
        blocks += _story(view, library, words)
    if apart := strays(dossier, library):
        blocks += ["## Reports in no story", "\n".join(_source(one, words) for one in apart)]
    if dossier.unread:
        blocks.append("## Not read")
        blocks.append(
            "\n".join(f"- {plain(one.source, opens=True)}: {plain(one.why)}" for one in dossier.unread)
        )
    return "\n\n".join(block.rstrip() for block in blocks if block) + "\n"


def plain(text: str, *, opens: bool = False) -> str:
    r"""Outside text as Markdown that shows exactly this text, on one line.

    opens: whether it opens a block, where "1." would start a list.

    >>> print(plain("[x](y) <b> 1."), plain("1. May", opens=True))
    \[x\](y) \<b\> 1. 1\. May
    """
    escaped = _SPECIAL.sub(r"\\\1", tidy(text))
    if not opens:
        return escaped
    return _OPENING.sub(lambda met: f"{met[1]}\\{met[2]}" if met[1] else f"\\{met[3]}", escaped)


def _nothing(readings: int) -> str:
    if not readings:
        return "No report could be read, so there is nothing to lay out."
    return f"{lines.counted(readings, 'report')} read, and none of them tells of an act between parties."


def _index_line(view: StoryView) -> str:
    story = view.story
    period = f"{day(story.period)}, " if story.period else ""
    return f"{plain(story.title)} ({plain(period)} {lines.counted(len(story.documents), 'report')})".replace(
        "( ", "("
    )


def _story(view: StoryView, library: Library, words: Words) -> Iterator[str]:
    story = view.story
    yield f"# {plain(story.title)}"
    yield _facts(view)
    if view.happened:
        yield "\n".join(
            f"- **{plain(item.line)}**" + (f", {plain(day(item.event.date))}" if item.event.date else "")
            for item in view.happened
        )
    yield "\n".join(f"- {plain(case.sentence)}." for case in view.cases[:3]) or (
        "No report names anybody responsible."
    )
    yield "\n".join(f"- Disputed: {plain(item.line)}." for item in view.disputed)

    yield "## Timeline"
    yield "\n".join(_events(view, library, words)) or "No act between parties was read."
    yield "## Who blames whom"
    if not view.cases:
        yield "No report names anybody responsible."
    for case in view.cases:
        over = f" (over {plain(case.deed)})" if case.deed else ""
        yield f"### {plain(case.accused)}{over}"
        yield "\n".join(_charge(item, library, words) for item in (*case.charges, *case.answers))
    if view.agreements:
        yield "## Where accounts agree"
        yield "\n".join(
            f"- {plain(lines.capital(item.agreement.about))}"
            + (f": **{plain(lines.side_value(item.agreement.value))}**" if item.agreement.value else "")
            + f" ({lines.counted(item.agreement.independent_sources, 'independent source')})"
            + _proofs(item.quotes, library)
            for item in view.agreements
        )
    if view.disputes:
        yield "## Where accounts part"
        for dispute in view.disputes:
            kind = words.dispute[dispute.dispute.kind]
            yield f"### {plain(lines.capital(dispute.dispute.about))} ({kind.lower()})"
            yield "\n".join(
                f"- **{plain(side.value)}**, {plain(side.who)}" + _proofs(side.quotes, library)
                for side in dispute.sides
            )
    if view.speakers:
        yield "## Who said what"
        for group in view.speakers:
            yield f"### {plain(lines.capital(group.speaker)) if group.speaker else 'Speaker not named'}"
            yield "\n".join(
                f"- {words.speech[item.statement.act]}" + _proofs(item.quotes, library)
                for item in group.statements
            )
    if view.actors:
        yield "## Actors"
        yield "\n".join(
            f"- **{plain(actor.label)}** ({plain(words.entity.get(actor.type, actor.type))})"
            + "".join(
                f"; {plain(lines.language_name(code))}: {plain(', '.join(forms))}"
                for code, forms in sorted(actor.names.items())
            )
            for actor in view.actors
        )
    yield "## Sources"
    yield "\n".join(_source(one, words) for one in view.sources) or (
        "The reports themselves are not part of this dossier."
    )


def _facts(view: StoryView) -> str:
    languages = [plain(lines.language_name(code)) for code, _ in view.languages]
    facts = [
        lines.counted(len(view.story.documents), "report"),
        lines.counted(view.independent, "independent witness", "independent witnesses"),
        lines.listed(languages),
        plain(day(view.story.period)) if view.story.period else "not dated",
    ]
    return " · ".join(fact for fact in facts if fact)


def _events(view: StoryView, library: Library, words: Words) -> Iterator[str]:
    for item in view.timeline:
        event = item.event
        notes = [words.status_word[event.status]] if event.status != "occurred" else []
        notes += ["background"] if event.background else []
        notes.append(lines.counted(event.independent_sources, "independent source"))
        when = plain(day(event.date)) if event.date else "Undated"
        place = f", in {plain(event.place)}" if event.place else ""
        yield (f"- **{when}** {plain(item.line)}{place} ({', '.join(notes)})" + _proofs(item.quotes, library))


def _charge(item: LedgerView, library: Library, words: Words) -> str:
    line = item.line
    notes = []
    if item.words:
        notes.append(f"“{plain(item.words[0])}” = {words.certainty[line.certainty]}")
    elif line.stance == "accuses" and line.certainty == "stated":
        notes.append(words.certainty[line.certainty])
    if line.interval:
        low, high = (f"{bound:g}" for bound in line.interval)
        notes.append(f"{low}–{high} %" + (f" {plain(line.scale)}" if line.scale else ""))
    if line.reportive:
        notes.append("the outlet keeps its distance")
    if line.basis:
        notes.append(f"basis: {plain(line.basis)}")
    if item.deed:
        notes.append(f"over {plain(item.deed)}")
    if line.date:
        notes.append(plain(day(line.date)))
    notes.append(lines.counted(line.independent_sources, "independent source"))
    return f"- **{plain(item.sentence)}** ({'; '.join(notes)})" + _proofs(item.quotes, library)


def _proofs(quotes: tuple[Quote, ...], library: Library) -> str:
    return "".join("\n" + _proof(quote, library) for quote in quotes)


def _proof(quote: Quote, library: Library) -> str:
    """The sentence with the evidence in bold, indented under its line."""
    before, after = plain(quote.before, opens=not quote.cut_before), plain(quote.after)
    text = (
        ("… " if quote.cut_before else "")
        + before
        + (" " if quote.before[-1:].isspace() else "")
        + f"**{plain(quote.hit)}**"
        + (" " if quote.after[:1].isspace() else "")
        + after
        + (" …" if quote.cut_after else "")
    )
    parts = []
    if quote.report:
        reading = library.reading(quote.report)
        parts.append(origin(reading))
    parts.append(lines.language_name(quote.language))
    if quote.report and (published := library.reading(quote.report).published):
        parts.append(day(published))
    where = plain(", ".join(parts)) + (f" [{quote.report}]" if quote.report else "")
    return f"  > {text}\n  > — {where}\n"


def _source(one: SourceView, words: Words) -> str:
    reading = one.reading
    facts = [
        plain(reading.outlet) if reading.outlet else "outlet not known",
        plain(lines.language_name(reading.language)),
        plain(day(reading.published)) if reading.published else "date not known",
        words.document[reading.kind] + (f" ({plain(reading.kind_because)})" if reading.kind_because else ""),
    ]
    if one.beside:
        facts.append(f"one witness with {lines.listed([f'[{n}]' for n in one.beside])}")
    if address := web_address(reading.url):
        facts.append(f"<{address}>")
    return f"- [{one.number}] {plain(report_name(reading))}: {', '.join(facts)}"
