# ruff: noqa: E501
"""Case forms of the names of states and cities, and of the adjectives of states, by language.

Rules a school grammar gives, for the names as CLDR writes them. A form that no rule reaches is left
out: a name in its dictionary form is found all the same.
"""

import re

Cases = tuple[str, str, str, str, str, str]
"""nominative, genitive, dative, accusative, instrumental, locative"""

# A name's own adjective ("Korea Północna"): the words that are one, by language.
_ADJECTIVES = {
    "pl": r"(?:Północna|Południowa|Saudyjska|Nowa|Wielka|Zjednoczone|Arabskie|Środkowoafrykańska|Demokratyczna|"
    r"Czeska|Biała|Zielonego)",
    "cs": r"(?:Severní|Jižní|Saúdská|Nová|Nový|Velká|Spojené|Arabské|arabské|Dominikánská|Jihoafrická|Demokratická|"
    r"Středoafrická|Česká|Spojených)",
    "uk": r"(?:Північна|Південна|Саудівська|Нова|Велика|Сполучені|Обʼєднані|Арабські|Домініканська|"
    r"Південно-Африканська|Демократична)",
    "hr": r"(?:Sjeverna|Južna|Saudijska|Nova|Velika|Sjedinjene|Američke|Ujedinjeni|Arapski|Crna|Dominikanska|"
    r"Južnoafrička|Demokratska|\w+ska|\w+čka|Češka)",
    "sr": r"(?:Северна|Јужна|Саудијска|Нова|Велика|Сједињене|Америчке|Уједињени|Арапски|Црна|Доминиканска|"
    r"Јужноафричка|Демократска|\w+ска|\w+чка|Чешка)",
}


def _pl(w: str) -> Cases | None:
    if re.search("(?:[csz]ja|[^aeiouyj]ia|ea|oja|[aeou]ja)$", w):
        s = w[:-1]
        gen = s + "i"
        if w.endswith("ea"):
            return (w, s + "i", s + "i", s + "ę", s + "ą", s + "i")
        return (w, gen, gen, s + "ę", s + "ą", gen)
    if w.endswith("a"):
        s = w[:-1]
        soft = _pl_soft(s)
        return (w, s + ("i" if s[-1] in "kg" else "y"), soft, s + "ę", s + "ą", soft)
    if w.endswith("o"):
        s = w[:-1]
        instr = s + ("iem" if s[-1] in "kg" else "em")
        return (w, s + "a", s + "u", w, instr, s + "u" if s[-1] in "kgl" else _pl_soft(s))
    if w[-1] in "bcdfghjklmnprstwzx":
        s = w
        if w.endswith("ek"):
            s = w[:-2] + "k"
        instr = s + ("iem" if s[-1] in "kg" else "em")
        loc = s + "u" if s[-1] in "kghljx" or s.endswith(("cz", "sz")) else _pl_soft(s)
        return (w, s + "u", s + "owi", w, instr, loc)
    return None


def _pl_soft(s: str) -> str:
    for hard, soft in (("st", "ście"), ("sł", "śle"), ("k", "ce"), ("g", "dze"), ("ch", "sze"), ("r", "rze"),
                       ("ł", "le"), ("t", "cie"), ("d", "dzie"), ("l", "li"), ("j", "i"), ("c", "cy")):  # fmt: skip
        if s.endswith(hard):
            return s[: -len(hard)] + soft
    return s + "ie"


def _cs(w: str) -> Cases | None:
    if w.endswith("ie"):
        s = w[:-1]
        return (w, w, s + "i", s + "i", s + "í", s + "i")
    if w.endswith("ea"):
        s = w[:-1]
        return (w, s + "je", s + "ji", s + "u", s + "ou", s + "ji")
    if w.endswith("a"):
        s = w[:-1]
        soft = s + "e"
        for hard, changed in (("ch", "še"), ("h", "ze"), ("g", "ze"), ("k", "ce"), ("r", "ře"), ("d", "dě"),
                              ("t", "tě"), ("n", "ně"), ("v", "vě"), ("b", "bě"), ("p", "pě"), ("m", "mě")):  # fmt: skip
            if s.endswith(hard):
                soft = s[: -len(hard)] + changed
                break
        return (w, s + ("i" if s[-1] in "jžšcč" else "y"), soft, s + "u", s + "ou", soft)
    if w.endswith("o"):
        s = w[:-1]
        return (w, s + "a", s + "u", w, s + "em", s + "u")
    if w.endswith(("ě", "e")):
        return None
    if w[-1] in "bcdfghjklmnprstvzx":
        return (w, w + "u", w + "u", w, w + "em", w + "u")
    return None


