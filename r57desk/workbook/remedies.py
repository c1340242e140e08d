"""How to put right what was set aside or doubtful, one sentence for each reason: for the office that filled in the file."""

from __future__ import annotations

from r57desk.errors import Language

REMEDIES: dict[str, tuple[str, str]] = {
    # a value that was not read
    "percent_unread": ("Ghi một số từ 0 đến 100 kèm dấu %, ví dụ 65%.", "Write a number from 0 to 100 with a % sign: 65%."),
    "percent_out_of_range": ("Ghi một số từ 0 đến 100, ví dụ 65%.", "Write a number from 0 to 100: 65%."),
    "percent_ambiguous": (
        "Ghi số không có dấu ngăn cách hàng nghìn; phần lẻ sau dấu phẩy, ví dụ 65,5%.",
        "Write the number without thousands separators: 65.5%.",
    ),
    "date_unread": ("Ghi ngày/tháng/năm bằng số, ví dụ 15/07/2025.", "Write day/month/year in digits: 15/07/2025."),
    "date_impossible": (
        "Xem lại ngày và tháng: ghi ngày trước, tháng sau, ví dụ 15/07/2025.",
        "Check day and month: the day comes first, as in 15/07/2025.",
    ),
    "date_without_year": ("Ghi thêm năm, ví dụ 15/07/2025.", "Add the year: 15/07/2025."),
    "date_not_a_day": ("Ghi đúng một ngày, ví dụ 15/07/2025.", "Write one day: 15/07/2025."),
    "progress_unread": (
        "Chọn một mức trong danh sách của ô. Nội dung khác ghi vào cột Kết quả thực hiện hoặc Ghi chú.",
        "Choose one from the list of the cell. Anything else goes under Result or Note.",
    ),
    "timeliness_typed": (
        "Chọn mức tiến độ trong danh sách và ghi ngày hoàn thành nếu có; đúng hạn hay quá hạn do phần mềm tính.",
        "Choose a progress from the list and write the done date, if any; whether it is late is computed.",
    ),
    "error_cell": (
        "Sửa công thức đang báo lỗi, hoặc gõ thẳng giá trị vào ô.",
        "Mend the formula, or type the value into the cell.",
    ),
    "cell_too_long": (
        "Rút ngắn nội dung; phần chi tiết gửi kèm bằng văn bản và ghi số văn bản vào Minh chứng.",
        "Shorten the text; send details as a document and name it under Evidence.",
    ),
    "not_a_date_value": ("Ghi ngày/tháng/năm, ví dụ 15/07/2025.", "Write day/month/year: 15/07/2025."),
    "delete_unread": (
        "Ghi x nếu đề nghị bỏ nhiệm vụ; nếu không thì để trống.",
        "Write x to ask for the task to be deleted; leave it blank otherwise.",
    ),
    "row_without_title": (
        "Ghi tên nhiệm vụ vào dòng, hoặc xoá các ô còn lại nếu dòng thừa.",
        "Name the task in that row, or clear its other cells if it is not needed.",
    ),
    "row_shifted": (
        "Sắp xếp lại cả bảng cùng lúc, kể cả cột mã dòng bị ẩn; hoặc chép phần trả lời vào tệp đã nhận rồi gửi lại.",
        "Sort the whole table at once, with the hidden column of row ids; or copy the answers into the file as received.",
    ),
    # read, with a doubt
    "two_digit_year": ("Ghi năm đủ bốn chữ số.", "Write the year with four digits."),
    "year_assumed": ("Ghi thêm năm vào thời hạn.", "Add the year to the deadline."),
    "approximate": ("Ghi một số xác định.", "Write one definite number."),
    "share": ("Ghi số kèm dấu %, ví dụ 65%.", "Write the number with a % sign: 65%."),
    "one_percent": ("Ghi 1% hoặc 100% cho rõ.", "Write 1% or 100%, whichever is meant."),
    "serial_date": ("Định dạng ô là ngày, hoặc gõ ngày/tháng/năm.", "Format the cell as a date, or type day/month/year."),
    "assumed": ("Chọn đúng một mức trong danh sách của ô.", "Choose one from the list of the cell."),
    "glued_bodies": (
        "Ngăn cách các cơ quan bằng dấu chấm phẩy hoặc xuống dòng.",
        "Separate the bodies with semicolons or line breaks.",
    ),
    "abolished_body": ("Ghi cơ quan đang làm thay việc đó.", "Name the body that does that work now."),
    "deadline_unknown": (
        "Ghi ngày, tháng, quý, năm hoặc “Thường xuyên”, ví dụ 15/07/2025; 6/2025; Quý III/2025.",
        "Write a day, month, quarter, year or “Thường xuyên”: 15/07/2025; 6/2025; Quý III/2025.",
    ),
    "first_of_month": (
        "Nếu là cả tháng thì gõ lại dạng chữ, ví dụ Tháng 6/2025; nếu đúng ngày 01 thì để nguyên.",
        "If the month is meant, type it as text: Tháng 6/2025; if the 1st is meant, leave it.",
    ),
    "formulas": (
        "Xem lại kết quả; nếu cần chắc chắn thì dán lại dưới dạng giá trị.",
        "Check the results; to be certain, paste them back as values.",
    ),
    "joined_row": (
        "Nếu là một nhiệm vụ riêng thì ghi số thứ tự cho dòng đó.",
        "If it is a task of its own, give that row a number.",
    ),
    "row_without_number": ("Ghi số thứ tự nếu văn bản giao có số.", "Give its number, if the document has one."),
    "id_damaged": (
        "Không cần sửa nếu đã nhận đúng dòng. Lần sau giữ nguyên cột mã dòng bị ẩn.",
        "Nothing to do if the right row was found. Next time leave the hidden column of row ids as it is.",
    ),
    "id_repeated": (
        "Thêm nhiệm vụ vào các dòng trống kẻ sẵn cuối bảng, không chép dòng cũ.",
        "Add tasks in the blank ruled rows at the end, instead of copying a row.",
    ),
    "row_copied": (
        "Nếu không phải nhiệm vụ mới thì xoá dòng chép. Thêm nhiệm vụ ở các dòng trống cuối bảng.",
        "Delete the copy unless it is a new task. Add tasks in the blank rows at the end.",
    ),
    "row_renamed": (
        "Nếu là nhiệm vụ khác thì ghi ở dòng trống cuối bảng và trả lại tên cũ cho dòng này.",
        "If it is another task, write it in a blank row at the end and give this row its name back.",
    ),
    "secret_mark": (
        "Bỏ nội dung mật khỏi bảng; xử lý theo quy định về bảo vệ bí mật nhà nước.",
        "Take the secret content out of the table; handle it under the rules on state secrets.",
    ),
    "mark_damaged": (
        "Chép phần trả lời vào tệp đã nhận rồi lưu dạng .xlsx; hoặc khi nhập ghi rõ mã gói in ở chân trang.",
        "Copy the answers into the file as received and save it as .xlsx; or name the packet code of the footer when importing.",
    ),
    "other_table": (
        "Nếu phần trả lời nằm ở trang này, chép sang trang đã gửi rồi gửi lại; nếu không, xoá trang này khỏi tệp.",
        "If the answers are on this sheet, copy them to the sheet as sent and send it again; if not, delete this sheet.",
    ),
    "mark_disagrees": (
        "Kiểm tra có chép trang tính từ một gói khác sang không; gửi lại đúng tệp của gói này.",
        "Check whether a sheet was copied from another packet; send the file of this packet itself.",
    ),
}  # fmt: skip


def remedy_text(code: str, language: Language = "vi") -> str:
    """What to do about a reason; KeyError for a code nobody wrote a sentence for."""
    vietnamese, english = REMEDIES[code]
    return vietnamese if language == "vi" else english
