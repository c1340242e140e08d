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
    "packet_to_self": (
        "Không gửi gói cho chính cơ quan mình ({office}). Chưa ghi tệp nào. Chọn cơ quan nhận khác.",
        "A packet is not sent to one's own office ({office}). No file was made. Choose another office to send it to.",
    ),
    "packet_for_other": (
        "Gói này {sender} gửi cho {office}, không phải cho sổ này. Sổ giữ nguyên. "
        "Nếu vẫn cần nhập, ghi rõ nội dung là của cơ quan nào bằng --from.",
        "This packet was sent by {sender} to {office}, not to this register. The register is unchanged. "
        "To import it anyway, say with --from which office's work it is.",
    ),
    "packet_unknown": (
        "Sổ này chưa gửi gói nào mã “{code}”. Sổ giữ nguyên. Xem lại mã ở chân trang, hoặc chọn lần nhập làm gốc "
        "bằng --base.",
        "This register has sent no packet “{code}”. It is unchanged. See the code in the footer, or name an import "
        "to compare with by --base.",
    ),
    "difference_not_found": (
        "“{id}” không có chỗ nào khác nhau cần chọn. Sổ không thay đổi. Xem lại danh sách chỗ khác nhau.",
        "Nothing differs at “{id}”. The register is unchanged. See the list of differences.",
    ),
    "difference_ambiguous": (
        "“{id}” có nhiều mục khác nhau. Sổ không thay đổi. Ghi rõ mục nào: {ids}.",
        "Several fields differ at “{id}”. The register is unchanged. Say which one: {ids}.",
    ),
    "existence_not_written": (
        "Chỗ khác nhau này là giữ hay xoá nhiệm vụ, không ghi giá trị khác được. Sổ không thay đổi. Chọn một trong hai.",
        "What differs is whether the task stays, so no other value can be written. The register is unchanged. "
        "Keep one of the two.",
    ),
    "request_not_found": (
        "Không có đề nghị nào đang chờ có mã “{id}”. Sổ không thay đổi. Xem lại danh sách đề nghị.",
        "No waiting request has the id “{id}”. The register is unchanged. See the list of requests.",
    ),
    "request_ambiguous": (
        "Nhiều đề nghị có mã bắt đầu bằng “{id}”. Sổ không thay đổi. Ghi thêm vài ký tự của mã.",
        "Several requests have ids beginning with “{id}”. The register is unchanged. Give a few more characters.",
    ),
    "request_of_other": (
        "Mục {field} do {offices} quyết định. Sổ không thay đổi. Chờ cơ quan đó trả lời.",
        "{field} is for {offices} to decide. The register is unchanged. Wait for that office to answer.",
    ),
    "requests_differ": (
        "Hai đề nghị xin hai giá trị khác nhau cho cùng một ô ({field}). Sổ không thay đổi. Chấp thuận một đề nghị thôi.",
        "Two requests ask for different values of one cell ({field}). The register is unchanged. Grant only one of them.",
    ),
    "reason_required": (
        "Không chấp thuận thì phải nêu lý do để gửi lại nơi đề nghị. Sổ không thay đổi. Ghi lý do bằng --reason.",
        "A refusal needs a reason, which is sent to who asked. The register is unchanged. Give it with --reason.",
    ),
    "import_undone": (
        "Lần nhập {id} đã được hoàn tác nên không có gì để báo nhận. Chưa ghi tệp nào. Làm lại lần nhập đó trước.",
        "Import {id} was undone, so there is nothing to acknowledge. No file was made. Redo that import first.",
    ),
    "receipt_to_self": (
        "Lần nhập {id} là tệp của chính cơ quan mình nên không có nơi nhận phiếu. Chưa ghi tệp nào.",
        "Import {id} was a file of one's own office, so nobody waits for a receipt. No file was made.",
    ),
    "nothing_to_check": (
        "Tệp “{file}” không có ô nào cần xem lại. Chưa ghi tệp nào.",
        "The file “{file}” has no cell to look at. No file was made.",
    ),
    "register_looked_at": (
        "Sổ “{file}” đang mở chỉ để xem. Sổ giữ nguyên. Đóng cửa sổ hoặc lệnh đang ghi sổ này, rồi mở lại.",
        "The register “{file}” is open only to look at. It is unchanged. Close whatever writes to it, then open it again.",
    ),
}
