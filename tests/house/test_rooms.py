"""Every module has its room, its mirrored test, its docstrings and a length one can read in a sitting."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "r57desk"
MODULES = sorted(PACKAGE.rglob("*.py"))
OURS = [*MODULES, *sorted((ROOT / "db").rglob("*.py"))]
NAMES = [str(path.relative_to(ROOT)) for path in OURS]

LONGEST = 400
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
# Rooms that say nothing about what is in them: name the concept first.
NAMELESS = {"utils", "util", "common", "helpers", "helper", "misc", "core", "base", "shared", "stuff", "tools"}
NETWORK = {"socket", "ssl", "http", "urllib", "ftplib", "smtplib", "asyncio", "requests", "httpx", "aiohttp"}
NETWORK_PARTS = {"PySide6.QtNetwork", "PySide6.QtNetworkAuth", "PySide6.QtWebSockets"}
QT_BASES = (
    QtCore.QAbstractItemModel,
    QtCore.QRunnable,
    QtGui.QIconEngine,
    QtWidgets.QAbstractItemView,
    QtWidgets.QDialog,
)
QT_BASES += (
    QtWidgets.QStyledItemDelegate,
    QtWidgets.QHeaderView,
    QtWidgets.QAbstractButton,
    QtWidgets.QTreeView,
    QtWidgets.QTableView,
    QtWidgets.QLineEdit,
)
# Modules without a test of their own, each with the reason.
UNTESTED = {
    "r57desk/__main__.py": "three lines; every test that runs the program as a child goes through it",
}


def parse(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def imported(tree: ast.Module) -> Iterator[str]:
    """Every imported name in full: `import a.b` gives a.b, `from a import b` gives a.b."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield from (f"{node.module}.{name.name}" for name in node.names)


def mirrored_test(module: Path) -> Path:
    inside = module.relative_to(PACKAGE)
    return ROOT / "tests" / inside.parent / f"test_{inside.stem}.py"


def holds_code(module: Path) -> bool:
    """Whether a package's __init__ does more than say what the room is."""
    return any(not isinstance(node, ast.Expr) for node in parse(module).body)


def test_every_module_has_a_mirrored_test() -> None:
    missing = []
    for module in MODULES:
        name = str(module.relative_to(ROOT))
        if name in UNTESTED:
            continue
        if module.name == "__init__.py":
            room = module.parent.name
            own = [module.parent, PACKAGE] if module.parent == PACKAGE else [module.parent]
            tests = [ROOT / "tests" / path.relative_to(PACKAGE) / f"test_{room}.py" for path in own]
            tests.append(ROOT / "tests" / module.parent.relative_to(PACKAGE) / "test_init.py")
            if module.parent == PACKAGE or not holds_code(module) or any(test.exists() for test in tests):
                continue
            missing.append(f"{name}: no {tests[0].relative_to(ROOT)}")
        elif not mirrored_test(module).exists():
            missing.append(f"{name}: no {mirrored_test(module).relative_to(ROOT)}")
    assert not missing, "\n".join(missing)


def test_every_test_mirrors_a_module() -> None:
    free = {ROOT / "tests" / name for name in ("house", "flows")}
    tests = [path for path in (ROOT / "tests").rglob("test_*.py") if not free & set(path.parents)]
    lost = [str(path.relative_to(ROOT)) for path in tests if not list(homes(path))]
    assert not lost, "these tests have no module: " + ", ".join(lost)


def homes(test: Path) -> Iterator[Path]:
    """The module, or the package, a test file can be the mirror of."""
    inside = test.relative_to(ROOT / "tests")
    name = inside.stem.removeprefix("test_")
    for candidate in (PACKAGE / inside.parent / f"{name}.py", PACKAGE / inside.parent / name / "__init__.py"):
        if candidate.exists():
            yield candidate
    if name in ("init", inside.parent.name):
        yield PACKAGE / inside.parent / "__init__.py"
    if name == "migrations":
        yield ROOT / "db" / "migrations"


def test_the_list_of_untested_modules_only_shrinks() -> None:
    gone = [name for name in UNTESTED if not (ROOT / name).exists() or mirrored_test(ROOT / name).exists()]
    assert not gone, f"take these out of UNTESTED: {gone}"


