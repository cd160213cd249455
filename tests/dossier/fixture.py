# ruff: noqa: E501 - sentences stand on one line, as in the reports
"""A dossier built by hand: five reports in three languages about one incident, every kind of line.

The sentences are written for this file. Offsets are looked up, so a sentence may be edited freely.
"""

from typing import Any

from dragoman.model import (
    Actor,
    Agreement,
    Dispute,
    Dossier,
    Entity,
    Event,
    LedgerLine,
    Mention,
    Noise,
    Party,
    Reading,
    Reason,
    Side,
    Span,
    StatementLine,
    Story,
    Support,
    TimelineEvent,
    Unread,
)

ALBANIA = Party("country:ALB", "Albania")
IRAN = Party("country:IRN", "Iran")
USA = Party("country:USA", "United States")
UK = Party("country:GBR", "United Kingdom")
RAMA = Party("person:edi-rama", "Edi Rama")
MICROSOFT = Party("org:microsoft", "Microsoft")
MANDIANT = Party("org:mandiant", "Mandiant")
MOIS = Party("org:mois", "Ministry of Intelligence")
HOMELAND = Party("group:homeland-justice", "HomeLand Justice")
MEK = Party("group:mek", "People's Mojahedin Organization of Iran")
HOSTILE = Party("met:evil", "<b>Mallory</b> & \u202esons\u202c")
RTL = Party("met:كنعاني", "ناصر كنعاني")

EN = """Albania cuts ties with Iran over cyberattack

TIRANA, 8 September — Albania severed diplomatic relations with Iran on Wednesday and gave the staff of the Iranian embassy 24 hours to leave. Prime Minister Edi Rama said an inquiry had left no room for doubt: “The attack of 15 July was organised and paid for by the Islamic Republic of Iran.” He added that the attack had failed and that no data had been lost for good.

The United Kingdom's National Cyber Security Centre said that Iranian state-linked actors were almost certainly responsible. The security firm Mandiant had written in August that the attackers were likely working for Tehran. The United States blamed Iran and said it would impose sanctions. Saudi Arabia condemned the attack without naming anybody.

A group that calls itself HomeLand Justice claimed the attack on its Telegram channel and published papers of the Albanian police. A Western diplomat doubted that the group exists outside Tehran.

Iran threatened to respond. Albania has sheltered about 3,000 members of the People's Mojahedin since 2016. The group's summer meeting, planned for late July near Durrës, was called off.

Subscribe to our newsletter and never miss a story!
Share · Print · A-Z"""

NL = """Opinie: Teheran speelt met vuur

Een rapport van Microsoft legt de schuld zonder omhaal bij het Iraanse ministerie van Inlichtingen. De aanval van 15 juli legde de Albanese overheid dagenlang plat: 1.200 diensten lagen stil. Op 7 september verbrak Albanië de diplomatieke betrekkingen met Iran.

Sinds 2016 woont een gemeenschap van zo'n drieduizend Iraanse vrijheidsstrijders in een kamp op 30 kilometer ten westen van Tirana. Hun bijeenkomst, die begin augustus zou plaatsvinden, werd op het laatste moment afgelast. Volgens Microsoft kwam de aanval niet uit Iran zelf maar werd hij vanuit servers in Oekraïne geleid. Eerst kwam de afgelasting, daarna pas de aanval.

De auteur is columnist. Dit is een opiniestuk."""

AR = """ألبانيا تقطع علاقاتها مع إيران

أعلنت ألبانيا يوم الأربعاء 7 سبتمبر قطع علاقاتها الدبلوماسية مع إيران بسبب هجوم إلكتروني استهدف مؤسساتها الحكومية في 15 يوليو. وقال رئيس الوزراء إيدي راما إن «الهجوم نظمته ورعته الجمهورية الإسلامية الإيرانية»، وأضاف أن نحو 40 خدمة حكومية فقط تعطلت.

ورفضت وزارة الخارجية الإيرانية الاتهامات ووصفتها بأنها «لا أساس لها»، وقالت إن طهران لا علاقة لها بالهجوم. ووصف المتحدث ناصر كنعاني منظمة مجاهدي خلق بأنها جماعة إرهابية. وكان مقررا أن تعقد المنظمة اجتماعها في مطلع أغسطس قرب تيرانا.

وقال المركز الوطني للأمن السيبراني في بريطانيا إن جهات مرتبطة بإيران مسؤولة عن الهجوم بصورة شبه مؤكدة.

aGVsbG8gd29ybGQgaGVsbG8gd29ybGQgaGVsbG8gd29ybGQ="""

