"""A packet: what one office sends another inside a workbook, and its text.

The text is canonical JSON, `{"packet":…,"sum":…}`, made to be compressed: rows and edits stand once and are named by
number; ids that are hashes of content are left out and made again, and so are values of the base that an edit in the
same text says. Numbers: a row's is its place in "rows"; an edit's is its place in "edits", where each refers to earlier
ones only and some stand just for the base; -1, -2 … name the entries of "ids", edits that are not in the text. "shapes"
are sets of fields that go together: `[shape, number…]` says that these fields share these edits.

A new field, or any change of this form, needs a new FORMAT: an older program then says that it is too old.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from r57desk.domain.text import normalize
from r57desk.errors import DeskError
from r57desk.merge.base_row import BaseRow, find_implied, find_worth_saying
from r57desk.merge.checked import (
    as_column,
    as_field,
    as_fields,
    as_list,
    as_match,
    as_number,
    as_object,
    as_office,
    as_plain,
    as_row_id,
    as_text,
    pick,
    require,
)
from r57desk.merge.delta import make_delta, make_edit
from r57desk.merge.model import REASON, Delta, Edit, Value, canonical_json, content_id

FORMAT = 1
PacketKind = Literal["tasks", "receipt"]

_HEAD = '{"packet":'
_TAIL = re.compile(r',"sum":"([0-9a-f]{32})"\}')
_TAIL_LENGTH = 42
_ID = re.compile(r"[0-9a-f]{32}")
_NONCE = re.compile(r"[0-9a-f]{0,40}")
_TIME = re.compile(r"[0-9TZ:.+-]{0,40}")
_MOST_HELD = 2_000_000  # edits in all deltas together, counted again where held again: far more than a file can hold
_KINDS: dict[str, PacketKind] = {"tasks": "tasks", "receipt": "receipt"}


@dataclass(frozen=True, slots=True)
class Packet:
    """What `office` sends `to`. `number` counts the packets to that partner from 1 and only shows gaps.

    `deltas` are what was appended after the own packet `since` was sent ("" for everything); `names` are the
    partner's packets that this office has acknowledged. `rows` stand on the sheet in this order, in `columns`,
    each with its base; `blanks` are the ids of the empty rows below them.
    """

    id: str
    office: str
    to: str
    number: int = 1
    when: str = ""  # ISO 8601, claimed
    office_name: str = ""
    to_name: str = ""
    since: str = ""
    names: tuple[str, ...] = ()
    kind: PacketKind = "tasks"
    deltas: tuple[Delta, ...] = ()
    base: Mapping[str, BaseRow] = field(default_factory=dict)
    rows: tuple[str, ...] = ()
    blanks: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()


def format_packet(packet: Packet, standing: Iterable[Edit] = ()) -> str:
    """A packet as one line of text, which `parse_packet` reads back to an equal packet.

    `standing`: edits of the log, oldest first, that the base names and the deltas do not hold. They are not sent on,
    but where saying what they say is shorter than their ids, the text says that.
    """
    body = canonical_json(_Writer(packet, standing).write())
    return f'{_HEAD}{body},"sum":"{content_id(body)}"}}'


def parse_packet(text: str) -> Packet:
    """The packet in a text; every id in it is the hash of what it names, and every value canonical.

    DeskError `packet_damaged` when a character of it was changed or it says what no office can have written,
    `packet_newer` when a newer program wrote it.
    """
    try:
        tail = _TAIL.fullmatch(text, max(len(text) - _TAIL_LENGTH, 0))
        body = text[len(_HEAD) : -_TAIL_LENGTH]
        require(tail is not None and text.startswith(_HEAD) and content_id(body) == tail[1])
        said = as_object(json.loads(body))
        if as_number(said["format"]) > FORMAT:
            raise DeskError("packet_newer")
        return _Reader(said).read()
    except (ValueError, KeyError, IndexError, TypeError, RecursionError) as error:
        raise DeskError("packet_damaged") from error


# -- writing -------------------------------------------------------------------------------------


class _Writer:
    """Numbers what a packet names, then says it in numbers."""

    def __init__(self, packet: Packet, standing: Iterable[Edit]) -> None:
        self._packet = packet
        sent = {edit.id: edit for delta in packet.deltas for edit in delta.edits}
        self._edits = find_worth_saying(packet.base, standing, sent) | sent
        self._numbers = {id: number for number, id in enumerate(self._edits)}
        ordered = (*packet.rows, *packet.base, *(edit.row for edit in self._edits.values()))
        self._rows = {row: number for number, row in enumerate(dict.fromkeys(ordered))}
        self._ids: dict[str, int] = {}
        self._shapes: dict[tuple[str, ...], int] = {}

    def write(self) -> dict[str, object]:
        packet = self._packet
        said: dict[str, object] = {
            "format": FORMAT, "id": packet.id, "kind": packet.kind, "number": packet.number, "when": packet.when,
            "office": packet.office, "office_name": normalize(packet.office_name),
            "to": packet.to, "to_name": normalize(packet.to_name),
            "since": packet.since, "names": packet.names, "columns": packet.columns, "blanks": packet.blanks,
            "rows": list(self._rows), "shown": len(packet.rows),
            "edits": [self._edit(edit, number) for number, edit in enumerate(self._edits.values())],
            "deltas": list(self._deltas()), "log": _digest(packet.deltas),
            "base": [self._base(packet.base[row]) if row in packet.base else None for row in self._based()],
        }  # fmt: skip
        return said | {"ids": list(self._ids), "shapes": list(self._shapes)}

    def _based(self) -> list[str]:
        last = max((self._rows[row] for row in self._packet.base), default=-1)
        return list(self._rows)[: last + 1]

    def _edit(self, edit: Edit, number: int) -> dict[str, object]:
        said: dict[str, object] = {"row": self._rows[edit.row], "set": edit.fields}
        said |= {"over": self._group(edit.supersedes, number)} if edit.supersedes else {}
        said |= {"nonce": edit.nonce} if edit.nonce else {}
        return said | ({"packet": edit.packet} if edit.packet else {})

    def _deltas(self) -> Iterator[dict[str, object]]:
        places: dict[str, int] = {}
        for place, delta in enumerate(self._packet.deltas):
            said: dict[str, object] = {"edits": list(_runs(self._numbers[edit.id] for edit in delta.edits))}
            said |= {"office": delta.office} if delta.office != self._packet.office else {}
            said |= {"author": delta.author} if delta.author else {}
            said |= {"time": delta.claimed_time} if delta.claimed_time else {}
            said |= {"nonce": delta.nonce} if delta.nonce else {}
            yield said | ({"gone": [places.get(id, id) for id in delta.retracts]} if delta.retracts else {})
            places[delta.id] = place

    def _base(self, row: BaseRow) -> dict[str, object]:
        implied = dict(find_implied(self._packet.columns, row.live, self._edits))
        explicit: dict[str, Value] = {code: value for code, value in row.values.items() if implied.get(code) != value}
        explicit |= dict.fromkeys(implied.keys() - row.values.keys())
        said: dict[str, object] = {"set": explicit} if explicit else {}
        return said | ({"live": self._group(row.live, len(self._edits))} if row.live else {})

    def _group(self, seen: Mapping[str, tuple[str, ...]], before: int) -> list[list[int]]:
        """`[shape, number…]` for the fields that share a list of edits; edits from `before` on go by their ids."""
        fields: dict[tuple[str, ...], list[str]] = {}
        for code in sorted(seen):
            if seen[code]:
                fields.setdefault(seen[code], []).append(code)
        return [
            [self._shapes.setdefault(tuple(codes), len(self._shapes)), *(self._refer(id, before) for id in ids)]
            for ids, codes in fields.items()
        ]

    def _refer(self, id: str, before: int) -> int:
        number = self._numbers.get(id, before)
        return number if number < before else -1 - self._ids.setdefault(id, len(self._ids))


def _digest(deltas: Iterable[Delta]) -> str:
    """Binds the ids that are left out: a program that makes others of the same content notices."""
    return content_id(canonical_json([delta.id for delta in deltas]))


def _runs(numbers: Iterable[int]) -> Iterator[int]:
    """Numbers as first, count, first, count … of consecutive ones."""
    first = count = 0
    for number in numbers:
        if count and number == first + count:
            count += 1
            continue
        if count:
            yield from (first, count)
        first, count = number, 1
    if count:
        yield from (first, count)


# -- reading -------------------------------------------------------------------------------------


class _Reader:
    """Makes a packet of plain values; ValueError, KeyError, IndexError or TypeError for what cannot be one."""

    def __init__(self, said: Mapping[str, Any]) -> None:
        self._said = said
        self._rows = [as_row_id(row) for row in as_list(said["rows"])]
        self._ids = [as_match(_ID, id) for id in as_list(said["ids"])]
        self._shapes = [[as_field(code) for code in as_list(shape)] for shape in as_list(said["shapes"])]
        self._columns = tuple(as_column(code) for code in as_list(said["columns"]))
        self._edits: list[Edit] = []
        self._held = 0

    def read(self) -> Packet:
        said = self._said
        office, to = as_office(said["office"]), as_office(said["to"])
        for one in as_list(said["edits"]):
            self._edits.append(self._edit(as_object(one)))
        deltas = self._deltas(office)
        require(_digest(deltas) == said["log"])
        by_id = {edit.id: edit for edit in self._edits}
        based = enumerate(as_list(said["base"]))
        base = {pick(self._rows, place): self._base(as_object(one), by_id) for place, one in based if one is not None}
        blanks = tuple(as_row_id(row) for row in as_list(said["blanks"]))
        require(len({*self._rows, *blanks}) == len(self._rows) + len(blanks))
        names = tuple(as_row_id(name) for name in as_list(said["names"]))
        since = as_row_id(said["since"]) if said["since"] != "" else ""
        require(as_number(said["shown"]) <= len(self._rows))
        return Packet(
            as_row_id(said["id"]), office, to, as_number(said["number"]), as_match(_TIME, said["when"]),
            as_plain(said["office_name"]), as_plain(said["to_name"]), since, names, _KINDS[said["kind"]],
            tuple(deltas), base, tuple(self._rows[: said["shown"]]), blanks, self._columns,
        )  # fmt: skip

    def _edit(self, one: dict[str, Any]) -> Edit:
        fields = as_fields(one["set"])
        require(REASON not in fields or len(fields) == 1)
        seen = self._ungroup(one["over"]) if "over" in one else {}
        row, nonce = pick(self._rows, one["row"]), as_match(_NONCE, one.get("nonce", ""))
        return make_edit(row, fields, seen, nonce=nonce, packet=as_text(one.get("packet", "")))

    def _deltas(self, sender: str) -> list[Delta]:
        deltas: list[Delta] = []
        for said in as_list(self._said["deltas"]):
            one = as_object(said)
            gone = [
                as_match(_ID, id) if isinstance(id, str) else pick(deltas, id).id
                for id in as_list(one.get("gone", []))
            ]
            delta = make_delta(
                as_office(one.get("office", sender)),
                self._in_runs(as_list(one["edits"])),
                author=as_text(one.get("author", "")),
                claimed_time=as_match(_TIME, one.get("time", "")),
                nonce=as_match(_NONCE, one.get("nonce", "")),
                retracts=gone,
            )
            deltas.append(delta)
        return deltas

    def _in_runs(self, runs: Sequence[int]) -> Iterator[Edit]:
        for first, count in zip(runs[::2], runs[1::2], strict=True):
            end = as_number(first) + as_number(count)
            self._held += count
            require(end <= len(self._edits) and self._held <= _MOST_HELD)
            yield from self._edits[first:end]

    def _base(self, one: dict[str, Any], by_id: Mapping[str, Edit]) -> BaseRow:
        live = self._ungroup(one["live"]) if "live" in one else {}
        values: dict[str, Value] = dict(find_implied(self._columns, live, by_id))
        explicit = as_fields(one.get("set", {}))
        values |= {as_column(code): value for code, value in explicit.items()}
        return BaseRow({code: value for code, value in values.items() if value}, live)

    def _ungroup(self, groups: object) -> dict[str, tuple[str, ...]]:
        seen: dict[str, tuple[str, ...]] = {}
        for shape, *numbers in as_list(groups):
            ids = tuple(self._id_of(number) for number in numbers)
            require(bool(ids))
            seen |= dict.fromkeys(pick(self._shapes, shape), ids)
        return seen

    def _id_of(self, number: object) -> str:
        if type(number) is int and number < 0:
            return pick(self._ids, -1 - number)
        return pick(self._edits, number).id
