"""`import`: each file in a transaction of its own; everything that needs a person is listed."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from r57desk.cli import output
from r57desk.cli.opening import Options, open_desk, read_pairs
from r57desk.cli.texts import say
from r57desk.domain.text import one_line
from r57desk.errors import DeskError, Language
from r57desk.services.desk import Desk
from r57desk.services.history import field_label
from r57desk.services.import_plan import ImportPlan
from r57desk.services.importing import ImportResult
from r57desk.services.packets import CarriedRow
from r57desk.services.sources import describe_packet
from r57desk.workbook.reading import Remark

Summary = dict[str, Any]


def run_import(options: Options, language: Language) -> int:
    """Import each file; 1 when something in them waits for a person."""
    mapping = _mapping(options)
    base = _base_import(options)
    results: list[Summary] = []
    with open_desk(options, write=not options.dry_run) as desk:
        for name in options.files:
            try:
                results.append(_import_one(desk, Path(name), options, mapping, base, language))
            except DeskError as error:
                print(error.sentence(language), file=sys.stderr)
                results.append({"file": name, "refused": error.sentence(language)})
    if options.json:
        output.print_json(results)
    else:
        for result in results:
            print_import(result, language)
    return _code(results)


def _mapping(options: Options) -> dict[str, str] | None:
    """What is said of the columns; None when that is left to what was said before."""
    if options.map and options.forget_map:
        raise DeskError("options_exclude", first="--map", second="--forget-map")
    return read_pairs(options.map, "--map") if options.map else {} if options.forget_map else None


def _base_import(options: Options) -> int | None:
    if options.base is None:
        return None
    if options.packet:
        raise DeskError("options_exclude", first="--packet", second="--base")
    if not options.base.isdecimal():
        raise DeskError("import_not_found", id=options.base)
    return int(options.base)


def _import_one(
    desk: Desk, path: Path, options: Options, mapping: dict[str, str] | None, base: int | None, language: Language
) -> Summary:
    reading = desk.imports.read(path, sheet=options.sheet, mapping=mapping, decode_legacy=not options.as_is)
    plan = desk.imports.plan(
        reading,
        from_office=options.from_office,
        packet=options.packet,
        base_import=base,
        realign=options.realign,
        replaces_earlier=options.replaces_earlier,
    )
    earlier = desk.imports.find_earlier(reading)
    result = None if options.dry_run else desk.imports.apply(plan)
    summary = import_summary(plan, result, language)
    if earlier and not (result and result.import_id):
        summary["notes"].append(say("imported_before", language, day=_day(earlier.at), id=earlier.id))
    return summary


def _code(results: Sequence[Summary]) -> int:
    refused = sum("refused" in result for result in results)
    if refused == len(results):
        return 2
    waits = ("quarantined", "conflicts", "review")
    return 1 if refused or any(result.get(key) for result in results for key in waits) else 0


# -- as JSON -------------------------------------------------------------------------------------


def import_summary(plan: ImportPlan, result: ImportResult | None, language: Language) -> Summary:
    """What `import --json` lists for one file; conflicts and requests count those of the packet's own changes too."""
    counts, answer = plan.counts, plan.answer
    carried = list(_carried_objects(plan.carried.rows)) if plan.carried else []
    states = Counter(item["state"] for item in carried)
    return {
        "file": str(plan.file),
        "sheet": plan.sheet,
        "office": plan.office,
        "packet": plan.packet,
        "import_id": result.import_id if result else None,
        "rows": counts.rows,
        "added": counts.added,
        "changed": counts.changed,
        "unchanged": counts.unchanged,
        "requests": counts.requests + states["request"],
        "conflicts": counts.conflicts + states["conflict"],
        "review": counts.review,
        "missing": [{"row": row.row_id, "stt": row.stt, "title": row.title} for row in plan.missing],
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
        "differing": list(_differing(plan)),
        "carried": carried,
        "realign": sorted(set(answer.realign.rows.values())) if answer and answer.realign else [],
        "realigned": bool(answer and answer.realigned),
        "returned": [
            {
                "row": cell.row,
                "field": cell.field,
                "state": cell.verdict,
                "value": cell.incoming,
                "earlier": [one.value for one in cell.said],
            }
            for cell in (answer.returned if answer else ())
        ],
        "kept_assigner": len(plan.kept_assigners),
        "mapping": plan.reading.mapping,
        "remembered": plan.reading.remembered,
        "decoded": plan.reading.decoded,
        "legacy": [{**one._asdict(), "samples": [s._asdict() for s in one.samples]} for one in plan.reading.legacy],
        "notes": [*_notes(plan, language), *(_remark(note, language) for note in plan.notes)],
        "dry_run": result is None,
    }


def _differing(plan: ImportPlan) -> Iterator[Summary]:
    """The cells of the sheet that were not simply taken over, and new rows left out."""
    for row in plan.rows:
        if row.review and row.kind == "new":
            values = plan.values_of(row)
            cell = plan.reading.cell_of(row.line, "title") or str(row.line.sheet_row)
            yield _edit_object(plan, row.row_id, "", cell, "review", None, values.get("title"), "")
        for one in row.cells:
            if one.state not in ("changed", "unchanged"):
                yield _edit_object(plan, row.row_id, one.field, one.cell, one.state, one.old, one.new, one.edit.id)


def _edit_object(
    plan: ImportPlan, row: str, field: str, cell: str, state: str, old: str | None, new: str | None, edit: str
) -> Summary:
    return {
        "row": row,
        "sheet": plan.sheet,
        "cell": cell,
        "field": field,
        "state": state,
        "old": old,
        "new": new,
        "office": plan.office,
        "packet": plan.packet,
        "edit": edit,
    }


