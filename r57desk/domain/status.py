"""Status on two axes: the progress a person enters, and the timeliness computed from it, always as of a date.

Timeliness is never typed. A word of timeliness in a progress cell ("Quá hạn") is reported as a doubt, not stored.
"""

from __future__ import annotations

from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple, Protocol

from r57desk.domain.deadline import Deadline, period_start
from r57desk.domain.text import compact
from r57desk.errors import Language

DEFAULT_PROGRESS = "chua_thuc_hien"
DONE = "hoan_thanh"
CANCELLED = "huy"
WARN_DAYS = 7

# code, Vietnamese, English; in the order of the board's columns
PROGRESS: tuple[tuple[str, str, str], ...] = (
    ("chua_thuc_hien", "Chưa thực hiện", "Not started"),
    ("dang_thuc_hien", "Đang thực hiện", "In progress"),
    ("trinh_duyet", "Trình duyệt", "Awaiting approval"),
    ("hoan_thanh", "Hoàn thành", "Done"),
    ("tam_dung", "Tạm dừng", "Paused"),
    ("huy", "Huỷ", "Cancelled"),
)
PROGRESS_CODES: tuple[str, ...] = tuple(code for code, _, _ in PROGRESS)

TIMELINESS: tuple[tuple[str, str, str], ...] = (
    ("qua_han", "Quá hạn", "Overdue"),
    ("sap_den_han", "Sắp đến hạn", "Due soon"),
    ("trong_han", "Trong hạn", "In time"),
    ("truoc_han", "Trước hạn", "Early"),
    ("dung_han", "Đúng hạn", "On time"),
    ("chua_ro_ngay", "Chưa rõ ngày", "Date unknown"),
    ("khong_han", "Không hạn", "No deadline"),
)
TIMELINESS_CODES: tuple[str, ...] = tuple(code for code, _, _ in TIMELINESS)

_LABELS = {code: (vi, en) for code, vi, en in (*PROGRESS, *TIMELINESS)}


def label(code: str, language: Language = "vi") -> str:
    """The word for a progress or timeliness code; KeyError for anything else."""
    vietnamese, english = _LABELS[code]
    return vietnamese if language == "vi" else english


progress_label = label  # reads better where only progress is meant


# -- reading progress as offices type it ---------------------------------------------------------

_SPELLINGS: dict[str, tuple[str, ...]] = {
    "chua_thuc_hien": (
        "chưa thực hiện", "chưa triển khai", "chưa TH", "chưa bắt đầu", "chưa làm", "chưa tiến hành", "CTH",
        "chưa có kết quả", "chưa phát sinh", "chưa triển khai thực hiện", "chưa tổ chức thực hiện", "not started",
    ),
    "dang_thuc_hien": (
        "đang thực hiện", "đang triển khai", "đang TH", "đang làm", "đang tiến hành", "đang triển khai thực hiện",
        "đang tổ chức thực hiện", "đang hoàn thiện", "đang xây dựng", "đang soạn thảo", "đang dự thảo", "đang xử lý",
        "đang thực hiện theo kế hoạch", "ĐTH",
        "đang lấy ý kiến", "đang tham mưu", "tiếp tục thực hiện", "đang rà soát", "in progress",
    ),
    "trinh_duyet": (
        "trình duyệt", "đang trình duyệt", "đang trình ký", "đang trình", "đã trình", "trình ký", "chờ duyệt",
        "chờ phê duyệt", "chờ ký", "đã trình ký", "đã trình duyệt", "đang chờ phê duyệt", "đang chờ duyệt",
        "đang thẩm định", "chờ ban hành", "đang trình phê duyệt", "đang trình ban hành", "đang chờ ký",
        "đã trình phê duyệt", "đã trình chưa ban hành", "awaiting approval",
    ),
    "hoan_thanh": (
        "hoàn thành", "đã hoàn thành", "HT", "xong", "đã xong", "hoàn tất", "đã hoàn tất", "đã thực hiện",
        "đã thực hiện xong", "hoàn thành 100%", "100%", "đã HT", "đã ban hành", "kết thúc", "đã làm", "đã làm xong",
        "đã kết thúc", "hoàn thành nhiệm vụ", "đã hoàn thành 100%", "hoàn thành 100", "done", "completed",
    ),
    "tam_dung": (
        "tạm dừng", "tạm ngừng", "tạm hoãn", "dừng", "hoãn", "đang tạm dừng", "đã tạm dừng", "dừng thực hiện",
        "tạm dừng thực hiện", "paused",
    ),
    "huy": ("hủy", "huỷ", "hủy bỏ", "đã hủy", "không thực hiện", "bãi bỏ", "dừng hẳn", "không triển khai", "bỏ",
            "cancelled", "canceled"),
}  # fmt: skip

