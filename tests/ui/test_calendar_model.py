"""The month as a model."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from r57desk.domain.task import Task
from r57desk.ui.calendar_model import CELL_ROLE, DAYS, DayCell, MonthModel, shown_days, step_month

MONTHS = st.tuples(st.integers(1990, 2099), st.integers(1, 12))


@given(MONTHS)
def test_the_grid_is_whole_weeks_from_a_monday_and_holds_the_month(month):
    days = shown_days(*month)
    first = date(*month, 1)
    last = date(*step_month(*month, 1), 1) - timedelta(days=1)
    assert days[0].weekday() == 0
    assert days[-1].weekday() == 6
    assert days[0] <= first < days[0] + timedelta(days=DAYS)
    assert last <= days[-1] < last + timedelta(days=DAYS)
    assert days == [days[0] + timedelta(days=number) for number in range(len(days))]


@given(MONTHS, st.integers(-500, 500))
def test_stepping_months_there_and_back(month, by):
    assert step_month(*step_month(*month, by), -by) == month


def test_steps_cross_the_year():
    assert step_month(2025, 12, 1) == (2026, 1)
    assert step_month(2025, 1, -1) == (2024, 12)


@pytest.fixture
def model(qapp):
    made = MonthModel(lambda cell: f"{cell.day}", ("T2", "T3", "T4", "T5", "T6", "T7", "CN"))
    made.set_cells([DayCell(day) for day in shown_days(2025, 9)])
    return made


def test_it_keeps_the_rules_of_item_models(model, qtmodeltester):
    qtmodeltester.check(model, force_py=True)


def test_weeks_are_rows_with_their_number(model):
    assert (model.rowCount(), model.columnCount()) == (5, 7)
    weeks = [model.headerData(row, Qt.Orientation.Vertical) for row in range(5)]
    assert weeks == ["36", "37", "38", "39", "40"]
    assert model.headerData(0, Qt.Orientation.Horizontal) == "T2"


def test_a_day_is_found_and_found_again(model):
    index = model.index_of(date(2025, 9, 24))
    assert (index.row(), index.column()) == (3, 2)
    assert model.cell(index).day == date(2025, 9, 24)
    assert index.data(CELL_ROLE).day == date(2025, 9, 24)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "2025-09-24"
    assert not model.index_of(date(2025, 11, 1)).isValid()


def test_other_tasks_on_the_same_days_reset_nothing(model, qtbot):
    day = date(2025, 9, 24)
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.set_tasks({day: [Task("A")]})
    assert [task.id for task in model.cell(model.index_of(day)).tasks] == ["A"]
