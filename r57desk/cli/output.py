"""How results are written: JSON keyed by the field codes, or short Vietnamese or English text."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from r57desk.domain.deadline import format_reading
from r57desk.domain.fields import TASK_FIELDS
from r57desk.domain.status import progress_label, timeliness_of, timeliness_word
from r57desk.domain.task import Task
from r57desk.domain.text import one_line
from r57desk.errors import Language
from r57desk.services.history import HistoryEntry, field_label
from r57desk.services.importing import ImportResult
from r57desk.services.planning import ImportPlan
from r57desk.services.register import CheckReport
from r57desk.workbook.reading import Remark

TEXTS: dict[str, tuple[str, str]] = {
    "made": ("Đã lập sổ của {office}: {path}", "Register of {office} made: {path}"),
    "set": ("Đã ghi nhiệm vụ {task}: {fields}.", "Task {task} saved: {fields}."),
    "unchanged": ("Nhiệm vụ {task} không đổi.", "Task {task} is unchanged."),
    "requested": (
        "Cơ quan khác giữ các mục: {fields}. Chưa đổi; đã ghi thành đề nghị, chờ trả lời.",
        "Another office owns: {fields}. Not changed; kept as a request, waiting for an answer.",
    ),
    "waiting": (
        "Đã đề nghị đúng như vậy trước đó, đang chờ trả lời: {fields}. Không ghi thêm.",
        "The very same was asked for before and waits for an answer: {fields}. Nothing was added.",
    ),
    "deleted": (
        "Đã xoá nhiệm vụ {task}; hoàn tác bằng: r57desk undo",
        "Task {task} deleted; r57desk undo restores it",
    ),
    "requested_deletion": (
        "Nhiệm vụ {task} do cơ quan khác giao. Đã ghi thành đề nghị xoá, chờ trả lời.",
        "Task {task} was assigned by another office. The deletion is kept as a request.",
    ),
    "waiting_deletion": (
        "Đã đề nghị xoá nhiệm vụ {task} trước đó, đang chờ trả lời. Không ghi thêm.",
        "The deletion of task {task} was asked for before and waits for an answer. Nothing was added.",
    ),
    "undone": ("Đã hoàn tác: {label} ({rows} nhiệm vụ).", "Undone: {label} ({rows} tasks)."),
    "redone": ("Đã làm lại: {label} ({rows} nhiệm vụ).", "Redone: {label} ({rows} tasks)."),
    "exported": ("Đã xuất {rows} nhiệm vụ ra {path}", "{rows} tasks exported to {path}"),
    "printed": ("Đã in {pages} trang ra {path}", "{pages} pages printed to {path}"),
    "refused": ("{file}: từ chối", "{file}: refused"),
    "imported": (
        "{file} · trang “{sheet}”: {rows} dòng; mới {added}, thay đổi {changed}, không đổi {unchanged}, "
        "đề nghị {requests}, khác nhau {conflicts}, cần xem lại {quarantined}{number}",
        "{file} · sheet “{sheet}”: {rows} rows; new {added}, changed {changed}, unchanged {unchanged}, "
        "requests {requests}, differing {conflicts}, to review {quarantined}{number}",
    ),
    "conflict": (
        "  {sheet}!{cell}  {field}: khác nhau, giữ cả hai: trong sổ “{old}”, trong tệp “{new}”",
        "  {sheet}!{cell}  {field}: differs, both kept: register “{old}”, file “{new}”",
    ),
    "request": (
        "  {sheet}!{cell}  {field}: đề nghị, chờ trả lời: trong sổ “{old}”, trong tệp “{new}”",
        "  {sheet}!{cell}  {field}: a request, waiting: register “{old}”, file “{new}”",
    ),
    "kept_assigner": (
        "{count} nhiệm vụ đã có trong sổ do {assigners} giao: --from {office} không đổi cơ quan giao. Muốn đổi: "
        "hoàn tác lần nhập trước (r57desk undo SỐ) rồi nhập lại.",
        "{count} tasks are in the register already, assigned by {assigners}: --from {office} does not change that. "
        "To change it, undo the earlier import (r57desk undo NUMBER) and import again.",
    ),
    "import_number": (" · lần nhập số {id}", " · import no. {id}"),
    "preview": (" · xem trước, chưa ghi", " · preview, nothing written"),
    "differing": ("[khác nhau: {fields}]", "[differing: {fields}]"),
    "asked": ("[đề nghị: {fields}]", "[requested: {fields}]"),
    "listed": ("{count} nhiệm vụ, tính đến {as_of}", "{count} tasks, as of {as_of}"),
    "empty": ("(trống)", "(empty)"),
    "sound": (
        "Sổ nguyên vẹn: {tasks} nhiệm vụ, {deltas} lần ghi.",
        "The register is sound: {tasks} tasks, {deltas} writes.",
    ),
    "damaged": ("Sổ bị hỏng: {problems}", "The register is damaged: {problems}"),
    "backups": ("Bản sao lưu: {count}, mới nhất {newest}", "Backups: {count}, newest {newest}"),
    "no_backup": ("chưa có", "none yet"),
    "backup_due": ("Hôm nay chưa sao lưu.", "No backup was made today."),
}


def say(key: str, language: Language, **details: object) -> str:
    """One line for the user."""
    return TEXTS[key][0 if language == "vi" else 1].format(**details)


def print_json(value: object) -> None:
    """Indented UTF-8 JSON on standard output."""
    json.dump(value, sys.stdout, ensure_ascii=False, indent=2)
    print()


def _remark(note: Remark, language: Language) -> str:
    where = f"{note.sheet}!{note.cell}: " if note.cell else ""
    return f"{where}{note.reason(language)}"


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _iso(value: date | None) -> str | None:
    return value.isoformat() if value else None


def task_object(task: Task, as_of: date, warn_days: int) -> dict[str, Any]:
    """One task as JSON: the field codes, plus id, deadline, timeliness, conflicts and requests."""
    values: dict[str, Any] = {"id": task.id}
    for field in TASK_FIELDS:
        values[field.code] = getattr(task, field.code)
    values["percent"] = _number(task.percent)
    values["done_date"] = _iso(task.done_date)
    deadline = task.deadline
    values["deadline"] = {
        "text": deadline.text,
        "due": _iso(deadline.due),
        "precision": deadline.precision,
        "kind": deadline.kind,
        "operator": deadline.operator,
        "start": _iso(deadline.start),
        "doubts": list(deadline.doubts),
    }
    values["timeliness"] = timeliness_of(task, as_of, warn_days)
    values["conflicts"] = list(task.conflicts)
    values["requests"] = list(task.requests)
    values["sample"] = task.sample
    return values


def print_tasks(tasks: Sequence[Task], as_of: date, warn_days: int, language: Language) -> None:
    """One line a task: id, number, title, deadline, progress, state word, and what waits for a person."""
    for task in tasks:
        title = one_line(task.short_title or task.title)
        cells = (
            task.id[:8],
            f"{task.stt:>4}",
            f"{title[:59] + '…' if len(title) > 60 else title:<60}",
            f"{format_reading(task.deadline, language):<14}",
            f"{progress_label(task.progress, language):<15}",
            timeliness_word(task, as_of, language, warn_days),
            *_marks(task, language),
        )
        print("  ".join(cells).rstrip())
    print(say("listed", language, count=len(tasks), as_of=as_of.strftime("%d/%m/%Y")))


def _marks(task: Task, language: Language) -> Iterator[str]:
    for key, codes in (("differing", task.conflicts), ("asked", task.requests)):
        if codes:
            yield say(key, language, fields=", ".join(field_label(code, language) for code in codes))


def import_summary(plan: ImportPlan, result: ImportResult | None, language: Language) -> dict[str, Any]:
    """What `import --json` lists for one file."""
    counts = plan.counts
    return {
        "file": str(plan.file),
        "sheet": plan.sheet,
        "import_id": result.import_id if result else None,
        "rows": counts.rows,
        "added": counts.added,
        "changed": counts.changed,
        "unchanged": counts.unchanged,
        "requests": counts.requests,
        "conflicts": counts.conflicts,
        "quarantined": [
            {
                "sheet": item.sheet,
                "cell": item.cell,
                "field": item.field,
                "raw": item.raw,
                "reason": item.reason(language),
            }
            for item in plan.quarantined
        ],
        "differing": [
            {
                "row": row.row_id,
                "sheet": plan.sheet,
                "cell": cell.cell,
                "field": cell.field,
                "state": cell.state,
                "old": cell.old,
                "new": cell.new,
            }
            for row in plan.rows
            for cell in row.cells
            if cell.state != "changed"
        ],
        "kept_assigner": len(plan.kept_assigners),
        "notes": [*_kept_assigner(plan, language), *(_remark(note, language) for note in plan.notes)],
        "dry_run": result is None,
    }


def _kept_assigner(plan: ImportPlan, language: Language) -> Iterator[str]:
    """That the office named by --from assigns nothing it did not bring in itself; at most one sentence."""
    if plan.kept_assigners:
        assigners = ", ".join(sorted({office for offices in plan.kept_assigners for office in offices.split()}))
        count = len(plan.kept_assigners)
        yield say("kept_assigner", language, count=count, assigners=assigners, office=plan.office)


def print_import(result: dict[str, Any], language: Language) -> None:
    """The same, as text; refused files were already explained on standard error."""
    if "refused" in result:
        print(say("refused", language, file=result["file"]))
        return
    number = say("preview", language)
    if not result["dry_run"]:
        number = say("import_number", language, id=result["import_id"]) if result["import_id"] else ""
    counted = {**result, "quarantined": len(result["quarantined"]), "number": number}
    print(say("imported", language, **counted))
    for item in result["quarantined"]:
        print(
            f"  {item['sheet']}!{item['cell']}  {field_label(item['field'], language)}: “{item['raw']}”. {item['reason']}"
        )
    for item in result["differing"]:
        old, new = (one_line(value) if value else say("empty", language) for value in (item["old"], item["new"]))
        print(
            say(
                item["state"],
                language,
                **{**item, "field": field_label(item["field"], language), "old": old, "new": new},
            )
        )
    for note in result["notes"]:
        print(f"  {note}")


def history_object(entry: HistoryEntry) -> dict[str, Any]:
    """One history line as JSON."""
    return {
        "when": entry.when,
        "office": entry.office,
        "author": entry.author,
        "field": entry.field,
        "old": entry.old,
        "new": entry.new,
        "source": entry.source,
        "state": entry.state,
        "in_conflict": entry.in_conflict,
        "edit": entry.edit_id,
        "change": entry.change,
        "import_id": entry.import_id,
    }


def print_history(entries: Sequence[HistoryEntry], language: Language) -> None:
    """One line a field changed: when, office, field, old → new, source."""
    empty = say("empty", language)
    for entry in entries:
        old, new = (one_line(value) if value else empty for value in (entry.old, entry.new))
        source = f"  [{entry.source}]" if entry.source else ""
        state = f"  ({entry.state_word(language)})" if entry.state != "live" or entry.in_conflict else ""
        name = entry.label(language)
        print(f"{entry.when}  {entry.office}  {name}: {old} → {new}{source}{state}  {entry.edit_id[:8]}")


def check_object(report: CheckReport) -> dict[str, Any]:
    """The check as JSON."""
    return {
        "sound": report.sound,
        "problems": report.problems(),
        "tasks": report.tasks,
        "deltas": report.deltas,
        "backups": report.backups,
        "newest_backup": report.newest_backup or None,
        "backup_due": report.backup_due,
    }


def print_check(report: CheckReport, language: Language) -> None:
    """The check as text; damage goes to standard error."""
    if report.sound:
        print(say("sound", language, tasks=report.tasks, deltas=report.deltas))
    else:
        print(say("damaged", language, problems="; ".join(report.problems(language))), file=sys.stderr)
    newest = report.newest_backup or say("no_backup", language)
    print(say("backups", language, count=report.backups, newest=newest))
    if report.backup_due:
        print(say("backup_due", language))
