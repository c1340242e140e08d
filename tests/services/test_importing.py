"""Applying a plan: one change, kept with its file, undone as a batch."""

from __future__ import annotations

import openpyxl
import pytest

from r57desk.errors import DeskError
from r57desk.merge.model import EXISTS
from r57desk.services.importing import NOTHING_LEFT_OUT
from r57desk.store import edit_log, imports
from r57desk.store.rows import get_state


def bring_in(desk, path, left_out=NOTHING_LEFT_OUT):
    return desk.imports.apply(desk.imports.plan(desk.imports.read(path)), left_out)


def test_an_import_keeps_the_file_and_the_cell_of_every_value(desk, annex):
    path = annex()
    result = bring_in(desk, path)
    (record,) = desk.imports.records()
    assert record.id == result.import_id
    assert imports.read_kept_file(desk.reader, record.file_hash) == path.read_bytes()
    task = next(one for one in desk.tasks.find() if one.stt == "3")
    sources = {entry.field: entry.source for entry in desk.tasks.history(task.id)}
    assert sources["lead"] == "phu-luc.xlsx · Phụ lục!C10"


def test_a_file_with_nothing_new_writes_nothing(desk, annex):
    bring_in(desk, annex())
    before = desk.register.revision()
    result = bring_in(desk, annex(name="lai.xlsx"))
    assert result.import_id is None
    assert desk.register.revision() == before
    assert len(desk.imports.records()) == 1


def test_there_is_a_backup_of_what_was_before(desk, annex):
    bring_in(desk, annex())
    assert "import" in [copy.reason for copy in desk.register.backups()]


def test_what_was_unticked_is_left_out(desk, annex, with_cell):
    plan = desk.imports.plan(desk.imports.read(annex()))
    row = plan.rows[0].row_id
    desk.imports.apply(plan, frozenset({(row, "")}))
    assert len(desk.tasks.find()) == 3
    filled = with_cell({(2, 4): "Đang TH", (2, 5): "Đã rà soát 12 thủ tục"})
    plan = desk.imports.plan(desk.imports.read(annex(filled, name="tra-ve.xlsx")))
    changed = next(one for one in plan.rows if one.kind == "changed")
    desk.imports.apply(plan, frozenset({(row, ""), (changed.row_id, "progress")}))
    task = desk.tasks.get(changed.row_id)
    assert (task.progress, task.result_now) == ("chua_thuc_hien", "Đã rà soát 12 thủ tục")


def test_a_plan_made_before_a_change_is_refused(desk, annex, with_cell):
    bring_in(desk, annex())
    plan = desk.imports.plan(desk.imports.read(annex(with_cell({(1, 5): "A"}), name="v2.xlsx")))
    desk.tasks.set_fields([desk.tasks.find()[0].id], {"note": "mới"})
    before = desk.register.revision()
    with pytest.raises(DeskError) as refused:
        desk.imports.apply(plan)
    assert refused.value.code == "plan_outdated"
    assert desk.register.revision() == before


def test_a_file_that_changed_after_the_preview_is_refused(desk, annex):
    path = annex()
    plan = desk.imports.plan(desk.imports.read(path))
    path.write_bytes(path.read_bytes() + b" ")
    with pytest.raises(DeskError) as refused:
        desk.imports.apply(plan)
    assert refused.value.code == "file_changed"
    assert desk.tasks.find() == []


def test_the_same_bytes_are_recognised_until_the_import_is_undone(desk, annex):
    path = annex()
    result = bring_in(desk, path)
    reading = desk.imports.read(path)
    assert desk.imports.find_earlier(reading).id == result.import_id
    desk.undo.undo_change(result.changes.change)
    assert desk.imports.find_earlier(reading) is None
    assert bring_in(desk, path).import_id is not None
    assert len(desk.tasks.find()) == 4


def test_stopping_while_it_plans_leaves_the_register_as_it_was(desk, annex):
    class StopError(Exception):
        pass

    def stop(done, total):
        raise StopError

    reading = desk.imports.read(annex())
    with pytest.raises(StopError):
        desk.imports.plan(reading, progress=stop)
    with pytest.raises(StopError):
        desk.imports.apply(desk.imports.plan(reading), progress=stop)
    assert desk.tasks.find() == []
    assert desk.imports.records() == []


