"""Rows on the clipboard: tabs and an HTML table, and nothing a spreadsheet would run."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from r57desk.ui.clipboard import guarded, table_mime


@pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)", "+cmd", "-2+3", '=HYPERLINK("x")', "\t=1", " =1"])
def test_a_formula_is_made_text(text):
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["-5", "+84912345678", "-1.234,5", "-", "Xây dựng", "", "a=b", "1-2"])
def test_other_text_is_left_alone(text):
    assert guarded(text) == text


def test_cells_with_breaks_and_quotes_stay_one_cell():
    mime = table_mime([["a\tb", "dòng 1\ndòng 2", 'nói "thế"'], ["1", "", "x"]])
    assert mime.text() == '"a\tb"\t"dòng 1\ndòng 2"\t"nói ""thế"""\n1\t\tx'


def test_html_escapes_and_keeps_leading_zeros_as_text():
    html = table_mime([["<b>", "001", "a\nb"]]).html()
    assert "&lt;b&gt;" in html
    assert "mso-number-format:'\\@'\">001<" in html
    assert "a<br>b" in html


def test_the_program_ends_well_with_rows_on_the_clipboard() -> None:
    code = (
        "from PySide6.QtWidgets import QApplication; from r57desk.ui.clipboard import table_mime;"
        "app = QApplication([]); app.clipboard().setMimeData(table_mime([['1']]));"
        "assert app.clipboard().mimeData().formats() == ['text/plain', 'text/html']"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code], env=os.environ | {"QT_QPA_PLATFORM": "offscreen"}, check=False
    )
    assert ended.returncode == 0
