"""`kill -9` at any moment of an import: the register is the old or the new one, and nothing half-written is left.

`make test` kills a few times; `make soak` kills 200 times, spread over the whole run of an import.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from r57desk.services.desk import Desk
from r57desk.store import projection


def start(db: Path, file: Path, data: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "r57desk", "--db", str(db), "import", str(file)]
    return subprocess.Popen(
        command,
        env=os.environ | {"R57DESK_DATA": str(data)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def look(db: Path) -> tuple[bytes, int]:
    """What the register holds, opened as the next user would; it must be sound."""
    desk = Desk.open(db)
    try:
        report = desk.register.check()
        assert report.sound, report.problems()
        return projection.dump(desk.reader), report.deltas
    finally:
        desk.close()


def kill_many(times: int, db: Path, annex: Path, folder: Path, seed: int) -> dict[str, int]:
    """Kill an import `times` times; how often the register was found old and new."""
    old = look(db)
    whole = folder / "whole.db"
    shutil.copyfile(db, whole)
    began = time.perf_counter()
    assert start(whole, annex, folder / "data").wait() == 0
    lasting = time.perf_counter() - began
    new = look(whole)
    chance = random.Random(seed)
    seen = {"old": 0, "new": 0}
    for turn in range(times):
        place = folder / f"turn-{turn}"
        place.mkdir()
        copy = place / "so.db"
        shutil.copyfile(db, copy)
        process = start(copy, annex, folder / "data")
        time.sleep(chance.uniform(0, lasting * 1.05))
        process.kill()
        process.wait()
        state = look(copy)
        assert state in (old, new), f"neither old nor new at turn {turn}"
        seen["old" if state == old else "new"] += 1
        left = [path.name for path in place.rglob("*.part")]
        assert not left, left
        if state == old:
            assert start(copy, annex, folder / "data").wait() == 0
            assert look(copy) == new, "the import completes when it is repeated"
        shutil.rmtree(place)
    return seen


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is a POSIX signal")
def test_a_killed_import_leaves_the_old_or_the_new_register(db, big_annex, tmp_path):
    seen = kill_many(6, db, big_annex, tmp_path, seed=57)
    assert sum(seen.values()) == 6


@pytest.mark.soak
@pytest.mark.skipif(os.name != "posix", reason="kill -9 is a POSIX signal")
def test_two_hundred_killed_imports(db, big_annex, tmp_path):
    seen = kill_many(200, db, big_annex, tmp_path, seed=2025)
    print(seen)
    assert seen["old"] > 20
    assert seen["new"] > 2
