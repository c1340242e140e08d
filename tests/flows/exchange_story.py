"""Headquarters, an office with the program and one with a spreadsheet alone: a whole round of work, seen at the windows.

Told once, for the test that walks through it and for the film of it. Whatever a person does is done by clicks and keys.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from r57desk.domain.fields import BY_CODE, TASK_FIELDS
from r57desk.domain.task import Task
from r57desk.services.desk import Desk
from r57desk.ui.columns import COLUMNS
from r57desk.ui.text_dialog import TextDialog
from tests.flows.office_window import SHIFTED, OfficeWindow

HEAD, SCIENCE, HOME, MINISTRY = "01", "01.SKHCN", "01.SNV", "TW.BKHCN"
SHORT = {SCIENCE: "Sở KH&CN", HOME: "Sở Nội vụ"}
TODAY = date(2025, 9, 24)
_HEADER = ("TT", "Tên nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời hạn", "Sản phẩm")
_OUR_PLAN = (
    ("(Kèm theo Kế hoạch số 57/KH-UBND ngày 10/02/2025)",),
    _HEADER,
    ("I", "Dữ liệu và hạ tầng"),
    (1, "Xây dựng Đề án kho dữ liệu dùng chung của thành phố", "Sở Khoa học và Công nghệ", "Sở Nội vụ", "30/9/2025", "Đề án"),
    (2, "Lập danh mục dữ liệu mở đợt đầu", "Sở Khoa học và Công nghệ", "Các sở, ngành", "Quý III/2025", "Danh mục"),
    (3, "Ban hành quy chế chia sẻ dữ liệu giữa các sở, ngành", "Sở Khoa học và Công nghệ", "Công an thành phố", "15/9/2025",
     "Quy chế"),
    (4, "Phủ sóng di động cho các thôn còn vùng lõm sóng", "Sở Khoa học và Công nghệ", "", "Năm 2025", "Báo cáo"),
    ("II", "Con người và cách làm"),
    (5, "Tập huấn kỹ năng số cho cán bộ phường, xã", "Sở Nội vụ", "UBND các phường, xã", "Tháng 10/2025", "Báo cáo kết quả"),
    (6, "Sửa đổi quy chế làm việc trên môi trường điện tử", "Sở Nội vụ", "", "Tháng 9/2025", "Quyết định"),
)  # fmt: skip
_ASKED_OF_US = (
    ("(Kèm theo Công văn số 1210/BKHCN-CĐS ngày 18/6/2025)",),
    _HEADER,
    (12, "Cung cấp dữ liệu của thành phố cho Cơ sở dữ liệu quốc gia về khoa học, công nghệ", "UBND thành phố",
     "Bộ Khoa học và Công nghệ", "31/12/2025", "Bộ dữ liệu"),
    (27, "Bố trí nhân lực chuyên trách chuyển đổi số ở phường, xã", "UBND thành phố", "Bộ Nội vụ", "Quý IV/2025", "Báo cáo"),
)  # fmt: skip
_TITLES = {str(row[0]): str(row[1]) for row in (*_OUR_PLAN, *_ASKED_OF_US) if isinstance(row[0], int)}

PLAN, LIST, RULES, CLASSES, STYLE, DATA = ("1", "2", "3", "5", "6", "12")  # by their number in the annex
SAID_BY_SCIENCE = "Đã kết nối thử, cung cấp 1.200 hồ sơ nhiệm vụ khoa học."
SAID_BY_HOME = "Đã cung cấp danh sách 340 cán bộ khoa học của các sở."
RULES_SAID = "Đã lấy ý kiến các sở, ngành; đang tiếp thu, hoàn thiện."
REASON = "Đã gia hạn một lần; đề nghị hoàn thành trong tháng 9."

TYPED: tuple[tuple[str, str, str], ...] = (
    (DATA, "result_now", SAID_BY_HOME),
    (CLASSES, "progress", "Đang thực hiện"),
    (CLASSES, "percent", "60%"),
    (CLASSES, "result_now", "Đã mở 12 lớp, 480 lượt người học."),
    (STYLE, "deadline_text", "Tháng 11/2025"),
)
"""What the second department types into its workbook: number of the task, field, text."""

FillIn = Callable[[Path, Path], None]
"""Open a packet, type `TYPED` into it, save it as another file."""


def title_of(number: str) -> str:
    """The title of a task."""
    return _TITLES[number]


def write_annex(path: Path, rows: Sequence[tuple[Any, ...]]) -> Path:
    """A plain annex with these rows."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def fill_in_cells(packet: Path, target: Path) -> None:
    """What LibreOffice would do, by openpyxl."""
    book = openpyxl.load_workbook(packet)
    cells = [cell for row in book.worksheets[0].iter_rows() for cell in row if cell.value is not None]
    for number, field, text in TYPED:
        row = next(cell.row for cell in cells if cell.value == title_of(number))
        column = next(cell.column for cell in cells if cell.value == BY_CODE[field].label_vi)
        book.worksheets[0].cell(row, column).value = text
    book.save(target)


