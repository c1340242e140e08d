"""Lines break at spaces, never lose a letter, and are never wider than their column."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFontMetricsF

from r57desk.paper.fonts import make_font
from r57desk.paper.measure import Ruler, get_ruler
from r57desk.paper.profile import LINE_PITCH, Face, mm

FACE = Face(12)
TEXTS = st.text(st.sampled_from("aăâđếộữ XYZ.,;/-0189\n☑"), max_size=300)


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.usefixtures("ruler")
@given(TEXTS, st.integers(8, 120))
def test_nothing_is_lost_and_nothing_sticks_out(text: str, width: int) -> None:
    lines = get_ruler("Tinos").wrap(text, FACE, mm(width))
    assert squeezed("".join(line.text for line in lines)) == squeezed(text)
    assert all(line.width <= mm(width) + 0.001 for line in lines)


@pytest.mark.usefixtures("ruler")
@given(TEXTS, st.integers(20, 120))
def test_balanced_lines_say_the_same_in_as_many_lines(text: str, width: int) -> None:
    ruler = get_ruler("Tinos")
    plain, balanced = ruler.wrap(text, FACE, mm(width)), ruler.balance(text, FACE, mm(width))
    assert squeezed("".join(line.text for line in balanced)) == squeezed(text)
    assert len(balanced) <= len(plain)
    assert max((line.width for line in balanced), default=0) <= max((line.width for line in plain), default=0) + 0.001


def test_lines_break_at_spaces_only(ruler: Ruler) -> None:
    text = "Thực hiện Nghị quyết số 57-NQ/TW và Kế hoạch số 01-KH/BCĐTW ngày 02/06/2025"
    words = [word for line in ruler.wrap(text, FACE, mm(30)) for word in line.text.split(" ")]
    assert words == text.split(" ")


def test_a_long_token_breaks_by_characters(ruler: Ruler) -> None:
    link = "https://vi-du.example/" + "van-ban" * 30
    lines = ruler.wrap(f"Xem {link} nhé", FACE, mm(40))
    assert len(lines) > 5
    assert lines[0].text == "Xem"
    assert "".join(line.text for line in lines[1:]).startswith(link)


def test_line_breaks_and_blank_lines_inside_a_text_stay(ruler: Ruler) -> None:
    assert [line.text for line in ruler.wrap("một\n\nhai ", FACE, mm(50))] == ["một", "", "hai"]
    assert ruler.wrap("", FACE, mm(50)) == ()


def test_a_no_break_space_holds_and_is_printed_as_a_space(ruler: Ruler) -> None:
    cut = ruler.cut(FACE)
    width = cut.text("Quá hạn 86") + 1
    assert [line.text for line in ruler.wrap("Quá hạn 86\u00a0ngày", FACE, width)] == ["Quá hạn", "86 ngày"]


def test_text_is_composed_and_cleaned(ruler: Ruler) -> None:
    decomposed = unicodedata.normalize("NFD", "Nghị quyết\tsố\u200b 5")
    assert [line.text for line in ruler.wrap(decomposed, FACE, mm(90))] == ["Nghị quyết số 5"]


def test_a_mark_is_never_parted_from_its_letter(ruler: Ruler) -> None:
    lines = ruler.wrap("q\u0303" * 60, FACE, mm(10))  # a letter Unicode has no composed form for
    assert len(lines) > 1
    assert all(line.text.startswith("q") for line in lines)


def test_widths_agree_with_qt(ruler: Ruler) -> None:
    text = "Xây dựng, trình cấp có thẩm quyền ban hành Đề án ĐẶNG VĂN, AWAY To. 25 %"
    whole = QFontMetricsF(make_font("Tinos", FACE)).horizontalAdvance(text)
    assert ruler.cut(FACE).text(text) == pytest.approx(whole, rel=0.01)


def test_a_drawn_sign_has_the_width_of_its_box(ruler: Ruler) -> None:
    cut = ruler.cut(FACE)
    assert cut.word("☑") == pytest.approx(FACE.size * 10 * 0.95)
    assert cut.word("☑a") == pytest.approx(cut.word("☑") + cut.word("a"))


def test_lines_leave_room_for_stacked_marks(ruler: Ruler) -> None:
    tall = QFontMetricsF(make_font("Tinos", FACE)).tightBoundingRect("ẾỖẴỰỆ")
    cut = ruler.cut(FACE)
    assert cut.pitch == pytest.approx(FACE.size * 10 * LINE_PITCH)
    assert -tall.top() <= cut.baseline
    assert tall.bottom() <= cut.pitch - cut.baseline
