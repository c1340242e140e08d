"""Why a cell or a row was set aside or needs a look, in words; what to do about it stands in `remedies`."""

from __future__ import annotations

from r57desk.domain.values import DOUBTS, PROBLEMS
from r57desk.errors import Language

# The field types' own reasons are in domain.values. To add one: a line here, a line in `remedies`.
REASONS: dict[str, tuple[str, str]] = {
    "row_without_title": (
        "dòng có số liệu nhưng không có tên nhiệm vụ",
        "the row holds values but names no task",
    ),
    "cell_too_long": ("ô dài hơn 32.767 ký tự", "the cell is longer than 32,767 characters"),
    "not_a_date_value": ("ô chứa giờ, không phải ngày", "the cell holds a time, not a date"),
    "glued_bodies": (
        "ô có vẻ ghi nhiều cơ quan liền nhau, không có dấu ngăn cách; giữ nguyên cả ô",
        "several bodies seem to stand side by side without a separator; kept whole",
    ),
    "abolished_body": (
        "có tên cơ quan cấp huyện, đã bỏ từ 01/07/2025",
        "names a district body, gone since 01/07/2025",
    ),
    "deadline_unknown": ("chưa hiểu thời hạn này; giữ nguyên chữ", "the deadline is not understood; kept as written"),
    "first_of_month": (
        "ngày 01: có thể Excel đã đổi tháng thành ngày; tệp không cho biết định dạng",
        "the 1st of a month: Excel may have made a day of a month; the file does not say",
    ),
    "formulas": (
        "cột có công thức; lấy kết quả lưu lần cuối",
        "the column holds formulas; their last results were read",
    ),
    "joined_row": ("dòng này được nối vào nhiệm vụ ở dòng trên", "the row was joined to the task above"),
    "row_without_number": ("nhiệm vụ không có số thứ tự", "the task has no number"),
    "id_damaged": (
        "mã dòng bị sửa; nhận dạng theo số thứ tự và tên",
        "the row id was changed; matched by number and title",
    ),
    "id_repeated": (
        "mã dòng đã có ở một dòng khác; một trong hai là dòng chép",
        "another row has the same row id; one of the two is a copy",
    ),
    "row_shifted": (
        "mã dòng thuộc một nhiệm vụ khác với tên ghi ở dòng này; có thể bảng chỉ được sắp xếp một phần",
        "the row id belongs to another task than the one named here; perhaps only part of the table was sorted",
    ),
    "row_renamed": (
        "tên nhiệm vụ khác bản đã gửi; nhận dạng theo mã dòng",
        "the task's name differs from what was sent; matched by the row id",
    ),
    "row_copied": (
        "dòng chép từ một dòng khác của bảng; coi là nhiệm vụ mới",
        "the row was copied from another one; taken for a new task",
    ),
    "delete_unread": (
        "cột Xoá? chỉ nhận dấu x",
        "the column for deletions takes an x only",
    ),
    "secret_mark": (
        "có dấu chỉ độ mật; phần mềm không được dùng cho tài liệu mật",
        "bears a mark of secrecy; this register must not hold state secrets",
    ),
    "mark_damaged": (
        "thông tin kèm theo của tệp do r57desk xuất đã bị sửa hoặc mất một phần",
        "the data r57desk left in its own file was changed, or part of it is gone",
    ),
    "other_table": (
        "trang tính này cũng có bảng nhiệm vụ nhưng không được đọc; chỉ đọc bảng trong trang đã gửi",
        "this sheet holds a table of tasks too and was not read; only that of the sheet as sent was",
    ),
    "mark_disagrees": (
        "mã gói ghi ở các chỗ trong tệp không giống nhau; lấy mã ghi ở trang ẩn nếu còn",
        "the packet codes in this file differ; that of the hidden sheet counts, where it is left",
    ),
}


def reason_text(code: str, language: Language = "vi") -> str:
    """The words for a reason; KeyError for a code nobody wrote words for."""
    vietnamese, english = REASONS.get(code) or PROBLEMS.get(code) or DOUBTS[code]
    return vietnamese if language == "vi" else english
