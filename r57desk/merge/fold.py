"""The fold: from all edits of one row to the values it shows, its conflicts and its waiting requests.

Every cell is a multi-value register. Its live values are those of the entitled edits in force that no other such
edit supersedes; equal values are one. Two or more are a conflict, shown until an edit supersedes them all.

An edit that sets a field supersedes, besides what it lists, whatever those edits superseded in that field, in
force or not: its author stood on their work. So taking back an edit in the middle changes nothing later. An edit
that only supersedes (a refusal) stops exactly what it lists.

Claimed times order siblings for display and decide nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from r57desk.domain.fields import owner_of
from r57desk.merge.authority import Authority, find_revoked, founds, is_entitled, read_authority
from r57desk.merge.force import Held
from r57desk.merge.kept import keep_ground
from r57desk.merge.model import EXECUTORS, EXISTS, KIND, REASON, Value

_SAID_ONLY = {REASON}  # in an edit, and in no cell
_SAID_OTHERWISE = {EXECUTORS, KIND, REASON}  # superseded in another way than other fields are, or no cell
_SYSTEM = (EXISTS, EXECUTORS)  # cells of the row itself: never a value, their siblings never a conflict of values


class Sibling(NamedTuple):
    """One live value of a cell and the live edits that say so."""

    value: Value
    edits: tuple[str, ...]
    offices: tuple[str, ...] = ()
    claimed_time: str = ""


class Cell(NamedTuple):
    """The live values of one field, the shown one first; more than one is a conflict."""

    siblings: tuple[Sibling, ...]

    @property
    def value(self) -> Value:
        """The shown value; None when it was erased."""
        return self.siblings[0].value

    @property
    def live(self) -> tuple[str, ...]:
        """The ids a new edit of this field supersedes."""
        return tuple(id for sibling in self.siblings for id in sibling.edits)


@dataclass(frozen=True, slots=True)
class Request:
    """A value somebody asks for who may not write it; waits until an entitled edit supersedes it."""

    field: str
    value: Value
    edit: str
    offices: tuple[str, ...] = ()
    claimed_time: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A request that was refused, by `by`, and that its offices have not replaced by another since."""

    field: str
    value: Value
    edit: str
    reason: str
    offices: tuple[str, ...] = ()
    by: tuple[str, ...] = ()


@dataclass(frozen=True)
class RowState:
    """One row as its edits make it. `exists` is false for a deleted row and for one whose creation is not here."""

    row: str
    exists: bool = False
    cells: Mapping[str, Cell] = field(default_factory=dict)
    requests: tuple[Request, ...] = ()
    authority: Authority = field(default_factory=Authority)
    refusals: tuple[Refusal, ...] = ()

    @property
    def kind(self) -> str:
        """task, office, public_day or document."""
        return self.authority.kind

    @cached_property
    def values(self) -> dict[str, str]:
        """The shown values, without empty cells and system fields."""
        return {code: cell.value for code, cell in self.cells.items() if cell.value and code not in _SYSTEM}

    @cached_property
    def conflicts(self) -> tuple[str, ...]:
        """The fields with several live values; `#exists` when a deletion met work it had not seen."""
        several = [code for code, (siblings,) in self.cells.items() if len(siblings) > 1]
        doubtful = [code for code in several if code not in _SYSTEM]
        if self.exists and EXISTS in self.cells and any(one.value == "0" for one in self.cells[EXISTS].siblings):
            doubtful.append(EXISTS)
        return tuple(sorted(doubtful))

    def live(self, code: str) -> tuple[str, ...]:
        """The ids a new edit of `code` supersedes; empty for a cell nobody wrote."""
        cell = self.cells.get(code)
        return cell.live if cell else ()

    def all_live(self) -> tuple[str, ...]:
        """Every live edit of the row in fields that travel: what a deletion has seen."""
        ids = {id for code, cell in self.cells.items() if owner_of(self.kind, code) != "L" for id in cell.live}
        return tuple(sorted(ids))


