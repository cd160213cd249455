"""The course of reading one sentence: what its clauses have given so far."""

import msgspec

from dragoman.languages import Pack
from dragoman.reading.cast import Cast
from dragoman.reading.clauses import Clause
from dragoman.reading.frames import Frame
from dragoman.reading.layers import Layer
from dragoman.reading.units import Unit
from dragoman.text.tokens import Tokens


class Read(msgspec.Struct, eq=False):
    """What one sentence gave: its clauses and frames, in text order.

    nouns: the senses of all its nouns.    acts: those of them that are acts.
    according: whether it has an "according to".
    """

    nouns: frozenset[str] = frozenset()
    acts: frozenset[str] = frozenset()
    according: bool = False
    clauses: list[Clause] = msgspec.field(default_factory=list)
    frames: list[Frame] = msgspec.field(default_factory=list)
    layers: dict[int, tuple[Layer, ...]] = msgspec.field(default_factory=dict)


class Course(msgspec.Struct, eq=False):
    """read: the clauses, and the frames and layers found so far.    units: of the whole sentence.

    frame_of: id of a unit → the frame it triggered.
    taken:    ids of the nouns that are half of a combination ("close" + "embassy").
    backing:  ids of the verbs that only say for whom somebody acts ("who are backed by X").
    """

    pack: Pack
    tokens: Tokens
    cast: Cast
    units: list[Unit]
    read: Read
    frame_of: dict[int, Frame] = msgspec.field(default_factory=dict)
    taken: set[int] = msgspec.field(default_factory=set)
    backing: set[int] = msgspec.field(default_factory=set)

    @property
    def order(self) -> str:
        """Of subject, verb and object."""
        return self.pack.habits.order.verb

    def keep(self, frame: Frame) -> None:
        """Keep the frame of a verb: later words ("it", "he", "the latter") mean its parties."""
        self.frame_of[id(frame.unit)] = frame
        self.read.frames.append(frame)
        if frame.actor and not frame.nominal:
            self.cast.last_actor = frame.actor[0]
            if frame.clause.kind == "main" and not frame.layers:
                self.cast.last_subject = frame.actor[0]
            if len(frame.actor) + len(frame.recipient) >= 2:
                self.cast.last_two = (*frame.actor, *frame.recipient)
            for who in frame.actor:
                if who.type == "person":
                    self.cast.last_person = who
