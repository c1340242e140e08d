"""A second fold, written from the rules alone and as slowly as it reads: production must agree with it.

It shares the model and the table of field owners with production, and nothing else.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from r57desk.domain.fields import owner_of
from r57desk.merge.model import Delta, Edit

CREATE, GRANT, KIND = "#exists", "#executors", "#kind"


@dataclass
class Row:
    """What a row comes to: for each field its live (value, edit ids), and who asks for what."""

    exists: bool = False
    kind: str = "task"
    cells: dict[str, set[tuple[str | None, frozenset[str]]]] = field(default_factory=dict)
    requests: set[tuple[str, str | None, str]] = field(default_factory=set)
    assigners: set[str] = field(default_factory=set)
    executors: set[str] = field(default_factory=set)


class Reference:
    """All rows of a log, less what was set aside."""

    def __init__(self, deltas: Collection[Delta], aside: Collection[str] = ()) -> None:
        self.all = {delta.id: delta for delta in deltas}
        self.aside = set(aside)
        self.edits: dict[str, Edit] = {edit.id: edit for delta in self.all.values() for edit in delta.edits}

    def rows(self) -> dict[str, Row]:
        return {row: self.row(row) for row in {edit.row for edit in self.edits.values()}}

    # -- what counts -----------------------------------------------------------------------------

    def counts(self, delta: Delta) -> bool:
        if delta.id in self.aside:
            return False
        return not any(
            other.office == delta.office and delta.id in other.retracts and other.id not in self.aside
            for other in self.all.values()
        )

    def behind(self, edit: str) -> set[str]:
        """Offices of the counting deltas that hold an edit."""
        return {d.office for d in self.all.values() if self.counts(d) and any(e.id == edit for e in d.edits)}

    def ever_behind(self, edit: str) -> set[str]:
        return {d.office for d in self.all.values() if any(e.id == edit for e in d.edits)}

    def counting(self, row: str) -> list[Edit]:
        return [edit for edit in self.edits.values() if edit.row == row and self.behind(edit.id)]

    # -- who may -----------------------------------------------------------------------------------

    def creations(self, row: str) -> list[Edit]:
        return [e for e in self.counting(row) if e.fields.get(CREATE) == "1" and not e.supersedes]

    def assigners(self, row: str) -> set[str]:
        return {office for edit in self.creations(row) for office in self.behind(edit.id)}

    def kind(self, row: str) -> str:
        return min((edit.fields.get(KIND) or "task" for edit in self.creations(row)), default="task")

    def granted(self, row: str) -> set[str]:
        """Everyone an entitled office ever granted, whether or not it was taken back."""
        known: set[str] = set()
        for _ in range(100):
            for edit in self.counting(row):
                if edit.fields.get(GRANT) and self.behind(edit.id) & (self.assigners(row) | known):
                    known = known | {edit.fields[GRANT] or ""}
        return known

    def taken_back(self, row: str) -> set[str]:
        return {
            grant
            for edit in self.counting(row)
            for grant in edit.supersedes.get(GRANT, ())
            if self.behind(edit.id) & (self.assigners(row) | self.known_behind(grant, row))
        }

    def known_behind(self, edit: str, row: str) -> set[str]:
        return self.ever_behind(edit) if edit in self.edits and self.edits[edit].row == row else set()

    def executors(self, row: str) -> set[str]:
        able = self.assigners(row) | self.granted(row)
        return {
            edit.fields[GRANT] or ""
            for edit in self.counting(row)
            if edit.fields.get(GRANT) and self.behind(edit.id) & able and edit.id not in self.taken_back(row)
        }

    def may(self, edit: Edit, code: str) -> bool:
        return any(self.office_may(office, edit, code) for office in self.behind(edit.id))

    def office_may(self, office: str, edit: Edit, code: str) -> bool:
        row = edit.row
        assigner = office in self.assigners(row)
        owner = owner_of(self.kind(row), code)
        if owner == "L":
            return True
        if code == GRANT:
            return assigner or office in self.granted(row)
        if owner == "A":
            return assigner
        if office in self.executors(row):
            return True
        return assigner and (not self.executors(row) or edit.creates or self.hands_over(office, edit))

    def hands_over(self, office: str, edit: Edit) -> bool:
        """A first grant: it names an office, replaces no grant, and replaces only work of its own office."""
        if GRANT not in edit.fields or edit.supersedes.get(GRANT):
            return False
        replaced = {id for ids in edit.supersedes.values() for id in ids}
        return all(office in self.known_behind(id, edit.row) for id in replaced)

    # -- what is live ------------------------------------------------------------------------------

    def ancestors(self, edit: Edit, code: str) -> Iterator[str]:
        """What an edit replaces in a field: for one that sets it, also what those replaced, and so on."""
        seen: set[str] = set()
        frontier = set(edit.supersedes.get(code, ()))
        while frontier:
            seen |= frontier
            if code not in edit.fields:
                break
            older = {
                id
                for known in frontier
                if known in self.edits and self.edits[known].row == edit.row
                for id in self.edits[known].supersedes.get(code, ())
            }
            frontier = older - seen
        yield from seen

    def row(self, id: str) -> Row:
        found = Row(kind=self.kind(id), assigners=self.assigners(id), executors=self.executors(id))
        counting = self.counting(id)
        for code in {code for edit in counting for code in (*edit.fields, *edit.supersedes)}:
            able = [
                edit for edit in counting if (code in edit.fields or code in edit.supersedes) and self.may(edit, code)
            ]
            dead = {old for edit in able for old in self.ancestors(edit, code)}
            if code == GRANT:
                dead = self.taken_back(id)
            live = [edit for edit in able if code in edit.fields and edit.id not in dead]
            values = {edit.fields[code] or None for edit in live}
            if live and code != KIND:
                found.cells[code] = {
                    (value, frozenset(e.id for e in live if (e.fields[code] or None) == value)) for value in values
                }
            asking = [edit for edit in counting if edit not in able and code in edit.fields]
            also = [edit for edit in counting if edit not in able and code in edit.supersedes]
            for edit in asking:
                answered = edit.id in dead
                replaced = any(
                    edit.id in other.supersedes[code] and self.behind(other.id) & self.behind(edit.id)
                    for other in also
                )
                if not answered and not replaced:
                    found.requests.add((code, edit.fields[code] or None, edit.id))
        found.exists = self.is_there(id, found)
        return found

    def is_there(self, row_id: str, row: Row) -> bool:
        said = row.cells.get(CREATE, set())
        if any(value == "1" for value, _ in said):
            return True
        gone = {id for _, ids in said for id in ids}
        seen: set[str] = set()
        while gone - seen:
            id = (gone - seen).pop()
            seen.add(id)
            if id in self.edits and self.edits[id].row == row_id:
                gone |= {old for ids in self.edits[id].supersedes.values() for old in ids}
        work = {
            id
            for code, values in row.cells.items()
            if code != CREATE and owner_of(row.kind, code) != "L"
            for _, ids in values
            for id in ids
        }
        return bool(said) and bool(work - seen)