def fold_row(row: str, held: Sequence[Held]) -> RowState:
    """The state of one row from all edits of it, in any order; pure."""
    held = keep_ground(held)
    authority = read_authority(held)
    by_id = {one.edit.id: one for one in held}
    quiet = _find_quiet(held, authority)
    entitled: dict[str, list[Held]] = {}
    asking: dict[str, list[Held]] = {}
    for one in held:
        if one.offices:
            for code in (one.edit.fields.keys() | one.edit.supersedes.keys()) - _SAID_ONLY - quiet.keys():
                side = entitled if is_entitled(authority, one, code, by_id) else asking
                side.setdefault(code, []).append(one)
    cells: dict[str, Cell] = {}
    requests: list[Request] = []
    refusals: list[Refusal] = []
    for code in sorted(entitled.keys() | asking.keys() | quiet.keys()):
        if code in quiet:
            cells[code] = quiet[code]
            continue
        deciding = entitled.get(code, ())
        dead = _find_dead(code, deciding, asking.get(code, ()), held, authority, by_id)
        live = [one for one in deciding if code in one.edit.fields and one.edit.id not in dead]
        if live and code != KIND:
            cells[code] = Cell(_order_siblings(authority, code, live))
        if code in asking:
            requests += _find_requests(code, asking[code], dead)
            refusals += _find_refusals(code, asking[code], deciding, by_id)
    return RowState(row, _exists(authority, cells, by_id), cells, tuple(requests), authority, tuple(refusals))


def _find_quiet(held: Sequence[Held], authority: Authority) -> dict[str, Cell]:
    """The cells only the edit that brought the row in speaks of: most of them, and they need no look at the others."""
    founding = [one for one in held if one.edit.creates]
    if len(founding) != 1 or not founds(authority, founding[0]):
        return {}
    (one,) = founding
    edits = (other.edit for other in held if other is not one)
    spoken = _SAID_OTHERWISE.union(
        one.edit.supersedes, *(edit.fields.keys() | edit.supersedes.keys() for edit in edits)
    )
    ids, offices = (one.edit.id,), tuple(sorted(one.offices))
    return {
        code: Cell((Sibling(value or None, ids, offices, one.claimed_time),))
        for code, value in one.edit.fields.items()
        if code not in spoken
    }


def read_plain_row(held: Sequence[Held]) -> Mapping[str, Value] | None:
    """The fields of a row that only its creating edit has touched, else None: the common case, without a fold."""
    if len(held) != 1:
        return None
    (one,) = held
    fields = one.edit.fields
    plain = one.offices and one.edit.creates and EXECUTORS not in fields and REASON not in fields
    return fields if plain else None


def _find_dead(
    code: str,
    deciding: Sequence[Held],
    asking: Sequence[Held],
    held: Sequence[Held],
    authority: Authority,
    by_id: Mapping[str, Held],
) -> set[str]:
    """A grant that stands is taken back by few; one that is only asked for is answered by whoever may grant."""
    if len(held) == 1:
        return set()
    if code == EXECUTORS:
        asked = {one.edit.id for one in asking}
        answered = {id for one in deciding for id in one.edit.supersedes.get(code, ())}
        return find_revoked(held, authority.assigners) | asked & answered
    return _find_superseded(code, deciding, by_id)


def _find_superseded(code: str, deciding: Iterable[Held], by_id: Mapping[str, Held]) -> set[str]:
    refused: set[str] = set()
    waiting: list[str] = []
    for one in deciding:
        if code in one.edit.fields:
            waiting += one.edit.supersedes.get(code, ())
        else:
            refused.update(one.edit.supersedes[code])
    replaced: set[str] = set()
    while waiting:
        id = waiting.pop()
        if id not in replaced:
            replaced.add(id)
            if id in by_id:
                waiting += by_id[id].edit.supersedes.get(code, ())
    return refused | replaced


