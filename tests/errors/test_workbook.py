"""A file that was not read leaves the register, one that was not written leaves the old file."""

from __future__ import annotations

import pytest

from r57desk.errors.workbook import SENTENCES

WRITING = ("workbook_in_use", "workbook_folder_missing", "workbook_disk_full", "workbook_unwritable",
           "workbook_text_too_long", "workbook_too_many_tasks")  # fmt: skip


@pytest.mark.parametrize("code", SENTENCES)
def test_what_stays_as_it_was_is_said(code: str) -> None:
    vietnamese, english = SENTENCES[code]
    stays = ("Chưa tạo tệp nào", "Tệp cũ giữ nguyên") if code in WRITING else ("Sổ nhiệm vụ giữ nguyên",)
    assert any(words in vietnamese for words in stays)
    assert "unchanged" in english or "No file was made" in english
    assert ("{file}" in vietnamese) == ("{file}" in english)