# What a person says about time, and the progress it implies with certainty, if any.
_TIME_WORDS: dict[str, tuple[str, ...]] = {
    "": (
        "quá hạn", "trễ hạn", "chậm tiến độ", "chậm", "trễ", "đã quá hạn", "quá thời hạn", "chậm hạn", "trễ tiến độ",
        "đang trễ hạn", "bị chậm", "trong hạn", "còn hạn", "đúng hạn", "đúng tiến độ", "sắp đến hạn", "sắp quá hạn",
        "trước hạn", "không hạn", "không có thời hạn", "đảm bảo tiến độ", "bảo đảm tiến độ", "overdue", "late",
    ),
    "hoan_thanh": (
        "hoàn thành đúng hạn", "hoàn thành trước hạn", "hoàn thành quá hạn", "hoàn thành trễ hạn", "hoàn thành chậm",
        "đã hoàn thành đúng hạn", "đã hoàn thành quá hạn", "hoàn thành đúng tiến độ", "hoàn thành trước thời hạn",
        "hoàn thành chậm tiến độ", "đã hoàn thành trước hạn", "đã hoàn thành trễ hạn",
    ),
    "dang_thuc_hien": (
        "chưa hoàn thành quá hạn", "chưa hoàn thành trong hạn", "đang thực hiện trong hạn", "đang thực hiện quá hạn",
        "đang thực hiện trễ hạn", "đang thực hiện chậm tiến độ", "đang thực hiện đúng tiến độ", "đang triển khai trong hạn", "chưa hoàn thành đúng hạn",
        "chưa hoàn thành trễ hạn",
    ),
    "chua_thuc_hien": ("chưa thực hiện quá hạn", "chưa thực hiện trong hạn", "chưa triển khai quá hạn"),
}  # fmt: skip

# Words that say less than a progress: the nearest one is taken, and said.
_NEAREST: dict[str, tuple[str, ...]] = {
    "dang_thuc_hien": ("chưa hoàn thành", "chưa xong", "đã triển khai", "cơ bản hoàn thành", "gần hoàn thành",
                       "hoàn thành một phần", "hoàn thành cơ bản", "thường xuyên", "thực hiện thường xuyên"),
    "hoan_thanh": ("đạt", "ok"),
}  # fmt: skip

TIMELINESS_TYPED = "timeliness_typed"
ASSUMED = "assumed"


@cache
def _by_spelling() -> dict[str, tuple[str | None, str]]:
    """Every spelling as `compact` makes it; folded when a word is first read, not at every start."""
    return (
        {compact(code): (code, "") for code in PROGRESS_CODES}
        | {compact(text): (code, "") for code, texts in _SPELLINGS.items() for text in texts}
        | {compact(text): (code, ASSUMED) for code, texts in _NEAREST.items() for text in texts}
        | {compact(text): (code or None, TIMELINESS_TYPED) for code, texts in _TIME_WORDS.items() for text in texts}
    )


class ParsedProgress(NamedTuple):
    """A progress code, or None when the text names none.

    `doubt` is `timeliness_typed` for a word of timeliness (the progress then stays as it was, or as `code` says),
    `assumed` where the nearest progress was taken, `unknown` for text that is none of these, "" otherwise.
    """

    code: str | None
    doubt: str = ""


@lru_cache(maxsize=4096)
def parse_progress(text: str) -> ParsedProgress:
    """Progress as offices spell it: marks, capitals, spacing and invisible characters do not matter. "" is no code."""
    key = compact(text)
    if not key:
        return ParsedProgress(None)
    code, doubt = _by_spelling().get(key, (None, "unknown"))
    return ParsedProgress(code, doubt)


