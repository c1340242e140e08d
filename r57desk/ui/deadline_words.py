"""What is said under a deadline while it is typed: how it is read, and what a person should check."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from r57desk.domain.deadline import Deadline, format_day, format_reading
from r57desk.domain.values import DOUBTS, PROBLEMS
from r57desk.errors import Language

translate = QCoreApplication.translate


def reading_words(deadline: Deadline, language: Language) -> str:
    """“Hiểu là Tháng 6/2025, hết ngày 30/06/2025”, with the doubts; what happens to a text that is not understood."""
    if deadline.precision == "none":
        return translate("deadline_words", "Để trống: chưa chốt hạn")
    if deadline.precision == "unknown":
        return translate("deadline_words", "Không hiểu thành thời hạn: giữ nguyên chữ đã ghi, xếp vào chưa chốt hạn")
    if deadline.precision == "event":
        return translate("deadline_words", "Chờ sự kiện: chưa thành ngày cụ thể")
    words = translate("deadline_words", "Hiểu là {reading}").format(reading=format_reading(deadline, language))
    if deadline.due is not None and deadline.precision != "day":
        words += translate("deadline_words", ", hết ngày {day}").format(day=format_day(deadline.due))
    place = 1 if language == "en" else 0
    doubts = [DOUBTS[doubt][place] for doubt in deadline.doubts if doubt in DOUBTS]
    return "; ".join([words, *doubts])


def problem_sentence(problem: str, language: Language) -> str:
    """Why a typed value is not kept, and that nothing changed."""
    words = PROBLEMS[problem][1 if language == "en" else 0]
    return f"{words[:1].upper()}{words[1:]}. " + translate("deadline_words", "Ô chưa thay đổi.")
