"""Print preview over a real register; PDF, printer and plain text of the pages shown."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtTest import QTest

from r57desk.paper.painter import page_layout
from r57desk.ui import print_view
from r57desk.ui.print_view import PrintView, print_plan


@pytest.fixture
def open_view(qtbot, session, jobs):
    def opened(rows=()):
        made = PrintView(session, jobs, rows)
        qtbot.addWidget(made)
        made.resize(1290, 700)
        made.show()
        qtbot.waitUntil(lambda: made._printed is not None, timeout=15000)
        return made

    return opened


def settle(view, qtbot):
    before = view._printed
    qtbot.waitUntil(lambda: view._printed is not before, timeout=15000)


def page_words(view):
    return " ".join(line for page in view._printed.plan.pages for line in page.lines())


def test_it_lists_what_the_window_shows(open_view, session):
    session.set_filter("lead", ("Bộ Công an",))
    view = open_view()
    assert view.count.text().startswith("3 nhiệm vụ, 1 trang")
    assert "Ban hành Nghị định về dữ liệu" in page_words(view)
    assert "Phủ sóng 5G" not in page_words(view)
    assert view.hint() == "A4 ngang, 1 trang"
    assert view.page_words.text() == "Trang 1 / 1"


def test_the_rows_given_are_printed_one_sheet_each_or_as_a_list(open_view, task_of, qtbot):
    view = open_view((task_of("4").id, task_of("5").id))
    assert len(view._printed.sheets) == 2
    assert view.hint().startswith("A4 dọc")
    view.form.kind.setCurrentIndex(1)
    settle(view, qtbot)
    assert len(view._printed.sheets) == 1
    assert "Sửa đổi Luật Giao dịch điện tử" in page_words(view)
    assert "Phủ sóng 5G" not in page_words(view)


def test_an_option_changes_the_pages(open_view, qtbot):
    view = open_view()
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in page_words(view)
    view.form.style_radios["party"].click()
    settle(view, qtbot)
    assert "ĐẢNG CỘNG SẢN VIỆT NAM" in page_words(view)
    assert "CỘNG HÒA" not in page_words(view)


def test_the_pdf_holds_the_pages_shown(open_view, qtbot, tmp_path):
    view = open_view()
    view.write_pdf(tmp_path / "danh-muc")
    target = tmp_path / "danh-muc.pdf"
    qtbot.waitUntil(view.notice.isVisible, timeout=15000)
    assert target.read_bytes().startswith(b"%PDF")
    assert view.notice.words() == "Đã lưu danh-muc.pdf."


def test_a_pdf_that_cannot_be_written_is_said(open_view, qtbot, tmp_path, monkeypatch):
    shown = []
    monkeypatch.setattr(print_view, "show_problem", lambda parent, title, error, *rest: shown.append(error.code))
    open_view().write_pdf(tmp_path / "khong-co" / "a.pdf")
    qtbot.waitUntil(lambda: shown == ["pdf_unwritable"], timeout=15000)


def test_without_a_printer_a_pdf_is_offered(open_view, monkeypatch):
    shown = []
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    monkeypatch.setattr(
        print_view, "show_problem", lambda parent, title, error, *rest: shown.append((error.code, rest[0]))
    )
    open_view().print_pages()
    assert shown == [("no_printer", "Lưu PDF…")]


@pytest.mark.parametrize(("first", "last"), [(0, 0), (1, 1)])
def test_the_chosen_range_is_printed(open_view, task_of, tmp_path, first, last):
    plan = open_view((task_of("4").id, task_of("5").id))._printed.plan
    assert len(plan.pages) >= 2
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "in.pdf"))
    printer.setPageLayout(page_layout(plan, 0))
    printer.setFromTo(first, last)
    print_plan(printer, plan)
    pages = (tmp_path / "in.pdf").read_bytes().count(b"/Type /Page\n")
    assert pages == (len(plan.pages) if not first else 1)


def test_the_text_can_be_pasted_elsewhere(open_view):
    open_view().copy_text()
    text = QGuiApplication.clipboard().text()
    assert "Sửa đổi Luật Giao dịch điện tử\t" in text


def test_escape_closes_the_page(open_view, qtbot):
    view = open_view()
    with qtbot.waitSignal(view.closed):
        QTest.keyClick(view, Qt.Key.Key_Escape)
