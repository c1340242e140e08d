"""What a caller says about a workbook to be written, and the words it needs in each language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from r57desk.domain.deadline import format_day
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
        "packet_number": "Gói số {number}{day}",
        "packet_day": ", ngày {day}",
        "packet_from_to": "Nơi gửi: {office}. Nơi nhận: {to}",
        "progress": "Chọn một mức trong danh sách. Đúng hạn hay quá hạn do phần mềm tính.",
        "percent": "Ghi số từ 0 đến 100 kèm dấu %, ví dụ 65%.",
        "delete": "Ghi x để đề nghị bỏ nhiệm vụ, hoặc để trống.",
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
        "packet_number": "Packet {number}{day}",
        "packet_day": ", {day}",
        "packet_from_to": "From: {office}. To: {to}",
        "progress": "Choose one from the list. On time or overdue is computed.",
        "percent": "A number from 0 to 100 with a % sign, such as 65%.",
        "delete": "x to ask for the task to be deleted, or leave it blank.",
    },
}


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What a workbook says of itself. `when` is ISO 8601; `filter_words` is the query in words, "" for everything.

    A packet also has an addressee, its number, and the ids of its blank rows.
    """

    export_id: str
    office: str = ""
    office_name: str = ""
    when: str = ""
    as_of: date | None = None
    filter_words: str = ""
    language: Language = "vi"
    style: Literal["state", "party"] = "state"
    blank_rows: int = BLANK_ROWS
    to: str = ""
    to_name: str = ""
    number: int = 0
    blanks: tuple[str, ...] = ()

    @property
    def is_packet(self) -> bool:
        """Whether the workbook goes to another office."""
        return self.to != ""

    @property
    def number_words(self) -> str:
        """A packet's running number for its partner and the day it was written; "" for a plain export."""
        if not self.is_packet:
            return ""
        day = format_day(datetime.fromisoformat(self.when).date()) if self.when else ""
        about = self.words["packet_day"].format(day=day) if day else ""
        return self.words["packet_number"].format(number=self.number, day=about)

    @property
    def words(self) -> dict[str, str]:
        """The words of the sheet, in its language."""
        return WORDS[self.language]
