"""What became of an import, to be sent back: the receipt, which closes the loop, and the list of cells to look at."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from r57desk.domain.text import natural_key
from r57desk.errors import DeskError, Language
from r57desk.merge.fold import RowState
from r57desk.merge.model import EXECUTORS, EXISTS, KIND, REASON, Edit, Value
from r57desk.services import clock
from r57desk.services.decidable import name_row
from r57desk.services.outputs import check_output
from r57desk.services.packet_files import packet_file
from r57desk.services.packets import compose_packet
from r57desk.store import edit_log, imports, packets, registers, rows, undo
from r57desk.store.database import Database
from r57desk.store.imports import ImportRecord
from r57desk.store.origins import find_origins
from r57desk.workbook.export_options import ExportOptions
from r57desk.workbook.reading import Remark
from r57desk.workbook.receipt_lines import Outcome, ReceiptLine

if TYPE_CHECKING:
    from r57desk.services.desk import Desk
    from r57desk.services.import_plan import ImportPlan

__all__ = ["ErrorBookResult", "ReceiptLine", "ReceiptResult", "ReceiptService"]

_NOT_SAID = {EXECUTORS, KIND, REASON}
_REPLACED = ("sổ đang giữ giá trị khác", "the register holds another value by now")
_LINE = re.compile(r"\d+$")


@dataclass(frozen=True, slots=True)
class ReceiptResult:
    """The receipt written: the packet it is, for whom, and how many values of each outcome it lists."""

    path: Path
    packet: str
    number: int
    to: str
    counts: Mapping[Outcome, int]


@dataclass(frozen=True, slots=True)
class ErrorBookResult:
    """The list written: how many cells were set aside, and how many were read but are worth a look."""

    path: Path
    aside: int
    doubtful: int


class ReceiptService:
    """What goes back to who sent a file."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def find_lines(self, import_id: int) -> list[ReceiptLine]:
        """What became of each value of an import, as the register stands now, in the order of the tasks.

        DeskError `import_not_found`, `import_undone`.
        """
        db = self._desk.reader
        with db.reading():
            return self._find_lines(db, _get_standing(db, import_id))

    def write(self, import_id: int, path: Path) -> ReceiptResult:
        """Write the receipt of an import for the office whose file it was: a packet too, noted as sent.

        DeskError `import_not_found`, `import_undone`, `receipt_to_self`, or what keeps the file from being written.
        """
        from r57desk.workbook.receipt_book import write_receipt_workbook

        desk, db = self._desk, self._desk.writer
        check_output(path, desk.path, "phieu-bao-nhan.xlsx")
        record = _get_standing(db, import_id)
        lines = self._find_lines(db, record)
        with packet_file(desk, path) as sending:
            packet = compose_packet(desk, self._find_partner(record), file=path, kind="receipt")
            sending.packet = packet.id
            standing, options = packets.find_standing_edits(db, packet), self._options()
            write_receipt_workbook(sending.draft, packet, lines, options, file=record.file_name, standing=standing)
        counts: dict[Outcome, int] = {}
        for line in lines:
            counts[line.outcome] = counts.get(line.outcome, 0) + 1
        return ReceiptResult(path, packet.id, packet.number, packet.to, counts)

    def write_errors(self, import_id: int, path: Path) -> ErrorBookResult:
        """Write the list of cells of an import that were set aside or are worth a look.

        DeskError `import_not_found`, `nothing_to_check`, or what keeps the file from being written.
        """
        record = imports.get_import(self._desk.reader, import_id)
        aside, doubtful = (
            [Remark(*item) for item in record.details.get(key, ())] for key in ("quarantined", "notes")
        )
        return self._write_errors(path, record.file_name, record.office, record.at, aside, doubtful)

    def write_plan_errors(self, plan: ImportPlan, path: Path) -> ErrorBookResult:
        """The same, of a file that was only previewed."""
        return self._write_errors(
            path, Path(plan.file).name, plan.office, clock.now(), list(plan.quarantined), list(plan.notes)
        )

    # -- how -----------------------------------------------------------------------------------------

    def _write_errors(
        self, path: Path, file: str, office: str, at: str, aside: list[Remark], doubtful: list[Remark]
    ) -> ErrorBookResult:
        from r57desk.workbook.error_book import ErrorSource, write_error_workbook

        check_output(path, self._desk.path, "o-can-xem-lai.xlsx")
        if not aside and not doubtful:
            raise DeskError("nothing_to_check", file=file)
        day = "/".join(reversed(at[:10].split("-")))
        name = (
            self._desk.office_name
            if office == self._desk.office
            else registers.find_office_name(self._desk.reader, office)
        )
        write_error_workbook(path, aside, doubtful, ErrorSource(file, name or office, day), self._options())
        return ErrorBookResult(path, len(aside), len(doubtful))

    def _options(self) -> ExportOptions:
        desk = self._desk
        return ExportOptions(
            export_id="",
            office=desk.office,
            office_name=desk.office_name,
            when=clock.now(),
            as_of=desk.today(),
            language=desk.language,
            style="party" if desk.options["style"] == "party" else "state",
        )

    def _find_partner(self, record: ImportRecord) -> str:
        sender = str(record.details.get("packet_office") or record.office)
        partner = record.office if sender == self._desk.office else sender
        if partner == self._desk.office:
            raise DeskError("receipt_to_self", id=record.id)
        return partner

    def _find_lines(self, db: Database, record: ImportRecord) -> list[ReceiptLine]:
        said = [edit for edit in _find_edits(db, record, self._desk.office) if edit.fields.keys() - _NOT_SAID]
        states = rows.find_states(db, dict.fromkeys(edit.row for edit in said))
        language = self._desk.language
        lines = [line for edit in said for line in _tell(edit, states[edit.row], language)]
        lines.sort(key=lambda line: (natural_key(line.stt), line.title))
        return lines + list(_tell_unread(db, record, said, states, language))


