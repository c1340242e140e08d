"""Words printed on sheets, Vietnamese and English. Official headings are not here: they are never translated."""

from __future__ import annotations

from r57desk.errors import Language

LABELS: dict[str, tuple[str, str]] = {
    "task_list": ("DANH MỤC NHIỆM VỤ", "TASK LIST"),
    "task_sheet": ("PHIẾU TỔNG HỢP NHIỆM VỤ", "TASK SUMMARY SHEET"),
    "as_of": ("Tính đến ngày {date}", "As of {date}"),
    "shown": ("{shown} trên {total} nhiệm vụ", "{shown} of {total} tasks"),
    "count": ("{shown} nhiệm vụ", "{shown} tasks"),
    "empty": (
        "Không có nhiệm vụ nào đúng điều kiện lọc.",
        "No task meets the filter.",
    ),
    "ungrouped": ("Không thuộc nhóm nào", "In no category"),
    "continued": ("(tiếp)", "(continued)"),
    "footer": (
        "Bản số liệu {revision} · mã đối chiếu {check_code}",
        "Data revision {revision} · check code {check_code}",
    ),
    "page": ("Trang {page}/{pages}", "Page {page}/{pages}"),
    "timeliness": ("So với hạn", "Against the deadline"),
    "issues": ("Vướng mắc, kiến nghị", "Obstacles, proposals"),
    "obstacles_short": ("Vướng mắc: {text}", "Obstacles: {text}"),
    "proposals_short": ("Kiến nghị: {text}", "Proposals: {text}"),
    # -- counts ----------------------------------------------------------------------------------
    "counts_total": ("Tổng số {count} nhiệm vụ", "{count} tasks in all"),
    "counts_done_on_time": ("hoàn thành đúng hạn {count}", "done on time {count}"),
    "counts_done_late": ("hoàn thành quá hạn {count}", "done late {count}"),
    "counts_done_date_unknown": ("hoàn thành, chưa rõ ngày {count}", "done, date unknown {count}"),
    "counts_open_in_time": ("chưa hoàn thành, trong hạn {count}", "not done, in time {count}"),
    "counts_open_overdue": ("chưa hoàn thành, quá hạn {count}", "not done, overdue {count}"),
    "counts_no_deadline": ("không có thời hạn {count}", "no deadline {count}"),
    "counts_cancelled": ("ngoài ra đã huỷ {count}", "besides, cancelled {count}"),
    # -- task sheet ------------------------------------------------------------------------------
    "number": ("Nhiệm vụ số {number}", "Task no. {number}"),
    "of_document": ("({document})", "({document})"),
    "part_assigned": ("I. NHIỆM VỤ ĐƯỢC GIAO", "I. THE TASK ASSIGNED"),
    "part_progress": ("II. TÌNH HÌNH THỰC HIỆN", "II. PROGRESS"),
    "part_clarity": ("III. KIỂM TRA 6 RÕ", "III. THE SIX CLARITIES"),
    "part_history": ("IV. LỊCH SỬ CẬP NHẬT", "IV. HISTORY"),
    "deadline_written": ("Thời hạn (nguyên văn)", "Deadline as written"),
    "deadline_read": ("Thời hạn quy đổi", "Deadline as read"),
    "due_on": ("{reading}, hạn cuối {date}", "{reading}, due {date}"),
    "missing": ("Còn thiếu: {list}.", "Missing: {list}."),
    "complete": ("Đủ 6 rõ.", "All six are clear."),
    "history_when": ("Thời điểm", "When"),
    "history_who": ("Người ghi", "By"),
    "history_field": ("Nội dung", "Field"),
    "history_old": ("Trước", "Before"),
    "history_new": ("Sau", "After"),
    "doubt_two_digit_year": ("năm ghi hai chữ số", "two-digit year"),
    "doubt_year_assumed": ("năm lấy theo văn bản", "year taken from the document"),
    "check_reading": ("cần kiểm tra: {list}", "to check: {list}"),
}


def label(name: str, language: Language, **details: object) -> str:
    """The words for `name`; KeyError for an unknown name (a bug)."""
    vietnamese, english = LABELS[name]
    return (vietnamese if language == "vi" else english).format(**details)
