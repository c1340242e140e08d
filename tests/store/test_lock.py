"""One writer: the second is told who the first is, and a dead one does not keep the door shut."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from r57desk.errors import DeskError
from r57desk.store.lock import owner_file, read_owner, take_lock
from tests.store.writing import NOW

HOLD = """
import sys, time
from pathlib import Path
from r57desk.store.lock import take_lock
lock = take_lock(Path(sys.argv[1]), "2026-11-23T08:00:00")
print("held", flush=True)
time.sleep(60)
"""


def test_the_second_writer_reads_who_the_first_is(path: Path) -> None:
    lock = take_lock(path, NOW)
    with pytest.raises(DeskError) as caught:
        take_lock(path, NOW)
    assert caught.value.code == "register_locked"
    assert "2026-11-23 08:00:00" in caught.value.sentence("vi")
    lock.release()


def test_after_release_the_next_comes_in_and_nothing_is_left(path: Path) -> None:
    take_lock(path, NOW).release()
    assert not owner_file(path).exists()
    lock = take_lock(path, NOW)
    assert not lock.left_open
    lock.release()
    lock.release()


def test_a_killed_writer_leaves_a_note_but_no_lock(path: Path) -> None:
    child = subprocess.Popen([sys.executable, "-c", HOLD, str(path)], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stdout.readline() == "held\n"
    with pytest.raises(DeskError):
        take_lock(path, NOW)
    child.kill()
    child.wait()
    child.stdout.close()
    lock = take_lock(path, NOW)
    assert lock.left_open
    lock.release()


def test_a_note_that_cannot_be_removed_keeps_nobody_out(path: Path) -> None:
    lock = take_lock(path, NOW)
    owner_file(path).unlink()
    owner_file(path).mkdir()
    lock.release()
    owner_file(path).rmdir()
    take_lock(path, NOW).release()


def test_a_writer_that_is_just_ending_is_waited_for(path: Path) -> None:
    first = take_lock(path, NOW)
    ending = threading.Timer(0.2, first.release)
    ending.start()
    take_lock(path, NOW).release()
    ending.join()


@pytest.mark.parametrize("note", ["", "{", "[]", '{"user": "lan"}'])
def test_an_unreadable_note_names_nobody(path: Path, note: str) -> None:
    owner_file(path).write_text(note, encoding="utf-8")
    assert read_owner(path) == "?"
