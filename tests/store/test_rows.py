"""Rows read from the log are what the pure fold makes of the same deltas."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from r57desk.errors import DeskError
from r57desk.merge.fold import fold_row
from r57desk.merge.force import gather
from r57desk.merge.model import Delta
from r57desk.store import changes, edit_log, projection, rows
from r57desk.store.database import Database, open_database
from tests.merge.test_fold import histories
from tests.store.writing import NOW, annex, create, load, write


@settings(max_examples=max(20, settings.default.max_examples // 5), suppress_health_check=list(HealthCheck))
@given(history=histories())
def test_states_and_tables_equal_the_pure_fold_of_any_history(
    tmp_path_factory: pytest.TempPathFactory, history: tuple[list[Delta], set[str]]
) -> None:
    deltas, aside = history
    log = [delta for delta in deltas if not any("tags" in edit.fields for edit in delta.edits)]
    folded = {row: fold_row(row, held) for row, held in gather(log, aside).items()}
    with open_database(tmp_path_factory.mktemp("any") / "so.db", now=NOW, create=True) as db:
        for delta in log:
            edit_log.append(db, [delta], at=NOW)
        numbers = [n for n, id in db.query("SELECT n, id FROM delta") if id in aside]
        with db.transaction():
            change = changes.add_change(db, "undo", "", NOW)
            edit_log.refresh_rows(db, change, edit_log.set_aside(db, change, numbers), ())
        assert rows.find_states(db, folded) == folded
        shown = {id for (id,) in db.query("SELECT id FROM task UNION SELECT id FROM office")}
        assert shown == {row for row, state in folded.items() if state.exists}
        kept = projection.dump(db)
        assert kept == b"".join(projection.iterate_fold(db))
        projection.rebuild(db)
        assert projection.dump(db) == kept


def test_a_row_never_heard_of_is_empty(db: Database) -> None:
    state = rows.get_state(db, "R")
    assert (state.row, state.exists, state.cells) == ("R", False, {})


def test_states_come_in_the_order_asked_across_chunks(db: Database) -> None:
    load(db, annex({f"R{number}": {"title": str(number)} for number in range(1200)}))
    wanted = ["R7", "none", "R1100", "R3"]
    assert list(rows.find_states(db, wanted)) == wanted
    every = rows.find_states(db, (f"R{number}" for number in range(1200)))
    assert [state.values["title"] for state in every.values()] == [str(number) for number in range(1200)]


def test_rows_are_found_by_a_unique_prefix(db: Database) -> None:
    for row in ("ABC1", "ABC2", "ABD1", "AB"):
        create(db, row, title=row)
    assert rows.find_row(db, "abd") == "ABD1"
    assert rows.find_row(db, "ABC2") == "ABC2"
    assert rows.find_row(db, "AB") == "AB", "a whole id is meant, not the longer ones"
    for prefix, code in (("ABC", "row_ambiguous"), ("X", "row_not_found")):
        with pytest.raises(DeskError) as caught:
            rows.find_row(db, prefix)
        assert caught.value.code == code


def test_numbers_stand_for_ids(db: Database) -> None:
    for row in ("R", "S"):
        create(db, row, title=row)
    numbers = rows.find_numbers(db, ["R", "S", "none"])
    assert dict(db.query("SELECT id, n FROM task")) == numbers


def test_a_row_with_a_long_history(db: Database) -> None:
    row = create(db, title="0")
    for number in range(1, 60):
        write(db, row, title=str(number))
    state = rows.get_state(db, row)
    assert state.values == {"title": "59"}
    assert len(state.live("title")) == 1


def test_tasks_are_named_in_the_order_asked_without_samples(db: Database) -> None:
    first, second = create(db, title="một"), create(db, title="hai")
    load(db, annex({"R": {"title": "mẫu"}}), sample=True)
    numbers = rows.find_numbers(db, [first, second, "R"])
    assert rows.find_tasks(db, [numbers[second], numbers["R"], numbers[first]]) == [second, first]
