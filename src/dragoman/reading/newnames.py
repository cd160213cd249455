"""New names: people and bodies the knowledge does not have, met in the text.

Capitals tell them in scripts that have capitals, a post in front in those that have none.
"""

from dragoman.model import Reason
from dragoman.names import has_cases, nominatives, usual_spelling
from dragoman.reading.capitals import Capitals
from dragoman.reading.cast import Cast
from dragoman.reading.scan import Item, Scanner
from dragoman.reading.units import Unit
from dragoman.reading.who import Who
from dragoman.reading.words import Words
from dragoman.text.fold import bare

_BODIES = frozenset({"hackers", "militants", "company"})
_BEFORE_A_SENTENCE = frozenset('.!?:\n"“«„‚‘»›¿¡…')


class NewNames:
    """Finds the new names of one document. names: finds those known."""

    def __init__(self, words: Words, cast: Cast, names: Scanner) -> None:
        self.words, self.cast, self.names = words, cast, names
        self.capitals = Capitals(words.text, words.tokens, cast.language)

    def find(self, unit: Unit, found: list[tuple[Who, str, int]]) -> None:
        """Names not known before: capitals in scripts that have them, a post in front in those that
        have none."""
        taken = {n for _, _, n in found}
        items, run = unit.items, list[int]()
        cased, particles, bares = self.words.cased, self.capitals.habits.particles, self.words.tokens.bare
        for number, item in enumerate(items):
            if number not in taken and self._namelike(item, items, number):
                run.append(number)
            elif not (
                run
                and cased
                and bares[item.first] in particles
                and number + 1 < len(items)
                and self._goes_on(items, number, taken)
            ):
                if run:
                    self._met(unit, run, found)
                run = []
        if run:
            self._met(unit, run, found)

    def _goes_on(self, items: tuple[Item, ...], number: int, taken: set[int]) -> bool:
        """Whether a name goes on behind the particle items[number]: "Günter de Bruyn", "van der Bellen"."""
        following = items[number + 1]
        if self.words.tokens.bare[following.first] in self.capitals.habits.particles:
            return number + 2 < len(items) and self._goes_on(items, number + 1, taken)
        return (
            number + 1 not in taken
            and self.words.capital(following)
            and self._namelike(following, items, number + 1)
        )

    def _namelike(self, item: Item, items: tuple[Item, ...], number: int) -> bool:
        """Whether items[number] may be (part of) a new name: a word nothing is known of, written like one."""
        if item.senses.known:
            return self.words.named(item, items[:number])
        first = self.words.first_letter(item)
        like = first.isalpha() and (
            first.isupper() if self.words.cased else len(self.words.written(item)) > 1
        )
        return like and not (item.names and self.cast.choose(item.names))

    def _met(self, unit: Unit, run: list[int], found: list[tuple[Who, str, int]]) -> None:
        """The words of `run` as somebody met here, where what stands around them bears it out."""
        items, titled = unit.items, False
        if self.words.cased:
            run, titled = self._trimmed(items, run)
            if not run:
                return
        first, last = items[run[0]].first, items[run[-1]].last
        start, end = self.words.tokens.start[first], self.words.tokens.end[last - 1]
        surface = self.words.text[start:end]
        single = len(run) == 1
        if single and (who := self.cast.by_surname(surface)):
            self.cast.mention(who, start, end, Reason("name:surname", start, end, who.label))
            found.append((who, "name", run[0]))
            return
        for item in items[: run[0]]:
            if "office" in item.senses.noun_kinds or "honorific" in item.senses.classes:
                titled = True
        if not self.words.cased:
            self._after_post(titled, items, run, surface, start, found)
            return
        if not single and (glued := self._glued(items, run)) is not None:
            who, end = glued
            cast_reason = Reason("name:run into the next word", start, end, who.label)
            self.cast.mention(who, start, end, cast_reason)
            found.append((who, "name", run[0]))
            return
        if has_cases(self.cast.language) and self._in_a_case(surface, start, end, run, found):
            return
        if titled:
            who = self.cast.meet(surface, start, end, "person", None, Reason("name:after a post", start, end))
        elif not self._is_name(run, items, surface):
            return
        else:
            body = any(s.concept in _BODIES for i in items for s in i.senses.nouns)
            kind = "org" if body or surface.isupper() or any(map(str.isdigit, surface)) else "person"
            who = self.cast.meet(surface, start, end, kind, None, Reason("name:capitals", start, end))
        found.append((who, "name", run[0]))

    def _given_first(
        self, items: tuple[Item, ...], run: list[int], start: int, found: list[tuple[Who, str, int]]
    ) -> None:
        """A given name, and the word nothing is known of behind it."""
        second = items[run[1]]
        article = self.words.article
        if article and self.words.written(second).startswith(article) and second.senses.known:
            return
        end = self.words.tokens.end[second.last - 1]
        surface = self.words.text[start:end]
        who = self.cast.meet(surface, start, end, "person", None, Reason("name:given name", start, end))
        found.append((who, "name", run[0]))

    def _in_a_case(
        self, surface: str, start: int, end: int, run: list[int], found: list[tuple[Who, str, int]]
    ) -> bool:
        """Whether the words are a known name in one of its cases."""
        for words in nominatives(surface.split(), self.cast.language or "")[:-1]:
            aliases = self.names.find_name(bare(" ".join(words)).split())
            if aliases and (chosen := self.cast.choose(aliases)) is not None and chosen[1].form != "adj":
                who, alias = chosen
                city = self.cast.capital(who) if alias.form == "capital" else None
                self.cast.mention(city or who, start, end, Reason("name:in a case", start, end, alias.text))
                found.append((who, alias.form, run[0]))
                return True
        return False

    def _trimmed(self, items: tuple[Item, ...], run: list[int]) -> tuple[list[int], bool]:
        """The run without what stands before a name at the start of a sentence, and whether a title does."""
        capitals, titled = self.capitals, False
        first = items[run[0]].first
        if len(run) > 1 and self._sentence_start(first) and not capitals.is_title(first):
            begins = capitals.begins(first, self.words.has_pack)
            run = run[1:] if begins and not items[run[0]].senses.known else run
        while len(run) > 1 and capitals.is_title(items[run[0]].first):
            run, titled = run[1:], True
        return run, titled

    def _is_name(self, run: list[int], items: tuple[Item, ...], surface: str) -> bool:
        """Whether words with capitals and no title in front are a name."""
        first = items[run[0]].first
        at_start = first == 0 or self._sentence_start(first)
        if len(run) > 1 and " " in surface:
            return self.capitals.together([items[n].first for n in run], at_start)
        if surface.isupper():
            return not at_start and self.capitals.acronym(first)
        return all(self.capitals.alone(items[n].first, at_start, self.words.has_pack) for n in run)

    def _after_post(
        self,
        titled: bool,
        items: tuple[Item, ...],
        run: list[int],
        surface: str,
        start: int,
        found: list[tuple[Who, str, int]],
    ) -> None:
        """In a script without capitals only a post or a known given name in front tells a name."""
        article = self.words.article
        if not titled and len(run) > 1 and usual_spelling(self.words.tokens.norm[items[run[0]].first]):
            self._given_first(items, run, start, found)
            return
        if not titled or len(run) > 4 or (article and surface.startswith(article)):
            return  # given names have no article: "the nuclear scientists"
        end = start + len(surface)
        who = self.cast.meet(surface, start, end, "person", None, Reason("name:after a post", start, end))
        found.append((who, "name", run[0]))

    def _glued(self, items: tuple[Item, ...], run: list[int]) -> tuple[Who, int] | None:
        """A known full name that a broken page ran into the word behind it: "John Boltonen". Returns who it
        is and where the name ends in the text."""
        last = items[run[-1]]
        start, end = self.words.tokens.start[last.first], self.words.tokens.end[last.last - 1]
        given = [self.words.tokens.bare[items[n].first] for n in run[:-1]]
        if not self.names.begins_name(given):
            return None
        for cut in range(end - 2, start + 3, -1):
            if not self.words.text[cut:end].islower():
                break
            aliases = self.names.find_name([*given, bare(self.words.text[start:cut])])
            persons = [a for a in aliases if a.entity.startswith("person:") and not a.ambiguous]
            if persons and (known := self.cast.known(persons[0].entity)):
                return known, cut
        return None

    def _sentence_start(self, first: int) -> bool:
        start = self.words.tokens.start[first]
        before = self.words.text[max(0, start - 3) : start].strip()
        return not before or before[-1] in _BEFORE_A_SENTENCE