@pytest.mark.parametrize("path", OURS, ids=NAMES)
def test_a_module_can_be_read_in_a_sitting(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= LONGEST, f"{lines} lines; split it by concept"


@pytest.mark.parametrize("path", OURS, ids=NAMES)
def test_everything_public_has_a_docstring(path: Path) -> None:
    bare = [name for name, excused in undocumented(parse(path), "") if not excused & explained_in(path.parent)]
    assert not bare, f"no docstring: {', '.join(bare)}"


def undocumented(tree: ast.Module | ast.ClassDef, prefix: str) -> Iterator[tuple[str, set[str]]]:
    """Public modules, classes and functions without a docstring; for a method also its bare name, else nothing."""
    if not ast.get_docstring(tree):
        yield prefix or "the module", set()
    for node in tree.body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield from undocumented(node, f"{prefix}{node.name}.")
        elif isinstance(node, FUNCTIONS) and not (node.name.startswith("_") or explains_itself(node, tree)):
            yield f"{prefix}{node.name}", {node.name} if isinstance(tree, ast.ClassDef) else set()


@cache
def explained_in(room: Path) -> frozenset[str]:
    """Methods explained elsewhere: by Qt, whose overrides they are, or by a class of the same room they stand in for."""
    classes = [node for path in room.glob("*.py") for node in ast.walk(parse(path)) if isinstance(node, ast.ClassDef)]
    methods = [node for made in classes for node in made.body if isinstance(node, ast.FunctionDef)]
    ours = {method.name for method in methods if ast.get_docstring(method)}
    return frozenset(ours.union(*map(dir, QT_BASES)) if room.name in ("ui", "paper") else ours)


def explains_itself(node: ast.FunctionDef | ast.AsyncFunctionDef, owner: ast.Module | ast.ClassDef) -> bool:
    """Whether it has a docstring or needs none: an overload, a setter, a property that a Protocol asks for."""
    marks = {mark.id if isinstance(mark, ast.Name) else getattr(mark, "attr", "") for mark in node.decorator_list}
    protocol = any(isinstance(base, ast.Name) and base.id == "Protocol" for base in getattr(owner, "bases", ()))
    return bool(ast.get_docstring(node) or marks & {"overload", "setter"} or (protocol and "property" in marks))


@pytest.mark.parametrize("path", OURS, ids=NAMES)
def test_no_room_is_nameless(path: Path) -> None:
    parts = {part.removesuffix(".py").lstrip("_") for part in path.relative_to(ROOT).parts}
    assert not parts & NAMELESS


@pytest.mark.parametrize("path", MODULES, ids=[str(path.relative_to(ROOT)) for path in MODULES])
def test_no_network_code(path: Path) -> None:
    names = set(imported(parse(path)))
    reached = {name for name in names if name.split(".")[0] in NETWORK}
    reached |= {name for name in names for part in NETWORK_PARTS if name == part or name.startswith(f"{part}.")}
    assert not reached


@pytest.mark.parametrize("room", ["domain", "merge"])
def test_pure_rooms_need_nothing_but_python(room: str) -> None:
    allowed = sys.stdlib_module_names | {"r57desk"}
    strangers = {
        f"{path.name}: {name}"
        for path in (PACKAGE / room).rglob("*.py")
        for name in imported(parse(path))
        if name.split(".")[0] not in allowed
    }
    assert not strangers


def names_used(path: Path) -> set[str]:
    return {node.id for node in ast.walk(parse(path)) if isinstance(node, ast.Name)}


def test_only_paths_knows_where_files_live() -> None:
    knowing = {str(path.relative_to(PACKAGE)) for path in MODULES if "__file__" in names_used(path)}
    assert knowing == {"paths.py"}


def test_only_jobs_makes_a_thread_and_only_the_one_connection_waits_for_another() -> None:
    threads = {"QThread", "QThreadPool", "QRunnable", "threading", "concurrent", "multiprocessing"}
    naming = {
        str(path.relative_to(PACKAGE))
        for path in MODULES
        for name in imported(parse(path))
        if threads & set(name.split("."))
    }
    assert naming <= {"ui/jobs.py", "store/database.py"}
    waiting = {
        line for line in (PACKAGE / "store" / "database.py").read_text("utf-8").split() if "threading." in line
    }
    assert all("threading.RLock" in word for word in waiting)
