"""The tables are the fold of the log: kept, rebuilt, or reached by another order of arrival."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from r57desk.merge import compose
from r57desk.merge.delta import make_delta, make_edit, new_nonce
from r57desk.merge.model import EXECUTORS
from r57desk.store import edit_log, projection
from r57desk.store.database import Database, open_database
from r57desk.store.options import set_option
from r57desk.store.task_query import get_page
from tests.merge.histories import History, histories
from tests.merge.replicas import Replica
from tests.store.writing import NOW, annex, create, delete, load, random_task, write


def test_a_rebuild_is_equal_byte_for_byte_and_keeps_numbers(db: Database) -> None:
    seed = random.Random(1)
    ids = [create(db, **random_task(seed)) for _ in range(20)]
    load(db, annex({f"F{number}": random_task(seed) for number in range(20)}))
    create(db, kind="office", code="01", name="Hà Nội")
    create(db, kind="public_day", date="2026-01-01", type="nghi")
    create(db, kind="document", number="57-NQ/TW", date="2024-12-22")
    write(db, ids[0], title="mới")
    write(db, "F1", title="đề nghị")  # a request: the row is theirs
    delete(db, ids[1])
    numbers = db.query("SELECT id, n FROM task ORDER BY id")
    before = projection.dump(db)
    for table in ("task", "task_folded", "sibling", "request", "office"):
        db.connection.execute(f"DELETE FROM {table} WHERE rowid % 2" if table[0] in "to" else f"DELETE FROM {table}")
    assert projection.dump(db) != before
    projection.rebuild(db)
    assert projection.dump(db) == before
    assert db.query("SELECT id, n FROM task ORDER BY id") == numbers


def lines(db: Database) -> dict[str, dict[str, object]]:
    return {line["row"]: line for line in map(json.loads, projection.dump(db).decode().splitlines())}


def test_conflicts_and_requests_are_listed_with_their_values(db: Database) -> None:
    create(db, "R", title="một", lead="A")
    seen = make_edit("R", {"lead": "B"}, nonce="1")
    edit_log.append(db, [Replica("01").append(seen)], at=NOW)
    edit_log.append(db, [Replica("02").append(make_edit("R", {"title": "hai"}, nonce="2"))], at=NOW)
    line = lines(db)["R"]
    assert line["task"]["conflicts"] == "lead"  # type: ignore[index]
    assert line["task"]["requests"] == "title"  # type: ignore[index]
    assert {value for _, _, value, *_ in line["siblings"]} == {"A", "B"}  # type: ignore[attr-defined]
    ((code, _, value, office),) = line["requests"]  # type: ignore[misc]
    assert (code, value, office) == ("title", "hai", "02")
    (task,) = get_page(db, [1])
    assert (task.conflicts, task.requests) == (("lead",), ("title",))


def test_a_request_for_a_row_that_is_not_here_is_kept(db: Database) -> None:
    edit_log.append(db, [Replica("02").append(make_edit("R", {"title": "hai"}))], at=NOW)
    assert set(lines(db)["R"]) == {"row", "requests"}


def test_a_row_of_a_kind_we_do_not_know_is_kept_in_the_log_alone(db: Database) -> None:
    create(db, "R", kind="indicator", title="chỉ tiêu")
    assert projection.dump(db) == b""
    assert db.query("SELECT count(*) FROM edit") == [(1,)]


def test_a_row_that_changes_kind_leaves_its_old_table(db: Database) -> None:
    create(db, "R", title="một")
    edit_log.append(db, [Replica("01").append(compose.create_row("R", {"name": "x"}, kind="office"))], at=NOW)
    assert db.query("SELECT count(*) FROM task") == [(0,)]
    assert db.query("SELECT id FROM office") == [("R",)]


def test_sample_rows_are_marked_until_their_import_is_undone(db: Database) -> None:
    load(db, annex({"R": {"title": "mẫu"}}), content=b"1", sample=True)
    load(db, annex({"S": {"title": "thật"}}), content=b"2")
    write(db, "R", result_now="đã sửa")
    assert db.query("SELECT id, sample FROM task ORDER BY id") == [("R", 1), ("S", 0)]
    assert projection.dump(db) == b"".join(projection.iterate_fold(db))


def test_a_dump_without_local_fields_is_what_registers_share(db: Database, tmp_path: Path) -> None:
    create(db, "R", title="một")
    shared = list(edit_log.find_deltas(db))
    write(db, "R", tags="gấp")
    with open_database(tmp_path / "other.db", now=NOW, create=True) as other:
        edit_log.append(other, shared, at=NOW)
        assert projection.dump(other, local=False) == projection.dump(db, local=False)
        assert projection.dump(other) != projection.dump(db)


def dues(db: Database) -> dict[str, str]:
    return dict(db.query("SELECT id, due FROM task ORDER BY id"))


def test_tasks_follow_what_the_documents_say_of_their_year(db: Database) -> None:
    for row, text in (("A", "Tháng 8"), ("B", "trước ngày 15/7"), ("C", "Tháng 8/2024"), ("D", "Thường xuyên")):
        create(db, row, title=row, deadline_text=text, source_doc="Nghị quyết 71/NQ-CP")
    create(db, "E", title="E", deadline_text="Tháng 8", source_doc="72/NQ-CP")
    create(db, "F", title="F", deadline_text="Từ tháng 8", source_doc="71/NQ-CP")
    alone = dues(db)
    assert alone == {"A": "", "B": "", "C": "2024-08-31", "D": "", "E": "", "F": ""}
    document = create(db, kind="document", number="71/NQ-CP", date="2025-04-01")
    known = alone | {"A": "2025-08-31", "B": "2025-07-15"}
    assert dues(db) == known
    assert db.query("SELECT start FROM task WHERE id = 'F'") == [("2025-08-01",)]
    assert projection.dump(db) == b"".join(projection.iterate_fold(db))
    moved = write(db, document, date="2026-04-01")
    assert dues(db) == known | {"A": "2026-08-31", "B": "2026-07-15"}
    assert moved.rows == {document, "A", "B", "F"}, "screens hear of every task that moved"
    assert not list(projection.find_differences(db))
    before = projection.dump(db)
    projection.rebuild(db)
    assert projection.dump(db) == before
    delete(db, document)
    assert dues(db) == alone


def test_a_document_that_comes_with_its_tasks_tells_their_year(db: Database) -> None:
    rows = {f"R{number}": {"title": "một", "deadline_text": "Tháng 8", "source_doc": "9/KH"} for number in range(3)}
    document = compose.create_row("Z", {"number": "9/KH", "date": "2025-02-03"}, kind="document")
    load(db, [*annex(rows), Replica("01").append(document)])
    assert set(dues(db).values()) == {"2025-08-31"}


def test_a_single_edit_writes_little(db: Database) -> None:
    """What does not differ is not written: a typed progress leaves the search index alone."""
    row = create(db, title="một " * 50)
    before = db.query("SELECT count(*), sum(length(block)) FROM task_search_data")
    write(db, row, progress="hoan_thanh")
    assert db.query("SELECT count(*), sum(length(block)) FROM task_search_data") == before
    assert db.query("SELECT progress FROM task") == [("hoan_thanh",)]


@settings(max_examples=max(5, settings.default.max_examples // 20), suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 2**32))
def test_L2_five_registers_end_equal_whatever_arrives_when(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    """Random delivery with duplicates, disorder and loss; after one complete round all dumps are one."""
    draw = random.Random(seed)
    writers = [Replica(office) for office in ("A", "A", "B", "X", "Y")]
    writers[0].create("R", title="gốc", progress="dang_thuc_hien")
    writers[2].create("S", title="gốc")
    writers[0].append(make_edit("R", {EXECUTORS: "X"}, nonce=new_nonce()))
    folder = tmp_path_factory.mktemp("five")
    registers = [open_database(folder / f"{place}.db", now=NOW, create=True) for place in range(5)]
    for register in registers:
        set_option(register, "office", "A")
    for _ in range(draw.randint(5, 25)):
        here, there = draw.sample(range(5), 2)
        row = draw.choice("RS")
        step = draw.random()
        if step < 0.4:
            code = draw.choice(["title", "lead", "progress", "deadline_text"])
            writers[here].write(row, **{code: f"w{draw.random()}"})
        elif step < 0.5:
            writers[here].delete(row)
        elif step < 0.6 and writers[here].log:
            writers[here].undo(draw.choice(list(writers[here].log.values())))
        else:
            sent = list(writers[here].log.values())
            sent = draw.choices(sent, k=len(sent)) if sent else []  # some twice, some lost, in any order
            writers[there].receive(sent)
            edit_log.append(registers[there], sent, at=NOW)
    union = {id: delta for writer in writers for id, delta in writer.log.items()}
    for register in registers:
        rest = list(union.values())
        draw.shuffle(rest)
        for delta in rest:
            edit_log.append(register, [delta], at=NOW)
    dumps = {projection.dump(register, local=False) for register in registers}
    full = {b"".join(projection.iterate_fold(register)) == projection.dump(register) for register in registers}
    for register in registers:
        register.close()
    assert len(dumps) == 1
    assert full == {True}


@settings(max_examples=max(5, settings.default.max_examples // 20), suppress_health_check=list(HealthCheck))
@given(history=histories(), first=st.integers(0, 9), second=st.integers(0, 9))
def test_L1_logs_join_in_any_order_and_grouping_and_twice(
    tmp_path_factory: pytest.TempPathFactory, history: History, first: int, second: int
) -> None:
    """Commutative, associative, idempotent: the tables after a, b, c are those after c with b, then a, then all again."""
    deltas = [
        replace(one, edits=tuple(edit for edit in one.edits if "tags" not in edit.fields)) for one in history[0]
    ]
    deltas = [
        make_delta(one.office, one.edits, claimed_time=one.claimed_time, nonce=one.nonce, retracts=one.retracts)
        for one in deltas
    ]
    low, high = sorted((first, second))
    a, b, c = deltas[:low], deltas[low:high], deltas[high:]
    folder = tmp_path_factory.mktemp("join")
    dumps = set()
    for place, steps in enumerate(([a, b, c], [c + b, a, deltas], [b, b, a + c], [deltas[::-1]])):
        with open_database(folder / f"{place}.db", now=NOW, create=True) as register:
            for step in steps:
                edit_log.append(register, step, at=NOW)
            dumps.add(projection.dump(register))
            assert list(projection.find_differences(register)) == []
    assert len(dumps) == 1
