"""The questions an import may ask."""

from __future__ import annotations

import pytest

from r57desk.errors import DeskError
from r57desk.ui.import_choices import SenderDialog, SheetDialog, find_sheets


def test_the_sheets_are_those_the_error_names():
    error = DeskError("workbook_several_lists", file="a.xlsx", sheets="“Phụ lục I”, “Biểu 02, tháng 9”")
    assert find_sheets(error) == ["Phụ lục I", "Biểu 02, tháng 9"]


def test_the_first_sheet_is_chosen_until_another_is(qtbot, session):
    dialog = SheetDialog(["Một", "Hai & ba"])
    qtbot.addWidget(dialog)
    assert dialog.sheet() == "Một"
    dialog._group.button(1).click()
    assert dialog.sheet() == "Hai & ba"


@pytest.fixture
def sender(qtbot, session):
    dialog = SenderDialog(session)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_an_office_is_found_by_words_without_marks(sender):
    assert not sender.main.isEnabled()
    sender.search.field.setText("bo khoa hoc")
    sender.search.search()
    sender.search.choose(sender.search.model.suggestion(sender.search.model.index(0)))
    assert sender.office() == "TW.BKHCN"
    assert sender.main.isEnabled()


def test_a_code_may_be_typed(sender):
    sender.search.field.setText("01.skhcn")
    assert sender.office() == "01.SKHCN"
    sender.search.field.setText("sở nào đó")
    assert sender.office() == ""
