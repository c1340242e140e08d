"""What a user asked for and the register does not do."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "today_not_a_date": (
        "R57DESK_TODAY ghi “{value}”, không phải ngày dạng 2025-09-24. Sổ không thay đổi. Sửa hoặc bỏ biến này.",
        "R57DESK_TODAY holds “{value}”, not a date like 2025-09-24. The register is unchanged. Correct or unset it.",
    ),
    "field_unknown": (
        "Không có mục nào tên “{field}”. Sổ không thay đổi. Các mục: {fields}.",
        "There is no field “{field}”. The register is unchanged. The fields: {fields}.",
    ),
    "title_required": (
        "Nhiệm vụ phải có tên. Sổ không thay đổi.",
        "A task needs a title. The register is unchanged.",
    ),
    "value_unread": (
        "Không ghi được “{value}” vào mục {field}: {reason}. Sổ không thay đổi.",
        "“{value}” cannot be written to {field}: {reason}. The register is unchanged.",
    ),
    "nothing_to_print": (
        "Không có nhiệm vụ nào khớp điều kiện lọc, nên không có gì để in. Chưa ghi tệp nào.",
        "No task matches the filter, so there is nothing to print. No file was written.",
    ),
    "plan_outdated": (
        "Sổ đã thay đổi sau khi xem trước tệp “{file}”. Chưa ghi gì vào sổ. Xem trước lại rồi ghi.",
        "The register changed after “{file}” was previewed. Nothing was written. Preview it again, then write.",
    ),
    "file_changed": (
        "Tệp “{file}” đã thay đổi sau khi xem trước. Chưa ghi gì vào sổ. Xem trước lại rồi ghi.",
        "The file “{file}” changed after it was previewed. Nothing was written. Preview it again, then write.",
    ),
    "output_is_folder": (
        "Không ghi ra “{file}”: đó là một thư mục. Chưa tạo tệp nào. Thêm tên tệp, ví dụ {example}.",
        "“{file}” is not written: it is a folder. No file was made. Add a file name, such as {example}.",
    ),
    "output_is_register": (
        "Không ghi ra “{file}”: đó là tệp sổ, tệp kèm sổ hoặc bản sao lưu. Tệp giữ nguyên. Chọn tên khác.",
        "“{file}” is not written: it is a register, or belongs to one. It is unchanged. Choose another name.",
    ),
    "office_ambiguous": (
        "Danh mục có {count} cơ quan tên “{text}”. Sổ không thay đổi. Ghi mã thay cho tên: {codes}.",
        "The list has {count} offices named “{text}”. The register is unchanged. Give the code instead: {codes}.",
    ),
    "office_unknown": (
        "Danh mục không có cơ quan mã {code}. Chưa lập sổ. Thêm --name và tên cơ quan.",
        "The list has no office with code {code}. No register was made. Add --name with the office's name.",
    ),
    "register_exists": (
        "Sổ “{file}” đã có trong thư mục {folder}. Sổ này không thay đổi. Chọn tên khác bằng --db.",
        "The register “{file}” is in {folder} already and was left as it is. Choose another name with --db.",
    ),
    "register_looked_at": (
        "Sổ “{file}” đang mở chỉ để xem. Sổ giữ nguyên. Đóng cửa sổ hoặc lệnh đang ghi sổ này, rồi mở lại.",
        "The register “{file}” is open only to look at. It is unchanged. Close whatever writes to it, then open it again.",
    ),
}
