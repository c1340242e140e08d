"""One difference: base and sides, marks, buttons by owner, and the story of the cell."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel

from r57desk.ui.difference_pane import DifferencePane
from r57desk.ui.parts import Rule


@pytest.fixture
def one(desk, differing):
    return desk.deciding.differences()[0]


@pytest.fixture
def show(session, qtbot):
    def shown(difference):
        made = DifferencePane(session, difference)
        qtbot.addWidget(made)
        made.resize(980, 500)
        made.show()
        return made

    return shown


def test_a_button_asks_for_its_side(show, one, qtbot):
    pane = show(one)
    ours = next(side for side in one.sides if side.ours)
    with qtbot.waitSignal(pane.keep_asked) as asked:
        pane.first_button().click()
    assert asked.args == [ours.edits]
    with qtbot.waitSignal(pane.write_asked):
        pane.write_button.click()


def test_words_that_are_not_in_the_base_are_marked(show, one):
    pane = show(replace(one, base="Đã lấy ý kiến"))
    assert [card.text.marked() for card in pane.cards] == [[], ["lần 2"], ["Hồ sơ đã trình"]]


def test_the_story_of_the_cell_is_told(show, one):
    said = [label.text() for label in show(one).findChildren(QLabel)]
    assert "Văn phòng UBND tỉnh A ghi “Đã lấy ý kiến lần 2” trên bảng." in said
    assert any(words.startswith("Sở KH&CN ghi “Hồ sơ đã trình”") for words in said)


def test_the_side_that_was_chosen_cannot_be_chosen_again(show, one):
    pane = show(replace(one, decided=7))
    states = {card.button.words(): card.button.isEnabled() for card in pane.cards if card.button}
    assert sorted(states.values()) == [False, True]
    assert not states["Đã chọn"]


def test_a_deletion_is_kept_or_done_and_never_written(show, one):
    sides = (replace(one.sides[0], value="1"), replace(one.sides[1], value="0"))
    pane = show(replace(one, field="#exists", sides=sides))
    assert {card.text.text() for card in pane.cards} == {"Giữ", "Xoá"}
    assert not pane.write_button.isVisible()


def test_cards_stand_under_one_another_where_there_is_no_room(show, one):
    pane = show(one)
    pane.fit(980)
    assert pane._grid.columnCount() == 3
    pane.fit(300)
    assert {pane._grid.getItemPosition(place)[1] for place in range(pane._grid.count())} == {0}


def test_nothing_is_decided_in_a_register_that_is_only_looked_at(show, one, session):
    session.read_only = True
    assert show(one).first_button() is None


def test_what_was_undone_is_told_as_undone(show, one, session, desk):
    task = next(task for task in desk.tasks.find() if task.stt == "2")
    desk.tasks.set_fields((task.id,), {"result_now": "Ghi nhầm"})
    desk.undo.undo()
    pane = show(desk.deciding.differences()[0])
    told = [label.text() for label in pane.findChildren(QLabel) if "“Ghi nhầm”" in label.text()]
    assert told == ["Văn phòng UBND tỉnh A ghi “Ghi nhầm” trên bảng; đã hoàn tác."]


def test_the_rules_of_the_cards_stand_level(show, one):
    pane = show(one)
    pane.resize(1000, 600)
    pane.show()
    rules = {rule.mapTo(pane, rule.rect().topLeft()).y() for card in pane.cards for rule in card.findChildren(Rule)}
    assert len(rules) == 2
