"""Options and verbs of the command line."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "option_not_a_date": (
        "{option} ghi “{value}”, không phải ngày dạng 2025-09-24. Sổ không thay đổi.",
        "{option} holds “{value}”, not a date like 2025-09-24. The register is unchanged.",
    ),
    "option_needs_equals": (
        "“{value}” thiếu dấu bằng. Sổ không thay đổi. Viết theo dạng {option}.",
        "“{value}” has no equals sign. The register is unchanged. Write it as {option}.",
    ),
    "option_twice": (
        "“{value}” được ghi hai lần. Sổ không thay đổi. Mỗi mục chỉ ghi một lần theo dạng {option}.",
        "“{value}” is given twice. The register is unchanged. Give each once, as {option}.",
    ),
    "nothing_to_undo": (
        "Không có thay đổi nào để hoàn tác. Sổ không thay đổi.",
        "There is no change to undo. The register is unchanged.",
    ),
    "nothing_to_redo": (
        "Không có thay đổi nào để làm lại. Sổ không thay đổi.",
        "There is no change to redo. The register is unchanged.",
    ),
}
