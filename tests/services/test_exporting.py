"""Our own workbook goes out, comes back, and says exactly what was changed in it."""

from __future__ import annotations

import hashlib

import openpyxl
import pytest

from r57desk.domain.query import parse_query
from r57desk.errors import DeskError
from r57desk.store import packets
from r57desk.store.rows import get_state
from tests.libreoffice import convert


@pytest.fixture
def filled(desk, annex):
    desk.imports.apply(desk.imports.plan(desk.imports.read(annex())))
    return desk


def plan(desk, path):
    return desk.imports.plan(desk.imports.read(path))


def find_column(sheet, header):
    return next(cell for row in sheet.iter_rows() for cell in row if cell.value == header)


def fill_in(path, number, header, value):
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    column = find_column(sheet, header).column
    for row in sheet.iter_rows(min_row=find_column(sheet, header).row + 1):
        if str(row[find_column(sheet, "TT").column - 1].value) == str(number):
            sheet.cell(row[0].row, column, value)
            break
    else:
        raise AssertionError(f"no task {number}")
    book.save(path)


def test_an_untouched_export_plans_no_change(filled, tmp_path):
    out = tmp_path / "gui.xlsx"
    result = filled.exports.export(out)
    assert result.rows == 4
    made = plan(filled, out)
    assert (made.counts.unchanged, made.rows) == (4, ())
    assert made.reading.mark.export_id == result.export_id


def test_nor_after_libreoffice_has_saved_it(filled, tmp_path):
    out = tmp_path / "gui.xlsx"
    filled.exports.export(out)
    saved = convert(out, "xlsx")
    assert saved.read_bytes() != out.read_bytes()
    made = plan(filled, saved)
    assert (made.counts.unchanged, made.rows) == (4, ())


def test_an_export_holds_what_the_query_finds(filled, tmp_path):
    out = tmp_path / "gui.xlsx"
    assert filled.exports.export(out, parse_query("lead:sở")).rows == 3
    assert plan(filled, out).counts.rows == 3


def test_answers_are_compared_with_what_was_sent_not_with_what_stands_now(filled, tmp_path):
    out = tmp_path / "gui.xlsx"
    filled.exports.export(out)
    fill_in(out, 1, "Kết quả thực hiện", "Đã ban hành")
    first, second, *_ = filled.tasks.find()
    filled.tasks.set_fields([first.id], {"lead": "Sở Nội vụ"})  # after it was sent: the file's lead is stale
    filled.tasks.set_fields([second.id], {"result_now": "Đã rà soát"})
    made = plan(filled, out)
    (row,) = made.rows
    assert [(cell.field, cell.state, cell.new) for cell in row.cells] == [("result_now", "changed", "Đã ban hành")]
    filled.imports.apply(made)
    now = filled.tasks.get(first.id)
    assert (now.lead, now.result_now, now.conflicts) == ("Sở Nội vụ", "Đã ban hành", ())
    assert filled.tasks.get(second.id).result_now == "Đã rà soát"


def test_an_answer_to_a_cell_changed_here_meanwhile_is_a_difference(filled, tmp_path):
    out = tmp_path / "gui.xlsx"
    filled.exports.export(out)
    fill_in(out, 1, "Kết quả thực hiện", "Đã ban hành")
    first = filled.tasks.find()[0]
    filled.tasks.set_fields([first.id], {"result_now": "Đang trình"})
    made = plan(filled, out)
    assert made.counts.conflicts == 1
    filled.imports.apply(made)
    assert filled.tasks.get(first.id).conflicts == ("result_now",)


def test_what_was_undone_here_after_sending_does_not_come_back_by_itself(filled, tmp_path):
    first = filled.tasks.find()[0]
    filled.tasks.set_fields([first.id], {"note": "nhầm"})
    out = tmp_path / "gui.xlsx"
    filled.exports.export(out)
    filled.undo.undo()
    made = plan(filled, out)
    assert made.rows == (), "the note in the file is the one that was sent, not an answer"


def test_a_folder_that_is_not_there_is_refused_and_the_register_unchanged(filled, tmp_path):
    before = filled.register.revision()
    with pytest.raises(DeskError) as refused:
        filled.exports.export(tmp_path / "khong-co" / "gui.xlsx")
    assert "gui.xlsx" in refused.value.sentence()
    assert filled.register.revision() == before


def test_a_packet_is_noted_with_its_file_and_grants_its_rows(filled, tmp_path):
    out = tmp_path / "giao.xlsx"
    made = filled.exports.export(out, parse_query("lead:sở"), to="01.SYT", to_name="Sở Y tế")
    assert (made.to, made.number, made.rows, made.path) == ("01.SYT", 1, 3, out)
    (sent,) = packets.find_sent(filled.reader, "01.SYT")
    assert sent.record.id == made.export_id
    assert sent.file == packets.PacketFile(hashlib.sha256(out.read_bytes()).hexdigest(), out.stat().st_size)
    granted = get_state(filled.reader, filled.tasks.find(parse_query("lead:sở"))[0].id)
    assert granted.authority.executors == {"01.SYT"}
    assert filled.register.find_office_name("01.SYT") == "Sở Y tế"
    back = plan(filled, out)
    assert (back.rows, back.office, back.packet) == ((), "01.SYT", made.export_id)


def test_a_packet_whose_file_could_not_be_written_was_never_made(filled, tmp_path):
    before = filled.register.revision()
    with pytest.raises(DeskError):
        filled.exports.export(tmp_path / "khong-co" / "giao.xlsx", to="01.SYT")
    assert packets.find_sent(filled.reader, "01.SYT") == []
    assert filled.register.revision() == before, "and nobody was given the tasks"
    assert filled.exports.export(tmp_path / "giao.xlsx", to="01.SYT").number == 1


def test_no_packet_is_for_ourselves(filled, tmp_path):
    with pytest.raises(DeskError) as refused:
        filled.exports.export(tmp_path / "giao-2.xlsx", to="01")
    assert refused.value.code == "packet_to_self"
    assert not (tmp_path / "giao-2.xlsx").exists()
