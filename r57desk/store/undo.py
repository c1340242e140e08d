"""Taking a change back and doing it again; each is a change of its own, in one transaction.

What we typed is taken back by a retraction, which travels; what came from a file, and local fields, are set aside,
here only. To do it again, retracted edits are appended anew under a fresh nonce, the others count again.
"""

from __future__ import annotations

from r57desk.errors import DeskError
from r57desk.merge.delta import is_local, make_again, make_retraction
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
        typed, other = _split(db, _find_standing(db, seq))
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
        retracted = [number for number in _find_standing(db, seq) if number not in aside]
        change = changes.add_change(db, "redo", done.label, at, target=seq)
        again = [make_again(edit_log.read_delta(db, number)) for number in retracted]
        touched = edit_log.append_to_change(db, change, again)
        rows = touched.keys() | edit_log.set_aside(db, change, aside, count_again=True)
        return edit_log.refresh_rows(db, change, rows, [delta.id for delta in again])


def _find_standing(db: Database, seq: int) -> list[int]:
    """The deltas (their numbers) a change put in force when it was last done."""
    return [
        n
        for (n,) in db.query(
            "SELECT delta FROM change_delta WHERE effect IN ('append', 'take_back') AND change = "
            "(SELECT max(seq) FROM change WHERE seq = :seq OR (target = :seq AND kind = 'redo')) ORDER BY delta",
            {"seq": seq},
        )
    ]


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
