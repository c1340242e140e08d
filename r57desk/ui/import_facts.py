"""What is known of the file being imported: its name, sheet and columns, where it comes from, what it leaves out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QHBoxLayout

from r57desk.errors import Language
from r57desk.services.planning import ImportPlan
from r57desk.ui.column_matching import UNSURE, TheirColumn, their_columns
from r57desk.ui.history_list import shown_time
from r57desk.ui.import_words import field_name
from r57desk.ui.notices import icon_label
from r57desk.ui.parts import Bar, Link, OneLine, label
from r57desk.ui.session import Session
from r57desk.ui.shown_values import counted, grouped
from r57desk.ui.theme import BREAKPOINT, SECOND, px
from r57desk.workbook.reading import Reading

HEIGHT = 34
_NAMED = 3


class FactsBar(Bar):
    """One line: file, sheet, header and rows at the left; how the columns were matched at the right."""

    def __init__(self, language: Language) -> None:
        super().__init__("surface", "bottom")
        self._language: Language = language
        self.setFixedHeight(px(HEIGHT))
        self.file_name, self.facts = label("", bold=True), label("", "text2")
        self.matched = label("", "good", SECOND)
        self.unread, self._unread_icon = OneLine("soon", SECOND), icon_label("triangle-alert", "soon", 14)
        self.rematch = Link(self.tr("Xem lại cách ghép"))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 12, 1)
        row.setSpacing(8)
        row.addWidget(icon_label("file-spreadsheet"))
        row.addWidget(self.file_name)
        row.addWidget(self.facts)
        row.addStretch(1)
        self._matched_icon = icon_label("check", "good", 14)
        row.addWidget(self._matched_icon)
        row.addWidget(self.matched)
        row.addWidget(self._unread_icon)
        row.addWidget(self.unread)
        row.addWidget(self.rematch)

    def show_reading(self, reading: Reading) -> None:
        """Say what was read, and what was taken for what."""
        self.file_name.setText(Path(reading.file).name)
        receipt = is_receipt(reading)
        for part in (self._matched_icon, self.matched, self.rematch):
            part.setVisible(not receipt)
        if receipt:
            self.facts.setText(self.tr("phiếu báo nhận: cho biết nội dung đã gửi được giải quyết thế nào"))
            self._show_unread(())
            return
        words = self.tr("trang “{sheet}” · tiêu đề ở dòng {header} · {rows} dòng nhiệm vụ")
        rows = grouped(len(reading.rows))
        self.facts.setText(words.format(sheet=reading.sheet, header=reading.header_row, rows=rows))
        said = [*self._matches(reading)]
        self.matched.setText(" · ".join(said[:2]))
        self.matched.setToolTip("\n".join(said))
        self._show_unread([column for column in their_columns(reading) if not column.field])

    def _show_unread(self, columns: Sequence[TheirColumn]) -> None:
        """Name the columns that are not taken into the register; nothing when there are none."""
        named = [
            f"“{header}”" if (header := " ".join(column.header.split())) else column.letter for column in columns
        ]
        self.unread.setText(self.tr("không lấy: {columns}").format(columns=", ".join(named)))
        for part in (self.unread, self._unread_icon):
            part.setVisible(bool(columns))

    def _matches(self, reading: Reading) -> list[str]:
        columns = their_columns(reading)
        read = sum(bool(column.field) for column in columns)
        said = [self.tr("Ghép {read} trên {all} cột").format(read=read, all=len(columns))]
        for column in reading.columns:
            if column.how in (*UNSURE, "mapping"):
                header, name = " ".join(column.header.split()), field_name(column.field, self._language)
                said.append(self.tr("“{header}” hiểu là {field}").format(header=header, field=name))
        if reading.remembered:
            place = min(1, len(said) - 1)  # the last of those in sight
            said[place] = self.tr("{matched}, như lần trước").format(matched=said[place])
        return said

    def fit(self, window: int) -> None:
        """A narrow window keeps the file's name and the matching."""
        self.facts.setVisible(window >= BREAKPOINT)


def is_receipt(reading: Reading) -> bool:
    """Whether the file is a receipt: no list of tasks, but what became of one we sent."""
    return reading.mark is not None and reading.mark.kind == "receipt"