def _carried_objects(rows: Sequence[CarriedRow]) -> Iterator[Summary]:
    for row in rows:
        for one in row.preview.differences:
            yield {
                "row": row.row_id,
                "kind": row.kind,
                "stt": row.stt,
                "title": row.title,
                "field": one.field,
                "state": one.state,
                "old": one.old,
                "new": one.new,
                "offices": list(one.offices),
                "edits": list(one.edits),
            }


# -- in words ------------------------------------------------------------------------------------


def _notes(plan: ImportPlan, language: Language) -> Iterator[str]:
    """What else a person should know of the file, and the option that would decide it."""
    if plan.kept_assigners:
        assigners = ", ".join(sorted({office for offices in plan.kept_assigners for office in offices.split()}))
        count = len(plan.kept_assigners)
        yield say("kept_assigner", language, count=count, assigners=assigners, office=plan.office)
    for one in plan.reading.legacy:
        fonts = ", ".join(one.fonts)
        if plan.reading.decoded and one.samples:
            cell, old, new, _ = min(one.samples, key=lambda sample: (sample.doubtful, len(sample.old)))
            yield say("legacy", language, fonts=fonts, cells=one.cells, cell=cell, old=old, new=new)
        else:
            yield say("legacy_kept", language, fonts=fonts, cells=one.cells)
    if plan.reading.remembered:
        yield say("remembered", language, columns=_matched(plan.reading.mapping, language))
    if plan.counts.review:
        yield say("review_how", language, count=plan.counts.review)
    yield from _packet_notes(plan, language)
    if plan.missing:
        yield say("not_in_file", language, count=len(plan.missing))
    yield from _answer_notes(plan, language)


def _matched(mapping: Mapping[str, str], language: Language) -> str:
    """“Kết quả”: Sản phẩm; “Cột phụ”: left out."""
    left_out = say("left_out", language)
    return "; ".join(
        f"“{one_line(header)}”: {field_label(code, language) if code else left_out}"
        for header, code in mapping.items()
    )


def _packet_notes(plan: ImportPlan, language: Language) -> Iterator[str]:
    carried = plan.carried
    if carried is None:
        return
    if carried.earlier and carried.is_empty:
        yield say("packet_before", language, day=_day(carried.earlier.at))
    if carried.newer:
        packet = describe_packet(carried.newer.number, language)
        yield say("older_packet", language, packet=packet, day=_day(carried.newer.at))
    if carried.packet.office != plan.office and carried.packet.since and not carried.acknowledges:
        yield say("after_gap", language)


def _answer_notes(plan: ImportPlan, language: Language) -> Iterator[str]:
    answer = plan.answer
    if answer is None:
        return
    if answer.realign and not answer.realigned:
        yield say("realign", language, count=len(answer.realign.rows))
    for like in answer.suggestions:
        title = next((value for value in plan.reading.values_of(like.line).values() if value), "")
        task = f"{like.row.row_id} {like.row.stt} {one_line(like.row.title)}"
        yield say("suggestion", language, line=like.line.sheet_row, title=one_line(title), task=task)
    if answer.earlier and not (plan.rows or answer.returned) and answer.earlier[0].import_id:
        yield say("answered_before", language, day=_day(answer.earlier[0].at), id=answer.earlier[0].import_id)
    if answer.returned and not answer.replaces:
        beside = sum(cell.verdict == "sibling" for cell in answer.returned)
        files = ", ".join(f"{one.file_name} ({_day(one.at)})" for one in answer.earlier if one.file_name) or "…"
        yield say("returned", language, files=files, count=beside)
        for cell in answer.returned:
            if cell.verdict == "back":
                field = field_label(cell.field, language)
                yield say("withdrawn", language, task=cell.row, field=field, value=cell.said[0].value or "")


def _remark(note: Remark, language: Language) -> str:
    where = f"{note.sheet}!{note.cell}: " if note.cell else ""
    return f"{where}{note.reason(language)}"


def _day(at: str) -> str:
    return "/".join(reversed(at[:10].split("-")))


def print_import(result: Summary, language: Language) -> None:
    """The summary as text; refused files were already explained on standard error."""
    if "refused" in result:
        print(say("refused", language, file=result["file"]))
        return
    number = say("preview", language)
    if not result["dry_run"]:
        number = say("import_number", language, id=result["import_id"]) if result["import_id"] else ""
    counted = {**result, "quarantined": len(result["quarantined"]) + result["review"], "number": number}
    print(say("imported", language, **counted))
    for item in result["quarantined"]:
        label = field_label(item["field"], language)
        print(f"  {item['sheet']}!{item['cell']}  {label}: “{item['raw']}”. {item['reason']}")
    for item in result["differing"]:
        key = "review_row" if item["state"] == "review" and not item["field"] else item["state"]
        print(say(key, language, **{**item, **_shown(item, language)}))
    if result["carried"]:
        print(say("carried", language, count=len({item["row"] for item in result["carried"]})))
    for item in result["carried"]:
        if item["state"] in ("conflict", "request"):
            task, offices = f"{item['row']} {item['stt']}".strip(), ", ".join(item["offices"])
            told = {**item, **_shown(item, language), "task": task, "offices": offices}
            print(say(f"carried_{item['state']}", language, **told))
    for note in result["notes"]:
        print(f"  {note}" if not note.startswith(" ") else note)


def _shown(item: Summary, language: Language) -> dict[str, str]:
    code = item["field"]
    old, new = (output.show_value(code, item[key], language) for key in ("old", "new"))
    return {"field": field_label(code, language), "old": old, "new": new}
