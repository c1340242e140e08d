"""What was written is waited for, and faults of the disk are told."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from r57desk.flush import flush_file, flush_folder, new_file


def write(path: Path, text: str = "mới", fault: type[Exception] | None = None) -> None:
    with new_file(path) as draft:
        draft.write_text(text, "utf-8")
        if fault:
            raise fault


def test_a_new_file_takes_its_place_whole(tmp_path: Path) -> None:
    path = tmp_path / "gửi.xlsx"
    write(path, "cũ")
    with pytest.raises(KeyError):
        write(path, "một nửa", KeyError)
    assert path.read_text("utf-8") == "cũ"
    write(path)
    assert path.read_text("utf-8") == "mới"
    assert list(tmp_path.iterdir()) == [path]


def test_what_a_crash_left_is_removed_and_nothing_of_anybody_else(tmp_path: Path) -> None:
    path, long_ago = tmp_path / "gửi [1].xlsx", time.time() - 100_000
    ours = (".gửi [1].xlsx.0123abcd.part", ".cũ.xlsx.0123abcd.part")
    others = (".vừa xong.xlsx.0123abcd.part", ".a.pdf.0123abcd.part", "phim.xlsx.part", ".x.xlsx.0123ABCD.part")
    for name in ours + others:
        (tmp_path / name).touch()
    for name in (*ours[1:], *others[1:]):
        os.utime(tmp_path / name, (long_ago, long_ago))
    write(path)
    assert {one.name for one in tmp_path.iterdir()} == {path.name, *others}


@pytest.mark.skipif(sys.platform != "linux", reason="a program that runs is held on Linux")
def test_a_place_that_is_held_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    path = tmp_path / "gửi.xlsx"
    shutil.copy(shutil.which("sleep") or "", path)
    with subprocess.Popen([path, "60"]) as holding:
        try:
            with pytest.raises(OSError, match="busy"):
                write(path)
        finally:
            holding.kill()
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_cannot_be_flushed_is_no_fault(tmp_path: Path) -> None:
    flush_folder(tmp_path / "khong-co")


def test_a_file_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="khong-co"):
        flush_file(tmp_path / "khong-co")


@pytest.mark.skipif(os.name != "posix", reason="folders are flushed on POSIX alone")
def test_no_handle_is_left_open(tmp_path: Path) -> None:
    handles = Path("/proc/self/fd")
    if not handles.is_dir():
        pytest.skip("this system does not list open handles")
    path = tmp_path / "a"
    path.write_bytes(b"x")
    before = len(list(handles.iterdir()))
    flush_file(path)
    flush_folder(tmp_path)
    assert len(list(handles.iterdir())) == before
    assert path.read_bytes() == b"x"


@pytest.mark.skipif(shutil.which("strace") is None, reason="no strace")
def test_the_system_is_asked_to_write(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"x")
    program = f"from pathlib import Path; from r57desk.flush import *; p = Path({str(path)!r}); flush_file(p); flush_folder(p.parent)"
    done = subprocess.run(
        ["strace", "-f", "-e", "trace=fsync", sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr.count("fsync(") == 2
