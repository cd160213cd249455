"""All shapes at once: which of many shapes may fit at a place in a string of class letters.

Every shape is a regular expression. Tried one by one most of them fail, so here they are put into one
automaton, which walks over the letters once and names those that fit some beginning of them, with its
length. It is worked out step by step, as strings come by; strings differ, but their steps are soon all known.
"""

import re
from collections.abc import Iterable

from dragoman.times.classes import letters_of

_PIECE = re.compile(r"[a-z_]+|[?*+|()]")
_DEAD = -1
_KEPT = 50_000

Fitting = tuple[tuple[int, int], ...]


class Automaton:
    """Which of `patterns` (written with class names, see `classes`) fit."""

    def __init__(self, patterns: Iterable[str]) -> None:
        # States of single patterns: where a letter leads, and where nothing needs to be read to go.
        self._steps: list[list[tuple[frozenset[str], int]]] = []
        self._free: list[list[int]] = []
        self._ends: dict[int, int] = {}
        begins = []
        for number, pattern in enumerate(patterns):
            begin, end = self._alternatives(_PIECE.findall(pattern), [0])
            begins.append(begin)
            self._ends[end] = 1 << number
        # States of all of them together.
        self._known: dict[frozenset[int], int] = {}
        self._members: list[frozenset[int]] = []
        self._moves: list[dict[str, int]] = []
        self._fits: list[int] = []
        self._walked: dict[tuple[str, int], Fitting] = {}
        first = self._spread(begins)
        self._state(first)
        # Where the letters lead that something may begin with: the first state has nearly all patterns.
        self._begin: dict[str, list[int]] = {}
        for member in first:
            for letters, to in self._steps[member]:
                for letter in letters:
                    self._begin.setdefault(letter, []).append(to)

    def fitting(self, letters: str, at: int, least: int = 1) -> Fitting:
        """The patterns that fit a beginning of `letters[at:]` of at least `least` letters: for each how many
        it takes at most, and its index; the longest first."""
        state = 0
        moves = self._moves
        end = at
        for letter in letters[at:]:
            nxt = moves[state].get(letter)
            if nxt is None:
                nxt = self._move(state, letter)
            if nxt < 0:
                break
            state = nxt
            end += 1
        if not state:
            return ()
        walked = letters[at:end]  # strings differ, but what is walked over is soon all known
        found = self._walked.get((walked, least))
        if found is None:
            if len(self._walked) > _KEPT:
                self._walked.clear()
            found = self._walked[walked, least] = self._fitting(walked, least)
        return found

    def _fitting(self, letters: str, least: int) -> Fitting:
        state = 0
        fits = []
        for size, letter in enumerate(letters, 1):
            state = self._moves[state][letter]
            if size >= least:
                fits.append((size, self._fits[state]))
        found = []
        seen = 0
        for size, fitting in reversed(fits):
            new = fitting & ~seen
            seen |= fitting
            while new:
                bit = new & -new
                new ^= bit
                found.append((size, bit.bit_length() - 1))
        return tuple(found)

    def _move(self, state: int, letter: str) -> int:
        reached = self._spread(
            [
                to
                for member in self._members[state]
                for letters, to in self._steps[member]
                if letter in letters
            ]
            if state
            else self._begin.get(letter, [])
        )
        found = self._moves[state][letter] = self._state(reached) if reached else _DEAD
        return found

    def _spread(self, states: list[int]) -> frozenset[int]:
        """`states` with those reached from them without a letter."""
        reached = set(states)
        todo = list(states)
        while todo:
            for to in self._free[todo.pop()]:
                if to not in reached:
                    reached.add(to)
                    todo.append(to)
        return frozenset(reached)

    def _state(self, members: frozenset[int]) -> int:
        found = self._known.get(members)
        if found is None:
            found = self._known[members] = len(self._moves)
            self._members.append(members)
            self._moves.append({})
            self._fits.append(sum(self._ends.get(member, 0) for member in members))
        return found

    def _new(self) -> int:
        self._steps.append([])
        self._free.append([])
        return len(self._steps) - 1

    def _alternatives(self, pieces: list[str], at: list[int]) -> tuple[int, int]:
        """The first and last state of the alternatives from `at`, which moves on, to their bracket."""
        begin, end = self._new(), self._new()
        here = self._new()
        self._free[begin].append(here)
        while at[0] < len(pieces):
            piece = pieces[at[0]]
            at[0] += 1
            if piece == ")":
                break
            if piece == "|":
                self._free[here].append(end)
                here = self._new()
                self._free[begin].append(here)
                continue
            if piece == "(":
                first, last = self._alternatives(pieces, at)
            else:
                first, last = self._new(), self._new()
                self._steps[first].append((letters_of(piece), last))
            sign = pieces[at[0]] if at[0] < len(pieces) else ""
            if sign and sign in "?*+":
                at[0] += 1
                if sign != "+":
                    self._free[first].append(last)
                if sign != "?":
                    self._free[last].append(first)
            self._free[here].append(first)
            here = last
        self._free[here].append(end)
        return begin, end
