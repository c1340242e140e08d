"""What people do at many desks, and what happens to their files: acts to be drawn at random, thousands in a row.

To add one: a function of the story and a way to draw numbers (`draw(n)` is below n), and a line in ACTS with how often
it is done. An act that finds nothing to do does nothing.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

from r57desk.domain.query import Clause, Query
from r57desk.merge.model import EXISTS
from r57desk.merge.packet import Packet, PacketKind
from r57desk.services.deciding import Asked
from r57desk.services.import_plan import ImportPlan
from r57desk.store import changes
from r57desk.workbook.reading import Reading
from tests.flows.offices import World
from tests.services.sheets import answer, with_rows

HQ, HEALTH, HOME, COMMUNE, FINANCE = "01", "01.SYT", "01.SNV", "00004", "01.STC"
OFFICES = (HQ, HEALTH, HOME, COMMUNE, FINANCE)
FIELDS = ("title", "lead", "deadline_text", "result_now", "note", "progress")
PROGRESS = ("dang_thuc_hien", "hoan_thanh", "tam_dung")
TITLE = "Rà soát, cập nhật kế hoạch chuyển đổi số"
YEARS = (1995, 2025, 2055)
_MOST_UNDER_WAY, _MOST_SHEETS, _MOST_COPIES, _MOST_ROWS = 24, 5, 3, 90

Draw = Callable[[int], int]


@dataclass
class Story:
    """Five offices at work.

    `sheets` are packets somebody fills in with a spreadsheet alone, `files` what came of it; `archive` are packets
    that were taken in and lie about.
    """

    world: World
    machines: int
    sheets: list[Packet] = field(default_factory=list)
    files: list[tuple[Reading, set[tuple[str, str]]]] = field(default_factory=list)
    archive: list[Packet] = field(default_factory=list)

    def do(self, act: str, draw: Draw) -> None:
        _BY_NAME[act](self, draw)

    def at(self, draw: Draw) -> int:
        return draw(len(self.world.registers))

    def row(self, at: int, draw: Draw) -> str | None:
        """A row that is shown there; the same few are drawn more often, so that people meet in them."""
        rows = self.world.registers[at].rows()
        return rows[min(draw(len(rows)), draw(len(rows)))] if rows else None


def begin(world: World) -> Story:
    """A task the first office hands to two others."""
    world.create(0)
    for at in (1, 2):
        world.take(at, world.send(0, world.registers[at].office))
    return Story(world, len(world.registers))


# -- at a desk -----------------------------------------------------------------------------------


def _create(story: Story, draw: Draw) -> None:
    at = story.at(draw)
    if len(story.world.registers[at].rows()) < _MOST_ROWS:
        story.world.create(at, f"{story.world.token('t')}: {TITLE}")


def _write(story: Story, draw: Draw) -> None:
    at, code = story.at(draw), FIELDS[draw(len(FIELDS))]
    if row := story.row(at, draw):
        story.world.write(at, row, code, PROGRESS[draw(3)] if code == "progress" else "")


def _write_several(story: Story, draw: Draw) -> None:
    at = story.at(draw)
    rows = {row for _ in range(3) if (row := story.row(at, draw))}
    if rows:
        token = story.world.token("m")
        story.world.write_all(at, sorted(rows), {"lead": f"{token}a", "note": f"{token}b", "tags": f"{token}c"})


def _erase(story: Story, draw: Draw) -> None:
    at = story.at(draw)
    if row := story.row(at, draw):
        story.world.write(at, row, FIELDS[1 + draw(len(FIELDS) - 1)], None)


def _write_what_stays_here(story: Story, draw: Draw) -> None:
    at = story.at(draw)
    if row := story.row(at, draw):
        story.world.write(at, row, "tags")


def _delete(story: Story, draw: Draw) -> None:
    at = story.at(draw)
    if row := story.row(at, draw):
        story.world.delete(at, row)


def _undo(story: Story, draw: Draw) -> None:
    story.world.undo(story.at(draw))


def _redo(story: Story, draw: Draw) -> None:
    story.world.redo(story.at(draw))


def _undo_something_older(story: Story, draw: Draw) -> None:
    at = story.at(draw)
    db = story.world.registers[at].desk.writer
    found = [one.seq for one in changes.find_changes(db, limit=80) if one.kind in ("edit", "import")]
    standing = [seq for seq in found if not changes.is_undone(db, seq)]
    if standing:
        story.world.undo_change(at, standing[draw(len(standing))])


def _undo_an_import(story: Story, draw: Draw) -> None:
    at = story.at(draw)
    records = [one for one in story.world.registers[at].desk.imports.records()[:20] if not one.undone]
    if records:
        story.world.undo_import(at, records[draw(len(records))].id)


# -- deciding ------------------------------------------------------------------------------------


def _accept(story: Story, draw: Draw) -> None:
    at = story.at(draw)
    if one := _find_asked(story, at, draw, ours=False):
        made = story.world.does(at, "accept", lambda desk: desk.deciding.accept([one.id]))
        assert any(one.edit in edit.supersedes.get(one.field, ()) for delta in made for edit in delta.edits)


def _refuse(story: Story, draw: Draw) -> None:
    """Somebody else's, with a reason; or our own, which is withdrawn."""
    at, ours = story.at(draw), draw(4) == 0
    if one := _find_asked(story, at, draw, ours=ours):
        reason = "" if ours else story.world.token("vì ")
        how = "withdraw" if ours else "refuse"
        made = story.world.does(at, how, lambda desk: desk.deciding.refuse([one.id], reason))
        assert any(one.edit in edit.supersedes.get(one.field, ()) for delta in made for edit in delta.edits)


