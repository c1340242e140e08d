"""The register itself: its office, units, public days, samples, backups, and whether it is sound."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from r57desk import paths
from r57desk.domain.ids import natural_row_id
from r57desk.domain.office import Office, OfficeIndex, office_of, parse_code
from r57desk.domain.workdays import DayType, PublicDay
from r57desk.errors import DeskError, Language
from r57desk.merge.compose import create_row, delete_row, restore_row, write_fields
from r57desk.merge.delta import make_delta, new_nonce
from r57desk.merge.model import Edit
from r57desk.services import clock
from r57desk.services.changes import Changes
from r57desk.store import backup, edit_log, imports, registers, rows, task_query, undo
from r57desk.store.backup import Backup

if TYPE_CHECKING:
    from r57desk.services.desk import Desk
    from r57desk.store.check import Finding

SAMPLES = "tasks.csv"

__all__ = ["Backup", "CheckReport", "RegisterService", "Revision"]


@dataclass(frozen=True, slots=True)
class Revision:
    """Which state of the register something shows: how many changes it holds, and a short check code of them."""

    number: int
    check_code: str


# What a finding of the check means: part → (vi, en).
PARTS: dict[str, tuple[str, str]] = {
    "pages": ("trang dữ liệu hỏng", "damaged pages"),
    "references": ("liên kết gãy", "broken references"),
    "edit": ("thay đổi không khớp mã đối chiếu", "a change does not match its check code"),
    "delta": ("lần ghi không khớp mã đối chiếu", "a write does not match its check code"),
    "row": ("dòng không khớp nhật ký", "a row does not match the log"),
    "search": ("chỉ mục tìm kiếm không khớp", "the search index does not match"),
    "kept_file": ("tệp đã nhập bị sửa", "a kept file was changed"),
}


@dataclass(frozen=True, slots=True)
class CheckReport:
    """Whether the register is what its log says, and whether today's copy was made."""

    findings: tuple[Finding, ...]
    tasks: int
    deltas: int
    backups: int
    newest_backup: str
    backup_due: bool

    @property
    def sound(self) -> bool:
        """Nothing was found."""
        return not self.findings

    def problems(self, language: Language = "vi") -> list[str]:
        """What was found, in words, with the place."""
        place = 0 if language == "vi" else 1
        return [f"{PARTS[finding.part][place]}: {finding.place}" for finding in self.findings]