EN_COPY = EN.replace("TIRANA, 8 September — ", "(Agencies) — ") + "\x00"

LOOSE = "The harbour of Valletta reopened on Monday after a storm. " + "Donaudampfschifffahrt" * 20

TEXTS = {"en-1": EN, "nl-1": NL, "ar-1": AR, "copy <1>": EN_COPY, "loose": LOOSE}
LANGUAGE = {"en-1": "en", "nl-1": "nl", "ar-1": "ar", "copy <1>": "en", "loose": "en"}

SEVERED = "Albania severed diplomatic relations with Iran on Wednesday"
SEVERED_NL = "Op 7 september verbrak Albanië de diplomatieke betrekkingen met Iran"
SEVERED_AR = "قطع علاقاتها الدبلوماسية مع إيران"
BLAME_RAMA = "The attack of 15 July was organised and paid for by the Islamic Republic of Iran."
BLAME_RAMA_AR = "الهجوم نظمته ورعته الجمهورية الإسلامية الإيرانية"
DENIAL_AR = "ورفضت وزارة الخارجية الإيرانية الاتهامات"
NCSC = "Iranian state-linked actors were almost certainly responsible"


def span(document: str, words: str) -> Span:
    """Where `words` stand in the text of `document`; a ValueError where they do not."""
    start = TEXTS[document].index(words)
    return Span(start, start + len(words), words)


def proof(document: str, words: str, said_by: Party | None = None) -> Support:
    return Support(
        document=document, evidence=span(document, words), language=LANGUAGE[document], said_by=said_by
    )


def _event(id: str, date: str | None, type: str, concept: str | None, **more: Any) -> TimelineEvent:
    fields: dict[str, Any] = {
        "mode": None, "title": concept or type, "actor": None, "recipient": None, "status": "occurred",
        "independent_sources": 1,
    } | more  # fmt: skip
    return TimelineEvent(id=id, date=date, type=type, concept=concept, **fields)


def _line(id: str, by: Party | None, accused: Party | None, stance: Any, **more: Any) -> LedgerLine:
    fields: dict[str, Any] = {"certainty": "stated", "independent_sources": 1, "of": "e-attack"} | more
    return LedgerLine(id=id, by=by, accused=accused, stance=stance, **fields)


TIMELINE = (
    _event(
        "e-shelter", "2016", "AID", "grant_asylum", actor=ALBANIA, recipient=MEK, background=True,
        independent_sources=2,
        support=(
            proof("en-1", "Albania has sheltered about 3,000 members of the People's Mojahedin since 2016"),
            proof("nl-1", "Sinds 2016 woont een gemeenschap van zo'n drieduizend Iraanse vrijheidsstrijders in een kamp"),
        ),
    ),
    _event(
        "e-attack", "2022-07-15", "COERCE", "cyberattack", mode="cyber", actor=IRAN, recipient=ALBANIA,
        status="alleged", independent_sources=3,
        support=(
            proof("en-1", BLAME_RAMA, RAMA),
            proof("nl-1", "De aanval van 15 juli legde de Albanese overheid dagenlang plat"),
            proof("ar-1", BLAME_RAMA_AR, RAMA),
            proof("copy <1>", BLAME_RAMA, RAMA),
        ),
        because=(Reason("merge:same_day_same_parties", note="2022-07-15 in three reports"),),
    ),
    _event(
        "e-meeting", "2022-07/2022-08", "CONSULT", "meet", actor=MEK, status="planned",
        support=(proof("en-1", "planned for late July near Durrës"),),
    ),
    _event(
        "e-sever", "2022-09-07", "SANCTION", "sever_relations", mode="discontinue", actor=ALBANIA, recipient=IRAN,
        independent_sources=3, place="Tirana",
        support=(
            proof("en-1", SEVERED), proof("nl-1", SEVERED_NL), proof("ar-1", SEVERED_AR),
            proof("copy <1>", SEVERED),
        ),
        because=(Reason("frame:sever_relations", note="the same act in en, nl and ar"),),
    ),
    _event(
        "e-expel", "2022-09-07", "SANCTION", "expel", mode="expel", actor=ALBANIA, recipient=IRAN,
        support=(proof("en-1", "gave the staff of the Iranian embassy 24 hours to leave"),),
    ),
    _event(
        "e-condemn", "2022-09-07", "ACCUSE", "condemn", mode="disapprove", actor=Party("country:SAU", "Saudi Arabia"),
        support=(proof("en-1", "Saudi Arabia condemned the attack without naming anybody"),),
    ),
    _event(
        "e-sanction", None, "SANCTION", "impose_sanctions", actor=USA, recipient=IRAN, status="threatened",
        support=(proof("en-1", "said it would impose sanctions", USA),),
    ),
    _event(
        "e-odd", None, "ODDITY", None, title="Papers of the Albanian police were published",
        support=(proof("en-1", "published papers of the Albanian police"),),
    ),
)  # fmt: skip

