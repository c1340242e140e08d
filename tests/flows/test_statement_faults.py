"""A fault at every statement, and at every page a register grows by: all of it or nothing, and the desk works on.

The faults are SQLite's own: it stops the k-th statement, or finds no room for the k-th new page. This runs everywhere;
what the system does to files is in test_crash_sweep.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from r57desk.errors import DeskError
from r57desk.services.desk import Desk
from r57desk.store import edit_log
from r57desk.store.database import open_database
from r57desk.store.options import set_option
from r57desk.store.projection import dump
from tests.flows.conftest import write_annex

TASKS, HEALTH = 24, "01.SYT"
Work = Callable[[Desk], object]


@dataclass
class Fault:
    """Stops the statement of that number, on one connection, while it is set; counts them all."""

    connection: sqlite3.Connection
    at: int = 0
    seen: list[str] = field(default_factory=list)

    def __enter__(self) -> Fault:
        self.connection.set_trace_callback(self._begin)
        self.connection.set_progress_handler(self._stop, 1)
        return self

    def __exit__(self, *_: object) -> None:
        self.connection.set_trace_callback(None)
        self.connection.set_progress_handler(None, 1)

    def _begin(self, statement: str) -> None:
        if not statement.startswith("--"):  # those are the steps of triggers
            self.seen.append(statement)
            if statement == "COMMIT" and len(self.seen) == self.at:
                self.at += 1  # stopped at its end it would have done its work

    def _stop(self) -> bool:
        return len(self.seen) == self.at


def make_desk(path: Path, office: str) -> Desk:
    """A register without the lists of units and days, which make it slow to copy."""
    with open_database(path, now="2025-09-24T08:00:00", create=True) as db:
        set_option(db, "office", office)
    return Desk.open(path)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    (tmp_path / "so").mkdir()
    with closing(make_desk(tmp_path / "so" / "so.db", "01")) as made:
        yield made


@pytest.fixture
def works(desk: Desk, tmp_path: Path) -> Callable[[str], Work]:
    """What is done to a desk, by name, after all that comes before it."""

    def import_annex() -> Work:
        plan = desk.imports.plan(desk.imports.read(write_annex(tmp_path / "phu-luc.xlsx", TASKS)))
        return lambda desk: desk.imports.apply(plan)

    def send() -> Work:
        import_annex()(desk)
        return lambda desk: desk.exports.export(tmp_path / "giao.xlsx", to=HEALTH, to_name="Sở Y tế")

    def import_answer() -> Work:
        send()(desk)
        answer(tmp_path, tmp_path / "giao.xlsx", tmp_path / "tra-loi.xlsx")
        plan = desk.imports.plan(desk.imports.read(tmp_path / "tra-loi.xlsx"))
        return lambda desk: desk.imports.apply(plan)

    def send_receipt() -> Work:
        import_answer()(desk)
        return lambda desk: desk.receipts.write(2, tmp_path / "phieu.xlsx")

    made = (import_annex, send, import_answer, send_receipt)
    return lambda name: next(one for one in made if one.__name__ == name)()


def answer(folder: Path, sent: Path, out: Path) -> None:
    """The other office takes it in, works, and sends its work back."""
    with closing(make_desk(folder / "so-y-te.db", HEALTH)) as health:
        health.imports.apply(health.imports.plan(health.imports.read(sent)))
        first, second, *_ = health.tasks.find()
        health.tasks.set_fields([first.id], {"result_now": "Đã trình dự thảo", "percent": "40"})
        health.tasks.set_fields([second.id], {"deadline_text": "Tháng 12/2025"})
        health.tasks.create({"title": "Việc phát sinh tại sở"})
        health.exports.export(out, to="01")


def look(desk: Desk) -> tuple[object, ...]:
    """All that a register holds of rows, log and exchange."""
    assert not desk.writer.connection.in_transaction
    sent = tuple((one.number, one.file_name) for one in desk.exchange.sent())
    return dump(desk.reader), edit_log.count_deltas(desk.reader), len(desk.exchange.received()), sent


@pytest.mark.parametrize("name", ["import_annex", "send", "import_answer", "send_receipt"])
def test_L13_a_fault_at_every_statement_changes_nothing(
    desk: Desk, works: Callable[[str], Work], tmp_path: Path, name: str
) -> None:
    work = works(name)
    old, files = look(desk), set(tmp_path.glob("*.*"))
    fault = Fault(desk.writer.connection)
    while look(desk) == old:
        assert set(tmp_path.glob("*.*")) == files, fault.seen[-1]
        fault = Fault(desk.writer.connection, fault.at + 1)
        with fault, suppress(sqlite3.OperationalError):
            work(desk)
    assert fault.at >= len(fault.seen), "each was stopped once"
    assert fault.at > 20
    assert dump(desk.reader) == dump(desk.writer)
    assert desk.register.check().sound
    if name.startswith("send"):
        (made,) = set(tmp_path.glob("*.*")) - files
        assert desk.exchange.sent()[0].file_name == made.name


@pytest.mark.parametrize("name", ["import_annex", "send", "import_answer"])
def test_L13_a_disk_that_is_full_at_every_page_changes_nothing(
    desk: Desk, works: Callable[[str], Work], tmp_path: Path, name: str
) -> None:
    work = works(name)
    old, files = look(desk), set(tmp_path.glob("*.*"))
    connection = desk.writer.connection
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    most, told = pages, set()
    while look(desk) == old:
        assert set(tmp_path.glob("*.*")) == files
        assert connection.execute(f"PRAGMA max_page_count = {most}").fetchone() == (most,)
        try:
            work(desk)
        except DeskError as error:
            told.add(error.code)
        most += 1
    assert told == {"disk_full"}
    assert most - pages > 1
    assert desk.register.check().sound


def test_L13_the_next_start_notes_a_packet_whose_file_stands(
    desk: Desk, works: Callable[[str], Work], tmp_path: Path
) -> None:
    work = works("send")
    work(desk)  # gives the tasks to the office, so that the next two do the same statements
    with Fault(desk.writer.connection) as whole:
        work(desk)
    after = whole.seen.index("COMMIT") + 2
    with Fault(desk.writer.connection, after), pytest.raises(sqlite3.OperationalError):
        work(desk)
    assert [one.state for one in desk.exchange.sent()] == ["unfinished", "waiting", "waiting"]
    desk.close()
    with closing(Desk.open(desk.path)) as opened:
        newest = opened.exchange.sent()[0]
        assert (newest.number, newest.state) == (3, "waiting")
        assert newest.size == (tmp_path / "giao.xlsx").stat().st_size
