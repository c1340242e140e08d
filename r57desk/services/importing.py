"""Importing a workbook: read, plan (the preview), apply. Nothing is written before apply, and then all or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from r57desk.errors import DeskError
from r57desk.merge.delta import local_fields, make_delta, make_edit
from r57desk.merge.model import EXECUTORS, Delta, Edit
from r57desk.services import clock
from r57desk.services.changes import Changes
from r57desk.services.documents import make_document_edit
from r57desk.services.import_plan import ImportPlan, LeftOut, make_edits
from r57desk.services.packets import Carried, find_carried, note_received
from r57desk.services.planning import PlanOptions, Progress, make_plan
from r57desk.store import backup, changes, edit_log, header_mappings, imports
from r57desk.store.database import Database
from r57desk.store.imports import ImportDraft, ImportRecord, SheetSource, file_hash
from r57desk.workbook.reader import read_workbook
from r57desk.workbook.reading import Reading, header_fingerprint

if TYPE_CHECKING:
    from r57desk.services.desk import Desk

NOTHING_LEFT_OUT: LeftOut = frozenset()


def _silent(done: int, total: int) -> None:
    """No progress wanted."""


def _asking(progress: Progress) -> Callable[[], bool]:
    """Whether to stop, asked of something that raises when it wants to."""

    def ask() -> bool:
        progress(0, 0)
        return False

    return ask


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import did; `import_id` is None when the file held nothing new and so nothing was written."""

    import_id: int | None
    changes: Changes


