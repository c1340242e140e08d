"""Packets: what was sent to which partner, what of theirs was taken in, and after which one the next begins.

A packet sent is an export with a partner (`store.exports`). Its changes begin after the newest of our packets that the
partner, in the last packet of theirs we took in, said to hold. We say to hold a packet only when we held the one its
own changes follow: so a register that lost something never claims to have it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from r57desk.merge.delta import is_local, parse_edit
from r57desk.merge.model import Delta, Edit
from r57desk.merge.packet import Packet, PacketKind
from r57desk.store import edit_log, exports
from r57desk.store.chunks import in_chunks
from r57desk.store.database import Database
from r57desk.store.exports import ExportRecord

_MOST_GAPS = 1000
_MOST_NAMED = 100  # to name fewer only makes the partner send more again


class PacketFile(NamedTuple):
    """What a packet was written as."""

    hash: str
    size: int


@dataclass(frozen=True, slots=True)
class SentPacket:
    """A packet of ours; `file` is None when it was never finished."""

    record: ExportRecord
    file: PacketFile | None = None


@dataclass(frozen=True, slots=True)
class ReceivedPacket:
    """A packet that was taken in; once for each time. `change` is None when nothing in it was new."""

    packet: str
    partner: str
    addressee: str
    number: int
    since: str
    names: tuple[str, ...]
    kind: PacketKind
    acknowledged: bool
    at: str
    file_name: str = ""
    file_hash: str = ""
    import_id: int | None = None
    change: int | None = None


# -- sent ----------------------------------------------------------------------------------------


def next_number(db: Database, partner: str) -> int:
    """The number of the next packet to that partner, from 1 on."""
    sql = "SELECT coalesce(max(number), 0) + 1 FROM export_record WHERE partner != '' AND partner = ?"
    return int(db.query(sql, (partner,))[0][0])


def add_sent(db: Database, packet: Packet, details: Mapping[str, Any], *, file_name: str = "") -> ExportRecord:
    """Note a packet about to be written, at the present end of the log."""
    return exports.add_export(
        db,
        packet.id,
        file_name,
        packet.when,
        {
            **details,
            "edits": sum(len(delta.edits) for delta in packet.deltas),
            "columns": list(packet.columns),
            "blanks": list(packet.blanks),
            "kind": packet.kind,
        },
        rows=packet.rows,
        partner=packet.to,
        number=packet.number,
        since=packet.since,
    )


def add_file(db: Database, packet: str, file: PacketFile) -> None:
    """Note what a packet was written as, now that the file stands."""
    with db.transaction():
        db.connection.execute("INSERT INTO packet_file (id, hash, size) VALUES (?, ?, ?)", (packet, *file))


def find_sent(db: Database, partner: str | None = None) -> list[SentPacket]:
    """Packets of ours, newest first; those to one partner, if asked."""
    sql = (
        "SELECT e.id, e.file_name, e.at, e.last_delta, e.last_change, e.details, e.partner, e.number, e.since, "
        "f.hash, f.size FROM export_record e LEFT JOIN packet_file f ON f.id = e.id "
        "WHERE e.partner != '' AND (:partner IS NULL OR e.partner = :partner) ORDER BY e.last_delta DESC, e.number DESC"
    )
    return [
        SentPacket(exports.read_record(tuple(row)), PacketFile(hash, size) if hash else None)
        for *row, hash, size in db.query(sql, {"partner": partner})  # noqa: A001
    ]


def find_unfinished(db: Database) -> ExportRecord | None:
    """Our newest packet, if no file of it is noted."""
    sql = (
        "SELECT e.id, f.id FROM export_record e LEFT JOIN packet_file f ON f.id = e.id WHERE e.partner != '' "
        "ORDER BY e.rowid DESC LIMIT 1"
    )
    newest = db.query(sql)
    return exports.find_export(db, newest[0][0]) if newest and newest[0][1] is None else None


def find_sent_after(db: Database, delta: int) -> list[SentPacket]:
    """Packets of ours, to anybody, that were written when the log held that delta already, newest first."""
    return [one for one in find_sent(db) if one.record.last_delta >= delta]


def newest_acknowledged(db: Database, partner: str) -> ExportRecord | None:
    """The packet of ours that the next one to that partner follows; None when it has to hold everything."""
    found = db.query(
        "SELECT names FROM packet_received WHERE partner = ? AND addressee = "
        "(SELECT value FROM option WHERE key = 'office') ORDER BY n DESC LIMIT 1",
        (partner,),
    )
    if not found:
        return None
    sql = (
        "SELECT e.id FROM json_each(?) j JOIN export_record e ON e.id = j.value "
        "WHERE e.partner = ? ORDER BY e.last_delta DESC, e.number DESC LIMIT 1"
    )
    newest = db.query(sql, (found[0][0], partner))
    return exports.find_export(db, newest[0][0]) if newest else None


def find_deltas_after(db: Database, since: ExportRecord | None) -> list[Delta]:
    """What a packet carries: what was appended after `since`, whoever wrote it.

    Left out are local deltas, and what each copy of the program brings itself: seeds and samples.
    """
    sql = (
        "SELECT d.n FROM delta d WHERE d.n > ? AND NOT EXISTS (SELECT 1 FROM change_delta cd "
        "JOIN change c ON c.seq = cd.change WHERE cd.delta = d.n AND cd.effect = 'append' AND c.kind = 'seed') "
        "ORDER BY d.n"
    )
    numbers = [n for (n,) in db.query(sql, (since.last_delta if since else 0,))]
    return [delta for n in numbers if not is_local(delta := edit_log.read_delta(db, n))]


def find_standing_edits(db: Database, packet: Packet) -> list[Edit]:
    """The edits its base names and its deltas do not hold, oldest first: what `format_packet` may say in their stead."""
    sent = {edit.id for delta in packet.deltas for edit in delta.edits}
    named = {id for row in packet.base.values() for ids in row.live.values() for id in ids} - sent
    sql = "SELECT e.n, e.id, e.body FROM json_each(?) j JOIN edit e ON e.id = j.value"
    found = [row for chunk in in_chunks(named) for row in db.query(sql, (json.dumps(chunk),))]
    return [parse_edit(body, id) for _, id, body in sorted(found)]


# -- received ------------------------------------------------------------------------------------


def is_acknowledged(db: Database, partner: str, packet: str) -> bool:
    """Whether we may say that we hold that packet of theirs, and all before it."""
    sql = "SELECT 1 FROM packet_received WHERE packet = ? AND partner = ? AND acknowledged LIMIT 1"
    return bool(db.query(sql, (packet, partner)))


def acknowledged_ids(db: Database, partner: str) -> tuple[str, ...]:
    """Their packets that we say to hold, the last ones of them, in the order they came."""
    sql = (
        "SELECT packet FROM packet_received WHERE partner = ? AND acknowledged "
        "GROUP BY packet ORDER BY min(n) DESC LIMIT ?"
    )
    return tuple(packet for (packet,) in reversed(db.query(sql, (partner, _MOST_NAMED))))


def add_received(db: Database, received: ReceivedPacket) -> None:
    """Note that a packet was taken in, inside the caller's transaction."""
    one = received
    db.connection.execute(
        f"INSERT INTO packet_received ({_RECEIVED}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (one.packet, one.partner, one.addressee, one.number, one.since, json.dumps(one.names), one.kind,
         int(one.acknowledged), one.at, one.file_name, one.file_hash, one.import_id, one.change),
    )  # fmt: skip


