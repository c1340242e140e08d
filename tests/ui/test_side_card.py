"""One value as a card: its owner, the value, where it is from, and one button."""

from __future__ import annotations

from r57desk.ui.parts import Tag
from r57desk.ui.side_card import SideCard


def test_the_shown_value_says_so(qtbot):
    made = SideCard("building-2", "Cơ quan mình", shown=True)
    qtbot.addWidget(made)
    assert [tag.word for tag in made.findChildren(Tag)] == ["đang hiển thị"]
    plain = SideCard("mail-check", "Sở Y tế")
    qtbot.addWidget(plain)
    assert plain.findChildren(Tag) == []


def test_its_button_takes_the_value(qtbot):
    made = SideCard("mail-check", "Sở KH&CN")
    qtbot.addWidget(made)
    made.show_value("Hồ sơ đã trình", [(0, 5)])
    made.show_where(["Ô H68, tệp tra-ve.xlsx", "Nhận lúc 16:20 ngày 23/09/2025"])
    button = made.add_button("Nhận của Sở KH&CN")
    assert (made.text.text(), made.text.marked(), button.words()) == (
        "Hồ sơ đã trình",
        ["Hồ sơ"],
        "Nhận của Sở KH&CN",
    )
    with qtbot.waitSignal(made.taken):
        button.click()
    assert made.grab().width() > 0
