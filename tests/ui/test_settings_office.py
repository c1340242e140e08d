"""Whose register it is: typed or found, with its code."""

from __future__ import annotations

import pytest

from r57desk.ui.settings_office import OfficeSetting


@pytest.fixture
def setting(session, qtbot):
    made = OfficeSetting(session)
    qtbot.addWidget(made)
    made.show()
    return made


def type_name(setting, text):
    setting.name.setText(text)
    setting.name.textEdited.emit(text)


def test_a_name_can_be_typed(setting, session):
    type_name(setting, "Sở Khoa học và Công nghệ tỉnh A")
    setting.keep()
    assert session.desk.office_name == "Sở Khoa học và Công nghệ tỉnh A"
    assert session.desk.office == "01"


def test_a_name_is_found_without_marks_and_brings_its_code(setting, session):
    type_name(setting, "da nang")
    names = [office.name for office in setting._found]
    assert any("Đà Nẵng" in name for name in names)
    row = next(place for place, office in enumerate(setting._found) if "Đà Nẵng" in office.name)
    code = setting._found[row].code
    setting.pick(row)
    setting.keep()
    assert session.desk.office == code
    assert "Đà Nẵng" in session.desk.office_name


def test_who_sits_here_is_written_into_changes(setting, session, task_of):
    setting.author.setText("Văn thư")
    setting.keep()
    session.set_fields((task_of("4").id,), {"note": "x"})
    assert session.desk.tasks.history(task_of("4").id)[-1].author == "Văn thư"


def test_one_letter_finds_nothing(setting):
    type_name(setting, "a")
    assert setting._found == []
    assert setting.list.isHidden()
