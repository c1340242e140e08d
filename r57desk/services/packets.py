"""Packets between offices, without files: what we send a partner, and what one of theirs would change here.

    packet = compose_packet(desk, "01.SYT")          grants the rows, then notes what was sent
    taken = take_packet(desk, packet)                everything in it at once, as one change

A packet carries what its receiver has not said to hold, whoever wrote it; so a lost one heals with the next, and what a
restored register lost comes back to it. What the packet's deltas write is decided by the fold alone: outside the
authority of an office, it is a request.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from r57desk.domain.fields import LOCAL_FIELDS, TASK_FIELDS
from r57desk.domain.ids import natural_row_id, random_row_id
from r57desk.domain.office import parse_code
from r57desk.domain.query import EVERYTHING, Query
from r57desk.errors import DeskError
from r57desk.merge.base_row import BaseRow, read_base
from r57desk.merge.compose import create_row, grant, write_fields
from r57desk.merge.delta import make_delta, new_nonce
from r57desk.merge.fold import RowState
from r57desk.merge.model import EXECUTORS, Delta, Edit
from r57desk.merge.packet import Packet, PacketKind
from r57desk.merge.preview import RowPreview, preview
from r57desk.services import clock, lists
from r57desk.services.changes import Changes
from r57desk.services.query_words import describe
from r57desk.store import changes, edit_log, packets, registers, rows
from r57desk.store.database import Database
from r57desk.store.forecast import Forecast, forecast
from r57desk.store.packets import ReceivedPacket

if TYPE_CHECKING:
    from r57desk.services.desk import Desk

COLUMNS: tuple[str, ...] = tuple(one.code for one in TASK_FIELDS if one.owner != "L")
"""The fields a packet's rows are sent with: all that travel."""

BLANKS = 15
_MOST_NUMBER = 10**9
_LOCAL = frozenset[str]().union(*LOCAL_FIELDS.values())


# -- sending -------------------------------------------------------------------------------------


def compose_packet(
    desk: Desk,
    to: str,
    query: Query = EVERYTHING,
    as_of: date | None = None,
    *,
    to_name: str = "",
    file: Path | None = None,
    kind: PacketKind = "tasks",
    blanks: int = BLANKS,
) -> Packet:
    """The packet for an office (its code or name) with the tasks of a query, noted as sent in the same transaction.

    `file` is where it will be written.

    The office may execute these tasks from now on, where it is ours to say so. An office that is not in the register
    of units yet is put there, under `to_name`. DeskError `packet_to_self`, or what `get_office_code` says.
    """
    code, db = parse_code(to) or desk.register.get_office_code(to), desk.writer
    if code == desk.office:
        raise DeskError("packet_to_self", office=code)
    with db.transaction():
        register_office(desk, code, to_name)
        ids = lists.read_ids(db, query, (), as_of or desk.today(), desk.warn_days).ids if kind == "tasks" else ()
        sent = rows.find_tasks(db, ids)
        states = rows.find_states(db, sent)
        states |= rows.find_states(db, _grant(desk, code, list(states.values())))
        packet = _compose(desk, code, states, kind, blanks)
        details = {"rows": len(sent), "query": describe(query)}
        folder = {"folder": str(file.absolute().parent)} if file else {}
        packets.add_sent(db, packet, details | folder, file_name=file.name if file else "")
    desk.forget()
    return packet


def _compose(desk: Desk, to: str, states: dict[str, RowState], kind: PacketKind, blanks: int) -> Packet:
    db = desk.writer
    since = packets.newest_acknowledged(db, to)
    return Packet(
        id=random_row_id(),
        office=desk.office,
        to=to,
        number=packets.next_number(db, to),
        when=clock.now(),
        office_name=desk.office_name,
        to_name=registers.find_office_name(db, to),
        since=since.id if since else "",
        names=packets.acknowledged_ids(db, to),
        kind=kind,
        deltas=tuple(packets.find_deltas_after(db, since)),
        base=_read_bases(states.values()),
        rows=tuple(states),
        blanks=tuple(random_row_id() for _ in range(blanks)) if kind == "tasks" else (),
        columns=COLUMNS if kind == "tasks" else (),
    )


def _read_bases(states: Iterable[RowState]) -> dict[str, BaseRow]:
    return {state.row: read_base(state, COLUMNS) for state in states}


def _grant(desk: Desk, to: str, states: Sequence[RowState]) -> list[str]:
    """Let the partner execute what we may hand on and it does not hold yet; the rows granted."""
    nonce = new_nonce()
    open_to = [
        state
        for state in states
        if to not in state.authority.assigners and state.authority.may_write(desk.office, EXECUTORS)
    ]
    edits = [edit for state in open_to if (edit := grant(state, to, by=desk.office, nonce=nonce))]
    if not edits:
        return []
    now, name = clock.now(), registers.find_office_name(desk.writer, to) or to
    delta = make_delta(desk.office, edits, author=desk.author, claimed_time=now, nonce=nonce)
    vietnamese = desk.language == "vi"
    label = f"Giao cho {name}: {len(edits)} nhiệm vụ" if vietnamese else f"Assigned to {name}: {len(edits)} tasks"
    edit_log.append(desk.writer, [delta], kind="edit", label=label, at=now)
    return [edit.row for edit in edits]


def register_office(desk: Desk, code: str, name: str = "") -> None:
    """Put an office that nobody registered into the register of units; it stays here, as every office has its own.

    One that went by its code alone takes the name it is given now.
    """
    db, row = desk.writer, natural_row_id("office", "", code, "")
    known = registers.find_office_name(db, code)
    if not known:
        own = {"code": code, "name": name or code, "level": "body", "parent": code.rpartition(".")[0]}
        edit: Edit | None = create_row(row, own, kind="office")
    elif known == code and name not in ("", code):
        edit = write_fields(rows.get_state(db, row), {"name": name}, by=desk.office)
    else:
        return
    if edit:
        edit_log.append(db, [make_delta(desk.office, [edit])], kind="seed", label=name or code, at=clock.now())


