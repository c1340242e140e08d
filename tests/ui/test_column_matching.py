"""Which column is which field."""

from __future__ import annotations

from dataclasses import replace

import pytest

from r57desk.ui.column_matching import ColumnMatching, SampleModel, their_columns


@pytest.fixture
def reading(plan):
    return plan.reading


@pytest.fixture
def matching(qtbot, session, reading):
    made = ColumnMatching("vi")
    qtbot.addWidget(made)
    made.resize(1290, 500)
    made.show()
    made.show_reading(reading)
    return made


def choose(matching, place, field):
    chooser = matching._choosers[place]
    chooser.setCurrentIndex(chooser.findData(field))


def test_their_columns_stand_as_in_the_sheet(reading):
    assert [column.letter for column in their_columns(reading)] == list("ABCDEFG")
    assert [column.field for column in their_columns(reading)][:4] == ["stt", "title", "lead", "deadline_text"]


def test_the_first_rows_stand_under_the_choosers(session, reading, qtmodeltester):
    model = SampleModel("vi")
    model.set_reading(reading)
    qtmodeltester.check(model, force_py=True)
    assert model.index(0, 1).data() is None
    assert model.index(1, 1).data() == "Xây dựng Chương trình phát triển Chính phủ số"
    assert model.index(1, 4).data() == "Trình duyệt"


def test_what_was_read_is_chosen_at_first(matching):
    assert [chooser.currentData() for chooser in matching._choosers][:4] == ["stt", "title", "lead", "deadline_text"]
    assert matching.mapping() == {}
    assert matching.problems() == []
    assert matching.hint.text().startswith("Đã ghép 7 trên 7 cột")


def test_another_choice_becomes_the_mapping(matching, qtbot):
    with qtbot.waitSignal(matching.changed):
        choose(matching, 5, "obstacles")
    choose(matching, 6, "")
    assert matching.mapping() == {"Kết quả thực hiện": "obstacles", "Ghi chú": ""}


def test_one_field_twice_and_no_title_are_said(matching):
    choose(matching, 5, "note")
    assert matching.problems() == ["Các cột F, G cùng được chọn là Ghi chú: chỉ để lại một cột."]
    assert matching.problem.isVisible()
    choose(matching, 5, "result_now")
    choose(matching, 1, "")
    assert matching.problems() == ["Chưa có cột nào là Nhiệm vụ."]


def test_choosers_are_named_for_screen_readers(matching):
    assert matching._choosers[3].accessibleName() == "Cột D “Thời hạn” là"


def test_a_guess_that_is_left_as_it_is_counts_as_said(matching, reading):
    guessed = tuple(
        column._replace(how="content") if column.field == "result_now" else column for column in reading.columns
    )
    matching.show_reading(replace(reading, columns=guessed))
    assert matching.mapping() == {"Kết quả thực hiện": "result_now"}


def test_what_was_said_before_can_be_dropped(matching, reading, qtbot):
    assert not matching.anew.isVisible()
    matching.show_reading(replace(reading, remembered=True))
    assert matching.hint.text() == "Đã ghép 7 trên 7 cột của tệp như lần trước."
    with qtbot.waitSignal(matching.anew_asked):
        matching.anew.click()
