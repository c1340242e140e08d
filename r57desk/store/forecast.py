"""What rows would be like if more deltas were here, or counted again: the fold of a log that is not written yet."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from r57desk.merge.delta import parse_edit
from r57desk.merge.fold import RowState, fold_row
from r57desk.merge.force import Held
from r57desk.merge.model import Delta, Edit
from r57desk.store import edit_log
from r57desk.store.chunks import in_chunks
from r57desk.store.database import Database
from r57desk.store.rows import find_numbers

_Copy = tuple[str, str, bool]
"""Of an edit, in one delta: the delta's office, its claimed time, whether it counts."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """The states of rows now, and as they would be; of a row never heard of, there is none before."""

    before: Mapping[str, RowState] = field(default_factory=dict)
    after: Mapping[str, RowState] = field(default_factory=dict)


def forecast(db: Database, fresh: Sequence[Delta], again: Iterable[str] = (), rows: Iterable[str] = ()) -> Forecast:
    """The rows these deltas touch, and `rows` besides: without `fresh` and with it.

    `again` names deltas that are set aside and would count again.
    """
    back = edit_log.find_delta_numbers(db, again)
    more = [*fresh, *(edit_log.read_delta(db, n) for n in sorted(back.values()))]
    targets = edit_log.find_delta_numbers(db, [id for delta in more for id in delta.retracts])
    touched = {edit.row for delta in more for edit in delta.edits} | set(rows)
    touched.update(_find_ids(db, edit_log.find_rows_of(db, targets.values())))
    added = _Added(more, targets, set(back.values()), _find_retracted(db, more))
    before: dict[str, RowState] = {}
    after: dict[str, RowState] = {}
    for chunk in in_chunks(sorted(touched)):
        now, then = _gather(db, chunk, added)
        before |= {row: fold_row(row, held) for row, held in now.items()}
        after |= {row: fold_row(row, held) for row, held in then.items()}
    return Forecast(before, after)


class _Added:
    """The deltas that would be there, and what they would do to those that are."""

    def __init__(
        self, more: Sequence[Delta], targets: Mapping[str, int], back: set[int], gone: set[tuple[str, str]]
    ) -> None:
        gone = gone | {(delta.office, id) for delta in more for id in delta.retracts}
        self.replaced = back
        self.stopped = {(office, targets[id]) for office, id in gone if id in targets}
        self.by_row: dict[str, list[tuple[Edit, _Copy]]] = {}
        for delta in more:
            copy = (delta.office, delta.claimed_time, (delta.office, delta.id) not in gone)
            for edit in delta.edits:
                self.by_row.setdefault(edit.row, []).append((edit, copy))


_HELD = """
SELECT r.id, e.id, e.body, d.n, d.office, d.claimed_time, NOT EXISTS (SELECT 1 FROM set_aside s WHERE s.delta = d.n)
    AND NOT EXISTS (SELECT 1 FROM retraction t JOIN delta x ON x.n = t.delta WHERE t.target = d.id
                    AND x.office = d.office AND NOT EXISTS (SELECT 1 FROM set_aside s WHERE s.delta = x.n))
FROM json_each(?) j JOIN edit e ON e.row = j.value JOIN known_row r ON r.n = e.row
JOIN delta_edit de ON de.edit = e.n JOIN delta d ON d.n = de.delta ORDER BY e.n
"""


def _gather(db: Database, rows: Sequence[str], added: _Added) -> tuple[dict[str, list[Held]], dict[str, list[Held]]]:
    numbers = find_numbers(db, rows)
    now: dict[str, dict[str, tuple[Edit, list[_Copy]]]] = {}
    then: dict[str, dict[str, tuple[Edit, list[_Copy]]]] = {}
    for row, id, body, number, office, time, counts in db.query(_HELD, (json.dumps(list(numbers.values())),)):
        edit = parse_edit(body, id)
        _add(now, row, edit, (office, time, bool(counts)))
        if number not in added.replaced:
            _add(then, row, edit, (office, time, bool(counts) and (office, number) not in added.stopped))
    for row in rows:
        for edit, copy in added.by_row.get(row, ()):
            _add(then, row, edit, copy)
    return _hold(now), _hold(then)


def _add(held: dict[str, dict[str, tuple[Edit, list[_Copy]]]], row: str, edit: Edit, copy: _Copy) -> None:
    held.setdefault(row, {}).setdefault(edit.id, (edit, []))[1].append(copy)


def _hold(rows: Mapping[str, Mapping[str, tuple[Edit, list[_Copy]]]]) -> dict[str, list[Held]]:
    return {row: [_stand_behind(edit, copies) for edit, copies in edits.values()] for row, edits in rows.items()}


def _stand_behind(edit: Edit, copies: Sequence[_Copy]) -> Held:
    counting = [(office, time) for office, time, counts in copies if counts]
    return Held(
        edit,
        frozenset(office for office, _ in counting),
        frozenset(office for office, _, _ in copies),
        max((time for _, time in counting), default=""),
    )


def _find_retracted(db: Database, deltas: Sequence[Delta]) -> set[tuple[str, str]]:
    """(office, delta) of each of these that a retraction here took back before it came."""
    sql = (
        "SELECT x.office, r.target FROM json_each(?) j JOIN retraction r ON r.target = j.value "
        "JOIN delta x ON x.n = r.delta AND NOT EXISTS (SELECT 1 FROM set_aside s WHERE s.delta = x.n)"
    )
    return set(db.query(sql, (json.dumps([delta.id for delta in deltas]),)))


def _find_ids(db: Database, numbers: Iterable[int]) -> list[str]:
    sql = "SELECT r.id FROM json_each(?) j JOIN known_row r ON r.n = j.value"
    return [id for (id,) in db.query(sql, (json.dumps(list(numbers)),))]
