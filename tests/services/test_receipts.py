"""A receipt tells what became of every value sent, and closes the loop at the sender."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace

import openpyxl
import pytest

from r57desk.errors import DeskError
from r57desk.merge.model import EXISTS
from r57desk.workbook.reading import Remark
from tests.flows.offices import World
from tests.services.sheets import answer, content_of

HQ, HEALTH, HOME = "01", "01.SYT", "01.SNV"


@pytest.fixture
def world(tmp_path) -> Iterator[World]:
    (tmp_path / "so").mkdir()
    made = World(tmp_path / "so", (HQ, HEALTH, HOME))
    for number in (10, 2):
        row = made.create(0, f"Việc {number}")
        made.registers[0].desk.tasks.set_fields([row], {"stt": str(number), "deadline_text": "Tháng 6/2025"})
    yield made
    made.close()


def bring_in(world, reading, at=0):
    desk = world.registers[at].desk
    done = desk.imports.apply(desk.imports.plan(reading), content=content_of(reading.rows))
    assert done.import_id is not None
    return done.import_id


def refused(act):
    with pytest.raises(DeskError) as error:
        act()
    return error.value.code


@pytest.fixture
def imported(world):
    """An answer with something received, asked for, in conflict, unread, and a new task."""
    packet = world.send(0, HEALTH)
    world.take(2, world.send(0, HOME))
    rows = {packet.base[row].values["stt"]: row for row in packet.rows}
    world.write(2, rows["2"], "result_now", "Đã tập huấn")
    world.take(0, world.send(2, HQ))
    reading = answer(
        packet,
        {
            rows["10"]: {"deadline_text": "Tháng 9/2025", "percent": "40"},
            rows["2"]: {"result_now": "Đã tiêm chủng", "note": "ghi chú"},
        },
        filled=[{"title": "Việc phát sinh"}],
    )
    line = next(one for one in reading.rows if one.id == rows["10"])
    bad = Remark(reading.sheet, f"Z{line.sheet_row}", "done_date", "hôm kia", "not_a_date_value")
    return bring_in(world, replace(reading, quarantined=(bad,)))


def test_every_value_has_its_outcome(world, imported):
    lines = world.registers[0].desk.receipts.find_lines(imported)
    assert [(one.stt, one.field, one.value, one.outcome) for one in lines] == [
        ("2", "result_now", "Đã tiêm chủng", "conflict"),
        ("2", "note", "ghi chú", "received"),
        ("10", "deadline_text", "Tháng 9/2025", "waiting"),
        ("10", "percent", "40", "received"),
        ("", EXISTS, "1", "received"),
        ("10", "done_date", "hôm kia", "unread"),
    ]
    assert lines[-1].title == "Việc 10"
    assert lines[-1].reason.startswith("Nhiệm vụ!Z")


def test_outcomes_follow_what_is_decided_later(world, imported):
    desk = world.registers[0].desk
    (asked,) = desk.deciding.requests()
    desk.deciding.refuse([asked.id], "Chính phủ giao")
    world.write(0, asked.row_id, "percent", "50")
    told = {(one.stt, one.field): (one.outcome, one.reason) for one in desk.receipts.find_lines(imported)}
    assert told["10", "deadline_text"] == ("refused", "Chính phủ giao")
    assert told["10", "percent"] == ("received", "")
    exec_row = world.registers[0].state(asked.row_id)
    assert [one.field for one in exec_row.requests] == ["percent"], "the executor's value stands; ours is a request"


def test_the_receipt_closes_the_loop(world, imported, tmp_path):
    desk = world.registers[0].desk
    (asked,) = desk.deciding.requests()
    desk.deciding.refuse([asked.id], "Chính phủ giao")
    path = tmp_path / "bao-nhan.xlsx"
    result = desk.receipts.write(imported, path)
    assert (result.to, result.number) == (HEALTH, 2)
    assert result.counts == {"received": 3, "conflict": 1, "refused": 1, "unread": 1}
    sheet = openpyxl.load_workbook(path).worksheets[0]
    shown = [[cell.value for cell in line] for line in sheet.iter_rows()]
    assert any("Chính phủ giao" in line for line in shown)
    assert any("hôm kia" in line for line in shown)
    sent = desk.exchange.sent(HEALTH)[0]
    assert (sent.id, sent.kind, sent.size) == (result.packet, "receipt", path.stat().st_size)
    theirs = world.registers[1].desk
    reading = theirs.imports.read(path)
    assert (reading.mark.kind, reading.rows) == ("receipt", ())
    assert theirs.imports.apply(theirs.imports.plan(reading)).import_id is not None
    (done,) = theirs.deciding.requests(waiting=False)
    assert (done.outcome, done.reason, done.ours) == ("refused", "Chính phủ giao", True)
    assert theirs.exchange.received()[0].kind == "receipt"
    world.take(0, world.send(1, HQ))
    assert desk.exchange.sent(HEALTH)[0].state == "acknowledged"


def test_a_receipt_needs_a_standing_import_of_somebody_else(world, imported, desk, annex, tmp_path):
    ours = desk.imports.apply(desk.imports.plan(desk.imports.read(annex()))).import_id
    path = tmp_path / "bao-nhan.xlsx"
    assert refused(lambda: desk.receipts.write(ours, path)) == "receipt_to_self"
    assert refused(lambda: desk.receipts.write(99, path)) == "import_not_found"
    headquarters = world.registers[0].desk
    headquarters.undo.undo_import(imported)
    assert refused(lambda: headquarters.receipts.write(imported, path)) == "import_undone"
    assert refused(lambda: headquarters.receipts.find_lines(imported)) == "import_undone"
    assert not path.exists()
    assert headquarters.exchange.sent(HEALTH)[0].kind == "tasks"


def test_a_folder_or_the_register_itself_is_no_place_for_a_receipt(world, imported, tmp_path):
    desk = world.registers[0].desk
    before = len(desk.exchange.sent())
    assert refused(lambda: desk.receipts.write(imported, tmp_path)) == "output_is_folder"
    assert refused(lambda: desk.receipts.write(imported, desk.path)) == "output_is_register"
    assert len(desk.exchange.sent()) == before


def test_the_error_list_names_each_cell_and_what_to_do(world, imported, tmp_path):
    desk = world.registers[0].desk
    path = tmp_path / "can-xem-lai.xlsx"
    result = desk.receipts.write_errors(imported, path)
    assert (result.aside, result.doubtful) == (1, 0)
    text = [str(cell.value) for line in openpyxl.load_workbook(path).worksheets[0].iter_rows() for cell in line]
    assert any("hôm kia" in cell for cell in text)
    assert any("tra-ve.xlsx" in cell for cell in text)


def test_a_preview_has_an_error_list_before_anything_is_written(desk, annex, with_cell, tmp_path):
    plan = desk.imports.plan(desk.imports.read(annex(with_cell({(1, 3): "cuối mùa mưa"}))))
    path = tmp_path / "can-xem-lai.xlsx"
    assert desk.receipts.write_plan_errors(plan, path).doubtful == len(plan.notes) > 0
    shutil.copyfile(path, tmp_path / "lai.xlsx")
    desk.imports.apply(plan)
    assert desk.receipts.write_errors(1, path).doubtful == len(plan.notes)


def test_a_file_without_doubts_has_no_error_list(world, tmp_path):
    packet = world.send(0, HEALTH)
    imported = bring_in(world, answer(packet, {packet.rows[0]: {"note": "xong"}}))
    path = tmp_path / "can-xem-lai.xlsx"
    assert refused(lambda: world.registers[0].desk.receipts.write_errors(imported, path)) == "nothing_to_check"
    assert not path.exists()
