"""What the cells of a preview say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from r57desk.ui.import_lines import CellLine, GroupLine, find_lines
from r57desk.ui.import_model import FIELD, NEW, NUMBER, OLD, TICK, TITLE, WHERE
from r57desk.ui.preview_words import PreviewWords


@pytest.fixture
def words(session, plan):
    made = PreviewWords(session)
    made.plan = plan
    return made


@pytest.fixture
def lines(plan):
    return find_lines(plan)


def row(words, line):
    return [words.cell(line, column) for column in (NUMBER, FIELD, OLD, NEW, WHERE)]


def test_a_changed_cell_says_old_and_new(words, lines):
    assert row(words, lines["changed"][0]) == ["1", "Kết quả", "(trống)", "Đã trình lần 1", "F5"]
    assert words.beside_old(lines["changed"][0]) == ""


def test_a_difference_says_who_wrote_the_value_shown(words, lines):
    line = lines["conflict"][0]
    assert row(words, line) == ["4", "Tiến độ", "Đang thực hiện", "Hoàn thành", "E8"]
    assert words.beside_old(line) == "sửa tại đây"


def test_a_cell_set_aside_quotes_the_file_keeps_the_register_and_says_why(words, lines):
    line = lines["quarantined"][0]
    assert row(words, line) == ["2", "Tiến độ", "Đang thực hiện", "“Quá hạn”", "E6"]
    assert words.reason(line) == "Đúng hạn, quá hạn do phần mềm tính, không nhập vào cột tiến độ."


def test_a_new_row_says_what_it_brings(words, lines):
    line = lines["new"][0]
    assert row(words, line) == ["12", "Cả dòng", "(chưa có)", "Sở Tư pháp · Tháng 12/2025", "9"]
    assert words.cell(line, TITLE) == "Kết nối cơ sở dữ liệu quốc gia"


def test_headings_are_said_with_their_count(words):
    assert words.cell(GroupLine("changed", 1200, 3), TICK) == "Thay đổi: 1.200"


def test_a_difference_names_the_other_office_whose_value_is_shown(session, desk, other, task_of, plan):
    other.write("4", result_now="Bản của Sở")
    other.answer()
    said = PreviewWords(session)
    said.plan = plan
    theirs = CellLine("conflict", task_of("4").id, "4", "Luật", field="result_now")
    assert said.beside_old(theirs) == "Sở KH&CN ghi"
    assert said.beside_old(replace(theirs, field="deadline_text")) == "sửa tại đây"
    assert said.beside_old(replace(theirs, field="obstacles")) == ""
    assert said.beside_old(replace(theirs, state="changed")) == ""
