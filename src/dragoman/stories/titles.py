"""Titles: an act as a short English noun phrase, "expulsion order by Albania against Iran".

Only for headings, sorting and search; a dossier makes its sentences from concept, type and parties.
"""

from dragoman.model import Party

_NOUNS: dict[str, tuple[str, str]] = {
    "abduct": ("abduction", "of"),
    "accuse": ("accusation", "against"),
    "agree": ("agreement", "with"),
    "aid": ("aid", "to"),
    "airstrike": ("air strike", "on"),
    "annex": ("annexation", "of"),
    "apologise": ("apology", "to"),
    "arrest": ("arrest", "of"),
    "arrest_warrant": ("arrest warrant", "for"),
    "assassinate": ("assassination", "of"),
    "attack": ("attack", "on"),
    "attribute": ("attribution", "to"),
    "bar_entry": ("refusal of entry", "to"),
    "blame": ("blame", "on"),
    "bomb": ("bombing", "of"),
    "boycott_trade": ("trade measures", "against"),
    "call_name": ("hostile words", "about"),
    "cancel_meeting": ("cancellation of a meeting", "with"),
    "ceasefire": ("ceasefire", "with"),
    "censor": ("censorship", "of"),
    "clash": ("clashes", "with"),
    "close_border": ("closure of borders or airspace", "to"),
    "close_mission": ("closure of a mission", "of"),
    "condemn": ("condemnation", "of"),
    "convict": ("conviction", "of"),
    "cooperate": ("cooperation", "with"),
    "coup": ("coup", "against"),
    "criticise": ("criticism", "of"),
    "cyberattack": ("cyberattack", "on"),
    "demand": ("demand", "to"),
    "demonstrate": ("demonstration", "against"),
    "deny": ("denial", "towards"),
    "deport": ("deportation", "of"),
    "designate": ("listing", "of"),
    "disinform": ("disinformation", "against"),
    "doubt": ("doubt", "about"),
    "exercise": ("military exercise", "against"),
    "expel": ("expulsion order", "against"),
    "extradite": ("extradition", "to"),
    "force_landing": ("forced landing", "of"),
    "freeze_assets": ("freezing of assets", "of"),
    "impose_sanctions": ("sanctions", "on"),
    "indict": ("indictment", "of"),
    "injure": ("injuries", "to"),
    "interfere": ("interference", "in"),
    "invade": ("invasion", "of"),
    "investigate": ("investigation", "of"),
    "kill": ("killing", "of"),
    "leave_deadline": ("deadline to leave", "for"),
    "lift_sanctions": ("lifting of sanctions", "on"),
    "mediate": ("mediation", "with"),
    "meet": ("meeting", "with"),
    "mobilise": ("mobilisation", "against"),
    "offer": ("offer", "to"),
    "pardon": ("pardon", "for"),
    "phone": ("telephone call", "with"),
    "poison": ("poisoning", "of"),
    "promise": ("promise", "to"),
    "recall_envoy": ("recall of an envoy", "from"),
    "receive": ("reception", "of"),
    "recognise": ("recognition", "of"),
    "refuse": ("refusal", "to"),
    "reject": ("rejection", "of"),
    "reject_claim": ("rejection of accusations", "from"),
    "release": ("release", "of"),
    "rescue": ("rescue", "of"),
    "resign": ("resignation", "from"),
    "restore_relations": ("restored relations", "with"),
    "restrict": ("restrictions", "on"),
    "riot": ("riot", "against"),
    "sabotage": ("sabotage", "of"),
    "seize": ("seizure", "of"),
    "sever_relations": ("severed relations", "with"),
    "shoot": ("shooting", "of"),
    "sign_agreement": ("agreement", "with"),
    "sponsor": ("backing", "of"),
    "spy": ("espionage", "against"),
    "strike_work": ("strike", "against"),
    "summon": ("summons", "to"),
    "support": ("support", "for"),
    "suspend_cooperation": ("suspended cooperation", "with"),
    "take_in": ("admission", "of"),
    "threaten": ("threat", "to"),
    "veto": ("veto", "against"),
    "visit": ("visit", "to"),
    "vow_response": ("threat of a response", "to"),
    "withdraw_forces": ("withdrawal of forces", "from"),
}
"""Concept → noun, and how the one it is done to is joined."""
_TYPES: dict[str, tuple[str, str]] = {
    "ACCUSE": ("accusation", "against"),
    "AGREE": ("agreement", "with"),
    "AID": ("aid", "to"),
    "ASSAULT": ("assault", "on"),
    "COERCE": ("coercion", "of"),
    "CONCEDE": ("concession", "to"),
    "CONSULT": ("consultation", "with"),
    "COOPERATE": ("cooperation", "with"),
    "MOBILIZE": ("mobilisation", "against"),
    "PROTEST": ("protest", "against"),
    "REJECT": ("rejection", "towards"),
    "REQUEST": ("request", "to"),
    "RETREAT": ("retreat", "towards"),
    "SANCTION": ("sanction", "against"),
    "SUPPORT": ("support", "for"),
    "THREATEN": ("threat", "to"),
}


def title(type: str, concept: str | None, actor: Party | None, recipient: Party | None) -> str:
    """The heading of an act, with the parties that are named.

    >>> title("COERCE", "cyberattack", None, Party("country:ALB", "Albania"))
    'cyberattack on Albania'
    >>> title("SANCTION", "sever_relations", Party("country:ALB", "Albania"), Party("country:IRN", "Iran"))
    'severed relations with Iran by Albania'
    """
    noun, joined = _NOUNS.get(concept or "") or _TYPES.get(type) or (noun_of(type, concept), "towards")
    words = [noun]
    if recipient is not None and (actor is None or actor.id != recipient.id):
        words += [joined, recipient.label]
    if actor is not None:
        words += ["by", actor.label]
    return " ".join(words)


def noun_of(type: str, concept: str | None) -> str:
    """The act alone: "expulsion order", "air strike"."""
    found = _NOUNS.get(concept or "") or _TYPES.get(type)
    return found[0] if found else (concept or type).replace("_", " ").lower()
