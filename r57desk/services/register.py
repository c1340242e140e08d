"""The register itself: its office, units, public days, samples, backups, and whether it is sound."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from r57desk import paths
from r57desk.domain.bodies import name_body
from r57desk.domain.text import one_line
from r57desk.errors import DeskError, Language
from r57desk.services import clock
from r57desk.services.changes import Changes
from r57desk.store import backup, registers, task_query
from r57desk.store.backup import Backup

if TYPE_CHECKING:
    from r57desk.domain.office import Office, OfficeIndex
    from r57desk.domain.workdays import PublicDay
    from r57desk.services.desk import Desk
    from r57desk.store.check import Finding

SAMPLES = "tasks.csv"
_MOST_NAMED = 6  # offices listed in one sentence

__all__ = ["Backup", "CheckReport", "RegisterService", "Revision"]


class Revision(NamedTuple):
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


class CheckReport(NamedTuple):
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
    """What concerns the register as a whole. What only some screens ask for is loaded when they do."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def forget(self) -> None:
        """Drop what was read and kept."""
        self.__dict__.pop("_offices", None)

    # -- offices -------------------------------------------------------------------------------------

    @cached_property
    def _offices(self) -> OfficeIndex:
        from r57desk.domain.office import OfficeIndex, office_of

        found = registers.find_register(self._desk.reader, "office")
        return OfficeIndex(office_of(values) for _, values in found)

    def find_offices(self) -> list[Office]:
        """Every office of the register."""
        return list(self._offices)

    def search_offices(self, text: str, limit: int = 50) -> list[Office]:
        """Offices whose name holds what was typed, marks aside."""
        return self._offices.search(text, limit)

    def get_office_code(self, text: str) -> str:
        """The code of the office a code or name means; a well-formed code nobody registered is taken as it is.

        DeskError `office_ambiguous` when several bear the name, or what `domain.office.get_code` says.
        """
        from r57desk.domain.office import get_code

        found = self._offices.find(text)
        if len(found) > 1:
            codes = ", ".join(office.code for office in found[:_MOST_NAMED]) + ("…" if found[_MOST_NAMED:] else "")
            raise DeskError("office_ambiguous", text=one_line(text), count=len(found), codes=codes)
        return found[0].code if found else get_code(text)

    def find_office_name(self, code: str) -> str:
        """The name of an office; of one nobody registered, what a body with such a code is called; else its code."""
        if code == self._desk.office:
            return self._desk.office_name
        known = self._registered_name(code)
        return known if known not in ("", code) else name_body(code, self._registered_name) or code

    def _registered_name(self, code: str) -> str:
        try:
            return self._offices.get(code).name
        except KeyError:
            return ""

    def find_place(self) -> str:
        """The place in the date line of our papers: our unit's, Hà Nội for a central body; "" when it is not known."""
        from r57desk.domain.office import CENTRAL, place_name

        unit = self._desk.office.partition(".")[0]
        if unit == CENTRAL:
            return "Hà Nội"
        try:
            return place_name(self._offices.get(unit).name)
        except KeyError:
            return ""

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
        from r57desk.services import public_days

        return public_days.find_public_days(self._desk)

    def set_public_day(self, day: PublicDay) -> Changes:
        """Write a day off or make-up day, new or changed; moves no deadline."""
        from r57desk.services import public_days

        return public_days.set_public_day(self._desk, day)

    def remove_public_day(self, day: date) -> Changes:
        """Make a day an ordinary one again."""
        from r57desk.services import public_days

        return public_days.remove_public_day(self._desk, day)

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
        """Take the sample tasks out again, all or none; tasks of one's own stay."""
        from r57desk.store import imports, undo

        db = self._desk.writer
        touched: set[str] = set()
        with db.transaction():
            for record in imports.find_imports(db, sample=True):
                if not record.undone:
                    touched |= undo.undo(db, record.change, at=clock.now()).rows
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
        from r57desk.store import check, edit_log

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
