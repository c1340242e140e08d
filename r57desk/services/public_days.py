"""The register of public days: days off, and weekend days worked instead."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from r57desk.domain.ids import natural_row_id
from r57desk.domain.workdays import DayType, PublicDay
from r57desk.merge.compose import create_row, delete_row, restore_row, write_fields
from r57desk.merge.delta import make_delta, new_nonce
from r57desk.merge.model import Edit
from r57desk.services import clock
from r57desk.services.changes import Changes
from r57desk.store import edit_log, registers, rows

if TYPE_CHECKING:
    from r57desk.services.desk import Desk


def find_public_days(desk: Desk) -> list[PublicDay]:
    """Days off and make-up days, in order."""
    found = registers.find_register(desk.reader, "public_day")
    days = [PublicDay(date.fromisoformat(v["date"]), _day_type(v), v["name"]) for _, v in found if v["date"]]
    return sorted(days, key=lambda day: day.date)


def set_public_day(desk: Desk, day: PublicDay) -> Changes:
    """Write a day off or make-up day, new or changed; moves no deadline."""
    values = {"date": day.date.isoformat(), "type": day.type, "name": day.name}
    state = rows.get_state(desk.writer, _day_row(day.date))
    if state.exists:
        edits = [write_fields(state, values, nonce=new_nonce())]
    elif state.cells:
        edits = [restore_row(state, nonce=new_nonce()), write_fields(state, values, nonce=new_nonce())]
    else:
        edits = [create_row(_day_row(day.date), values, kind="public_day", nonce=new_nonce())]
    return _append(desk, [edit for edit in edits if edit], f"{day.date:%d/%m/%Y}")


def remove_public_day(desk: Desk, day: date) -> Changes:
    """Make a day an ordinary one again."""
    state = rows.get_state(desk.writer, _day_row(day))
    return _append(desk, [delete_row(state, nonce=new_nonce())] if state.exists else [], f"{day:%d/%m/%Y}")


def _append(desk: Desk, edits: list[Edit], label: str) -> Changes:
    if not edits:
        return Changes("edit")
    delta = make_delta(desk.office, edits, author=desk.author, claimed_time=clock.now(), nonce=new_nonce())
    done = edit_log.append(desk.writer, [delta], kind="edit", label=label, at=clock.now())
    desk.forget()
    return Changes("edit", done.rows, label, done.change, everything=True)


def _day_row(day: date) -> str:
    return natural_row_id("public_day", "", day.isoformat(), "")


def _day_type(values: Mapping[str, str]) -> DayType:
    return "lam_bu" if values["type"] == "lam_bu" else "nghi"
