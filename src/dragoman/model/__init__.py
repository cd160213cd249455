"""The values: what a document is, what a reading of it holds, what a story and a dossier hold.

Frozen, and they know no language. Offsets count code points of the document's text, end exclusive;
`text[start:end]` is always the `text` kept beside them. Absent is None, never "".
"""

from dragoman.model.document import Document, Kind
from dragoman.model.dossier import (
    Actor,
    Agreement,
    Dispute,
    Dossier,
    LedgerLine,
    Side,
    StatementLine,
    Story,
    Support,
    TimelineEvent,
    Unread,
)
from dragoman.model.reading import (
    Attribution,
    Date,
    Effect,
    Entity,
    Event,
    Label,
    Mention,
    Noise,
    Number,
    Party,
    Reading,
    Reason,
    Span,
    Statement,
)

__all__ = [
    "Actor",
    "Agreement",
    "Attribution",
    "Date",
    "Dispute",
    "Document",
    "Dossier",
    "Effect",
    "Entity",
    "Event",
    "Kind",
    "Label",
    "LedgerLine",
    "Mention",
    "Noise",
    "Number",
    "Party",
    "Reading",
    "Reason",
    "Side",
    "Span",
    "Statement",
    "StatementLine",
    "Story",
    "Support",
    "TimelineEvent",
    "Unread",
]
