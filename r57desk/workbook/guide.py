"""The guide sheet of our own workbook: how to fill it in with Excel alone, as data."""

from __future__ import annotations

from r57desk.domain.status import PROGRESS
from r57desk.errors import Language

_SHEET_WORDS = {
    "vi": ("Hướng dẫn", "HƯỚNG DẪN GHI BẢNG", "Ví dụ"),
    "en": ("Guide", "HOW TO FILL IN THE TABLE", "Example"),
}
_WORDS = {"vi": ", ".join(vi for _, vi, _ in PROGRESS), "en": ", ".join(en for _, _, en in PROGRESS)}

# What to fill in, how, an example.
_VI: tuple[tuple[str, str, str], ...] = (
    (
        "Phần cần điền",
        "Các cột có tiêu đề nền xanh nhạt, từ “Tiến độ” trở đi. Các cột nền xám là nội dung giao việc; cần đổi thì ghi vào cột Đề xuất, kiến nghị.",
        "",
    ),
    (
        "Ô để trống",
        "Không điền gì nghĩa là giữ nguyên như trong sổ. Muốn xoá nội dung cũ thì ghi chữ xoá trong ngoặc.",
        "(xoá)",
    ),
    (
        "Tiến độ",
        f"Chọn một mức trong danh sách: {_WORDS['vi']}. Đúng hạn hay quá hạn do phần mềm tính.",
        "Đang thực hiện",
    ),
    ("Tiến độ (%)", "Ghi số từ 0 đến 100 kèm dấu %.", "65%"),
    (
        "Ngày hoàn thành",
        "Ghi ngày/tháng/năm. Nhiệm vụ hoàn thành mà không ghi ngày thì chưa tính được đúng hạn.",
        "15/07/2025",
    ),
    (
        "Thời hạn",
        "Ghi như văn bản giao việc: ngày, tháng, quý, năm, khoảng thời gian hoặc thường xuyên.",
        "15/07/2025; 6/2025; Quý III/2025; 2025; Thường xuyên",
    ),
    ("Nhiều cơ quan", "Ngăn cách bằng dấu chấm phẩy hoặc xuống dòng (Alt+Enter).", "Sở Tài chính; Sở Nội vụ"),
    ("Thêm nhiệm vụ", "Ghi vào các dòng trống kẻ sẵn cuối bảng. Không cần đánh mã.", ""),
    (
        "Sắp xếp, lọc",
        "Dùng được; trang có ô bị khoá thì bỏ bảo vệ trước khi sắp xếp. Không xoá các cột ẩn: đó là chỗ phần mềm nhận ra từng dòng.",
        "",
    ),
    (
        "Bỏ nhiệm vụ",
        "Xoá dòng không làm mất nhiệm vụ trong sổ. Chọn tiến độ “Huỷ” và ghi văn bản vào Ghi chú.",
        "Huỷ",
    ),
    ("Gửi lại", "Lưu tệp ở dạng .xlsx và gửi lại nguyên tệp.", ""),
)
_EN: tuple[tuple[str, str, str], ...] = (
    (
        "What to fill in",
        "The columns with a light blue heading, from “Progress” on. Grey ones say what was assigned; to ask for a change, write it under Proposals.",
        "",
    ),
    (
        "Blank cells",
        "A blank cell leaves the register as it is. To erase what was there, write the mark in brackets.",
        "(xoá)",
    ),
    ("Progress", f"Choose one of: {_WORDS['en']}. On time or overdue is computed.", "In progress"),
    ("Percent done", "A number from 0 to 100 with a % sign.", "65%"),
    ("Done date", "Day/month/year. Without it a finished task cannot be counted as on time.", "15/07/2025"),
    (
        "Deadline",
        "As the document says: a day, month, quarter, year, a span of time, or standing.",
        "15/07/2025; 6/2025; Quý III/2025; 2025; Thường xuyên",
    ),
    ("Several bodies", "Separate them with semicolons or line breaks (Alt+Enter).", "Sở Tài chính; Sở Nội vụ"),
    ("Adding a task", "Use the blank ruled rows at the end of the table. No id is needed.", ""),
    (
        "Sorting, filtering",
        "Both work; on a sheet with locked cells, unprotect it before sorting. Do not delete the hidden columns: they tell the rows apart.",
        "",
    ),
    (
        "Dropping a task",
        "Deleting a row deletes nothing in the register. Choose “Cancelled” and name the document under Note.",
        "Cancelled",
    ),
    ("Sending it back", "Save it as .xlsx and send the whole file.", ""),
)


# What only a packet needs: the first line names it, the others stand at the end.
_PACKET_VI: tuple[tuple[str, str, str], ...] = (
    ("Mã gói", "Mã của tệp này, in ở chân mỗi trang. Ghi mã khi hỏi lại hoặc khi tệp bị lỗi.", "{code}"),
    ("Đề nghị bỏ", "Ghi x vào cột cuối “Xoá?” để đề nghị bỏ nhiệm vụ; cơ quan giao việc quyết định.", "x"),
    (
        "Ô bị khoá",
        "Các ô giao việc được khoá để tránh sửa nhầm, không có mật khẩu. Cần sắp xếp, chép hoặc xoá dòng thì chọn Xem lại, Bỏ bảo vệ trang tính (LibreOffice: Công cụ, Bảo vệ trang tính).",
        "",
    ),
)
_PACKET_EN: tuple[tuple[str, str, str], ...] = (
    (
        "Packet code",
        "The code of this file, printed at the foot of every page. Name it in questions about the file.",
        "{code}",
    ),
    ("Asking to delete", "Write x in the last column, “Delete?”; the office that assigned the task decides.", "x"),
    (
        "Locked cells",
        "What was assigned is locked against slips, without a password. To sort, copy or delete rows: Review, Unprotect Sheet (LibreOffice: Tools, Protect Sheet).",
        "",
    ),
)


def guide_words(language: Language) -> tuple[str, str, str]:
    """The name of the guide's sheet, its title, and the head of its column of examples."""
    return _SHEET_WORDS[language]


def guide_lines(language: Language, packet: str = "") -> tuple[tuple[str, str, str], ...]:
    """The lines of the guide: about what, how, an example; `packet` is the code of a packet, "" for a plain export."""
    lines, (about, *more) = (_VI, _PACKET_VI) if language == "vi" else (_EN, _PACKET_EN)
    return ((about[0], about[1], about[2].format(code=packet)), *lines, *more) if packet else lines
