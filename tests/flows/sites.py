"""Computers with a register each, that hand each other their work delta by delta, in whatever order a story says."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from r57desk.merge import compose
from r57desk.merge.delta import make_delta, make_retraction, new_nonce
from r57desk.merge.fold import Request, RowState
from r57desk.merge.model import EXISTS, Delta, Edit
from r57desk.store import edit_log, projection
from r57desk.store.database import Database, open_database
from r57desk.store.edit_log import Appended
from r57desk.store.imports import ImportDraft
from r57desk.store.options import set_option
from r57desk.store.rows import get_state

NOW = "2025-09-24T08:00:00"


class Site:
    """One computer of an office. What is done at it is returned as the delta that tells others of it."""

    def __init__(self, path: Path, office: str, author: str = "") -> None:
        self.office, self.author = office, author
        self.db: Database = open_database(path, now=NOW, create=not path.exists())
        set_option(self.db, "office", office)

    # -- work done here --------------------------------------------------------------------------

    def make(self, row: str, **values: str) -> Delta:
        return self.tell(compose.create_row(row, values, nonce=new_nonce()))

    def write(self, row: str, *, at: str = NOW, **values: str | None) -> Delta:
        edit = compose.write_fields(self.state(row), values, by=self.office, nonce=new_nonce())
        assert edit is not None, "this story says nothing new"
        return self.tell(edit, at=at)

    def delete(self, row: str) -> Delta:
        return self.tell(compose.delete_row(self.state(row), nonce=new_nonce()))

    def grant(self, row: str, office: str) -> Delta:
        edit = compose.grant(self.state(row), office, by=self.office, nonce=new_nonce())
        assert edit is not None
        return self.tell(edit)

    def accept(self, row: str, request: Request) -> Delta:
        return self.tell(compose.accept_request(self.state(row), request, nonce=new_nonce()))

    def take_back(self, delta: Delta) -> Delta:
        retraction = make_retraction(self.office, [delta.id])
        self.take_in(retraction)
        return retraction

    def tell(self, edit: Edit, *, at: str = NOW) -> Delta:
        delta = make_delta(self.office, [edit], author=self.author, claimed_time=at, nonce=new_nonce())
        self.take_in(delta)
        return delta

    # -- work of others --------------------------------------------------------------------------

    def take_in(self, *deltas: Delta) -> list[Appended]:
        """Each as a change of its own, in this order."""
        return [edit_log.append(self.db, [delta], label=f"của {delta.office}", at=NOW) for delta in deltas]

    def import_file(self, *deltas: Delta) -> int:
        """What came in one file; the number of the change."""
        lines = {edit.id: (0, place) for delta in deltas for place, edit in enumerate(delta.edits, 5)}
        draft = ImportDraft("tra-ve.xlsx", " ".join(delta.id for delta in deltas).encode(), lines=lines)
        done = edit_log.append(self.db, deltas, kind="import", label="tra-ve.xlsx", at=NOW, draft=draft)
        assert done.change is not None
        return done.change

    def log(self) -> list[Delta]:
        return list(edit_log.find_deltas(self.db))

    # -- what is seen ----------------------------------------------------------------------------

    def state(self, row: str) -> RowState:
        return get_state(self.db, row)

    def shows(self, row: str, **values: str) -> None:
        """The row is there with these values and no others, nothing differs and nothing waits."""
        state = self.state(row)
        assert state.exists
        assert state.values == values
        assert state.conflicts == ()
        assert state.requests == ()
        assert self.find_rows() >= {row}

    def differs(self, row: str, **siblings: set[str | None]) -> None:
        """The row is there, and exactly these cells have several values, which are these."""
        state = self.state(row)
        assert state.exists
        found = {code: {one.value for one in state.cells[code].siblings} for code in state.conflicts}
        assert found == siblings

    def lacks(self, row: str) -> None:
        assert not self.state(row).exists
        assert row not in self.find_rows()

    def find_rows(self) -> set[str]:
        """The rows in the table people look at."""
        return {row for (row,) in self.db.query("SELECT id FROM task")}

    def dump(self) -> bytes:
        return projection.dump(self.db, local=False)


def exchange(sites: Iterable[Site]) -> None:
    """Everybody gets everything; then all show the same, as the log says, and no work is lost."""
    sites = list(sites)
    union = {delta.id: delta for site in sites for delta in site.log()}
    for site in sites:
        site.take_in(*reversed(union.values()))
        assert list(projection.find_differences(site.db)) == []
        assert find_lost(site) == []
    assert len({site.dump() for site in sites if not site.db.query("SELECT 1 FROM set_aside")}) <= 1


def find_lost(site: Site) -> list[tuple[str, str]]:
    """Edits that are neither shown, nor beside, nor asked for, nor taken back, nor covered by one that saw them."""
    deltas = site.log()
    aside = {id for (id,) in site.db.query("SELECT d.id FROM set_aside s JOIN delta d ON d.n = s.delta")}
    gone = aside | {id for delta in deltas for id in delta.retracts}
    standing = {edit.id: edit for delta in deltas if delta.id not in gone for edit in delta.edits}
    seen = {id for edit in standing.values() for ids in edit.supersedes.values() for id in ids}
    lost = []
    for edit in standing.values():
        state = site.state(edit.row)
        asked = {request.edit for request in state.requests}
        for code in edit.fields:
            shown = edit.id in state.live(code) and (state.exists or code == EXISTS)
            if not (shown or edit.id in asked or edit.id in seen):
                lost.append((edit.id, code))
    return lost
