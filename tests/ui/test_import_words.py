"""The words of the import preview."""

from __future__ import annotations

import pytest

from r57desk.domain.fields import TASK_FIELDS
from r57desk.ui.icons import pixmap
from r57desk.ui.import_lines import ORDER
from r57desk.ui.import_words import (
    LOOKS,
    SIDE_ORDER,
    field_name,
    short_field_name,
    state_count,
    state_name,
    state_sentence,
    value_words,
)
from r57desk.ui.translation import install_language


@pytest.mark.parametrize("state", ORDER)
def test_every_kind_has_a_name_a_look_and_a_sentence(session, state):
    assert state in SIDE_ORDER
    assert not pixmap(LOOKS[state].icon, LOOKS[state].ink).isNull()
    assert state_name(state)
    assert state_sentence(state, 52, 26)


def test_changes_are_counted_in_cells_and_rows_in_rows(session):
    assert state_count("changed", 1200) == ("1.200", "ô")
    assert state_count("new", 3) == ("3", "dòng")
    assert state_sentence("changed", 52, 26) == "52 ô của 26 nhiệm vụ"


@pytest.mark.parametrize("field", [field.code for field in TASK_FIELDS])
def test_every_field_has_a_name_short_enough_for_its_column(field):
    assert field_name(field, "vi")
    assert field_name(field, "en")
    assert 0 < len(short_field_name(field, "vi")) <= 16


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("deadline_text", "6/2025", "Tháng 6/2025"),
        ("deadline_text", "khi nào xong thì thôi", "khi nào xong thì thôi"),
        ("progress", "hoan_thanh", "Hoàn thành"),
        ("percent", "65.5", "65,5%"),
        ("done_date", "2025-05-15", "15/05/2025"),
        ("note", None, ""),
    ],
)
def test_values_are_said_as_people_read_them(field, value, words):
    assert value_words(field, value, "vi") == words


def test_both_figures_of_a_sentence_are_in_its_language(qapp):
    install_language(qapp, "en")
    try:
        assert state_sentence("changed", 2, 1) == "2 cells of 1 task"
        assert state_sentence("changed", 1, 3) == "1 cell of 3 tasks"
    finally:
        install_language(qapp, "vi")
