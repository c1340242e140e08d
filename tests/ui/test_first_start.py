"""The first start makes a real register."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from r57desk.services.desk import Desk
from r57desk.ui import first_start
from r57desk.ui.first_start import FirstStart


@pytest.fixture
def first(qtbot, session, jobs, tmp_path):
    made = FirstStart(tmp_path / "moi" / "so.db", jobs)
    qtbot.addWidget(made)
    made.resize(1093, 614)
    made.show()
    qtbot.waitUntil(lambda: bool(made._find("ubnd")), timeout=15000)
    return made


def pick(first, words):
    first.search.field.setText(words)
    first.search.search()
    first.search.choose(first.search.model.suggestion(first.search.model.index(0)))


def make(first, qtbot):
    with qtbot.waitSignal(first.ready, timeout=30000) as told:
        first.next_button.click()
    return told.args[0]


def test_an_office_is_needed_before_going_on(first):
    assert not first.next_button.isEnabled()
    pick(first, "ubnd phuong ba dinh")
    assert first.next_button.isEnabled()


def test_the_register_is_made_for_the_office_with_its_options(first, qtbot, tmp_path):
    pick(first, "ubnd phuong ba dinh")
    first.styles["party"].click()
    first.next_button.click()
    first.warn_days[15].click()
    desk = make(first, qtbot)
    assert (desk.office, desk.office_name) == ("00004", "UBND phường Ba Đình")
    assert (desk.options["style"], desk.warn_days, desk.path) == ("party", 15, tmp_path / "moi" / "so.db")
    assert desk.tasks.count().total == 0
    desk.close()


def test_samples_come_when_asked_for_and_are_marked(first, qtbot):
    pick(first, "ubnd phuong ba dinh")
    first.samples.click()
    first.next_button.click()
    desk = make(first, qtbot)
    assert desk.register.has_samples()
    assert all(task.sample for task in desk.tasks.find())
    desk.close()


def test_an_office_in_no_list_gets_a_code_of_its_own(first, qtbot):
    first.search.field.setText("Trung tâm Chuyển đổi số")
    first.search.own_name_asked.emit("Trung tâm Chuyển đổi số")
    assert first.own.isVisible()
    assert not first.next_button.isEnabled()
    first.own.unit.field.setText("ubnd tinh tuyen quang")
    first.own.unit.search()
    first.own.unit.choose(first.own.unit.model.suggestion(first.own.unit.model.index(0)))
    assert first.answers().office == "08.TTCDS"
    first.next_button.click()
    desk = make(first, qtbot)
    assert (desk.office, desk.office_name) == ("08.TTCDS", "Trung tâm Chuyển đổi số")
    desk.close()


def test_a_party_office_prints_in_party_style(first):
    pick(first, "van phong dang uy phuong ba dinh")
    assert first.answers().style == "party"
    pick(first, "ubnd phuong ba dinh")
    assert first.answers().style == "state"


def test_one_goes_back_and_out_by_escape(first, qtbot):
    pick(first, "ubnd phuong ba dinh")
    first.next_button.click()
    QTest.keyClick(first, Qt.Key.Key_Escape)
    assert first.next_button.text() == "Tiếp tục"
    with qtbot.waitSignal(first.left):
        QTest.keyClick(first, Qt.Key.Key_Escape)


def test_a_place_that_cannot_hold_a_register_is_said(first, qtbot, monkeypatch, tmp_path):
    shown = []
    monkeypatch.setattr(first_start, "show_problem", lambda parent, title, error: shown.append(error.code))
    taken = tmp_path / "moi" / "so.db"
    taken.parent.mkdir()
    taken.write_bytes(b"")
    pick(first, "ubnd phuong ba dinh")
    first.next_button.click()
    first.next_button.click()
    qtbot.waitUntil(lambda: bool(shown), timeout=15000)
    assert shown == ["register_exists"]
    assert first.next_button.isEnabled()


def test_a_restored_register_is_opened(first, qtbot, made_register, tmp_path):
    target = tmp_path / "moi" / "so.db"
    target.parent.mkdir()
    target.write_bytes(made_register.read_bytes())
    with qtbot.waitSignal(first.ready) as told:
        first._open_restored()
    desk: Desk = told.args[0]
    assert desk.tasks.count().total == 8
    desk.close()


def test_what_is_missing_stands_beside_the_button(first):
    assert first.reason.text() == "Còn thiếu tên cơ quan."
    first.search.field.setText("trung tam")
    first.search.field.textEdited.emit("trung tam")
    assert first.reason.text() == "Chọn một dòng trong danh sách."
    first.search.own_name_asked.emit("Trung tâm Chuyển đổi số")
    assert "mã cơ quan" in first.reason.text()
    pick(first, "ubnd phuong ba dinh")
    assert first.reason.text() == ""


def test_a_department_is_named_in_two_steps(first):
    first.search.field.setText("so")
    first.search.search()
    rows = [first.search.model.suggestion(first.search.model.index(row)) for row in range(20)]
    row = next(place for place, found in enumerate(rows) if found.name == "Sở Xây dựng")
    assert "tỉnh" in rows[row].place
    first.search.list.clicked.emit(first.search.model.index(row))
    assert first.search.field.text() == "Sở Xây dựng "
    assert first.search.list.isVisible()
    assert first.search.picked is None
    first.search.list.clicked.emit(first.search.model.index(2))
    assert first.answers().name == "Sở Xây dựng thành phố Hà Nội"
