"""Errors as dialogs: the event, what happened, the effect, what to do."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from r57desk.errors import DeskError
from r57desk.errors.sentences import SENTENCES
from r57desk.ui import messages
from r57desk.ui.messages import ErrorDialog, show_problem, split_message
from r57desk.ui.parts import Button
from r57desk.ui.translation import install_language


def test_a_message_falls_into_three_parts():
    sentence = (
        "Không lưu được bao-cao.xlsx. Tệp đang mở trong Excel. Sổ không bị ảnh hưởng. Đóng tệp rồi bấm Thử lại."
    )
    assert split_message(sentence) == (
        "Không lưu được bao-cao.xlsx.",
        "Tệp đang mở trong Excel. Sổ không bị ảnh hưởng.",
        "Đóng tệp rồi bấm Thử lại.",
    )
    assert split_message("Một câu.") == ("Một câu.", "", "")
    assert split_message("Một câu. Hai câu.") == ("Một câu.", "Hai câu.", "")


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_no_word_of_any_message_is_lost(code):
    for text in SENTENCES[code]:
        assert " ".join(filter(None, split_message(text))).split() == text.split()


def test_what_happened_is_bold_and_the_rest_is_not(qtbot, session):
    dialog = ErrorDialog("Không in được", DeskError("no_printer"))
    qtbot.addWidget(dialog)
    lines = [line for line in dialog.findChildren(QLabel) if line.text()]
    assert dialog.windowTitle() == "Không in được"
    assert [line.font().bold() for line in lines] == [True, False, False]
    assert lines[0].text() == "Không tìm thấy máy in nào."


@pytest.mark.parametrize("accepted", [True, False])
def test_the_way_on_is_taken_only_when_it_is_chosen(qtbot, session, monkeypatch, accepted):
    done = []
    answer = ErrorDialog.DialogCode.Accepted if accepted else ErrorDialog.DialogCode.Rejected
    monkeypatch.setattr(messages.ErrorDialog, "exec", lambda self: answer)
    show_problem(None, "Không in được", DeskError("no_printer"), "Lưu PDF…", lambda: done.append(True))
    assert done == ([True] if accepted else [])


@pytest.mark.parametrize(("language", "word"), [("vi", "Đóng"), ("en", "Close")])
def test_its_button_speaks_the_language_of_the_window(qtbot, session, qapp, language, word):
    install_language(qapp, language)
    dialog = ErrorDialog("r57desk", DeskError("no_printer"))
    qtbot.addWidget(dialog)
    assert [button.text() for button in dialog.findChildren(Button)] == [word]
