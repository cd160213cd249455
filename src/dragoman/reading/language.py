"""Language: which language a text is in, by script, by letters and by its commonest words.

The words are those that stand in every paragraph of any text; a vote over them is right on running
text and says how sure it is. Sisters that share most small words (Danish and Norwegian, Serbian and
Croatian) are told apart by the few they do not share, and may be taken for each other in a headline.
"""

import re
from collections import defaultdict
from typing import NamedTuple

from dragoman.text.scripts import script_of

_WORDS = {
    "en": "the of and to in that is was for on with as by at from his it an were are which this be has had not but they have who will said its after been their would about than into",
    "nl": "de het een van en in dat op te voor met zijn is niet aan er door om die ook als bij naar hij over uit heeft maar werd worden nog wordt tegen dit deze wel geen zich ze",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über",
    "fr": "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont été avec son ont aux cette mais ses elle leur d'une ou",
    "es": "de la que el en y a los del se las por un para con no una su al lo como más pero sus le ha este sí porque esta entre cuando muy sin sobre también fue había",
    "it": "di e che la il un a per è una in sono si da non con le i del della dei gli al nel ha come più anche ma alla delle loro questo dal stato ed",
    "pt": "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito há nos já está também",
    "ru": "и в не на что с по как это из за от он но к для о его до года при так же все был года было также или их она который уже только которые сообщил",
    "uk": "і в на що не з до та за у як це від про для він його але є які також після року був під час що або її вже їх який цього",
    "bg": "на и в за да от се не с че по като са ще е при до това през бе беше които след или във който има също още",
    "sr": "и у је на да се за од са су не као који што из то до али би о по након или",
    "mk": "на и во за да од се не со дека по како што ќе е при до ова се се ги го",
    "pl": "w i na z się nie do to że jest o jak za od po przez co dla są był tym już być ale oraz które który jego przed",
    "cs": "a v se na je že s z o do i k ve pro za by ale si po jako podle jeho které který byl jsou také už",
    "sk": "a v sa na je že s z o do aj k vo pre za by ale si po ako podľa jeho ktoré ktorý bol sú tiež už",
    "sv": "och i att det som en på är av för med den till inte har de ett om han var men sig från vi så kan under efter eller",
    "da": "og i at det er en på til af for med de den ikke som har et om han var men sig fra vi kan efter eller ved blev",
    "nb": "og i at det er en på til av for med de den ikke som har et om han var men seg fra vi kan etter eller ved ble",
    "fi": "ja on ei että se oli hän mutta myös ovat kun kuin joka ole sen mukaan jo vain tai ovat olivat",
    "hu": "a az és hogy nem is egy meg volt ez csak de van el azt még már lesz után szerint vagy",
    "ro": "de și în a la cu pe că nu din o un pentru este care să se mai au fost prin sau după lui sa",
    "tr": "ve bir bu için ile de da olarak olan çok daha sonra kadar gibi en ne ise ancak dedi olduğunu tarafından göre",
    "sq": "të e në dhe me për një që nga u i se së ka është do si por nuk ishte më kjo pas",
    "hr": "i u je na da se za od su ne kao koji što iz to do ali bi o po nakon ili će sa",
    "id": "yang dan di ini itu dengan untuk dari pada dalam tidak akan oleh juga ke ada adalah telah",
    "vi": "và của là có trong cho không được với các một những này đã người từ khi đến",
    "el": "και το να του η της που με τη για στο από την θα σε δεν ο οι στην των είναι τον αυτό",
    "he": "של את על לא זה הוא כי עם אל היא גם או יש כל אבל לפי בין היה",
    "ar": "في من على أن إلى عن التي الذي هذا مع كان قال إن بعد هذه كما أو بين وقد قد خلال لم ما",
    "fa": "و در به از که این را با است برای آن یک خود تا کرد بر هم نیز شده می گفت او بود",
    "ur": "کے کی میں اور ہے سے کا کو نے پر کہ یہ ہیں اس تھا بھی نہیں گئے",
}  # fmt: skip
_BY_SCRIPT = {
    "Jpan": "ja",
    "Hang": "ko",
    "Hani": "zh",
    "Deva": "hi",
    "Thai": "th",
    "Geor": "ka",
    "Armn": "hy",
}
_SCRIPTS = {
    "ru": "Cyrl",
    "uk": "Cyrl",
    "bg": "Cyrl",
    "sr": "Cyrl",
    "mk": "Cyrl",
    "el": "Grek",
    "he": "Hebr",
    "ar": "Arab",
    "fa": "Arab",
    "ur": "Arab",
}
_LATIN = "Latn"  # the script of the languages that are not in _SCRIPTS


def _votes() -> dict[str, dict[str, tuple[list[str], float]]]:
    """Script → word → the languages that have the word, and what it says for each of them: the less the
    more of them there are."""
    owners: dict[str, list[str]] = {}
    for code, words in _WORDS.items():
        for word in set(words.split()):
            owners.setdefault(word, []).append(code)
    votes: dict[str, dict[str, tuple[list[str], float]]] = {}
    for word, codes in owners.items():
        for script in {_SCRIPTS.get(code, _LATIN) for code in codes}:
            same = [code for code in codes if _SCRIPTS.get(code, _LATIN) == script]
            votes.setdefault(script, {})[word] = same, 1 / len(same) ** 0.5
    return votes


_VOTES = _votes()
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
# Letters that only some of the languages of a script have; each is worth several words.
_LETTERS = {
    "fa": "پچژگی‌",
    "ur": "ٹڈڑےہں",
    "uk": "іїєґ",
    "ru": "ыэё",
    "sr": "ђјљњћџ",
    "mk": "ѓќѕ",
    "tr": "ışğ",
    "pl": "łąęśćź",
    "cs": "řůě",
    "ro": "țăș",
    "hu": "őű",
}


def known_languages() -> frozenset[str]:
    """The ISO 639-1 codes a text may be said to be in."""
    return frozenset(_WORDS) | frozenset(_BY_SCRIPT.values())


class Guess(NamedTuple):
    """code: ISO 639-1 or None.   because: how it was found.   sure: share of the vote it had."""

    code: str | None
    because: str
    sure: float


def find_language(text: str, sample: int = 3000) -> Guess:
    """The language of `text`, by its first `sample` characters.

    >>> find_language("De regering heeft besloten dat de ambassade wordt gesloten.").code
    'nl'
    """
    script = script_of(text, sample)
    if script is None:
        return Guess(None, "no letters", 0.0)
    if script in _BY_SCRIPT:
        return Guess(_BY_SCRIPT[script], f"script {script}", 1.0)
    head = text[:sample]
    votes: defaultdict[str, float] = defaultdict(float)
    words = list(map(str.lower, _WORD.findall(head)))
    known = _VOTES.get(script, {})
    for word in words:
        if word in known:
            owners, weight = known[word]
            for code in owners:
                votes[code] += weight
    for code, letters in _LETTERS.items():
        if _SCRIPTS.get(code, _LATIN) == script:
            seen = sum(head.count(letter) for letter in letters)
            if seen > len(head) / 400:
                votes[code] += min(seen, len(words) // 4 + 1)
            elif code in ("uk", "sr", "mk", "ur") and not seen:
                votes[code] *= 0.5
    if not votes or not any(votes.values()):
        single = {"Grek": "el", "Hebr": "he", "Cyrl": "ru", "Arab": "ar"}.get(script)
        return Guess(single, f"script {script} alone", 0.3)
    code, best = max(votes.items(), key=lambda vote: vote[1])
    return Guess(code, "its commonest words", round(best / sum(votes.values()), 2))
