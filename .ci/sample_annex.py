"""A small task annex as an office types one, for machines that have no real one at hand: our own wording.

python .ci/sample_annex.py OUT.xlsx
"""

import sys
from datetime import date
from pathlib import Path

import xlsxwriter

HEADERS = ("TT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời hạn", "Sản phẩm", "Kết quả thực hiện")
MONTH = date(2025, 6, 1)  # what Excel makes of a typed "6/2025"

# (group number, group, tasks); a task is (title, lead, cooperating bodies, deadline, deliverable)
GROUPS = (
    (
        "I",
        "Nâng cao nhận thức, đổi mới cách làm",
        (
            (
                "Mở chuyên mục hỏi đáp về chuyển đổi số trên cổng thông tin của tỉnh",
                "Văn phòng UBND tỉnh",
                "Các sở",
                "Quý II/2025",
                "Chuyên mục",
            ),
            (
                "Tổ chức lớp học kỹ năng số cho cán bộ cấp xã,\nmỗi xã ít nhất một lớp",
                "Sở Nội vụ",
                "UBND các xã, phường",
                "Thường xuyên",
                "Báo cáo năm",
            ),
            (
                "Chọn ba xã làm thí điểm phòng họp không giấy",
                "Sở Khoa học và Công nghệ",
                "",
                "15/07/2025",
                "Quyết định",
            ),
        ),
    ),
    (
        "II",
        "Hoàn thiện quy định",
        (
            (
                "Rà soát các quy định của tỉnh còn cản trở nghiên cứu khoa học",
                "Sở Tư pháp",
                "Sở Khoa học và Công nghệ",
                MONTH,
                "Báo cáo",
            ),
            (
                "Trình quy chế chia sẻ dữ liệu giữa các sở",
                "Sở Khoa học và Công nghệ",
                "Công an tỉnh",
                2025,
                "Quy chế",
            ),
            (
                "Đề xuất mức chi cho nhiệm vụ khoa học trong dự toán",
                "Sở Tài chính",
                "Các sở, ngành",
                "Trước 30/9/2025",
                "Văn bản đề xuất",
            ),
        ),
    ),
    (
        "III",
        "Hạ tầng và dữ liệu",
        (
            (
                "Lập danh mục dữ liệu mở đợt đầu",
                "Sở Khoa học và Công nghệ",
                "Các sở, ngành",
                "Tháng 8/2025",
                "Danh mục",
            ),
            (
                "Phủ sóng di động cho các thôn còn trắng sóng",
                "Sở Khoa học và Công nghệ",
                "Các doanh nghiệp viễn thông",
                "2025 - 2026",
                "Bản đồ vùng phủ",
            ),
            (
                "Đưa vào dùng kho dữ liệu hồ sơ đất đai",
                "Sở Nông nghiệp và Môi trường",
                "",
                "Quý IV/2025",
                "Kho dữ liệu",
            ),
        ),
    ),
)


# What an office that answers types under the last headings: result, percent, state. The seventh is beyond belief.
ANSWER_HEADERS = ("Kết quả thực hiện", "Tiến độ (%)", "Trạng thái")
ANSWERS = (
    ("Đã mở chuyên mục từ 20/6", "100%", "Hoàn thành"),
    ("Đã dạy 12 lớp", 0.4, "Đang TH"),
    ("", "", ""),
    ("Đang lấy ý kiến", "65,5%", "Trễ hạn"),
    ("Đã trình dự thảo", 80, "Trình duyệt"),
    ("", "", "Chưa TH"),
    ("Đã công bố 30 mục", "hơn một nửa", "Đang thực hiện"),
)


def write_annex(path, answers=()):
    """Write the annex: title block, header on row 6, Roman group rows, a month Excel took for a date, a signature.

    With ANSWERS it is the annex as an office sends it back.
    """
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("Phụ lục")
    bold = book.add_format({"bold": True, "align": "center", "text_wrap": True, "border": 1})
    cell = book.add_format({"text_wrap": True, "valign": "top", "border": 1})
    month = book.add_format({"num_format": "mmm-yy", "border": 1})
    title = book.add_format({"bold": True, "align": "center"})
    headers = HEADERS[:-1] + (ANSWER_HEADERS if answers else HEADERS[-1:])
    last = len(headers) - 1
    sheet.merge_range(0, 0, 0, 2, "ỦY BAN NHÂN DÂN TỈNH", title)
    sheet.merge_range(2, 0, 2, last, "PHỤ LỤC", title)
    sheet.merge_range(3, 0, 3, last, "(Kèm theo Kế hoạch số 12/KH-UBND ngày 10/02/2025)", title)
    sheet.write_row(5, 0, headers, bold)
    row, number = 6, 0
    for group_number, group, tasks in GROUPS:
        sheet.write_string(row, 0, group_number, bold)
        sheet.merge_range(row, 1, row, last, group, bold)
        for heading, lead, coop, deadline, deliverable in tasks:
            row, number = row + 1, number + 1
            sheet.write_number(row, 0, number, cell)
            sheet.write_row(row, 1, (heading, lead, coop), cell)
            if isinstance(deadline, date):
                sheet.write_datetime(row, 4, deadline, month)
            else:
                sheet.write(row, 4, deadline, cell)
            answer = answers[number - 1] if number <= len(answers) else ("",) * (last - 5)
            sheet.write_row(row, 5, (deliverable, *answer), cell)
        row += 1
    sheet.merge_range(row + 1, 4, row + 1, last, "TM. ỦY BAN NHÂN DÂN", title)
    book.close()
    return number


if __name__ == "__main__":
    write_annex(Path(sys.argv[1]))