# -- timeliness ----------------------------------------------------------------------------------


def timeliness(
    progress: str, done_date: date | None, deadline: Deadline, as_of: date, warn_days: int = WARN_DAYS
) -> str:
    """The timeliness code. A task done late and an open task past its date are both `qua_han`.

    A cancelled task is bound by no deadline any more (`khong_han`) and leaves every total. Expected dates
    (`du_kien`) and starts (`bat_dau`) are no deadlines either: see `Deadline.binding_due`.
    """
    due = deadline.binding_due
    if due is None or progress == CANCELLED:
        return "khong_han"
    if progress == DONE:
        return _done_timeliness(done_date, due, deadline)
    days = (due - as_of).days
    if days < 0:
        return "qua_han"
    return "sap_den_han" if days <= warn_days else "trong_han"


def _done_timeliness(done_date: date | None, due: date, deadline: Deadline) -> str:
    if done_date is None:
        return "chua_ro_ngay"
    if done_date > due:
        return "qua_han"
    start = period_start(deadline)
    return "truoc_han" if start is not None and done_date < start else "dung_han"


def days_left(deadline: Deadline, as_of: date) -> int | None:
    """Days from `as_of` to the last day of the deadline: 0 on it, negative after it, None without one."""
    return None if deadline.binding_due is None else (deadline.binding_due - as_of).days


def days_late(progress: str, done_date: date | None, deadline: Deadline, as_of: date) -> int:
    """How many days late: of a done task by its done date, of an open one by `as_of`; 0 when not late."""
    if deadline.binding_due is None or progress == CANCELLED:
        return 0
    last = done_date if progress == DONE else as_of
    return max((last - deadline.binding_due).days, 0) if last is not None else 0


class Dated(Protocol):
    """What the counting word of a task is made of; `Task` is one."""

    @property
    def progress(self) -> str: ...
    @property
    def done_date(self) -> date | None: ...
    @property
    def deadline(self) -> Deadline: ...


def timeliness_of(task: Dated, as_of: date, warn_days: int = WARN_DAYS) -> str:
    """The timeliness code of a task."""
    return timeliness(task.progress, task.done_date, task.deadline, as_of, warn_days)


_WORDS_WITHOUT_DATE: dict[str, tuple[str, str]] = {
    "standing": ("Thường xuyên", "Standing"),
    "recurring": ("Định kỳ", "Recurring"),
    "none": ("Chưa chốt hạn", "Deadline not fixed"),
    "event": ("Chưa chốt hạn", "Deadline not fixed"),
    "unknown": ("Chưa chốt hạn", "Deadline not fixed"),
}


def timeliness_word(task: Dated, as_of: date, language: Language = "vi", warn_days: int = WARN_DAYS) -> str:
    """The word beside a deadline: "Quá hạn 86 ngày", "Còn 6 ngày", "Chậm 18 ngày", "Đúng hạn", "Định kỳ"… ("" if cancelled)."""
    if task.progress == CANCELLED:
        return ""
    code = timeliness_of(task, as_of, warn_days)
    if code == "khong_han":
        words = _WORDS_WITHOUT_DATE.get(task.deadline.precision, _LABELS[code])
        return words[0] if language == "vi" else words[1]
    if code == "qua_han":
        days = days_late(task.progress, task.done_date, task.deadline, as_of)
        return _late_word(days, task.progress == DONE, language)
    if code == "sap_den_han":
        return _left_word(days_left(task.deadline, as_of) or 0, language)
    return label(code, language)


def _late_word(days: int, done: bool, language: Language) -> str:
    if language == "vi":
        return f"Chậm {days} ngày" if done else f"Quá hạn {days} ngày"
    unit = "day" if days == 1 else "days"
    return f"Done {days} {unit} late" if done else f"{days} {unit} overdue"


def _left_word(days: int, language: Language) -> str:
    if days == 0:
        return "Hạn hôm nay" if language == "vi" else "Due today"
    if language == "vi":
        return f"Còn {days} ngày"
    return f"Due in {days} day" if days == 1 else f"Due in {days} days"