LEDGER = (
    _line(
        "l-rama", ALBANIA, IRAN, "accuses", certainty="certain", certainty_text="no room for doubt",
        basis="intelligence", date="2022-09-07", independent_sources=2,
        support=(proof("en-1", BLAME_RAMA, RAMA), proof("ar-1", BLAME_RAMA_AR, RAMA), proof("copy <1>", BLAME_RAMA, RAMA)),
    ),
    _line(
        "l-ms", MICROSOFT, MOIS, "accuses", basis="technical report",
        support=(proof("nl-1", "Een rapport van Microsoft legt de schuld zonder omhaal bij het Iraanse ministerie van Inlichtingen"),),
    ),
    _line(
        "l-mandiant", MANDIANT, IRAN, "accuses", certainty="likely", certainty_text="likely", interval=(55, 80),
        scale="ICD 203", basis="technical report", date="2022-08",
        support=(proof("en-1", "the attackers were likely working for Tehran", MANDIANT),),
    ),
    _line(
        "l-uk", UK, IRAN, "accuses", certainty="almost_certain", certainty_text="بصورة شبه مؤكدة", interval=(95, 99),
        scale="PHIA", date="2022-09-07", independent_sources=2,
        support=(
            proof("ar-1", "جهات مرتبطة بإيران مسؤولة عن الهجوم بصورة شبه مؤكدة", UK),
            proof("en-1", NCSC, UK), proof("copy <1>", NCSC, UK),
        ),
    ),
    _line("l-us", USA, IRAN, "accuses", support=(proof("en-1", "The United States blamed Iran"),)),
    _line(
        "l-iran", IRAN, IRAN, "denies", date="2022-09-07", support=(proof("ar-1", DENIAL_AR),),
        because=(Reason("stance:deny", note="ورفضت"),),
    ),
    _line(
        "l-claim", HOMELAND, HOMELAND, "claims", basis="own claim",
        support=(proof("en-1", "HomeLand Justice claimed the attack on its Telegram channel"),),
    ),
    _line(
        "l-doubt", Party("role:diplomat", "a Western diplomat"), HOMELAND, "doubts", reportive=True,
        support=(proof("en-1", "A Western diplomat doubted that the group exists outside Tehran"),),
    ),
    _line("l-null", None, HOSTILE, "accuses", certainty="possible", of=None, support=(proof("copy <1>", "Share"),)),
)  # fmt: skip

STATEMENTS = (
    StatementLine(
        id="s-1", speaker=RAMA, act="accuse", quoted=True, date="2022-09-07",
        support=(proof("en-1", BLAME_RAMA, RAMA), proof("ar-1", BLAME_RAMA_AR, RAMA)),
    ),
    StatementLine(
        id="s-2", speaker=RAMA, act="claim", quoted=False,
        support=(proof("en-1", "the attack had failed and that no data had been lost for good", RAMA),),
    ),
    StatementLine(
        id="s-3", speaker=RTL, act="claim", quoted=False,
        support=(proof("ar-1", "منظمة مجاهدي خلق بأنها جماعة إرهابية"),),
    ),
    StatementLine(
        id="s-4", speaker=None, act="deny", quoted=True, support=(proof("ar-1", "لا أساس لها"),)
    ),
)  # fmt: skip

