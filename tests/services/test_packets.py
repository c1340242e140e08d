"""Sending grants, then notes; taking in is all or nothing, and is noted even when nothing was new."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from r57desk.domain.query import parse_query
from r57desk.errors import DeskError
from r57desk.merge.delta import make_delta, make_edit
from r57desk.services.packets import COLUMNS, compose_packet, plan_packet, take_packet
from r57desk.store import changes, packets, registers
from r57desk.store.exports import find_export, find_rows
from tests.flows.offices import World

HQ, HEALTH, HOME = "01", "01.SYT", "01.SNV"


@pytest.fixture
def world(tmp_path) -> Iterator[World]:
    (tmp_path / "so").mkdir()
    made = World(tmp_path / "so", (HQ, HEALTH, HOME))
    yield made
    made.close()


def test_sending_grants_first_so_that_the_grant_travels(world):
    desk, row = world.registers[0].desk, world.create(0, "Việc")
    packet = compose_packet(desk, HEALTH, to_name="Sở Y tế")
    assert world.registers[0].state(row).authority.executors == {HEALTH}
    granted = [delta for delta in packet.deltas for edit in delta.edits if edit.fields.get("#executors") == HEALTH]
    assert len(granted) == 1
    assert changes.next_undo(desk.reader).label == "Giao cho Sở Y tế: 1 nhiệm vụ"
    again = compose_packet(desk, HEALTH)
    assert len(again.deltas) == len(packet.deltas), "nothing is granted twice"
    assert again.number == 2


def test_a_packet_holds_the_tasks_asked_for_with_what_they_were(world):
    desk = world.registers[0].desk
    rows = [world.create(0, title) for title in ("Phòng dịch", "Khám bệnh")]
    world.write(0, rows[0], "lead", "Sở Y tế")
    packet = compose_packet(desk, HEALTH, parse_query("lead:“Sở Y tế”".replace("“", '"').replace("”", '"')))
    assert packet.rows == (rows[0],)
    base = packet.base[rows[0]]
    assert base.values == {"title": "Phòng dịch", "lead": "Sở Y tế", "progress": "chua_thuc_hien"}
    assert base.live["lead"] == world.registers[0].state(rows[0]).live("lead")
    assert base.live["#executors"]
    assert (len(packet.blanks), packet.columns) == (15, COLUMNS)
    record = find_export(desk.reader, packet.id)
    assert (find_rows(desk.reader, record), record.partner, record.number) == ([rows[0]], HEALTH, 1)
    assert world.registers[0].state(rows[1]).authority.executors == set(), "what is not sent is not granted"


def test_local_fields_and_samples_never_leave(world):
    desk = world.registers[0].desk
    row = world.create(0, "Việc")
    desk.tasks.set_fields([row], {"tags": "gấp"})
    desk.register.load_samples()
    packet = compose_packet(desk, HEALTH)
    assert packet.rows == (row,)
    assert all("tags" not in edit.fields for delta in packet.deltas for edit in delta.edits)
    assert {edit.row for delta in packet.deltas for edit in delta.edits} == {row}


def test_an_office_nobody_registered_is_known_from_then_on_both_ways(world):
    packet = compose_packet(world.registers[0].desk, "00007", to_name="Phường Mới")
    assert registers.find_office_name(world.registers[0].desk.reader, "00007") == "Phường Mới"
    assert packet.to_name == "Phường Mới"
    world.take(1, world.send(0, HEALTH))
    assert registers.find_office_name(world.registers[1].desk.reader, HQ) == "Cơ quan 01"
    assert packets.find_partners(world.registers[0].desk.reader) == ["00007", HEALTH]


def test_nothing_is_sent_to_oneself_or_to_a_code_that_is_none(world):
    for to, code in ((HQ, "packet_to_self"), ("01-SYT", "office_code_wrong")):
        with pytest.raises(DeskError) as caught:
            compose_packet(world.registers[0].desk, to)
        assert caught.value.code == code
    assert packets.find_sent(world.registers[0].desk.reader) == []


def test_what_a_packet_would_change_is_told_and_then_it_does(world):
    row = world.create(0, "Việc")
    first = world.send(0, HEALTH)
    db = world.registers[1].desk.reader
    told = plan_packet(db, HEALTH, first)
    assert [(one.title, one.kind) for one in told.rows] == [("Việc", "task")]
    assert told.rows[0].preview.granted == (HEALTH,)
    assert (told.acknowledges, told.earlier, told.newer) == (True, None, None)
    assert world.registers[1].rows() == []
    world.take(1, first)
    world.write(1, row, "result_now", "ở sở")
    world.write(0, row, "lead", "Phòng A")
    second = world.send(0, HEALTH)
    (changed,) = plan_packet(db, HEALTH, second).rows
    assert [(one.field, one.old, one.new, one.state) for one in changed.preview.differences] == [
        ("lead", None, "Phòng A", "changed")
    ]
    world.take(1, second)
    late = plan_packet(db, HEALTH, first)
    assert (late.is_empty, late.earlier.packet, late.newer.number) == (True, first.id, 2)


def test_taking_in_is_one_change_that_is_set_aside_here_alone(world):
    row = world.create(0, "Việc")
    taken = world.take(1, world.send(0, HEALTH))
    desk = world.registers[1].desk
    assert changes.get_change(desk.reader, taken.changes.change).kind == "import"
    assert desk.undo.undo()
    assert not world.registers[1].state(row).exists
    assert all(not delta.retracts for delta in world.send(1, HQ).deltas)
    assert desk.undo.redo()
    assert world.registers[1].state(row).exists


def test_what_never_travels_is_refused(world):
    row = world.create(0, "Việc")
    packet = world.send(0, HEALTH)
    local = make_delta(HQ, [make_edit(row, {"tags": "gấp"})])
    with pytest.raises(DeskError) as caught:
        take_packet(world.registers[1].desk, replace(packet, deltas=(*packet.deltas, local)))
    assert caught.value.code == "packet_damaged"
    assert packets.find_received(world.registers[1].desk.reader) == []