def _uk(w: str) -> Cases | None:
    if w.endswith("ія"):
        s = w[:-1]
        return (w, s + "ї", s + "ї", s + "ю", s + "єю", s + "ї")
    if w.endswith("я"):
        s = w[:-1]
        return (w, s + "і", s + "і", s + "ю", s + "ею", s + "і")
    if w.endswith("а"):
        s = w[:-1]
        soft = s + "і"
        for hard, changed in (("к", "ці"), ("г", "зі"), ("х", "сі")):
            if s.endswith(hard):
                soft = s[:-1] + changed
        return (w, s + "и", soft, s + "у", s + "ою", soft)
    if w.endswith("ь"):
        s = w[:-1]
        return (w, s + "ю", s + "ю", w, s + "ем", s + "і")
    if w.endswith("й"):
        s = w[:-1]
        return (w, s + "ю", s + "ю", w, s + "єм", s + "ї")
    if w[-1] in "бвгґджзклмнпрстфхцчшщ":
        return (w, w + "у", w + "у", w, w + "ом", w + "і")
    return None


def _hr(w: str) -> Cases | None:
    if w.endswith("a"):
        s = w[:-1]
        return (w, s + "e", s + "i", s + "u", s + "om", s + "i")
    if w.endswith("o"):
        s = w[:-1]
        return (w, s + "a", s + "u", w, s + "om", s + "u")
    if w[-1] in "bcčćdđfghjklmnprsštvzž":
        soft = "em" if w[-1] in "čćđjšž" or w.endswith("lj") else "om"
        return (w, w + "a", w + "u", w, w + soft, w + "u")
    return None


def _sr(w: str) -> Cases | None:
    if w.endswith("а"):
        s = w[:-1]
        return (w, s + "е", s + "и", s + "у", s + "ом", s + "и")
    if w.endswith("о"):
        s = w[:-1]
        return (w, s + "а", s + "у", w, s + "ом", s + "у")
    if w[-1] in "бвгдђжзјклљмнњпрстћфхцчџш":
        soft = "ем" if w[-1] in "чћђјљњџшж" else "ом"
        return (w, w + "а", w + "у", w, w + soft, w + "у")
    return None


_NOUN = {"pl": _pl, "cs": _cs, "uk": _uk, "hr": _hr, "sr": _sr}
_ADJ_CASES = {
    # ending → genitive, dative, accusative, instrumental, locative
    "pl": {"ka": ("kiej", "kiej", "ką", "ką", "kiej"), "a": ("ej", "ej", "ą", "ą", "ej"), "e": ("ych", "ym", "e", "ymi", "ych"), "ie": ("ich", "im", "ie", "imi", "ich")},
    "cs": {"á": ("é", "é", "ou", "ou", "é"), "é": ("ých", "ým", "é", "ými", "ých"),
           "ý": ("ého", "ému", "ý", "ým", "ém"), "í": ("í", "í", "í", "í", "í")},
    "uk": {"а": ("ої", "ій", "у", "ою", "ій"), "і": ("их", "им", "і", "ими", "их")},
    "hr": {"a": ("e", "oj", "u", "om", "oj"), "e": ("ih", "im", "e", "im", "im"), "i": ("ih", "im", "e", "im", "im")},
    "sr": {"а": ("е", "ој", "у", "ом", "ој"), "е": ("их", "им", "е", "им", "им"), "и": ("их", "им", "е", "им", "им")},
}  # fmt: skip


def _adjective(lang: str, w: str) -> Cases | None:
    for end, forms in sorted(_ADJ_CASES[lang].items(), key=lambda row: -len(row[0])):
        if w.endswith(end):
            return (w, *(w[: -len(end)] + form for form in forms))  # type: ignore[return-value]
    return None


def name_forms(lang: str, name: str) -> list[str]:
    """`name` and its case forms, the dictionary form first."""
    if lang in _NOUN:
        return _slavic(lang, name)
    made = {"fi": _fi, "hu": _hu, "el": _el, "sq": _sq, "ro": _ro, "ko": _ko, "he": _he}.get(lang)
    if lang in ("sv", "da", "nb"):
        return [name] if name[-1] in "sxz" else [name, name + "s"]
    return list(dict.fromkeys([name, *made(name)])) if made else [name]


