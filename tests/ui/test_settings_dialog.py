"""Settings take effect at once."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from r57desk.ui.settings_dialog import SettingsDialog
from r57desk.ui.theme import apply_look, tokens
from r57desk.ui.translation import install_language, language_now
from r57desk.ui.window_memory import WindowMemory


@pytest.fixture
def dialog(session, qtbot, qapp):
    made = SettingsDialog(session)
    qtbot.addWidget(made)
    made.show()
    yield made
    install_language(qapp, "vi")
    apply_look(qapp, "light")


def test_language_is_kept_in_the_register(dialog, session, qtbot):
    with qtbot.waitSignal(dialog.look_changed):
        dialog.language["en"].click()
    assert language_now() == session.language == "en"
    assert session.desk.language == "en"


def test_the_look_is_kept_on_this_computer(dialog, qtbot):
    with qtbot.waitSignal(dialog.look_changed):
        dialog.look["dark"].click()
    assert tokens()["window"] == QColor("#1A1D22")
    assert WindowMemory().look() == "dark"


def test_text_size(dialog, qtbot):
    with qtbot.waitSignal(dialog.look_changed):
        dialog.scale["1.25"].click()
    assert tokens().scale == 1.25


def test_density(dialog, qtbot):
    with qtbot.waitSignal(dialog.density_changed) as changed:
        dialog.density["compact"].click()
    assert changed.args == [True]
    assert WindowMemory().compact()


@pytest.mark.parametrize(("typed", "kept"), [("15", 15), ("0", 0), ("91", 7), ("bảy", 7), ("", 7), ("-3", 7)])
def test_warning_days(dialog, session, typed, kept):
    dialog.warn_days.setText(typed)
    dialog.keep_warn_days()
    assert session.warn_days == session.desk.warn_days == kept
    assert bool(dialog._warn_problem.text()) == (typed in ("91", "bảy", "", "-3"))


def test_samples_are_loaded_and_removed_and_own_tasks_stay(dialog, session):
    assert session.desk.tasks.count().total == 8
    dialog._samples.click()
    assert session.desk.register.has_samples()
    assert dialog._samples.text() == "Xoá dữ liệu mẫu"
    dialog._samples.click()
    assert not session.desk.register.has_samples()
    assert session.desk.tasks.count().total == 8


def test_read_only_leaves_only_the_display(session, qtbot):
    session.read_only = True
    dialog = SettingsDialog(session)
    qtbot.addWidget(dialog)
    assert not dialog.office.isEnabled()
    assert not dialog.days.isEnabled()
    assert dialog.look["dark"].isEnabled()
