"""One function a verb: reads the options, calls a service, prints what happened, returns the exit code."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from r57desk import paths
from r57desk.cli import output
from r57desk.domain.fields import BY_CODE
from r57desk.domain.query import Query, parse_query
from r57desk.errors import DeskError, Language
from r57desk.services.desk import Desk
from r57desk.services.history import field_label

Options = argparse.Namespace


def _path(options: Options) -> Path:
    return Path(options.db) if options.db else paths.default_database()


@contextmanager
def _desk(options: Options, *, write: bool) -> Iterator[Desk]:
    desk = Desk.open(_path(options), read_only=not write)
    try:
        yield desk
    finally:
        desk.close()


def _query(options: Options) -> Query:
    return parse_query(options.where)


def _as_of(options: Options, desk: Desk) -> date:
    if options.as_of is None:
        return desk.today()
    try:
        return date.fromisoformat(options.as_of)
    except ValueError as error:
        raise DeskError("option_not_a_date", option="--as-of", value=options.as_of) from error


def _pairs(texts: Sequence[str], option: str) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for text in texts:
        name, sign, value = text.partition("=")
        if not sign or not name.strip():
            raise DeskError("option_needs_equals", option=option, value=text)
        if name.strip() in pairs:
            raise DeskError("option_twice", option=option, value=name.strip())
        pairs[name.strip()] = value
    return pairs


def _fields(texts: Sequence[str]) -> dict[str, str]:
    values = _pairs(texts, "FIELD=VALUE")
    for name in values:
        if name not in BY_CODE:
            raise DeskError("field_unknown", field=name, fields=", ".join(BY_CODE))
    return values


def run_init(options: Options, language: Language) -> int:
    """Make a new register."""
    path = _path(options)
    desk = Desk.create(path, options.office, options.name)
    try:
        if options.samples:
            desk.register.load_samples()
        print(output.say("made", language, office=f"{desk.office} {desk.office_name}".strip(), path=path))
    finally:
        desk.close()
    return 0


def run_import(options: Options, language: Language) -> int:
    """Import each file in a transaction of its own."""
    mapping = _pairs(options.map, "--map")
    results: list[dict[str, Any]] = []
    with _desk(options, write=not options.dry_run) as desk:
        for name in options.files:
            try:
                results.append(_import_one(desk, Path(name), options, mapping, language))
            except DeskError as error:
                print(error.sentence(language), file=sys.stderr)
                results.append({"file": name, "refused": error.sentence(language)})
    if options.json:
        output.print_json(results)
    else:
        for result in results:
            output.print_import(result, language)
    return _import_code(results)


def _import_one(
    desk: Desk, path: Path, options: Options, mapping: dict[str, str], language: Language
) -> dict[str, Any]:
    reading = desk.imports.read(path, sheet=options.sheet, mapping=mapping)
    plan = desk.imports.plan(reading, from_office=options.from_office)
    result = None if options.dry_run else desk.imports.apply(plan)
    return output.import_summary(plan, result, language)


def _import_code(results: Sequence[dict[str, Any]]) -> int:
    refused = sum("refused" in result for result in results)
    if refused == len(results):
        return 2
    trouble = any(result.get("quarantined") or result.get("conflicts") for result in results)
    return 1 if refused or trouble else 0


def run_tasks(options: Options, language: Language) -> int:
    """List tasks."""
    with _desk(options, write=False) as desk:
        as_of = _as_of(options, desk)
        tasks = desk.tasks.find(_query(options), as_of)
        if options.json:
            output.print_json([output.task_object(task, as_of, desk.warn_days) for task in tasks])
        else:
            output.print_tasks(tasks, as_of, desk.warn_days, language)
    return 0


def run_add(options: Options, language: Language) -> int:
    """Create one task and print its id."""
    with _desk(options, write=True) as desk:
        changes = desk.tasks.create(_fields(options.values))
        (row,) = changes.rows
        print(row)
    return 0


def run_set(options: Options, language: Language) -> int:
    """Change fields of one task."""
    values = _fields(options.values)
    with _desk(options, write=True) as desk:
        task = desk.tasks.get(options.task)
        changes = desk.tasks.set_fields([task.id], values)
        for key, codes in (("set", changes.written), ("requested", changes.requests), ("waiting", changes.waiting)):
            if codes:
                fields = ", ".join(field_label(code, language) for code in codes)
                print(output.say(key, language, task=task.id, fields=fields))
        if not changes and not changes.waiting:
            print(output.say("unchanged", language, task=task.id))
    return 0


def run_delete(options: Options, language: Language) -> int:
    """Delete one task; undo brings it back."""
    with _desk(options, write=True) as desk:
        task = desk.tasks.get(options.task)
        changes = desk.tasks.delete([task.id])
        key = "requested_deletion" if changes.requests else "waiting_deletion" if changes.waiting else "deleted"
        print(output.say(key, language, task=task.id))
    return 0


def run_history(options: Options, language: Language) -> int:
    """Everything that happened to one task, oldest first."""
    with _desk(options, write=False) as desk:
        entries = desk.tasks.history(desk.tasks.resolve(options.task))
        if options.json:
            output.print_json([output.history_object(entry) for entry in entries])
        else:
            output.print_history(entries, language)
    return 0


def run_undo(options: Options, language: Language) -> int:
    """Undo the newest change, one import, or the change an edit belongs to."""
    with _desk(options, write=True) as desk:
        changes = desk.undo.undo_target(options.target) if options.target else desk.undo.undo()
        if changes is None:
            raise DeskError("nothing_to_undo")
        print(output.say("undone", language, label=changes.label, rows=len(changes.rows)))
    return 0


def run_redo(options: Options, language: Language) -> int:
    """Redo what was undone last."""
    with _desk(options, write=True) as desk:
        changes = desk.undo.redo()
        if changes is None:
            raise DeskError("nothing_to_redo")
        print(output.say("redone", language, label=changes.label, rows=len(changes.rows)))
    return 0


def run_export(options: Options, language: Language) -> int:
    """Write the task workbook."""
    with _desk(options, write=True) as desk:
        result = desk.exports.export(Path(options.out), _query(options), _as_of(options, desk))
        print(output.say("exported", language, rows=result.rows, path=result.path))
    return 0


def run_print(options: Options, language: Language) -> int:
    """Write a PDF."""
    with _desk(options, write=False) as desk:
        pages = desk.printing.write_pdf(Path(options.out), options.kind, _query(options), _as_of(options, desk))
        print(output.say("printed", language, pages=pages, path=options.out))
    return 0


def run_check(options: Options, language: Language) -> int:
    """Integrity, fold equality, backups; 2 when damage is found."""
    with _desk(options, write=False) as desk:
        report = desk.register.check()
    if options.json:
        output.print_json(output.check_object(report))
    else:
        output.print_check(report, language)
    return 0 if report.sound else 2
