"""A real register with a handful of tasks, a session over it, and the window's language and look, for every test."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from r57desk.domain.task import Task
from r57desk.services.desk import Desk
from r57desk.services.planning import ImportPlan
from r57desk.ui.jobs import Jobs
from r57desk.ui.session import Session
from r57desk.ui.theme import apply_look
from r57desk.ui.translation import install_language
from tests.ui.exchanging import OtherOffice, take_part

TODAY = date(2025, 9, 24)
# group number, group, TT, title, lead, deadline, progress, percent, done date
ROWS = (
    ("I", "Nhận thức", "1", "Xây dựng Chương trình phát triển Chính phủ số", "Bộ Nội vụ", "9/2025", "trinh_duyet", "95", ""),
    ("I", "Nhận thức", "2", "Xây dựng kế hoạch tuyên truyền", "Bộ Nội vụ", "6/2025", "dang_thuc_hien", "65", ""),
    ("I", "Nhận thức", "3", "Phát động phong trào thi đua", "Các bộ, ngành", "Thường xuyên", "", "", ""),
    ("II", "Thể chế", "4", "Sửa đổi Luật Giao dịch điện tử", "Bộ Công an", "Năm 2025", "dang_thuc_hien", "25", ""),
    ("II", "Thể chế", "5", "Ban hành Nghị định về dữ liệu", "Bộ Công an", "6/2025", "hoan_thanh", "", "2025-06-20"),
    ("II", "Thể chế", "6", "Rà soát quy định về đầu tư", "Bộ Tài chính", "6/2025", "hoan_thanh", "", "2025-07-18"),
    ("II", "Thể chế", "10", "Hoàn thiện cơ chế thử nghiệm", "Bộ Công an", "", "", "", ""),
    ("III", "Hạ tầng", "11", "Phủ sóng 5G tới các khu công nghiệp", "Các địa phương", "12/2025", "tam_dung", "", ""),
)  # fmt: skip
FIELDS = ("group_no", "category", "stt", "title", "lead", "deadline_text", "progress", "percent", "done_date")


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("R57DESK_TODAY", TODAY.isoformat())


@pytest.fixture(scope="session")
def made_register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The register every test gets a copy of."""
    path = tmp_path_factory.mktemp("register") / "so.db"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("R57DESK_TODAY", TODAY.isoformat())
        desk = Desk.create(path, "01", "Văn phòng UBND tỉnh A")
        for row in ROWS:
            values = dict(zip(FIELDS, row, strict=True)) | {"source_doc": "03/NQ-CP"}
            desk.tasks.create({field: value for field, value in values.items() if value})
        desk.close()
    return path


@pytest.fixture
def desk(made_register: Path, tmp_path: Path) -> Iterator[Desk]:
    """An open copy of the register."""
    path = tmp_path / "so.db"
    shutil.copy(made_register, path)
    opened = Desk.open(path)
    yield opened
    opened.close()


@pytest.fixture
def session(desk: Desk, qapp: QApplication) -> Session:
    """A session over the register, as of 24/09/2025, in Vietnamese and the light look."""
    install_language(qapp, "vi")
    apply_look(qapp, "light")
    return Session(desk)


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    """The job runner; nothing runs on after a test."""
    made = Jobs()
    yield made
    made.close()


@pytest.fixture
def task_of(session: Session) -> Callable[[str], Task]:
    """The task with a number, as it stands now."""

    def find(stt: str) -> Task:
        return next(task for task in session.desk.tasks.find() if task.stt == stt)

    return find


# -- a workbook that comes back -------------------------------------------------------------------

RETURNED = (
    ("TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn", "Tiến độ", "Kết quả thực hiện", "Ghi chú"),
    (1, "Xây dựng Chương trình phát triển Chính phủ số", "Bộ Nội vụ", "9/2025", "Đang trình", "Đã trình lần 1", ""),
    (2, "Xây dựng kế hoạch tuyên truyền", "Bộ Nội vụ", "6/2025", "Quá hạn", "Đang lấy ý kiến", "Thiếu kinh phí"),
    (3, "Phát động phong trào thi đua", "Các bộ, ngành", "Thường xuyên", "", "", ""),
    (4, "Sửa đổi Luật Giao dịch điện tử", "Bộ Công an", "Năm 2025", "Hoàn thành", "", ""),
    (12, "Kết nối cơ sở dữ liệu quốc gia", "Sở Tư pháp", "12/2025", "", "", ""),
)


@pytest.fixture
def returned(tmp_path: Path) -> Path:
    """A workbook about the register's tasks: one new, two changed, one unchanged, one differing, one cell to review."""
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Phụ lục"
    sheet["A1"] = "PHỤ LỤC NHIỆM VỤ"
    sheet["A2"] = "(Kèm theo Nghị quyết số 03/NQ-CP ngày 09/01/2025)"
    for place, row in enumerate(RETURNED, 4):
        for column, value in enumerate(row, 1):
            sheet.cell(place, column, value if value != "" else None)
    path = tmp_path / "tra-ve.xlsx"
    book.save(path)
    return path


@pytest.fixture
def plan(session: Session, returned: Path) -> ImportPlan:
    """What importing that workbook would do."""
    imports = session.desk.imports
    return imports.plan(imports.read(returned))


# -- another office -------------------------------------------------------------------------------


@pytest.fixture
def other(desk: Desk, tmp_path: Path) -> Iterator[OtherOffice]:
    """Another office with a register of its own, which took our first packet."""
    made = OtherOffice(desk, tmp_path)
    yield made
    made.desk.close()


@pytest.fixture
def differing(desk: Desk, other: OtherOffice) -> OtherOffice:
    """It and we wrote the result of task 2; it asks for another deadline of tasks 4 and 10."""
    take_part(desk, "Xây dựng kế hoạch tuyên truyền")
    task = next(task for task in desk.tasks.find() if task.stt == "2")
    desk.tasks.set_fields((task.id,), {"result_now": "Đã lấy ý kiến lần 2"})
    other.write("2", result_now="Hồ sơ đã trình")
    other.write("4", deadline_text="Tháng 9/2026")
    other.write("10", deadline_text="Quý I/2026")
    other.answer()
    return other