@dataclass
class Story:
    """Where the files lie, who fills in the workbook, and who looks: `seen(name)` after each step worth a look."""

    app: QApplication
    folder: Path
    fill_in: FillIn
    seen: Callable[[str, OfficeWindow | None], None] = lambda name, office: None
    quiet: float = 0.03

    @property
    def head_register(self) -> Path:
        return self.folder / "thanh-pho.db"

    @property
    def science_register(self) -> Path:
        return self.folder / "so-khcn.db"

    def file(self, name: str) -> Path:
        return self.folder / f"{name}.xlsx"

    def open(self, path: Path) -> closing[OfficeWindow]:
        return closing(OfficeWindow(self.app, path, quiet=self.quiet))

    # -- the round -------------------------------------------------------------------------------

    def tell(self) -> None:
        """All of it, in order."""
        self.prepare()
        with self.open(self.head_register) as head:
            self.send_to_departments(head)
        with self.open(self.science_register) as science:
            self.start_register(science)
            self.take_packet(science)
            self.do_the_work(science)
            self.answer(science)
        self.fill_in(self.file("giao-so-noi-vu"), self.file("so-noi-vu-tra-loi"))
        self.seen("so-noi-vu-dien-bang-tinh", None)
        with self.open(self.head_register) as head:
            self.import_answers(head)
            self.decide(head)
            self.send_receipt(head)
        with self.open(self.science_register) as science:
            self.read_receipt(science)
        self.check()

    def prepare(self) -> None:
        """Headquarters has its register: a plan of its own, and what a ministry asks it to do and it does too."""
        plans = (
            (write_annex(self.file("ke-hoach"), _OUR_PLAN), ""),
            (write_annex(self.file("bo-giao"), _ASKED_OF_US), MINISTRY),
        )
        with closing(Desk.create(self.head_register, HEAD)) as desk:
            for path, sender in plans:
                desk.imports.apply(desk.imports.plan(desk.imports.read(path), sender))
            assert len(desk.tasks.find()) == len(_TITLES)

    # -- headquarters sends ----------------------------------------------------------------------

    def send_to_departments(self, head: OfficeWindow) -> None:
        self.seen("thanh-pho-nhiem-vu", head)
        head.press("Trao đổi")
        self.seen("thanh-pho-chua-trao-doi", head)
        self._send(head, "so khoa hoc", SHORT[SCIENCE], self.file("giao-so-khcn"), look=True)
        self._send(head, "so noi vu", SHORT[HOME], self.file("giao-so-noi-vu"))
        self.seen("thanh-pho-da-gui-hai-so", head)

    def _send(self, office: OfficeWindow, typed: str, to: str, path: Path, *, look: bool = False) -> None:
        office.press("Gửi gói đi…")
        dialog = office.dialog()
        search = dialog.addressee.search
        office.type(typed, search.field)
        office.wait_for(search.list.isVisible)
        if look:
            self.seen("tim-co-quan-nhan", office)
        office.key(Qt.Key.Key_Return)
        assert search.picked is not None
        office.type(str(path), dialog.path_field)
        if look:
            self.seen("gui-goi-di", office)
        office.press(dialog.main.text())
        office.wait_for(dialog.answer.isVisible)
        if look:
            self.seen("da-ghi-goi", office)
        assert path.exists()
        office.press("Đóng")

    # -- a department with the program -----------------------------------------------------------

    def start_register(self, science: OfficeWindow) -> None:
        first: Any = science.screen
        science.type("so khoa hoc ha noi", first.search.field)
        science.wait_for(first.search.list.isVisible)
        science.key(Qt.Key.Key_Return)
        self.seen("so-khcn-lap-so", science)
        science.press("Tiếp tục")
        science.press("Mở sổ")
        science.wait_for(lambda: science.program.desk is not None)
        assert science.window.session.desk.office == SCIENCE

    def take_packet(self, science: OfficeWindow) -> None:
        self._open_file(science, self.file("giao-so-khcn"))
        counts = {state: button.count for state, button in science.page.side.buttons.items()}
        assert counts["new"] >= len(_TITLES), counts
        self.seen("so-khcn-xem-truoc-goi", science)
        self._write_import(science)
        self.seen("so-khcn-da-nhan-goi", science)
        science.press("Xem nhiệm vụ")

    def _open_file(self, office: OfficeWindow, path: Path) -> None:
        """Import through the list of commands, up to the preview."""
        office.name_file(path, lambda: office.choose_command("Nhập từ Excel…"))
        office.wait_for(lambda: office.page.steps.step == "preview")

    def _write_import(self, office: OfficeWindow) -> None:
        office.press(office.page.main_button.text())
        office.wait_for(lambda: office.page.steps.step == "result")

    def do_the_work(self, science: OfficeWindow) -> None:
        self._report_in_table(science)
        self._move_on_board(science)
        self._ask_in_calendar(science)
        self._ask_in_panel(science)

    def _report_in_table(self, science: OfficeWindow) -> None:
        """The results of two tasks: the column is not in the table at first, so it is ticked."""
        view = science.view
        science.tick_in_menu("Cột", "Kết quả thực hiện")
        for number, text in ((DATA, SAID_BY_SCIENCE), (RULES, RULES_SAID)):
            row = self._row_of(view, number)
            view.grid.setFocus()
            view.grid.choose_row(row, column=COLUMNS.index("result_now"))
            science.key(Qt.Key.Key_F2)
            science.type(text)
            if number == DATA:
                self.seen("so-khcn-sua-tren-bang", science)
            science.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
            assert self._task(science, number).result_now == text

    def _row_of(self, view: Any, number: str) -> int:
        rows = range(view.model.rowCount())
        return next(row for row in rows if (task := view.model.task_at(row)) is not None and task.stt == number)

    def _task(self, office: OfficeWindow, number: str) -> Task:
        return next(task for task in office.window.session.desk.tasks.find() if task.stt == number)

    def _move_on_board(self, science: OfficeWindow) -> None:
        science.press("Bảng việc")
        listed = science.view.column("chua_thuc_hien").list
        place = next(
            row for row in range(listed.cards.rowCount()) if listed.cards.task(listed.cards.index(row)).stt == LIST
        )
        science.click_item(listed, listed.cards.index(place))
        science.key(Qt.Key.Key_Right, SHIFTED)
        assert self._task(science, LIST).progress == "dang_thuc_hien"
        self.seen("so-khcn-chuyen-the", science)

    def _ask_in_calendar(self, science: OfficeWindow) -> None:
        """A day later: not ours to decide, so it becomes a request."""
        science.press("Lịch")
        grid = science.view.grid
        grid.setFocus()
        grid.select_day(date(2025, 9, 15), self._task(science, RULES).id)
        science.key(Qt.Key.Key_Right, SHIFTED)
        assert self._task(science, RULES).requests == ("deadline_text",)
        self.seen("so-khcn-de-nghi-tren-lich", science)

    def _ask_in_panel(self, science: OfficeWindow) -> None:
        science.press("Nhiệm vụ")
        view = science.view
        view.grid.setFocus()
        view.grid.choose_row(self._row_of(view, PLAN))
        science.key(Qt.Key.Key_Return)
        field = science.window.shell.panel._fields["deadline_text"]
        field.words.setFocus()
        science.key(Qt.Key.Key_Return)
        science.type("31/10/2025")
        self.seen("so-khcn-xin-lui-han", science)
        science.key(Qt.Key.Key_Return)
        assert self._task(science, PLAN).requests == ("deadline_text",)
        self.seen("so-khcn-da-de-nghi", science)

    def answer(self, science: OfficeWindow) -> None:
        science.key(Qt.Key.Key_Escape)
        science.press("Trao đổi")
        self._send(science, "thanh pho ha noi", "Hà Nội", self.file("so-khcn-tra-loi"))
        self.seen("so-khcn-da-tra-loi", science)

    # -- headquarters reads the answers ----------------------------------------------------------

    def import_answers(self, head: OfficeWindow) -> None:
        head.press("Trao đổi")
        head.name_file(self.file("so-khcn-tra-loi"), lambda: head.press("Nhập gói nhận được…"))
        head.wait_for(lambda: head.page.steps.step == "preview")
        assert head.page.side.buttons["request"].count == 2
        self.seen("thanh-pho-xem-truoc-so-khcn", head)
        self._write_import(head)
        self.seen("thanh-pho-da-ghi-so-khcn", head)
        self._open_file(head, self.file("so-noi-vu-tra-loi"))
        counts = {state: button.count for state, button in head.page.side.buttons.items()}
        assert (counts["conflict"], counts["request"], counts["changed"]) == (1, 1, 3), counts
        self.seen("thanh-pho-xem-truoc-so-noi-vu", head)
        self._write_import(head)
        self.seen("thanh-pho-da-ghi-so-noi-vu", head)
        head.press("Trao đổi", head.window.shell.rail)
        self.seen("thanh-pho-can-quyet-dinh", head)

    def decide(self, head: OfficeWindow) -> None:
        head.press("Chọn giá trị")
        self.seen("thanh-pho-khac-nhau", head)
        head.press(f"Nhận của {SHORT[SCIENCE]}: {SAID_BY_SCIENCE}")
        self._choose_request(head, PLAN)
        self.seen("thanh-pho-de-nghi-gia-han", head)
        head.press("Chấp thuận")
        self._choose_request(head, RULES)

        def give_reason(dialog: TextDialog) -> None:
            head.type(REASON, dialog.input)
            self.seen("thanh-pho-khong-chap-thuan", head)
            head.press("Không chấp thuận 1 đề nghị")

        head.answer_dialog(TextDialog, lambda: head.press("Không chấp thuận, nêu lý do…"), give_reason)
        self._choose_request(head, STYLE)
        head.press("Chấp thuận")
        self.seen("thanh-pho-da-quyet-dinh", head)

    def _choose_request(self, office: OfficeWindow, number: str, section: str = "requests") -> None:
        listed = office.page.list
        for row in range(listed.lines.rowCount()):
            line = listed.lines.line(listed.lines.index(row))
            if line.section == section and getattr(line, "asked", None) and line.asked.stt == number:
                office.click_item(listed, listed.lines.index(row))
                return
        raise AssertionError(f"no request about task {number}")

    def send_receipt(self, head: OfficeWindow) -> None:
        head.press("Trao đổi", head.page)
        table = head.view.packets
        row = next(
            row
            for row, line in enumerate(table.lines.lines)
            if line.key.startswith("received:") and any(said.text == "so-khcn-tra-loi.xlsx" for said in line.cells)
        )
        link = table.lines.index(row, table.lines.columnCount() - 1)
        head.name_file(self.file("bao-nhan-so-khcn"), lambda: head.click_item(table, link))
        head.wait_for(self.file("bao-nhan-so-khcn").exists)
        self.seen("thanh-pho-da-xuat-phieu-bao-nhan", head)

    # -- and the department hears ----------------------------------------------------------------

    def read_receipt(self, science: OfficeWindow) -> None:
        self._open_file(science, self.file("bao-nhan-so-khcn"))
        self.seen("so-khcn-xem-truoc-phieu-bao-nhan", science)
        self._write_import(science)
        science.press("Trao đổi", science.window.shell.rail)
        self.seen("so-khcn-sau-phieu-bao-nhan", science)
        science.press("Xem", science.view.requests)
        self.seen("so-khcn-duoc-chap-thuan", science)
        self._choose_request(science, RULES, "ours")
        self.seen("so-khcn-khong-duoc-chap-thuan", science)

    # -- what the registers hold in the end ------------------------------------------------------

    def check(self) -> None:
        """Both registers say the same, and what was decided; AssertionError otherwise."""
        with closing(Desk.open(self.head_register)) as head, closing(Desk.open(self.science_register)) as science:
            held = [{task.stt: task for task in desk.tasks.find()} for desk in (head, science)]
            for tasks in held:
                assert tasks[DATA].result_now == SAID_BY_SCIENCE
                assert tasks[PLAN].deadline_text == "31/10/2025"
                assert tasks[RULES].deadline_text == "15/9/2025"
                assert tasks[RULES].result_now == RULES_SAID
                assert tasks[LIST].progress == "dang_thuc_hien"
                assert (tasks[CLASSES].progress, tasks[CLASSES].percent) == ("dang_thuc_hien", 60)
                assert tasks[STYLE].deadline_text == "Tháng 11/2025"
                assert not any(task.conflicts or task.requests for task in tasks.values())
            assert [_shared(task) for task in held[0].values()] == [_shared(task) for task in held[1].values()]
            answered = {
                asked.stt: (asked.outcome, asked.reason) for asked in science.deciding.requests(waiting=False)
            }
            assert answered[PLAN] == ("accepted", "")
            assert answered[RULES] == ("refused", REASON)
            assert head.deciding.differences() == []
            states = {packet.partner: packet.state for packet in head.exchange.sent()}
            assert states[HOME] == "acknowledged", states
            assert head.register.check().sound
            assert science.register.check().sound


def _shared(task: Task) -> Mapping[str, object]:
    return {field.code: getattr(task, field.code, None) for field in TASK_FIELDS if field.owner != "L"} | {
        "id": task.id
    }
