"""Partners and packets: what went to whom, what came, what is missing, what waits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from r57desk.merge.authority import Authority
from r57desk.merge.packet import PacketKind
from r57desk.store import changes, imports, packets, pending, registers
from r57desk.store.exports import ExportRecord
from r57desk.store.imports import ImportRecord

if TYPE_CHECKING:
    from r57desk.services.desk import Desk

SentState = Literal["acknowledged", "waiting", "unfinished"]
ReceivedState = Literal["complete", "after_gap", "undone"]


@dataclass(frozen=True, slots=True)
class Partner:
    """An office packets were exchanged with. `sent` and `received` are the highest numbers so far, 0 for none.

    `gaps`: numbers of theirs that never came; `waiting`: packets of ours they have not answered.
    """

    code: str
    name: str
    sent: int
    received: int
    last_sent: str
    last_received: str
    gaps: tuple[int, ...]
    waiting: int


@dataclass(frozen=True, slots=True)
class SentPacket:
    """A packet of ours.

    acknowledged: the partner said to hold it, or a later one, or its workbook came back filled in. unfinished: its file
    was never written whole, and it went nowhere.
    """

    id: str
    partner: str
    partner_name: str
    number: int
    at: str
    file_name: str
    rows: int
    edits: int
    state: SentState
    hash: str
    size: int
    kind: PacketKind = "tasks"

    @property
    def awaits_answer(self) -> bool:
        """Whether its tasks wait for an answer; a receipt asks for none."""
        return self.state == "waiting" and self.kind != "receipt"


@dataclass(frozen=True, slots=True)
class ReceivedPacket:
    """A packet that was taken in, once for each time; or one of ours that came back filled in (`returned`).

    `counts` are those of its import, with `brought_written`, `brought_requests` and `brought_conflicts` for what came
    besides its cells; empty when nothing in it was new. after_gap: everything in it is here, but it
    follows a packet that is not, so we do not say to hold it yet.
    """

    id: str
    partner: str
    partner_name: str
    number: int
    at: str
    file_name: str
    kind: PacketKind
    import_id: int | None
    counts: Mapping[str, int] = field(default_factory=dict)
    state: ReceivedState = "complete"
    hash: str = ""
    returned: bool = False


@dataclass(frozen=True, slots=True)
class Waiting:
    """How much waits for a person: requests ours to answer, cells that differ, missing packets, silent partners.

    `asked`: requests of our own that others have not answered.
    """

    requests: int
    differences: int
    gaps: int
    unanswered: int
    asked: int = 0


class ExchangeService:
    """The exchange with partners, as one register knows it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def partners(self) -> list[Partner]:
        """Every office packets were exchanged with, by code."""
        db = self._desk.reader
        with db.reading():
            sent, received = self.sent(), self.received()
            codes = {*packets.find_partners(db), *(one.partner for one in received)}
            return [self._describe(code, sent, received) for code in sorted(codes)]

    def sent(self, partner: str = "") -> list[SentPacket]:
        """The packets of ours, newest first; those to one office, if asked."""
        db = self._desk.reader
        with db.reading():
            found = packets.find_sent(db, partner or None)
            if not found:
                return []
            held = _find_held(packets.find_received(db))
            held |= {str(record.details["packet"]) for record in self._records() if record.details.get("packet")}
            reached: dict[str, int] = {}
            for one in found:
                if one.record.id in held:
                    reached[one.record.partner] = max(reached.get(one.record.partner, 0), one.record.number)
            return [self._tell_sent(one, reached.get(one.record.partner, 0), held) for one in found]

    def received(self, partner: str = "") -> list[ReceivedPacket]:
        """What was taken in, newest first, the packets of ours that came back included; of one office, if asked."""
        db = self._desk.reader
        with db.reading():
            records = {record.id: record for record in self._records()}
            found = packets.find_received(db)
            told = [self._tell_received(one, records) for one in found]
            noted = {one.import_id for one in found}
            sent = {one.record.id: one.record for one in packets.find_sent(db)}
            lost = [one for one in records.values() if one.id not in noted and one.details.get("packet") in sent]
            told += [self._tell_return(record, sent[record.details["packet"]]) for record in lost]
            told.sort(key=lambda one: (one.at, one.import_id or 0), reverse=True)
            return [one for one in told if partner in ("", one.partner)]

    def waiting(self) -> Waiting:
        """What the badge of the screen counts; quick enough to be asked after every change."""
        db = self._desk.reader
        with db.reading():
            silent = {one.partner for one in self.sent() if one.awaits_answer}
            asked = pending.find_asked_of(db)
            return Waiting(
                sum(self._is_ours_to_answer(one) for one in asked),
                pending.count_differences(db),
                sum(len(packets.find_gaps(db, code)) for code in packets.find_partners(db)),
                len(silent),
                sum(self._desk.office in one.offices for one in asked),
            )

    # -- how -----------------------------------------------------------------------------------------

    def _describe(self, code: str, sent: Sequence[SentPacket], received: Sequence[ReceivedPacket]) -> Partner:
        ours = [one for one in sent if one.partner == code and one.state != "unfinished"]
        theirs = [one for one in received if one.partner == code]
        numbered = [one.number for one in theirs if not one.returned]
        return Partner(
            code,
            self._name(code),
            max((one.number for one in ours), default=0),
            max(numbered, default=0),
            max((one.at for one in ours), default=""),
            max((one.at for one in theirs), default=""),
            tuple(packets.find_gaps(self._desk.reader, code)),
            sum(one.awaits_answer for one in ours),
        )

    def _tell_sent(self, one: packets.SentPacket, reached: int, held: set[str]) -> SentPacket:
        record, file = one.record, one.file
        known = record.id in held or record.number <= reached
        state: SentState = "acknowledged" if known else "waiting" if file else "unfinished"
        return SentPacket(
            record.id,
            record.partner,
            self._name(record.partner),
            record.number,
            record.at,
            record.file_name,
            int(record.details.get("rows", 0)),
            int(record.details.get("edits", 0)),
            state,
            file.hash if file else "",
            file.size if file else 0,
            record.details.get("kind", "tasks"),
        )

    def _tell_received(self, one: packets.ReceivedPacket, records: Mapping[int, ImportRecord]) -> ReceivedPacket:
        own = one.partner == self._desk.office
        partner = one.addressee if own else one.partner
        record = records.get(one.import_id or 0)
        state: ReceivedState = "complete"
        if one.change is not None and changes.is_undone(self._desk.reader, one.change):
            state = "undone"
        elif one.addressee == self._desk.office and not one.acknowledged:
            state = "after_gap"
        return ReceivedPacket(
            one.packet,
            partner,
            self._name(partner),
            one.number,
            one.at,
            one.file_name,
            one.kind,
            one.import_id,
            record.details.get("counts", {}) if record else {},
            state,
            one.file_hash,
            own,
        )

    def _tell_return(self, record: ImportRecord, sent: ExportRecord) -> ReceivedPacket:
        """A workbook of a packet of ours that came back without what it carried."""
        return ReceivedPacket(
            sent.id,
            record.office,
            self._name(record.office),
            sent.number,
            record.at,
            record.file_name,
            "tasks",
            record.id,
            record.details.get("counts", {}),
            "undone" if record.undone else "complete",
            record.file_hash,
            returned=True,
        )

    def _is_ours_to_answer(self, one: pending.AskedOf) -> bool:
        authority = Authority("task", one.assigners, one.executors)
        return self._desk.office not in one.offices and authority.may_write(self._desk.office, one.field)

    def _records(self) -> list[ImportRecord]:
        return imports.find_imports(self._desk.reader)

    def _name(self, code: str) -> str:
        if code == self._desk.office:
            return self._desk.office_name
        return registers.name_office(self._desk.reader, code)


def _find_held(received: Iterable[packets.ReceivedPacket]) -> set[str]:
    """The packets of ours that partners say to hold, and those that came back."""
    return {name for one in received for name in one.names} | {one.packet for one in received}
