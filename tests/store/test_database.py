"""Opening: the right files are opened, the wrong ones refused with a sentence, and nothing is changed by refusing."""

from __future__ import annotations

import os
import re
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from r57desk.errors import DeskError
from r57desk.store import projection
from r57desk.store.check import check
from r57desk.store.database import Database, open_database, open_read_only
from r57desk.store.task_query import count_all
from tests.store.test_damage import spoil
from tests.store.writing import NOW, create, write


def refusal(path: Path, *, create: bool = False) -> str:
    """The code open_database refuses with; the file is as before and the lock free."""
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(DeskError) as caught:
        open_database(path, now=NOW, create=create)
    assert (path.read_bytes() if path.is_file() else None) == before
    assert str(caught.value)
    return caught.value.code


def test_no_statement_numbers_its_placeholders(project_root: Path) -> None:
    """Python 3.14 refuses numbered and named placeholders bound from a sequence: ? takes one, :name a mapping."""
    sources = [*(project_root / "r57desk" / "store").glob("*.py"), *(project_root / "db").rglob("*.py")]
    numbered = [path.name for path in sources if re.search(r"\?\d", path.read_text(encoding="utf-8"))]
    assert sources
    assert not numbered


def test_a_new_register_is_made_with_its_folder_and_opens_again(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "so.db"
    with open_database(path, now=NOW, create=True) as db:
        create(db, title="Nhiệm vụ")
    with open_database(path, now=NOW) as db:
        assert count_all(db) == 1
        assert not db.left_open
    assert sorted(file.name for file in path.parent.iterdir() if file.suffix != ".lock") == ["so.db"]


def test_missing_foreign_and_folder_are_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.db") == "register_missing"
    assert refusal(tmp_path) == "register_is_folder"
    (tmp_path / "text.db").write_text("không phải sổ nhiệm vụ " * 50, encoding="utf-8")
    assert refusal(tmp_path / "text.db") == "not_a_register"
    with closing(sqlite3.connect(tmp_path / "other.db")) as other:
        other.execute("CREATE TABLE theirs (a)")
    assert refusal(tmp_path / "other.db", create=True) == "not_a_register"


def test_a_newer_register_is_refused_politely(db: Database, path: Path) -> None:
    create(db, title="Nhiệm vụ")
    db.connection.execute(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('r57desk', '0999_add_future', 'x')"
    )
    db.close()
    assert refusal(path) == "register_newer"
    with pytest.raises(DeskError) as caught:
        open_read_only(path)
    assert caught.value.code == "register_newer"


def test_the_second_writer_is_refused_a_reader_is_not(db: Database, path: Path) -> None:
    assert refusal(path) == "register_locked"
    with open_read_only(path) as reader:
        assert count_all(reader) == 0
        create(db, title="Nhiệm vụ")
        assert count_all(reader) == 1


def test_a_reader_notices_commits_and_cannot_write(db: Database, path: Path) -> None:
    with open_read_only(path) as reader:
        before = reader.version()
        create(db, title="Nhiệm vụ")
        assert reader.version() != before
        with pytest.raises(DeskError) as caught, reader.transaction():
            reader.connection.execute("DELETE FROM task")
        assert caught.value.code == "register_read_only"


def test_a_reader_sees_one_state_while_it_reads(db: Database, path: Path) -> None:
    with open_read_only(path) as reader, reader.reading():
        assert count_all(reader) == 0
        create(db, title="Nhiệm vụ")
        with reader.reading():
            assert count_all(reader) == 0
    with open_read_only(path) as reader:
        assert count_all(reader) == 1


@pytest.fixture
def shelf(db: Database, path: Path) -> Iterator[Path]:
    """A register with one task in a folder where nothing may be written, seen by somebody without privileges."""
    create(db, title="Nhiệm vụ")
    db.close()
    root = os.name == "posix" and os.geteuid() == 0
    with TemporaryDirectory() as folder:
        alone = Path(folder) / "cd" / "so.db"
        alone.parent.mkdir()
        alone.write_bytes(path.read_bytes())
        alone.chmod(0o444)
        alone.parent.chmod(0o555)
        Path(folder).chmod(0o755)
        if root:
            os.seteuid(65534)
        try:
            yield alone
        finally:
            if root:
                os.seteuid(0)
            alone.parent.chmod(0o755)


@pytest.mark.skipif(os.name != "posix", reason="Windows has other rights")
def test_a_file_where_nothing_may_be_written_can_be_read(shelf: Path) -> None:
    with open_read_only(shelf) as reader:
        assert count_all(reader) == 1
    assert refusal(shelf) == "register_read_only"
    assert sorted(file.name for file in shelf.parent.iterdir()) == ["so.db"]


@pytest.mark.skipif(os.name != "posix", reason="Windows has other rights")
def test_a_new_register_in_a_folder_one_may_not_write(shelf: Path) -> None:
    with pytest.raises(DeskError) as caught:
        open_database(shelf.parent / "moi.db", now=NOW, create=True)
    assert caught.value.code == "register_unreadable"


def test_a_transaction_is_all_or_nothing_and_inner_ones_join(db: Database) -> None:
    def interrupted() -> None:
        with db.transaction():
            create(db, title="một")
            with db.transaction():
                create(db, title="hai")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        interrupted()
    assert count_all(db) == 0
    with db.transaction():
        create(db, title="ba")
    assert count_all(db) == 1


def test_another_program_holding_the_file_is_said(db: Database, path: Path) -> None:
    db.connection.execute("PRAGMA busy_timeout = 10")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DeskError) as caught:
            create(db, title="Nhiệm vụ")
        assert caught.value.code == "register_busy"
        other.execute("ROLLBACK")
    create(db, title="Nhiệm vụ")
    assert count_all(db) == 1


