"""Plain words: words between two spaces that are read alone, without their neighbours, which most are.

Each is cut and read once for all, and its tokens are laid in a row. A word that may begin a longer surface
says which words would make one.
"""

from dragoman.numbers.tokens import Lexicon, Reading, cut_word

# Start, end, text, readings and facts of a token, and the words that would make a longer surface with it.
Piece = tuple[int, int, str, tuple[Reading, ...], int, frozenset[str]]
_KEPT = 200_000  # words
_LONGEST = 60  # what is longer is no word, and is not kept


class Pieces(dict[str, tuple[Piece, ...] | None]):
    """The tokens of every word met so far, None for one that cannot be read alone."""

    def __init__(self, lexicon: Lexicon, elided: frozenset[str]) -> None:
        super().__init__()
        self.lexicon = lexicon
        self.elided = elided

    def __missing__(self, chunk: str) -> tuple[Piece, ...] | None:
        found = self.read(chunk)
        if len(chunk) <= _LONGEST:
            if len(self) > _KEPT:
                self.clear()
            self[chunk] = found
        return found

    def read(self, chunk: str) -> tuple[Piece, ...] | None:
        """The tokens of what stands between two spaces."""
        pieces: list[Piece] = []
        for token in cut_word(chunk, self.elided):
            text = token.text
            readings, followers = self.lexicon.word(text)
            pieces.append((token.start, token.end, text, readings, self.facts(text, readings), followers))
        return tuple(pieces)

    def facts(self, text: str, readings: tuple[Reading, ...]) -> int:
        """What a word is to a number beside it; nothing is asked of it here."""
        return 0
