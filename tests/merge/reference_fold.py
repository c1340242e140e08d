"""A second fold, written from the rules alone; every question is asked of the whole log again. Production must agree."""

from __future__ import annotations

from collections.abc import Collection

from r57desk.domain.fields import owner_of
from r57desk.merge.model import Delta, Edit
from tests.merge.reference_row import Asked, Row, Said

CREATE, GRANT, KIND, WHY = "#exists", "#executors", "#kind", "#reason"


class Reference:
    """All rows of a log, less what was set aside."""

    def __init__(self, deltas: Collection[Delta], aside: Collection[str] = ()) -> None:
        self.all = {delta.id: delta for delta in deltas}
        self.aside = set(aside)
        self.counted = {delta.id for delta in self.all.values() if self.counts(delta)}
        self.edits: dict[str, Edit] = {edit.id: edit for delta in self.all.values() for edit in delta.edits}
        self.ground: set[str] = set()  # edits that count again since somebody worked on the row they brought in
        self.ground = {id for row in {edit.row for edit in self.edits.values()} for id in self.find_ground(row)}

    def rows(self) -> dict[str, Row]:
        return {row: self.row(row) for row in {edit.row for edit in self.edits.values()}}

    def row(self, id: str) -> Row:
        found = Row(kind=self.kind(id), assigners=self.assigners(id), executors=self.executors(id))
        for code in {code for edit in self.counting(id) for code in (*edit.fields, *edit.supersedes)} - {WHY}:
            if code != KIND and (live := self.live(id, code)):
                found.cells[code] = self.in_order(id, code, live)
            found.requests |= self.requests(id, code)
            found.refusals |= self.refusals(id, code)
        found.exists = self.is_there(id, found)
        found.conflicts = self.conflicts(found)
        return found

    def counts(self, delta: Delta) -> bool:
        """Not set aside here, and not taken back by its own office (in a delta that is not set aside here)."""
        others = [other for other in self.all.values() if other.office == delta.office and other.id not in self.aside]
        return delta.id not in self.aside and not any(delta.id in other.retracts for other in others)

    def find_ground(self, row: str) -> set[str]:
        """The creations and grants of a row, if no creation counts but the work of another office, entitled by them."""
        made, founders = self.creations(row), {by for e in self.founding(row) for by in self.ever_behind(e.id, row)}
        work = [(by, c) for e in self.counting(row) for c in e.fields for by in self.behind(e.id) - founders]
        grants = [edit for edit in self.edits.values() if edit.row == row and GRANT in edit.fields]
        self.ground = {edit.id for edit in (*self.founding(row), *grants)}
        work = [(by, c) for by, c in work if c[0] != "#" and owner_of(self.kind(row), c) != "L"]
        kept = founders and not made and any(self.may_now(by, row, code) for by, code in work)
        ground, self.ground = self.ground if kept else set(), set()
        return ground

    def standing(self, edit: str) -> list[Delta]:
        said = [delta for delta in self.all.values() if any(one.id == edit for one in delta.edits)]
        counted = [delta for delta in said if delta.id in self.counted]
        return counted or (said if edit in self.ground else [])

    def behind(self, edit: str) -> frozenset[str]:
        return frozenset(delta.office for delta in self.standing(edit))

    def ever_behind(self, edit: str, row: str) -> set[str]:
        """Every office that ever said so, of an edit of this row that is here."""
        here = edit in self.edits and self.edits[edit].row == row
        return {d.office for d in self.all.values() if self.edits[edit] in d.edits} if here else set()

    def latest(self, edit: str) -> str:
        return max((delta.claimed_time for delta in self.standing(edit) if delta.id in self.counted), default="")

    def counting(self, row: str) -> list[Edit]:
        return [edit for edit in self.edits.values() if edit.row == row and self.standing(edit.id)]

    def founding(self, row: str) -> list[Edit]:
        return [e for e in self.edits.values() if e.row == row and e.fields.get(CREATE) == "1" and not e.supersedes]

    def creations(self, row: str) -> list[Edit]:
        return [edit for edit in self.founding(row) if self.standing(edit.id)]

    def assigners(self, row: str) -> set[str]:
        return {office for edit in self.creations(row) for office in self.behind(edit.id)}

    def kind(self, row: str) -> str:
        return min((edit.fields.get(KIND) or "task" for edit in self.creations(row)), default="task")

    def grants(self, row: str, able: set[str]) -> list[Edit]:
        return [e for e in self.counting(row) if e.fields.get(GRANT) and self.behind(e.id) & able]

    def granted(self, row: str) -> set[str]:  # ever, by an entitled office, whether or not it was taken back
        known = set[str]()
        for _ in self.edits:
            known |= {e.fields[GRANT] or "" for e in self.grants(row, self.assigners(row) | known)}
        return known

    def taken_back(self, row: str) -> set[str]:
        return {
            grant
            for edit in self.counting(row)
            for grant in edit.supersedes.get(GRANT, ())
            if self.behind(edit.id) & (self.assigners(row) | self.ever_behind(grant, row))
        }

    def executors(self, row: str) -> set[str]:
        able = self.assigners(row) | self.granted(row)
        return {e.fields[GRANT] or "" for e in self.grants(row, able) if e.id not in self.taken_back(row)}

    def may_now(self, office: str, row: str, code: str) -> bool:  # by an ordinary edit
        if code == GRANT:
            return office in self.assigners(row) | self.granted(row)
        who = {"A": self.assigners(row), "E": self.executors(row) or self.assigners(row), "L": {office}}
        return office in who[owner_of(self.kind(row), code)]

    def may(self, edit: Edit, code: str) -> bool:
        """Whether an edit decides a field: an assigner's also while creating, or handing over with a first grant."""
        if any(self.may_now(office, edit.row, code) for office in self.behind(edit.id)):
            return True
        giving = self.behind(edit.id) & self.assigners(edit.row)
        hands_over = any(edit in self.creations(edit.row) or self.hands_over(office, edit) for office in giving)
        return hands_over and owner_of(self.kind(edit.row), code) == "E"

    def hands_over(self, office: str, edit: Edit) -> bool:
        """A first grant: it names an office, replaces no grant, and replaces only work of its own office."""
        first = GRANT in edit.fields and not edit.supersedes.get(GRANT)
        replaced = set().union(*edit.supersedes.values())
        return first and all(office in self.ever_behind(id, edit.row) for id in replaced)

    def seen_by(self, edit: Edit, codes: Collection[str], found: set[str]) -> set[str]:
        """What an edit superseded in these fields, and what that superseded there, and so on, within its row."""
        for id in {id for code in codes for id in edit.supersedes.get(code, ())} - found:
            found.add(id)
            if id in self.edits and self.edits[id].row == edit.row:
                self.seen_by(self.edits[id], codes, found)
        return found

    def deciding(self, row: str, code: str) -> list[Edit]:
        return [e for e in self.counting(row) if (code in e.fields or code in e.supersedes) and self.may(e, code)]

    def replaced(self, row: str, code: str) -> set[str]:
        setting = [edit for edit in self.deciding(row, code) if code in edit.fields]
        return set().union(*(self.seen_by(edit, {code}, set()) for edit in setting))

    def refused(self, row: str, code: str) -> list[tuple[str, Edit]]:
        return [(id, e) for e in self.deciding(row, code) if code not in e.fields for id in e.supersedes[code]]

    def dead(self, row: str, code: str) -> set[str]:
        """An edit that sets the field stood on all before; one that does not stops just what it names."""
        if code == GRANT:  # one that is only asked for is answered by whoever may grant
            named = {id for e in self.deciding(row, code) for id in e.supersedes.get(code, ())}
            return self.taken_back(row) | {e.id for e in self.asking(row, code) if e.id in named}
        return self.replaced(row, code) | {id for id, _ in self.refused(row, code)}

    def live(self, row: str, code: str) -> list[Edit]:
        dead = self.dead(row, code)
        return [edit for edit in self.deciding(row, code) if code in edit.fields and edit.id not in dead]

    def in_order(self, row: str, code: str, live: list[Edit]) -> list[Said]:
        """Equal values are one. First who may write it, then the latest claimed time, then the smallest id."""
        siblings: list[Said] = []
        for value in {edit.fields[code] or None for edit in live}:
            ids = frozenset(edit.id for edit in live if (edit.fields[code] or None) == value)
            siblings.append((value, ids, frozenset().union(*map(self.behind, ids)), max(map(self.latest, ids))))
        siblings.sort(key=lambda one: min(one[1]))
        siblings.sort(key=lambda one: one[3], reverse=True)
        return sorted(siblings, key=lambda one: not any(self.may_now(office, row, code) for office in one[2]))

    def asking(self, row: str, code: str) -> list[Edit]:
        """Asked for by who may not, and not replaced by a later request of the same office."""
        asking = [edit for edit in self.counting(row) if not self.may(edit, code)]
        later = {(id, office) for e in asking for id in e.supersedes.get(code, ()) for office in self.behind(e.id)}
        return [e for e in asking if code in e.fields and not any((e.id, by) in later for by in self.behind(e.id))]

    def requests(self, row: str, code: str) -> set[Asked]:
        dead = self.dead(row, code)
        waiting = [edit for edit in self.asking(row, code) if edit.id not in dead]
        return {(code, e.fields[code] or None, e.id, self.behind(e.id), self.latest(e.id)) for e in waiting}

    def refusals(self, row: str, code: str) -> set[Asked]:
        found: set[Asked] = set()
        for edit in self.asking(row, code):
            answers = [answer for id, answer in self.refused(row, code) if id == edit.id]
            if answers and edit.id not in self.replaced(row, code):
                why = "\n".join(sorted({answer.fields.get(WHY) or "" for answer in answers} - {""}))
                by = frozenset().union(*(self.behind(answer.id) for answer in answers))
                found.add((code, edit.fields[code] or None, edit.id, self.behind(edit.id), why, by))
        return found

    def is_there(self, id: str, row: Row) -> bool:
        """Someone says so; or the only ones who spoke of it deleted it without seeing all shared work on it."""
        said = row.cells.get(CREATE, [])
        deletions = {edit for _, ids, *_ in said for edit in ids}
        everything = {code for edit in self.edits.values() for code in edit.supersedes}
        seen = deletions.union(*(self.seen_by(self.edits[edit], everything, set()) for edit in deletions))
        shared = {code for code in row.cells if owner_of(row.kind, code) != "L"} - {CREATE}
        work = {edit for code in shared for _, ids, *_ in row.cells[code] for edit in ids}
        return any(value == "1" for value, *_ in said) or (bool(deletions) and not work <= seen)

    def conflicts(self, row: Row) -> set[str]:
        several = {code for code, said in row.cells.items() if len(said) > 1 and code not in (CREATE, GRANT)}
        deleted = any(value == "0" for value, *_ in row.cells.get(CREATE, []))
        return several | ({CREATE} if row.exists and deleted else set())
