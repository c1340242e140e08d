"""The bundled fonts are found, complete, and enough without any window."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase, QRawFont

from r57desk.errors import DeskError
from r57desk.paper.fonts import (
    BUNDLED,
    PAPER_FILES,
    SCREEN_FILES,
    choose_paper_family,
    make_font,
    register_font,
    register_paper_fonts,
    register_screen_fonts,
)
from r57desk.paper.labels import LABELS
from r57desk.paper.profile import PROFILES, Face
from r57desk.paths import resources_folder

LETTERS = (
    "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
    "AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬBCDĐEÈẺẼÉẸÊỀỂỄẾỆGHIÌỈĨÍỊKLMNOÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢPQRSTUÙỦŨÚỤƯỪỬỮỨỰVXYỲỶỸÝỴ₫“”–…·%"
)
FACES = [Face(12, bold, italic) for bold in (False, True) for italic in (False, True)]


@pytest.mark.parametrize("face", FACES)
def test_every_face_is_the_bundled_one_and_has_every_letter(qapp: object, face: Face) -> None:
    register_paper_fonts()
    raw = QRawFont.fromFont(make_font(BUNDLED, face))
    assert raw.familyName() == BUNDLED
    assert not [letter for letter in LETTERS if not raw.supportsCharacter(ord(letter))]


@pytest.mark.parametrize("face", FACES)
def test_every_word_of_a_sheet_can_be_printed(qapp: object, face: Face) -> None:
    register_paper_fonts()
    raw = QRawFont.fromFont(make_font(BUNDLED, face))
    words = [text for texts in LABELS.values() for text in texts]
    words += [line for profile in PROFILES.values() for line in profile.recipients_lines]
    assert not [letter for letter in set("".join(words)) if not raw.supportsCharacter(ord(letter))]


def test_the_screen_font_has_every_letter(qapp: object) -> None:
    family = register_screen_fonts()
    assert family == "Noto Sans"
    for bold in (False, True):
        raw = QRawFont.fromFont(make_font(family, Face(12, bold)))
        assert raw.familyName() == family
        assert not [letter for letter in LETTERS if not raw.supportsCharacter(ord(letter))]


def test_times_new_roman_is_taken_only_where_it_is_installed(qapp: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFontDatabase, "hasFamily", lambda name: False)
    assert choose_paper_family() == "Tinos"
    monkeypatch.setattr(QFontDatabase, "hasFamily", lambda name: name == "Times New Roman")
    assert choose_paper_family() == "Times New Roman"


def test_a_damaged_font_is_said_so(qapp: object, tmp_path: Path) -> None:
    broken = tmp_path / "Tinos-Regular.ttf"
    broken.write_bytes(b"not a font")
    with pytest.raises(DeskError, match=r"Tinos-Regular\.ttf"):
        register_font(broken)


def test_the_licence_names_every_family() -> None:
    licence = (resources_folder() / "fonts" / "LICENCES.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE" in licence
    assert not [name for name in (*PAPER_FILES, *SCREEN_FILES) if name not in licence]


PRINT_WITHOUT_WINDOW = """
import sys
from datetime import date
from pathlib import Path
from r57desk.domain.task import Task
from r57desk.paper.layout import plan_pages
from r57desk.paper.model import Letterhead, Options, Stamp
from r57desk.paper.pdf import write_pdf
from r57desk.paper.task_list import ListContent, build_task_list
sheet = build_task_list(ListContent([Task("A", "1", title="Việc")]), Letterhead("SỞ A"), Stamp(date(2025, 9, 24), 1, "X"), Options())
write_pdf(Path(sys.argv[1]), plan_pages(sheet))
widgets = {"PySide6.QtWidgets", "PySide6.QtPrintSupport"} & set(sys.modules)
sys.exit(f"loaded {widgets}" if widgets else 0)
"""


def test_a_pdf_needs_neither_window_nor_display(tmp_path: Path, project_root: Path) -> None:
    lacking = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environment = {name: value for name, value in os.environ.items() if name not in lacking}
    pdf = tmp_path / "list.pdf"
    done = subprocess.run(
        [sys.executable, "-c", PRINT_WITHOUT_WINDOW, pdf],
        cwd=project_root,
        env=environment,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert pdf.read_bytes().startswith(b"%PDF-")


def test_sheets_are_made_without_loading_qt(project_root: Path) -> None:
    code = "import sys, r57desk.paper.task_list, r57desk.paper.task_sheet; sys.exit('PySide6' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=project_root, check=False).returncode == 0
