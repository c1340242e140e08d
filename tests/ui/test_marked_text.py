"""Changed words are found in order, and the text is as high as it needs."""

from __future__ import annotations

import pytest

from r57desk.ui.marked_text import MarkedText, find_changed


@pytest.mark.parametrize(("base", "text", "changed"), [
    ("Đang lấy ý kiến các bộ", "Đã lấy ý kiến lần 2 các bộ", ["Đã", "lần 2"]),
    ("Đang lấy ý kiến", "Hồ sơ đã trình", ["Hồ sơ đã trình"]),
    ("như nhau", "như nhau", []),
    ("", "mọi chữ mới", ["mọi chữ mới"]),
    ("một hai", "", []),
])  # fmt: skip
def test_words_not_in_the_base_are_marked(qapp, base, text, changed):
    assert MarkedText(text, find_changed(base, text)).marked() == changed


def test_long_texts_are_marked_whole():
    long = "chữ " * 4000
    assert find_changed("khác", long) == [(0, len(long))]


def test_it_is_higher_where_it_is_narrower(qtbot):
    made = MarkedText("Đã lấy ý kiến lần 2 các bộ, ngành, địa phương; đang tiếp thu, hoàn thiện dự thảo.\nDòng hai")
    qtbot.addWidget(made)
    assert made.heightForWidth(100) > made.heightForWidth(900) > made.heightForWidth(2000) // 2
    assert MarkedText("").heightForWidth(100) > 0


def test_a_marked_word_is_painted_on_its_ground(qtbot):
    from r57desk.ui.theme import tokens

    made = MarkedText("toàn bộ", [(0, 7)])
    qtbot.addWidget(made)
    made.resize(200, 40)
    image = made.grab().toImage()
    seen = {image.pixelColor(x, y).name() for x in range(60) for y in range(20)}
    assert tokens().hex("pick_bg") in seen
