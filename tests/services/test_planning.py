"""What an import would do, before it does it: every case of base, here and file."""

from __future__ import annotations

DEADLINE, PROGRESS, RESULT = 3, 4, 5  # columns of the annex


def plan(desk, path, **options):
    return desk.imports.plan(desk.imports.read(path), **options)


def bring_in(desk, path, **options):
    return desk.imports.apply(plan(desk, path, **options))


def task(desk, number):
    return next(one for one in desk.tasks.find() if one.stt == str(number))


def cells(plan):
    return {(cell.field, cell.state): (cell.old, cell.new) for row in plan.rows for cell in row.cells}


def test_a_new_annex_is_all_new_rows_with_their_group_and_document(desk, annex):
    made = plan(desk, annex())
    assert made.counts.added == 4
    assert made.counts.rows == 4
    values = made.values_of(made.rows[2])
    assert values["category"] == "Hạ tầng số"
    assert values["group_no"] == "II"
    assert "12/KH-UBND" in values["source_doc"]
    assert made.rows[2].line.sheet_row == 10


def test_the_same_annex_again_changes_nothing(desk, annex):
    bring_in(desk, annex())
    again = plan(desk, annex(name="ban-sao.xlsx"))
    assert (again.counts.added, again.counts.cells, again.counts.unchanged) == (0, 0, 4)


def test_a_stale_cell_never_overwrites_what_was_done_here(desk, annex):
    bring_in(desk, annex())
    desk.tasks.set_fields([task(desk, 1).id], {"lead": "Sở Nội vụ", "progress": "hoan_thanh"})
    again = plan(desk, annex(name="ban-sao.xlsx"))
    assert again.rows == ()
    assert again.counts.unchanged == 4


def test_a_filled_in_annex_is_changes_cell_by_cell(desk, annex, with_cell):
    bring_in(desk, annex())
    filled = annex(with_cell({(1, PROGRESS): "Đang TH", (1, RESULT): "Đã có dự thảo"}), name="tra-ve.xlsx")
    made = plan(desk, filled)
    assert cells(made) == {
        ("progress", "changed"): ("chua_thuc_hien", "dang_thuc_hien"),
        ("result_now", "changed"): (None, "Đã có dự thảo"),
    }
    assert [cell.cell for row in made.rows for cell in row.cells] == ["E7", "F7"]
    desk.imports.apply(made)
    assert task(desk, 1).result_now == "Đã có dự thảo"


def test_both_sides_changed_one_cell_is_a_difference_and_both_values_stay(desk, annex, with_cell):
    bring_in(desk, annex())
    desk.tasks.set_fields([task(desk, 3).id], {"result_now": "Đã khảo sát"})
    returned = annex(with_cell({(3, RESULT): "Đã lắp 5 trạm"}), name="tra-ve.xlsx")
    made = plan(desk, returned)
    assert cells(made) == {("result_now", "conflict"): ("Đã khảo sát", "Đã lắp 5 trạm")}
    desk.imports.apply(made)
    assert task(desk, 3).conflicts == ("result_now",)
    said = {entry.new for entry in desk.tasks.history(task(desk, 3).id) if entry.state == "live"}
    assert {"Đã khảo sát", "Đã lắp 5 trạm"} <= said


def test_the_same_change_made_on_both_sides_is_no_difference(desk, annex, with_cell):
    bring_in(desk, annex())
    desk.tasks.set_fields([task(desk, 3).id], {"result_now": "Đã lắp 5 trạm"})
    assert plan(desk, annex(with_cell({(3, RESULT): "Đã lắp 5 trạm"}), name="tra-ve.xlsx")).rows == ()


def test_a_later_version_of_the_annex_moves_a_deadline(desk, annex, with_cell):
    bring_in(desk, annex())
    made = plan(desk, annex(with_cell({(2, DEADLINE): "3/2026"}), name="v2.xlsx"))
    assert cells(made) == {("deadline_text", "changed"): ("Tháng 12/2025", "3/2026")}


def test_a_row_that_is_not_in_the_file_stays(desk, annex, annex_rows):
    bring_in(desk, annex())
    made = plan(desk, annex(annex_rows[:3], name="thieu.xlsx"))
    assert [missing.stt for missing in made.missing] == ["3", "4"]
    assert made.rows == ()
    desk.imports.apply(made)
    assert len(desk.tasks.find()) == 4


def test_a_row_added_at_the_bottom_is_new_and_the_rest_unchanged(desk, annex, annex_rows):
    bring_in(desk, annex())
    added = (*annex_rows, ("", "Xây dựng bộ chỉ số đo lường chuyển đổi số cấp xã", "Sở Tài chính", "", "", "", ""))
    made = plan(desk, annex(added, name="them.xlsx"))
    assert (made.counts.added, made.counts.unchanged) == (1, 4)


def test_a_blank_cell_says_nothing_and_the_erase_mark_erases(desk, annex, with_cell):
    bring_in(desk, annex(with_cell({(1, RESULT): "Đã có dự thảo", (2, RESULT): "Đang rà soát"})))
    made = plan(desk, annex(with_cell({(1, RESULT): "", (2, RESULT): "(xoá)"}), name="tra-ve.xlsx"))
    assert cells(made) == {("result_now", "changed"): ("Đang rà soát", None)}
    desk.imports.apply(made)
    assert (task(desk, 1).result_now, task(desk, 2).result_now) == ("Đã có dự thảo", "")


