"""One function a verb: reads the options, calls a service, prints what happened, returns the exit code."""

from __future__ import annotations

from pathlib import Path

from r57desk.cli import output
from r57desk.cli.opening import Options, as_of, open_desk, read_pairs, register_path
from r57desk.cli.texts import say
from r57desk.domain.fields import BY_CODE
from r57desk.domain.query import Query, parse_query
from r57desk.domain.text import one_line
from r57desk.errors import DeskError, Language
from r57desk.services.desk import Desk
from r57desk.services.history import field_label

_SHORTEST_EDIT = 6  # fewer digits are the number of an import


def _query(options: Options) -> Query:
    return parse_query(options.where)


def _fields(texts: list[str]) -> dict[str, str]:
    values = read_pairs(texts, "FIELD=VALUE")
    for name in values:
        if name not in BY_CODE:
            raise DeskError("field_unknown", field=name, fields=", ".join(BY_CODE))
    return values


def run_init(options: Options, language: Language) -> int:
    """Make a new register."""
    path = register_path(options)
    desk = Desk.create(path, options.office, options.name)
    try:
        if options.samples:
            desk.register.load_samples()
        print(say("made", language, office=f"{desk.office} {desk.office_name}".strip(), path=path))
    finally:
        desk.close()
    return 0


def run_tasks(options: Options, language: Language) -> int:
    """List tasks."""
    with open_desk(options, write=False) as desk:
        day = as_of(options, desk)
        tasks = desk.tasks.find(_query(options), day)
        if options.json:
            output.print_json([output.task_object(task, day, desk.warn_days) for task in tasks])
        else:
            output.print_tasks(tasks, day, desk.warn_days, language)
    return 0


def run_add(options: Options, language: Language) -> int:
    """Create one task and print its id."""
    with open_desk(options, write=True) as desk:
        changes = desk.tasks.create(_fields(options.values))
        (row,) = changes.rows
        print(row)
    return 0


def run_set(options: Options, language: Language) -> int:
    """Change fields of one task."""
    values = _fields(options.values)
    with open_desk(options, write=True) as desk:
        task = desk.tasks.get(options.task)
        changes = desk.tasks.set_fields([task.id], values)
        for key, codes in (("set", changes.written), ("requested", changes.requests), ("waiting", changes.waiting)):
            if codes:
                fields = ", ".join(field_label(code, language) for code in codes)
                print(say(key, language, task=task.id, fields=fields))
        if not changes and not changes.waiting:
            print(say("unchanged", language, task=task.id))
    return 0


def run_delete(options: Options, language: Language) -> int:
    """Delete one task; undo brings it back."""
    with open_desk(options, write=True) as desk:
        task = desk.tasks.get(options.task)
        changes = desk.tasks.delete([task.id])
        key = "requested_deletion" if changes.requests else "waiting_deletion" if changes.waiting else "deleted"
        print(say(key, language, task=task.id))
    return 0


def run_history(options: Options, language: Language) -> int:
    """Everything that happened to one task, oldest first."""
    with open_desk(options, write=False) as desk:
        entries = desk.tasks.history(desk.tasks.resolve(options.task))
        if options.json:
            output.print_json([output.history_object(entry) for entry in entries])
        else:
            output.print_history(entries, language)
    return 0


def run_undo(options: Options, language: Language) -> int:
    """Undo the newest change, one import, or the change an edit belongs to."""
    with open_desk(options, write=True) as desk:
        if options.target and options.target.isdecimal() and len(options.target) < _SHORTEST_EDIT:
            return _undo_import(desk, int(options.target), language)
        changes = desk.undo.undo_target(options.target) if options.target else desk.undo.undo()
        if changes is None:
            raise DeskError("nothing_to_undo")
        print(say("undone", language, label=changes.label, rows=len(changes.rows)))
    return 0


def _undo_import(desk: Desk, number: int, language: Language) -> int:
    """Undo an import; what stays and who was sent it already is listed."""
    done = desk.undo.undo_import(number)
    print(say("undone", language, label=done.changes.label, rows=len(done.changes.rows)))
    for row in done.kept:
        task = " ".join(part for part in (row.row_id, row.stt, one_line(row.title)) if part)
        print(say("hidden_row" if row.hidden else "kept_row", language, task=task))
    if done.sent_to:
        offices = ", ".join(f"{desk.register.find_office_name(code)} ({code})" for code in done.sent_to)
        print(say("sent_on", language, offices=offices))
    return 0


def run_redo(options: Options, language: Language) -> int:
    """Redo what was undone last."""
    with open_desk(options, write=True) as desk:
        changes = desk.undo.redo()
        if changes is None:
            raise DeskError("nothing_to_redo")
        print(say("redone", language, label=changes.label, rows=len(changes.rows)))
    return 0


def run_print(options: Options, language: Language) -> int:
    """Write a PDF."""
    with open_desk(options, write=False) as desk:
        pages = desk.printing.write_pdf(Path(options.out), options.kind, _query(options), as_of(options, desk))
        print(say("printed", language, pages=pages, path=options.out))
    return 0


def run_check(options: Options, language: Language) -> int:
    """Integrity, fold equality, backups; 2 when damage is found."""
    with open_desk(options, write=False) as desk:
        report = desk.register.check()
    if options.json:
        output.print_json(output.check_object(report))
    else:
        output.print_check(report, language)
    return 0 if report.sound else 2
