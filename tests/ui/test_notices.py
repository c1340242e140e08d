"""Notices: what was done and the way back, a job's card, an empty screen."""

from __future__ import annotations

from PySide6.QtCore import Qt

from r57desk.ui.notices import Banner, EmptyState, ProgressCard, UndoBar
from r57desk.ui.parts import Button, Link
from r57desk.ui.translation import install_language


def test_the_undo_bar_says_what_was_done_and_takes_it_back_once(qtbot):
    bar, done = UndoBar(), []
    qtbot.addWidget(bar)
    assert bar.isHidden()
    bar.show_done("Xoá nhiệm vụ: 92", "Hoàn tác", lambda: done.append(True))
    assert bar.words() == "Xoá nhiệm vụ: 92"
    assert not bar.isHidden()
    link = bar.findChild(Link)
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert done == [True]
    assert bar.isHidden()


def test_a_problem_offers_no_way_back(qtbot):
    bar = UndoBar()
    qtbot.addWidget(bar)
    bar.show_problem("Không đọc được ngày.")
    assert bar.findChild(Link).isHidden()


def test_a_progress_card_counts_and_can_be_cancelled_once(qtbot, qapp):
    install_language(qapp, "vi")
    card = ProgressCard("Đang đọc tệp…")
    qtbot.addWidget(card)
    card.set_progress(6200, 10000)
    shown = [child.text() for child in card.findChildren(type(card._words))]
    assert "Đang đọc tệp… dòng 6.200 trên 10.000" in shown
    assert "62%" in shown
    button = card.findChild(Button)
    with qtbot.waitSignal(card.cancelled):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not button.isEnabled()


def test_an_unknown_total_shows_no_figures(qtbot):
    card = ProgressCard("Đang đọc tệp…")
    qtbot.addWidget(card)
    card.set_progress(5, 0)
    assert card._words.text() == "Đang đọc tệp…"
    assert card._percent.text() == ""


def test_an_empty_screen_has_one_filled_button(qtbot):
    asked = []
    empty = EmptyState("file-spreadsheet", "Chưa có nhiệm vụ nào", "Chọn tệp phụ lục nhiệm vụ. " * 5)
    qtbot.addWidget(empty)
    button = empty.add_button("Nhập từ Excel…", "file-input", lambda: asked.append("import"))
    for name in ("create", "samples"):
        empty.add_link(name, lambda name=name: asked.append(name))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    for link in empty.findChildren(Link):
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert asked == ["import", "create", "samples"]
    assert [one.variant for one in empty.findChildren(Button)] == ["filled"]


def test_a_banner_says_both_parts(qtbot):
    banner = Banner("lock", "Không nhập bí mật nhà nước.", "Tệp ghi Mật sẽ bị từ chối.")
    qtbot.addWidget(banner)
    texts = [child.text() for child in banner.children() if hasattr(child, "text")]
    assert "Không nhập bí mật nhà nước." in texts