class _Counts(QObject):
    """Numbers in words; only `tr` of an object knows plural forms."""

    def unnumbered(self, rows: int) -> str:
        return self.tr("%n dòng không có số TT: xem ở mục Mới.", "", rows)

    def legacy(self, cells: int, fonts: str) -> str:
        """What was read otherwise than it stands in the file."""
        words = counted(self.tr("Phông chữ cũ {fonts}: đã chuyển %n ô sang Unicode.", "", cells), cells)
        return words.format(fonts=fonts)

    def kept(self, rows: int, offices: str) -> str:
        """Whose the tasks remain."""
        words = counted(
            self.tr("%n nhiệm vụ đã có trong sổ do {offices} giao: cơ quan giao giữ nguyên.", "", rows), rows
        )
        return words.format(offices=offices)


def side_remarks(session: Session, plan: ImportPlan, unnumbered: int) -> list[str]:
    """Sentences under the counts: what is not in the file, rows without a number, whose tasks they stay."""
    said = []
    if plan.missing:
        named = ", ".join(row.stt or row.title[:20] for row in plan.missing[:_NAMED])
        numbers = named + ("…" if len(plan.missing) > _NAMED else "")
        words = QCoreApplication.translate(
            "import", "Nhiệm vụ {numbers} không có trong tệp: vẫn giữ trong sổ, không xoá."
        )
        said.append(words.format(numbers=numbers))
    if unnumbered:
        said.append(_Counts().unnumbered(unnumbered))
    said += _tell_carried(plan)
    said += [_Counts().legacy(one.cells, ", ".join(one.fonts)) for one in plan.reading.legacy if plan.reading.decoded]
    if plan.kept_assigners:
        codes = sorted({code for one in plan.kept_assigners for code in one.split()})
        named = ", ".join(session.desk.register.find_office_name(code) for code in codes)
        said.append(_Counts().kept(len(plan.kept_assigners), named))
    return said


def _tell_carried(plan: ImportPlan) -> Iterator[str]:
    """What a packet brings that no line of the preview shows: documents and days off, requests that were refused."""
    rows = plan.carried.rows if plan.carried else ()
    documents = [row.title for row in rows if row.kind == "document" and row.preview.differences]
    if documents:
        words = QCoreApplication.translate("import", "Cùng gói còn có văn bản {numbers}.")
        yield words.format(numbers=", ".join(documents[:_NAMED]) + ("…" if len(documents) > _NAMED else ""))
    if any(row.kind == "public_day" and row.preview.differences for row in rows):
        yield QCoreApplication.translate("import", "Cùng gói còn có ngày nghỉ, ngày làm bù.")
    refused = [row.stt or row.title[:20] for row in rows if row.preview.refusals]
    if refused:
        numbers = ", ".join(refused[:_NAMED]) + ("…" if len(refused) > _NAMED else "")
        words = QCoreApplication.translate("import", "Có đề nghị không được chấp thuận: nhiệm vụ {numbers}.")
        yield words.format(numbers=numbers)


def describe_origin(session: Session, plan: ImportPlan) -> list[str]:
    """Where the file comes from, as far as it says, and whether it was imported before."""
    reading, said = plan.reading, []
    packet = plan.carried.packet if plan.carried else None
    base = next((one for one in session.desk.exchange.sent() if one.id == plan.packet), None) if plan.packet else None
    if packet is not None and packet.office != session.desk.office:
        words = QCoreApplication.translate("import", "Từ {office}, gói số {n} ngày {day}")
        day = shown_time(packet.when)[:10]
        said.append(words.format(office=packet.office_name or packet.office, n=f"{packet.number:02}", day=day))
    elif base is not None:
        office = session.desk.register.find_office_name(plan.office)
        said.append(QCoreApplication.translate("import", "Từ {office}").format(office=office))
        words = QCoreApplication.translate("import", "Gói gốc số {n}, gửi ngày {day}")
        said.append(words.format(n=f"{base.number:02}", day=shown_time(base.at)[:10]))
    elif plan.grants_us or (reading.mark and reading.mark.office_name):
        office = session.desk.register.find_office_name(plan.office)
        said.append(QCoreApplication.translate("import", "Từ {office}").format(office=office))
    if reading.document.number:
        number = reading.document.number
        said.append(QCoreApplication.translate("import", "Văn bản {number}").format(number=number))
    earlier = session.desk.imports.find_earlier(reading)
    if earlier is None:
        said.append(QCoreApplication.translate("import", "Tệp chưa từng nhập"))
    else:
        said.append(QCoreApplication.translate("import", "Tệp đã nhập {at}").format(at=shown_time(earlier.at)))
    return said
