"""Completeness of a task: the "6 rõ" of the steering documents, and what to look at before a list is sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from r57desk.domain.office import find_abolished, has_glued_bodies
from r57desk.domain.status import CANCELLED, DONE, timeliness_of
from r57desk.domain.task import Task
from r57desk.errors import Language

# code, Vietnamese, English, the fields that make it clear (any one of them)
CLARITIES: tuple[tuple[str, str, str, tuple[str, ...]], ...] = (
    ("viec", "rõ việc", "what", ("title",)),
    ("nguoi", "rõ người", "who", ("lead",)),
    ("trach_nhiem", "rõ trách nhiệm", "responsible leader", ("leader",)),
    ("thoi_gian", "rõ thời gian", "when", ()),  # a deadline that is read, or a recurrence
    ("san_pham", "rõ sản phẩm", "deliverable", ("deliverable",)),
    ("tham_quyen", "rõ thẩm quyền", "deciding authority", ("authority",)),
)
_NO_TIME = frozenset({"none", "unknown"})


def missing_clarities(task: Task) -> tuple[str, ...]:
    """The codes of what is not clear, in the order of CLARITIES; empty when all six are."""
    return tuple(code for code, _, _, fields in CLARITIES if not _is_clear(task, code, fields))


def _is_clear(task: Task, code: str, fields: tuple[str, ...]) -> bool:
    if code == "thoi_gian":
        return task.deadline.precision not in _NO_TIME
    return any(getattr(task, field) for field in fields)


def format_missing(codes: tuple[str, ...], language: Language = "vi") -> str:
    """The codes in words: "rõ người, rõ sản phẩm"."""
    chosen = 1 if language == "vi" else 2
    return ", ".join(str(row[chosen]) for row in CLARITIES if row[0] in codes)


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to look at: a code of REMARKS and the field it stands in."""

    code: str
    field: str


# code → (vi, en)
REMARKS: dict[str, tuple[str, str]] = {
    "full_not_done": ("Ghi 100% nhưng chưa hoàn thành", "100% but not done"),
    "done_not_full": ("Hoàn thành nhưng chưa ghi 100%", "Done but below 100%"),
    "done_without_date": ("Hoàn thành nhưng chưa có ngày", "Done without a date"),
    "done_without_evidence": ("Hoàn thành nhưng chưa có minh chứng", "Done without evidence"),
    "done_in_future": ("Ngày hoàn thành sau ngày tính", "Done date in the future"),
    "done_before_start": ("Hoàn thành trước khi bắt đầu", "Done before the start"),
    "dated_not_done": ("Có ngày hoàn thành nhưng tiến độ chưa hoàn thành", "A done date, but not done"),
    "overdue_without_reason": ("Quá hạn nhưng chưa nêu khó khăn, nguyên nhân", "Overdue without a reason"),
    "lead_missing": ("Chưa có cơ quan chủ trì", "No lead body"),
    "lead_glued": ("Hai cơ quan viết liền, thiếu dấu ngăn cách", "Two bodies without a separator"),
    "abolished_body": ("Cơ quan cấp huyện, không còn từ 01/07/2025", "A district-level body, gone since 1 July 2025"),
    "deadline_unread": ("Chưa đọc được thời hạn", "The deadline could not be read"),
    "deadline_doubt": ("Thời hạn thiếu năm hoặc năm hai chữ số", "The deadline has no year, or two digits of it"),
}


def find_remarks(task: Task, as_of: date) -> list[Remark]:
    """What a careful officer would ask about before sending this task on; empty for a cancelled one."""
    if task.progress == CANCELLED:
        return []
    found = dict(_progress_remarks(task, as_of) + _field_remarks(task))
    return [Remark(code, found[code]) for code in REMARKS if code in found]


def _progress_remarks(task: Task, as_of: date) -> list[tuple[str, str]]:
    done = task.progress == DONE
    start = task.deadline.start
    checks = (
        ("full_not_done", "percent", not done and task.percent == 100),
        ("done_not_full", "percent", done and task.percent is not None and task.percent < 100),
        ("done_without_date", "done_date", done and task.done_date is None),
        ("done_without_evidence", "evidence", done and not task.evidence),
        ("done_in_future", "done_date", task.done_date is not None and task.done_date > as_of),
        ("done_before_start", "done_date", _before(task.done_date, start)),
        ("dated_not_done", "done_date", not done and task.done_date is not None),
        (
            "overdue_without_reason",
            "obstacles",
            not done and not task.obstacles and timeliness_of(task, as_of) == "qua_han",
        ),
    )
    return [(code, field) for code, field, holds in checks if holds]


def _before(first: date | None, second: date | None) -> bool:
    return first is not None and second is not None and first < second


def _field_remarks(task: Task) -> list[tuple[str, str]]:
    checks = (
        ("lead_missing", "lead", not task.lead),
        ("lead_glued", "lead", has_glued_bodies(task.lead)),
        ("abolished_body", "lead", bool(find_abolished(task.lead) or find_abolished(task.coop))),
        ("deadline_unread", "deadline_text", task.deadline.precision == "unknown"),
        ("deadline_doubt", "deadline_text", bool(task.deadline.doubts)),
    )
    return [(code, field) for code, field, holds in checks if holds]
