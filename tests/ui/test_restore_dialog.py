"""Going back to a copy of a register."""

from __future__ import annotations

import shutil

import pytest

from r57desk.services.desk import Desk
from r57desk.ui import restore_dialog
from r57desk.ui.restore_dialog import RestoreDialog


@pytest.fixture
def path(made_register, tmp_path, qapp, session):
    """A register with a copy beside it, and one task fewer since."""
    path = tmp_path / "rieng" / "so.db"
    path.parent.mkdir()
    shutil.copy(made_register, path)
    desk = Desk.open(path)
    desk.register.back_up()
    desk.tasks.delete([desk.tasks.find()[0].id])
    desk.close()
    return path


def count(path):
    desk = Desk.open(path)
    found = desk.tasks.count().total
    desk.close()
    return found


def test_the_newest_copy_is_chosen_and_restored(path, qtbot):
    dialog = RestoreDialog(path)
    qtbot.addWidget(dialog)
    assert count(path) == 7
    with qtbot.waitSignal(dialog.restored):
        dialog.main.click()
    assert count(path) == 8


def test_without_a_copy_a_file_can_be_chosen(made_register, qtbot, tmp_path, session):
    target = tmp_path / "moi" / "so.db"
    target.parent.mkdir()
    dialog = RestoreDialog(target)
    qtbot.addWidget(dialog)
    assert not dialog.main.isEnabled()
    dialog.add_copy(made_register)
    assert dialog.main.isEnabled()
    with qtbot.waitSignal(dialog.restored):
        dialog.restore()
    assert count(target) == 8


def test_a_copy_that_is_none_is_refused_and_nothing_changes(path, qtbot, tmp_path, monkeypatch):
    shown = []
    monkeypatch.setattr(restore_dialog, "show_problem", lambda parent, title, error: shown.append(error.code))
    wrong = tmp_path / "khac.db"
    wrong.write_bytes(b"khong phai so")
    dialog = RestoreDialog(path, why="Sổ bị hỏng.")
    qtbot.addWidget(dialog)
    dialog.add_copy(wrong)
    with qtbot.assertNotEmitted(dialog.restored):
        dialog.restore()
    assert len(shown) == 1
    assert count(path) == 7
