"""The other side of the pipe: asked, it answers and ends; not asked, it does nothing."""

from __future__ import annotations

import marshal
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

from r57desk.workbook.child import FROZEN_ARGUMENT, run_if_asked
from r57desk.workbook.request import Request

AS_BUNDLED = "import sys; from r57desk.workbook.child import run_if_asked; run_if_asked(sys.argv); print('not asked')"


def ask(call: bytes, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Run what the entry of a bundled program runs."""
    return subprocess.run(
        [sys.executable, "-c", AS_BUNDLED, *arguments], input=call, capture_output=True, timeout=60, check=False
    )


def test_a_bundled_program_becomes_the_parsing_process(tmp_path: Path, project_root: Path) -> None:
    path = tmp_path / "một.csv"
    path.write_text("TT,Nhiệm vụ,Hạn\n1,Một,2025\n", encoding="utf-8")
    call = {**asdict(Request("một.csv")), "path": str(path)}
    done = ask(marshal.dumps(call), FROZEN_ARGUMENT)
    assert done.returncode == 0, done.stderr
    said = marshal.loads(done.stdout)
    assert [row[2][1] for row in said["rows"]] == ["Một"]


def test_other_arguments_are_none_of_its_business() -> None:
    done = ask(b"", "import", FROZEN_ARGUMENT)
    assert done.stdout.strip() == b"not asked"
    run_if_asked(["r57desk"])


def test_nonsense_on_the_pipe_ends_with_a_code_and_no_answer() -> None:
    done = ask(b"nonsense", FROZEN_ARGUMENT)
    assert done.returncode == 1
    assert done.stdout == b""


def test_the_process_imports_little() -> None:
    code = "import sys, r57desk.workbook.child; print(sorted(sys.modules))"
    listed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    for heavy in ("PySide6", "sqlite3", "xlsxwriter", "openpyxl", "asyncio"):
        assert f"'{heavy}'" not in listed
