"""The header: where one is, as of when, and what can be undone."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from r57desk.ui.as_of_popup import AsOfPopup
from r57desk.ui.header import Header
from r57desk.ui.theme import apply_look


@pytest.fixture
def header(session, qtbot):
    made = Header(session)
    qtbot.addWidget(made)
    made.resize(1290, 44)
    made.show()
    return made


def test_the_date_is_shown_and_follows(header, session):
    assert header.as_of.text() == "Tính đến 24/09/2025"
    session.set_as_of(date(2025, 12, 31))
    assert header.as_of.text() == "Tính đến 31/12/2025"


def test_the_date_is_chosen_in_a_popup(header, session):
    header.open_as_of()
    popup = header.findChild(AsOfPopup)
    popup.field.setText("1/10/2025")
    popup.keep()
    assert session.as_of == date(2025, 10, 1)


def test_undo_and_redo_say_what_they_would_do(header):
    header.show_undo("Tiến độ: 92", "", possible=True, again=False)
    assert header.undo.isEnabled()
    assert header.undo.toolTip() == "Hoàn tác: Tiến độ: 92 (Ctrl+Z)"
    assert not header.redo.isEnabled()
    assert header.redo.accessibleName() == "Làm lại"


def test_buttons_ask_the_window(header, qtbot):
    for widget, signal in (
        (header.search, header.search_asked),
        (header.importing, header.import_asked),
        (header.exporting, header.export_asked),
        (header.printing, header.print_asked),
    ):
        with qtbot.waitSignal(signal):
            qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_an_empty_register_has_nothing_to_send_or_print(header):
    header.set_has_tasks(False)
    assert not header.exporting.isEnabled()
    assert not header.printing.isEnabled()
    assert header.importing.isEnabled()


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize(("window", "room"), [(1366, 1290), (1093, 1017)])
def test_it_fits_at_both_widths_and_spares_words_before_it_would_run_over(session, qtbot, qapp, scale, window, room):
    apply_look(qapp, "light", scale)
    header = Header(session)
    qtbot.addWidget(header)
    header.set_title("Nhiệm vụ")
    header.resize(room, header.height())
    header.show()
    header.fit(window)
    assert header._row.minimumSize().width() <= room
    assert header.importing.toolTip() == "Nhập từ Excel…"
    if scale == 1.0:
        assert header.importing.text() == "Nhập từ Excel…"
        assert header.as_of.text() == "Tính đến 24/09/2025"
    apply_look(qapp, "light")