def _find_asked(story: Story, at: int, draw: Draw, *, ours: bool) -> Asked | None:
    found = story.world.registers[at].desk.deciding.requests()
    able = [one for one in found if (one.ours if ours else one.may_decide)]
    return able[draw(len(able))] if able else None


def _keep_a_side(story: Story, draw: Draw) -> None:
    at, again = story.at(draw), draw(4) == 0
    deciding = story.world.registers[at].desk.deciding
    found = deciding.decided() if again else deciding.differences()
    if found:
        one = found[draw(len(found))]
        side = one.sides[draw(len(one.sides))]
        how = "decide anew" if again else "keep a side"
        story.world.does(at, how, lambda desk: desk.deciding.keep(one.id, side.edits))


def _write_another(story: Story, draw: Draw) -> None:
    at = story.at(draw)
    found = story.world.registers[at].desk.deciding.differences()
    found = [one for one in found if one.field not in (EXISTS, "progress")]
    if found:
        one, token = found[draw(len(found))], story.world.token("d")
        story.world.does(at, "write another", lambda desk: desk.deciding.write(one.id, token))
        assert story.world.history.says(one.row_id, one.field, token)


# -- files ---------------------------------------------------------------------------------------


def _send_everything(story: Story, draw: Draw) -> None:
    _send(story, draw, Query())


def _send_some(story: Story, draw: Draw) -> None:
    at = story.at(draw)
    rows = [row for _ in range(4) if (row := story.row(at, draw))]
    _send(story, draw, Query(clauses=(Clause("id", "=", tuple(rows)),)), at)


def _send_a_receipt(story: Story, draw: Draw) -> None:
    _send(story, draw, Query(), kind="receipt")


def _send(story: Story, draw: Draw, query: Query, at: int | None = None, kind: PacketKind = "tasks") -> None:
    at = story.at(draw) if at is None else at
    to = story.world.registers[story.at(draw)].office
    if story.world.registers[at].office != to and len(story.world.under_way) < _MOST_UNDER_WAY:
        story.world.under_way.append(story.world.send(at, to, query, kind=kind))


def _arrive(story: Story, draw: Draw) -> None:
    """In any order, at any machine of the office; now and then it stays about, and comes again."""
    if found := _find_under_way(story, draw):
        at, packet = found
        story.world.take(at, packet)
        _put_away(story, packet, draw)


def _arrive_as_a_file(story: Story, draw: Draw) -> None:
    """Read from its workbook, which nobody changed."""
    if (found := _find_under_way(story, draw)) and found[1].kind == "tasks":
        at, packet = found
        plan = story.world.bring_in(at, answer(packet), how="take a file")
        assert plan.rows == (), "a file nobody changed says nothing"
        _put_away(story, packet, draw)


