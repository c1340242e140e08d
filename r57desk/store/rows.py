"""Reading the log by rows: every edit of a row with who stands behind it, and its state."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from r57desk.errors import DeskError
from r57desk.merge.delta import parse_edit
from r57desk.merge.fold import RowState, fold_row
from r57desk.merge.force import Held
from r57desk.store.chunks import in_chunks
from r57desk.store.database import Database


def get_state(db: Database, row_id: str) -> RowState:
    """The folded state of one row, live edit ids included; a row never heard of is empty and does not exist."""
    return find_states(db, (row_id,))[row_id]


def find_states(db: Database, row_ids: Iterable[str]) -> dict[str, RowState]:
    """The states of many rows, in the order asked."""
    states: dict[str, RowState] = {}
    for chunk in in_chunks(row_ids):
        numbers = find_numbers(db, chunk)
        held = dict(find_held(db, sorted(numbers.values())))
        for id in chunk:
            states[id] = fold_row(id, held.get(numbers.get(id, -1), ()))
    return states


def find_numbers(db: Database, row_ids: Sequence[str]) -> dict[str, int]:
    """The number standing for each row id; ids never heard of are left out."""
    sql = "SELECT r.id, r.n FROM json_each(?) j JOIN known_row r ON r.id = j.value"
    return dict(db.query(sql, (json.dumps(list(row_ids)),)))


def find_tasks(db: Database, numbers: Iterable[int]) -> list[str]:
    """The row ids of tasks, by their numbers, in the order given; samples, which never leave this register, left out."""
    sql = "SELECT t.id FROM json_each(?) j JOIN task t ON t.n = j.value WHERE NOT t.sample ORDER BY j.key"
    return [id for chunk in in_chunks(numbers) for (id,) in db.query(sql, (json.dumps(chunk),))]


def find_row(db: Database, prefix: str) -> str:
    """The id of the one row whose id begins so; DeskError `row_not_found` or `row_ambiguous`."""
    found = db.query("SELECT id FROM known_row WHERE id >= :p AND id < :p || '~' LIMIT 2", {"p": prefix.upper()})
    if not found:
        raise DeskError("row_not_found", id=prefix)
    if len(found) > 1 and found[0][0] != prefix.upper():
        raise DeskError("row_ambiguous", id=prefix)
    return str(found[0][0])


def find_held(db: Database, numbers: Sequence[int]) -> Iterator[tuple[int, list[Held]]]:
    """Every edit of these rows (at most a few thousand), row by row in the order of their numbers."""
    found = db.query(
        "SELECT e.row, e.n, e.id, e.body, de.delta FROM json_each(?) j JOIN edit e ON e.row = j.value "
        "JOIN delta_edit de ON de.edit = e.n ORDER BY e.row, e.n",
        (json.dumps(list(numbers)),),
    )
    deltas = _find_deltas(db, {row[4] for row in found})
    offices: dict[tuple[int, ...], tuple[frozenset[str], frozenset[str], str]] = {}
    for row, lines in groupby(found, key=lambda line: line[0]):
        held = []
        for (_, id, body), copies in groupby(lines, key=lambda line: line[1:4]):
            holding = tuple(copy[4] for copy in copies)
            behind = offices.get(holding)
            if behind is None:
                behind = offices[holding] = _stand_behind([deltas[n] for n in holding])
            held.append(Held(parse_edit(body, id), *behind))
        yield row, held


def _find_deltas(db: Database, numbers: Iterable[int]) -> dict[int, tuple[str, str, bool]]:
    """Office, claimed time, and whether it counts, of each delta."""
    found = db.query(
        "SELECT d.n, d.office, d.claimed_time, NOT EXISTS (SELECT 1 FROM set_aside s WHERE s.delta = d.n) "
        "AND NOT EXISTS (SELECT 1 FROM retraction r JOIN delta x ON x.n = r.delta WHERE r.target = d.id "
        "AND x.office = d.office AND NOT EXISTS (SELECT 1 FROM set_aside s WHERE s.delta = x.n)) "
        "FROM json_each(?) j JOIN delta d ON d.n = j.value",
        (json.dumps(list(numbers)),),
    )
    return {n: (office, time, bool(counts)) for n, office, time, counts in found}


def _stand_behind(deltas: Sequence[tuple[str, str, bool]]) -> tuple[frozenset[str], frozenset[str], str]:
    holders = frozenset(office for office, _, _ in deltas)
    in_force = [(office, time) for office, time, counts in deltas if counts]
    return frozenset(office for office, _ in in_force), holders, max((time for _, time in in_force), default="")
