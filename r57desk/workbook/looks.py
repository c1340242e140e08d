"""Cell formats of our own workbook, as data: one name for each kind of cell."""

from __future__ import annotations

from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

FONT = {"font_name": "Times New Roman", "font_size": 12}
_GREY, _BLUE, _BAND, _LINE = "#E7E6E6", "#DDEBF7", "#F2F2F2", "#7F7F7F"

_TABLE: dict[str, Any] = {"border": 1, "border_color": _LINE, "valign": "vcenter", "text_wrap": True}
_TEXT = {**_TABLE, "num_format": "@"}
_HEADER = {**_TABLE, "bold": True, "align": "center"}
_HEADING = {"bold": True, "bg_color": _BAND, "border_color": _LINE, "valign": "vcenter", "num_format": "@"}
_MIDDLE: dict[str, Any] = {"align": "center", "valign": "vcenter", "text_wrap": True}

_LOOKS: dict[str, dict[str, Any]] = {
    # the table
    "text": _TEXT,
    "centred": {**_TEXT, "align": "center"},
    "number": {**_TABLE, "align": "center", "num_format": "0"},
    "percent": {**_TABLE, "align": "center", "num_format": "0%"},
    "percent_exact": {**_TABLE, "align": "center", "num_format": "0.0###%"},
    "header": {**_HEADER, "bg_color": _GREY},
    "header_to_fill": {**_HEADER, "bg_color": _BLUE},
    # a group's heading: `first` and `last` of its lines carry the rules above and below
    "heading": _HEADING,
    "heading_first": {**_HEADING, "top": 1},
    "heading_last": {**_HEADING, "bottom": 1},
    "heading_only": {**_HEADING, "top": 1, "bottom": 1},
    "heading_number": {**_HEADING, "align": "center", "left": 1, "right": 1},
    "heading_number_first": {**_HEADING, "align": "center", "left": 1, "right": 1, "top": 1},
    "heading_number_last": {**_HEADING, "align": "center", "left": 1, "right": 1, "bottom": 1},
    "heading_number_only": {**_HEADING, "align": "center", "border": 1},
    # above and below the table
    "block": {**_MIDDLE, "bold": True},
    "motto": {**_MIDDLE, "bold": True, "underline": 1},
    "title": {**_MIDDLE, "bold": True, "font_size": 14},
    "subtitle": {**_MIDDLE, "italic": True},
    "sign": {**_MIDDLE, "bold": True},
    "sign_note": {**_MIDDLE, "italic": True},
    # the guide and the marks
    "guide_title": {"bold": True, "font_size": 14, "valign": "vcenter"},
    "guide_about": {**_TABLE, "bold": True, "valign": "top"},
    "guide_text": {**_TABLE, "valign": "top"},
    "plain": {"text_wrap": True, "valign": "top", "num_format": "@"},
}
OPEN = "_open"
"""The end of the name of a look whose cells may be filled in on a protected sheet."""


class Looks:
    """The formats of one workbook, made when first used."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[str, Format] = {}

    def __getitem__(self, name: str) -> Format:
        if name not in self._made:
            lock = {"locked": 0} if name.endswith(OPEN) else {}
            self._made[name] = self._book.add_format({**FONT, **_LOOKS[name.removesuffix(OPEN)], **lock})
        return self._made[name]
