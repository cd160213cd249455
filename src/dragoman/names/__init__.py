"""Names: one name in many scripts.

>>> round(similarity("Edi Rama", "إيدي راما"), 1) > 0.8
True
>>> romanise("Эди Рама")
'Edi Rama'
"""

from dragoman.names.compare import Comparison, Pair, compare, similarity
from dragoman.names.given import is_given_name
from dragoman.names.index import Index, keys
from dragoman.names.romanise import romanise

__all__ = ["Comparison", "Index", "Pair", "compare", "is_given_name", "keys", "romanise", "similarity"]