def test_a_file_from_another_office_makes_it_the_assigner_and_us_the_executor(desk, annex, with_cell):
    bring_in(desk, annex(), from_office="TW.BKHCN")
    asked = desk.tasks.set_fields([task(desk, 1).id], {"deadline_text": "9/2025"})
    assert asked.requests == ("deadline_text",)
    assert task(desk, 1).deadline_text == "6/2025"
    assert task(desk, 1).requests == ("deadline_text",)
    ours = desk.tasks.set_fields([task(desk, 1).id], {"progress": "dang_thuc_hien"})
    assert ours.requests == ()
    assert task(desk, 1).progress == "dang_thuc_hien"
    theirs = plan(desk, annex(with_cell({(2, PROGRESS): "Hoàn thành", (2, DEADLINE): "1/2026"}), name="v2.xlsx"),
                  from_office="TW.BKHCN")  # fmt: skip
    assert set(cells(theirs)) == {("progress", "request"), ("deadline_text", "changed")}


def test_what_an_undone_import_said_is_no_base_any_more(desk, annex, with_cell):
    bring_in(desk, annex())
    second = bring_in(desk, annex(with_cell({(1, RESULT): "Đã có dự thảo"}), name="tra-ve.xlsx"))
    desk.undo.undo_change(second.changes.change)
    assert task(desk, 1).result_now == ""
    again = plan(desk, annex(with_cell({(1, RESULT): "Đã có dự thảo"}), name="tra-ve-2.xlsx"))
    assert cells(again) == {("result_now", "changed"): (None, "Đã có dự thảo")}
    desk.imports.apply(again)
    assert task(desk, 1).result_now == "Đã có dự thảo"


def test_a_line_that_fits_two_tasks_is_given_to_neither(desk, annex, annex_rows):
    number, title = annex_rows[-1][:2]
    typed = {"stt": str(number), "title": title}
    twins = {id for _ in range(2) for id in desk.tasks.create(typed).rows}
    assert len(twins) == 2
    made = plan(desk, annex(annex_rows[-1:]))
    assert [row.kind for row in made.rows] == ["new"]
    assert made.rows[0].row_id not in twins


def test_two_rows_of_equal_number_and_title_stay_two(desk, annex, annex_rows):
    twice = (*annex_rows, annex_rows[-1])
    bring_in(desk, annex(twice))
    assert len(desk.tasks.find()) == 5
    assert plan(desk, annex(twice, name="lai.xlsx")).counts.unchanged == 5


def test_a_second_row_like_one_that_is_here_is_new(desk, annex, annex_rows):
    bring_in(desk, annex())
    made = plan(desk, annex((*annex_rows, annex_rows[-1]), name="them.xlsx"))
    assert (made.counts.added, made.counts.unchanged) == (1, 4)


def test_rows_told_apart_by_a_line_break_alone_stay_two(desk, annex, annex_rows):
    number, title, *rest = annex_rows[-1]
    broken = (number, title.replace(" ", "\n", 1), *rest)
    bring_in(desk, annex((*annex_rows, broken)))
    assert len(desk.tasks.find()) == 5
    assert plan(desk, annex((*annex_rows, broken), name="lai.xlsx")).counts.unchanged == 5


def test_a_deleted_task_stays_deleted_when_its_annex_comes_again(desk, annex):
    bring_in(desk, annex())
    desk.tasks.delete([task(desk, 1).id])
    assert plan(desk, annex(name="lai.xlsx")).rows == ()
    assert len(desk.tasks.find()) == 3


def test_a_task_whose_import_was_undone_is_new_again_whatever_was_noted_on_it(desk, annex):
    result = bring_in(desk, annex(), from_office="TW.BKHCN")
    desk.tasks.set_fields([task(desk, 1).id], {"short_title": "ngắn"})
    desk.undo.undo_change(result.changes.change)
    assert desk.tasks.find() == []
    again = plan(desk, annex(), from_office="TW.BKHCN")
    assert (again.counts.added, again.counts.requests) == (4, 0)
    desk.imports.apply(again)
    assert task(desk, 1).short_title == "ngắn"


def test_a_task_we_have_worked_on_stays_when_its_import_is_undone(desk, annex):
    result = bring_in(desk, annex(), from_office="TW.BKHCN")
    desk.tasks.set_fields([task(desk, 1).id], {"progress": "dang_thuc_hien"})
    desk.undo.undo_change(result.changes.change)
    assert [one.progress for one in desk.tasks.find()] == ["dang_thuc_hien"]
    again = plan(desk, annex(), from_office="TW.BKHCN")
    assert (again.counts.added, again.counts.changed, again.counts.requests, again.counts.conflicts) == (3, 0, 0, 0)
    desk.imports.apply(again)
    assert task(desk, 1).progress == "dang_thuc_hien"
    assert len(desk.tasks.find()) == 4