def test_a_full_disk_leaves_the_register_as_it_was(db: Database) -> None:
    row = create(db, title="Nhiệm vụ")
    before = projection.dump(db)
    (pages,) = db.connection.execute("PRAGMA page_count").fetchone()
    db.connection.execute(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(DeskError) as caught:
        write(db, row, note="dài " * 20000)
    assert caught.value.code == "disk_full"
    db.connection.execute("PRAGMA max_page_count = 1000000")
    assert not db.connection.in_transaction
    assert check(db) == []
    assert projection.dump(db) == before
    write(db, row, note="vừa")


FULL_DISK = """
import resource, sys
from pathlib import Path
from r57desk.errors import DeskError
from r57desk.store.database import open_database
from tests.store.writing import NOW, create
db = open_database(Path(sys.argv[1]), now=NOW)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]),) * 2)
import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
try:
    for _ in range(1000):
        create(db, title="Nhiệm vụ " * 1000)
except DeskError as error:
    print(error.code, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="file size limits are a thing of Unix")
def test_a_disk_that_stops_taking_bytes(db: Database, path: Path) -> None:
    create(db, title="Nhiệm vụ")
    db.close()
    limit = str(path.stat().st_size + 200_000)
    ran = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(path), limit], capture_output=True, text=True, timeout=60
    )
    assert ran.stdout.strip() in ("disk_full", "disk_error"), ran.stderr
    with open_database(path, now=NOW) as after:
        assert count_all(after) >= 1
        assert check(after) == []


KILLED = """
import sys
from pathlib import Path
from r57desk.store.database import open_database
from tests.store.writing import NOW, create
db = open_database(Path(sys.argv[1]), now=NOW)
print("open", flush=True)
number = 0
while True:
    with db.transaction():
        create(db, title=f"một {number}")
        create(db, title=f"hai {number}")
    number += 1
    print(number, flush=True)
"""


def test_a_killed_writer_leaves_whole_changes_only(db: Database, path: Path) -> None:
    create(db, title="đầu")
    db.close()
    for after in (1, 2, 7, 20):
        child = subprocess.Popen([sys.executable, "-c", KILLED, str(path)], stdout=subprocess.PIPE, text=True)
        assert child.stdout is not None
        said = [child.stdout.readline() for _ in range(after)]
        child.kill()
        said += child.stdout.readlines()
        child.wait()
        child.stdout.close()
        acknowledged = int(said[-1]) if said[-1].strip().isdigit() else 0
        with open_database(path, now=NOW) as opened:
            assert opened.left_open
            assert count_all(opened) % 2 == 1, "half a transaction is there"
            assert count_all(opened) >= 1 + 2 * acknowledged, "an acknowledged change is gone"
            assert check(opened) == []
            opened.connection.execute("BEGIN")
            opened.connection.execute("ROLLBACK")


def test_a_damaged_register_is_noticed_after_a_crash(db: Database, path: Path) -> None:
    for number in range(40):
        create(db, title=f"Nhiệm vụ {number} " * 20)
    db.close()
    spoil(path)
    path.with_name(path.name + ".owner").write_text("{}", encoding="utf-8")  # its writer did not close
    assert refusal(path) == "register_damaged"


def test_closing_twice_is_harmless(db: Database) -> None:
    db.close()
    db.close()


def test_another_thread_waits_for_the_end_of_a_transaction(db: Database) -> None:
    began, seen = threading.Event(), []

    def other() -> None:
        began.set()
        with db.transaction():
            seen.append(db.query("SELECT value FROM option WHERE key = 'style'"))

    thread = threading.Thread(target=other)
    with suppress(ZeroDivisionError), db.transaction():
        db.connection.execute("INSERT INTO option VALUES ('style', 'party')")
        thread.start()
        began.wait()
        time.sleep(0.05)
        assert seen == [], "it must not join a transaction of somebody else"
        raise ZeroDivisionError
    thread.join()
    assert seen == [[]]