def _put_away(story: Story, packet: Packet, draw: Draw) -> None:
    if draw(8):
        story.world.under_way.remove(packet)
        story.archive = [*story.archive[-29:], packet]


def _take_again(story: Story, draw: Draw) -> None:
    """What was set aside when its import was undone counts again with the very same packet."""
    world, at = story.world, story.at(draw)
    register = world.registers[at]
    undone = [
        one
        for one in story.archive
        if any(changes.is_undone(register.desk.writer, change) for change in register.taken.get(one.id, ()))
    ]
    if undone:
        world.take(at, undone[draw(len(undone))], how="take what was undone")


def _find_under_way(story: Story, draw: Draw) -> tuple[int, Packet] | None:
    world = story.world
    if not world.under_way:
        return None
    packet = world.under_way[draw(len(world.under_way))]
    machines = [at for at, one in enumerate(world.registers) if one.office == packet.to]
    return (machines[draw(len(machines))], packet) if machines else None


def _get_lost(story: Story, draw: Draw) -> None:
    if story.world.under_way:
        story.world.under_way.pop(draw(len(story.world.under_way)))
        story.world.count("get lost")


def _keep_a_sheet(story: Story, draw: Draw) -> None:
    at = story.at(draw)
    to = story.world.registers[story.at(draw)].office
    if story.world.registers[at].office != to:
        if len(story.sheets) == _MOST_SHEETS:
            story.sheets.pop(draw(_MOST_SHEETS))
        story.sheets.append(story.world.send(at, to))


def _fill_in_by_hand(story: Story, draw: Draw) -> None:
    """With a spreadsheet alone: cells, blank rows, new rows, crosses; read at either office, or at a third."""
    if not story.sheets:
        return
    world, packet = story.world, story.sheets[draw(len(story.sheets))]
    token, rows = world.token("h"), packet.rows
    said: dict[str, dict[str, str | None]] = {}
    for number in range(draw(4) if rows else 0):
        code = FIELDS[draw(len(FIELDS))]
        erased = code not in ("title", "progress") and draw(6) == 0
        row = rows[draw(len(rows))]
        longer = code == "title" and draw(6) > 0
        value = None if erased else PROGRESS[draw(3)] if code == "progress" else f"{token}.{number}"
        value = f"{value}: {TITLE}" if longer else value
        said.setdefault(row, {})[code] = value
    crossed = [rows[draw(len(rows))]] if rows and draw(8) == 0 else []
    filled = [{"title": f"{token}.b"}] if draw(6) == 0 else []
    added = [{"title": f"{token}.a", "stt": "9"}] if draw(8) == 0 else []
    reading = answer(packet, said, delete=crossed, filled=filled, added=added, name=f"{token}.xlsx")
    reading, gone = _wear(reading, draw)
    cells = {(row, code) for row, values in said.items() for code in values} | {(row, EXISTS) for row in crossed}
    plan = _bring_in(story, reading, draw, cells)
    story.files = [*story.files[-9:], (reading, cells)]
    said = {row: values for row, values in said.items() if row not in gone}
    crossed = [row for row in crossed if row not in gone]
    for row, values in said.items():
        place = "" if "title" in values else row  # under another title a line may be read as a new row, or set aside
        for code, value in values.items():
            if "title" in values and value is None:
                continue  # nothing is erased in a new row
            heard = world.history.says(place, code, value, packet.id) or _is_set_aside(plan, values)
            assert heard or (value or "") == packet.base[row].values.get(code, ""), (row, code, value)
    assert all(world.history.says(row, EXISTS, "0", packet.id) for row in crossed if "title" not in said.get(row, {}))
    assert not filled or world.history.says(packet.blanks[0], "title", f"{token}.b", packet.id)
    made = (edit for edit in world.history.edits.values() if edit.fields.get("title") == f"{token}.a")
    assert not added or any(made)


def _wear(reading: Reading, draw: Draw) -> tuple[Reading, set[str]]:
    """Perhaps with its lines in another order, and one of them gone; the row that has none is not deleted for that."""
    lines, gone = list(reading.rows), set[str]()
    for _ in range(draw(3) if lines else 0):
        lines.append(lines.pop(draw(len(lines))))
    if len(lines) > 1 and draw(4) == 0 and lines[0].id in (reading.packet.base if reading.packet else ()):
        gone.add(lines.pop(0).id)
    return with_rows(reading, lines), gone


