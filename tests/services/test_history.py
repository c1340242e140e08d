"""The history of a task tells every value once, with what it replaced and what became of it."""

from __future__ import annotations


def test_each_value_names_what_it_replaced_and_where_it_came_from(desk, annex):
    desk.imports.apply(desk.imports.plan(desk.imports.read(annex())))
    task = desk.tasks.find()[0]
    desk.set_option("author", "Chuyên viên tổng hợp")
    desk.tasks.set_fields([task.id], {"lead": "Sở Nội vụ"})
    desk.tasks.set_fields([task.id], {"lead": "Sở Tài chính"})
    desk.undo.undo()
    lines = [entry for entry in desk.tasks.history(task.id) if entry.field == "lead"]
    assert [(line.old, line.new, line.state) for line in lines] == [
        (None, "Sở Tư pháp", "replaced"),
        ("Sở Tư pháp", "Sở Nội vụ", "live"),
        ("Sở Nội vụ", "Sở Tài chính", "undone"),
    ]
    assert lines[0].source.startswith("phu-luc.xlsx")
    assert lines[1].author == "Chuyên viên tổng hợp"
    assert lines[1].source == ""
    assert (lines[0].label("vi"), lines[0].label("en")) == ("Cơ quan chủ trì", "Lead body")
    assert lines[2].state_word("vi") == "đã hoàn tác"


def test_an_edit_done_again_stands_once(desk, annex):
    desk.imports.apply(desk.imports.plan(desk.imports.read(annex())))
    task = desk.tasks.find()[0]
    desk.tasks.set_fields([task.id], {"note": "một"})
    desk.undo.undo()
    desk.undo.redo()
    assert [line.state for line in desk.tasks.history(task.id) if line.field == "note"] == ["live"]


def test_an_undone_import_stays_in_the_history_set_aside(desk, annex, with_cell):
    desk.imports.apply(desk.imports.plan(desk.imports.read(annex())))
    task = desk.tasks.find()[0]
    filled = annex(with_cell({(1, 5): "Đã có dự thảo"}), name="tra-ve.xlsx")
    result = desk.imports.apply(desk.imports.plan(desk.imports.read(filled)))
    desk.undo.undo_change(result.changes.change)
    (line,) = [entry for entry in desk.tasks.history(task.id) if entry.field == "result_now"]
    assert (line.state, line.import_id, line.source) == ("set_aside", result.import_id, "tra-ve.xlsx · Phụ lục!F7")


def test_a_request_is_told_as_one(desk, annex):
    reading = desk.imports.read(annex())
    desk.imports.apply(desk.imports.plan(reading, from_office="TW.BKHCN"))
    task = desk.tasks.find()[0]
    desk.tasks.set_fields([task.id], {"deadline_text": "9/2025"})
    assert desk.tasks.history(task.id)[-1].state == "request"
