"""What was written at many registers, and what has to have become of each of these writes.

The checker believes neither the fold nor the services. What an edit saw stands in the log, and is compared with what
its author's register held when it was made; who may write what is told by the reference; what a person sees is read
from the tables that screens read. So a write that vanished, came back, or gave way to one that did not know it is told.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from r57desk.domain.fields import BY_CODE, LOCAL_FIELDS
from r57desk.domain.status import DEFAULT_PROGRESS
from r57desk.merge.model import EXECUTORS, EXISTS, KIND, REASON, Delta, Edit, Value
from tests.merge.reference_fold import Reference

FATES = ("shown", "beside", "asked", "waits", "superseded", "answered", "set aside", "taken back", "lost")
"""beside: a listed sibling. waits: a request on a task whose creation does not count here. answered: an edit that only
ends others, which are ended. taken back: undone by its own office. lost: with the only register that held it."""

_LOCAL = LOCAL_FIELDS["task"]
_SHARED = [code for code in BY_CODE if code not in _LOCAL]


@dataclass(frozen=True)
class Snapshot:
    """What counted at one register at one moment: the first `length` deltas of its log, less those set aside."""

    places: Mapping[str, int]
    length: int
    aside: frozenset[str]

    def holds(self, delta: str, *, aside: bool = False) -> bool:
        return self.places.get(delta, self.length + 1) <= self.length and (aside or delta not in self.aside)


@dataclass(frozen=True)
class Seen:
    """What one register holds and shows at the end."""

    log: frozenset[str]
    aside: frozenset[str]
    lines: Mapping[str, Mapping[str, Any]]

    @classmethod
    def read(cls, log: Iterable[str], aside: Iterable[str], dump: bytes) -> Seen:
        lines = {line["row"]: line for line in map(json.loads, dump.decode().splitlines())}
        return cls(frozenset(log), frozenset(aside), lines)


@dataclass
class History:
    """Every delta anybody made, in the order of acts; and which of them only a restored or lost register held."""

    deltas: dict[str, Delta] = field(default_factory=dict)
    edits: dict[str, Edit] = field(default_factory=dict)
    holding: dict[str, set[str]] = field(default_factory=dict)
    acts: dict[str, int] = field(default_factory=dict)
    lost: set[str] = field(default_factory=set)
    others: set[str] = field(default_factory=set)  # rows that are no tasks: each register has its own

    def copy(self) -> History:
        holding = {id: set(deltas) for id, deltas in self.holding.items()}
        return History(
            dict(self.deltas), dict(self.edits), holding, dict(self.acts), set(self.lost), set(self.others)
        )

    def note(self, act: int, delta: Delta, known: Sequence[Snapshot]) -> None:
        """A delta somebody made just now, knowing what is in `known`: it must not claim to have seen anything else."""
        self.deltas[delta.id] = delta
        self.acts[delta.id] = act
        for edit in delta.edits:
            if edit.fields.get(KIND):
                self.others.add(edit.row)
            if edit.id not in self.edits and edit.row not in self.others:
                for id in {id for ids in edit.supersedes.values() for id in ids}:
                    assert self._can_have_seen(id, known), f"{edit} replaces {id}, which nobody there can have seen"
            self.edits[edit.id] = edit
            self.holding.setdefault(edit.id, set()).add(delta.id)

    def _can_have_seen(self, id: str, known: Sequence[Snapshot]) -> bool:
        """What counted there; or, of a row kept for the work of others, what it stands on."""
        edit, holders = self.edits.get(id), self.holding.get(id, ())
        ground = edit is not None and (edit.creates or EXECUTORS in edit.fields)
        return any(one.holds(delta, aside=ground) for one in known for delta in holders)

    def travels(self, id: str) -> bool:
        """Whether a delta is sent: not what is local, nor each register's own list of offices."""
        edits = self.deltas[id].edits
        return not edits or not all(edit.row in self.others or _is_local(edit) for edit in edits)

    def says(self, row: str, code: str, value: Value, packet: str = "") -> bool:
        """Whether anybody ever wrote this; in any row, when none is named."""
        return any(
            row in ("", edit.row) and edit.packet == packet and code in edit.fields and edit.fields[code] == value
            for edit in reversed(self.edits.values())
        )

    def find_in_force(self, seen: Seen) -> set[str]:
        """The deltas that count at a register: not set aside there, nor taken back by the office that made them."""
        kept = [self.deltas[id] for id in seen.log if id not in seen.aside]
        gone = {(delta.office, id) for delta in kept for id in delta.retracts}
        return {delta.id for delta in kept if (delta.office, delta.id) not in gone}

    def check(self, seen: Seen) -> Counter[str]:
        """What became of every write, counted; AssertionError when of one nothing became, or what must not."""
        force = self.find_in_force(seen)
        rows: dict[str, list[Edit]] = {}
        for edit in self.edits.values():
            if edit.row not in self.others:
                rows.setdefault(edit.row, []).append(edit)
        fates: Counter[str] = Counter()
        wrong: list[str] = []
        strange = [f"{row} is shown and nobody wrote it" for row in seen.lines if row not in rows]
        for row, edits in rows.items():
            told = _RowTold(self, row, edits, seen, force)
            for edit in edits:
                for code in (edit.fields.keys() | edit.supersedes.keys()) - {REASON, *_LOCAL}:
                    fate = self._find_fate(told, edit, code, seen, force)
                    fates[fate] += 1
                    if fate not in FATES:
                        wrong.append(f"{fate}: {code} of {edit} (acts {self._acts_of(edit)}); {told.line}")
            strange += told.find_strange()
        assert not wrong, "\n".join([f"{len(wrong)} writes went wrong", *wrong[:10]])
        assert not strange, "\n".join([f"{len(strange)} values stand wrongly", *strange[:10]])
        return fates

    def _find_fate(self, told: _RowTold, edit: Edit, code: str, seen: Seen, force: Collection[str]) -> str:
        here = self.holding[edit.id] & seen.log
        if here & force or edit.id in told.reference.ground:
            return told.find_fate(edit, code)
        if here:
            return "taken back" if here - seen.aside else "set aside"
        return "lost" if self.holding[edit.id] <= self.lost else "NOBODY HOLDS IT"

    def _acts_of(self, edit: Edit) -> list[int]:
        return sorted(self.acts[id] for id in self.holding[edit.id])