def _order_siblings(authority: Authority, code: str, live: Sequence[Held]) -> tuple[Sibling, ...]:
    if len(live) == 1:
        (one,) = live
        value = one.edit.fields[code] or None
        return (Sibling(value, (one.edit.id,), tuple(sorted(one.offices)), one.claimed_time),)
    by_value: dict[Value, list[Held]] = {}
    for one in sorted(live, key=lambda one: one.edit.id):
        by_value.setdefault(one.edit.fields[code] or None, []).append(one)
    siblings = [
        Sibling(
            value,
            tuple(one.edit.id for one in group),
            tuple(sorted(frozenset[str]().union(*(one.offices for one in group)))),
            max(one.claimed_time for one in group),
        )
        for value, group in by_value.items()
    ]
    siblings.sort(key=lambda one: one.claimed_time, reverse=True)
    siblings.sort(key=lambda one: not any(authority.may_write(office, code) for office in one.offices))
    return tuple(siblings)


def _find_requests(code: str, asking: Sequence[Held], dead: set[str]) -> list[Request]:
    """What is asked for and not answered, nor replaced by a later request of the same office."""
    replaced = _find_asked_anew(code, asking)
    return [
        Request(code, one.edit.fields[code] or None, one.edit.id, tuple(sorted(one.offices)), one.claimed_time)
        for one in sorted(asking, key=lambda one: one.edit.id)
        if code in one.edit.fields
        and one.edit.id not in dead
        and not any((office, one.edit.id) in replaced for office in one.offices)
    ]


def _find_asked_anew(code: str, asking: Sequence[Held]) -> set[tuple[str, str]]:
    """(office, edit) for each request that its own office replaced or withdrew."""
    return {(office, id) for one in asking for id in one.edit.supersedes.get(code, ()) for office in one.offices}


def _find_refusals(
    code: str, asking: Sequence[Held], deciding: Sequence[Held], by_id: Mapping[str, Held]
) -> list[Refusal]:
    """The requests stopped by an edit that only supersedes, and neither granted nor asked anew since."""
    refusing = [one for one in deciding if code not in one.edit.fields]
    if not refusing:
        return []
    granted = _find_superseded(code, [one for one in deciding if code in one.edit.fields], by_id)
    replaced = _find_asked_anew(code, asking)
    found = []
    for one in sorted(asking, key=lambda one: one.edit.id):
        id = one.edit.id
        answers = [answer for answer in refusing if id in answer.edit.supersedes[code]]
        if code not in one.edit.fields or not answers or id in granted:
            continue
        if any((office, id) in replaced for office in one.offices):
            continue
        reasons = sorted({answer.edit.fields.get(REASON) or "" for answer in answers} - {""})
        by = tuple(sorted(frozenset[str]().union(*(answer.offices for answer in answers))))
        value = one.edit.fields[code] or None
        found.append(Refusal(code, value, id, "\n".join(reasons), tuple(sorted(one.offices)), by))
    return found


def _exists(authority: Authority, cells: Mapping[str, Cell], by_id: Mapping[str, Held]) -> bool:
    cell = cells.get(EXISTS)
    if cell is None:
        return False
    if any(sibling.value == "1" for sibling in cell.siblings):
        return True
    seen = find_seen(cell.live, by_id)
    return any(
        id not in seen
        for code, other in cells.items()
        if code != EXISTS and owner_of(authority.kind, code) != "L"
        for id in other.live
    )


def find_seen(edits: Iterable[str], by_id: Mapping[str, Held]) -> set[str]:
    """These edits, what they saw, and what that stood on, in any field: what a deletion has seen."""
    waiting = list(edits)
    seen: set[str] = set()
    while waiting:
        id = waiting.pop()
        if id not in seen:
            seen.add(id)
            if id in by_id:
                waiting += [seen_id for ids in by_id[id].edit.supersedes.values() for seen_id in ids]
    return seen
