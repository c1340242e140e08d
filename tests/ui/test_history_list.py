"""The history of a task in sentences, and the way back to each value."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from r57desk.ui.history_list import SHORT, HistoryList, shown_time
from r57desk.ui.parts import Link


@pytest.fixture
def history(session, task_of, qtbot):
    made = HistoryList(session)
    qtbot.addWidget(made)

    def show(stt):
        entries = session.desk.tasks.history(task_of(stt).id)[::-1]
        made.set_entries(entries)
        return [made.sentence(entry) for entry in made._entries]

    made.show_of = show
    return made


def test_the_making_of_a_row_is_one_entry(history):
    assert history.show_of("4") == ["Tạo nhiệm vụ"]
    assert history.findChildren(Link) == []


def test_changes_say_from_what_to_what(history, session, task_of):
    row = (task_of("4").id,)
    session.set_fields(row, {"progress": "trinh_duyet", "percent": "80"})
    session.set_fields(row, {"note": "một\nhai"})
    sentences = history.show_of("4")
    assert sentences[0] == "Ghi chú: (trống) → một hai"
    assert set(sentences[1:3]) == {"Tiến độ: Đang thực hiện → Trình duyệt", "Tiến độ (%): 25% → 80%"}


def test_restore_asks_for_the_old_value(history, session, task_of, qtbot):
    session.set_fields((task_of("4").id,), {"progress": "trinh_duyet"})
    history.show_of("4")
    link = history.findChildren(Link)[0]
    with qtbot.waitSignal(history.restore_asked) as asked:
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert asked.args == ["progress", "dang_thuc_hien"]


def test_what_was_undone_is_said_and_cannot_be_restored(history, session, task_of):
    session.set_fields((task_of("4").id,), {"note": "x"})
    session.undo()
    assert history.show_of("4")[0] == "Ghi chú: (trống) → x"
    assert history._entries[0].state == "undone"
    assert history.findChildren(Link) == []


def test_a_long_history_is_shown_whole_on_request(history, session, task_of, qtbot):
    for number in range(SHORT + 3):
        session.set_fields((task_of("4").id,), {"note": f"lần {number}"})
    history.show_of("4")
    more = next(link for link in history.findChildren(Link) if link.text().startswith("Xem cả"))
    assert more.text() == f"Xem cả {SHORT + 4} mục"
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    assert history._column.count() == SHORT + 4


def test_times():
    assert shown_time("2025-09-24T10:32:05") == "24/09/2025 10:32"
    assert shown_time("hôm qua") == "hôm qua"
