"""How results are written: JSON keyed by the field codes, or short Vietnamese or English text."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from r57desk.cli.texts import say
from r57desk.domain.deadline import format_reading
from r57desk.domain.fields import BY_CODE, TASK_FIELDS
from r57desk.domain.status import progress_label, timeliness_of, timeliness_word
from r57desk.domain.task import Task
from r57desk.domain.text import one_line
from r57desk.domain.values import format_value
from r57desk.errors import Language
from r57desk.merge.base_row import SHOWN_UNSET
from r57desk.merge.model import EXISTS
from r57desk.services.history import HistoryEntry, field_label
from r57desk.services.register import CheckReport

_LONGEST_TITLE = 60


def print_json(value: object) -> None:
    """Indented UTF-8 JSON on standard output."""
    json.dump(value, sys.stdout, ensure_ascii=False, indent=2)
    print()


def show_value(code: str, value: str | None, language: Language) -> str:
    """A canonical value of a field as people write it, on one line; whether a task stays is said in words."""
    if code == EXISTS:
        return say("exists_deleted" if value in ("0", None) else "exists_kept", language)
    value = value or SHOWN_UNSET.get(code)
    if not value:
        return say("empty", language)
    field = BY_CODE.get(code)
    return one_line(format_value(field.type, value, language) if field else value)


def cut_title(title: str) -> str:
    """The beginning of a title, on one line: enough to know it by in a list."""
    line = one_line(title)
    return line[: _LONGEST_TITLE - 1] + "…" if len(line) > _LONGEST_TITLE else line


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
        cells = (
            task.id[:8],
            f"{task.stt:>4}",
            f"{cut_title(task.short_title or task.title):<{_LONGEST_TITLE}}",
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
