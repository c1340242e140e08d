"""What a packet asks before it is written, and what its answers change."""

from __future__ import annotations

from dataclasses import replace

import pytest

from r57desk.errors import DeskError
from r57desk.ui.import_lines import find_lines
from r57desk.ui.import_questions import ImportQuestions
from tests.services.sheets import answer, content_of, move_values
from tests.ui.exchanging import NAME, SCIENCE, send


@pytest.fixture
def packet(desk):
    return send(desk, SCIENCE, NAME)


@pytest.fixture
def questions(session, qtbot):
    made = ImportQuestions(session)
    qtbot.addWidget(made)
    return made


def words(questions):
    return [bar.words for bar in questions.bars]


def test_a_plain_answer_asks_nothing(questions, desk, packet):
    questions.show_plan(desk.imports.plan(answer(packet, {packet.rows[0]: {"result_now": "xong"}})))
    assert words(questions) == []
    assert questions.isHidden()


def test_a_partial_sort_is_offered_to_be_put_back(questions, desk, packet, qtbot):
    moved = move_values(answer(packet), lambda row: row.values[packet.columns.index("title")])
    questions.show_plan(desk.imports.plan(moved))
    assert "Căn lại theo tên?" in words(questions)[0]
    with qtbot.waitSignal(questions.changed):
        questions.bars[0].buttons[0].click()
    assert questions.options() == {"realign": True}
    questions.show_plan(desk.imports.plan(moved, **questions.options()))
    assert words(questions)[0].startswith("Đã căn lại")
    questions.bars[0].buttons[0].click()
    assert questions.options() == {"realign": False}
    questions.show_plan(desk.imports.plan(moved))
    questions.bars[0].buttons[1].click()
    assert words(questions) == []


def test_a_second_return_may_take_the_place_of_the_first(questions, desk, packet, qtbot):
    row = packet.rows[0]
    first = answer(packet, {row: {"result_now": "lần 1"}}, name="lan-1.xlsx")
    desk.imports.apply(desk.imports.plan(first), content=content_of(first.rows))
    second = answer(packet, {row: {"result_now": "lần 2"}}, name="lan-2.xlsx")
    questions.show_plan(desk.imports.plan(second))
    assert "lan-1.xlsx, khác ở 1 ô" in words(questions)[0]
    with qtbot.waitSignal(questions.changed):
        questions.bars[0].buttons[0].click()
    assert questions.options() == {"replaces_earlier": True}
    questions.show_plan(desk.imports.plan(second, **questions.options()))
    assert words(questions)[0].startswith("Tệp này thay cho tệp ngày")


def test_the_same_file_again_says_when_it_came(questions, desk, packet):
    made = answer(packet, {packet.rows[0]: {"result_now": "xong"}})
    desk.imports.apply(desk.imports.plan(made), content=content_of(made.rows))
    questions.show_plan(desk.imports.plan(made))
    assert words(questions)[0].startswith("Tệp này đã nhập lúc")


def test_an_older_packet_says_so(questions, desk, other):
    old, new = (send(other.desk, desk.office) for _ in range(2))
    made = answer(new)
    desk.imports.apply(desk.imports.plan(made), content=content_of(made.rows))
    questions.show_plan(desk.imports.plan(answer(old)))
    assert any("Gói này cũ hơn gói số 02" in said for said in words(questions))


def test_a_packet_for_another_office_asks_whose_it_is(questions, qtbot):
    questions.show_error(DeskError("packet_for_other", office="Sở Y tế", sender="Sở Nội vụ"))
    assert "Sở Y tế" in words(questions)[0]
    with qtbot.waitSignal(questions.sender_asked):
        questions.bars[0].buttons[0].click()


def test_a_file_without_a_mark_asks_for_its_packet(questions, desk, packet, qtbot):
    bare = answer(packet, {packet.rows[0]: {"result_now": "xong"}}, carried=False)
    plan = desk.imports.plan(bare, SCIENCE)
    questions.show_plan(plan)
    with qtbot.waitSignal(questions.base_asked):
        questions.bars[0].buttons[0].click()
    questions.answer(packet=packet.id, base_import=None)
    assert not desk.imports.plan(bare, SCIENCE, **questions.options()).left_out
    questions.reset()
    assert questions.options() == {}


def test_what_a_packet_carries_is_listed_and_not_left_out(desk, other):
    other.write("2", result_now="Hồ sơ đã trình")
    other.write("4", deadline_text="Tháng 9/2026")
    found = find_lines(desk.imports.plan(answer(send(other.desk, desk.office))))
    changed, asked = found["changed"][0], found["request"][0]
    assert (changed.field, changed.old, changed.new, changed.offices) == (
        "result_now",
        None,
        "Hồ sơ đã trình",
        (SCIENCE,),
    )
    assert (asked.field, asked.new, asked.tickable) == ("deadline_text", "Tháng 9/2026", False)
    assert {changed.row_id, asked.row_id}.isdisjoint(line.row_id for line in found["unchanged"])
    assert replace(changed, offices=()).tickable
