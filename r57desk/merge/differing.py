"""The sides of a difference, what they all stood on, and what was decided between them; pure, from the edits of one row.

A cell holds several values because nobody who wrote one of them saw the other. A decision is an edit that saw them all.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from r57desk.domain.fields import owner_of
from r57desk.merge.authority import is_entitled
from r57desk.merge.compose import delete_row, restore_row
from r57desk.merge.delta import make_edit
from r57desk.merge.fold import RowState, Sibling, find_seen
from r57desk.merge.force import Held
from r57desk.merge.model import EXISTS, Edit, Value


@dataclass(frozen=True, slots=True)
class Granted:
    """A request that an edit of somebody entitled made come true. `answer` is that edit."""

    field: str
    value: Value
    edit: str
    offices: tuple[str, ...]
    answer: str


def find_sides(state: RowState, held: Sequence[Held], code: str) -> tuple[Sibling, ...]:
    """The live values of a cell in conflict, the shown one first.

    Of `#exists`: "1" with the work a deletion did not see, and "0" with the deletions.
    """
    if code != EXISTS:
        cell = state.cells.get(code)
        return cell.siblings if cell else ()
    by_id = {one.edit.id: one for one in held}
    said = {one.value: one for one in state.cells[EXISTS].siblings} if EXISTS in state.cells else {}
    if "0" not in said:
        return tuple(said.values())
    unseen = [*_find_unseen(state, said["0"].edits, by_id), *(said["1"].edits if "1" in said else ())]
    return (_join("1", unseen, by_id), said["0"])


def find_base(held: Sequence[Held], code: str, sides: Iterable[Sibling]) -> Held | None:
    """The latest edit that the authors of all sides saw in this field; None when they had none in common."""
    by_id = {one.edit.id: one for one in held}
    grounds = [_find_ground(side.edits, code, by_id) for side in sides]
    common = set.intersection(*grounds) if grounds else set()
    below = {id for one in common for id in _find_ground((one,), code, by_id)}
    latest = [one for one in held if one.edit.id in common - below and code in one.edit.fields]
    return latest[-1] if latest else None


def find_decided(state: RowState, held: Sequence[Held], id: str, code: str) -> tuple[Sibling, ...]:
    """The sides an edit decided between, the chosen one first; () if it decided nothing, or no longer stands alone.

    A value that no side had is a side of its own.
    """
    if code in state.conflicts or id not in state.live(code):
        return ()
    by_id = {one.edit.id: one for one in held}
    edit = by_id[id].edit
    if code == EXISTS:
        sides = _find_sides_of_deletion(state, held, edit, by_id)
    else:
        over = [one for one in edit.supersedes.get(code, ()) if _says(state, by_id, one, code)]
        kept = set(over)
        by_value: dict[Value, list[str]] = {}
        for one in over:
            if kept.isdisjoint(_find_ground((one,), code, by_id)):
                by_value.setdefault(by_id[one].edit.fields[code], []).append(one)
        sides = [_join(value, ids, by_id) for value, ids in by_value.items()]
    chosen = edit.fields[code]
    if len(sides) < 2:
        return ()
    if all(side.value != chosen for side in sides):
        sides.append(_join(chosen, (id,), by_id))
    return tuple(sorted(sides, key=lambda side: side.value != chosen))


def decide(state: RowState, code: str, value: Value, *, over: Collection[str] = (), nonce: str = "") -> Edit:
    """The edit that makes a value the only one. `over`: the sides of an earlier decision, so that it counts as one too."""
    if code == EXISTS:
        made = delete_row(state, nonce=nonce) if value == "0" else restore_row(state, nonce=nonce)
    else:
        made = make_edit(state.row, {code: value}, {code: state.live(code)}, nonce=nonce)
    seen = {code: (*made.supersedes.get(code, ()), *over)}
    return make_edit(state.row, made.fields, seen, nonce=nonce)


def find_granted(state: RowState, held: Sequence[Held]) -> list[Granted]:
    """The requests on a row that were granted, in the order they were asked."""
    by_id = {one.edit.id: one for one in held}
    found: dict[tuple[str, str], Granted] = {}
    for answer in held:
        for code, value in answer.edit.fields.items() if answer.offices else ():
            for id in answer.edit.supersedes.get(code, ()):
                asked = by_id.get(id)
                if asked is None or asked.edit.fields.get(code, ()) != value or _says(state, by_id, id, code):
                    continue
                by_another = asked.offices and asked.offices.isdisjoint(answer.offices)
                if by_another and _says(state, by_id, answer.edit.id, code):
                    offices = tuple(sorted(asked.offices))
                    found[id, code] = Granted(code, value, id, offices, answer.edit.id)
    order = {one.edit.id: place for place, one in enumerate(held)}
    return sorted(found.values(), key=lambda one: order[one.edit])


def _says(state: RowState, by_id: Mapping[str, Held], id: str, code: str) -> bool:
    """Whether an edit is here, in force, and entitled to write this field, which it does."""
    one = by_id.get(id)
    return bool(one and one.offices and code in one.edit.fields and is_entitled(state.authority, one, code, by_id))


def _find_ground(ids: Iterable[str], code: str, by_id: Mapping[str, Held]) -> set[str]:
    """What edits replaced in a field, what that replaced, and so on."""
    ground: set[str] = set()
    waiting = list(ids)
    while waiting:
        one = by_id.get(waiting.pop())
        for id in one.edit.supersedes.get(code, ()) if one else ():
            if id not in ground:
                ground.add(id)
                waiting.append(id)
    return ground


def _find_unseen(state: RowState, deletions: Iterable[str], by_id: Mapping[str, Held]) -> list[str]:
    """The live edits of a row that nobody who deleted it saw; of fields that travel."""
    seen = find_seen(deletions, by_id)
    return [id for id in state.all_live() if id not in seen and EXISTS not in by_id[id].edit.fields]


def _find_sides_of_deletion(
    state: RowState, held: Sequence[Held], edit: Edit, by_id: Mapping[str, Held]
) -> list[Sibling]:
    over = edit.supersedes.get(EXISTS, ())
    deleting = {id for id in over if _says(state, by_id, id, EXISTS) and by_id[id].edit.fields[EXISTS] == "0"}
    deletions = [
        id for id in over if id in deleting and deleting.isdisjoint(by_id[id].edit.supersedes.get(EXISTS, ()))
    ]
    if not deletions:
        return []
    seen, order = find_seen(deletions, by_id), [one.edit.id for one in held]
    before = order[: order.index(edit.id)]
    later = [
        id
        for id in before
        if id not in seen
        and by_id[id].offices
        and any(owner_of(state.kind, code) != "L" for code in by_id[id].edit.fields if code != EXISTS)
    ]
    return [_join("1", later, by_id), _join("0", deletions, by_id)] if later else []


def _join(value: Value, ids: Iterable[str], by_id: Mapping[str, Held]) -> Sibling:
    """One side: a value and the edits that stand for it."""
    held = [by_id[id] for id in dict.fromkeys(ids)]
    return Sibling(
        value,
        tuple(one.edit.id for one in held),
        tuple(sorted(frozenset[str]().union(*(one.offices for one in held)))),
        max((one.claimed_time for one in held), default=""),
    )
