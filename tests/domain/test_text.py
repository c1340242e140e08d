"""Vietnamese text: normalising, folding and the order a Vietnamese reader expects."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from r57desk.domain import text

VIETNAMESE = (
    "aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ"
    "AĂÂĐÊÔƠƯẤỆỘỨ 0123456789.,;:-/()“”–%"
)
anything = st.text()
vietnamese = st.text(alphabet=VIETNAMESE, max_size=40)
either = st.one_of(vietnamese, anything)


# -- normalize -----------------------------------------------------------------------------------


@settings(max_examples=150)
@given(either)
@example("a \n b")
@example("\u2000\u0301x")
@example("a\u200b\u0301")
def test_normalizing_twice_changes_nothing_more(raw: str) -> None:
    once = text.normalize(raw)
    assert text.normalize(once) == once
    assert unicodedata.is_normalized("NFC", once)


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("Nghi\u0323 quye\u0302\u0301t", "Nghị quyết"),
        ("Đang\xa0thực\xa0hiện", "Đang thực hiện"),
        ("Đang\u200b thực hiện\ufeff", "Đang thực hiện"),
        ("  hai \r\n dòng\t\n", "hai\n dòng"),
        ("một\rhai\u2028ba", "một\nhai\nba"),
        ("M\u00adêng", "M\u00adêng"),
        ("a\x00b\x07c", "abc"),
        ("\ud800", "\ufffd"),
        ("hoà và hòa", "hoà và hòa"),
        ("", ""),
    ],
)
def test_normalize(raw: str, clean: str) -> None:
    assert text.normalize(raw) == clean


def test_one_line_joins_every_run_of_space() -> None:
    assert text.one_line(" Bộ  A;\r\n\xa0 Bộ B ") == "Bộ A; Bộ B"


# -- fold ----------------------------------------------------------------------------------------


@settings(max_examples=150)
@given(either)
def test_folding_does_not_see_how_marks_are_encoded(raw: str) -> None:
    assert text.fold(unicodedata.normalize("NFD", raw)) == text.fold(unicodedata.normalize("NFC", raw))


@settings(max_examples=150)
@given(either)
def test_folding_agrees_with_its_definition(raw: str) -> None:
    plain = unicodedata.normalize("NFD", raw).replace("đ", "d").replace("Đ", "d")
    assert text.fold(raw) == "".join(c for c in plain if not unicodedata.combining(c)).casefold()


@pytest.mark.parametrize(
    ("raw", "folded"),
    [
        ("Đất đai", "dat dai"),
        ("HOÀ = hòa", "hoa = hoa"),
        ("Nghị quyết số 57–NQ/TW “mới”", "nghi quyet so 57–nq/tw “moi”"),
    ],
)
def test_fold(raw: str, folded: str) -> None:
    assert text.fold(raw) == folded


def test_words_and_compact() -> None:
    assert text.words("Tiến độ (%) - 57-NQ/TW") == ["tien", "do", "57", "nq", "tw"]
    assert text.compact("Tiến độ (%)") == "tiendo"


def test_has_marks() -> None:
    assert text.has_marks("đất")
    assert not text.has_marks("DAT dai 57")


# -- collation -----------------------------------------------------------------------------------

_LETTERS = {c: i for i, c in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")}
_TONES = {c: i for i, c in enumerate("\u0300\u0309\u0303\u0301\u0323", 1)}


def reference_key(s: str) -> tuple[list[tuple[int, int]], list[int], list[bool]]:
    """The order written out character by character, slowly: letters, then tones, then capitals."""
    letters, tones, capitals = [], [], []
    for run in re.split(r"([0-9]+)", unicodedata.normalize("NFC", s)):
        if run.isascii() and run.isdigit():
            letters.append((1, int(run)))
            tones.append(0)
            continue
        for ch in run:
            parts = unicodedata.normalize("NFD", ch)
            base = unicodedata.normalize("NFC", "".join(c for c in parts if c not in _TONES))
            if not base:
                continue
            low = base.lower()
            letters.append((2, _LETTERS[low]) if low in _LETTERS else (3 if low.isalpha() else 0, ord(low[0])))
            tones.append(next((_TONES[c] for c in parts if c in _TONES), 0))
            capitals.append(base != low)
    return letters, tones, capitals


close_texts = st.text(alphabet="aàáạAÁăâdđĐ 028-“²iİ", max_size=8)


long_runs = st.text(alphabet="aaaaaaáA", max_size=32)  # runs of equal weights, which the key shortens


@settings(max_examples=300)
@given(st.one_of(close_texts, long_runs, either), st.one_of(close_texts, long_runs, either))
@example("8", "08")
@example("8b", "08á")
@example("a\u0301", "á")
def test_keys_order_as_the_reference_does(a: str, b: str) -> None:
    ours, theirs = (text.collation_key(a), text.collation_key(b)), (reference_key(a), reference_key(b))
    assert (ours[0] < ours[1]) == (theirs[0] < theirs[1])
    assert (ours[0] == ours[1]) == (theirs[0] == theirs[1])


@pytest.mark.parametrize(
    "ordered",
    [
        ["An", "Ăn", "Ân", "Ấn", "Dương", "Đà", "Đồng", "Em", "Ê"],
        ["Hà", "Hả", "Hã", "Há", "Hạ"],
        ["Nhiệm vụ 2", "Nhiệm vụ 10", "Nhiệm vụ 100"],
        ["Bộ Công an", "Bộ Công Thương", "Bộ Quốc phòng", "Bộ Y tế", "Đảng ủy Chính phủ"],
    ],
)
def test_vietnamese_order(ordered: list[str]) -> None:
    assert all(text.collation_key(a) < text.collation_key(b) for a, b in pairwise(ordered))


def test_the_order_is_that_of_utf_8_bytes_too() -> None:
    samples = ["á", "z", "ß", "Ω", "“", "5", "10", "ế", "Đ", "漢", "😀", "a b", "a-b", ""]
    by_text = sorted(samples, key=text.collation_key)
    assert by_text == sorted(samples, key=lambda s: text.collation_key(s).encode())


# -- numbers of rows and groups ------------------------------------------------------------------


@pytest.mark.parametrize(
    "ordered",
    [["2", "10", "28", "28a", "28b", "29", ""], ["11.1", "11.2", "11.10"], ["1", "1.1", "1.2", "2"]],
)
def test_natural_key(ordered: list[str]) -> None:
    assert all(text.natural_key(a) < text.natural_key(b) for a, b in pairwise(ordered))


@pytest.mark.parametrize(
    "ordered",
    [
        ["I", "II", "III", "IV", "V", "VI", "VII", "IX", "X", "XL", ""],
        ["A", "B", "C", "D", "Đ", "E", "G"],
        ["1", "2", "10"],
        ["I.2", "I.10", "II.1"],
    ],
)
def test_group_key(ordered: list[str]) -> None:
    assert all(text.group_key(a) < text.group_key(b) for a, b in pairwise(ordered))


@pytest.mark.parametrize(("number", "value"), [("I", 1), ("IV", 4), ("XXIX", 29), ("MCMXC", 1990)])
def test_roman_value(number: str, value: int) -> None:
    assert text.roman_value(number) == value


@pytest.mark.parametrize("number", ["", "A", "IIII", "C", "iv", "VX", "I1"])
def test_not_a_roman_number(number: str) -> None:
    assert text.roman_value(number) is None
