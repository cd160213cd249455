"""Coverage: what each pack holds, counted from the packs themselves."""

from dragoman.languages.concepts import concepts
from dragoman.languages.loader import codes, load


def coverage() -> str:
    """A Markdown table: per language its senses with words, word forms, examples, and known gaps."""
    total = sum(1 for c in concepts().values() if c.kind != "verb")
    rows = [
        "| language | status | senses with words | forms | examples | counter-examples | known gaps |",
        "|---|---|---|---|---|---|---|",
    ]
    for code in codes():
        pack = load(code)
        entries = [entry for _, entry in pack.entries]
        senses = {e.concept for e in entries if e.verbs or e.nouns or e.adjectives or e.phrases}
        status = pack.habits.status + (f" ({pack.habits.missing})" if pack.habits.missing else "")
        cells = (
            f"{pack.habits.name} ({code})",
            status,
            f"{len({s for s in senses if concepts()[s].kind != 'verb'})} of {total}",
            f"{pack.lexicon.size:,}",
            sum(len(e.examples) for e in entries),
            sum(len(e.never) for e in entries),
            sum(len(e.known_gaps) for e in entries),
        )
        rows.append(f"| {' | '.join(map(str, cells))} |")
    return "\n".join(rows)