class RegisterService:
    """What concerns the register as a whole."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def forget(self) -> None:
        """Drop what was read and kept."""
        self.__dict__.pop("_offices", None)

    # -- offices -------------------------------------------------------------------------------------

    @cached_property
    def _offices(self) -> OfficeIndex:
        found = registers.find_register(self._desk.reader, "office")
        return OfficeIndex(office_of(values) for _, values in found)

    def search_offices(self, text: str, limit: int = 50) -> list[Office]:
        """Offices whose name holds what was typed, marks aside."""
        return self._offices.search(text, limit)

    def get_office_code(self, text: str) -> str:
        """The code of the office a code or name means; a well-formed code nobody registered is taken as it is.

        DeskError `office_code_wrong` when the text is neither.
        """
        found = self._offices.find(text)
        if len(found) == 1:
            return found[0].code
        code = parse_code(text)
        if code is None:
            raise DeskError("office_code_wrong", code=text)
        return code

    def find_office_name(self, code: str) -> str:
        """The name of an office, or its code when the register has no name for it."""
        if code == self._desk.office:
            return self._desk.office_name
        try:
            return self._offices.get(code).name or code
        except KeyError:
            return code

    def set_office(self, code: str, name: str) -> Changes:
        """Whose register this is from now on; what was written before keeps its office."""
        self._desk.set_option("office", self.get_office_code(code))
        self._desk.set_option("office_name", name)
        return Changes("options", everything=True)

    def set_option(self, key: str, value: str) -> Changes:
        """Keep an option of the register."""
        self._desk.set_option(key, value)
        return Changes("options", everything=True)

    # -- public days ---------------------------------------------------------------------------------

    def public_days(self) -> list[PublicDay]:
        """Days off and make-up days, in order."""
        found = registers.find_register(self._desk.reader, "public_day")
        days = [PublicDay(date.fromisoformat(v["date"]), _day_type(v), v["name"]) for _, v in found if v["date"]]
        return sorted(days, key=lambda day: day.date)

    def set_public_day(self, day: PublicDay) -> Changes:
        """Write a day off or make-up day, new or changed; moves no deadline."""
        values = {"date": day.date.isoformat(), "type": day.type, "name": day.name}
        state = rows.get_state(self._desk.writer, _day_row(day.date))
        if state.exists:
            edits = [write_fields(state, values, nonce=new_nonce())]
        elif state.cells:
            edits = [restore_row(state, nonce=new_nonce()), write_fields(state, values, nonce=new_nonce())]
        else:
            edits = [create_row(_day_row(day.date), values, kind="public_day", nonce=new_nonce())]
        return self._append([edit for edit in edits if edit], f"{day.date:%d/%m/%Y}")

    def remove_public_day(self, day: date) -> Changes:
        """Make a day an ordinary one again."""
        state = rows.get_state(self._desk.writer, _day_row(day))
        return self._append([delete_row(state, nonce=new_nonce())] if state.exists else [], f"{day:%d/%m/%Y}")

    def _append(self, edits: list[Edit], label: str) -> Changes:
        if not edits:
            return Changes("edit")
        delta = make_delta(
            self._desk.office, edits, author=self._desk.author, claimed_time=clock.now(), nonce=new_nonce()
        )
        done = edit_log.append(self._desk.writer, [delta], kind="edit", label=label, at=clock.now())
        self._desk.forget()
        return Changes("edit", done.rows, label, done.change, everything=True)

    # -- samples -------------------------------------------------------------------------------------

    def has_samples(self) -> bool:
        """Whether sample tasks stand in the register."""
        return registers.has_samples(self._desk.reader)

    def load_samples(self) -> Changes:
        """The sample tasks, read like any file and marked as samples."""
        path = paths.seeds_folder() / SAMPLES
        plan = self._desk.imports.plan(self._desk.imports.read(path))
        return self._desk.imports.apply(plan, sample=True).changes

    def remove_samples(self) -> Changes:
        """Take the sample tasks out again; tasks of one's own stay."""
        touched: set[str] = set()
        for record in imports.find_imports(self._desk.writer, sample=True):
            if not record.undone:
                touched |= undo.undo(self._desk.writer, record.change, at=clock.now()).rows
        self._desk.forget()
        return Changes("undo", frozenset(touched), everything=bool(touched))

    # -- safety --------------------------------------------------------------------------------------

    def revision(self) -> Revision:
        """Which state of the register this is, for paper."""
        return Revision(*registers.read_revision(self._desk.reader))

    def backups(self) -> list[Backup]:
        """The copies of this register, newest first."""
        return backup.find_backups(self._desk.path)

    def back_up(self) -> Backup:
        """A copy now."""
        return backup.back_up(self._desk.writer, now=clock.now(), reason="asked")

    def check(self) -> CheckReport:
        """Whether file, log and rows agree, and whether copies are up to date."""
        from r57desk.store import check

        db = self._desk.reader
        copies = self.backups()
        return CheckReport(
            tuple(check.check(db)),
            task_query.count_all(db),
            edit_log.count_deltas(db),
            len(copies),
            copies[0].at if copies else "",
            not any(copy.at[:10] == clock.now()[:10] for copy in copies),
        )


def restore_backup(path: Path, copy: Backup) -> Path | None:
    """Put a copy in the place of a register that is not open; the old file is kept aside and its name returned."""
    return backup.restore(path, copy, now=clock.now())


def find_backups(path: Path) -> list[Backup]:
    """The copies of a register that may not be readable itself, newest first."""
    return backup.find_backups(path)


def _day_row(day: date) -> str:
    return natural_row_id("public_day", "", day.isoformat(), "")


def _day_type(values: Mapping[str, str]) -> DayType:
    return "lam_bu" if values["type"] == "lam_bu" else "nghi"