def _slavic(lang: str, name: str) -> list[str]:
    words = name.split(" ")
    if not name[0].isupper() or name.isupper():
        return [name]
    pattern = re.compile(_ADJECTIVES[lang])
    declined: list[Cases] = []
    noun = False
    for word in words:
        if pattern.fullmatch(word) or (lang == "cs" and re.fullmatch(r"\w+ská", word)):
            cases = _adjective(lang, word)
        elif not noun:
            noun = True
            cases = _PLURAL.get((lang, word)) or _NOUN[lang](word)
        else:
            cases = (word,) * 6  # type: ignore[assignment]  # "Wybrzeże Kości Słoniowej": a genitive of its own
        if cases is None:
            return [name]
        declined.append(cases)
    return list(dict.fromkeys(" ".join(cases[n] for cases in declined) for n in range(6)))


_PLURAL: dict[tuple[str, str], Cases] = {
    ("pl", "Stany"): ("Stany", "Stanów", "Stanom", "Stany", "Stanami", "Stanach"),
    ("pl", "Niemcy"): ("Niemcy", "Niemiec", "Niemcom", "Niemcy", "Niemcami", "Niemczech"),
    ("pl", "Chiny"): ("Chiny", "Chin", "Chinom", "Chiny", "Chinami", "Chinach"),
    ("pl", "Włochy"): ("Włochy", "Włoch", "Włochom", "Włochy", "Włochami", "Włoszech"),
    ("pl", "Węgry"): ("Węgry", "Węgier", "Węgrom", "Węgry", "Węgrami", "Węgrzech"),
    ("pl", "Czechy"): ("Czechy", "Czech", "Czechom", "Czechy", "Czechami", "Czechach"),
    ("pl", "Indie"): ("Indie", "Indii", "Indiom", "Indie", "Indiami", "Indiach"),
    ("pl", "Filipiny"): ("Filipiny", "Filipin", "Filipinom", "Filipiny", "Filipinami", "Filipinach"),
    ("pl", "Ateny"): ("Ateny", "Aten", "Atenom", "Ateny", "Atenami", "Atenach"),
    ("pl", "Emiraty"): ("Emiraty", "Emiratów", "Emiratom", "Emiraty", "Emiratami", "Emiratach"),
    ("pl", "Zelandia"): ("Zelandia", "Zelandii", "Zelandii", "Zelandię", "Zelandią", "Zelandii"),
    ("pl", "Izrael"): ("Izrael", "Izraela", "Izraelowi", "Izrael", "Izraelem", "Izraelu"),
    ("pl", "Rzym"): ("Rzym", "Rzymu", "Rzymowi", "Rzym", "Rzymem", "Rzymie"),
    ("pl", "Egipt"): ("Egipt", "Egiptu", "Egiptowi", "Egipt", "Egiptem", "Egipcie"),
    ("pl", "Paryż"): ("Paryż", "Paryża", "Paryżowi", "Paryż", "Paryżem", "Paryżu"),
    ("pl", "Wiedeń"): ("Wiedeń", "Wiednia", "Wiedniowi", "Wiedeń", "Wiedniem", "Wiedniu"),
    ("pl", "Berlin"): ("Berlin", "Berlina", "Berlinowi", "Berlin", "Berlinem", "Berlinie"),
    ("pl", "Londyn"): ("Londyn", "Londynu", "Londynowi", "Londyn", "Londynem", "Londynie"),
    ("pl", "Królestwo"): ("Królestwo", "Królestwa", "Królestwu", "Królestwo", "Królestwem", "Królestwie"),
    ("pl", "Zjednoczone Królestwo"): ("Zjednoczone Królestwo",) * 6,
    ("cs", "Kypr"): ("Kypr", "Kypru", "Kypru", "Kypr", "Kyprem", "Kypru"),
    ("cs", "Paříž"): ("Paříž", "Paříže", "Paříži", "Paříž", "Paříží", "Paříži"),
    ("cs", "Vídeň"): ("Vídeň", "Vídně", "Vídni", "Vídeň", "Vídní", "Vídni"),
    ("cs", "Řím"): ("Řím", "Říma", "Římu", "Řím", "Římem", "Římě"),
    ("cs", "Londýn"): ("Londýn", "Londýna", "Londýnu", "Londýn", "Londýnem", "Londýně"),
    ("cs", "Berlín"): ("Berlín", "Berlína", "Berlínu", "Berlín", "Berlínem", "Berlíně"),
    ("cs", "Egypt"): ("Egypt", "Egypta", "Egyptu", "Egypt", "Egyptem", "Egyptě"),
    ("cs", "Kyjev"): ("Kyjev", "Kyjeva", "Kyjevu", "Kyjev", "Kyjevem", "Kyjevě"),
    ("cs", "Brusel"): ("Brusel", "Bruselu", "Bruselu", "Brusel", "Bruselem", "Bruselu"),
    ("cs", "Atény"): ("Atény", "Atén", "Aténám", "Atény", "Aténami", "Aténách"),
    ("cs", "Athény"): ("Athény", "Athén", "Athénám", "Athény", "Athénami", "Athénách"),
    ("cs", "Filipíny"): ("Filipíny", "Filipín", "Filipínám", "Filipíny", "Filipínami", "Filipínách"),
    ("cs", "státy"): ("státy", "států", "státům", "státy", "státy", "státech"),
    ("cs", "emiráty"): ("emiráty", "emirátů", "emirátům", "emiráty", "emiráty", "emirátech"),
    ("cs", "království"): (
        "království",
        "království",
        "království",
        "království",
        "královstvím",
        "království",
    ),
    ("cs", "Indie"): ("Indie", "Indie", "Indii", "Indii", "Indií", "Indii"),
    ("cs", "Izrael"): ("Izrael", "Izraele", "Izraeli", "Izrael", "Izraelem", "Izraeli"),
    ("cs", "Zéland"): ("Zéland", "Zélandu", "Zélandu", "Zéland", "Zélandem", "Zélandu"),
    ("cs", "Nizozemsko"): (
        "Nizozemsko",
        "Nizozemska",
        "Nizozemsku",
        "Nizozemsko",
        "Nizozemskem",
        "Nizozemsku",
    ),
    ("uk", "Штати"): ("Штати", "Штатів", "Штатам", "Штати", "Штатами", "Штатах"),
    ("uk", "Емірати"): ("Емірати", "Еміратів", "Еміратам", "Емірати", "Еміратами", "Еміратах"),
    ("uk", "Нідерланди"): (
        "Нідерланди",
        "Нідерландів",
        "Нідерландам",
        "Нідерланди",
        "Нідерландами",
        "Нідерландах",
    ),
    ("uk", "Філіппіни"): ("Філіппіни", "Філіппін", "Філіппінам", "Філіппіни", "Філіппінами", "Філіппінах"),
    ("uk", "Афіни"): ("Афіни", "Афін", "Афінам", "Афіни", "Афінами", "Афінах"),
    ("uk", "Королівство"): (
        "Королівство",
        "Королівства",
        "Королівству",
        "Королівство",
        "Королівством",
        "Королівстві",
    ),
    ("uk", "Київ"): ("Київ", "Києва", "Києву", "Київ", "Києвом", "Києві"),
    ("uk", "Париж"): ("Париж", "Парижа", "Парижу", "Париж", "Парижем", "Парижі"),
    ("uk", "Лондон"): ("Лондон", "Лондона", "Лондону", "Лондон", "Лондоном", "Лондоні"),
    ("uk", "Берлін"): ("Берлін", "Берліна", "Берліну", "Берлін", "Берліном", "Берліні"),
    ("uk", "Рим"): ("Рим", "Риму", "Риму", "Рим", "Римом", "Римі"),
    ("uk", "Єгипет"): ("Єгипет", "Єгипту", "Єгипту", "Єгипет", "Єгиптом", "Єгипті"),
    ("hr", "Države"): ("Države", "Država", "Državama", "Države", "Državama", "Državama"),
    ("hr", "Emirati"): ("Emirati", "Emirata", "Emiratima", "Emirate", "Emiratima", "Emiratima"),
    ("hr", "Filipini"): ("Filipini", "Filipina", "Filipinima", "Filipine", "Filipinima", "Filipinima"),
    ("hr", "Cipar"): ("Cipar", "Cipra", "Cipru", "Cipar", "Ciprom", "Cipru"),
    ("hr", "Egipat"): ("Egipat", "Egipta", "Egiptu", "Egipat", "Egiptom", "Egiptu"),
    ("hr", "Beč"): ("Beč", "Beča", "Beču", "Beč", "Bečom", "Beču"),
    ("sr", "Државе"): ("Државе", "Држава", "Државама", "Државе", "Државама", "Државама"),
    ("sr", "Емирати"): ("Емирати", "Емирата", "Емиратима", "Емирате", "Емиратима", "Емиратима"),
    ("sr", "Филипини"): ("Филипини", "Филипина", "Филипинима", "Филипине", "Филипинима", "Филипинима"),
    ("sr", "Кипар"): ("Кипар", "Кипра", "Кипру", "Кипар", "Кипром", "Кипру"),
    ("sr", "Египат"): ("Египат", "Египта", "Египту", "Египат", "Египтом", "Египту"),
}


