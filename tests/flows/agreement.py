"""What must hold of registers once everybody heard of everything: one log, one table, and no write of which nothing became."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from pathlib import Path

from r57desk.merge.model import Delta
from r57desk.store import changes, edit_log, projection
from r57desk.store.database import open_database
from tests.flows.offices import NOW, Register, World


def check_laws(world: World) -> Counter[str]:
    """L11: after losses, a later packet each way brings all to one log; L2: then to one table; L3: with all of it.

    Says what became of every write at the register that sets aside the least.
    """
    world.exchange()
    world.exchange(1, kind="receipt")
    logs = [_find_travelling(world, register) for register in world.registers]
    assert all(log == logs[0] for log in logs), [len(log) for log in logs]
    for register in world.registers:
        _check_register(world, register)
    _check_equal(world)
    fates = [_check_history(world, register) for register in _find_unlike(world)]
    agree_on_what_is_set_aside(world)
    assert _check_equal(world) == 1
    first = world.registers[0]
    _check_history(world, first)
    _check_arrival(world, first)
    world.figures["registers compared"] += len(world.registers) + 1
    return min(fates, key=lambda one: one["set aside"])


def fork(world: World, folder: Path) -> World:
    """Copies of all registers, to be looked at and thrown away, so that what was lost stays lost in the originals."""
    folder.mkdir()
    other = World(folder, (), watched=True)
    other.history = world.history.copy()
    other.seen_by = dict(world.seen_by)
    for at in range(len(world.registers)):
        other.registers.append(other.open_copy(world.back_up(at)))
    return other


def agree_on_what_is_set_aside(world: World) -> None:
    """Laws of equality are about equal lists: everybody sets aside what anybody did."""
    aside = set().union(*(register.set_aside() for register in world.registers))
    for register in world.registers:
        db = register.desk.writer
        with db.transaction():
            change = changes.add_change(db, "edit", "", NOW)
            numbers = edit_log.find_delta_numbers(db, aside - register.set_aside())
            rows = edit_log.set_aside(db, change, numbers.values())
            edit_log.refresh_rows(db, change, rows, ())
        register.aside = frozenset(register.set_aside())


def _check_arrival(world: World, register: Register) -> None:
    """A new register that gets all of it in another order, in handfuls, some of it twice, shows the same."""
    deltas, chance = list(register.log().values()), random.Random(len(world.history.deltas))
    chance.shuffle(deltas)
    with open_database(world.next_path(), now=NOW, create=True) as db:
        for start in range(0, len(deltas), 500):
            edit_log.append(db, deltas[max(0, start - 20) : start + 500], at=NOW)
        with db.transaction():
            change = changes.add_change(db, "edit", "", NOW)
            numbers = edit_log.find_delta_numbers(db, register.set_aside())
            edit_log.refresh_rows(db, change, edit_log.set_aside(db, change, numbers.values()), ())
        lines = {line for line in projection.dump(db, local=False).splitlines() if b'"task":' in line}
    assert lines == {line for line in register.dump().splitlines() if b'"task":' in line}


def _check_register(world: World, register: Register) -> None:
    """What is here is what its authors made; what is local never came from elsewhere; the tables are the log's."""
    for id, delta in register.log().items():
        assert _in_order(delta) == _in_order(world.history.deltas[id])
    assert list(projection.find_differences(register.desk.writer)) == []
    for id in register.snapshot().places:
        assert world.history.travels(id) or world.history.deltas[id].office in (register.office, "")


def _check_equal(world: World) -> int:
    """Registers with equal logs and equal lists show the same, byte for byte; how many sorts of registers there are."""
    shown: dict[object, bytes] = {}
    for register in world.registers:
        log = frozenset(_find_travelling(world, register))
        key = log, log & register.set_aside()
        assert shown.setdefault(key, register.dump()) == register.dump()
    return len(shown)


def _find_unlike(world: World) -> list[Register]:
    """One register of each sort."""
    return list({frozenset(register.set_aside()): register for register in world.registers}.values())


def _check_history(world: World, register: Register) -> Counter[str]:
    assert register.set_aside() == register.aside
    return world.history.check(register.see())


def _in_order(delta: Delta) -> Delta:
    return replace(delta, edits=tuple(sorted(delta.edits, key=lambda edit: edit.id)))


def _find_travelling(world: World, register: Register) -> set[str]:
    return {id for id in register.snapshot().places if world.history.travels(id)}
