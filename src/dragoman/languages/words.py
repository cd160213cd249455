"""The words of a pack, one by one: each form in running text, and one sense it has there."""

from collections.abc import Iterator

from dragoman.errors import PackError
from dragoman.languages import schema
from dragoman.languages.lexicon import GOVERNS, Sense
from dragoman.languages.paradigms import Paradigm
from dragoman.text.fold import norm
from dragoman.text.tokens import TOKEN


def function_words(
    habits: schema.PackFile, certainty: schema.CertaintyFile, honorifics: list[str]
) -> Iterator[tuple[str, Sense]]:
    none: frozenset[str] = frozenset()
    for name, words in habits.words.items():
        for word in words:
            yield word, Sense("word", name, none)
    for name, words in habits.auxiliary.items():
        for word in words:
            yield word, Sense("word", "aux", frozenset([name]))
    roles: dict[str, set[str]] = {}
    for role, words in habits.preposition.items():
        for word in words:
            roles.setdefault(word, set()).add(role)
    for word, found in roles.items():
        yield word, Sense("word", "prep", frozenset(found))
    for name, words in habits.pronoun.items():
        for word in words:
            yield word, Sense("word", "pron", frozenset([name]))
    for words in habits.possessive.values():
        for word in words:
            yield word, Sense("word", "poss", none)
    for level in (
        *schema.CERTAINTY_LEVELS,
        "reportive",
        "confidence_high",
        "confidence_moderate",
        "confidence_low",
    ):
        for word in getattr(certainty, level):
            yield word, Sense("word", "certainty", frozenset([level]))
    for word in honorifics:
        yield word, Sense("word", "honorific", none)


def entry_words(
    code: str,
    habits: schema.PackFile,
    entries: list[tuple[str, schema.Entry]],
    paradigms: dict[str, Paradigm],
) -> Iterator[tuple[str, Sense]]:
    """Every form of the words of `entries`. Raises PackError for a word that its paradigm has no form of."""
    none: frozenset[str] = frozenset()
    small = {word for words in habits.preposition.values() for word in words}
    verb, noun = paradigms.get("verb"), paradigms.get("noun")
    for file, entry in entries:
        for pos, paradigm, words, spec_of in (
            ("verb", verb, entry.verbs, str),
            ("noun", noun, entry.nouns, str),
            ("verb", verb, entry.phrases, _spec_of_phrase),
        ):
            for word in words:
                if paradigm is None:
                    yield word.split(";")[0].strip(), Sense(pos, entry.concept, none)
                    continue
                forms = list(paradigm.inflect(spec_of(word)))
                if not forms:
                    where = f"concept {entry.concept!r}"
                    remedy = "Give the part that paradigms.toml cannot make, or mend the rule there."
                    raise PackError(f"languages/{code}/{file}", where, f"{word!r} makes no form", remedy)
                head, plus, tail = spec_of(word).partition(" + ")
                # "meet + with": the preposition stays one, and is looked for further on.
                if not (pos == "verb" and tail.strip() in small and "|" not in spec_of(word)):
                    for form, tags, particle in forms:
                        yield (
                            form,
                            Sense(pos, entry.concept, tags, tuple(particle.split()) if particle else ()),
                        )
                if (
                    plus
                    and pos == "verb"
                    and "|" not in head
                    and len(tail.split()) <= 3
                    and tail.split()[0] != "that"
                ):
                    # "declared the envoy persona non grata": the fixed words may stand further on.
                    fixed = _tokens_of(tail)
                    governs = frozenset([GOVERNS]) if tail in small else none
                    for form, tags, _ in paradigm.inflect(head):
                        yield form, Sense(pos, entry.concept, tags | governs, fixed)
        for word in entry.adjectives:
            head, _, tail = word.partition(" + ")
            yield (
                head.strip(),
                Sense("adj", entry.concept, none, _tokens_of(tail)),
            )


def _tokens_of(words: str) -> tuple[str, ...]:
    """Fixed words as the tokens of a text.

    >>> _tokens_of("d'accord")
    ('d', "'", 'accord')
    """
    return tuple(norm(piece) for piece in TOKEN.findall(words))


def _spec_of_phrase(phrase: str) -> str:
    """A verb phrase as a verb with fixed words behind: its first word inflects.

    >>> _spec_of_phrase("break; broke; broken off ties")
    'break; broke; broken + off ties'
    """
    if " + " in phrase or " " not in phrase:
        return phrase
    _, _, rest = phrase.split(";")[-1].strip().partition(" ")
    head = phrase.rsplit(rest, 1)[0].strip() if rest else phrase
    return f"{head} + {rest}"
