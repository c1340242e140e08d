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


def test_the_list_of_what_is_not_written_is_offered_before_writing_and_only_with_something_in_it(qtbot):
    made = ImportFooter()
    qtbot.addWidget(made)
    made.show()
    made.show_step("preview")
    assert not made.errors_button.isVisible()
    made.set_errors(2)
    for step, seen in (("columns", False), ("preview", True), ("result", False)):
        made.show_step(step)
        assert made.errors_button.isVisible() is seen
