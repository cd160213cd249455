"""One sentence: its clauses in turn, each verb and each noun of an act as a frame in its layers."""

from dragoman.languages import Pack, concepts, sources
from dragoman.reading.cast import Cast
from dragoman.reading.clauses import Clause
from dragoman.reading.clausetree import Builder
from dragoman.reading.course import Course, Read
from dragoman.reading.frames import layer_of
from dragoman.reading.inverted import turn_round
from dragoman.reading.layers import Layer
from dragoman.reading.nounframes import read_nouns
from dragoman.reading.predicates import names_itself, read_predicate
from dragoman.reading.struck import transfer
from dragoman.reading.units import Unit, nouns_of_acts
from dragoman.reading.verbframes import read_verbs
from dragoman.reading.who import Who
from dragoman.reading.whom import whom
from dragoman.text.tokens import Tokens


class SentenceReader:
    """Reads the sentences of one document."""

    def __init__(self, pack: Pack, tokens: Tokens, cast: Cast) -> None:
        self.pack, self.tokens, self.cast = pack, tokens, cast
        self.order = pack.habits.order.verb

    def read(
        self,
        units: list[Unit],
        outer: tuple[Layer, ...] = (),
        kind: str = "main",
        given: tuple[Who, ...] = (),
    ) -> Read:
        """Read the units of a sentence (or of a quotation, inside the layers `outer`).

        given: the subject that a sentence beginning with its verb takes from the words around it.
        """
        clauses = Builder(self.order).build(units, Clause(kind, given=given))
        names: set[str] = set()
        according = False
        for unit in units:
            for concept, _, _ in unit.nouns:
                names.add(concept)
            if "according" in unit.roles:
                according = True
        nouns = frozenset(names)
        result = Read(nouns, nouns & nouns_of_acts(), according, clauses)
        turn_round(clauses, self.order)
        course = Course(self.pack, self.tokens, self.cast, units, result)
        for clause in clauses:
            if clause.kind == "rel":
                names_itself(course, clause)
        turn = _InTurn(course, outer)
        for clause in clauses:
            turn.clause(clause)
        if len(result.frames) > 1:
            result.frames.sort(key=lambda f: f.unit.first)
            if result.acts:
                transfer(result.frames, self.cast)
        return result


class _InTurn:
    """Reads each clause once, those before whose words it hangs on.

    outer: the layers the whole sentence stands in.
    """

    def __init__(self, course: Course, outer: tuple[Layer, ...]) -> None:
        self.course, self.outer = course, outer

    def clause(self, clause: Clause) -> tuple[Layer, ...]:
        course = self.course
        key, known = id(clause), course.read.layers
        if key in known:
            return known[key]
        known[key] = self.outer  # a cycle would stop here
        layers = known[key] = self._around(clause)
        course.cast.teller = _teller(layers) if layers else None
        if "verb" in clause.kinds:
            read_verbs(course, clause, layers)
        read_predicate(course, clause, layers)
        if course.read.acts:
            read_nouns(course, clause)
        return layers

    def _around(self, clause: Clause) -> tuple[Layer, ...]:
        """The layers a clause stands in."""
        layers = self.clause(clause.parent) if clause.parent is not None else self.outer
        governor = clause.governor
        if governor is not None:
            if clause.parent is None or governor not in clause.parent.units:
                for other in self.course.read.clauses:
                    if governor in other.units and other is not clause:
                        self.clause(other)
            frame = self.course.frame_of.get(id(governor))
            if frame is not None:
                layers = (*frame.layers, layer_of(frame))
            elif clause.kind == "inf":
                layers = (*layers, Layer("intend", (), "purpose", governor))
            elif governor.kind == "np" and (charge := _charge(governor)) is not None:
                layers = (*layers, Layer(charge, governor.everybody(), "alleged", governor))
            elif governor.kind == "np" and any(c in sources() for c, _, _ in governor.nouns):
                layers = (
                    *layers,
                    Layer("reveal", whom(governor, self.course.cast, sayers=True), "alleged", governor),
                )
        elif clause.kind == "inf":
            layers = (*layers, Layer("intend", (), "purpose"))
        if clause.kind == "cond":
            layers = (*layers, Layer("cond", (), "conditional"))
        if self.course.read.according:
            for unit in clause.units:
                if unit.kind == "np" and "according" in unit.roles:
                    layers = (*layers, Layer("say", self._speakers(unit), "alleged", unit))
        return layers

    def _speakers(self, unit: Unit) -> tuple[Who, ...]:
        return whom(unit, self.course.cast, sayers=True) or unit.everybody()


def _charge(unit: Unit) -> str | None:
    """The noun of a charge in a phrase: "accusations that X did it"."""
    return next((c for c, _, _ in unit.nouns if concepts()[c].attribution == "accuses"), None)


def _teller(layers: tuple[Layer, ...]) -> Who | None:
    """Whose words the innermost layer makes these."""
    for layer in reversed(layers):
        if layer.speaker and layer.says:
            return layer.speaker[0]
    return None


__all__ = ["Read", "SentenceReader"]
