"""Task rows as offices write them, made up and always the same: the material of every measurement."""

from __future__ import annotations

import csv
import random
import zipfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import xlsxwriter

SEEDS = Path(__file__).resolve().parent.parent / "seeds"

# field code → header, in the order of the columns; the codes name the model's fields on the peers' side too
HEADERS = {
    "stt": "TT",
    "code": "Mã nhiệm vụ",
    "title": "Nhiệm vụ",
    "source_doc": "Văn bản giao việc",
    "category": "Nhóm nhiệm vụ",
    "lead": "Cơ quan chủ trì",
    "coop": "Cơ quan phối hợp",
    "deliverable": "Sản phẩm",
    "deadline_text": "Thời hạn",
    "authority": "Thẩm quyền",
    "progress": "Trạng thái",
    "percent": "Tiến độ (%)",
    "result_now": "Kết quả thực hiện",
    "done_date": "Ngày hoàn thành",
    "officer": "Chuyên viên",
}

_VERBS = ("Xây dựng", "Trình ban hành", "Rà soát, sửa đổi", "Tổ chức thực hiện", "Tổng kết", "Thí điểm", "Hoàn thiện")
# What tasks are about, as often as in a real annex: a few subjects return on every page, most only now and then.
_COMMON_THINGS = (
    "kế hoạch chuyển đổi số",
    "quy định về chia sẻ dữ liệu giữa các cơ quan",
    "cơ chế đầu tư cho khoa học và công nghệ",
)
_THINGS = (
    "chương trình đào tạo nhân lực bán dẫn",
    "phương án bảo đảm an toàn thông tin theo cấp độ",
    "chính sách hỗ trợ doanh nghiệp khởi nghiệp sáng tạo",
    "hệ thống giám sát giải quyết thủ tục hành chính",
    "mạng di động thế hệ thứ năm tại khu công nghiệp",
    "sàn giao dịch tài sản trí tuệ",
    "phòng thử nghiệm trọng điểm về vật liệu mới",
    "bản đồ ngập lụt từ ảnh vệ tinh",
    "học bạ điện tử liên thông các cấp học",
    "hồ sơ sức khoẻ điện tử của người dân",
    "kho lưu trữ số của cơ quan nhà nước",
    "trợ lý ảo cho công chức tiếp dân",
    "truy xuất nguồn gốc nông sản",
    "trạm quan trắc môi trường nước tự động",
    "giải thưởng sáng tạo trẻ hằng năm",
    "quỹ phát triển khoa học của doanh nghiệp",
    "đặt hàng nghiên cứu giống cây chịu hạn",
    "chữ ký số cá nhân cho người dân",
    "thanh toán không dùng tiền mặt ở chợ truyền thống",
    "đèn giao thông thông minh",
    "bãi đỗ xe tính phí tự động",
    "cấp phép xây dựng trực tuyến",
    "sổ tay kỹ năng số cho tổ công nghệ cộng đồng",
    "thư viện số dùng chung của các trường",
    "hội đồng tư vấn khoa học của địa phương",
    "cuộc thi tìm hiểu nghị quyết",
    "tiêu chí đánh giá người đứng đầu",
    "danh sách chuyên gia phản biện",
    "liên kết viện, trường và doanh nghiệp",
    "mạng cảm biến cảnh báo sạt lở",
)
_ENDS = (
    "; báo cáo kết quả định kỳ và đề xuất tháo gỡ vướng mắc phát sinh trong quá trình thực hiện",
    ",\nbảo đảm liên thông với cơ sở dữ liệu quốc gia và không trùng lặp với các chương trình đang triển khai",
    " trên địa bàn, ưu tiên các xã vùng sâu, vùng xa và các đơn vị mới sắp xếp lại",
    "; phân công rõ người, rõ việc, rõ thời gian, rõ trách nhiệm và rõ sản phẩm",
)
_BODIES = (
    "Sở Khoa học và Công nghệ",
    "Sở Tài chính",
    "Sở Nội vụ",
    "Công an tỉnh",
    "Văn phòng UBND tỉnh",
    "Sở Giáo dục và Đào tạo",
    "Sở Nông nghiệp và Môi trường",
    "UBND các xã, phường",
)
_DEADLINES = (
    "Quý III/2025",
    "Tháng 6/2025",
    "30/09/2025",
    "Năm 2026",
    "Thường xuyên",
    "Trước 15/12/2025",
    "2025 - 2027",
)
_PRODUCTS = ("Quyết định", "Kế hoạch", "Báo cáo", "Đề án", "Nghị quyết của HĐND", "Văn bản")
_GROUPS = (
    "Nâng cao nhận thức",
    "Hoàn thiện thể chế",
    "Tăng cường hạ tầng",
    "Phát triển nhân lực",
    "Hoạt động của cơ quan nhà nước",
    "Hoạt động của doanh nghiệp",
    "Hợp tác quốc tế",
)
_PROGRESS = ("Chưa thực hiện", "Đang thực hiện", "Trình duyệt", "Hoàn thành")
_PEOPLE = ("Nguyễn Văn Ánh", "Trần Thị Đào", "Lê Hữu Ước", "Phạm Thuỳ Vân", "Hoàng Ất")


def sample_rows(count: int) -> Iterator[tuple[str, ...]]:
    """`count` rows of text in the order of HEADERS, about 600 bytes each, every title different."""
    pick = random.Random(57)
    with (SEEDS / "units.csv").open(encoding="utf-8") as file:
        places = [unit["name_vi"] for unit in csv.DictReader(file) if unit["level"] == "commune"]
    for number in range(1, count + 1):
        thing = pick.choice(_COMMON_THINGS if pick.random() < 0.55 else _THINGS)
        progress = pick.choice(_PROGRESS)
        done = progress == "Hoàn thành"
        yield (
            str(number),
            f"NV-{number:06d}",
            f"{pick.choice(_VERBS)} {thing} tại {pick.choice(places)}, đợt {number}{pick.choice(_ENDS)}",
            f"Kế hoạch {number % 40 + 1}/KH-UBND",
            pick.choice(_GROUPS),
            pick.choice(_BODIES),
            "; ".join(pick.sample(_BODIES, pick.randint(0, 3))),
            pick.choice(_PRODUCTS),
            pick.choice(_DEADLINES),
            pick.choice(("UBND tỉnh", "HĐND tỉnh", "")),
            progress,
            "100" if done else str(pick.randrange(0, 95, 5)),
            f"Đã lấy ý kiến {pick.randint(2, 20)} cơ quan, đang tổng hợp lần {pick.randint(1, 4)}."
            if number % 3
            else "",
            (date(2025, 1, 6) + timedelta(days=number % 240)).strftime("%d/%m/%Y") if done else "",
            pick.choice(_PEOPLE),
        )


def write_sample(path: Path, count: int) -> None:
    """A workbook of `count` rows under one header row, all cells text."""
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    sheet = book.add_worksheet("Nhiệm vụ")
    sheet.write_row(0, 0, HEADERS.values())
    for index, row in enumerate(sample_rows(count), 1):
        for column, text in enumerate(row):
            if text:
                sheet.write_string(index, column, text)
    book.close()


def zip_anew(source: Path, target: Path) -> None:
    """The same workbook in other bytes, so that no file hash can tell it was seen before."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
