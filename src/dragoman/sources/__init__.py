"""Sources: whatever the caller names (files, folders, addresses, feeds, archives, "-") to documents.

Two steps, so that the dear one can run in other processes: `pieces` finds the bytes of each report,
`documents` reads them. `load` does both; `each` does both and a function of the caller's, over several
processes and in order. What cannot be read comes out as an `Unread` in its place, and the rest goes on.
"""

from dragoman.sources.folder import is_report
from dragoman.sources.limits import Limits
from dragoman.sources.load import Repeated, load
from dragoman.sources.parse import documents
from dragoman.sources.pieces import Piece, count, pieces
from dragoman.sources.spread import each

__all__ = ["Limits", "Piece", "Repeated", "count", "documents", "each", "is_report", "load", "pieces"]
