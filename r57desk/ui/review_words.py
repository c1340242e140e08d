"""What the review says: fields and values, who wrote a value and where, how a difference was decided."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from r57desk.errors import Language
from r57desk.ui.history_list import shown_time
from r57desk.ui.import_words import field_name, value_words
from r57desk.ui.short_offices import short_office

if TYPE_CHECKING:
    from r57desk.services.deciding import Asked, Difference, Side

EXISTS = "#exists"
_GONE = (None, "", "0")
_CELL = re.compile(r"[A-Z]{1,3}\d+$")


def task_number(stt: str) -> str:
    """“Nhiệm vụ 57”; without a number only “Nhiệm vụ”."""
    return QCoreApplication.translate("review", "Nhiệm vụ {stt}").format(stt=stt).strip()


def field_words(field: str, language: Language) -> str:
    """A field's label; for the row itself, whether it stays."""
    if field == EXISTS:
        return QCoreApplication.translate("review", "Giữ hay xoá nhiệm vụ")
    return field_name(field, language)


def shown_words(field: str, value: str | None, language: Language) -> str:
    """A value as a person reads it; “(trống)” for none."""
    if field == EXISTS:
        gone = value in _GONE
        return QCoreApplication.translate("review", "Xoá") if gone else QCoreApplication.translate("review", "Giữ")
    return value_words(field, value, language) or QCoreApplication.translate("review", "(trống)")


def owner_name(side: Side) -> str:
    """“Cơ quan mình”, or the office's whole name."""
    return QCoreApplication.translate("review", "Cơ quan mình") if side.ours else side.office_name


def keep_words(side: Side) -> str:
    """The button that takes a side, named by its owner."""
    if side.ours:
        return QCoreApplication.translate("review", "Giữ của cơ quan mình")
    return QCoreApplication.translate("review", "Nhận của {office}").format(office=short_office(side.office_name))


def kept_words(side: Side) -> str:
    """What was decided, in one line."""
    if side.ours:
        return QCoreApplication.translate("review", "Đã giữ của cơ quan mình")
    return QCoreApplication.translate("review", "Đã nhận của {office}").format(office=short_office(side.office_name))


def decision_words(difference: Difference) -> str:
    """How a decided difference was decided."""
    shown = next((side for side in difference.sides if side.shown), None)
    return kept_words(shown) if shown else QCoreApplication.translate("review", "Đã ghi giá trị khác")


def where_lines(author: str, office: str, at: str, source: str, *, ours: bool) -> list[str]:
    """Two lines under a value: who or which cell and file, and when."""
    when = shown_time(at)
    day, _, hour = when.partition(" ")
    who = ", ".join(part for part in (author, office) if part)
    if source:
        file, _, cell = source.rpartition(" · ")
        named = cell[:1].upper() + cell[1:]  # a packet, when no cell of the file held the value
        place = QCoreApplication.translate("review", "Ô {cell}, tệp {file}").format(cell=cell, file=file)
        first = place if _CELL.search(cell) else f"{named} · {file}" if file else named
        second = QCoreApplication.translate("review", "Nhận lúc {hour} ngày {day}")
        first = f"{who}. {first}" if ours else first
    else:
        first, second = who, QCoreApplication.translate("review", "Sửa lúc {hour} ngày {day}")
    return [first, second.format(hour=hour, day=day)] if hour else [first]


def side_lines(side: Side) -> list[str]:
    """Where a value in difference comes from."""
    return where_lines(side.author, side.office_name, side.at, side.source, ours=side.ours)


def asked_lines(asked: Asked) -> list[str]:
    """Who asks, in which file and cell, and when."""
    first, *rest = where_lines(asked.author, asked.office_name, asked.at, asked.source, ours=True)
    return [" · ".join((first, *rest))]


def is_extension(asked: Asked) -> bool:
    """Whether another deadline is asked for."""
    return asked.field == "deadline_text"


def asked_title(asked: Asked, language: Language) -> str:
    """The tag of a request: “Đề nghị gia hạn”, “Đề nghị sửa Tên nhiệm vụ”, “Đề nghị xoá”."""
    if is_extension(asked):
        return QCoreApplication.translate("review", "Đề nghị gia hạn")
    if asked.field == EXISTS:
        return QCoreApplication.translate("review", "Đề nghị xoá")
    words = QCoreApplication.translate("review", "Đề nghị sửa {field}")
    return words.format(field=field_name(asked.field, language))


def asked_short(asked: Asked, language: Language) -> str:
    """What is asked for, in one short line: “Gia hạn đến tháng 9/2025”."""
    value = " ".join(shown_words(asked.field, asked.value, language).split())
    if is_extension(asked):
        value = value[:1].lower() + value[1:] if language == "vi" else value
        return QCoreApplication.translate("review", "Gia hạn đến {value}").format(value=value)
    if asked.field == EXISTS:
        return QCoreApplication.translate("review", "Xoá nhiệm vụ")
    return f"{field_name(asked.field, language)}: {value}"


def outcome_words(asked: Asked) -> tuple[str, str, str]:
    """The state of a request: word, icon and colour token."""
    return {
        "waiting": (QCoreApplication.translate("review", "Chờ trả lời"), "clock", "text2"),
        "accepted": (QCoreApplication.translate("review", "Đã chấp thuận"), "check", "good"),
        "refused": (QCoreApplication.translate("review", "Không chấp thuận"), "x", "dlate"),
    }[asked.outcome]
