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
        senses = {entry.concept for _, entry in pack.entries if entry.verbs or entry.nouns or entry.adjectives or entry.phrases}
        forms = pack.lexicon.size
        examples = sum(len(entry.examples) for _, entry in pack.entries)
        never = sum(len(entry.never) for _, entry in pack.entries)
        gaps = sum(len(entry.known_gaps) for _, entry in pack.entries)
        status = pack.habits.status + (f" ({pack.habits.missing})" if pack.habits.missing else "")
        rows.append(
            f"| {pack.habits.name} ({code}) | {status} | {len(senses - {'other_verb'})} of {total} | {forms:,} | {examples} | {never} | {gaps} |"
        )
    return "\n".join(rows)
