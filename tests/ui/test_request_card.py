"""A request as a card: both values, who asks, and the answers that are ours to give."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel

from r57desk.ui.request_card import RequestCard


@pytest.fixture
def asked(desk, differing):
    return desk.deciding.requests()[0]


@pytest.fixture
def show(session, qtbot):
    def shown(asked):
        made = RequestCard(session, asked)
        qtbot.addWidget(made)
        made.show()
        return made

    return shown


def words(card):
    return [one.text() for one in card.findChildren(QLabel) if one.text()]


def test_it_shows_the_value_in_force_and_the_one_asked_for(show, asked):
    said = words(show(asked))
    assert said[:3] == ["Thời hạn: đang áp dụng và đề nghị", "Năm 2025", "Tháng 9/2026"]


def test_its_buttons_answer(show, asked, qtbot):
    card = show(asked)
    assert [button.text() for button in card.buttons] == ["Chấp thuận", "Không chấp thuận, nêu lý do…"]
    with qtbot.waitSignal(card.accepted):
        card.buttons[0].click()
    with qtbot.waitSignal(card.refused):
        card.buttons[1].click()


def test_our_own_can_be_taken_back_and_others_are_not_ours(show, asked):
    own = show(replace(asked, ours=True))
    assert [button.text() for button in own.buttons] == ["Rút đề nghị"]
    assert show(replace(asked, may_decide=False)).buttons == []


def test_an_answer_is_told_with_its_reason(show, asked):
    card = show(replace(asked, outcome="refused", reason="Đã gia hạn một lần", ours=True))
    assert card.buttons == []
    assert "Không chấp thuận: Đã gia hạn một lần" in words(card)


def test_nothing_is_answered_in_a_register_that_is_only_looked_at(show, asked, session):
    session.read_only = True
    assert show(asked).buttons == []


def test_a_wide_card_stands_in_two_columns_and_a_narrow_one_cuts_nothing(show, asked):
    card = show(asked)
    card.fit(1000)
    card.resize(1000, card.sizeHint().height())
    low = card.sizeHint().height()
    assert card.buttons[0].x() > 180
    card.fit(400)
    card.resize(400, card.sizeHint().height())
    card.layout().activate()
    assert card.sizeHint().height() > low
    assert card.minimumSizeHint().width() <= 400
    assert card.buttons[0].x() < 40


def test_what_was_granted_is_shown_once(show, asked):
    said = words(show(replace(asked, outcome="accepted", now=asked.value)))
    assert said[:2] == ["Thời hạn: đã áp dụng như đề nghị", "Tháng 9/2026"]
    assert said.count("Tháng 9/2026") == 1
