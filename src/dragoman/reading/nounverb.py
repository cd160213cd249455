"""Noun or verb: words that may be both ("attacks"), decided by what stands around them."""

from dragoman.languages import concepts
from dragoman.reading.place import Place
from dragoman.reading.scan import Item
from dragoman.reading.units import Unit
from dragoman.reading.words import Words, complete

_BARE_FORMS = frozenset({"pres", "inf", "imp"})


class NounOrVerb:
    """Decides for the words of one document."""

    def __init__(self, words: Words) -> None:
        self.words = words

    def verb_possible(self, tags: frozenset[str], phrase: Unit | None, governed: bool) -> bool:
        """Whether a word that may be a verb can be one here: not right after a preposition or an
        article, unless it is a participle ("by launching", "the planned").

        tags: of its senses as a verb.
        """
        if governed and tags and "ger" not in tags:
            return False  # "after repeated attacks": the participle describes a noun
        if phrase is None or not self.words.has_pack:
            return True
        if not self.words.head_last and self.words.order != "svo":
            return True
        if phrase.determined and not has_noun(phrase.items):
            # An article wants its noun first: "the planned attack", "a Greek ship".
            return False
        if not phrase.roles or not tags or not tags <= _BARE_FORMS or not self.words.head_last:
            return True
        last = phrase.items[-1] if phrase.items else None
        plain = last is not None and not last.senses.known and not last.names and not self.words.capital(last)
        return not plain

    def is_noun(self, item: Item, place: Place) -> bool:
        """Whether a word that is both noun and verb is the noun here."""
        out, phrase, tags = place.out, place.phrase, item.senses.verb_tags
        if phrase is None and not out and self.words.order == "svo":
            # No clause begins with its finite verb: "Plans for an attack were found".
            return not tags & {"part", "ger"}
        if phrase is not None and self.words.order == "vso" and _decided(out, phrase):
            return True
        if self.words.order == "vso" and tags == {"ger"} and out and out[-1].kind == "and":
            return True  # "the cutting of ties and the demanding that": a circumstance follows a comma
        if (
            phrase is not None
            and (phrase.determined or phrase.roles)
            and not any(i.senses.nouns for i in phrase.items)
        ):
            names = any(i.names for i in phrase.items)
            beside = phrase.items[-1].names if phrase.items else ()
            if self.words.head_last and any(a.form == "adj" for a in beside):
                return True  # "attacks on Danish trains"
            plain = sum(1 for i in phrase.items if not i.senses.known and not i.names)
            if plain >= 2 and tags & {"pres", "past"} and not any(u.kind in ("verb", "aux") for u in out):
                return False
            return not names or (self.words.head_last and not phrase.roles and phrase.determined)
        if phrase is None and tags == {"part"} and _goes_on_from_participle(out):
            return False  # "n'a ni confirmé ni démenti"
        previous = out[-1] if out and phrase is None else None
        if previous is not None and previous.kind == "to":
            return False
        aux = (
            next((u for u in reversed(out[-3:]) if u.kind not in ("word", "neg", "cert")), None)
            if phrase is None
            else None
        )
        if aux is not None and aux.kind == "aux":
            # "was sabotage" is a noun, "was sabotaged" and "will sabotage" are verbs.
            being = bool(aux.senses.tags_of("aux") & {"be", "passive", "perfect"})
            return being and self.words.order == "svo" and not tags & {"part", "ger"}
        if phrase is not None and phrase.items and not self.words.head_last and self.words.order == "svo":
            # "El Gobierno condena": two nouns never stand side by side, so it is the verb, if one may come.
            return verb_before(out)
        if phrase is not None and phrase.items and not self.words.head_last:
            # "that the attack failed": a noun with its article takes no genitive, and the clause has no verb.
            whole = (
                self.words.definite(phrase.items[-1]) or bool(phrase.items[-1].names)
            ) and not self.words.definite(item)
            return not (whole and _subject_alone(out, phrase) and tags & {"past", "pres"})
        if "inf" in tags and "pres" not in tags and "past" not in tags:
            return True
        following = place.following()
        listed = (
            phrase is None
            and len(out) > 1
            and out[-1].kind in ("comma", "and")
            and out[-2].kind == "np"
            and bool(out[-2].nouns)
        )
        if (
            listed
            and following is not None
            and not out[-2].who
            and (self.words.is_sign(following) or "and" in following.senses.classes)
        ):
            return True  # one of a list of nouns
        if (
            following is not None
            and self.words.head_last
            and "aux" in following.senses.classes
            and "part" not in tags
        ):
            return True
        object_follows = following is not None and (
            bool(following.names) or "determiner" in following.senses.classes
        )
        if "ger" in tags and object_follows and (phrase is None or not phrase.determined):
            return False
        if (
            phrase is not None
            and phrase.items
            and self.words.head_last
            and not phrase.determined
            and not phrase.roles
        ):
            named = phrase.items[-1].names
            name = any(a.form in ("name", "capital", "seat", "surname") for a in named)
            if name and tags & {"past", "pres"} and not any(u.kind in ("verb", "aux") for u in out):
                return False
        if phrase is not None and phrase.items:
            # "Iran attacks" is a clause, "the Iran attacks" and "Iranian attacks" are phrases.
            last = phrase.items[-1]
            if any(a.form == "adj" for a in last.names):
                return True
            return not (following is None or following.names or "determiner" in following.senses.classes)
        if not self.words.head_last:
            # Verb-first and head-first languages: after a verb or at the start of a phrase decide by
            # what stands before: a clause that has its verb already wants a noun.
            return any(u.kind == "verb" for u in out[-4:]) or verb_before(out)
        return any(u.kind == "verb" for u in out[-3:])


