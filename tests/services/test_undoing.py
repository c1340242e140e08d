"""Undo of anything brings back the rows of before, byte for byte."""

from __future__ import annotations

import pytest

from r57desk.errors import DeskError
from r57desk.services.packets import compose_packet
from r57desk.store import projection


def rows(desk):
    return projection.dump(desk.reader)


def bring_in(desk, path):
    return desk.imports.apply(desk.imports.plan(desk.imports.read(path)))


def test_import_edit_move_delete_then_undo_everything(desk, annex):
    states = [rows(desk)]
    imported = bring_in(desk, annex())
    states.append(rows(desk))
    first, second, *_ = desk.tasks.find()
    for act in (
        lambda: desk.tasks.set_fields([first.id], {"result_now": "Đã có dự thảo"}),
        lambda: desk.tasks.set_fields([second.id], {"progress": "hoan_thanh", "done_date": "2025-06-20"}),
        lambda: desk.tasks.set_fields([first.id, second.id], {"tags": "gấp", "note": "đôn đốc"}),
        lambda: desk.tasks.create({"title": "Nhiệm vụ mới", "deadline_text": "Quý IV/2025"}),
        lambda: desk.tasks.delete([first.id]),
    ):
        assert act()
        states.append(rows(desk))
    for state in reversed(states[:-1]):
        assert desk.undo.undo()
        assert rows(desk) == state
    assert desk.undo.undo() is None
    assert not desk.undo.can_undo()
    for state in states[1:]:
        assert desk.undo.redo()
        assert rows(desk) == state
    assert desk.undo.redo() is None
    desk.undo.undo_change(imported.changes.change)
    assert all(task.stt == "" for task in desk.tasks.find()), "only what was typed here is left"


def test_a_new_change_ends_what_can_be_done_again(desk, annex):
    bring_in(desk, annex())
    task = desk.tasks.find()[0]
    desk.tasks.set_fields([task.id], {"note": "một"})
    desk.undo.undo()
    assert desk.undo.redo_label() != ""
    desk.tasks.set_fields([task.id], {"note": "hai"})
    assert not desk.undo.can_redo()


def test_taking_back_an_earlier_change_keeps_the_later_one(desk, annex):
    bring_in(desk, annex())
    task = desk.tasks.find()[0]
    first = desk.tasks.set_fields([task.id], {"note": "một"})
    desk.tasks.set_fields([task.id], {"note": "hai"})
    desk.undo.undo_change(first.change)
    assert desk.tasks.get(task.id).note == "hai"
    assert desk.tasks.get(task.id).conflicts == ()


def test_targets_are_import_numbers_or_edit_ids(desk, annex):
    result = bring_in(desk, annex())
    task = desk.tasks.find()[0]
    desk.tasks.set_fields([task.id], {"note": "một"})
    edit = desk.tasks.history(task.id)[-1].edit_id
    desk.undo.undo_target(edit[:8])
    assert desk.tasks.get(task.id).note == ""
    desk.undo.undo_target(str(result.import_id))
    assert desk.tasks.find() == []
    for wrong in ("99", "abcde", "f" * 32):
        with pytest.raises(DeskError):
            desk.undo.undo_target(wrong)


def test_an_undo_survives_the_end_of_the_program(desk, annex, register):
    from r57desk.services.desk import Desk

    bring_in(desk, annex())
    desk.tasks.set_fields([desk.tasks.find()[0].id], {"note": "một"})
    desk.close()
    again = Desk.open(register)
    assert again.undo.undo().kind == "undo"
    assert again.tasks.find()[0].note == ""
    assert again.undo.can_redo()
    again.close()


def test_undoing_an_import_tells_what_was_done_since_and_who_heard_of_it(desk, annex, with_cell):
    first = bring_in(desk, annex())
    second = bring_in(desk, annex(with_cell({(1, 5): "Đã có dự thảo", (2, 5): "Đã rà soát"}), name="tra-ve.xlsx"))
    before, *_ = desk.tasks.find()
    compose_packet(desk, "01.SYT")
    desk.tasks.set_fields([before.id], {"lead": "Sở Nội vụ"})
    undone = desk.undo.undo_import(second.import_id)
    assert [(row.stt, row.hidden) for row in undone.kept] == [("1", False), ("2", False)]
    assert undone.sent_to == ("01.SYT",)
    shown = [(task.lead, task.result_now) for task in desk.tasks.find()][:2]
    assert [result for _, result in shown] == ["Đã có dự thảo", "Đã rà soát"], "said again when they were assigned"
    gone = desk.undo.undo_import(first.import_id)
    assert [(row.stt, row.hidden) for row in gone.kept] == [("1", True), ("2", True)]
    assert desk.tasks.find() == []
    with pytest.raises(DeskError) as caught:
        desk.undo.undo_import(99)
    assert caught.value.code == "import_not_found"
    desk.undo.redo()
    assert [(task.lead, task.result_now) for task in desk.tasks.find()][:2] == shown
    assert shown[0][0] == "Sở Nội vụ"
