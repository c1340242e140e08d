"""What a caller says about a workbook to be written, and the words it needs in each language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from r57desk.errors import Language

BLANK_ROWS = 15

MOTTO: dict[str, tuple[str, str]] = {
    "state": ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
    "party": ("ĐẢNG CỘNG SẢN VIỆT NAM", ""),
}

WORDS: dict[Language, dict[str, str]] = {
    "vi": {
        "sheet": "Nhiệm vụ",
        "title": "DANH MỤC NHIỆM VỤ",
        "count": "{count} nhiệm vụ",
        "as_of": "Tính đến ngày {day}",
        "document": "theo {document}",
        "filter": "lọc: {filter}",
        "ungrouped": "Nhiệm vụ chưa xếp nhóm",
        "place": "……………, ngày …… tháng …… năm ………",
        "drafted": "NGƯỜI LẬP BIỂU",
        "drafted_note": "(Ký, ghi rõ họ tên)",
        "signed": "THỦ TRƯỞNG CƠ QUAN",
        "signed_note": "(Ký tên, đóng dấu)",
        "page": "Trang &P/&N",
        "packet": "Gói r57desk {id}",
        "progress": "Chọn một mức trong danh sách. Đúng hạn hay quá hạn do phần mềm tính.",
        "percent": "Ghi số từ 0 đến 100 kèm dấu %, ví dụ 65%.",
    },
    "en": {
        "sheet": "Tasks",
        "title": "LIST OF TASKS",
        "count": "{count} tasks",
        "as_of": "As of {day}",
        "document": "under {document}",
        "filter": "filter: {filter}",
        "ungrouped": "Tasks without a group",
        "place": "……………, date ………………",
        "drafted": "DRAFTED BY",
        "drafted_note": "(signature, full name)",
        "signed": "HEAD OF OFFICE",
        "signed_note": "(signature, seal)",
        "page": "Page &P/&N",
        "packet": "r57desk packet {id}",
        "progress": "Choose one from the list. On time or overdue is computed.",
        "percent": "A number from 0 to 100 with a % sign, such as 65%.",
    },
}


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What a workbook says of itself. `when` is ISO 8601; `filter_words` is the query in words, "" for everything."""

    export_id: str
    office: str = ""
    office_name: str = ""
    when: str = ""
    as_of: date | None = None
    filter_words: str = ""
    language: Language = "vi"
    style: Literal["state", "party"] = "state"
    blank_rows: int = BLANK_ROWS

    @property
    def words(self) -> dict[str, str]:
        """The words of the sheet, in its language."""
        return WORDS[self.language]
