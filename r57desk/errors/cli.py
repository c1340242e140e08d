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
    "options_exclude": (
        "{first} và {second} không dùng cùng lúc. Sổ không thay đổi. Chọn một trong hai.",
        "{first} and {second} do not go together. The register is unchanged. Choose one of them.",
    ),
    "option_missing": (
        "Chưa rõ phải làm gì. Sổ không thay đổi. Thêm {options}.",
        "It is not clear what to do. The register is unchanged. Add {options}.",
    ),
    "side_missing": (
        "Chỗ khác nhau này không có giá trị của {side}. Sổ không thay đổi. Chọn bên khác bằng --keep, "
        "hoặc ghi giá trị bằng --value.",
        "There is no value of {side} here. The register is unchanged. Choose another side with --keep, "
        "or write a value with --value.",
    ),
    "side_ambiguous": (
        "“{side}” có nhiều giá trị: {values}. Sổ không thay đổi. Ghi giá trị cần giữ bằng --value, "
        "hoặc mã cơ quan sau --keep ({offices}).",
        "“{side}” has several values: {values}. The register is unchanged. Write the one to keep with --value, "
        "or name an office with --keep ({offices}).",
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
