"""Official headings, paragraphs, check lists and the room for a signature."""

from __future__ import annotations

from itertools import pairwise

import pytest

from r57desk.paper.headings import draw_checklist, draw_masthead, draw_paragraph, draw_signature
from r57desk.paper.measure import Ruler
from r57desk.paper.model import Checklist, Letterhead, Masthead, Paragraph
from r57desk.paper.pieces import Drawn
from r57desk.paper.profile import PARTY, SIGNATURE_MM, STATE, Face, mm

LEFT, RIGHT = mm(30), mm(195)
LONG_BODY = "BAN CHỈ ĐẠO PHÁT TRIỂN KHOA HỌC, CÔNG NGHỆ, ĐỔI MỚI SÁNG TẠO VÀ CHUYỂN ĐỔI SỐ XÃ ĐÔNG SƠN"


def masthead(ruler: Ruler, letterhead: Letterhead, profile: object = STATE) -> Drawn:
    return draw_masthead(ruler, Masthead(letterhead, 2025), profile, LEFT, RIGHT)  # type: ignore[arg-type]


def inside(ruler: Ruler, piece: Drawn) -> bool:
    """No text outside the sides, none under the piece's foot."""
    return all(
        text.x >= LEFT - 0.01
        and text.x + ruler.cut(text.face).text(text.text) <= RIGHT + 0.01
        and text.y <= piece.height
        for text in piece.ink.texts
    )


@pytest.mark.parametrize("body", ["VĂN PHÒNG", LONG_BODY])
@pytest.mark.parametrize("profile", [STATE, PARTY])
def test_both_halves_stay_apart(ruler: Ruler, body: str, profile: object) -> None:
    piece = masthead(ruler, Letterhead(body, "ỦY BAN NHÂN DÂN TỈNH BÀ RỊA - VŨNG TÀU VÀ ĐẶC KHU", "Tỉnh B"), profile)
    assert inside(ruler, piece)
    by_line: dict[float, list[tuple[float, float]]] = {}
    for text in piece.ink.texts:
        by_line.setdefault(round(text.y), []).append((text.x, text.x + ruler.cut(text.face).text(text.text)))
    for spans in by_line.values():
        ordered = sorted(spans)
        assert all(left[1] < right[0] for left, right in pairwise(ordered))


def test_the_state_heading(ruler: Ruler) -> None:
    piece = masthead(ruler, Letterhead("VĂN PHÒNG", "ỦY BAN NHÂN DÂN TỈNH B", "Tỉnh B"))
    assert piece.ink.lines()[:2] == ["ỦY BAN NHÂN DÂN TỈNH B", "VĂN PHÒNG"]
    lines = " ".join(line.replace("\u00a0", " ") for line in piece.ink.lines())
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in lines
    assert "Tỉnh B, ngày        tháng        năm 2025".replace("        ", " ") in " ".join(lines.split())
    motto = next(text for text in piece.ink.texts if text.text == "Độc lập - Tự do - Hạnh phúc")
    rule = max(piece.ink.rules, key=lambda rule: rule.x2)
    assert rule.x1 == pytest.approx(motto.x)
    assert rule.x2 - rule.x1 == pytest.approx(ruler.cut(motto.face).text(motto.text))


def test_the_line_under_the_body_is_a_third_to_a_half_of_its_name(ruler: Ruler) -> None:
    piece = masthead(ruler, Letterhead("SỞ KHOA HỌC VÀ CÔNG NGHỆ"))
    rule = min(piece.ink.rules, key=lambda rule: rule.x1)
    share = (rule.x2 - rule.x1) / ruler.cut(STATE.body).text("SỞ KHOA HỌC VÀ CÔNG NGHỆ")
    assert 1 / 3 <= share <= 1 / 2


def test_the_party_heading(ruler: Ruler) -> None:
    lines = masthead(ruler, Letterhead("ĐẢNG ỦY XÃ A", "TỈNH ỦY B"), PARTY).ink.lines()
    assert "ĐẢNG CỘNG SẢN VIỆT NAM" in lines
    assert "*" in lines
    assert not [line for line in lines if line.startswith(("Số:", "CỘNG HÒA"))]
    assert any(line.startswith("…") for line in lines)  # the place is to be written in


def test_a_paragraph_is_a_chain_of_lines(ruler: Ruler) -> None:
    text = "Đơn vị: " + "; ".join(f"Ủy ban nhân dân xã số {n}" for n in range(40))
    pieces = list(draw_paragraph(ruler, Paragraph(text, Face(13, italic=True), "center", gap=5), LEFT, RIGHT))
    assert " ".join(line for piece in pieces for line in piece.ink.lines()) == text
    assert [piece.gap for piece in pieces] == [50] + [0] * (len(pieces) - 1)
    assert [piece.keep_with_next for piece in pieces] == [True] * (len(pieces) - 1) + [False]
    assert all(inside(ruler, piece) for piece in pieces)


def test_boxes_are_drawn_three_to_a_line(ruler: Ruler) -> None:
    items = tuple((f"mục {n}", n % 2 == 0) for n in range(7))
    pieces = list(draw_checklist(ruler, Checklist(items, Face(12)), LEFT, RIGHT))
    assert [len(piece.ink.signs) for piece in pieces] == [3, 3, 1]
    assert [sign.sign for piece in pieces for sign in piece.ink.signs] == [
        "☑" if ticked else "☐" for _, ticked in items
    ]
    assert all(piece.keep_with_next for piece in pieces)


@pytest.mark.parametrize("profile", [STATE, PARTY])
def test_the_signature_is_an_empty_space(ruler: Ruler, profile: object) -> None:
    piece = draw_signature(ruler, profile, LEFT, RIGHT)  # type: ignore[arg-type]
    middle = (LEFT + RIGHT) / 2
    assert piece.height >= mm(SIGNATURE_MM)
    assert piece.ink.lines()[0] == "Nơi nhận:"
    assert all(text.x + ruler.cut(text.face).text(text.text) < middle for text in piece.ink.texts)
    assert bool(piece.ink.rules) == (profile is PARTY)  # underlined in Party style only
