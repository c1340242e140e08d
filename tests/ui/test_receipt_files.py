"""The receipt and the list of errors: asked where, written in a job, said."""

from __future__ import annotations

import openpyxl
import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from r57desk.ui import receipt_files
from r57desk.ui.receipt_files import ReceiptFiles


@pytest.fixture
def files(session, jobs, qtbot):
    owner = QWidget()
    qtbot.addWidget(owner)
    return ReceiptFiles(session, jobs, owner), owner


def choose(monkeypatch, path):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path) if path else "", ""))


def test_the_errors_of_an_import_become_a_workbook(files, plan, desk, qtbot, tmp_path, monkeypatch):
    made, _ = files
    number = desk.imports.apply(plan).import_id
    choose(monkeypatch, tmp_path / "loi.xlsx")
    with qtbot.waitSignal(made.saved, timeout=15000) as saved:
        made.save_errors(number, "Sở Y tế")
    cells = {cell.value for row in openpyxl.load_workbook(saved.args[0]).worksheets[0].iter_rows() for cell in row}
    assert "Quá hạn" in cells


def test_leaving_the_question_writes_nothing(files, jobs, monkeypatch):
    choose(monkeypatch, None)
    files[0].save_receipt(1)
    assert not jobs.busy()


def test_what_cannot_be_written_is_said(files, plan, desk, qtbot, tmp_path, monkeypatch):
    made, _ = files
    shown = []
    monkeypatch.setattr(receipt_files, "show_problem", lambda parent, title, error: shown.append(error.code))
    choose(monkeypatch, tmp_path / "phieu.xlsx")
    made.save_receipt(desk.imports.apply(plan).import_id)
    qtbot.waitUntil(lambda: shown == ["receipt_to_self"], timeout=15000)
