"""What the window remembers on this computer: sizes and columns. Options of the register live in the register.

The file is versioned: a memory of another version is forgotten, never misread.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QByteArray, QSettings

from r57desk.paths import window_settings_file
from r57desk.ui.columns import COLUMNS, FROZEN
from r57desk.ui.theme import LOOKS, Look

VERSION = 1
GroupKey = tuple[str, str, str]


class WindowMemory:
    """Reads and writes the settings file beside the register's folder."""

    def __init__(self) -> None:
        self._file = QSettings(str(window_settings_file()), QSettings.Format.IniFormat)
        if self._file.value("version", 0, int) != VERSION:
            self._file.clear()
            self._file.setValue("version", VERSION)

    def _json(self, key: str, default: Any) -> Any:
        try:
            return json.loads(str(self._file.value(key, "")))
        except ValueError:
            return default

    def _set_json(self, key: str, value: object) -> None:
        text = json.dumps(value, ensure_ascii=False)
        if text != self._file.value(key):  # a start sets what it has just read: nothing to write to the disk
            self._file.setValue(key, text)

    def columns(self) -> list[str]:
        """The chosen columns in order; empty when none were chosen."""
        found = [code for code in self._json("columns", []) if code in COLUMNS]
        return [*FROZEN, *(code for code in found if code not in FROZEN)] if found else []

    def set_columns(self, codes: Iterable[str]) -> None:
        """Remember the columns and their order."""
        self._set_json("columns", list(codes))

    def column_widths(self) -> dict[str, int]:
        """The widths the user dragged."""
        found = self._json("widths", {})
        return {code: int(width) for code, width in found.items() if code in COLUMNS and 36 <= int(width) <= 1200}

    def set_column_widths(self, widths: dict[str, int]) -> None:
        """Remember the dragged widths."""
        self._set_json("widths", widths)

    def compact(self) -> bool:
        """Whether rows are Gọn."""
        return bool(self._json("compact", False))

    def set_compact(self, compact: bool) -> None:
        """Remember the density."""
        self._set_json("compact", compact)

    def folded(self) -> list[GroupKey]:
        """The folded groups."""
        return [(str(key[0]), str(key[1]), str(key[2])) for key in self._json("folded", []) if len(key) == 3]

    def set_folded(self, keys: Iterable[GroupKey]) -> None:
        """Remember the folded groups."""
        self._set_json("folded", sorted(keys))

    def panel_width(self, default: int) -> int:
        """How wide the detail panel is."""
        return int(self._json("panel_width", default))

    def set_panel_width(self, width: int) -> None:
        """Remember the panel's width."""
        self._set_json("panel_width", width)

    def look(self) -> Look:
        """The system's look, light or dark."""
        found = self._json("look", "system")
        return found if found in LOOKS else "system"

    def set_look(self, look: str) -> None:
        """Remember the look."""
        self._set_json("look", look)

    def scale(self) -> float:
        """The text size, 1.0 to 1.5."""
        return float(self._json("scale", 1.0))

    def set_scale(self, scale: float) -> None:
        """Remember the text size."""
        self._set_json("scale", scale)

    def geometry(self) -> QByteArray:
        """The window's geometry; empty at the first start."""
        found = self._file.value("geometry", QByteArray())
        return found if isinstance(found, QByteArray) else QByteArray()

    def set_geometry(self, geometry: QByteArray) -> None:
        """Remember the window's geometry."""
        self._file.setValue("geometry", geometry)