AGREEMENTS = (
    Agreement(
        id="a-1", about="Albania severed diplomatic relations with Iran", value="2022-09-07",
        documents=("en-1", "nl-1", "ar-1", "copy <1>"), languages=("en", "nl", "ar"), independent_sources=3,
        support=(proof("en-1", SEVERED), proof("nl-1", SEVERED_NL), proof("ar-1", SEVERED_AR)),
    ),
    Agreement(
        id="a-2", about="number of people taken in", value="about 3,000", documents=("en-1", "nl-1"),
        languages=("en", "nl"), independent_sources=2,
        support=(proof("en-1", "about 3,000 members"), proof("nl-1", "zo'n drieduizend Iraanse vrijheidsstrijders")),
    ),
)  # fmt: skip


def _side(value: str, who: str, *support: Support) -> Side:
    return Side(value=value, who=who, documents=tuple(s.document for s in support), evidence=support)


DISPUTES = (
    Dispute(
        id="d-denial", about="who is behind the cyberattack", kind="denial",
        sides=(
            _side("Iran is responsible", "Albania, United States, United Kingdom, Mandiant", proof("en-1", BLAME_RAMA, RAMA)),
            _side("no part in it", "Iran", proof("ar-1", DENIAL_AR)),
        ),
        because=(Reason("dispute:denial", note="five accusers, one denial"),),
    ),
    Dispute(
        id="d-attribution", about="who carried out the cyberattack", kind="attribution",
        sides=(
            _side("Iran", "Albania", proof("en-1", BLAME_RAMA, RAMA)),
            _side("HomeLand Justice", "HomeLand Justice", proof("en-1", "HomeLand Justice claimed the attack")),
        ),
    ),
    Dispute(
        id="d-polarity", about="effect of the attack", kind="polarity",
        sides=(
            _side("government paralysed for days", "narrator", proof("nl-1", "legde de Albanese overheid dagenlang plat")),
            _side("failed, nothing lost for good", "Edi Rama", proof("en-1", "the attack had failed", RAMA)),
        ),
    ),
    Dispute(
        id="d-value", about="number of services that stood still", kind="value",
        sides=(
            _side("1,200", "narrator", proof("nl-1", "1.200 diensten lagen stil")),
            _side("about 40", "Edi Rama", proof("ar-1", "نحو 40 خدمة حكومية فقط تعطلت", RAMA)),
        ),
    ),
    Dispute(
        id="d-date", about="when the meeting was to be held", kind="date",
        sides=(
            _side("2022-07", "narrator", proof("en-1", "planned for late July")),
            _side("2022-08", "narrator", proof("nl-1", "begin augustus"), proof("ar-1", "في مطلع أغسطس")),
        ),
    ),
    Dispute(
        id="d-place", about="where the meeting was to be held", kind="place",
        sides=(
            _side("near Durrës", "narrator", proof("en-1", "near Durrës")),
            _side("near Tirana", "narrator", proof("ar-1", "قرب تيرانا")),
        ),
    ),
    Dispute(
        id="d-label", about="what the People's Mojahedin are called", kind="label",
        sides=(
            _side("freedom fighters", "narrator", proof("nl-1", "Iraanse vrijheidsstrijders")),
            _side("terrorist group", "ناصر كنعاني", proof("ar-1", "جماعة إرهابية")),
        ),
    ),
    Dispute(
        id="d-order", about="what came first, the attack or the cancelled meeting", kind="order",
        sides=(
            _side("the cancellation", "narrator", proof("nl-1", "Eerst kwam de afgelasting, daarna pas de aanval")),
            _side("the attack", "narrator", proof("en-1", "planned for late July near Durrës, was called off")),
        ),
    ),
)  # fmt: skip

