"""The foot of the import page in each step."""

from __future__ import annotations

import pytest

from r57desk.ui.import_footer import ImportFooter


@pytest.mark.parametrize(("step", "promise", "cancel", "main"), [
    ("file", False, True, False),
    ("columns", False, True, True),
    ("preview", True, True, True),
    ("result", False, False, True),
])  # fmt: skip
def test_each_step_has_its_buttons(qtbot, step, promise, cancel, main):
    made = ImportFooter()
    qtbot.addWidget(made)
    made.show()
    made.show_step(step)
    seen = [part.isVisible() for part in (made.promise, made.cancel_button, made.main_button)]
    assert seen == [promise, cancel, main]
