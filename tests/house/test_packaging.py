"""What travels: the locks, the wheel, the papers beside the code, and nothing that belongs to one machine."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKS = [ROOT / ".ci" / "requirements.txt", ROOT / "benchmarks" / "requirements.txt"]
TEXTS = {".py", ".md", ".toml", ".txt", ".sh", ".spec", ".csv", ".ts", ".cfg", ""}
# Distribution names that differ from what is imported.
IMPORTED_AS = {"pyside6-essentials": "PySide6"}


def tracked_files() -> list[Path]:
    """The files of the project, as git sees them; the test is skipped outside a checkout."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode:
        pytest.skip("not a git checkout")
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def plain_name(requirement: str) -> str:
    return re.split(r"[^A-Za-z0-9._-]", requirement, maxsplit=1)[0].lower().replace("_", "-")


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_lock_names_hashes_and_no_place(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    assert not re.search(r"://|^\s*-|@|/", text.replace("    --hash=", ""), re.M), "an option, an address or a path"
    entries = [entry for entry in re.split(r"\n(?=\S)", text) if not entry.startswith("#")]
    assert entries
    for entry in entries:
        assert re.match(r"[a-z0-9.-]+(\[[a-z,]+\])?==\S+", entry), entry.splitlines()[0]
        assert "--hash=sha256:" in entry, entry.splitlines()[0]


def test_the_lock_holds_everything_that_is_declared() -> None:
    locked = {plain_name(line) for line in LOCKS[0].read_text().splitlines() if line[:1].isalnum()}
    declared = [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["dev"]]
    assert {plain_name(requirement) for requirement in declared} <= locked


def test_the_lock_serves_python_3_11_and_newer() -> None:
    lines = [line for line in LOCKS[0].read_text().splitlines() if line.startswith("pyside6-essentials==")]
    assert any("< '3.12'" in line and "==6.11" in line for line in lines)
    assert any(">= '3.12'" in line for line in lines)


def test_dependencies_are_those_the_code_imports() -> None:
    imported = set()
    for path in [*(ROOT / "r57desk").rglob("*.py"), *(ROOT / "db").rglob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {name.name.split(".")[0] for name in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                imported.add(node.module.split(".")[0])
    foreign = {
        name for name in imported if name not in sys.stdlib_module_names and name not in ("r57desk", "shiboken6")
    }
    names = [plain_name(requirement) for requirement in PROJECT["project"]["dependencies"]]
    declared = {IMPORTED_AS.get(name, name.replace("-", "_")) for name in names}
    assert {name.lower() for name in foreign} == {name.lower() for name in declared}


def test_the_wheel_works_without_the_checkout(tmp_path: Path) -> None:
    """Resources, migrations and seeds reach the wheel as r57desk/_data, where paths.py looks for them."""
    built = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path / "dist"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stderr
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        archive.extractall(tmp_path / "site")
    assert {name.split("/")[0] for name in names} == {"r57desk", wheel.name.split("-py3")[0] + ".dist-info"}
    assert "entry_points.txt" in {name.rsplit("/", 1)[-1] for name in names}
    code = (
        "from r57desk import paths; print(paths.program_folder());"
        "print(len(list(paths.migrations_folder().glob('[0-9]*.py'))), len(list(paths.seeds_folder().glob('*.csv'))),"
        "len(list((paths.resources_folder() / 'icons').glob('*.svg'))))"
    )
    asked = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path / "site")},
        capture_output=True,
        text=True,
        check=True,
    )
    folder, counts = asked.stdout.splitlines()
    assert Path(folder) == (tmp_path / "site" / "r57desk" / "_data").resolve()
    assert all(int(count) for count in counts.split()), f"migrations, seeds, icons: {counts}"


def test_the_changelog_speaks_of_what_is_here() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    version = re.search(r'__version__ = "([^"]+)"', (ROOT / "r57desk" / "__init__.py").read_text())
    assert version
    assert re.search(rf"^## \[(Unreleased|{re.escape(version[1])})\]", text, re.M)


def test_a_decision_is_ten_lines_at_most() -> None:
    decisions = re.split(r"^## ", (ROOT / "DECISIONS.md").read_text(encoding="utf-8"), flags=re.M)[1:]
    assert decisions
    for decision in decisions:
        title = decision.splitlines()[0]
        for part in ("**Context.**", "**Decision.**", "**Consequence.**", "**Revisit when**"):
            assert decision.count(part) == 1, f"{title}: {part}"
        assert len(decision.strip().splitlines()) <= 10, title


def test_the_first_screen_of_the_readme() -> None:
    first = (ROOT / "README.md").read_text(encoding="utf-8").split("\n---\n")[0]
    assert "make run" in first
    assert "make test" in first
    (picture,) = re.findall(r"!\[.+\]\((.+)\)", first)
    assert (ROOT / picture).is_file(), f"{picture} is missing"


def test_nothing_belongs_to_one_machine() -> None:
    """No path of a developer's machine, no folder outside the checkout but by R57DESK_FIXTURES."""
    outside = re.compile("|".join(["/wo" + "rk/", "/ho" + "me/", "/ro" + "ot/", r"\.\./sha" + "red"]))
    wrong = []
    for path in tracked_files():
        if path.suffix in TEXTS and path != ROOT / ".ci" / "run":
            lines = path.read_text(encoding="utf-8").splitlines()
            wrong += [
                f"{path.relative_to(ROOT)}:{number}" for number, line in enumerate(lines, 1) if outside.search(line)
            ]
    assert not wrong, "\n".join(wrong)


def test_files_are_text_as_we_write_it() -> None:
    """UTF-8 without a mark, LF, and a newline at the end."""
    for path in tracked_files():
        if path.suffix in TEXTS and path.stat().st_size:
            content = path.read_bytes()
            content.decode("utf-8")
            assert not content.startswith(b"\xef\xbb\xbf"), path
            assert b"\r" not in content, path
            assert content.endswith(b"\n"), path
