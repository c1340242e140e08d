"""The sheet of keys lists them all."""

from __future__ import annotations

from r57desk.ui.keys import KEYS
from r57desk.ui.keys_dialog import KeysDialog
from r57desk.ui.parts import label


def test_the_sheet_lists_every_key(session, qtbot):
    dialog = KeysDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    texts = {child.text() for child in dialog.findChildren(type(label()))}
    assert {key.shown() for key in KEYS} <= texts


def test_the_sheet_needs_no_scrolling_on_a_small_screen(session, qtbot):
    dialog = KeysDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.sizeHint().height() <= 614
    assert dialog.height() <= 542
    assert dialog.area.verticalScrollBar().maximum() == 0
