"""Plain words: words between two spaces that are read alone, without their neighbours, which most are.

Each is cut and read once for all, and its tokens are laid in a row. A word that may begin a longer surface
says which words would make one, so that a row in which that happens is left to the slower reader.
"""

from dragoman.numbers.tokens import Lexicon, Reading, Token, cut

# Start, end, text, readings of a token, and the words that would make a longer surface with it.
Piece = tuple[int, int, str, tuple[Reading, ...], frozenset[str]]
NO_WORDS: frozenset[str] = frozenset()
_KEPT = 200_000  # words


class Pieces(dict[str, tuple[Piece, ...] | None]):
    """The tokens of every word met so far, None for one that cannot be read alone."""

    def __init__(self, lexicon: Lexicon, elided: frozenset[str]) -> None:
        super().__init__()
        self.lexicon = lexicon
        self.elided = elided

    def __missing__(self, chunk: str) -> tuple[Piece, ...] | None:
        if len(self) > _KEPT:
            self.clear()
        found = self[chunk] = self.read(chunk)
        return found

    def read(self, chunk: str) -> tuple[Piece, ...] | None:
        """The tokens of a word between two spaces."""
        if "'" in chunk or "\n" in chunk:
            return None
        pieces: list[Piece] = []
        followers = NO_WORDS
        for token in cut(chunk, 0, len(chunk), self.elided):
            if token.text in followers:
                return None
            readings, _ = self.lexicon.read([token], 0)
            followers = self._followers(token.text)
            pieces.append((token.start, token.end, token.text, readings, followers))
        return tuple(pieces)

    def _followers(self, word: str) -> frozenset[str]:
        """The words that make a longer surface behind `word`."""
        forms = [word]
        if self.lexicon.prefixes is not None and word[0].isalpha():
            forms += self.lexicon.prefixes(word)
        return frozenset(rest[0] for form in forms for rest, _ in self.lexicon.by_first.get(form, ()) if rest)


def row(words: str, start: int, known: Pieces) -> list[Token] | None:
    """The tokens of `words`, which begin at `start`; None where some word cannot be read alone."""
    tokens: list[Token] = []
    at = start
    followers = NO_WORDS
    for chunk in words.split(" "):
        if chunk:
            pieces = known[chunk]
            if pieces is None:
                return None
            for a, b, text, readings, longer in pieces:
                if text in followers:
                    return None
                tokens.append(Token(at + a, at + b, text, readings))
                followers = longer
        at += len(chunk) + 1
    return tokens
