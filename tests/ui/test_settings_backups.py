"""Backups: one more now, and going back only after agreeing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer

from r57desk.ui.dialog import Dialog
from r57desk.ui.parts import Link
from r57desk.ui.settings_backups import BackupList, reason_word, shown_size


@pytest.fixture
def backups(session, qtbot):
    made = BackupList(session)
    qtbot.addWidget(made)
    return made


def test_a_copy_is_made_now(backups, session):
    before = len(session.desk.register.backups())
    backups.back_up()
    assert len(session.desk.register.backups()) == before + 1
    links = [link for link in backups.findChildren(Link) if link.text() == "Khôi phục…" and not link.isHidden()]
    assert links


@pytest.mark.parametrize("agreed", [True, False])
def test_going_back_is_asked_first(backups, session, qtbot, agreed):
    backups.back_up()
    backup = session.desk.register.backups()[0]
    asked = []
    backups.restore_asked.connect(asked.append)

    def answer():
        dialog = next(one for one in backups.findChildren(Dialog) if one.isVisible())
        dialog.accept() if agreed else dialog.reject()

    QTimer.singleShot(50, answer)
    backups.ask_restore(backup)
    assert asked == ([backup] if agreed else [])


def test_every_reason_has_its_word(backups):
    words = [reason_word(reason) for reason in ("day", "import", "update", "restore", "asked")]
    assert len(set(words)) == 5


def test_sizes():
    assert shown_size(1_449_000) == "1,4 MB"
    assert shown_size(512) == "1 KB"
