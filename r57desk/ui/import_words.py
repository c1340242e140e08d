"""The words of the import preview: what each state is called, what will happen to it, and its look."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject

from r57desk.domain.deadline import parse_deadline
from r57desk.domain.fields import BY_CODE
from r57desk.errors import Language
from r57desk.ui.shown_values import counted, grouped, in_words, shown_canonical


@dataclass(frozen=True, slots=True)
class Look:
    """Icon and colour token of a state."""

    icon: str
    ink: str


LOOKS: dict[str, Look] = {
    "new": Look("plus", "good"),
    "changed": Look("arrow-right", "text2"),
    "unchanged": Look("check", "text2"),
    "review": Look("list-checks", "soon"),
    "request": Look("message-square-reply", "ask"),
    "conflict": Look("scale", "pick"),
    "quarantined": Look("triangle-alert", "soon"),
    "note": Look("info", "text2"),
    "missing": Look("file-x", "text2"),
}
SIDE_ORDER = ("new", "changed", "unchanged", "review", "request", "conflict", "quarantined", "note", "missing")
_OF_ROWS = ("new", "unchanged", "missing")
# A narrow column takes these instead of the full label: field, Vietnamese, English.
_SHORT_NAMES: dict[str, tuple[str, str]] = {
    "lead": ("Chủ trì", "Lead"),
    "coop": ("Phối hợp", "Cooperating"),
    "source_doc": ("Văn bản", "Document"),
    "category": ("Nhóm", "Category"),
    "group_no": ("Số nhóm", "Group no."),
    "percent": ("Phần trăm", "Percent"),
    "result_now": ("Kết quả", "Result"),
    "obstacles": ("Vướng mắc", "Obstacles"),
    "proposals": ("Kiến nghị", "Proposals"),
    "done_date": ("Ngày xong", "Done date"),
    "leader": ("Lãnh đạo", "Leader"),
    "authority": ("Thẩm quyền", "Authority"),
}


class _Units(QObject):
    """Units after a figure; only `tr` of an object knows plural forms."""

    def rows(self, count: int) -> str:
        return self.tr("dòng", "", count)

    def cells(self, count: int) -> str:
        return self.tr("ô", "", count)

    def cells_of_tasks(self, cells: int, tasks: int) -> str:
        of_cells, of_tasks = self.tr("%n ô của", "", cells), self.tr("%n nhiệm vụ", "", tasks)
        return f"{counted(of_cells, cells)} {counted(of_tasks, tasks)}"


def state_name(state: str) -> str:
    """What a state is called."""
    return {
        "new": QCoreApplication.translate("import", "Mới"),
        "changed": QCoreApplication.translate("import", "Thay đổi"),
        "unchanged": QCoreApplication.translate("import", "Không đổi"),
        "review": QCoreApplication.translate("import", "Xem từng mục"),
        "request": QCoreApplication.translate("import", "Đề nghị"),
        "conflict": QCoreApplication.translate("import", "Khác nhau"),
        "quarantined": QCoreApplication.translate("import", "Cần xem lại"),
        "note": QCoreApplication.translate("import", "Lưu ý"),
        "missing": QCoreApplication.translate("import", "Không có trong tệp"),
    }[state]


def state_count(state: str, count: int) -> tuple[str, str]:
    """The figure and its unit: rows or cells."""
    unit = _Units().rows(count) if state in _OF_ROWS else _Units().cells(count)
    return grouped(count), unit


def state_sentence(state: str, count: int, tasks: int) -> str:
    """What will happen to the lines of a state, said beside its heading."""
    if state == "changed":
        return _Units().cells_of_tasks(count, tasks)
    return {
        "new": QCoreApplication.translate("import", "chưa có trong sổ: thêm thành nhiệm vụ mới"),
        "unchanged": QCoreApplication.translate("import", "giống trong sổ: không ghi gì"),
        "review": QCoreApplication.translate(
            "import", "không rõ người ghi đã thấy giá trị nào: chỉ ghi mục được chọn"
        ),
        "request": QCoreApplication.translate(
            "import", "ô do cấp trên giữ: không ghi đè, chuyển thành đề nghị chờ trả lời"
        ),
        "conflict": QCoreApplication.translate("import", "hai bên cùng sửa một ô: giữ cả hai giá trị để chọn sau"),
        "quarantined": QCoreApplication.translate("import", "chưa ghi những ô này; các ô khác trong dòng vẫn ghi"),
        "note": QCoreApplication.translate("import", "đã đọc được, nên xem lại; không cản việc ghi"),
        "missing": QCoreApplication.translate("import", "vẫn giữ trong sổ, không xoá"),
    }[state]


def field_name(code: str, language: Language) -> str:
    """A field's full label."""
    field = BY_CODE.get(code)
    return code if field is None else field.label_vi if language == "vi" else field.label_en


def short_field_name(code: str, language: Language) -> str:
    """A field as a narrow column names it."""
    short = _SHORT_NAMES.get(code)
    return short[0 if language == "vi" else 1] if short else field_name(code, language)


def value_words(code: str, value: str | None, language: Language) -> str:
    """A canonical value as a person reads it; a deadline by its reading, empty for none."""
    if code == "deadline_text" and value:
        return in_words(parse_deadline(value), language) or value
    return shown_canonical(code, value, language)
