"""Names: one name in many scripts.

>>> round(similarity("Edi Rama", "إيدي راما"), 1) > 0.8
True
>>> romanise("Эди Рама")
'Edi Rama'
"""

from dragoman.names.compare import Comparison, Pair, compare, similarity
from dragoman.names.index import Index, keys
from dragoman.names.romanise import romanise

__all__ = ["Comparison", "Index", "Pair", "compare", "keys", "romanise", "similarity"]
