"""What a file answers is known from our record, from the packet in it, or from an earlier import."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from r57desk.errors import DeskError
from r57desk.services.sent import find_sent
from tests.flows.offices import World
from tests.services.sheets import answer

HQ, HEALTH, HOME = "01", "01.SYT", "01.SNV"
RESULT = 5  # a column of the annex


@pytest.fixture
def world(tmp_path) -> Iterator[World]:
    (tmp_path / "so").mkdir()
    made = World(tmp_path / "so", (HQ, HEALTH, HOME))
    made.create(0, "Việc")
    yield made
    made.close()


def find(world, at, reading, **options):
    desk = world.registers[at].desk
    return find_sent(desk.reader, desk.office, reading, **options)


def test_the_sender_knows_it_from_its_record_and_others_from_the_packet(world):
    packet = world.send(0, HEALTH)
    (row,) = packet.rows
    reading = answer(packet)
    world.write(0, row, "lead", "sau khi gửi")
    for at in (0, 1):
        sent = find(world, at, reading)
        assert (sent.office, sent.packet, set(sent.rows)) == (HEALTH, packet.id, {row})
        assert sent.bases([row], {})[row] == packet.base[row]
        assert sent.blanks == set(packet.blanks)


def test_a_mark_or_a_code_leads_to_our_record(world):
    packet = world.send(0, HEALTH)
    (row,) = packet.rows
    bare = answer(packet, carried=False)
    assert find(world, 0, bare) is None
    for sent in (find(world, 0, bare, packet=packet.id), find(world, 0, answer(packet, packed=False))):
        assert (sent.office, set(sent.rows)) == (HEALTH, {row})
        assert sent.rows[row].values == packet.base[row].values
        assert sent.bases([row], {}) == {row: packet.base[row]}
    assert find(world, 1, answer(packet, packed=False)) is None, "not ours, and nothing in it says what it was"


def _answered(world, row):
    """An answer of the office of health has come."""
    world.take(1, world.send(0, HEALTH))
    world.write(1, row, "result_now", "của Sở Y tế")
    world.take(0, world.send(1, HQ))


BEFORE = {
    "written since": lambda world, row: None,
    "deleted since": lambda world, row: None,
    "undone since": lambda world, row: world.write(0, row, "lead", "trước khi gửi"),
    "an import undone since": _answered,
    "an import taken back since": lambda world, row: (_answered(world, row), world.registers[0].desk.undo.undo()),
}
SINCE = {
    "written since": lambda world, row: world.write(0, row, "lead", "sau khi gửi"),
    "deleted since": lambda world, row: world.delete(0, row),
    "undone since": lambda world, row: world.registers[0].desk.undo.undo(),
    "an import undone since": lambda world, row: world.registers[0].desk.undo.undo(),
    "an import taken back since": lambda world, row: world.registers[0].desk.undo.redo(),
}


@pytest.mark.parametrize("what", SINCE)
def test_rows_are_told_as_they_were_sent_whatever_happened_since(world, what):
    """Rows nothing happened to are not folded again: all that did must be noticed."""
    (row,) = world.registers[0].rows()
    BEFORE[what](world, row)
    packet = world.send(0, HEALTH)
    state = world.registers[0].state(row)
    SINCE[what](world, row)
    assert world.registers[0].state(row) != state
    sent = find(world, 0, answer(packet))
    assert sent.rows[row].values == packet.base[row].values
    for states in ({}, {row: world.registers[0].state(row)}):
        assert sent.bases([row], states)[row] == packet.base[row]


def test_an_import_is_a_base_with_all_that_files_had_said_by_then(desk, annex, with_cell):
    def bring_in(path):
        return desk.imports.apply(desk.imports.plan(desk.imports.read(path)))

    bring_in(annex())
    bring_in(annex(with_cell({(1, RESULT): "Đã có dự thảo"}), name="2.xlsx"))
    bring_in(annex(with_cell({(1, RESULT): "Đã trình"}), name="3.xlsx"))
    reading = desk.imports.read(annex(name="tra-ve.xlsx"))
    said = [
        {
            base.values.get("result_now")
            for base in find_sent(desk.reader, "01", reading, "", "", number).rows.values()
        }
        for number in (1, 2, 3)
    ]
    assert said == [{None}, {None, "Đã có dự thảo"}, {None, "Đã trình"}]
    with pytest.raises(DeskError) as caught:
        find_sent(desk.reader, "01", reading, "", "", 9)
    assert caught.value.code == "import_not_found"


def test_a_return_without_ids_is_compared_with_the_import_it_answers(desk, annex, annex_rows, with_cell):
    desk.imports.apply(desk.imports.plan(desk.imports.read(annex())))
    task = next(one for one in desk.tasks.find() if one.stt == "3")
    desk.tasks.set_fields([task.id], {"lead": "Sở khác"})
    rows = with_cell({(3, RESULT): "Đã lắp 5 trạm"}, annex_rows[:-1])
    returned = annex((*rows, (9, "Việc sở tự thêm", "Sở Y tế", "", "", "", "")), name="tra-ve.xlsx")
    plan = desk.imports.plan(desk.imports.read(returned), from_office=HEALTH, base_import=1)
    cells = [(row.row_id, cell.field, cell.state) for row in plan.rows for cell in row.cells]
    assert cells == [(task.id, "result_now", "request")], "the stale lead says nothing"
    assert [row.kind for row in plan.rows] == ["changed", "new"]
    assert [row.stt for row in plan.missing] == ["4"]
    desk.imports.apply(plan)
    assert len(desk.tasks.find()) == 5
    assert desk.tasks.get(task.id).lead == "Sở khác"
