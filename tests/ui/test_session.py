"""The session: what is looked at, and every write through one door that tells every screen."""

from __future__ import annotations

from datetime import date

import pytest

from r57desk.services.tasks import SortKey
from r57desk.ui.session import Session


def test_a_filter_narrows_the_query_and_says_so(session, qtbot):
    with qtbot.waitSignal(session.query_changed):
        session.set_filter("lead", ("Bộ Công an",))
    found = session.desk.tasks.find(session.query, session.as_of)
    assert [task.stt for task in found] == ["4", "5", "10"]
    session.clear_filters()
    assert not session.filtered()
    assert len(session.desk.tasks.find(session.query)) == 8


@pytest.mark.parametrize("field", ["source_doc", "lead", "progress", "timeliness", "category"])
def test_a_choice_shows_as_many_rows_as_it_says(session, task_of, field):
    session.set_fields((task_of("11").id,), {"lead": "Các bộ, ngành, địa phương"})
    facets = session.desk.tasks.facets(field, session.query, session.as_of)
    assert facets
    for facet in facets:
        session.set_filters({field: (facet.value,)})
        assert session.desk.tasks.count(session.query, session.as_of).shown == facet.count, facet


def test_words_may_hold_clauses(session):
    session.set_words('du lieu lead:"Bộ Công an"')
    assert [task.stt for task in session.desk.tasks.find(session.query)] == ["5"]


def test_words_that_cannot_be_read_are_refused_and_not_kept(session, qtbot):
    with qtbot.waitSignal(session.failed) as failed:
        session.set_words("khong_co:1")
    assert failed.args[0].code == "query_unknown_field"
    assert session.words == ""


def test_setting_the_same_thing_again_is_silent(session, qtbot):
    session.set_filter("lead", ("Bộ Công an",))
    with qtbot.assertNotEmitted(session.query_changed), qtbot.assertNotEmitted(session.as_of_changed):
        session.set_filter("lead", ("Bộ Công an",))
        session.set_as_of(session.as_of)
    with qtbot.assertNotEmitted(session.sort_changed):
        session.set_sort(())


def test_a_write_tells_every_screen_and_can_be_undone(session, task_of, qtbot):
    task = task_of("4")
    with qtbot.waitSignal(session.changed) as changed:
        session.set_fields((task.id,), {"progress": "trinh_duyet"})
    assert changed.args[0].rows == frozenset({task.id})
    assert session.saved_at
    assert task_of("4").progress == "trinh_duyet"
    session.undo()
    assert task_of("4").progress == "dang_thuc_hien"
    session.redo()
    assert task_of("4").progress == "trinh_duyet"


def test_a_refused_write_changes_nothing_and_says_why(session, task_of, qtbot):
    task = task_of("4")
    with qtbot.assertNotEmitted(session.changed), qtbot.waitSignal(session.failed) as failed:
        assert session.set_fields((task.id,), {"title": ""}) is None
    assert failed.args[0].code == "title_required"
    assert task_of("4") == task


def test_create_names_the_new_row_and_delete_takes_it_out(session):
    row_id = session.create({"title": "Nhiệm vụ thử"})
    assert row_id is not None
    assert session.find_task(row_id).title == "Nhiệm vụ thử"
    changes = session.delete((row_id,))
    assert session.find_task(row_id) is None
    session.undo_change(changes.change)
    assert session.find_task(row_id) is not None


def test_a_lazy_selection_is_only_read_when_asked(session, qtbot):
    asked = []

    def find():
        asked.append(True)
        return ("a", "b")

    with qtbot.waitSignal(session.selection_changed):
        session.select_lazily(2, find, "a")
    assert (session.selected_count, session.current, asked) == (2, "a", [])
    assert session.selection == ("a", "b")
    assert asked


def test_the_list_behind_a_number_replaces_filters_and_words(session):
    session.set_words("du lieu")
    session.set_filters({"timeliness": ("qua_han",)})
    assert session.words == ""
    assert [task.stt for task in session.desk.tasks.find(session.query, session.as_of)] == ["2"]


def test_another_date_and_order_are_told(session, qtbot):
    with qtbot.waitSignals([session.as_of_changed, session.sort_changed]):
        session.set_as_of(date(2025, 1, 1))
        session.set_sort((SortKey("due"),))


def test_a_step_for_later_is_dropped_when_the_register_was_let_go(session, qtbot):
    done = []
    session.run_soon(session, lambda: done.append("open"))
    qtbot.waitUntil(lambda: bool(done))
    session.run_soon(session, lambda: done.append("closed"))
    session.desk.close()
    qtbot.wait(20)
    assert done == ["open"]


def test_asking_for_the_same_twice_is_answered_in_words_and_writes_nothing(session, other, qtbot):
    there = Session(other.desk)
    row = other.find("4").id
    assert there.set_fields((row,), {"deadline_text": "Tháng 9/2026"}).requests == ("deadline_text",)
    changed = []
    there.changed.connect(changed.append)
    with qtbot.waitSignal(there.told) as told:
        again = there.set_fields((row,), {"deadline_text": "Tháng 9/2026"})
    assert again.waiting == ("deadline_text",)
    assert told.args == ["Đã đề nghị đúng như vậy trước đó, đang chờ trả lời: không ghi thêm."]
    assert changed == []


def test_the_year_of_a_document_is_known_where_deadlines_are_typed(session):
    assert session.find_year("deadline_text", "Kế hoạch số 12/KH-UBND ngày 09/01/2024") == 2024
    assert session.find_year("deadline_text", "03/NQ-CP") == 2025
    assert session.find_year("lead", "03/NQ-CP") is None
    assert session.find_year("deadline_text", "") is None
