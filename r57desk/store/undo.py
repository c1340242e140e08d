"""Taking a change back and doing it again; each is a change of its own, in one transaction.

What we typed is taken back by a retraction, which travels; what came from a file, our own work of another day
included, and local fields, are set aside, here only. To do it again, retracted edits are appended anew under a fresh nonce, the others count again.
"""

from __future__ import annotations

import json

from r57desk.errors import DeskError
from r57desk.merge.delta import is_local, make_again, make_retraction
from r57desk.merge.model import EXECUTORS
from r57desk.store import changes, edit_log
from r57desk.store.database import Database
from r57desk.store.edit_log import Appended
from r57desk.store.options import get_option


def undo(db: Database, seq: int, *, at: str) -> Appended:
    """Take change `seq` back, whatever was done since; later work on the same cells stays.

    DeskError `change_not_found`, or `change_undone` when it is taken back already.
    """
    with db.transaction():
        done = changes.get_change(db, seq)
        if done.kind in ("undo", "redo") or changes.is_undone(db, seq):
            raise DeskError("change_undone", change=seq)
        standing = find_standing(db, seq)
        typed, other = ({}, standing) if done.kind == "import" else _split(db, standing)
        change = changes.add_change(db, "undo", done.label, at, target=seq)
        office, author = get_option(db, "office"), get_option(db, "author")
        retractions = [make_retraction(office, typed.values(), author=author, claimed_time=at)] if typed else []
        rows = edit_log.append_to_change(db, change, retractions).keys() | edit_log.set_aside(db, change, other)
        return edit_log.refresh_rows(db, change, rows, [delta.id for delta in retractions])


def redo(db: Database, seq: int, *, at: str) -> Appended:
    """Do change `seq` again after it was taken back.

    DeskError `change_not_found`, or `change_not_undone` when it stands.
    """
    with db.transaction():
        done = changes.get_change(db, seq)
        if not changes.is_undone(db, seq):
            raise DeskError("change_not_undone", change=seq)
        aside = _find_aside(db, seq)
        retracted = [number for number in find_standing(db, seq) if number not in aside]
        change = changes.add_change(db, "redo", done.label, at, target=seq)
        again = [make_again(edit_log.read_delta(db, number)) for number in retracted]
        touched = edit_log.append_to_change(db, change, again)
        rows = touched.keys() | edit_log.set_aside(db, change, aside, count_again=True)
        return edit_log.refresh_rows(db, change, rows, [delta.id for delta in again])


def find_standing(db: Database, seq: int) -> list[int]:
    """The deltas (their numbers) a change put in force when it was last done."""
    return [
        n
        for (n,) in db.query(
            "SELECT delta FROM change_delta WHERE effect IN ('append', 'take_back') AND change = "
            "(SELECT max(seq) FROM change WHERE seq = :seq OR (target = :seq AND kind = 'redo')) ORDER BY delta",
            {"seq": seq},
        )
    ]


def find_edited_since(db: Database, seq: int) -> list[str]:
    """The rows a change wrote that somebody has written again since, grants aside, and that work still counts."""
    sql = (
        "SELECT DISTINCT r.id FROM json_each(:deltas) j JOIN delta_edit de ON de.delta = j.value JOIN edit e ON e.n = de.edit "
        "JOIN known_row r ON r.n = e.row WHERE EXISTS (SELECT 1 FROM edit later JOIN delta_edit le ON le.edit = later.n "
        "JOIN change_delta cd ON cd.delta = le.delta AND cd.effect = 'append' WHERE later.row = e.row "
        "AND EXISTS (SELECT 1 FROM json_each(later.body, '$.fields') f WHERE f.key != :executors) "
        "AND cd.change > :seq AND le.delta NOT IN (SELECT value FROM json_each(:deltas)) "
        "AND NOT EXISTS (SELECT 1 FROM set_aside s WHERE s.delta = le.delta) "
        "AND NOT EXISTS (SELECT 1 FROM retraction t JOIN delta d ON d.id = t.target WHERE d.n = le.delta)) ORDER BY r.n"
    )
    named = {"deltas": json.dumps(find_standing(db, seq)), "seq": seq, "executors": EXECUTORS}
    return [row for (row,) in db.query(sql, named)]


def _find_aside(db: Database, seq: int) -> list[int]:
    """The deltas the last undo of a change set aside."""
    return [
        n
        for (n,) in db.query(
            "SELECT delta FROM change_delta WHERE effect = 'set_aside' AND change = "
            "(SELECT max(seq) FROM change WHERE target = ? AND kind = 'undo') ORDER BY delta",
            (seq,),
        )
    ]


def _split(db: Database, numbers: list[int]) -> tuple[dict[int, str], list[int]]:
    """What a retraction of ours takes back (number → id), and what can only be set aside."""
    office = get_option(db, "office")
    typed: dict[int, str] = {}
    for number in numbers:
        ((id, by, nonce),) = db.query("SELECT id, office, nonce FROM delta WHERE n = ?", (number,))
        if nonce and by == office and not is_local(edit_log.read_delta(db, number)):
            typed[number] = id
    return typed, [number for number in numbers if number not in typed]
