"""Columns: which fit, in what width; a state is never the one to go."""

from __future__ import annotations

import pytest

from r57desk.domain.fields import TASK_FIELDS
from r57desk.ui.columns import COLUMNS, DEFAULT, FROZEN, STATES, column_name, fit_columns


def fit(room, *, window=1366, panel=False, compact=False, own=None, chosen=DEFAULT, **more):
    return fit_columns(chosen, own or {}, room, window=window, panel=panel, compact=compact, **more)


def test_every_field_has_its_column_once():
    assert len(set(COLUMNS)) == len(COLUMNS)
    hidden = {"percent", "group_no"}  # shown under progress, and in the group row
    assert {field.code for field in TASK_FIELDS} - hidden == set(COLUMNS) - {"timeliness"}


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_column_has_a_name(qapp, language):
    assert all(column_name(code, language) for code in COLUMNS)


def test_beside_the_panel_the_usual_five_remain():
    assert set(fit(892, panel=True)) == {"stt", "title", "lead", "deadline_text", "progress"}
    assert set(fit(664, window=1093, panel=True)) == {"stt", "title", "lead", "deadline_text", "progress"}


def test_beside_the_panel_nothing_scrolls():
    for room in range(560, 1200, 40):
        assert sum(fit(room, panel=True).values()) == room


@pytest.mark.parametrize("room", range(420, 1300, 40))
@pytest.mark.parametrize("compact", [False, True])
def test_a_state_stays_whatever_the_room(room, compact):
    shown = fit(room, panel=True, compact=compact)
    assert "progress" in shown
    assert STATES & shown.keys()


def test_alone_the_chosen_columns_all_stay_and_scroll_when_they_must():
    assert set(fit(1281)) == set(DEFAULT)
    chosen = (*DEFAULT, "note")
    narrow = fit(1017, window=1093, chosen=chosen)
    assert set(narrow) == set(chosen)
    assert sum(narrow.values()) > 1017


def test_columns_nobody_chose_give_way_in_a_narrow_window():
    narrow = fit(1017, window=1093)
    assert set(DEFAULT) - set(narrow) == {"coop"}
    assert sum(narrow.values()) == 1017
    assert {"coop", "deliverable"}.isdisjoint(fit(760, window=1093))


def test_dragged_widths_and_the_width_of_state_words_hold():
    words = {"deadline_text": 151, "timeliness": 151, "progress": 100}
    shown = fit(1281, own={"lead": 222}, words=words)
    assert shown["lead"] == 222
    assert shown["deadline_text"] == shown["timeliness"] == 151
    assert shown["progress"] == 166
    assert fit(1281, own={"timeliness": 90}, words=words)["timeliness"] == 90


def test_text_size_widens_columns():
    assert fit(2000, scale=1.5)["lead"] == 264


def test_tt_and_title_are_first():
    assert COLUMNS[:2] == FROZEN
