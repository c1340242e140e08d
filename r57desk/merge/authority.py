"""Who may write what, read from the edits of the row alone.

Assigners: the offices that hold an edit creating the row. Executors: the offices named by live `#executors`
edits of someone entitled to grant (an assigner, or an office granted before, transitively).

An assigner writes A fields, and E fields while the row has no executors, and E fields inside a creating edit or
inside a first grant (so that a grant can hand over the values it found). An executor writes E fields. Local
fields are written by whoever holds them: they never travel. Whatever else arrives is a request.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from r57desk.domain.fields import owner_of
from r57desk.merge.force import Held
from r57desk.merge.model import EXECUTORS, KIND, Edit


@dataclass(frozen=True, slots=True)
class Authority:
    """The offices of one row. `granted` also counts executors whose grant was taken back: their grants stand."""

    kind: str = "task"
    assigners: frozenset[str] = frozenset()
    executors: frozenset[str] = frozenset()
    granted: frozenset[str] = frozenset()

    def may_write(self, office: str, code: str) -> bool:
        """Whether an ordinary new edit of `code` by `office` would be live, not a request."""
        owner = owner_of(self.kind, code)
        if owner == "L":
            return True
        if code == EXECUTORS:
            return office in self.assigners or office in self.granted
        if owner == "A":
            return office in self.assigners
        return office in self.executors or (office in self.assigners and not self.executors)


def read_authority(held: Sequence[Held]) -> Authority:
    """The offices of a row, from all its edits."""
    creators = [one for one in held if one.offices and one.edit.creates]
    assigners = frozenset[str]().union(*(one.offices for one in creators))
    kind = min((one.edit.fields.get(KIND) or "task" for one in creators), default="task")
    grants = [one for one in held if one.offices and one.edit.fields.get(EXECUTORS)]
    if not grants:
        return Authority(kind, assigners)
    granted = _grow_granted(assigners, grants)
    entitled = assigners | granted
    revoked = find_revoked(held, assigners)
    executors = {
        office
        for one in grants
        if one.offices & entitled and one.edit.id not in revoked and (office := one.edit.fields[EXECUTORS])
    }
    return Authority(kind, assigners, frozenset(executors), granted)


def founds(authority: Authority, one: Held) -> bool:
    """Whether an edit brought the row in for one of its assigners: all it says is theirs to say."""
    return one.edit.creates and not authority.assigners.isdisjoint(one.offices)


def is_entitled(authority: Authority, one: Held, code: str, by_id: Mapping[str, Held]) -> bool:
    """Whether an edit in force decides field `code`, or only asks."""
    for office in one.offices:  # asked of every field of every edit: `any` costs more than it says
        if authority.may_write(office, code):
            return True
        handed_over = office in authority.assigners and owner_of(authority.kind, code) == "E"
        if handed_over and (one.edit.creates or _is_first_grant(one.edit, office, by_id)):
            return True
    return False


def _grow_granted(assigners: frozenset[str], grants: Sequence[Held]) -> frozenset[str]:
    granted: set[str] = set()
    while True:
        entitled = assigners | granted
        found = {office for one in grants if one.offices & entitled and (office := one.edit.fields[EXECUTORS])}
        if found <= granted:
            return frozenset(granted)
        granted |= found


def find_revoked(held: Sequence[Held], assigners: frozenset[str]) -> set[str]:
    """Grants taken back: only an assigner, or the office that granted, can."""
    taking = [one for one in held if one.offices and EXECUTORS in one.edit.supersedes]
    if not taking:
        return set()
    holders = {one.edit.id: one.holders for one in held}
    return {
        id
        for one in taking
        for id in one.edit.supersedes[EXECUTORS]
        if one.offices & (assigners | holders.get(id, frozenset()))
    }


def _is_first_grant(edit: Edit, office: str, by_id: Mapping[str, Held]) -> bool:
    if EXECUTORS not in edit.fields or EXECUTORS in edit.supersedes:
        return False
    seen = {id for ids in edit.supersedes.values() for id in ids}
    return all(id in by_id and office in by_id[id].holders for id in seen)
