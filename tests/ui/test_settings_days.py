"""Days off: listed by year, added, removed; what is no date is refused."""

from __future__ import annotations

from datetime import date

import pytest

from r57desk.ui.settings_days import PublicDayList


@pytest.fixture
def days(session, qtbot):
    made = PublicDayList(session)
    qtbot.addWidget(made)
    return made


def listed(session):
    return {day.date: day for day in session.desk.register.public_days()}


def test_a_day_is_added_and_changes_the_calendar(days, session):
    day = date(2030, 3, 5)
    assert session.desk.days.is_working(day)
    days.day.setText("5/3/2030")
    days.name.setText("Nghỉ thử")
    days.add()
    assert listed(session)[day].name == "Nghỉ thử"
    assert not session.desk.days.is_working(day)
    assert days.year == 2030
    assert days._rows.count() == 1
    days._remove(day)
    assert session.desk.days.is_working(day)


def test_a_make_up_day(days, session):
    days.day.setText("9/3/2030")  # a Saturday
    days.name.setText("Làm bù")
    days.made_up.setChecked(True)
    days.add()
    assert session.desk.days.is_working(date(2030, 3, 9))


@pytest.mark.parametrize(("day", "name"), [("", "x"), ("31/2/2030", "x"), ("5/3/2030", "")])
def test_what_is_incomplete_is_refused(days, session, day, name):
    before = len(listed(session))
    days.day.setText(day)
    days.name.setText(name)
    days.add()
    assert len(listed(session)) == before
    assert not days._problem.isHidden()


def test_years_are_turned(days):
    days.show_year(2025)
    assert days._rows.count() > 5
    days.show_year(1999)
    assert days._rows.count() == 1  # “Năm này chưa có ngày nào.”


def test_a_long_year_is_listed_whole_when_asked(days, session):
    for number in range(1, 10):
        days.day.setText(f"{number}/3/2031")
        days.name.setText(f"Ngày {number}")
        days.add()
    assert days._rows.count() == 9
    fresh = PublicDayList(session)
    fresh.show_year(2031)
    assert fresh._rows.count() == 6
    fresh.show_all()
    assert fresh._rows.count() == 9
