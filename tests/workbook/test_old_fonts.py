"""Fonts are looked into only where an old one is named."""

from __future__ import annotations

import zipfile
from pathlib import Path

from r57desk.workbook.archive import open_archive
from r57desk.workbook.fonts_xlsx import XlsxFonts
from r57desk.workbook.gate import Limits
from r57desk.workbook.old_fonts import open_fonts


def test_a_workbook_of_today_has_none(make_xlsx, table) -> None:
    assert open_fonts(open_archive(make_xlsx(table()), "nay.xlsx", Limits()), None) is None
    assert open_fonts(None, None) is None


def test_one_that_names_an_old_font_has_some(old_book: Path) -> None:
    assert isinstance(open_fonts(open_archive(old_book.read_bytes(), "cu.xlsx", Limits()), None), XlsxFonts)


def test_a_word_of_the_text_is_no_font(make_xlsx, table) -> None:
    data = make_xlsx(table((1, 'phông ".VnTime" đã bỏ', "Sở", "", "")))
    assert open_fonts(open_archive(data, "nay.xlsx", Limits()), None) is None


def test_a_font_named_by_runs_alone_is_found(old_book: Path, tmp_path: Path) -> None:
    """Styles may have been made new while a text kept its runs."""
    target = tmp_path / "runs.xlsx"
    with zipfile.ZipFile(old_book) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "xl/styles.xml":
                data = (
                    data.replace(b".VnTimeH", b"Arial").replace(b".VnTime", b"Arial").replace(b"VNI-Times", b"Arial")
                )
            new.writestr(name, data)
    assert isinstance(open_fonts(open_archive(target.read_bytes(), "runs.xlsx", Limits()), None), XlsxFonts)