class _Told(Reference):
    """The reference, asked again and again about one row that does not change."""

    def __init__(self, deltas: Collection[Delta], aside: Collection[str]) -> None:
        super().__init__(deltas, aside)
        self._answers: dict[tuple[object, ...], Any] = {}
        for name in ("standing", "behind", "ever_behind", "counting", "creations", "assigners", "kind", "granted",
                     "taken_back", "executors", "may_now"):  # fmt: skip
            setattr(self, name, self._remembering(name, getattr(self, name)))

    def _remembering(self, name: str, ask: Any) -> Any:
        def answer(*asked: object) -> Any:
            if (name, *asked) not in self._answers:
                self._answers[name, *asked] = ask(*asked)
            return self._answers[name, *asked]

        return answer


class _RowTold:
    """One row: what its edits saw of each other, who was entitled, and what is seen of it."""

    def __init__(self, history: History, row: str, edits: Sequence[Edit], seen: Seen, force: Collection[str]) -> None:
        self.line = seen.lines.get(row, {})
        self.task: Mapping[str, Any] | None = self.line.get("task")
        self.requests = {(code, edit): value for code, edit, value, _ in self.line.get("requests", ())}
        self.siblings: dict[str, dict[str, Value]] = {}
        for code, _, value, ids, _ in self.line.get("siblings", ()):
            self.siblings.setdefault(code, {}).update(dict.fromkeys(ids.split(), value))
        here = {id for edit in edits for id in history.holding[edit.id]} & seen.log
        parts = [_part_of(history.deltas[id], row) for id in here]
        self.reference = _Told(parts, here - set(force))
        self.row, self.edits = row, self.reference.edits
        self.standing = [edit for edit in self.edits.values() if self.reference.standing(edit.id)]
        self._may: dict[tuple[str, str], bool] = {}
        self._dead: dict[str, set[str]] = {}

    def may(self, edit: Edit, code: str) -> bool:
        if (edit.id, code) not in self._may:
            self._may[edit.id, code] = self.reference.may(edit, code)
        return self._may[edit.id, code]

    # -- one write -------------------------------------------------------------------------------

    def find_fate(self, edit: Edit, code: str) -> str:
        """Of an edit that counts here."""
        may = self.may(edit, code)
        if code not in edit.fields:
            return self._find_fate_of_answer(edit, code, may)
        asked, beside = (code, edit.id) in self.requests, edit.id in self.siblings.get(code, ())
        covered = self._is_covered(edit, code, may)
        if asked or beside:
            if covered or may == asked:
                return "STANDS, AND MUST NOT"
            return "beside" if beside else "asked" if self.reference.assigners(self.row) else "waits"
        if may and not covered and self._is_shown(edit, code):
            return "shown"
        return "superseded" if covered else "NOWHERE"

    def _find_fate_of_answer(self, edit: Edit, code: str, may: bool) -> str:
        """An edit that only ends others: they must neither stand nor wait, if it was for its office to say."""
        for id in edit.supersedes[code]:
            own = id in self.edits and self.reference.behind(edit.id) & self.reference.behind(id)
            if (code, id) in self.requests and (may or own):
                return "UNHEARD"
            if may and id in self.siblings.get(code, ()):
                return "UNHEARD"
        return "answered"

    def _is_shown(self, edit: Edit, code: str) -> bool:
        value = edit.fields[code]
        if code == EXISTS:
            return (value == "1") == (self.task is not None)
        if self.task is None or code in self.siblings:
            return False
        if code == EXECUTORS:
            return value in self.task["executors"].split()
        return _plain(code, self.task[code]) == _plain(code, value)

    # -- what saw what ---------------------------------------------------------------------------

    def _is_covered(self, edit: Edit, code: str, may: bool) -> bool:
        if edit.id in self._find_dead(code):
            return True
        if may:
            return self.task is None and code != EXISTS and edit.id in self._seen_by_deletions
        offices = self.reference.behind(edit.id)
        return any(
            edit.id in later.supersedes.get(code, ()) and offices & self.reference.behind(later.id)
            for later in self.standing
            if not self.may(later, code)
        )

    def _find_dead(self, code: str) -> set[str]:
        """What somebody entitled replaced, with what that stood on; and what somebody entitled refused."""
        if code not in self._dead:
            if code == EXECUTORS:
                deciding = [edit for edit in self.standing if code in edit.supersedes and self.may(edit, code)]
                asked = {edit.id for edit in self.standing if code in edit.fields and not self.may(edit, code)}
                named = {id for edit in deciding for id in edit.supersedes[code]}
                self._dead[code] = set(self.reference.taken_back(self.row)) | asked & named
            else:
                deciding = [edit for edit in self.standing if code in edit.supersedes and self.may(edit, code)]
                setting = [edit for edit in deciding if code in edit.fields]
                self._dead[code] = self._follow(setting, (code,)).union(
                    *(edit.supersedes[code] for edit in deciding if code not in edit.fields)
                )
        return self._dead[code]

    @cached_property
    def _seen_by_deletions(self) -> set[str]:
        deletions = [
            edit
            for edit in self.standing
            if edit.fields.get(EXISTS) == "0" and self.may(edit, EXISTS) and edit.id not in self._find_dead(EXISTS)
        ]
        return self._follow(deletions, None)

    def _follow(self, edits: Iterable[Edit], codes: Collection[str] | None) -> set[str]:
        """What edits replaced, what that had replaced, and so on, as far as the log here tells."""
        found: set[str] = set()
        waiting = list(edits)
        while waiting:
            edit = waiting.pop()
            for code in edit.supersedes if codes is None else codes:
                fresh = set(edit.supersedes.get(code, ())) - found
                found |= fresh
                waiting += [self.edits[id] for id in fresh if id in self.edits]
        return found

    # -- the other way round ---------------------------------------------------------------------

    def find_strange(self) -> Iterator[str]:
        """What is shown, listed or asked for that nobody says who counts here."""
        standing = {edit.id: edit for edit in self.standing}
        listed = [(code, id, value) for code, side in self.siblings.items() for id, value in side.items()]
        listed += [(code, id, value) for (code, id), value in self.requests.items()]
        for code, id, value in listed:
            if id not in standing or standing[id].fields.get(code, "") != value:
                yield f"{code} = {value!r} of {id} is listed in {self.line}"
        for code in _SHARED if self.task else ():
            value = _plain(code, self.task[code])
            said = [
                edit for edit in self.standing if code in edit.fields and _plain(code, edit.fields[code]) == value
            ]
            said = [edit for edit in said if self.may(edit, code)]
            if code in self.siblings:
                said = [edit for edit in said if edit.id in self.siblings[code]]
            if value and all(edit.id in self._find_dead(code) for edit in said):
                yield f"{code} = {value!r} is shown in {self.line}"


def _plain(code: str, value: Value) -> str:
    """What nobody wrote is shown as the first of the words for progress."""
    return "" if code == "progress" and value == DEFAULT_PROGRESS else value or ""


def _part_of(delta: Delta, row: str) -> Delta:
    """What a delta says of one row; who took it back is known already."""
    return replace(delta, edits=tuple(edit for edit in delta.edits if edit.row == row), retracts=())


def _is_local(edit: Edit) -> bool:
    return bool(edit.fields) and _LOCAL.issuperset(edit.fields)
