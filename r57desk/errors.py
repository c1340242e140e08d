"""Known errors: each is one sentence (or a few) for a user, in Vietnamese and English.

A `DeskError` is something that can happen to a careful person: a locked file, a wrong date. Anything else
that is raised is a bug and goes to the crash log.

To add one: a line in MESSAGES, then `raise DeskError("its_code", name=value)`. The text says what happened,
why, and what to do; the register is unchanged whenever a DeskError leaves a service.
"""

from __future__ import annotations

from typing import Literal

Language = Literal["vi", "en"]

MESSAGES: dict[str, tuple[str, str]] = {
    # -- files that cannot be read ---------------------------------------------------------------
    "file_missing": (
        "Không tìm thấy tệp “{file}”. Kiểm tra lại đường dẫn.",
        "The file “{file}” was not found. Check the path.",
    ),
    "file_is_folder": (
        "“{file}” là một thư mục, không phải tệp bảng tính. Chọn một tệp .xlsx.",
        "“{file}” is a folder, not a workbook. Choose an .xlsx file.",
    ),
    "file_unreadable": (
        "Không đọc được tệp “{file}”: không có quyền mở hoặc tệp đang bị khoá.",
        "The file “{file}” cannot be opened: no permission, or it is locked.",
    ),
    # -- queries -----------------------------------------------------------------------------------
    "query_unknown_field": (
        "Không lọc được theo “{field}”. Sổ không có trường này. Các trường dùng được: {known}. Để tìm đúng các chữ này, đặt chúng trong dấu ngoặc kép.",
        "Cannot filter by “{field}”. The register has no such field. Fields: {known}. To search for these very letters, put them in quotation marks.",
    ),
    "query_unknown_value": (
        "Không lọc được “{field}:{value}”. Trường này chỉ nhận: {known}.",
        "Cannot filter by “{field}:{value}”. This field takes only: {known}.",
    ),
    "query_bad_date": (
        "Không lọc được “{field}:{value}”. Đây không phải là ngày. Ghi 2025-08-31, 31/08/2025, 2025-08 hoặc 2025.",
        "Cannot filter by “{field}:{value}”. This is not a date. Write 2025-08-31, 31/08/2025, 2025-08 or 2025.",
    ),
    "query_bad_number": (
        "Không lọc được “{field}:{value}”. Đây không phải là một số từ 0 đến 100.",
        "Cannot filter by “{field}:{value}”. This is not a number from 0 to 100.",
    ),
    "query_no_order": (
        "Không lọc được “{field}:{operator}…”. Chỉ ngày và phần trăm so sánh được lớn hơn, nhỏ hơn.",
        "Cannot filter by “{field}:{operator}…”. Only dates and percentages can be compared.",
    ),
    "query_open_quote": (
        'Không đọc được điều kiện lọc. Thiếu dấu ngoặc kép đóng sau {text}. Thêm dấu " vào cuối.',
        'The filter cannot be read. The quotation mark before {text} is never closed. Add a " at the end.',
    ),
    # -- paper -----------------------------------------------------------------------------------
    "no_printer": (
        "Không tìm thấy máy in nào. Máy này chưa cài máy in, hoặc máy in không trả lời. Sổ không bị ảnh hưởng. Lưu thành PDF rồi in ở máy khác.",
        "No printer was found. None is installed, or it does not answer. The register is not affected. Save a PDF and print it elsewhere.",
    ),
    "pdf_unwritable": (
        "Không lưu được “{file}”. Tệp đang mở trong chương trình khác, thư mục không cho ghi hoặc ổ đĩa đã đầy. "
        "Sổ không bị ảnh hưởng. Đóng tệp hoặc chọn chỗ lưu khác rồi thử lại.",
        "“{file}” was not saved. It is open in another program, the folder cannot be written to, or the disk is full. "
        "The register is not affected. Close the file or choose another place, then try again.",
    ),
    "font_unreadable": (
        "Không đọc được phông chữ “{file}” đi kèm phần mềm. Bản cài đặt thiếu hoặc hỏng tệp. "
        "Sổ không bị ảnh hưởng. Cài lại phần mềm rồi thử lại.",
        "The font “{file}” that comes with the program cannot be read. The installation is incomplete or damaged. "
        "The register is not affected. Install the program again, then try again.",
    ),
    # -- the command line --------------------------------------------------------------------------
    "today_not_a_date": (
        "R57DESK_TODAY ghi “{value}”, không phải ngày dạng 2025-09-24. Sổ không thay đổi. Sửa hoặc bỏ biến này.",
        "R57DESK_TODAY holds “{value}”, not a date like 2025-09-24. The register is unchanged. Correct or unset it.",
    ),
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
    "field_unknown": (
        "Không có mục nào tên “{field}”. Sổ không thay đổi. Các mục: {fields}.",
        "There is no field “{field}”. The register is unchanged. The fields: {fields}.",
    ),
    # -- changing tasks ----------------------------------------------------------------------------
    "title_required": (
        "Nhiệm vụ phải có tên. Sổ không thay đổi.",
        "A task needs a title. The register is unchanged.",
    ),
    "value_unread": (
        "Không ghi được “{value}” vào mục {field}: {reason}. Sổ không thay đổi.",
        "“{value}” cannot be written to {field}: {reason}. The register is unchanged.",
    ),
    "nothing_to_undo": (
        "Không có thay đổi nào để hoàn tác. Sổ không thay đổi.",
        "There is no change to undo. The register is unchanged.",
    ),
    "nothing_to_redo": (
        "Không có thay đổi nào để làm lại. Sổ không thay đổi.",
        "There is no change to redo. The register is unchanged.",
    ),
    "nothing_to_print": (
        "Không có nhiệm vụ nào khớp điều kiện lọc, nên không có gì để in. Chưa ghi tệp nào.",
        "No task matches the filter, so there is nothing to print. No file was written.",
    ),
    # -- importing ---------------------------------------------------------------------------------
    "plan_outdated": (
        "Sổ đã thay đổi sau khi xem trước tệp “{file}”. Chưa ghi gì vào sổ. Xem trước lại rồi ghi.",
        "The register changed after “{file}” was previewed. Nothing was written. Preview it again, then write.",
    ),
    "file_changed": (
        "Tệp “{file}” đã thay đổi sau khi xem trước. Chưa ghi gì vào sổ. Xem trước lại rồi ghi.",
        "The file “{file}” changed after it was previewed. Nothing was written. Preview it again, then write.",
    ),
    "output_is_register": (
        "Không ghi ra “{file}”: đó là tệp sổ, tệp kèm sổ hoặc bản sao lưu. Tệp giữ nguyên. Chọn tên khác.",
        "“{file}” is not written: it is a register, or belongs to one. It is unchanged. Choose another name.",
    ),
    # -- offices and new registers -----------------------------------------------------------------
    "office_code_wrong": (
        "“{code}” không phải mã cơ quan. Sổ không thay đổi. Mã có dạng 01, 00004, 01.SKHCN hoặc TW.BKHCN.",
        "“{code}” is not an office code. The register is unchanged. Codes look like 01, 00004, 01.SKHCN or TW.BKHCN.",
    ),
    "office_unknown": (
        "Danh mục không có cơ quan mã {code}. Chưa lập sổ. Thêm --name và tên cơ quan.",
        "The list has no office with code {code}. No register was made. Add --name with the office's name.",
    ),
    "register_exists": (
        "Sổ “{file}” đã có trong thư mục {folder}. Sổ này không thay đổi. Chọn tên khác bằng --db.",
        "The register “{file}” is in {folder} already and was left as it is. Choose another name with --db.",
    ),
    # -- the register's file ---------------------------------------------------------------------
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
    "register_looked_at": (
        "Sổ “{file}” đang mở chỉ để xem. Sổ giữ nguyên. Đóng cửa sổ hoặc lệnh đang ghi sổ này, rồi mở lại.",
        "The register “{file}” is open only to look at. It is unchanged. Close whatever writes to it, then open it again.",
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
    # -- the log ---------------------------------------------------------------------------------
    "delta_damaged": (
        "Một thay đổi trong tệp ({id}) không khớp với mã của nó: nội dung đã bị sửa hoặc hỏng trên đường đi. "
        "Sổ giữ nguyên. Đề nghị bên gửi gửi lại tệp.",
        "A change in the file ({id}) does not match its own id: it was altered or damaged on the way. "
        "The register is unchanged. Ask the sender to send the file again.",
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
    # -- workbooks that cannot be read -----------------------------------------------------------
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
    # -- workbooks that cannot be written --------------------------------------------------------
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


class DeskError(Exception):
    """Something a user can understand and act on; `sentence(language)` is what they read."""

    def __init__(self, code: str, /, **details: object) -> None:
        super().__init__(code)
        self.code = code
        self.details = details

    def sentence(self, language: Language = "vi") -> str:
        """The text for the user; raises KeyError if the code has no message (a bug)."""
        vietnamese, english = MESSAGES[self.code]
        return (vietnamese if language == "vi" else english).format(**self.details)

    def __str__(self) -> str:
        return self.sentence()