# -- receiving -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class CarriedRow:
    """One row that what a packet carries would change. `stt` and `title` are those it then has; `kind` as of rows."""

    row_id: str
    kind: str
    stt: str
    title: str
    preview: RowPreview


@dataclass(frozen=True, slots=True)
class Carried:
    """What a packet would bring in. None of it can be left out: what is not wanted is answered, not dropped.

    `fresh` are deltas that are not here; `again` those that were set aside when an earlier import of this very packet
    was undone, and count again with it. `earlier`: when this packet was last taken in. `newer`: the newest later packet
    between the same two offices that came, or came back, already. `acknowledges`: whether we may say then that we hold it.
    """

    packet: Packet
    fresh: tuple[Delta, ...] = ()
    again: tuple[str, ...] = ()
    rows: tuple[CarriedRow, ...] = ()
    acknowledges: bool = False
    earlier: ReceivedPacket | None = None
    newer: ReceivedPacket | None = None
    forecast: Forecast = field(default_factory=Forecast, repr=False)

    @property
    def is_empty(self) -> bool:
        """Whether nothing in it is new."""
        return not (self.fresh or self.again)

    @property
    def is_noted(self) -> bool:
        """Whether all of it is here and noted as received already."""
        known = self.earlier is not None and (self.earlier.acknowledged or not self.acknowledges)
        return self.is_empty and known


@dataclass(frozen=True, slots=True)
class Taken:
    """What taking a packet in did; `changes.change` is None when nothing in it was new."""

    packet: str
    acknowledged: bool
    changes: Changes


def plan_packet(
    db: Database, office: str, packet: Packet, rows: Iterable[str] = (), *, foretell: bool = True
) -> Carried:
    """What a packet would change in the register of `office`; the forecast also tells of `rows`.

    Without `foretell` only what is new in it is found, which is quick. DeskError `packet_damaged` when it carries what never travels.
    """
    fresh = edit_log.find_fresh(db, packet.deltas)
    if packet.number > _MOST_NUMBER or any(
        not _LOCAL.isdisjoint(edit.fields) for delta in fresh for edit in delta.edits
    ):
        raise DeskError("packet_damaged")
    received = packets.find_received(db, packet=packet.id)
    again = _find_undone(db, packet, received)
    told = forecast(db, fresh, again, rows) if foretell and (fresh or again) else Forecast()
    newer = packets.find_newer(db, packet)
    return Carried(
        packet,
        tuple(fresh),
        tuple(again),
        tuple(_describe(told)),
        packet.to == office and (not packet.since or packets.is_acknowledged(db, packet.office, packet.since)),
        received[0] if received else None,
        newer,
        told,
    )


def take_packet(desk: Desk, packet: Packet, *, label: str = "") -> Taken:
    """Take in everything a packet carries, as one change. DeskError `packet_for_other`, `packet_damaged`."""
    db = desk.writer
    check_addressee(desk.office, packet)
    with db.transaction():
        carried = plan_packet(db, desk.office, packet, foretell=False)
        done = edit_log.append(
            db,
            find_carried(carried),
            kind="import",
            label=label or packet.office_name or packet.office,
            at=clock.now(),
            take_back=carried.again,
        )
        note_received(desk, carried, change=done.change)
    desk.forget()
    touched = Changes("import", done.rows, label, done.change, everything=bool(done.rows))
    return Taken(packet.id, carried.acknowledges, touched)


def find_carried(carried: Carried | None) -> list[Delta]:
    """The deltas to append: those that are new, and those that count again."""
    if carried is None:
        return []
    return [*carried.fresh, *(delta for delta in carried.packet.deltas if delta.id in carried.again)]


def check_addressee(office: str, packet: Packet) -> None:
    """DeskError `packet_for_other` when a packet is neither to `office` nor from it."""
    if office not in (packet.to, packet.office):
        raise DeskError(
            "packet_for_other", office=packet.to_name or packet.to, sender=packet.office_name or packet.office
        )


def note_received(
    desk: Desk,
    carried: Carried,
    *,
    file_name: str = "",
    file_hash: str = "",
    import_id: int | None = None,
    change: int | None = None,
) -> None:
    """Note that a packet was taken in, new or not, inside the caller's transaction; its office becomes known."""
    packet = carried.packet
    if packet.office != desk.office:
        register_office(desk, packet.office, packet.office_name)
    packets.add_received(
        desk.writer,
        ReceivedPacket(
            packet.id, packet.office, packet.to, packet.number, packet.since, packet.names, packet.kind,
            carried.acknowledges, clock.now(), file_name, file_hash, import_id, change,
        ),
    )  # fmt: skip


def _find_undone(db: Database, packet: Packet, received: Sequence[ReceivedPacket]) -> list[str]:
    """What was set aside when an import of this very packet was undone; what else is set aside stays so."""
    undone = {one.change for one in received if one.change is not None and changes.is_undone(db, one.change)}
    carried = {delta.id for delta in packet.deltas}
    return [id for id in changes.find_set_aside_with(db, undone) if id in carried] if undone else []


def _describe(told: Forecast) -> Iterable[CarriedRow]:
    for row, after in told.after.items():
        before = told.before.get(row, RowState(row))
        seen = preview(before, after)
        if not seen.is_empty:
            values = after.values or before.values
            title = values.get("title") or values.get("name") or values.get("number") or ""
            yield CarriedRow(row, after.kind, values.get("stt", ""), title, seen)