def _get_standing(db: Database, import_id: int) -> ImportRecord:
    record = imports.get_import(db, import_id)
    if record.undone:
        raise DeskError("import_undone", id=import_id)
    return record


def _find_edits(db: Database, record: ImportRecord, own_office: str) -> Iterator[Edit]:
    """The edits an import brought that are not our own."""
    seen: set[str] = set()
    for number in undo.find_standing(db, record.change):
        delta = edit_log.read_delta(db, number)
        for edit in delta.edits if delta.office != own_office else ():
            if edit.id not in seen:
                seen.add(edit.id)
                yield edit


def _tell(edit: Edit, state: RowState, language: Language) -> Iterator[ReceiptLine]:
    stt, title = name_row(state)
    for code, value in edit.fields.items():
        if code in _NOT_SAID or (edit.creates and code != EXISTS):
            continue
        outcome, reason = _judge(edit.id, code, value, state, language)
        yield ReceiptLine(stt, title, code, value, outcome, reason)


def _judge(edit: str, code: str, value: Value, state: RowState, language: Language) -> tuple[Outcome, str]:
    if any((one.edit, one.field) == (edit, code) for one in state.requests):
        return "waiting", ""
    for refusal in state.refusals:
        if (refusal.edit, refusal.field) == (edit, code):
            return "refused", refusal.reason
    if code in state.conflicts and edit in state.live(code):
        return "conflict", ""
    cell = state.cells.get(code)
    now = ("1" if state.exists else "0") if code == EXISTS else cell.value if cell else None
    return "received", "" if now == value else _REPLACED[0 if language == "vi" else 1]


def _tell_unread(
    db: Database, record: ImportRecord, said: Iterable[Edit], states: Mapping[str, RowState], language: Language
) -> Iterator[ReceiptLine]:
    """The cells that were set aside, each under its task where another cell of the line tells which that is."""
    by_id = {edit.id: edit.row for edit in said}
    named = {origin.place.line: name_row(states[by_id[id]]) for id, origin in find_origins(db, by_id).items()}
    for item in record.details.get("quarantined", ()):
        remark = Remark(*item)
        found = _LINE.search(remark.cell)
        stt, title = named.get(int(found[0]) if found else -1, ("", ""))
        reason = f"{remark.sheet}!{remark.cell}: {remark.reason(language)}"
        yield ReceiptLine(stt, title, remark.field, remark.raw, "unread", reason)