def _fi(name: str) -> list[str]:
    back = bool(re.search("[aou]", name.split("-")[-1].lower()))
    a = "a" if back else "ä"
    if " " in name:
        return []
    if name.endswith("vallat"):
        stem = name[:-1]
        return [stem.replace("valla", "valtoje") + "n", name[:-6] + "valtain", *(
            name[:-6] + "valloi" + e for e in ("ssa", "sta", "lle", "lta", "lla", "ksi")), name[:-6] + "valtoihin"]  # fmt: skip
    if name.endswith("mi") and name == "Suomi":
        stem = "Suome"
    elif name[-1] in "aeiouyäö":
        stem = name
        for strong, weak in (
            ("kka", "ka"),
            ("ppa", "pa"),
            ("tta", "ta"),
            ("nta", "nna"),
            ("nti", "nni"),
            ("kki", "ki"),
            ("ppi", "pi"),
            ("tti", "ti"),
        ):
            if name.endswith(strong):
                stem = name[: -len(strong)] + weak
                break
    else:
        stem = name + "i"
    cases = [stem + end for end in ("n", f"ss{a}", f"st{a}", f"ll{a}", f"lt{a}", "lle", "ksi")]
    base = name if name[-1] in "aeiouyäö" else name + "i"
    vowel = base[-1]
    return [*cases, base + a, base + vowel + "n", base + f"n{a}"]


