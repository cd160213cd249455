"""Units every language writes alike: signs and codes of currencies, abbreviations of measures."""

# Sign or code (flat, so in lower case) to ISO 4217 code. "$" alone is read as US dollars.
CURRENCIES: dict[str, str] = {
    "$": "USD",
    "us$": "USD",
    "usd": "USD",
    "€": "EUR",
    "eur": "EUR",
    "£": "GBP",
    "gbp": "GBP",
    "¥": "JPY",
    "jpy": "JPY",
    "₽": "RUB",
    "rub": "RUB",
    "₺": "TRY",
    "try": "TRY",
    "₴": "UAH",
    "uah": "UAH",
    "₪": "ILS",
    "₹": "INR",
    "₩": "KRW",
    "﷼": "IRR",
    "chf": "CHF",
    "cny": "CNY",
    "sar": "SAR",
    "aed": "AED",
    "qar": "QAR",
}
# Signs among them, which stand before or after the digits without a space.
SIGNS = frozenset(sign for sign in CURRENCIES if not sign[-1].isalpha())

MEASURES: dict[str, str] = {
    "%": "percent",
    "٪": "percent",
    "km": "km",
    "km²": "km2",
    "km2": "km2",
    "cm": "cm",
    "mm": "mm",
    "m": "m",
    "kg": "kg",
    "mg": "mg",
    "ha": "ha",
    "mw": "megawatt",
    "gw": "gigawatt",
    "kwh": "kilowatt_hour",
    "mb": "megabyte",
    "gb": "gigabyte",
    "tb": "terabyte",
    "°c": "celsius",
}
# Letters that, glued to digits, multiply them: "$5bn", "20k".
GLUED_SCALES: dict[str, int] = {
    "k": 10**3,
    "m": 10**6,
    "mn": 10**6,
    "mln": 10**6,
    "bn": 10**9,
    "mld": 10**9,
    "tn": 10**12,
}