def has_noun(items: tuple[Item, ...]) -> bool:
    """Whether a phrase of these words has its noun."""
    for item in items:
        if item.senses.nouns or complete(item):
            return True
    return False


def _subject_alone(out: list[Unit], phrase: Unit) -> bool:
    """Whether "that" and a subject are all there is of the clause: `phrase`, or what hangs on the subject
    ("that its centre for security …")."""
    before = len(out)
    while before and out[before - 1].kind == "np":
        before -= 1
    hangs = len(out) - before
    return bool(before) and out[before - 1].kind == "that" and (hangs > 0 if phrase.roles else not hangs)


def _goes_on_from_participle(out: list[Unit]) -> bool:
    """Whether a participle stands before, with nothing but "and" or "nor" between: of the same auxiliary."""
    before = next((u for u in reversed(out) if u.kind not in ("neg", "and", "or", "word")), None)
    return before is not None and before.kind == "verb" and "part" in before.senses.tags


def _decided(out: list[Unit], phrase: Unit) -> bool:
    """Whether what was decided comes next: "the decision of X", then the act as a noun."""
    return (
        bool(out)
        and out[-1].kind == "np"
        and phrase.roles == {"of"}
        and bool(phrase.items)
        and any(concepts()[c].control == "subject" for c, _, _ in out[-1].nouns)
    )


def verb_before(out: list[Unit]) -> bool:
    """Whether the clause so far has a verb, however long the list of its subjects."""
    for unit in reversed(out):
        if unit.kind in ("comma", "semi", "colon", "that", "rel", "sub", "cond", "quote"):
            return False
        if unit.kind == "verb":
            return True
    return False


def bracket_open(out: list[Unit]) -> bool:
    """Whether an auxiliary still waits for its infinitive or participle, so that no past tense can come:
    "zullen veroordeelden … worden uitgewisseld"."""
    for unit in reversed(out):
        if unit.kind in ("comma", "semi", "colon", "that", "rel", "sub", "cond", "quote", "verb", "dash"):
            return False
        if unit.kind == "aux":
            return True
    return False


def verb_awaited(out: list[Unit]) -> bool:
    """Whether the words before are in a side clause that still waits for its verb."""
    for unit in reversed(out):
        if unit.kind in ("that", "rel", "sub", "cond"):
            return True
        if unit.kind in ("verb", "semi", "colon", "quote"):
            return False
    return False