def find_received(db: Database, partner: str | None = None, *, packet: str | None = None) -> list[ReceivedPacket]:
    """What was taken in, newest first; of one partner, or one packet, if asked."""
    sql = (
        f"SELECT {_RECEIVED} FROM packet_received WHERE (:partner IS NULL OR partner = :partner) "
        "AND (:packet IS NULL OR packet = :packet) ORDER BY n DESC"
    )
    return [_read_received(row) for row in db.query(sql, {"partner": partner, "packet": packet})]


def find_newer(db: Database, packet: Packet) -> ReceivedPacket | None:
    """A later packet between the same two offices that was taken in already."""
    sql = (
        f"SELECT {_RECEIVED} FROM packet_received WHERE partner = ? AND addressee = ? AND number > ? "
        "ORDER BY number DESC, n DESC LIMIT 1"
    )
    found = db.query(sql, (packet.office, packet.to, packet.number))
    return _read_received(found[0]) if found else None


def find_gaps(db: Database, partner: str) -> list[int]:
    """The numbers of packets that must exist, as later ones came, and never did; of the last thousand."""
    sql = (
        "SELECT DISTINCT number FROM packet_received WHERE partner = ? AND addressee = "
        "(SELECT value FROM option WHERE key = 'office')"
    )
    numbers = {number for (number,) in db.query(sql, (partner,))}
    last = max(numbers, default=0)
    return [number for number in range(max(1, last - _MOST_GAPS), last) if number not in numbers]


def find_partners(db: Database) -> list[str]:
    """The offices packets were exchanged with, by code."""
    sql = (
        "SELECT partner FROM export_record WHERE partner != '' UNION SELECT partner FROM packet_received "
        "WHERE partner != (SELECT value FROM option WHERE key = 'office') ORDER BY 1"
    )
    return [partner for (partner,) in db.query(sql)]


_RECEIVED = "packet, partner, addressee, number, since, names, kind, acknowledged, at, file_name, file_hash, import_id, change"


def _read_received(row: tuple[Any, ...]) -> ReceivedPacket:
    packet, partner, addressee, number, since, names, kind, acknowledged, *rest = row
    return ReceivedPacket(
        packet, partner, addressee, number, since, tuple(json.loads(names)), kind, bool(acknowledged), *rest
    )
