"""Which program made the tables: one that reads deadlines otherwise made other tables of the same log.

Apart from the projection itself, which a window that opens an up-to-date register does not need.
"""

from __future__ import annotations

from r57desk.store import backup
from r57desk.store.database import Database
from r57desk.store.options import get_option, set_option

VERSION = "1"
"""Of what the tables say of a log. To be raised with every change of what is derived, such as the reading of deadlines."""

_OPTION = "projection"


def is_current(db: Database) -> bool:
    """Whether the tables were made by a program that derives what this one does, as those of a new register are."""
    return get_option(db, _OPTION) in ("", VERSION)


def note_version(db: Database) -> None:
    """Note that this program made the tables."""
    set_option(db, _OPTION, VERSION)


def bring_up_to_date(db: Database, *, now: str) -> bool:
    """Make the tables anew, after a backup, when a program that derives something else made them; whether it did."""
    if is_current(db):
        return False
    from r57desk.store import projection

    backup.back_up(db, now=now, reason="update")
    with db.transaction():
        projection.rebuild(db)
        note_version(db)
    return True
