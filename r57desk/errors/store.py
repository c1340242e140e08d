"""The register's file, its copies and its log."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "register_missing": (
        "Không tìm thấy sổ “{file}” trong thư mục {folder}. Tệp đã được chuyển đi hoặc chưa được tạo. "
        "Kiểm tra lại đường dẫn, hoặc tạo sổ mới bằng lệnh init.",
        "There is no register “{file}” in the folder {folder}. It was moved, or never made. "
        "Check the path, or make a new register with init.",
    ),
    "register_is_folder": (
        "“{file}” là một thư mục, không phải sổ nhiệm vụ. Không có gì thay đổi. Chọn tệp sổ (.db).",
        "“{file}” is a folder, not a register. Nothing has changed. Choose the register's file (.db).",
    ),
    "register_unreadable": (
        "Không mở được sổ “{file}” trong thư mục {folder}: không có quyền đọc, ghi, hoặc ổ đĩa không sẵn sàng. "
        "Sổ giữ nguyên. Xin quyền với thư mục này, hoặc chép sổ sang thư mục khác.",
        "The register “{file}” in the folder {folder} cannot be opened: no permission, or the disk is not ready. "
        "It is unchanged. Ask for permission on this folder, or copy the register to another one.",
    ),
    "register_read_only": (
        "Không ghi được vào sổ “{file}”: tệp hoặc thư mục {folder} chỉ cho đọc. Sổ giữ nguyên, vẫn xem được. "
        "Bỏ thuộc tính chỉ đọc, hoặc chép sổ sang thư mục khác.",
        "The register “{file}” cannot be written: the file or the folder {folder} is read-only. It is unchanged and "
        "can still be read. Take off the read-only mark, or copy the register to another folder.",
    ),
    "register_locked": (
        "Sổ “{file}” đang được mở ở nơi khác ({owner}). Mỗi lúc chỉ một nơi được ghi. Sổ giữ nguyên. "
        "Đóng chương trình ở nơi đó rồi mở lại.",
        "The register “{file}” is open elsewhere ({owner}). Only one program writes at a time. It is unchanged. "
        "Close the other program, then try again.",
    ),
    "register_busy": (
        "Chưa ghi được vào sổ “{file}”: một chương trình khác đang giữ tệp. Sổ giữ nguyên. "
        "Chờ chương trình đó xong rồi làm lại.",
        "The register “{file}” could not be written: another program holds the file. It is unchanged. "
        "Wait until that program has finished, then try again.",
    ),
    "register_newer": (
        "Sổ “{file}” do bản r57desk mới hơn ghi (bước {name}), bản này không hiểu hết. Sổ giữ nguyên. "
        "Cài bản mới hơn rồi mở lại.",
        "The register “{file}” was written by a newer r57desk (step {name}) that this one does not fully understand. "
        "It is unchanged. Install the newer version, then open it again.",
    ),
    "register_older": (
        "Sổ “{file}” do bản r57desk cũ hơn ghi và cần được nâng cấp trước khi xem. Sổ giữ nguyên. "
        "Mở sổ ở chế độ ghi một lần để nâng cấp.",
        "The register “{file}” was written by an older r57desk and must be upgraded before it can be read. "
        "It is unchanged. Open it once for writing to upgrade it.",
    ),
    "not_a_register": (
        "“{file}” không phải sổ của r57desk. Tệp thuộc chương trình khác. Tệp giữ nguyên. Chọn đúng tệp sổ (.db).",
        "“{file}” is not a register of r57desk. It belongs to another program. It is unchanged. "
        "Choose the register's file (.db).",
    ),
    "register_damaged": (
        "Sổ “{file}” bị hỏng: tệp thiếu hoặc sai nội dung, thường do mất điện hoặc ổ đĩa lỗi. Tệp giữ nguyên. "
        "Phục hồi từ một bản sao lưu; tệp hỏng được giữ lại bên cạnh.",
        "The register “{file}” is damaged: part of the file is missing or wrong, often after a power cut or a failing "
        "disk. It is unchanged. Restore a backup; the damaged file is kept beside it.",
    ),
    "disk_full": (
        "Không ghi được “{file}”: ổ đĩa đã đầy. Sổ giữ nguyên như trước thao tác. Giải phóng chỗ trống rồi làm lại.",
        "“{file}” could not be written: the disk is full. The register is as it was before. Free some space, then "
        "try again.",
    ),
    "disk_error": (
        "Ổ đĩa báo lỗi khi đọc hoặc ghi “{file}”. Sổ giữ nguyên như trước thao tác. "
        "Chép sổ sang ổ khác rồi kiểm tra ổ đĩa.",
        "The disk reported an error while reading or writing “{file}”. The register is as it was before. "
        "Copy it to another disk, then have this one checked.",
    ),
    "backup_damaged": (
        "Không phục hồi được từ bản sao lưu “{file}”: bản này thiếu hoặc hỏng. Sổ giữ nguyên. Chọn bản sao lưu khác.",
        "The backup “{file}” cannot be restored: it is missing or damaged. The register is unchanged. "
        "Choose another backup.",
    ),
    "delta_damaged": (
        "Một thay đổi trong tệp ({id}) không khớp với mã của nó: nội dung đã bị sửa hoặc hỏng trên đường đi. "
        "Sổ giữ nguyên. Đề nghị bên gửi gửi lại tệp.",
        "A change in the file ({id}) does not match its own id: it was altered or damaged on the way. "
        "The register is unchanged. Ask the sender to send the file again.",
    ),
    "packet_damaged": (
        "Thông tin kèm theo của gói bị hỏng hoặc đã bị sửa nên không dùng được. Sổ giữ nguyên. "
        "Đề nghị bên gửi gửi lại tệp.",
        "The data that travels with the packet is damaged or was altered, so it cannot be used. "
        "The register is unchanged. Ask the sender to send the file again.",
    ),
    "packet_newer": (
        "Gói này do bản r57desk mới hơn lập nên bản này không đọc được. Sổ giữ nguyên. "
        "Cập nhật phần mềm rồi nhập lại.",
        "A newer r57desk wrote this packet, so this one cannot read it. The register is unchanged. "
        "Update the program and import again.",
    ),
    "row_not_found": (
        "Không có nhiệm vụ nào có mã bắt đầu bằng “{id}”. Không có gì thay đổi. Xem mã trong danh sách nhiệm vụ.",
        "No task has an id beginning with “{id}”. Nothing has changed. See the list of tasks for ids.",
    ),
    "row_ambiguous": (
        "Nhiều nhiệm vụ có mã bắt đầu bằng “{id}”. Không có gì thay đổi. Ghi thêm vài ký tự của mã.",
        "Several tasks have ids beginning with “{id}”. Nothing has changed. Give a few more characters.",
    ),
    "change_not_found": (
        "Không tìm thấy thay đổi “{change}” trong sổ này. Không có gì thay đổi. Xem lại mã trong lịch sử.",
        "There is no change “{change}” in this register. Nothing has changed. See the history for its id.",
    ),
    "change_undone": (
        "Thay đổi “{change}” đã được hoàn tác trước đó. Không có gì thay đổi.",
        "The change “{change}” was already undone. Nothing has changed.",
    ),
    "change_not_undone": (
        "Thay đổi “{change}” đang có hiệu lực nên không thể làm lại. Không có gì thay đổi.",
        "The change “{change}” still stands, so it cannot be redone. Nothing has changed.",
    ),
    "import_not_found": (
        "Không tìm thấy lần nhập “{id}” trong sổ này. Không có gì thay đổi. Xem lại danh sách lần nhập.",
        "There is no import “{id}” in this register. Nothing has changed. See the list of imports.",
    ),
}
