"""An office that stands in no list."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from r57desk.ui.office_suggestions import Suggestion
from r57desk.ui.own_office import OwnOffice

PROVINCE = Suggestion("08.VP", "Văn phòng UBND tỉnh Tuyên Quang", "Tỉnh Tuyên Quang")


@pytest.fixture
def own(qtbot, session):
    window = QWidget()
    qtbot.addWidget(window)
    made = OwnOffice(lambda typed: (PROVINCE,), window)
    QVBoxLayout(window).addWidget(made)
    window.show()
    made.start("Trung tâm Chuyển đổi số")
    yield made
    window.close()


def test_its_unit_proposes_a_code(own, qtbot):
    assert own.office_code() == ""
    with qtbot.waitSignal(own.changed):
        own.unit.choose(PROVINCE)
    assert own.office_code() == "08.TTCDS"


def test_the_code_can_be_typed(own):
    own.code.setText("08.ttcds")
    assert own.office_code() == "08.TTCDS"
    own.code.setText("không phải mã")
    assert own.office_code() == ""


def test_what_is_missing_is_said_in_one_sentence(own):
    assert own.missing() == "Còn thiếu mã cơ quan: chọn đơn vị, hoặc ghi mã."
    own.code.setText("không phải mã")
    assert "01.SKHCN" in own.missing()
    own.unit.choose(PROVINCE)
    assert own.missing() == ""
