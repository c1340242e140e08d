"""Made-up tasks to be printed, and poppler to look at what came out."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from r57desk.domain.deadline import parse_deadline
from r57desk.domain.task import Task
from r57desk.paper.fonts import register_paper_fonts
from r57desk.paper.layout import plan_pages
from r57desk.paper.measure import Ruler, get_ruler
from r57desk.paper.model import Letterhead, Options, Sheet, Stamp
from r57desk.paper.pdf import write_pdf
from r57desk.paper.plan import Plan
from r57desk.paper.task_list import ListContent, build_task_list

FAMILY = "Tinos"
LONG_TITLE = 1743  # characters: the longest title met in a real annex

_VERBS = ("Xây dựng", "Rà soát", "Ban hành", "Tổ chức", "Hoàn thiện", "Kiểm tra", "Thí điểm")
_THINGS = (
    "quy chế khai thác kho dữ liệu dùng chung của tỉnh",
    "nền tảng họp trực tuyến tới cấp xã, bảo đảm an toàn thông tin",
    "chương trình đào tạo kỹ năng số cho người cao tuổi, hộ kinh doanh và hợp tác xã ở các thôn, bản xa trung tâm",
    "đề án phòng thử nghiệm mở về cảm biến nông nghiệp",
)
_BODIES = ("Sở Khoa học và Công nghệ", "Công an tỉnh; Sở Nội vụ", "Các sở, ngành, địa phương", "Văn phòng UBND tỉnh")
_DEADLINES = (
    "6/2025",
    "Tháng 10/2025",
    "Quý III/2025",
    "2025",
    "Thường xuyên",
    "15/7/2025",
    "trước ngày 20/11/2025",
    "",
)
_PROGRESS = ("chua_thuc_hien", "dang_thuc_hien", "trinh_duyet", "hoan_thanh", "tam_dung", "huy")
_GROUPS = (
    ("I", "Nâng cao nhận thức và năng lực quản trị trên môi trường số của người đứng đầu, cán bộ, công chức"),
    ("II", "HẠ TẦNG, DỮ LIỆU, NỀN TẢNG: GIỮ VỮNG Ế, Ỗ, Ẵ TRÊN MỌI DÒNG"),
    ("III", "Nhân lực"),
)


def make_title(length: int) -> str:
    """A made-up title of so many characters."""
    words = f"{' '.join(_THINGS)}; Ễ Ỗ Ẵ; "
    return ("Hoàn thiện " + words * (length // len(words) + 1))[:length].strip().ljust(length, ".")


def make_task(number: int) -> Task:
    """The made-up task of this number."""
    group_no, category = _GROUPS[number * len(_GROUPS) // 141]
    text = _DEADLINES[number % len(_DEADLINES)]
    progress = _PROGRESS[number % len(_PROGRESS)]
    return Task(
        id=f"T{number:017d}",
        stt=str(number),
        title=f"{_VERBS[number % 7]} {_THINGS[number % 4]}, đợt thứ {number:03d}.",
        source_doc="12/KH-UBND",
        group_no=group_no,
        category=category,
        lead=_BODIES[number % 4],
        coop=_BODIES[(number + 1) % 4],
        deliverable="Quyết định của Chủ tịch UBND tỉnh" if number % 3 else "",
        deadline_text=text,
        deadline=parse_deadline(text, 2025),
        progress=progress,
        percent=Decimal("65.5") if progress == "dang_thuc_hien" else None,
        done_date=date(2025, 7, 1) + timedelta(days=number) if progress == "hoan_thanh" else None,
    )


@pytest.fixture(scope="session")
def ruler(qapp: object) -> Ruler:
    """Measures of the bundled font."""
    register_paper_fonts()
    return get_ruler(FAMILY)


@pytest.fixture(scope="session")
def tasks() -> tuple[Task, ...]:
    """140 made-up tasks in three groups."""
    return tuple(make_task(number) for number in range(1, 141))


@pytest.fixture(scope="session")
def task_of() -> Callable[[int], Task]:
    """Made-up tasks by number."""
    return make_task


@pytest.fixture(scope="session")
def title_of() -> Callable[[int], str]:
    """Made-up titles by length."""
    return make_title


@pytest.fixture(scope="session")
def letterhead() -> Letterhead:
    return Letterhead("VĂN PHÒNG", "ỦY BAN NHÂN DÂN TỈNH B", "Tỉnh B")


@pytest.fixture(scope="session")
def stamp() -> Stamp:
    return Stamp(date(2025, 9, 24), 214, "7K2Q")


@pytest.fixture(scope="session")
def list_sheet(letterhead: Letterhead, stamp: Stamp) -> Callable[..., Sheet]:
    """A task list of these tasks; keywords go to the content or, where they name one, to the options."""

    def build(tasks: tuple[Task, ...], **choices: object) -> Sheet:
        options = {name: choices.pop(name) for name in list(choices) if name in Options.__dataclass_fields__}
        content = ListContent(tasks, **choices)  # type: ignore[arg-type]
        return build_task_list(content, letterhead, stamp, Options(**options))  # type: ignore[arg-type]

    return build


@pytest.fixture(scope="session")
def plan_of(ruler: Ruler) -> Callable[[Sheet], Plan]:
    """Pages in the bundled font."""
    return lambda sheet: plan_pages(sheet, FAMILY)


class Poppler:
    """The free PDF tools; a test that needs one is skipped where it is not installed."""

    def __init__(self, folder: Path, plan_of: Callable[[Sheet], Plan]) -> None:
        self._folder = folder
        self._plan_of = plan_of

    def pdf(self, sheet: Sheet) -> Path:
        """The sheet as a file."""
        path = self._folder / f"{len(list(self._folder.iterdir()))}.pdf"
        write_pdf(path, self._plan_of(sheet))
        return path

    def run(self, tool: str, *arguments: object) -> bytes:
        """What the tool prints."""
        found = shutil.which(tool)
        if not found:
            pytest.skip(f"{tool} (poppler-utils) is not installed")
        return subprocess.run([found, *map(str, arguments)], check=True, capture_output=True).stdout

    def pages(self, pdf: Path) -> list[str]:
        """The text of each page, in the order it was drawn."""
        return self.run("pdftotext", "-raw", pdf, "-").decode().split("\f")[:-1]

    def pixels(self, pdf: Path, page: int, resolution: int = 60) -> list[bytes]:
        """The rows of a page as RGB bytes."""
        data = self.run("pdftoppm", "-r", resolution, "-f", page, "-l", page, pdf)
        head = re.match(rb"P6\s+(\d+)\s+(\d+)\s+255\s", data)
        assert head
        width, height = int(head[1]) * 3, int(head[2])
        body = data[head.end() :]
        return [body[row * width : (row + 1) * width] for row in range(height)]


@pytest.fixture
def poppler(tmp_path: Path, plan_of: Callable[[Sheet], Plan]) -> Poppler:
    return Poppler(tmp_path, plan_of)


def squeeze(text: str) -> str:
    """Text without white space: how a broken line is found again."""
    return "".join(text.split())


@pytest.fixture(scope="session", name="squeeze")
def squeeze_fixture() -> Callable[[str], str]:
    return squeeze
