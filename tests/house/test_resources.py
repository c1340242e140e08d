"""Every icon and font is there, is used and has its licence; every text is translated and compiled."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).resolve().parents[2]
RESOURCES = ROOT / "resources"
SOURCES = sorted((ROOT / "r57desk").rglob("*.py"))
ICONS = {path.stem for path in (RESOURCES / "icons").glob("*.svg")}
# Words with a hyphen in the code of the window that are not icons.
NOT_ICONS = {"utf-8"}
ICON_LIKE = re.compile(r"[a-z]+(?:-[a-z0-9]+)+")
ICON_CALLS = {"icon", "pixmap", "paint_icon", "icon_button"}


def strings(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def named_icons(path: Path) -> set[str]:
    """Names given where an icon is asked for, and hyphenated words such as only icons have."""
    asked = {
        argument.value
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and called(node) in ICON_CALLS
        for argument in node.args[: 2 if called(node) == "paint_icon" else 1]
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    }
    return asked | {text for text in strings(path) if ICON_LIKE.fullmatch(text)}


def called(node: ast.Call) -> str:
    return node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")


def test_every_icon_named_in_the_window_exists() -> None:
    named = {name for path in SOURCES if "ui" in path.parts for name in named_icons(path)}
    assert named
    assert named - NOT_ICONS <= ICONS, f"no such icon: {sorted(named - NOT_ICONS - ICONS)}"


def test_every_icon_is_used() -> None:
    used = {text for path in SOURCES for text in strings(path)}
    assert used >= ICONS, f"nothing shows these icons: {sorted(ICONS - used)}"


@pytest.mark.parametrize("name", sorted(ICONS))
def test_an_icon_takes_the_colour_of_its_text(name: str) -> None:
    root = ElementTree.parse(RESOURCES / "icons" / f"{name}.svg").getroot()
    assert root.get("viewBox") == "0 0 24 24"
    assert root.get("stroke") == "currentColor"


@pytest.mark.parametrize("folder", ["icons", "fonts"])
def test_what_others_made_carries_its_licence(folder: str) -> None:
    texts = [
        path for path in (RESOURCES / folder).iterdir() if path.name.upper().startswith(("LICENSE", "LICENCE", "OFL"))
    ]
    assert texts, f"resources/{folder} has no licence text"
    assert all(path.read_text(encoding="utf-8").strip() for path in texts)


def test_translations_are_finished_and_compiled() -> None:
    checked = subprocess.run(
        [sys.executable, ROOT / ".ci" / "translations.py", "--check"], capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_no_text_to_translate_is_put_together_first() -> None:
    """An f-string, a sum or a .format() inside tr() is extracted as nothing, or as another text, without a warning."""
    wrong = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and (text := text_to_translate(node)) and not is_whole(text, called(node))
    ]
    assert not wrong, "\n".join(wrong)


def text_to_translate(node: ast.Call) -> ast.expr | None:
    """The text handed to tr(), QCoreApplication.translate() and the marks of texts translated later."""
    name = called(node)
    if name in ("tr", "QT_TR_NOOP"):
        return node.args[0]
    application = isinstance(node.func, ast.Attribute) and getattr(node.func.value, "id", "").endswith("Application")
    if name == "QT_TRANSLATE_NOOP" or (name == "translate" and application):
        return node.args[1]
    return None


def is_whole(text: ast.expr, function: str) -> bool:
    """A literal; for translate() also a text marked elsewhere and handed on by name."""
    return isinstance(text, ast.Constant) or (
        function == "translate" and isinstance(text, ast.Name | ast.Attribute | ast.Subscript)
    )
