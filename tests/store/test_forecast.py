"""A forecast says what the register then becomes."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from r57desk.merge import compose
from r57desk.merge.delta import make_again, make_delta, make_retraction, new_nonce
from r57desk.store import edit_log, undo
from r57desk.store.database import open_database
from r57desk.store.forecast import forecast
from r57desk.store.options import set_option
from r57desk.store.rows import find_states, get_state
from tests.merge.histories import History, histories
from tests.store.writing import NOW, annex, create, load, write


def states(db):
    ids = [id for (id,) in db.query("SELECT id FROM known_row")]
    return find_states(db, ids)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    max_examples=max(40, settings.default.max_examples // 4),
)
@given(history=histories(), cut=st.integers(0, 9))
def test_a_forecast_is_what_comes_of_it(tmp_path_factory, history: History, cut: int) -> None:
    path = tmp_path_factory.mktemp("forecast") / "so.db"
    deltas = [
        make_delta(one.office, (edit for edit in one.edits if "tags" not in edit.fields), nonce=one.nonce,
                   claimed_time=one.claimed_time, retracts=one.retracts)
        for one in history[0]
    ]  # fmt: skip
    here, coming = deltas[: cut % (len(deltas) + 1)], deltas[cut % (len(deltas) + 1) :]
    with open_database(path, now=NOW, create=True) as db:
        edit_log.append(db, here)
        was = states(db)
        told = forecast(db, edit_log.find_fresh(db, coming))
        assert all(was[row] == state for row, state in told.before.items())
        edit_log.append(db, coming)
        now = states(db)
    assert all(now[row] == state for row, state in told.after.items())
    assert all(was.get(row) == state for row, state in now.items() if row not in told.after)


def test_a_retraction_that_comes_tells_of_rows_it_does_not_name(db):
    row = create(db, title="Việc", note="một")
    edited = write(db, row, note="hai")
    (delta,) = edit_log.find_deltas(db, edited.deltas)
    told = forecast(db, [make_retraction(delta.office, [delta.id])])
    assert (told.before[row].values["note"], told.after[row].values["note"]) == ("hai", "một")
    assert forecast(db, [make_retraction("another", [delta.id])]).after[row].values["note"] == "hai"


def test_what_was_taken_back_before_it_came_does_not_count(db):
    late = make_delta("HQ", [compose.create_row("R", {"title": "Việc"}, nonce=new_nonce())], nonce=new_nonce())
    edit_log.append(db, [make_retraction("HQ", [late.id])])
    assert not forecast(db, [late]).after["R"].exists
    assert forecast(db, [late, make_again(late)]).after["R"].exists


def test_what_is_set_aside_counts_again(db):
    set_option(db, "office", "01")
    deltas = annex({"R": {"title": "Việc"}})
    done = load(db, deltas)
    undo.undo(db, done.change, at=NOW)
    told = forecast(db, [], [delta.id for delta in deltas])
    assert not told.before["R"].exists
    assert told.after["R"].exists
    assert told.after["R"].authority.executors == {"01"}
    load(db, deltas, take_back=True)
    assert get_state(db, "R") == told.after["R"]


def test_rows_asked_for_are_told_too(db):
    row = create(db, title="Việc")
    told = forecast(db, [], (), [row, "never heard of"])
    assert told.after == {row: get_state(db, row)}