def _hu(name: str) -> list[str]:
    last = name.split(" ")[-1].lower()
    vowels = re.findall("[aáeéiíoóöőuúüű]", last)
    back = any(v in "aáoóuú" for v in vowels)
    stem = name
    for short, long in (("a", "á"), ("e", "é")):
        if name.endswith(short):
            stem = name[:-1] + long
    round_ = bool(vowels) and vowels[-1] in "öőüű"
    a, o = ("a", "o") if back else ("e", "ö" if round_ else "e")
    v = "" if stem[-1] in "aáeéiíoóöőuúüű" else ("o" if back else o)
    accusative = stem + (v if not re.search("(?:[lrnjszy]|sz|zs|ny|ly)$", stem) else "") + "t"
    geminate = stem + "v" if not v else stem + stem[-1]
    with_ = geminate + ("al" if back else "el")
    return [
        stem + f"b{a}n", stem + f"b{a}", stem + ("ból" if back else "ből"), stem + f"n{a}k", stem + f"r{a}",
        stem + ("ról" if back else "ről"), stem + ("tól" if back else "től"), stem + ("hoz" if back else "hez"),
        stem + (v or "") + "n", accusative, with_, stem + "ért", stem + "ig", stem + ("nál" if back else "nél"),
        stem + "é",
    ]  # fmt: skip


def _el(name: str) -> list[str]:
    if " " in name:
        head, _, tail = name.partition(" ")
        pairs = {"Βόρεια": "Βόρειας", "Νότια": "Νότιας", "Σαουδική": "Σαουδικής", "Νέα": "Νέας"}
        if head in pairs and " " not in tail:
            return [f"{pairs[head]} {form}" for form in _el(tail)[:1]]
        return []
    if name.endswith(("α", "ά", "η", "ή")):
        return [name + "ς"]
    for nom, gen, acc in (("ος", "ου", "ο"), ("ός", "ού", "ό"), ("ας", "α", "α"), ("ης", "η", "η")):
        if name.endswith(nom):
            return [name[: -len(nom)] + gen, name[: -len(nom)] + acc]
    return []


def _sq(name: str) -> list[str]:
    if " " in name or "-" in name:
        return []
    if name.endswith("ë"):
        s = name[:-1]
        return [s + "a", s + "ës", s + "ën"]
    if name.endswith("i"):
        return [name + "a", name + "së", name + "në"]
    if name.endswith("a"):
        return [name + "ja", name[:-1] + "ës", name[:-1] + "ën"]
    if name[-1] in "bcdfgjlmnpqrstvxz":
        return [name + "i", name + "it", name + "in"]
    if name[-1] in "kh":
        return [name + "u", name + "ut", name + "un"]
    return []


