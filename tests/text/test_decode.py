# ruff: noqa: E501
"""Bytes to characters."""

import unicodedata

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from dragoman.text.decode import REPLACEMENT, clean, decode, mojibake

DUTCH = (
    "De Albanese premier zei dat ‘Curaçao’ en de Caraïben niets met de zaak te maken hebben. "
    "Het kabinet vond de reactie – één dag later – te laat; de coördinatie liep via België."
)
ARABIC = "أعلنت الحكومة الألبانية قطع العلاقات الدبلوماسية مع طهران، وأمهلت الدبلوماسيين أربعا وعشرين ساعة."
RUSSIAN = "Министерство иностранных дел заявило, что обвинения не имеют под собой оснований."
TURKISH = "Dışişleri Bakanlığı, büyükelçinin çağrıldığını ve görüşmenin ertelendiğini açıkladı."
POLISH = "Rzeczniczka ministerstwa oświadczyła, że wydalenie dyplomatów było słuszną decyzją rządu. Żądała wyjaśnień."
FINNISH = "Ulkoministeriö kertoi, että suurlähettiläs kutsuttiin kuultavaksi. Päätöstä pidettiin myöhäisenä."
CHINESE = "外交部发言人表示,中方坚决反对这一指控,并要求有关国家停止散布虚假信息。" * 3


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [
        (DUTCH, "cp1252", "windows-1252"),
        (ARABIC, "cp1256", "windows-1256"),
        (RUSSIAN, "cp1251", "windows-1251"),
        (RUSSIAN, "koi8-r", "koi8-r"),
        (TURKISH, "cp1254", "windows-1254"),
        (POLISH, "cp1250", "windows-1250"),
        (FINNISH, "cp1252", "windows-1252"),
        (CHINESE, "gb18030", "gb18030"),
    ],
)
def test_legacy_encodings_come_right_without_a_declaration(text: str, encoding: str, name: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert decoded.encoding == name
    assert any("guessed" in notice for notice in decoded.notices)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("text", [DUTCH, ARABIC, CHINESE])
def test_a_byte_order_mark_decides(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), declared="windows-1252")[::2] == (text, ())


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [DUTCH, ARABIC, RUSSIAN])
def test_utf_16_without_a_mark_is_known_by_its_zero_bytes(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.encoding) == (text, encoding)


def test_valid_utf_8_beats_a_wrong_declaration() -> None:
    assert decode(ARABIC.encode(), declared="windows-1256").text == ARABIC


def test_seven_bit_encodings_need_their_declaration() -> None:
    text = "外務省は抗議した"
    assert decode(text.encode("iso2022_jp"), declared="ISO-2022-JP").text == text


@pytest.mark.parametrize(
    "label", ["no-such-code", "", "rot13", "zlib", "unicode_escape", "idna", "\0", "undefined", "hex"]
)
def test_a_declaration_nobody_knows_is_passed_over(label: str) -> None:
    assert decode(ARABIC.encode(), declared=label).text == ARABIC
    assert decode(DUTCH.encode("cp1252"), declared=label).text == DUTCH


def test_latin_1_is_read_as_windows_1252_as_browsers_do() -> None:
    assert decode("“één”".encode("cp1252"), declared="iso-8859-1").text == "“één”"


def test_broken_utf_8_stays_utf_8_and_the_loss_is_told() -> None:
    data = ARABIC.encode()
    decoded = decode(data[:31] + b"\xff" + data[31:-1])
    assert decoded.encoding == "utf-8"
    assert decoded.text.count(REPLACEMENT) >= 2
    assert any("could not be decoded" in notice for notice in decoded.notices)


def test_mis_decoded_text_is_noticed() -> None:
    for text in (ARABIC, RUSSIAN, DUTCH):
        garbled = text.encode().decode("cp1252", "ignore")
        assert any("mis-decoded" in notice for notice in decode(garbled.encode()).notices), text


@pytest.mark.parametrize(
    "text", [DUTCH, ARABIC, RUSSIAN, TURKISH, POLISH, FINNISH, CHINESE, "SÃO PAULO – “Não”, disse. ÀS 10h."]
)
def test_good_text_is_not_called_mis_decoded(text: str) -> None:
    assert mojibake(text) is None


def test_one_form_for_line_ends_and_control_characters() -> None:
    text, notices = clean("\ufeffa\r\nb\rc\x0cd\u2028e\x00f\x1bg\ud800")
    assert text == "a\nb\nc\nd\ne f g" + REPLACEMENT
    assert len(notices) == 2
    assert notices[0].startswith("2 control characters")


def test_text_comes_in_nfc() -> None:
    assert clean("Cafe\u0301")[0] == "Café"


def test_a_pile_of_marks_is_cut_and_takes_no_time() -> None:
    text, _ = clean("a" + "\u0315\u0300" * 200_000 + " b " + "─" * 200)
    assert len(text) < 300
    assert text.endswith("─" * 200)


@settings(deadline=None)
@given(st.binary(max_size=300), st.none() | st.sampled_from(["utf-8", "cp1252", "utf-16", "shift_jis", "x"]))
@example(b"\xff\xfe\x00", None)
@example(b"\x00\xd8\x00\xd8", "utf-16")
def test_any_bytes_give_a_text_in_its_one_form(data: bytes, declared: str | None) -> None:
    decoded = decode(data, declared)
    assert unicodedata.is_normalized("NFC", decoded.text)
    assert not set(decoded.text) & set("\r\0\x1b\u2028")
    decoded.text.encode("utf-8")
    assert clean(decoded.text) == (decoded.text, ())


LETTERS = {
    "cp1252": "abcdeé ëïçñöüßœ“”’–€ABC.,\n",
    "cp1256": "ابتثجحخدذرزسشصضطظعغفقكلمنهويىئءؤآأإة ،؟.\n",
    "cp1251": "абвгдежзийклмнопрстуфхцчшщъыьэюяёіїє «».\n",
    "cp1250": "abcčćďęěłňńóřśšťůžź .\n",
    "koi8-r": "абвгдежзийклмнопрстуфхцчшщъыьэюя .\n",
    "gb18030": "的一是在不了有和人这中大为上个国我以要他.\n",
    "utf-8": "aéабвابت的一\U0001f600\n",
}


@settings(deadline=None)
@given(st.data(), st.sampled_from(sorted(LETTERS)))
def test_a_declared_encoding_comes_back(data: st.DataObject, encoding: str) -> None:
    text = unicodedata.normalize("NFC", data.draw(st.text(alphabet=LETTERS[encoding], max_size=60)))
    raw = text.encode(encoding)
    if encoding != "utf-8" and not raw.isascii():
        try:
            raw.decode("utf-8")
        except UnicodeDecodeError:
            pass
        else:
            assume(False)  # valid UTF-8 by chance: see the module's first lines
    assert decode(raw, declared=encoding).text == text
