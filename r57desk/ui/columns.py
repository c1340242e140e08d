"""The columns of the task table as data: which exist, how wide, and which give way when there is no room.

To add one: a field of domain.fields is a column by itself; a derived one needs a line in DERIVED.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from r57desk.domain.fields import BY_CODE, TASK_FIELDS
from r57desk.errors import Language
from r57desk.ui.theme import BREAKPOINT

FROZEN = ("stt", "title")
DERIVED: dict[str, str] = {"timeliness": str(QT_TRANSLATE_NOOP("columns", "So với hạn"))}
_FIRST = ("stt", "title", "lead", "coop", "deliverable", "deadline_text", "timeliness", "progress")
_REST = tuple(field.code for field in TASK_FIELDS if field.code not in (*_FIRST, "percent", "group_no"))

COLUMNS: tuple[str, ...] = (*_FIRST, *_REST)
DEFAULT: tuple[str, ...] = _FIRST

# column: (wide window, panel closed; wide window, panel open; narrow window), logical pixels
_WIDTHS: dict[str, tuple[int, int, int]] = {
    "stt": (44, 44, 40),
    "lead": (176, 158, 112),
    "coop": (138, 138, 130),
    "deliverable": (136, 136, 130),
    "deadline_text": (130, 130, 130),
    "timeliness": (140, 140, 140),
    "progress": (166, 136, 132),
}
_OTHER = 140
STATES = {"deadline_text", "timeliness"}  # columns that hold a state word, which is never cut
TITLE_LEAST, TITLE_EASY, TITLE_SCROLLING = 210, 380, 300
_TITLE_FLOOR = 150  # whatever the text size: beside the panel nothing scrolls
# who gives way first beside the panel; a state never does: the deadline cell carries it when its column is gone
_DROP_COSY = ("timeliness", *_REST, "deliverable", "coop", "lead")
_DROP_COMPACT = (*_REST, "deliverable", "coop", "lead")


def column_name(code: str, language: Language) -> str:
    """The heading of a column."""
    if code in DERIVED:
        return QCoreApplication.translate("columns", DERIVED[code])
    field = BY_CODE[code]
    return field.label_en if language == "en" else field.label_vi


def plain_width(code: str, *, wide: bool, panel: bool) -> int:
    """The width a column starts with, in logical pixels at text size 100 %."""
    wide_alone, wide_panel, narrow = _WIDTHS.get(code, (_OTHER, _OTHER, _OTHER))
    if not wide:
        return narrow
    return wide_panel if panel else wide_alone


def fit_columns(
    chosen: Iterable[str],
    own: Mapping[str, int],
    room: int,
    *,
    window: int,
    panel: bool,
    compact: bool,
    scale: float = 1.0,
    words: Mapping[str, int] | None = None,
) -> dict[str, int]:
    """The shown columns and their widths for `room` px; the title takes what is left.

    Beside the panel columns give way until the title has 380 px (the lead stays while it has 210); alone those that
    were chosen scroll under a frozen TT and title.
    `own` holds the widths the user dragged; `words` is what the words of a state need, by column.
    """
    wide, chosen = window >= BREAKPOINT, tuple(chosen)
    widths = {code: own.get(code, round(plain_width(code, wide=wide, panel=panel) * scale)) for code in chosen}
    widths.setdefault("stt", round(44 * scale))
    for code, needed in (words or {}).items():
        if code in widths and code not in own:
            widths[code] = max(widths[code], needed)
    rest = {code: width for code, width in widths.items() if code != "title"}
    least = round(TITLE_LEAST * scale)
    if panel:
        for code in _DROP_COMPACT if compact else _DROP_COSY:
            redundant = code == "timeliness" and "deadline_text" in rest
            wanted = least if code == "lead" else round(TITLE_EASY * scale)
            if redundant or room - sum(rest.values()) < wanted:
                rest.pop(code, None)
        return {"title": max(room - sum(rest.values()), _TITLE_FLOOR), **rest}
    if not wide and tuple(chosen) == DEFAULT:  # nobody chose them: what would cut the progress off gives way
        for code in ("coop", "deliverable"):
            if room - sum(rest.values()) < round(TITLE_SCROLLING * scale):
                rest.pop(code, None)
    left = room - sum(rest.values())
    own_title = own.get("title", round(TITLE_SCROLLING * scale))
    return {"title": left if left >= min(own_title, round(TITLE_SCROLLING * scale)) else own_title, **rest}