def _ro(name: str) -> list[str]:
    if " " in name:
        return []
    if name.endswith("ia"):
        return [name[:-1] + "ei"]
    if name.endswith("a"):
        return [name[:-1] + "ei"] if name.endswith(("ea", "ța", "da", "na")) else []
    if name[-1] in "bcdfghjklmnprstvxz":
        return [name + "ul", name + "ului"]
    return []


def _ko(name: str) -> list[str]:
    """With the particles that are written onto it, by whether it ends in a consonant."""
    code = ord(name[-1])
    if not 0xAC00 <= code <= 0xD7A3:
        return []
    final = (code - 0xAC00) % 28
    mine = ("은", "이", "을", "과", "으로", "이나") if final else ("는", "가", "를", "와", "로", "나")
    if final == 8:
        mine = (*mine, "로")
    every = ("의", "에", "에서", "에게", "도", "만", "까지", "부터", "에는", "에서는")
    return [name + p for p in (*mine, *every)]


def _he(name: str) -> list[str]:
    return [p + name for p in ("ב", "ל", "מ", "ו", "ש", "כש", "וב", "ול", "שב", "של") if not name.startswith("ה")] or [
        p + name for p in ("ב", "ל", "מ", "ו", "ש")]  # fmt: skip


# ── adjectives ──

_ADJECTIVE_ENDINGS: dict[str, tuple[tuple[str, str], ...]] = {
    # dictionary ending → the endings of all its forms
    "pl": (("ski", "ski skiego skiemu skim ska skiej ską skie skich skimi"), ("cki", "cki ckiego ckiemu ckim cka ckiej cką ckie ckich ckimi")),
    "cs": (("ský", "ský ského skému ském ským ská ské skou ští ských skými"), ("cký", "cký ckého ckému ckém ckým cká cké ckou čtí ckých ckými")),
    "uk": (("ський", "ський ського ському ським ська ської ській ську ською ське ські ських ськими"),
           ("цький", "цький цького цькому цьким цька цької цькій цьку цькою цьке цькі цьких цькими")),
    "hr": (("ki", "ki kog koga kom kome kim ka ke koj ku ko kih"),),
    "sr": (("ки", "ки ког кога ком коме ким ка ке кој ку ко ких"),),
    "bg": (("ки", "ки ка ко кия кият ката кото ките"),),
    "it": (("co", "co ca ci che chi"), ("go", "go ga ghi ghe"), ("o", "o a i e"), ("e", "e i")),
    "pt": (("ês", "ês esa eses esas"), ("ão", "ão ã ães ãs"), ("eu", "eu eia eus eias"), ("o", "o a os as"), ("ol", "ol ola óis olas"),
           ("e", "e es"), ("a", "a as"), ("ita", "ita itas")),
    "sv": (("sk", "sk ska skt"),), "da": (("sk", "sk ske"),), "nb": (("sk", "sk ske"),),
    "fi": (("lainen", "lainen laisen laista laisessa laisesta laiseen laiset laisten laisia laisille laisissa laisilta laisella"),
           ("läinen", "läinen läisen läistä läisessä läisestä läiseen läiset läisten läisiä läisille läisissä läisiltä läisellä")),
    "el": (("ικός", "ικός ικού ικό ική ικής ικήν ικοί ικών ικούς ικές ικά"),),
    "ro": (("ean", "ean eană eni ene eanul eana enilor eanului enii"), ("an", "an ană ani ane anul ana anilor anului anii"),
           ("ez", "ez eză ezi eze ezul ezilor ezului ezii"), ("esc", "esc ească ești"), ("", " ă i e")),
    "sq": (("", " e"),),
    "he": (("י", "י ית ים יות"),),
}  # fmt: skip


def adjective_forms(lang: str, word: str) -> list[str]:
    """All forms of the adjective of a state; of one that no rule knows itself alone."""
    for ending, forms in _ADJECTIVE_ENDINGS.get(lang, ()):
        if word.endswith(ending):
            stem = word[: len(word) - len(ending)]
            made = [stem + form for form in forms.split(" ")]
            if lang == "he":
                made += ["ה" + form for form in made]
            return list(dict.fromkeys(made))
    return [word]
