"""What the window remembers is versioned; nonsense in the file is forgotten."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QByteArray

from r57desk.paths import window_settings_file
from r57desk.ui.window_memory import WindowMemory


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("column_widths", {"lead": 222}),
        ("compact", True),
        ("folded", [("03/NQ-CP", "I", "Nhận thức")]),
        ("look", "dark"),
        ("scale", 1.25),
        ("geometry", QByteArray(b"abc")),
    ],
)
def test_what_is_set_is_found_again(qapp, name, value):
    getattr(WindowMemory(), f"set_{name}")(value)
    assert getattr(WindowMemory(), name)() == value


def test_columns_always_begin_with_tt_and_title(qapp):
    WindowMemory().set_columns(["lead", "no_such_column", "title"])
    assert WindowMemory().columns() == ["stt", "title", "lead"]


def test_the_panel_width_has_a_default(qapp):
    memory = WindowMemory()
    assert memory.panel_width(388) == 388
    memory.set_panel_width(400)
    assert WindowMemory().panel_width(388) == 400


def test_a_memory_of_another_version_is_forgotten(qapp):
    WindowMemory().set_compact(True)
    memory = WindowMemory()
    memory._file.setValue("version", 99)
    memory._file.sync()
    assert WindowMemory().compact() is False


def test_nonsense_is_forgotten(qapp):
    path = window_settings_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("[General]\nversion=1\ncolumns={{{\nlook=pink\nwidths=x\n", encoding="utf-8")
    memory = WindowMemory()
    assert memory.columns() == []
    assert memory.look() == "system"
    assert memory.column_widths() == {}
