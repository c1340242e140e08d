"""How a sheet looks, as data: sizes, margins and official headings of the two styles, and the table columns.

State style: Decree 30/2020/NĐ-CP, Appendix I. Party style: Instruction 05-HD/VPTW (2026), as far as published.
Margins and widths are millimetres, font sizes points. To add a printable column: one line in COLUMNS.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

Align = Literal["left", "center", "right"]
UNITS_PER_POINT = 10  # plans are measured in tenths of a point, so that font sizes are whole numbers of units
UNITS_PER_MM = UNITS_PER_POINT * 72 / 25.4


def mm(value: float) -> float:
    """Millimetres in plan units."""
    return value * UNITS_PER_MM


class Face(NamedTuple):
    """One cut of the paper font; `size` in points."""

    size: float
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Margins:
    """Distances from the edges of the paper, in millimetres."""

    top: float
    bottom: float
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class HeadingLine:
    """One line of the official heading; `rule` draws a line of the same length under it."""

    text: str
    face: Face
    rule: bool = False


@dataclass(frozen=True, slots=True)
class Profile:
    """One official style. Number, date and signature are always left blank."""

    code: str
    label_vi: str
    label_en: str
    margins: Margins
    left_share: float  # of the width: the issuing body; the rest is the heading
    heading: tuple[HeadingLine, ...]
    superior: Face
    body: Face
    body_rule: float  # share of the name's width drawn as a line under it; 0 = none
    body_mark: str  # a sign under the name instead of a line
    number: str
    number_face: Face
    place_date: Face
    title: Face
    subject: Face
    title_mark: str  # what closes the title: "" or "-----"
    remark: Face
    text: Face
    page_number: Face
    recipients_label: Face
    recipients_underlined: bool
    recipients: Face
    recipients_lines: tuple[str, ...]


# Official words: the same in every language.
DRAFT = "DỰ THẢO"
RECIPIENTS = "Nơi nhận:"
PLACE_DATE = (
    "{place}, ngày\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0tháng\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0năm {year}"
)
_BLANK = "\u00a0" * 8  # room for a hand-written number

STATE = Profile(
    code="state",
    label_vi="Cơ quan nhà nước",
    label_en="State body",
    margins=Margins(top=20, bottom=20, left=30, right=15),
    left_share=0.42,
    heading=(
        HeadingLine("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", Face(12, bold=True)),
        HeadingLine("Độc lập - Tự do - Hạnh phúc", Face(13, bold=True), rule=True),
    ),
    superior=Face(12),
    body=Face(12, bold=True),
    body_rule=0.4,
    body_mark="",
    number=f"Số:{_BLANK}/{_BLANK}",
    number_face=Face(13),
    place_date=Face(13, italic=True),
    title=Face(14, bold=True),
    subject=Face(13, bold=True),
    title_mark="",
    remark=Face(13, italic=True),
    text=Face(13),
    page_number=Face(13),
    recipients_label=Face(12, bold=True, italic=True),
    recipients_underlined=False,
    recipients=Face(11),
    recipients_lines=("- ………………………;", "- Lưu: VT, ………"),
)

PARTY = Profile(
    code="party",
    label_vi="Cơ quan Đảng",
    label_en="Party body",
    margins=Margins(top=20, bottom=20, left=30, right=15),
    left_share=0.5,
    heading=(HeadingLine("ĐẢNG CỘNG SẢN VIỆT NAM", Face(14, bold=True), rule=True),),
    superior=Face(13),
    body=Face(13, bold=True),
    body_rule=0,
    body_mark="*",
    number=f"Số{_BLANK}-{_BLANK}",
    number_face=Face(13),
    place_date=Face(13, italic=True),
    title=Face(15, bold=True),
    subject=Face(14, bold=True),
    title_mark="-----",
    remark=Face(13, italic=True),
    text=Face(14),
    page_number=Face(13),
    recipients_label=Face(12),
    recipients_underlined=True,
    recipients=Face(11),
    recipients_lines=("- ………………………,", "- Lưu ………………"),
)

PROFILES: dict[str, Profile] = {profile.code: profile for profile in (STATE, PARTY)}

A4_MM = (210.0, 297.0)
# Font size in points, and the share of the table's width its least column widths may take: the first that fits is taken.
TABLE_SIZES = ((12, 0.85), (11.5, 0.85), (11, 1), (10.5, 1), (10, 1), (9.5, 1), (9, 1), (8.5, 1), (8, 1))
LINE_PITCH = 1.2  # × font size: stacked marks (Ế, Ỗ, Ẵ) need it
CELL_PADDING_MM = (1.4, 0.8)
SIGNATURE_MM = 30.0  # blank height left for position, signature and name
GROUP_GREY = 0.92


@dataclass(frozen=True, slots=True)
class ColumnWidth:
    """The least width of a printed column (mm, at 12 points) and its share of what is left over."""

    least: float
    share: float = 0
    align: Align = "left"


# Shares follow the annexes communes use (1200 lead, 1700 cooperating, 966 note), with more for what is long: a list
# of 140 real tasks takes three pages fewer.
COLUMNS: dict[str, ColumnWidth] = {
    "stt": ColumnWidth(10, align="center"),
    "code": ColumnWidth(20, 100),
    "title": ColumnWidth(44, 7000),
    "source_doc": ColumnWidth(25, 600),
    "category": ColumnWidth(28, 900),
    "lead": ColumnWidth(26, 1200),
    "coop": ColumnWidth(28, 1700),
    "deliverable": ColumnWidth(24, 1200),
    "deadline_text": ColumnWidth(28.8, 100, "center"),
    "authority": ColumnWidth(24, 400),
    "progress": ColumnWidth(24, 100),
    "percent": ColumnWidth(15, align="center"),
    "timeliness": ColumnWidth(23, 100),
    "done_date": ColumnWidth(25, align="center"),
    "result_now": ColumnWidth(42, 6000),
    "obstacles": ColumnWidth(34, 2400),
    "proposals": ColumnWidth(34, 2400),
    "issues": ColumnWidth(36, 3000),
    "evidence": ColumnWidth(26, 900),
    "officer": ColumnWidth(24, 600),
    "leader": ColumnWidth(24, 600),
    "note": ColumnWidth(22, 966),
    "tags": ColumnWidth(18, 400),
}
