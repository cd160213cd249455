"""Names: one name in many scripts.

>>> round(similarity("Edi Rama", "إيدي راما"), 1) > 0.8
True
>>> romanise("Эди Рама")
'Edi Rama'
"""

from dragoman.names.compare import Comparison, Pair, compare, similarity
from dragoman.names.given import is_given_name, is_surname, usual_spelling
from dragoman.names.index import Index, keys
from dragoman.names.nominative import has_cases, nominatives
from dragoman.names.respell import usual
from dragoman.names.romanise import romanise

__all__ = [
    "Comparison",
    "Index",
    "Pair",
    "compare",
    "has_cases",
    "is_given_name",
    "is_surname",
    "keys",
    "nominatives",
    "romanise",
    "similarity",
    "usual",
    "usual_spelling",
]
