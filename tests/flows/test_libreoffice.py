"""LibreOffice alone as the other office: what it types into our packet comes back, and nothing else with it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from itertools import pairwise
from pathlib import Path

import openpyxl
import pytest

from r57desk.domain.fields import BY_CODE
from r57desk.services.desk import Desk
from r57desk.services.import_plan import ImportPlan
from r57desk.store import projection
from r57desk.workbook.export_options import BLANK_ROWS
from tests.flows.returned import ADDED, ANSWERER, REMOVED, SENDER, TYPED, Sent, find_cells, find_new, send, title_of
from tests.flows.worn import Table
from tests.libreoffice import Step, act, open_file, save_as

HOPS = ("xlsx", "ods", "ods, xlsx")


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory, empty_register: Path) -> Sent:
    return send(tmp_path_factory.mktemp("gui"), empty_register)


@pytest.fixture(scope="module")
def saved(sent: Sent, tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Path]:
    """The packet as LibreOffice saved it in one run: (untouched or filled in, by which way) → file."""
    folder = tmp_path_factory.mktemp("libreoffice")
    kept = {(what, way): way.rpartition(" ")[2] for what in ("nguyên", "điền") for way in HOPS}
    files = {key: folder / f"{at}.{kind}" for at, (key, kind) in enumerate(kept.items())}
    act(folder, [step for what in ("nguyên", "điền") for step in _work(sent, what, files)])
    return files


def _work(sent: Sent, what: str, files: dict[tuple[str, str], Path]) -> Iterator[Step]:
    yield open_file(sent.path)
    if what == "điền":
        yield from _fill_in()
    yield save_as(files[what, "xlsx"])
    yield save_as(files[what, "ods"])
    yield ("close",)
    yield open_file(files[what, "ods"])
    yield save_as(files[what, "ods, xlsx"])
    yield ("close",)


def _fill_in() -> Iterator[Step]:
    yield ("unprotect",)
    yield "sort", BY_CODE["deadline_text"].label_vi, "down"
    for typed in TYPED:
        yield "type", title_of(typed.task), typed.header, typed.text
    for place, values in enumerate(ADDED[:-1]):
        for field, text in values.items():
            yield "fill", str(BLANK_ROWS - 1 - place), BY_CODE[field].label_vi, text
    for field, text in ADDED[-1].items():
        yield "below", "1", BY_CODE[field].label_vi, text
    for number in REMOVED:
        yield "remove", title_of(number)
    yield "filter", BY_CODE["lead"].label_vi, "Sở Tư pháp"


@pytest.fixture
def desk(sent: Sent, tmp_path: Path) -> Iterator[Desk]:
    """The sender, as it was when it sent the packet."""
    path = tmp_path / "so.db"
    shutil.copyfile(sent.register, path)
    with closing(Desk.open(path)) as opened:
        yield opened


@pytest.fixture
def answerer(tmp_path: Path) -> Iterator[Desk]:
    """The other office, had it our program."""
    with closing(Desk.create(tmp_path / "so-y-te.db", ANSWERER, "Sở Y tế")) as opened:
        yield opened


def plan(desk: Desk, path: Path) -> ImportPlan:
    return desk.imports.plan(desk.imports.read(path))


def assert_as_typed(made: ImportPlan, sent: Sent) -> None:
    """The thirty cells, the three new tasks, the two without a line, and nothing else."""
    wanted = {
        (sent.rows[typed.task], typed.field, "changed" if at < 22 else "request", typed.says)
        for at, typed in enumerate(TYPED)
    }
    assert find_cells(made) == wanted
    assert find_new(made) == [dict(values) for values in ADDED]
    assert sorted(row.row_id for row in made.missing) == sorted(sent.rows[number] for number in REMOVED)
    assert (made.office, made.packet, made.quarantined) == (ANSWERER, sent.packet, ())
    assert [note.code for note in made.notes] == ["row_without_number", "row_renamed"]


@pytest.mark.parametrize("way", HOPS)
def test_what_libreoffice_typed_comes_back_and_nothing_else(desk, sent, saved, way):
    made = plan(desk, saved["điền", way])
    assert_as_typed(made, sent)
    before = {task.id: task for task in desk.tasks.find()}
    desk.imports.apply(made)
    after = {task.id: task for task in desk.tasks.find()}
    assert after.keys() >= before.keys(), "nothing is deleted"
    assert len(after) == len(before) + len(ADDED)
    said = {(sent.rows[one.task], one.field): one.says for one in TYPED[:22]}
    for row, task in before.items():
        for code in BY_CODE:
            wanted = said[row, code] if (row, code) in said else _text(getattr(task, code))
            assert _text(getattr(after[row], code)) == (wanted or ""), (task.stt, code)
    assert {(one.row_id, one.field) for one in desk.deciding.requests()} == {
        (sent.rows[typed.task], typed.field) for typed in TYPED[22:]
    }
    for other in HOPS:
        assert plan(desk, saved["điền", other]).rows == (), "the same answer, however it was saved"


def _text(value: object) -> str:
    return "" if value is None else str(value)


def test_it_was_sorted_filtered_and_unprotected(sent, saved):
    was, now = (openpyxl.load_workbook(path) for path in (sent.path, saved["điền", "xlsx"]))
    assert (was.worksheets[0].protection.sheet, now.worksheets[0].protection.sheet) == (True, False)
    table = Table(now)
    deadlines = [value for row in table.rows if (value := table.cell(row, "Thời hạn").value)]
    assert len(set(deadlines[:-1])) < len(deadlines[:-1]) // 3
    assert sum(one != other for one, other in pairwise(deadlines)) < 15, "equal ones stand together"
    hidden = {row for row in table.rows if table.sheet.row_dimensions[row].hidden}
    assert len(hidden) > 60
    assert {table.cell(row, "Cơ quan chủ trì").value for row in {*table.rows} - hidden} == {"Sở Tư pháp"}


@pytest.mark.parametrize("way", HOPS)
def test_L5_a_packet_libreoffice_only_saved_changes_nothing(desk, answerer, sent, saved, way):
    made = plan(desk, saved["nguyên", way])
    assert (made.rows, made.missing, made.quarantined, made.notes) == ((), (), (), ())
    assert made.counts.unchanged == len(sent.rows)
    assert desk.imports.apply(made).import_id is None
    there = plan(answerer, saved["nguyên", way])
    assert (there.rows, there.quarantined) == ((), ())
    answerer.imports.apply(there)
    assert dump(answerer) == dump(desk)


def test_an_office_with_the_program_hands_on_what_libreoffice_typed(desk, answerer, sent, saved, tmp_path):
    filled = saved["điền", "xlsx"]
    there = plan(answerer, filled)
    assert {(row, field, value) for row, field, _, value in find_cells(there)} == {
        (sent.rows[one.task], one.field, one.says) for one in TYPED
    }
    answerer.imports.apply(there)
    answer = tmp_path / "tra-loi.xlsx"
    answerer.exports.export(answer, to=SENDER)
    made = plan(desk, answer)
    assert (made.rows, made.missing, made.quarantined) == ((), (), ())
    desk.imports.apply(made)
    assert dump(desk) == dump(answerer)
    late = plan(desk, filled)
    assert (late.rows, len(late.missing)) == ((), len(REMOVED))
    assert desk.imports.apply(late).import_id is None
    assert len(desk.tasks.find()) == len(sent.rows) + len(ADDED)
    assert len(desk.deciding.requests()) == len(TYPED) - 22


def dump(desk: Desk) -> list[bytes]:
    """The tasks and what is asked of them: the registers of units are each office's own."""
    lines = projection.dump(desk.reader, local=False).splitlines()
    return [line for line in lines if b'"task":' in line or b'"requests":' in line]
