"""Our side of an exchange by workbook: a packet goes out, comes back filled in, and is merged with what we wrote meanwhile.

    python exchange.py build REGISTER FOLDER      a packet of everything in a copy of the register, and its return
    python exchange.py plan FOLDER                read the return and plan it, as the preview does
    python exchange.py merge FOLDER               merge the tables of the return with the log, in memory
    python exchange.py growth FOLDER              how packets grow by edits, and shrink when they are acknowledged

FOLDER also gets parent.json, local.json and remote.json: the same three tables for those who merge tables.
Each prints one line of JSON, in seconds and KB.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
import time
import zlib
from pathlib import Path

from openpyxl import load_workbook
from sample_rows import sample_rows

from r57desk.domain.query import parse_query
from r57desk.merge.alignment import align
from r57desk.merge.base_row import BaseRow
from r57desk.merge.delta import make_delta, make_edit
from r57desk.merge.fold import fold_row
from r57desk.merge.force import Held
from r57desk.merge.grid_rows import Line
from r57desk.merge.model import EXECUTORS, EXISTS, Edit
from r57desk.services.clock import now
from r57desk.services.desk import Desk
from r57desk.store import edit_log
from r57desk.workbook.reader import read_workbook

OFFICE, PARTNER, NAME = "01", "01.SKHCN", "Sở Khoa học và Công nghệ"
EACH = 1_000  # edits by hand in the file, and as many in the register
BOTH = 100  # of them in the same cells
STEP = 7  # every so many rows one is edited
COLUMNS = ("stt", "title", "lead", "coop", "deliverable", "deadline_text", "progress", "percent", "result_now")


def build(register: Path, folder: Path) -> dict[str, float]:
    """A register that has sent all its tasks and gone on working, and the file that comes back meanwhile."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    shutil.copyfile(register, folder / "office.db")
    desk = Desk.open(folder / "office.db")
    ids = [task.id for task in desk.tasks.find()]
    grants = [make_edit(row, {EXECUTORS: desk.office}) for row in ids]  # both offices carry the tasks out
    edit_log.append(desk.writer, [make_delta(desk.office, grants)], kind="edit", label="grant", at=now())
    packet = folder / "packet.xlsx"
    desk.exports.export(packet, to=PARTNER, to_name=NAME)
    _write_table(folder / "parent.json", desk)
    theirs = dict(zip(ids[::STEP][:EACH], range(EACH), strict=True))
    ours = [*list(theirs)[:BOTH], *ids[3::STEP][: EACH - BOTH]]
    _fill_in(packet, folder / "return.xlsx", theirs)
    _write_table(folder / "remote.json", desk, theirs)
    for part in range(10):
        rows = ours[part::10]
        desk.tasks.set_fields(rows, {"result_now": f"Đã họp lần {part}, đang hoàn thiện."})
    _write_table(folder / "local.json", desk)
    desk.close()
    return {"rows": len(ids), "edits": len(theirs) + len(ours)}


def _write_table(path: Path, desk: Desk, answers: dict[str, int] | None = None) -> None:
    """The columns a person would compare, the row's id first."""
    rows = [["id", *COLUMNS]]
    for task in desk.tasks.find():
        values = [str(getattr(task, code) or "") for code in COLUMNS]
        if answers and task.id in answers:
            values[-1] = _answer(answers[task.id])
        rows.append([task.id, *values])
    path.write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")


def _answer(number: int) -> str:
    return f"Đã trình lần {number}, chờ ý kiến."


def _fill_in(packet: Path, target: Path, answers: dict[str, int]) -> None:
    """The packet as a person returns it who typed in the column of results."""
    reading = read_workbook(packet)
    column = next(one.letter for one in reading.columns if one.field == "result_now")
    book = load_workbook(packet)
    sheet = book[reading.sheet]
    for row in reading.rows:
        if row.id in answers:
            sheet[f"{column}{row.sheet_row}"] = _answer(answers[row.id])
    book.save(target)


def plan(folder: Path) -> dict[str, float]:
    """Reading and planning the return, from the file to the preview."""
    desk = Desk.open(folder / "office.db")
    started = time.perf_counter()
    reading = desk.imports.read(folder / "return.xlsx")
    read = time.perf_counter() - started
    made = desk.imports.plan(reading)
    seconds = time.perf_counter() - started
    desk.close()
    found = sum(len(row.cells) for row in made.rows)
    assert found == EACH, found
    return {"plan": seconds, "read": read, "cells": found}


