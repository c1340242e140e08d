"""Workbooks that cannot be read or written."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "file_missing": (
        "Không tìm thấy tệp “{file}”. Sổ nhiệm vụ giữ nguyên. Kiểm tra lại đường dẫn.",
        "The file “{file}” was not found. The register is unchanged. Check the path.",
    ),
    "file_is_folder": (
        "“{file}” là một thư mục, không phải tệp bảng tính. Sổ nhiệm vụ giữ nguyên. Chọn một tệp .xlsx.",
        "“{file}” is a folder, not a workbook. The register is unchanged. Choose an .xlsx file.",
    ),
    "file_unreadable": (
        "Không đọc được tệp “{file}”: không có quyền mở hoặc tệp đang bị khoá. Sổ nhiệm vụ giữ nguyên. Chép tệp sang thư mục khác rồi nhập.",
        "The file “{file}” cannot be opened: no permission, or it is locked. The register is unchanged. Copy it to another folder and import that.",
    ),
    "workbook_empty_file": (
        "Không nhập được “{file}”: tệp rỗng, không có nội dung. Sổ nhiệm vụ giữ nguyên. Xin lại tệp từ nơi gửi.",
        "“{file}” was not imported: the file is empty. The register is unchanged. Ask the sender for the file again.",
    ),
    "workbook_not_one": (
        "Không nhập được “{file}”: nội dung không phải bảng tính, dù tên tệp ghi gì. Sổ nhiệm vụ giữ nguyên. Chọn tệp .xlsx, .xls, .ods hoặc .csv.",
        "“{file}” was not imported: its content is no workbook, whatever its name says. The register is unchanged. Choose an .xlsx, .xls, .ods or .csv file.",
    ),
    "workbook_is_web_page": (
        "Không nhập được “{file}”: bên trong là trang web, chỉ mang tên bảng tính. Sổ nhiệm vụ giữ nguyên. Mở tệp bằng Excel, lưu lại dạng .xlsx rồi nhập.",
        "“{file}” was not imported: it is a web page under a workbook's name. The register is unchanged. Open it in Excel, save it as .xlsx and import that.",
    ),
    "workbook_is_xml_2003": (
        "Không nhập được “{file}”: tệp thuộc định dạng XML của Excel 2003. Sổ nhiệm vụ giữ nguyên. Mở tệp bằng Excel, lưu lại dạng .xlsx rồi nhập.",
        "“{file}” was not imported: it is in the XML format of Excel 2003. The register is unchanged. Open it in Excel, save it as .xlsx and import that.",
    ),
    "workbook_lock_file": (
        "Không nhập được “{file}”: đây là tệp khoá tạm Office tạo ra khi bảng tính đang mở. Sổ nhiệm vụ giữ nguyên. Chọn tệp cùng tên không có dấu ~$.",
        "“{file}” was not imported: it is the lock Office keeps while a workbook is open. The register is unchanged. Choose the file of that name without ~$.",
    ),
    "workbook_password": (
        "Không nhập được “{file}”: tệp được bảo vệ bằng mật khẩu mở. Sổ nhiệm vụ giữ nguyên. Mở tệp bằng Excel, bỏ mật khẩu, lưu lại rồi nhập.",
        "“{file}” was not imported: a password protects it. The register is unchanged. Open it in Excel, remove the password, save it and import again.",
    ),
    "workbook_damaged": (
        "Không nhập được “{file}”: tệp hỏng hoặc chép chưa hết. Sổ nhiệm vụ giữ nguyên. Mở thử bằng Excel, lưu lại dạng .xlsx, hoặc xin lại tệp từ nơi gửi.",
        "“{file}” was not imported: it is damaged or was not copied in full. The register is unchanged. Try saving it anew from Excel, or ask the sender for it again.",
    ),
    "workbook_unsafe": (
        "Không nhập được “{file}”: phần “{part}” có cấu trúc mà Excel không bao giờ tạo ra, có thể gây hại. Sổ nhiệm vụ giữ nguyên. Hỏi lại nơi gửi tệp.",
        "“{file}” was not imported: its part “{part}” is built as Excel never builds one and may do harm. The register is unchanged. Ask the sender about it.",
    ),
    "workbook_file_too_big": (
        "Không nhập được “{file}”: tệp {size} MB, vượt mức {limit} MB. Sổ nhiệm vụ giữ nguyên. Xoá bớt ảnh hoặc trang không cần, hay tách tệp.",
        "“{file}” was not imported: it has {size} MB, the most is {limit} MB. The register is unchanged. Remove pictures or sheets not needed, or split it.",
    ),
    "workbook_inflates_too_big": (
        "Không nhập được “{file}”: phần “{part}” phình ra quá lớn khi mở. Sổ nhiệm vụ giữ nguyên. Chép riêng bảng nhiệm vụ sang tệp mới rồi nhập.",
        "“{file}” was not imported: its part “{part}” grows too large when opened. The register is unchanged. Copy the task table to a new workbook and import that.",
    ),
    "workbook_too_many_parts": (
        "Không nhập được “{file}”: tệp gồm {count} phần, vượt mức {limit}. Sổ nhiệm vụ giữ nguyên. Chép riêng bảng nhiệm vụ sang tệp mới rồi nhập.",
        "“{file}” was not imported: it has {count} parts, the most is {limit}. The register is unchanged. Copy the task table to a new workbook and import that.",
    ),
    "workbook_too_many_rows": (
        "Không nhập được “{file}”: bảng dài hơn {limit} dòng. Sổ nhiệm vụ giữ nguyên. Tách thành nhiều tệp.",
        "“{file}” was not imported: its table is longer than {limit} rows. The register is unchanged. Split it into several files.",
    ),
    "workbook_too_costly": (
        "Không nhập được “{file}”: đọc tệp cần quá nhiều bộ nhớ. Sổ nhiệm vụ giữ nguyên. Chép riêng bảng nhiệm vụ sang tệp mới rồi nhập.",
        "“{file}” was not imported: reading it takes too much memory. The register is unchanged. Copy the task table to a new workbook and import that.",
    ),
    "workbook_too_slow": (
        "Không nhập được “{file}”: đọc quá {seconds} giây chưa xong nên đã dừng. Sổ nhiệm vụ giữ nguyên. Chép riêng bảng nhiệm vụ sang tệp mới rồi nhập.",
        "“{file}” was not imported: reading was stopped after {seconds} seconds. The register is unchanged. Copy the task table to a new workbook and import that.",
    ),
    "workbook_cancelled": (
        "Đã dừng đọc “{file}” theo yêu cầu. Sổ nhiệm vụ giữ nguyên.",
        "Reading “{file}” was stopped on request. The register is unchanged.",
    ),
    "workbook_text_not_utf8": (
        "Không nhập được “{file}”: tệp chữ không dùng bảng mã UTF-8. Sổ nhiệm vụ giữ nguyên. Trong Excel chọn lưu dạng “CSV UTF-8” rồi nhập.",
        "“{file}” was not imported: its text is not in UTF-8. The register is unchanged. In Excel save it as “CSV UTF-8” and import that.",
    ),
    "workbook_no_values": (
        "Không nhập được “{file}”: các trang tính đều trống. Sổ nhiệm vụ giữ nguyên. Kiểm tra có chọn đúng tệp không.",
        "“{file}” was not imported: its sheets are empty. The register is unchanged. Check that it is the right file.",
    ),
    "workbook_no_rows": (
        "Không nhập được “{file}”: trang “{sheet}” có tiêu đề cột nhưng không có dòng nào. Sổ nhiệm vụ giữ nguyên. Kiểm tra có chọn đúng tệp, đúng trang không.",
        "“{file}” was not imported: sheet “{sheet}” has column headings but no rows. The register is unchanged. Check that it is the right file and sheet.",
    ),
    "workbook_no_list": (
        'Không nhập được “{file}”: không tìm thấy dòng tiêu đề cột có tên nhiệm vụ cùng cơ quan, thời hạn hoặc tiến độ trong 40 dòng đầu. Sổ nhiệm vụ giữ nguyên. Ghép cột bằng --map "TIÊU ĐỀ=trường", hoặc sửa tiêu đề trong tệp.',
        '“{file}” was not imported: no heading row with a task and a body, deadline or progress was found in the first 40 rows. The register is unchanged. Name the columns with --map "HEADER=field", or correct the headings.',
    ),
    "workbook_indicators": (
        "Không nhập được “{file}”: trang “{sheet}” là danh mục chỉ tiêu, không phải danh mục nhiệm vụ. Sổ nhiệm vụ giữ nguyên. Chọn phụ lục ghi nhiệm vụ.",
        "“{file}” was not imported: sheet “{sheet}” is a list of indicators, not a list of tasks. The register is unchanged. Choose the annex that lists tasks.",
    ),
    "workbook_old_font": (
        "Không nhập được “{file}”: chữ trong tệp dùng phông cũ (.VnTime hoặc VNI), không phải Unicode. Sổ nhiệm vụ giữ nguyên. Chuyển tệp sang Unicode rồi nhập.",
        "“{file}” was not imported: its text is in an old Vietnamese font (.VnTime or VNI), not Unicode. The register is unchanged. Convert the file to Unicode and import that.",
    ),
    "workbook_several_lists": (
        'Chưa nhập “{file}”: có nhiều trang là danh mục nhiệm vụ: {sheets}. Sổ nhiệm vụ giữ nguyên. Chọn một trang bằng --sheet "TÊN TRANG".',
        '“{file}” was not imported yet: several sheets are lists of tasks: {sheets}. The register is unchanged. Choose one with --sheet "NAME".',
    ),
    "workbook_sheet_missing": (
        "Không nhập được “{file}”: không có trang tên “{sheet}”. Sổ nhiệm vụ giữ nguyên. Các trang hiện có: {sheets}.",
        "“{file}” was not imported: it has no sheet named “{sheet}”. The register is unchanged. Its sheets are: {sheets}.",
    ),
    "workbook_map_header": (
        "Không nhập được “{file}”: không có cột tiêu đề “{header}” như đã ghép. Sổ nhiệm vụ giữ nguyên. Các tiêu đề hiện có: {headers}.",
        "“{file}” was not imported: it has no column headed “{header}” as mapped. The register is unchanged. Its headings are: {headers}.",
    ),
    "workbook_map_field": (
        "Không ghép được cột “{header}”: không có trường “{field}”. Sổ nhiệm vụ giữ nguyên. Các trường dùng được: {fields}.",
        "The column “{header}” cannot be mapped: there is no field “{field}”. The register is unchanged. The fields are: {fields}.",
    ),
    "workbook_newer_format": (
        "Không nhập được “{file}”: tệp do bản r57desk mới hơn xuất ra. Sổ nhiệm vụ giữ nguyên. Cập nhật phần mềm rồi nhập lại.",
        "“{file}” was not imported: a newer r57desk wrote it. The register is unchanged. Update the program and import again.",
    ),
    "workbook_packet_lost": (
        "Không nhập được “{file}”: tệp thuộc gói {code} nhưng nội dung kèm theo của gói đã mất. Sổ nhiệm vụ giữ nguyên. Đề nghị nơi gửi gửi lại tệp gốc.",
        "“{file}” was not imported: it belongs to packet {code}, but what travelled with it is gone. The register is unchanged. Ask the sender for the original file.",
    ),
    "workbook_in_use": (
        "Không ghi được “{file}”: tệp đang mở trong Excel hoặc không được phép ghi đè. Tệp cũ giữ nguyên. Đóng tệp trong Excel, hoặc chọn tên khác.",
        "“{file}” was not written: it is open in Excel, or may not be replaced. The old file is unchanged. Close it in Excel, or choose another name.",
    ),
    "workbook_folder_missing": (
        "Không ghi được “{file}”: không có thư mục “{folder}”. Chưa tạo tệp nào. Chọn thư mục khác.",
        "“{file}” was not written: there is no folder “{folder}”. No file was made. Choose another folder.",
    ),
    "workbook_disk_full": (
        "Không ghi được “{file}”: ổ đĩa hết chỗ trống. Chưa tạo tệp nào, tệp cũ nếu có giữ nguyên. Giải phóng chỗ hoặc chọn ổ khác.",
        "“{file}” was not written: the disk is full. No file was made, an old one is unchanged. Free some space or choose another disk.",
    ),
    "workbook_unwritable": (
        "Không ghi được “{file}”: hệ điều hành báo lỗi khi ghi ({reason}). Chưa tạo tệp nào, tệp cũ nếu có giữ nguyên. Chọn thư mục khác.",
        "“{file}” was not written: the system reported an error ({reason}). No file was made, an old one is unchanged. Choose another folder.",
    ),
    "workbook_text_too_long": (
        "Không xuất được “{file}”: nhiệm vụ “{title}” có nội dung dài hơn một ô Excel chứa được (32.767 ký tự). Chưa tạo tệp nào. Rút ngắn nội dung rồi xuất lại.",
        "“{file}” was not written: the task “{title}” holds a text longer than a cell of Excel (32,767 characters). No file was made. Shorten it and export again.",
    ),
    "workbook_too_many_tasks": (
        "Không xuất được “{file}”: {count} nhiệm vụ, nhiều hơn một trang Excel chứa được. Chưa tạo tệp nào. Lọc bớt rồi xuất.",
        "“{file}” was not written: {count} tasks are more than a sheet holds. No file was made. Filter them and export again.",
    ),
}
