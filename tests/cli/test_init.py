"""The door: exit codes, languages, and Qt left alone unless a window is asked for."""

from __future__ import annotations

import subprocess
import sys


def test_the_command_line_never_loads_qt(tmp_path):
    code = (
        "import sys; from r57desk.cli import main; "
        f"code = main(['--db', {str(tmp_path / 'so.db')!r}, 'tasks']); "
        "assert code == 2; assert not [m for m in sys.modules if m.startswith('PySide6')], 'Qt was loaded'"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_python_m_is_the_same_door(tmp_path):
    command = [sys.executable, "-m", "r57desk", "--db", str(tmp_path / "so.db"), "check"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert done.stderr.count("\n") == 1
