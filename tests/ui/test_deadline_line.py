"""The deadlines of a task one under another, as high as their words."""

from __future__ import annotations

from r57desk.ui.deadline_line import DeadlineEvent, DeadlineLine


def test_height_follows_the_words(qtbot, session):
    line = DeadlineLine()
    qtbot.addWidget(line)
    one = DeadlineEvent("Tháng 6/2025", "đang áp dụng", "03/NQ-CP ghi “6/2025”: hết ngày 30/06/2025")
    line.set_events([one])
    assert line.heightForWidth(200) > line.heightForWidth(400)
    single = line.heightForWidth(400)
    line.set_events([one, DeadlineEvent("Tháng 9/2025", "đề nghị, chờ trả lời", "", kind="asked")])
    assert line.heightForWidth(400) > single


def test_it_is_spoken_and_painted(qtbot, session):
    line = DeadlineLine()
    qtbot.addWidget(line)
    line.resize(300, 80)
    blank = line.grab().toImage()
    line.set_events([DeadlineEvent("Quý III/2025", "đang áp dụng", "05/KH")])
    assert line.accessibleName() == "Quý III/2025 đang áp dụng. 05/KH"
    assert line.grab().toImage() != blank
