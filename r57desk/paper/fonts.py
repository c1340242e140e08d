"""The bundled fonts: registered once per process, never looked for in the system.

Works with a bare QGuiApplication. Times New Roman is used when the computer has it; Tinos has the same widths.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from r57desk.errors import DeskError
from r57desk.paths import resources_folder

if TYPE_CHECKING:
    from r57desk.paper.profile import Face

BUNDLED = "Tinos"
PREFERRED = "Times New Roman"
PAPER_FILES = ("Tinos-Regular.ttf", "Tinos-Bold.ttf", "Tinos-Italic.ttf", "Tinos-BoldItalic.ttf")
SCREEN_FILES = ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf")


_started: list[QGuiApplication] = []  # kept alive: Qt ends with its application object


def ensure_qt() -> None:
    """Fonts need a QGuiApplication: start one that shows nothing, if the program has none (the command line)."""
    if QGuiApplication.instance() is None:
        _started.append(QGuiApplication(["r57desk", "-platform", "offscreen"]))


def register_font(file: Path) -> str:
    """Add one font file to Qt and return its family; DeskError `font_unreadable` if it cannot be read."""
    number = QFontDatabase.addApplicationFont(str(file))
    if number < 0:
        raise DeskError("font_unreadable", file=file.name)
    return QFontDatabase.applicationFontFamilies(number)[0]


def _register_all(names: tuple[str, ...]) -> str:
    """Files of one family."""
    families = [register_font(resources_folder() / "fonts" / name) for name in names]
    return families[-1]


@cache
def register_paper_fonts() -> str:
    """Make the four bundled faces usable and return their family."""
    ensure_qt()
    return _register_all(PAPER_FILES)


@cache
def register_screen_fonts() -> str:
    """Make the bundled screen font usable and return its family."""
    ensure_qt()
    return _register_all(SCREEN_FILES)


def choose_paper_family() -> str:
    """Times New Roman where the system has it, else the bundled Tinos."""
    bundled = register_paper_fonts()
    return PREFERRED if QFontDatabase.hasFamily(PREFERRED) else bundled


def make_font(family: str, face: Face) -> QFont:
    """The font of a face, sized in plan units and free of the hinting of any one device."""
    from r57desk.paper.profile import UNITS_PER_POINT  # paper's own; the window only registers its fonts

    font = QFont(family)
    font.setFamilies([family, BUNDLED])
    font.setPixelSize(round(face.size * UNITS_PER_POINT))
    font.setBold(face.bold)
    font.setItalic(face.italic)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
