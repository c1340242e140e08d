"""What was written is waited for, and faults of the disk are told."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from r57desk.flush import flush_file, flush_folder


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