class ImportService:
    """Workbooks into the register."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def read(
        self,
        path: Path,
        sheet: str | None = None,
        mapping: Mapping[str, str] | None = None,
        progress: Progress = _silent,
        *,
        decode_legacy: bool = True,
    ) -> Reading:
        """What a file says, the register untouched. `mapping` is header text → field code ("" leaves a column out).

        With None, a header that somebody matched before is matched the same way (`Reading.remembered`); with an empty
        one it is read as if nobody ever had. Texts in old Vietnamese fonts are read as Unicode (`Reading.legacy`), or
        without `decode_legacy` left as they stand.

        Raises DeskError when it is no workbook, holds no task list, or a choice is needed; whatever `progress`
        raises ends the reading.
        """
        remembered: Mapping[str, Mapping[str, str]] = {}
        if mapping is None:
            with self._desk.open_bulk_reader() as db:
                remembered = header_mappings.find_header_mappings(db)
        return read_workbook(
            path,
            sheet=sheet,
            mapping=mapping,
            remembered=remembered,
            decode_legacy=decode_legacy,
            cancelled=_asking(progress),
        )

    def plan(
        self,
        reading: Reading,
        from_office: str = "",
        progress: Progress = _silent,
        *,
        packet: str = "",
        base_import: int | None = None,
        realign: bool = False,
        replaces_earlier: bool = False,
    ) -> ImportPlan:
        """The preview. `from_office` is whose file it is; "" means our own, or the office its packet was sent to.

        `packet` is the code in the footer of a file that lost everything else, `base_import` the import it answers.
        `realign` undoes the partial sort that an earlier preview found; with `replaces_earlier` the file replaces
        earlier returns of its packet. DeskError `packet_for_other`, `packet_unknown`, `import_not_found`.
        """
        office = self._desk.register.get_office_code(from_office) if from_office else ""
        options = PlanOptions(office, packet, base_import, realign, replaces_earlier)
        with self._desk.open_bulk_reader() as db:
            return make_plan(db, reading, options, self._desk.office, progress)

    def apply(
        self,
        plan: ImportPlan,
        left_out: LeftOut | None = None,
        *,
        content: bytes | None = None,
        sample: bool = False,
        progress: Progress = _silent,
    ) -> ImportResult:
        """Write a plan as one change, after a backup; `left_out` holds what was unticked (as planned, when not given).

        What a packet carries cannot be left out. A packet is noted as received even when nothing in it is new.

        DeskError `plan_outdated` if the register has moved on since the plan, `file_changed` if the file has.
        """
        db, carried = self._desk.writer, plan.carried
        lines: dict[str, tuple[int, int]] = {}
        deltas = _make_deltas(plan, self._desk.office, plan.left_out if left_out is None else left_out, lines)
        if not deltas and (carried is None or carried.is_empty):
            with db.transaction():
                _remember_mapping(db, plan.reading)
                if carried:
                    self._note_packet(plan, carried)
            return ImportResult(None, Changes("import"))
        content = _read_again(plan) if content is None else content
        if not sample:
            backup.back_up(db, now=clock.now(), reason="import")
        progress(0, 0)
        draft = self._draft(plan, content, lines, sample=sample)
        with db.transaction():
            if changes.last_change(db) != plan.position:
                raise DeskError("plan_outdated", file=draft.file_name)
            document = None if plan.carried else make_document_edit(db, plan.reading.document)
            beside = [make_delta(self._desk.office, [document])] if document else []
            done = edit_log.append(
                db,
                [*find_carried(carried), *deltas, *beside],
                kind="seed" if sample else "import",
                label=draft.file_name,
                at=clock.now(),
                draft=draft,
                take_back=[*(carried.again if carried else ()), *(delta.id for delta in (*deltas, *beside))],
            )
            import_id = None if done.change is None else self._import_of(done.change)
            if carried:
                self._note_packet(plan, carried, import_id, done.change)
            _remember_mapping(db, plan.reading)
        self._desk.forget()
        if done.change is None:
            return ImportResult(None, Changes("import"))
        tasks = done.rows - {document.row} if document else done.rows
        return ImportResult(import_id, Changes("import", tasks, draft.file_name, done.change, everything=True))

    def _draft(
        self, plan: ImportPlan, content: bytes, lines: dict[str, tuple[int, int]], *, sample: bool
    ) -> ImportDraft:
        packet = plan.carried.packet if plan.carried else None
        answered = {"packet": plan.packet, "replaces": plan.answer.replaces} if plan.answer else {}
        return ImportDraft(
            file_name=Path(plan.file).name,
            content=content,
            office=plan.office,
            author=self._desk.author,
            sample=sample,
            sheets=(SheetSource(plan.sheet, {column.field: column.letter for column in plan.reading.columns}),),
            lines=lines,
            details={
                "counts": asdict(plan.counts) | {f"brought_{name}": count for name, count in plan.brought.items()},
                "quarantined": [tuple(item) for item in plan.quarantined],
                "notes": [tuple(item) for item in plan.notes],
                **answered,
                **({"packet_office": packet.office, "packet_number": packet.number} if packet else {}),
            },
        )

    def _note_packet(
        self, plan: ImportPlan, carried: Carried, import_id: int | None = None, change: int | None = None
    ) -> None:
        note_received(
            self._desk,
            carried,
            file_name=Path(plan.file).name,
            file_hash=plan.reading.sha256,
            import_id=import_id,
            change=change,
        )

    def records(self) -> list[ImportRecord]:
        """Every import, newest first."""
        return imports.find_imports(self._desk.reader)

    def find_earlier(self, reading: Reading) -> ImportRecord | None:
        """The import of these very bytes that still stands, if any."""
        found = imports.find_imports(self._desk.reader, hash=reading.sha256)
        return next((record for record in found if not record.undone), None)

    def _import_of(self, change: int) -> int | None:
        return changes.get_change(self._desk.writer, change).import_id


def _make_deltas(
    plan: ImportPlan, own_office: str, left_out: LeftOut, lines: dict[str, tuple[int, int]]
) -> list[Delta]:
    """What the file says, in the name of its office; what stays local; for a file from elsewhere, our part in it."""
    shared: list[Edit] = []
    local: list[Edit] = []
    for edit, line in make_edits(plan, left_out):
        lines[edit.id] = (0, line)
        (local if local_fields(edit) else shared).append(edit)
    deltas = [make_delta(plan.office, shared)] if shared else []
    if local:
        deltas.append(make_delta(own_office, local))
    if plan.grants_us and any(edit.creates for edit in shared):
        deltas.append(make_delta(plan.office, _grants(shared, own_office)))
    return deltas


def _grants(edits: Iterable[Edit], own_office: str) -> Iterator[Edit]:
    return (make_edit(edit.row, {EXECUTORS: own_office}) for edit in edits if edit.creates)


def _remember_mapping(db: Database, reading: Reading) -> None:
    """Keep what a person said of the columns for the next file with such a header; our own workbooks say it themselves."""
    if reading.mark is not None:
        return
    fingerprint = header_fingerprint(reading)
    if reading.mapping != header_mappings.find_header_mapping(db, fingerprint):
        header_mappings.set_header_mapping(db, fingerprint, reading.mapping)


def _read_again(plan: ImportPlan) -> bytes:
    path = Path(plan.file)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise DeskError("file_unreadable", file=path.name) from error
    if file_hash(content) != plan.reading.sha256:
        raise DeskError("file_changed", file=path.name)
    return content