def test_two_offices_that_import_the_same_annex_hold_the_same_edits(desk, annex, tmp_path):
    from r57desk.services.desk import Desk
    from r57desk.store import edit_log

    path = annex()
    other = Desk.create(tmp_path / "khac.db", "00004")
    for one in (desk, other):
        one.imports.apply(one.imports.plan(one.imports.read(path), from_office="TW.BKHCN"))
    held = [
        {edit.id for delta in edit_log.find_deltas(one.reader) if delta.office == "TW.BKHCN" for edit in delta.edits}
        for one in (desk, other)
    ]
    other.close()
    assert len(held[0] & held[1]) == 4, "the rows are the same edits"
    assert len(held[0] ^ held[1]) == 8, "who was granted them differs"


def test_local_columns_of_a_file_are_kept_here_only(desk, tmp_path):
    import openpyxl

    from r57desk.merge.delta import is_local
    from r57desk.store import edit_log

    book = openpyxl.Workbook()
    for row in (("TT", "Tên nhiệm vụ", "Cơ quan chủ trì", "Nhãn"), (1, "Ban hành quy chế", "Sở Tư pháp", "gấp")):
        book.active.append(row)
    book.save(tmp_path / "nhan.xlsx")
    bring_in(desk, tmp_path / "nhan.xlsx")
    (task,) = desk.tasks.find()
    assert (task.lead, task.tags) == ("Sở Tư pháp", "gấp")
    local = [delta for delta in edit_log.find_deltas(desk.reader) if is_local(delta)]
    assert [dict(edit.fields) for delta in local for edit in delta.edits] == [{"tags": "gấp"}]
    assert bring_in(desk, tmp_path / "nhan.xlsx").import_id is None


def test_a_plan_made_before_an_import_was_undone_is_refused(desk, annex, with_cell):
    first = bring_in(desk, annex())
    plan = desk.imports.plan(desk.imports.read(annex(with_cell({(1, 5): "A"}), name="v2.xlsx")))
    desk.undo.undo_change(first.changes.change)
    with pytest.raises(DeskError) as refused:
        desk.imports.apply(plan)
    assert refused.value.code == "plan_outdated"


def test_a_row_that_is_missing_from_a_file_is_neither_deleted_nor_asked_to_be(desk, annex, annex_rows, with_cell):
    bring_in(desk, annex())
    short = with_cell({(1, 5): "Đã họp"}, annex_rows[:3])
    result = bring_in(desk, annex(short, name="thieu.xlsx"))
    assert result.import_id is not None
    assert len(desk.tasks.find()) == 4
    states = [get_state(desk.reader, task.id) for task in desk.tasks.find()]
    assert all(state.conflicts == () and state.requests == () for state in states)
    written = [edit for delta in edit_log.find_deltas(desk.reader) for edit in delta.edits]
    assert all(edit.fields.get(EXISTS) != "0" for edit in written)


@pytest.fixture
def odd(tmp_path):
    """Writes a sheet with a header that says too little by itself."""

    def write(name, who):
        book = openpyxl.Workbook()
        book.active.append(("TT", "Tên nhiệm vụ", "Thời hạn", "Ai lo"))
        book.active.append((1, "Ban hành quy chế", "6/2025", who))
        book.save(tmp_path / name)
        return tmp_path / name

    return write


def test_a_header_is_matched_as_the_last_import_of_such_a_header_said(desk, odd):
    imports, said = desk.imports, {"Ai lo": "lead"}
    assert not imports.read(odd("1.xlsx", "Sở A")).remembered
    imports.plan(imports.read(odd("1.xlsx", "Sở A"), mapping=said))
    assert not imports.read(odd("1.xlsx", "Sở A")).remembered, "only looked at"
    imports.apply(imports.plan(imports.read(odd("1.xlsx", "Sở A"), mapping=said)))
    again = imports.read(odd("2.xlsx", "Sở B"))
    assert (again.remembered, again.mapping) == (True, said)
    assert not imports.read(odd("2.xlsx", "Sở B"), mapping={}).mapping
    imports.apply(imports.plan(again))
    assert desk.tasks.find()[0].lead == "Sở B"
    imports.apply(imports.plan(imports.read(odd("3.xlsx", "Sở C"), mapping={})))
    assert not imports.read(odd("3.xlsx", "Sở C")).remembered, "matched anew, and nothing was said"
