"""Commands that write, the registers they are given, and what a register and its files are found to be afterwards."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import openpyxl

from r57desk.merge.packet import Packet
from r57desk.services.desk import Desk
from r57desk.store.backup import find_backups
from r57desk.store.database import open_database
from r57desk.store.options import set_option
from r57desk.store.projection import dump
from r57desk.workbook.reader import read_workbook
from tests.flows.conftest import write_annex
from tests.flows.disk_faults import Ended, Program

TASKS = 24
DAY = "2025-09-24"
_OLD = "đã có từ trước"
_CODE = re.compile(r"[0-9A-Z]{18}(\.[0-9A-Z]{4})?")
_TRIED = re.compile(r"tmp/[a-z0-9_]{8}")
_CLOCK = re.compile(rb"\d{4}-?\d\d-?\d\d(T\d\d:\d\d:\d\d|\d{6})")


@dataclass(frozen=True)
class Scene:
    """A command, the folder it is run in, and the file it writes ("" for none); `packet` when that is a packet."""

    name: str
    template: str
    arguments: tuple[str, ...]
    out: str = ""
    packet: bool = False


SCENES = (
    Scene("import", "made", ("import", "vao/phu-luc.xlsx")),
    Scene("import of an answer", "asked", ("import", "vao/tra-loi.xlsx")),
    Scene("import after a crash", "crashed", ("import", "vao/phu-luc.xlsx")),
    Scene("export", "filled", ("export", "ra/gui.xlsx"), "ra/gui.xlsx"),
    Scene("packet", "filled", ("export", "ra/gui.xlsx", "--to", "01.SYT", "--name", "Sở Y tế"), "ra/gui.xlsx", True),
    Scene("receipt", "answered", ("receipt", "2", "ra/phieu.xlsx"), "ra/phieu.xlsx", True),
    Scene("errors", "answered", ("errors", "2", "ra/loi.xlsx"), "ra/loi.xlsx"),
    Scene("print", "answered", ("print", "ra/so.pdf"), "ra/so.pdf"),
)


@dataclass(frozen=True)
class State:
    """What a register holds. `sent` are the states of its packets, newest first."""

    rows: bytes
    deltas: int
    imports: int
    received: int
    sent: tuple[str, ...]


class Place:
    """A folder that a scene is played in, as often as it takes: it always has the same name."""

    def __init__(self, folder: Path, templates: Path, program: Program) -> None:
        self.folder, self._templates, self._program = folder, templates, program
        self.db = folder / "so" / "so.db"

    def set_up(self, scene: Scene) -> None:
        """As the template is."""
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(self._templates / scene.template, self.folder)

    def keep(self, template: str) -> None:
        """What stands here now becomes a template."""
        shutil.copytree(self.folder, self._templates / template)

    def say(self, scene: Scene) -> list[object]:
        """The command, its files in this folder."""
        given = [self.folder / one if one.startswith(("vao/", "ra/")) else one for one in scene.arguments]
        return ["--db", self.db, *given]

    def run(self, scene: Scene) -> Ended:
        """The command, undisturbed."""
        return self._program.run(*self.say(scene))

    def look(self) -> State:
        """What the register holds for who starts next; it is sound, and nothing is left in its folder."""
        desk = Desk.open(self.db)
        try:
            report = desk.register.check()
            assert report.sound, report.problems()
            state = State(
                dump(desk.reader),
                report.deltas,
                len(desk.imports.records()),
                len(desk.exchange.received()),
                tuple(one.state for one in desk.exchange.sent()),
            )
        finally:
            desk.close()
        assert {path.name for path in self.db.parent.iterdir()} == {"so.db", "so.db.lock", "so.db.sao-luu"}
        copies = find_backups(self.db)
        assert {copy.path for copy in copies} == set((self.db.parent / "so.db.sao-luu").iterdir())
        for copy in copies:
            assert copy.path.read_bytes()[18:20] == b"\1\1", "a copy needs no log beside it"
            with closing(sqlite3.connect(copy.path)) as backup:
                assert backup.execute("PRAGMA quick_check").fetchall() == [("ok",)], "a copy with a name is whole"
        return state

    def let_a_day_pass(self) -> None:
        """What lies in the folder for what is written on the way was left there long ago."""
        for path in (self.folder / "tmp").iterdir():
            os.utime(path, (0, 0))

    def find_left(self) -> set[str]:
        """What lies about where files are written to, but for what Python tries the folder with when it starts."""
        found = {path.relative_to(self.folder).as_posix() for name in ("ra", "tmp") for path in self._all(name)}
        tried = {
            name for name in found if _TRIED.fullmatch(name) and (self.folder / name).stat().st_size <= len("blat")
        }
        return found - tried - {one.out for one in SCENES}

    def _all(self, name: str) -> list[Path]:
        return list((self.folder / name).rglob("*"))


def read_content(file: Path) -> object:
    """What a file says, but for its code and the time; it is whole."""
    if file.suffix == ".pdf":
        content = file.read_bytes()
        assert content.rstrip().endswith(b"%%EOF")
        return _CLOCK.sub(b"", content)
    with zipfile.ZipFile(file) as archive:
        assert archive.testzip() is None
    book = openpyxl.load_workbook(file)
    shown = [list(sheet.values) for sheet in book.worksheets if sheet.sheet_state == "visible"]
    return _CODE.sub("", str(shown)), find_packet(file) is not None


def find_packet(file: Path) -> Packet | None:
    """The packet in a workbook; a list of cells to look at is no task list, and holds none."""
    return None if file.name.startswith("loi") else read_workbook(file).packet


def is_old(file: Path) -> bool:
    """Whether it is still the file that stood there before."""
    return file.read_bytes() == _OLD.encode()


def build_templates(folder: Path, place: Place, program: Program, crash: Callable[[], None]) -> None:
    """Every folder that a scene begins with; `crash` leaves one as a crash leaves it."""
    for name in ("so", "vao", "ra", "tmp"):
        (place.folder / name).mkdir(parents=True)
    _make_register(place.db, "01")
    write_annex(place.folder / "vao" / "phu-luc.xlsx", TASKS)
    for scene in SCENES:
        if scene.out:
            (place.folder / scene.out).write_text(_OLD, "utf-8")
    place.keep("made")
    crash()
    place.keep("crashed")
    _succeed(place.run(SCENES[0]))
    place.keep("filled")
    sent, answer = folder / "giao.xlsx", place.folder / "vao" / "tra-loi.xlsx"
    _succeed(program.run("--db", place.db, "export", sent, "--to", "01.SYT", "--name", "Sở Y tế"))
    _answer(program, folder / "so-y-te.db", sent, answer)
    place.keep("asked")
    _succeed(place.run(SCENES[1]), 1)
    place.keep("answered")


def _make_register(path: Path, office: str) -> None:
    """A register without the lists of units and days: fewer pages, each of which is a write to fail."""
    with open_database(path, now=f"{DAY}T08:00:00", create=True) as db:
        set_option(db, "office", office)


def _answer(program: Program, db: Path, sent: Path, answer: Path) -> None:
    """The other office works in its register, sends a packet back, and somebody writes into it by hand."""
    _make_register(db, "01.SYT")
    _succeed(program.run("--db", db, "import", sent))
    with closing(Desk.open(db)) as desk:
        first, second, *_ = desk.tasks.find()
        desk.tasks.set_fields([first.id], {"result_now": "Đã trình dự thảo", "percent": "40"})
        desk.tasks.set_fields([second.id], {"deadline_text": "Tháng 12/2025"})
        desk.tasks.create({"title": "Việc phát sinh tại sở"})
    _succeed(program.run("--db", db, "export", answer, "--to", "01"))
    book = openpyxl.load_workbook(answer)
    sheet = book.worksheets[0]
    header = next(line for line in sheet.iter_rows() if any(cell.value == "Tiến độ (%)" for cell in line))
    column = next(cell.column for cell in header if cell.value == "Tiến độ (%)")
    for down, value in ((4, "rất nhiều"), (5, 60)):
        sheet.cell(header[0].row + down, column).value = value
    book.save(answer)


def _succeed(ended: Ended, code: int = 0) -> None:
    assert ended.code == code, ended
