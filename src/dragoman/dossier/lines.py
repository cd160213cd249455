"""Lines: coded values as plain sentences. One function per kind of line, the wording in `phrases/`.

A sentence says no more than the codes: nobody named stays "somebody not named" or a passive, and
a threat never reads as a deed. Verbs stand in the past, so that one form serves "Iran" and "the
Houthis"; where the present is needed the ending follows the name.
"""

from collections.abc import Sequence

from dragoman.dossier.days import day
from dragoman.dossier.phrases import Act, Phrases, load
from dragoman.dossier.safe import clean
from dragoman.model import Dispute, LedgerLine, Party
from dragoman.text.scripts import is_right_to_left


def event_line(
    type: str,
    mode: str | None,
    concept: str | None,
    actor: Party | None,
    recipient: Party | None,
    status: str = "occurred",
    title: str | None = None,
    phrases: Phrases | None = None,
) -> str:
    """One event in one sentence, without a full stop.

    The wording is chosen by concept, else by type and mode, else by type; where none is known the
    `title` stands, and without a title the bare codes do.

    >>> event_line("SANCTION", None, "sever_relations", Party("a", "Albania"), Party("i", "Iran"))
    'Albania severed diplomatic relations with Iran'
    """
    phrases = phrases or load()
    act = _act(type, mode, concept, phrases)
    if act is None:
        return clean(title) if title else _codes(type, actor, recipient)
    if actor and recipient and actor.id == recipient.id:
        recipient = None
    if status in act.says or status not in phrases.acts.status:
        status = "occurred"
    forms = phrases.acts.status[status]
    base, past, participle = act.verb
    wording = _object(act, recipient) if recipient else act.bare
    alone = recipient is not None and wording == "{recipient}"
    to = name(recipient, phrases) if recipient else ""
    thing = wording.replace("{recipient}", to)
    was = "were" if (is_plural(recipient) if recipient and alone else act.plural) else "was"
    if actor:
        line = _fill(forms.active, actor=name(actor, phrases), base=base, past=past, object=thing)
    elif noun := act.noun if recipient else act.noun_bare:
        line = _fill(forms.noun, noun=noun.replace("{recipient}", to), was=was)
    else:
        line = _fill(forms.passive, object=thing, was=was, participle=participle)
    return capital(line)


def deed(
    type: str,
    mode: str | None,
    concept: str | None,
    recipient: Party | None,
    title: str | None = None,
    phrases: Phrases | None = None,
) -> str:
    """An event as a thing that somebody may be blamed for, in small letters.

    >>> deed("COERCE", "cyber", "cyberattack", Party("country:ALB", "Albania"))
    'a cyberattack on Albania'
    """
    phrases = phrases or load()
    act = _act(type, mode, concept, phrases)
    if act is None:
        return clean(title) if title else clean(type)
    noun = act.noun if recipient else act.noun_bare
    to = name(recipient, phrases) if recipient else ""
    if noun:
        return noun.replace("{recipient}", to)
    line = event_line(type, mode, concept, None, recipient, "occurred", title, phrases)
    return line if line.startswith(to) and to else line[:1].lower() + line[1:]


def ledger_line(line: LedgerLine, phrases: Phrases | None = None) -> str:
    """One line of the ledger as a sentence: who blames whom, how surely.

    >>> albania, iran = Party("country:ALB", "Albania"), Party("country:IRN", "Iran")
    >>> ledger_line(LedgerLine(id="1", by=albania, accused=iran, stance="accuses", certainty="likely",
    ...     support=(), independent_sources=1))
    'Albania blames Iran, as likely'
    """
    phrases = phrases or load()
    words = phrases.words
    own = line.by is not None and line.accused is not None and line.by.id == line.accused.id
    form = words.ledger.get(f"{line.stance}_itself") if own or line.accused is None else None
    form = form or words.ledger[line.stance]
    many = line.by is not None and is_plural(line.by)
    text = _fill(
        form,
        by=name(line.by, phrases) if line.by else words.ledger["nobody_by"],
        accused=name(line.accused, phrases) if line.accused else words.ledger["nobody_accused"],
        s="" if many else "s",
        y="y" if many else "ies",
    )
    surely = words.how_surely.get(line.certainty) if line.stance == "accuses" else None
    return capital(f"{text}, {surely}" if surely else text)