def merge(folder: Path) -> dict[str, float]:
    """A returned table merged with what we wrote meanwhile, in memory: lines placed, edits told, rows folded.

    What was sent and the edits made since are given, as the log has them; of theirs there is only the table.
    """
    tables = {
        name: json.loads((folder / f"{name}.json").read_text("utf-8")) for name in ("parent", "local", "remote")
    }
    (_, *fields), *parent = tables["parent"]
    base, log, touched = {}, {}, set()
    ours, partner = frozenset([OFFICE]), frozenset([PARTNER])
    for (row, *values), (_, *now_ours) in zip(parent, tables["local"][1:], strict=True):
        said = dict(zip(fields, values, strict=True))
        creating = make_edit(
            row, {EXISTS: "1", EXECUTORS: OFFICE, **{code: value or None for code, value in said.items()}}
        )
        base[row] = BaseRow(
            {code: value for code, value in said.items() if value}, dict.fromkeys(said, (creating.id,))
        )
        since = {code: new for code, new in zip(fields, now_ours, strict=True) if new != said[code]}
        edits = [creating, make_edit(row, {EXECUTORS: PARTNER})]
        edits += [make_edit(row, {code: new}, {code: (creating.id,)}) for code, new in since.items()]
        log[row] = [Held(edit, ours, ours) for edit in edits]
        touched |= {row} if since else set()
    lines = [Line(row, values) for row, *values in tables["remote"][1:]]

    started = time.perf_counter()
    theirs: dict[str, list[Edit]] = {}
    blank = [""] * len(fields)
    for line, place in zip(lines, align(lines, fields, base).placed, strict=True):
        sent = base[place.row]
        said = sent.values
        if line.values == [*map(said.get, fields, blank)]:
            continue
        for code, value in zip(fields, line.values, strict=True):
            if value and value != said.get(code, ""):
                edit = make_edit(place.row, {code: value}, {code: sent.live[code]}, packet="P")
                theirs.setdefault(place.row, []).append(edit)
    differing = 0
    for row in touched.union(theirs):
        held = log[row] + [Held(edit, partner, partner) for edit in theirs.get(row, ())]
        differing += len(fold_row(row, held).conflicts)
    seconds = time.perf_counter() - started
    return {"merge": seconds, "conflicts": differing, "edits": sum(map(len, theirs.values()))}


def growth(folder: Path) -> dict[str, float]:
    """Sizes of packets: with nothing new, with edits, and once the partner has said that it holds them."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        shutil.copyfile(folder / "office.db", place / "office.db")
        desk, partner = Desk.open(place / "office.db"), Desk.create(place / "partner.db", PARTNER, NAME)
        one = parse_query("nv-000001")

        def send(sender: Desk, to: str) -> Path:
            path = place / "sent.xlsx"
            path.unlink(missing_ok=True)
            sender.exports.export(path, one, to=to)
            return path

        def take(receiver: Desk, path: Path) -> None:
            receiver.imports.apply(receiver.imports.plan(receiver.imports.read(path)))

        take(partner, send(desk, PARTNER))
        take(desk, send(partner, desk.office))  # says what it holds
        before = send(desk, PARTNER).stat().st_size
        ids = [task.id for task in desk.tasks.find()][: 2 * EACH]
        words = [f"{row[2][:80]}: {row[12]}".rstrip(" :,;\n") for row in sample_rows(len(ids))]
        edits = [make_edit(row, {"deliverable": said}) for row, said in zip(ids, words, strict=True)]
        deltas = [make_delta(desk.office, [edit]) for edit in edits]  # as they come when typed one by one
        edit_log.append(desk.writer, deltas, kind="edit", label="growth", at=now())
        path = send(desk, PARTNER)
        after = path.stat().st_size
        take(partner, path)
        take(desk, send(partner, desk.office))
        shrunk = send(desk, PARTNER).stat().st_size
        desk.close()
        partner.close()
    said = "\n".join(json.dumps({"row": edit.row, "fields": dict(edit.fields)}, ensure_ascii=False) for edit in edits)
    zipped = len(zlib.compress(said.encode(), 9))
    return {
        "edit": (after - before) / len(edits) / 1024,
        "plain": zipped / len(edits) / 1024,
        "before": before / 1024,
        "after": after / 1024,
        "shrunk": shrunk / 1024,
    }


MEASURES = {"build": build, "plan": plan, "merge": merge, "growth": growth}

if __name__ == "__main__":
    _, name, *arguments = sys.argv
    print(json.dumps(MEASURES[name](*map(Path, arguments))))
