"""Copies: whole, counted, brought back in one step."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from r57desk import paths
from r57desk.errors import DeskError
from r57desk.store import backup, projection
from r57desk.store.backup import KEPT, Reason, back_up, back_up_daily, find_backups, remove_unfinished, restore
from r57desk.store.database import Database, open_database
from r57desk.store.task_query import count_all
from tests.store.test_damage import spoil
from tests.store.writing import NOW, create


def at(day: int, hour: int = 8) -> str:
    return f"2026-11-{day:02d}T{hour:02d}:00:00"


def test_a_copy_is_the_register_as_it_was(db: Database, path: Path) -> None:
    create(db, title="Nhiệm vụ")
    made = back_up(db, now=NOW, reason="import")
    assert (made.at, made.reason) == (NOW, "import")
    assert made.size == made.path.stat().st_size
    assert made.path.parent == paths.backups_folder(path)
    before = projection.dump(db)
    create(db, title="sau")
    with open_database(made.path, now=NOW) as copy:
        assert projection.dump(copy) == before
    assert sorted(file.name for file in made.path.parent.glob("*.db*") if file.suffix != ".lock") == [made.path.name]


def test_one_copy_a_day_whatever_else_was_copied(db: Database) -> None:
    back_up(db, now=at(1, 7), reason="import")
    assert back_up_daily(db, now=at(1)) is not None
    assert back_up_daily(db, now=at(1, 23)) is None
    assert back_up_daily(db, now=at(2, 0)) is not None


def test_the_last_fourteen_are_kept_and_a_busy_day_does_not_push_out_the_week(db: Database, path: Path) -> None:
    for day in range(1, 11):
        back_up(db, now=at(day), reason="day")
    for hour in range(20):
        back_up(db, now=at(11, hour), reason="import")
    kept = find_backups(path)
    assert len(kept) == 14
    assert [one.at[:10] for one in kept if one.reason == "day"] == [at(day)[:10] for day in range(10, 3, -1)]
    assert [one.at[11:13] for one in kept if one.reason == "import"] == [f"{hour:02d}" for hour in range(19, 12, -1)]
    for day in range(12, 31):
        back_up(db, now=at(day), reason="day")
    assert len(find_backups(path)) == 14


def test_a_clock_set_back_never_costs_the_copy_just_made(db: Database, path: Path) -> None:
    for hour in range(14):
        back_up(db, now=at(1, hour), reason="import")
    made = back_up(db, now="1995-06-01T08:00:00", reason="import")
    assert made.path.exists()
    kept = find_backups(path)
    assert len(kept) == 14
    assert kept[-1] == made


def test_two_copies_in_one_second_have_two_names(db: Database, path: Path) -> None:
    one, two = (back_up(db, now=NOW, reason="import") for _ in range(2))
    assert one.path != two.path
    assert len(find_backups(path)) == 2


def test_strange_files_in_the_folder_are_left_alone(db: Database, path: Path) -> None:
    folder = paths.backups_folder(path)
    folder.mkdir()
    for name in ("ghi-chu.txt", "2026-11-23T080000-khac.db", "2026.db"):
        (folder / name).touch()
    assert find_backups(path) == []
    (folder / "2026-11-23T080000-day.db.part").touch()  # left by a crash
    back_up(db, now=NOW, reason="day")
    assert sorted(file.name for file in folder.iterdir()) == [
        "2026-11-23T080000-day.db",
        "2026-11-23T080000-khac.db",
        "2026.db",
        "ghi-chu.txt",
    ]


def test_a_copy_that_cannot_be_removed_keeps_nobody_from_working(db: Database, path: Path) -> None:
    folder = paths.backups_folder(path)
    for day in range(1, KEPT + 1):
        (folder / f"2020-01-{day:02}T080000-day.db").mkdir(parents=True)  # one that another program holds
    made = back_up(db, now=NOW, reason="import")
    assert made.path.exists()
    assert len(find_backups(path)) == KEPT + 1


def test_what_a_crash_cut_short_is_removed_and_nothing_else(db: Database, path: Path) -> None:
    whole = back_up(db, now=NOW, reason="asked").path
    part = "2026-11-23T080000-import.db.part"
    cut = [whole.with_name(part + end) for end in ("", "-journal", "-wal")] + [
        path.with_name(path.name + ".new.part")
    ]
    for one in cut:
        one.write_bytes(b"half")
    whole.with_name("2026-11-23T070000-import.db.part").mkdir()  # what cannot be removed is no fault
    remove_unfinished(path)
    assert not any(one.exists() for one in cut)
    assert whole.exists()
    assert path.exists()


def test_damage_never_replaces_a_good_copy(db: Database, path: Path) -> None:
    for number in range(40):
        create(db, title=f"Nhiệm vụ {number} " * 20)
    back_up_daily(db, now=at(1))
    db.close()
    spoil(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        damaged = Database(path, connection)
        with pytest.raises(DeskError) as caught:
            back_up_daily(damaged, now=at(2))
    assert caught.value.code in ("register_damaged", "not_a_register")
    assert len(find_backups(path)) == 1


def test_restoring_puts_the_copy_in_place_and_the_file_aside(db: Database, path: Path) -> None:
    create(db, title="trước")
    before = projection.dump(db)
    made = back_up(db, now=at(1), reason="day")
    create(db, title="sau")
    after = projection.dump(db)
    db.close()
    aside = restore(path, made, now=at(2))
    with open_database(path, now=NOW) as restored:
        assert projection.dump(restored) == before
    assert aside is not None
    with open_database(aside, now=NOW) as kept:
        assert projection.dump(kept) == after


def test_restoring_over_a_damaged_file_keeps_it_byte_for_byte(db: Database, path: Path) -> None:
    create(db, title="trước")
    made = back_up(db, now=at(1), reason="day")
    db.close()
    spoil(path)
    damaged = path.read_bytes()
    log = path.with_name(path.name + "-wal")
    log.write_bytes(b"half a log")
    aside = restore(path, made, now=at(2))
    assert aside is not None
    assert aside.read_bytes() == damaged
    assert not log.exists() or log.stat().st_size == 0
    with open_database(path, now=NOW) as restored:
        assert count_all(restored) == 1


def test_restoring_a_register_that_is_gone(db: Database, path: Path) -> None:
    create(db, title="trước")
    made = back_up(db, now=at(1), reason="day")
    db.close()
    path.unlink()
    assert restore(path, made, now=at(2)) is None
    with open_database(path, now=NOW) as restored:
        assert count_all(restored) == 1


def test_restoring_twice_in_a_second_keeps_both_files_aside(db: Database, path: Path) -> None:
    made = back_up(db, now=at(1), reason="day")
    db.close()
    one, two = (restore(path, made, now=NOW) for _ in range(2))
    assert one is not None
    assert two is not None
    assert one != two
    assert one.exists()
    assert two.exists()


@pytest.mark.parametrize("how", ["spoilt", "cut", "gone", "text"])
def test_a_bad_copy_is_refused_and_nothing_changes(db: Database, path: Path, how: str) -> None:
    for number in range(40):
        create(db, title=f"Nhiệm vụ {number} " * 20)
    made = back_up(db, now=at(1), reason="day")
    db.close()
    if how == "spoilt":
        spoil(made.path)
    elif how == "cut":
        made.path.write_bytes(made.path.read_bytes()[:5000])
    elif how == "gone":
        made.path.unlink()
    else:
        made.path.write_text("không phải sổ", encoding="utf-8")
    before = path.read_bytes()
    names = sorted(file.name for file in path.parent.iterdir())
    with pytest.raises(DeskError) as caught:
        restore(path, made, now=at(2))
    assert caught.value.code == "backup_damaged"
    assert path.read_bytes() == before
    assert sorted(file.name for file in path.parent.iterdir()) == names


def test_an_open_register_is_not_replaced(db: Database, path: Path) -> None:
    made = back_up(db, now=at(1), reason="day")
    with pytest.raises(DeskError) as caught:
        restore(path, made, now=at(2))
    assert caught.value.code == "register_locked"


@pytest.mark.parametrize("reason", ["day", "import", "update", "restore"])
def test_every_reason_is_read_back_from_the_name(db: Database, path: Path, reason: Reason) -> None:
    back_up(db, now=NOW, reason=reason)
    (found,) = find_backups(path)
    assert found.reason == reason
    assert backup.KEPT == 14
