"""Old Vietnamese fonts: what their names mean, what their letters are, and which texts are not in them at all."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from r57desk.domain.legacy_fonts import (
    LegacyFont,
    Run,
    decode,
    decode_runs,
    find_legacy_font,
    is_legacy,
    judge,
    judge_runs,
)
from r57desk.domain.text import normalize

TCVN3, CAPITALS, VNI = LegacyFont("tcvn3"), LegacyFont("tcvn3", capitals=True), LegacyFont("vni")
# letter by letter as the old fonts have them, without the module's own tables: (Unicode, TCVN3, VNI)
WORDS = [
    ("Nghiên cứu", "Nghiªn cøu", "Nghieân cöùu"),
    ("nhiệm vụ trọng tâm", "nhiÖm vô träng t©m", "nhieäm vuï troïng taâm"),
    ("đường thuỷ", "®­êng thuû", "ñöôøng thuyû"),
    ("kỹ thuật số", "kü thuËt sè", "kyõ thuaät soá"),
    ("Ứng dụng", "øng dông", "ÖÙng duïng"),
    ("lần lượt, rẽ trái", "lÇn l­ît, rÏ tr¸i", "laàn löôït, reõ traùi"),
    ("ị ỉ ĩ í ì", "Þ Ø Ü Ý ×", "ò æ ó í ì"),
    ("ẵ ặ ẳ ằ ắ", "½ Æ ¼ » ¾", "aü aë aú aè aé"),
]


@pytest.mark.parametrize(("text", "tcvn3", "vni"), WORDS)
def test_words_read_as_they_were_meant(text: str, tcvn3: str, vni: str) -> None:
    assert decode(tcvn3, TCVN3).lower() == text.lower()
    assert decode(vni, VNI) == text


def test_the_soft_hyphen_is_a_letter() -> None:
    assert normalize("l\u00adîng") == "l\u00adîng"
    assert decode("l\u00adîng", TCVN3) == "lượng"


def test_a_font_of_capitals_shows_small_letters_as_capitals() -> None:
    assert decode("nghÞ quyÕt", CAPITALS) == "NGHỊ QUYẾT"


@pytest.mark.parametrize(
    ("name", "font"),
    [
        (".VnTime", TCVN3), (".VnTimeH", CAPITALS), (".VNARIALH", CAPITALS), (".vnarialh", CAPITALS),
        ("@.VnTime", TCVN3), ("VNI-Times", VNI), ("vni-helve", VNI), ("VNI Times", VNI),
        ("Times New Roman", None), ("Calibri", None), ("", None), ("VNITimes", None),
    ],
)  # fmt: skip
def test_what_the_name_of_a_font_means(name: str, font: LegacyFont | None) -> None:
    assert find_legacy_font(name) == font


TEXT = "nghiên cứu nhiệm vụ trọng tâm được thực hiện đổi mới quyết định giữa những khoảng thuở quỹ ưu tiên"
_VNI_MARK = {"\u0301": "ù", "\u0300": "ø", "\u0309": "û", "\u0303": "õ", "\u0323": "ï"}
_VNI_HAT = dict(zip(("", *_VNI_MARK), "âáàåãä", strict=True))
_VNI_BOWL = dict(zip(("", *_VNI_MARK), "êéèúüë", strict=True))
_VNI_I = {"": "i", "\u0301": "í", "\u0300": "ì", "\u0309": "æ", "\u0303": "ó", "\u0323": "ò"}


def to_vni(text: str) -> str:
    """As VNI's typewriter makes it: the vowel, then one character for its hat, bowl and tone together."""
    made = []
    for letter in unicodedata.normalize("NFC", text):
        vowel, *marks = unicodedata.normalize("NFD", letter)
        tone = next((mark for mark in marks if mark in _VNI_MARK), "")
        if letter == "đ":
            made.append("ñ")
        elif vowel == "i":
            made.append(_VNI_I[tone])
        elif "\u031b" in marks:
            made.append({"o": "ô", "u": "ö"}[vowel] + _VNI_MARK.get(tone, ""))
        elif "\u0302" in marks:
            made.append(vowel + _VNI_HAT[tone])
        elif "\u0306" in marks:
            made.append(vowel + _VNI_BOWL[tone])
        elif tone:
            made.append("î" if (vowel, tone) == ("y", "\u0323") else vowel + _VNI_MARK[tone])
        else:
            made.append(letter)
    return "".join(made)


TCVN3_LETTERS = dict(
    zip(
        "ăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
        "¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
        strict=True,
    )
)


def to_tcvn3(text: str) -> str:
    """One character a letter, by the standard's table."""
    return "".join(TCVN3_LETTERS.get(letter, letter) for letter in unicodedata.normalize("NFC", text))


@given(st.lists(st.sampled_from(TEXT.split()), min_size=1, max_size=8).map(" ".join))
def test_L16_a_text_is_the_same_in_every_clothing(text: str) -> None:
    whole, taken_apart = normalize(text), normalize(unicodedata.normalize("NFD", text))
    assert whole == taken_apart == normalize(whole)
    assert normalize(decode(to_tcvn3(text), TCVN3)) == whole
    assert normalize(decode(to_vni(text), VNI)) == whole


@pytest.mark.parametrize(
    ("text", "encoding", "verdict"),
    [
        ("Nghiªn cøu khoa häc", "tcvn3", "legacy"),
        ("Nghieân cöùu khoa hoïc", "vni", "legacy"),
        ("Nghiên cứu khoa học", "tcvn3", "unicode"),
        ("Nghiên cứu khoa học", "vni", "unicode"),
        ("Ban hành Kế hoạch", "vni", "unicode"),
        ("Kinh phi 2025", "tcvn3", "either"),
    ],
)
def test_the_text_itself_tells_more_than_its_font(text: str, encoding: str, verdict: str) -> None:
    assert judge(text, encoding) == verdict  # type: ignore[arg-type]
    assert is_legacy(text, encoding, presumed=True) is (verdict != "unicode")  # type: ignore[arg-type]
    assert is_legacy(text, encoding, presumed=False) is (verdict == "legacy")  # type: ignore[arg-type]


def test_runs_are_read_each_in_its_font() -> None:
    runs = (Run("NghÞ ", TCVN3), Run("quyÕt", CAPITALS), Run(" số 57", None))
    assert judge_runs(runs) == "legacy"
    assert decode_runs(runs) == "Nghị QUYẾT số 57"


def test_a_letter_of_two_characters_may_be_cut_by_a_border_of_runs() -> None:
    assert decode_runs((Run("cö", VNI), Run("ùu", VNI))) == "cứu"
    assert decode_runs((Run("nghie", None), Run("ân cöùu", VNI))) == "nghiên cứu"


def test_a_run_typed_later_in_unicode_stays() -> None:
    runs = (Run("Nghiªn cøu ", TCVN3), Run("chuyển đổi", TCVN3))
    assert decode_runs(runs) == "Nghiên cứu chuyển đổi"
