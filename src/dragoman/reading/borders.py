"""Borders: where one noun phrase ends and the next begins with no sign between them."""

from dragoman.reading.cast import Cast
from dragoman.reading.scan import Item
from dragoman.reading.units import Unit
from dragoman.reading.words import Words, is_person

_ACTS = frozenset({"event", "part", "modal", "light", "speech"})
_OWNERS = frozenset({"name", "capital", "seat", "city"})
"""Forms of a name that may stand as an owner behind a noun."""


class Borders:
    """Decides for the phrases of one document."""

    def __init__(self, words: Words, cast: Cast) -> None:
        self.words, self.cast = words, cast
        self.owners_behind = not words.head_last and words.genitive == "after"
        # "le géant américain Microsoft": with its verb between subject and object, and articles or
        # prepositions before every other noun, a name behind a noun explains it.
        self.side_by_side = not words.head_last and words.order == "svo"
        self.compounds_in_one = words.order == "second"

    def owned(self, phrase: Unit, item: Item) -> bool:
        """Whether a noun right after a noun of an act is its genitive ("the expulsion of the envoy", in a
        language that only puts them side by side: `owners_behind`)."""
        if not phrase.items:
            return False
        last = phrase.items[-1]
        if last.names or last.senses.noun_kinds.isdisjoint(_ACTS):
            return False
        if phrase.poss is not None or phrase.owner_pronoun:
            return False
        if not item.senses.nouns and not any(a.form in _OWNERS for a in item.names):
            return False
        return last.last - last.first > 1 or not self.words.definite(last)

    def starts_anew(self, phrase: Unit, item: Item) -> bool:
        """Whether a noun right after a phrase opens a new one ("Albanië Iran beschuldigt", "اتهمت
        الحكومة الألبانية إيران")."""
        if not phrase.items or phrase.poss is not None:
            return False
        if self.words.first_letter(item).isdigit() and any(i.senses.nouns for i in phrase.items):
            return True  # "gave the diplomats 48 hours"
        if self.side_by_side:
            return False
        last = phrase.items[-1]
        if not item.names and not last.names:
            return self._noun_anew(phrase, last, item)
        forms = {a.form for a in item.names}
        last_forms = {a.form for a in last.names}
        name = bool(forms & {"name", "capital", "seat"})
        if self.words.head_last:
            if (
                forms == {"surname"}
                and last_forms & {"name", "capital", "seat"}
                and not is_person(last.names)
            ):
                return True
            if item.senses.nouns and not forms and self.state_alone(phrase):
                return True
            if (
                not forms
                and not item.senses.known
                and last_forms & {"name", "capital", "seat"}
                and self.words.capital(item)
            ):
                return self.cast.by_surname(self.words.written(item)) is not None
            if name and last_forms & {"name", "capital", "seat", "surname"} and not forms & {"surname"}:
                return not is_person(item.names) or is_person(last.names)
            return False
        if self.words.definite(item) and forms & {"adj"}:
            return False  # "the Syrian town", though "Syria" may be written like the adjective
        agrees = bool(forms & {"adj"}) and not self.words.definite(last)
        if (
            last.senses.nouns
            and self.words.full(last)
            and not agrees
            and not is_person(item.names)
            and (name or item.senses.nouns)
        ):
            return not forms or name
        if phrase.owner_pronoun and (name or item.senses.nouns) and not is_person(item.names):
            return (not forms or name) and not (
                self.words.definite(item) and not name
            )  # "its diplomatic relations"
        closed = bool(last_forms & {"adj", "name", "capital", "seat", "surname"}) and len(phrase.items) >= 1
        if name and closed:
            return not (
                is_person(item.names)
                and not is_person(last.names)
                and any(i.senses.nouns for i in phrase.items)
            )
        if item.senses.nouns and not forms:
            return bool(last_forms & {"adj", "name", "capital", "seat"}) and any(
                i.senses.nouns or i.names for i in phrase.items
            )
        return False

    def _noun_anew(self, phrase: Unit, last: Item, item: Item) -> bool:
        """The same for a word that is no name, behind one that is none."""
        if not item.senses.nouns:
            return False
        if self.words.head_last:
            # languages that write compounds as one word: two nouns are two phrases
            return self.compounds_in_one and bool(last.senses.nouns) and last.last == item.first
        if last.senses.nouns and self.words.full(last):
            return True
        return bool(phrase.owner_pronoun) and not self.words.definite(item)  # "its diplomatic relations"

    def joins_adjectives(self, phrase: Unit | None, items: list[Item], at: int) -> bool:
        """ "this reckless and irresponsible attack": whether "and" stands between two describing words."""
        if (
            phrase is None
            or not self.words.head_last
            or not (phrase.determined or phrase.roles)
            or len(phrase.items) != 1
        ):
            return False
        words = [phrase.items[0], *items[at : at + 1]]
        if len(words) < 2 or any(
            i.senses.known
            or i.names
            or not self.words.tokens.norm[i.first].isalpha()
            or self.words.capital(i)
            for i in words
        ):
            return False
        return any(i.senses.nouns for i in items[at + 1 : at + 3])

    def state_alone(self, phrase: Unit) -> bool:
        """Whether a phrase ends in the name of a state or an armed group, which in languages that write
        compounds as one word describes no noun behind it: it is a phrase of its own."""
        if not self.compounds_in_one or len(phrase.items) != 1:
            return False
        return any(
            a.form == "name" and a.entity.startswith(("country:", "group:")) for a in phrase.items[-1].names
        )