def dispute_line(dispute: Dispute, phrases: Phrases | None = None) -> str:
    """What is disputed and by whom: `about`, then each value with those who say it.

    >>> from dragoman.model import Side
    >>> dispute_line(Dispute(id="1", about="number of injured", kind="value", sides=(
    ...     Side(value="7", who="Dutch police", documents=()),
    ...     Side(value="25", who="narrator", documents=()))))
    'Number of injured: 7 (Dutch police) or 25 (in a report’s own words)'
    """
    sides = [
        f"{side_value(side.value)} ({who_says(side.who, len(side.documents))})" for side in dispute.sides
    ]
    return capital(clean(dispute.about)) + (": " + listed(sides, "or") if sides else "")


def who_says(who: str, reports: int = 1) -> str:
    """The speakers of a side; a narrator is the report itself."""
    if who.strip().casefold() in ("narrator", "narrators", ""):
        return "in a report’s own words" if reports < 2 else "in the reports’ own words"
    return _isolated(clean(who))


def side_value(value: str) -> str:
    """The value of a side; a calendar value reads as a date."""
    return day(value) if value[:4].isdigit() and ("-" in value or "/" in value) else clean(value)


def name(party: Party, phrases: Phrases | None = None) -> str:
    """The party's label as it stands inside an English sentence ("the United States")."""
    phrases = phrases or load()
    label = clean(party.label).strip() or clean(party.id)
    if label.startswith(phrases.words.article["starts"]):
        return f"the {label}"
    return _isolated(label)


def is_plural(party: Party) -> bool:
    """Whether the label reads as a plural: "US officials", "Houthis"; never a state or a body."""
    last = party.label.rsplit(maxsplit=1)[-1] if party.label.strip() else ""
    kind = party.id.partition(":")[0]
    if not last.endswith("s") or last.endswith(("ss", "us")):
        return False
    if last[:1].islower():
        return not last.endswith("is")  # "crisis"
    return kind == "group" and " " not in party.label


def listed(parts: Sequence[str], word: str = "and") -> str:
    """The parts as a list in a sentence.

    >>> listed(["a", "b", "c"])
    'a, b and c'
    """
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {word} {parts[-1]}"


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun.

    >>> counted(1, "report"), counted(3, "report")
    ('1 report', '3 reports')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def language_name(code: str | None, phrases: Phrases | None = None) -> str:
    """The English name of a language, its code where the name is not known."""
    if not code:
        return "language not known"
    return (phrases or load()).words.language.get(code.split("-")[0].lower()) or clean(code)


def _act(type: str, mode: str | None, concept: str | None, phrases: Phrases) -> Act | None:
    acts = phrases.acts
    if concept:
        found = acts.act.get(acts.alias.get(concept, concept))
        if found and not concept.isupper():
            return found
    return acts.act.get(acts.mode.get(f"{type}.{mode}", type))


def _object(act: Act, recipient: Party) -> str:
    if act.object_of_state and recipient.id.startswith("country:"):
        return act.object_of_state
    return act.object


def _codes(type: str, actor: Party | None, recipient: Party | None) -> str:
    parties = " → ".join(name(party) for party in (actor, recipient) if party)
    return f"{clean(type)}: {parties}" if parties else clean(type)


def _fill(form: str, **parts: str) -> str:
    """Slots filled in one pass: a name that holds braces is no slot."""
    pieces = []
    for index, piece in enumerate(form.replace("}", "{").split("{")):
        pieces.append(parts[piece] if index % 2 else piece)
    return "".join(pieces).strip()


def _isolated(text: str) -> str:
    """A right-to-left name between left-to-right marks, so that it does not pull in its neighbours."""
    return f"\u200e{text}\u200e" if is_right_to_left(text) else text