ACTORS = (
    Actor(
        id=IRAN.id, label="Iran", type="country", country="IRN", mentions=14, documents=("en-1", "nl-1", "ar-1"),
        names={"en": ("Iran", "Tehran", "the Islamic Republic of Iran"), "nl": ("Iran", "Teheran"), "ar": ("إيران", "طهران")},
    ),
    Actor(
        id=RAMA.id, label="Edi Rama", type="person", country="ALB", sector="GOV", mentions=4,
        names={"en": ("Edi Rama",), "ar": ("إيدي راما",)}, documents=("en-1", "ar-1"),
        because=(Reason("names:cross_script", note="إيدي راما = Edi Rama"),),
    ),
    Actor(id=HOSTILE.id, label=HOSTILE.label, type="group", mentions=1, documents=("copy <1>",)),
)  # fmt: skip


def _readings() -> tuple[Reading, ...]:
    newsletter = TEXTS["en-1"].index("Subscribe")
    base64 = TEXTS["ar-1"].index("aGVs")
    return (
        Reading(
            id="en-1", source="reports/en-1.html", url="https://ledger.example/albania?a=1&b=2",
            outlet="The Harbour Ledger", language="en", script="Latn",
            title="Albania cuts ties with Iran over cyberattack", published="2022-09-08",
            published_because="page metadata", kind="news", kind_because="dateline and agency style", text=EN,
            noise=(Noise(newsletter, len(EN), "newsletter and sharing line"),),
            entities=(
                Entity(id=IRAN.id, label="Iran", type="country", country="IRN", mentions=(Mention(28, 32, "Iran"),)),
            ),
            events=(
                Event(
                    id="en-1:e1", type="SANCTION", mode="discontinue", concept="sever_relations", actor=ALBANIA,
                    recipient=IRAN, date="2022-09-07", evidence=span("en-1", SEVERED), trigger=span("en-1", "severed"),
                    because=(
                        Reason("frame:sever_relations", span("en-1", "severed").start, span("en-1", "severed").end),
                        Reason("date:en.weekday", note="Wednesday before 2022-09-08"),
                    ),
                ),
            ),
        ),
        Reading(
            id="nl-1", url="javascript:alert(1)", outlet="De Waterkant", language="nl", script="Latn",
            author="A. de Vries", title="Opinie: Teheran speelt met vuur", published="2022-09-20",
            published_because="given", kind="opinion", kind_because="closing line: “Dit is een opiniestuk”", text=NL,
        ),
        Reading(
            id="ar-1", source="reports/ar-1.txt", outlet="صحيفة المرافئ", language="ar", script="Arab",
            title="ألبانيا تقطع علاقاتها مع إيران", published="2022-09-07", kind="news", text=AR,
            noise=(Noise(base64, len(AR), "base64"),), notices=("3 bytes replaced",),
        ),
        Reading(
            id="copy <1>", outlet="Evil \u202egnp.exe\u202c <img src=x onerror=alert(2)>", language="en", script="Latn",
            title="<script>alert(1)</script>", text=EN_COPY, url="https://copy.example/\"><script>alert(3)</script>",
        ),
        Reading(id="loose", language="en\" onload=\"x", text=LOOSE),
    )  # fmt: skip


def story(**changes: Any) -> Story:
    fields: dict[str, Any] = {
        "id": "s1",
        "title": "Albania and Iran: cyberattack, severed relations",
        "documents": ("en-1", "nl-1", "ar-1", "copy <1>"),
        "languages": ("en", "nl", "ar"),
        "period": "2022-07-15/2022-09-20",
        "witnesses": (("en-1", "copy <1>"), ("nl-1",), ("ar-1",)),
        "timeline": TIMELINE,
        "attributions": LEDGER,
        "statements": STATEMENTS,
        "agreements": AGREEMENTS,
        "disputes": DISPUTES,
        "actors": ACTORS,
    }
    return Story(**(fields | changes))


def dossier(*stories: Story) -> Dossier:
    """The dossier with `stories`, by default the one full story."""
    return Dossier(
        stories=stories or (story(),),
        readings=_readings(),
        unread=(Unread("reports/broken.pdf", "it is a PDF without a text layer <b>"),),
        version="0.1.0",
    )