def _is_set_aside(plan: ImportPlan, values: Mapping[str, str | None]) -> bool:
    return any(remark.raw == values.get("title") for remark in plan.set_aside)


def _bring_in_again(story: Story, draw: Draw) -> None:
    """The same file, wherever; perhaps after its import was undone there."""
    if story.files:
        reading, cells = story.files[draw(len(story.files))]
        _bring_in(story, reading, draw, cells, how="bring in again")


def _bring_in(
    story: Story, reading: Reading, draw: Draw, cells: Collection[tuple[str, str]], how: str = "fill in by hand"
) -> ImportPlan:
    packet = reading.packet
    assert packet is not None
    registers = story.world.registers
    readers = [at for at, one in enumerate(registers) if one.office in (packet.to, packet.office)]
    at = story.at(draw) if draw(6) == 0 or not readers else readers[draw(len(readers))]
    stranger = registers[at].office not in (packet.to, packet.office)
    return story.world.bring_in(
        at, reading, changed=cells, replaces=draw(3) == 0, from_office=packet.to if stranger else "", how=how
    )


# -- accidents -----------------------------------------------------------------------------------


def _copy(story: Story, draw: Draw) -> None:
    at = story.at(draw)
    copies = story.world.registers[at].copies
    if len(copies) == _MOST_COPIES:
        copies.pop(draw(_MOST_COPIES)).path.unlink()
    story.world.copy(at)


def _restore(story: Story, draw: Draw) -> None:
    at = story.at(draw)
    if draw(3) == 0 and (copies := story.world.registers[at].copies):
        story.world.restore(at, draw(len(copies)))


def _clone(story: Story, draw: Draw) -> None:
    """A copied laptop; one at a time beside the five."""
    if len(story.world.registers) == story.machines:
        story.world.clone(story.at(draw))


def _give_up_a_machine(story: Story, draw: Draw) -> None:
    """One of two machines of an office is no more."""
    registers = story.world.registers
    doubled = [at for at, one in enumerate(registers) if sum(one.office == two.office for two in registers) > 1]
    if doubled:
        story.world.give_up(doubled[draw(len(doubled))])


def _jump(story: Story, draw: Draw) -> None:
    """Clocks decades wrong: who wrote last, by the clock, decides nothing."""
    os.environ["R57DESK_TODAY"] = f"{YEARS[draw(len(YEARS))]}-06-{1 + draw(28):02}"
    story.world.count("clock jump")


ACTS: tuple[tuple[Callable[[Story, Draw], None], int], ...] = (
    (_create, 5), (_write, 26), (_write_several, 4), (_erase, 2), (_write_what_stays_here, 2), (_delete, 3),
    (_undo, 5), (_redo, 3), (_undo_something_older, 2), (_undo_an_import, 3),
    (_accept, 5), (_refuse, 5), (_keep_a_side, 5), (_write_another, 2),
    (_send_everything, 4), (_send_some, 8), (_send_a_receipt, 3), (_arrive, 15), (_arrive_as_a_file, 3), (_take_again, 8),
    (_get_lost, 3), (_keep_a_sheet, 2), (_fill_in_by_hand, 8), (_bring_in_again, 3),
    (_copy, 2), (_restore, 1), (_clone, 1), (_give_up_a_machine, 1), (_jump, 2),
)  # fmt: skip
NAMES = tuple(act.__name__.strip("_") for act, _ in ACTS)
_BY_NAME = {act.__name__.strip("_"): act for act, _ in ACTS}
_ACCIDENTS = (_copy, _restore, _clone, _give_up_a_machine, _get_lost)


def do_at_random(story: Story, chance: random.Random, operations: int, *, accidents: int = 1) -> None:
    """Act after act, until so many found something to do; `accidents`: how many times as often they happen."""
    weights = [weight * (accidents if act in _ACCIDENTS else 1) for act, weight in ACTS]
    while story.world.operations.total() < operations:
        (name,) = chance.choices(NAMES, weights)
        story.do(name, chance.randrange)
