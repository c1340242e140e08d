"""The heights of table rows: headings of groups are lower than the rows under them."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QHeaderView

from r57desk.ui.theme import GROUP_ROW, px


def set_heights(header: QHeaderView, height: int, low: list[int], headings: list[int]) -> list[int]:
    """All rows at `height` but the headings; `low` were headings before. Answers the headings."""
    blocker = QSignalBlocker(header)  # one new layout afterwards instead of one for each row
    header.setUpdatesEnabled(False)  # else each row asks where it stands, which adds up all rows before it
    header.setDefaultSectionSize(height)
    for row in low:
        header.resizeSection(row, height)
    for row in headings:
        header.resizeSection(row, px(GROUP_ROW))
    header.setUpdatesEnabled(True)
    blocker.unblock()
    return headings
