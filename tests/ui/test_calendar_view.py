"""The calendar over a real register."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from r57desk.domain.workdays import PublicDay
from r57desk.ui.calendar_view import CalendarView
from r57desk.ui.section_list import Heading
from r57desk.ui.session import Session

BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def view(qtbot, session, jobs, task_of):
    session.set_fields((task_of("2").id,), {"deadline_text": "trước 26/9/2025"})
    made = CalendarView(session, jobs)
    qtbot.addWidget(made)
    made.resize(1290, 660)
    made.show()
    return made


def items(view, day):
    cell = view.grid.month.cell(view.grid.month.index_of(day))
    return [task.stt for task in cell.tasks]


def strip(view, code):
    return [item.task.stt for item in view.strips.strips[code].items if item.isVisible()]


def test_a_deadline_with_a_day_stands_on_it_and_a_coarser_one_on_none(view):
    assert items(view, date(2025, 9, 26)) == ["2"]
    assert items(view, date(2025, 9, 30)) == []
    assert strip(view, "month") == ["1"]
    assert strip(view, "year") == ["4"]


def test_late_tasks_always_have_their_strip(view, session, task_of):
    assert strip(view, "late") == []
    session.set_fields((task_of("4").id,), {"deadline_text": "6/2025"})
    assert strip(view, "late") == ["4"]
    view.turn(5)
    assert strip(view, "late") == ["4"]


def test_undated_tasks_stand_beside_in_sections(view):
    model = view.undated.sections
    lines = [model.line(model.index(row)) for row in range(model.rowCount())]
    assert [line.title if isinstance(line, Heading) else line.stt for line in lines] == [
        "Chưa chốt hạn", "10", "Thường xuyên", "3",
    ]  # fmt: skip
    assert view.undated_count.text() == "2"


def test_the_month_is_named_with_its_working_days(view, session):
    assert view.title.text() == "Tháng 9/2025"
    left = session.desk.days.count(date(2025, 9, 24), date(2025, 9, 30))
    total = session.desk.days.count(date(2025, 9, 1), date(2025, 9, 30))
    assert view.days_words.text() == f"{total} ngày làm việc · còn {left} ngày"
    view.turn(1)
    assert "còn" not in view.days_words.text()


def test_alt_arrows_turn_months_and_today_comes_back(view):
    QTest.keyClick(view.grid, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert view.shown_month() == (2025, 10)
    for _ in range(10):
        view.turn(-1)
    assert view.shown_month() == (2024, 12)
    view._today.click()
    assert view.shown_month() == (2025, 9)
    assert view.grid.current_day() == date(2025, 9, 24)


def test_moving_by_keys_rewrites_the_day_and_keeps_the_words(view, task_of):
    view.grid.setFocus()
    view.grid.select_day(date(2025, 9, 26), task_of("2").id)
    QTest.keyClick(view.grid, Qt.Key.Key_Right, BOTH)
    assert task_of("2").deadline_text == "trước 27/09/2025"
    assert items(view, date(2025, 9, 27)) == ["2"]
    assert view.grid.current_task().stt == "2"


def test_the_move_is_one_change_and_can_be_undone(view, session, task_of):
    view.move_task(task_of("2").id, date(2025, 9, 30))
    assert items(view, date(2025, 9, 30)) == ["2"]
    session.undo()
    assert items(view, date(2025, 9, 26)) == ["2"]


def test_a_month_deadline_is_never_put_on_a_day(view, session, task_of):
    before = session.desk.register.revision()
    view.move_task(task_of("1").id, date(2025, 9, 10))
    assert session.desk.register.revision() == before
    assert task_of("1").deadline_text == "9/2025"


def test_moving_out_of_the_month_shows_the_new_one(view, task_of):
    view.move_task(task_of("2").id, date(2025, 12, 3))
    assert view.shown_month() == (2025, 12)
    assert view.grid.current_task().stt == "2"


def test_public_days_and_make_up_days_are_named(view, session):
    def cell(day):
        return view.grid.month.cell(view.grid.month.index_of(day))

    session.write(lambda: session.desk.register.set_public_day(PublicDay(date(2025, 9, 27), "lam_bu", "Làm bù")))
    assert cell(date(2025, 9, 2)).remark == "Nghỉ Quốc khánh"
    assert not cell(date(2025, 9, 2)).working
    assert (cell(date(2025, 9, 27)).remark, cell(date(2025, 9, 27)).working) == ("Làm bù", True)
    assert not cell(date(2025, 9, 28)).working


def test_lunar_days_carry_their_month_on_the_first_of_either_calendar(view):
    def lunar(day):
        return view.grid.month.cell(view.grid.month.index_of(day)).lunar

    assert [lunar(date(2025, 9, day)) for day in (1, 2, 22, 24)] == ["10/7", "11", "1/8", "3"]
    assert lunar(date(2025, 10, 1)) == "10/8"


def test_today_is_marked_once(view):
    month = view.grid.month
    cells = [month.cell(month.index(row, column)) for row in range(month.rowCount()) for column in range(7)]
    assert [cell.day for cell in cells if cell.today] == [date(2025, 9, 24)]
    assert sum(cell.in_month for cell in cells) == 30


def test_a_week_is_one_row_and_turns_by_weeks(view):
    view.set_mode("week")
    assert view.grid.month.rowCount() == 1
    assert view.title.text() == "Tuần 39 · 22/09–28/09/2025"
    assert items(view, date(2025, 9, 26)) == ["2"]
    view.turn(1)
    assert view.title.text().startswith("Tuần 40")


def test_the_list_holds_the_days_of_the_month(view):
    view.set_mode("list")
    model = view.agenda.sections
    lines = [model.line(model.index(row)) for row in range(model.rowCount())]
    assert [line.title if isinstance(line, Heading) else line.stt for line in lines] == ["Thứ Sáu, 26/09/2025", "2"]


def test_a_day_is_read_aloud_with_its_tasks(view):
    spoken = view.grid.month.index_of(date(2025, 9, 26)).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Thứ Sáu, 26/09/2025")
    assert "2, Xây dựng kế hoạch tuyên truyền, còn 2 ngày, đang thực hiện 65%" in spoken


def test_filters_of_the_window_narrow_the_calendar(view, session):
    session.set_filter("lead", ("Bộ Công an",))
    assert items(view, date(2025, 9, 26)) == []
    assert view.undated_count.text() == "1"


def test_the_next_task_of_the_month_is_stepped_to(view, session, task_of):
    session.set_fields((task_of("4").id,), {"deadline_text": "29/9/2025"})
    view.grid.select_day(date(2025, 9, 26), task_of("2").id)
    view.step(1)
    assert session.current == task_of("4").id
    view.step(1)
    assert session.current == task_of("4").id


def test_a_narrow_window_has_a_narrow_side_list(view):
    wide = view.side.width()
    view.resize(1017, 500)
    assert view.side.width() < wide


def test_a_day_that_was_only_asked_for_leaves_the_cursor_on_the_task(qtbot, session, jobs, task_of, request):
    session.set_fields((task_of("4").id,), {"deadline_text": "15/9/2025"})
    there = Session(request.getfixturevalue("other").desk)
    view = CalendarView(there, jobs)
    qtbot.addWidget(view)
    view.resize(1200, 700)
    view.show()
    (row,) = [task.id for task in there.desk.tasks.find() if task.stt == "4"]
    view.grid.select_day(date(2025, 9, 15), row)
    view.move_task(row, date(2025, 9, 16))
    assert there.desk.tasks.get(row).requests == ("deadline_text",)
    assert view.grid.current_day() == date(2025, 9, 15)
