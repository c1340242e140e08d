"""What a user does with tasks, through a real register."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from r57desk.domain.query import parse_query
from r57desk.errors import DeskError
from r57desk.services.tasks import SortKey

AS_OF = date(2025, 9, 24)


@pytest.fixture
def filled(desk, annex):
    desk.imports.apply(desk.imports.plan(desk.imports.read(annex())))
    return desk


def test_tasks_stand_in_the_order_of_the_annex_with_its_groups(filled):
    found = filled.tasks.find_ids(as_of=AS_OF)
    assert [task.stt for task in filled.tasks.get_page(found.ids)] == ["1", "2", "3", "4"]
    assert [(group.group_no, group.count, group.late) for group in found.groups] == [("I", 2, 1), ("II", 2, 0)]


def test_a_search_or_another_order_has_no_groups(filled):
    assert filled.tasks.find_ids(parse_query("du lieu")).groups == ()
    by_due = filled.tasks.find_ids(sort=(SortKey("due", descending=True),))
    assert by_due.groups == ()
    assert [task.stt for task in filled.tasks.get_page(by_due.ids)] == ["2", "3", "1", "4"]


def test_values_are_read_as_people_type_them(filled):
    task = filled.tasks.find()[0]
    filled.tasks.set_fields([task.id], {"percent": "65,5%", "done_date": "5/6/25", "progress": "đã xong"})
    now = filled.tasks.get(task.id)
    assert (now.percent, now.done_date, now.progress) == (Decimal("65.5"), date(2025, 6, 5), "hoan_thanh")


def test_several_rows_change_as_one(filled):
    ids = [task.id for task in filled.tasks.find()]
    changes = filled.tasks.set_fields(ids, {"officer": "Phòng Tổng hợp"})
    assert changes.rows == frozenset(ids)
    filled.undo.undo()
    assert {task.officer for task in filled.tasks.find()} == {""}


def test_writing_what_stands_there_already_is_no_change(filled):
    task = filled.tasks.find()[0]
    before = filled.register.revision()
    assert not filled.tasks.set_fields([task.id], {"lead": task.lead})
    assert filled.register.revision() == before


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"percent": "150%"}, "value_unread"),
        ({"done_date": "32/1/2025"}, "value_unread"),
        ({"progress": "tím"}, "value_unread"),
        ({"title": "  "}, "title_required"),
        ({"colour": "đỏ"}, "field_unknown"),
    ],
)
def test_what_cannot_be_read_is_refused_and_nothing_is_written(filled, values, code):
    task = filled.tasks.find()[0]
    before = filled.register.revision()
    with pytest.raises(DeskError) as refused:
        filled.tasks.set_fields([task.id], {"note": "một"} | values)
    assert refused.value.code == code
    assert filled.register.revision() == before


def test_a_local_field_stands_in_a_delta_of_its_own(filled):
    from r57desk.merge.delta import is_local
    from r57desk.store import edit_log

    task = filled.tasks.find()[0]
    filled.tasks.set_fields([task.id], {"tags": "gấp", "note": "đôn đốc"})
    shared, local = list(edit_log.find_deltas(filled.reader))[-2:]
    assert not is_local(shared)
    assert is_local(local)
    filled.undo.undo()
    assert (filled.tasks.get(task.id).tags, filled.tasks.get(task.id).note) == ("", "")


def test_a_new_task_needs_a_title_and_reads_its_deadline(filled):
    with pytest.raises(DeskError) as refused:
        filled.tasks.create({"lead": "Sở Y tế"})
    assert refused.value.code == "title_required"
    (row,) = filled.tasks.create(
        {"title": "Số hoá hồ sơ bệnh án", "deadline_text": "Quý IV/2025", "tags": "y tế"}
    ).rows
    task = filled.tasks.get(row)
    assert (task.deadline.precision, task.deadline.due, task.tags) == ("quarter", date(2025, 12, 31), "y tế")


def test_a_deleted_task_is_gone_from_every_count_and_comes_back(filled):
    task = filled.tasks.find()[1]
    filled.tasks.delete([task.id])
    assert filled.tasks.count(as_of=AS_OF).total == 3
    with pytest.raises(DeskError) as refused:
        filled.tasks.get(task.id)
    assert refused.value.code == "row_not_found"
    assert filled.tasks.history(filled.tasks.resolve(task.id))[-1].new == "0"
    filled.undo.undo()
    assert filled.tasks.get(task.id) == task


def test_a_prefix_finds_a_task_unless_two_begin_so(filled):
    task = filled.tasks.find()[0]
    assert filled.tasks.get(task.id[:10].lower()) == task
    with pytest.raises(DeskError) as refused:
        filled.tasks.get("")
    assert refused.value.code == "row_ambiguous"


def test_every_choice_of_a_filter_opens_as_many_tasks_as_it_says(filled):
    from r57desk.domain.query import Query, clause_of

    ids = [task.id for task in filled.tasks.find()]
    filled.tasks.set_fields(ids[:1], {"progress": "hoan_thanh", "done_date": "2025-08-01"})
    for field in ("lead", "progress", "timeliness", "category", "source_doc"):
        for facet in filled.tasks.facets(field, as_of=AS_OF):
            query = Query(clauses=(clause_of(field, (facet.value,)),))
            assert len(filled.tasks.find(query, AS_OF)) == facet.count, (field, facet)


@pytest.fixture
def assigned(desk, annex):
    """A register whose tasks another office assigns; it may write their results, not their titles."""
    desk.imports.apply(desk.imports.plan(desk.imports.read(annex()), from_office="TW.BKHCN"))
    return desk


def test_it_is_told_what_was_written_and_what_only_asked_for(assigned):
    task = assigned.tasks.find()[0]
    done = assigned.tasks.set_fields(
        [task.id], {"title": "Tên khác", "note": "một", "tags": "gấp", "lead": task.lead}
    )
    assert (done.written, done.requests, done.waiting) == (("note", "tags"), ("title",), ())


def test_the_same_request_is_not_made_twice(assigned):
    task = assigned.tasks.find()[0]
    assigned.tasks.set_fields([task.id], {"title": "Tên khác"})
    before = assigned.register.revision()
    again = assigned.tasks.set_fields([task.id], {"title": "Tên khác "})
    assert not again
    assert (again.requests, again.waiting) == ((), ("title",))
    assert assigned.register.revision() == before
    mixed = assigned.tasks.set_fields([task.id], {"title": "Tên khác", "note": "một"})
    assert (mixed.written, mixed.requests, mixed.waiting) == (("note",), (), ("title",))
    assert [line.new for line in assigned.tasks.history(task.id) if line.state == "request"] == ["Tên khác"]


def test_a_deletion_is_asked_for_once(assigned):
    ids = [task.id for task in assigned.tasks.find()]
    assert assigned.tasks.delete(ids[:1]).requests == ("#exists",)
    again = assigned.tasks.delete(ids[:1])
    assert (bool(again), again.requests, again.waiting) == (False, (), ("#exists",))
    assert assigned.tasks.delete(ids[:2]).rows == {ids[1]}
