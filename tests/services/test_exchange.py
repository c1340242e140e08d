"""What the screen of partners and packets shows: numbers, gaps, who has answered, what waits."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from r57desk.services.exchange import Waiting
from r57desk.store import packets
from r57desk.store.packets import PacketFile
from tests.flows.offices import World
from tests.services.sheets import answer, content_of

HQ, HEALTH, HOME = "01", "01.SYT", "01.SNV"


@pytest.fixture
def world(tmp_path) -> Iterator[World]:
    (tmp_path / "so").mkdir()
    made = World(tmp_path / "so", (HQ, HEALTH, HOME))
    made.create(0, "Phòng dịch")
    yield made
    made.close()


def exchange(world, at=0):
    return world.registers[at].desk.exchange


def send(world, at, to):
    """A packet whose file stands."""
    packet = world.send(at, to)
    packets.add_file(world.registers[at].desk.writer, packet.id, PacketFile("f" * 64, 12_345))
    return packet


def bring_in(world, reading, at=0, **options):
    desk = world.registers[at].desk
    return desk.imports.apply(desk.imports.plan(reading, **options), content=content_of(reading.rows))


def test_nothing_was_exchanged_yet(world):
    assert (exchange(world).partners(), exchange(world).sent(), exchange(world).received()) == ([], [], [])
    assert exchange(world).waiting() == Waiting(0, 0, 0, 0)


def test_a_packet_waits_until_the_partner_says_to_hold_it(world):
    unfinished = world.send(0, HEALTH)
    packet = send(world, 0, HEALTH)
    first, second = exchange(world).sent(HEALTH)
    assert (first.id, first.state, first.number, first.rows, first.hash, first.size) == (
        packet.id, "waiting", 2, 1, "f" * 64, 12_345,
    )  # fmt: skip
    assert (second.id, second.state) == (unfinished.id, "unfinished")
    assert first.edits == sum(len(delta.edits) for delta in packet.deltas)
    assert exchange(world).sent(HOME) == []
    (partner,) = exchange(world).partners()
    assert (partner.code, partner.sent, partner.received, partner.waiting) == (HEALTH, 2, 0, 1)
    assert exchange(world).waiting().unanswered == 1
    world.take(1, packet)
    world.take(0, send(world, 1, HQ))
    assert [one.state for one in exchange(world).sent()] == ["acknowledged", "acknowledged"]
    (partner,) = exchange(world).partners()
    assert (partner.name, partner.received, partner.waiting) == (f"Cơ quan {HEALTH}", 1, 0)
    assert partner.last_received >= partner.last_sent != ""
    (received,) = exchange(world).received()
    assert (received.partner, received.number, received.kind, received.state) == (HEALTH, 1, "tasks", "complete")


def test_a_lost_packet_is_a_gap_and_what_follows_says_so(world):
    world.take(0, send(world, 1, HQ))
    world.take(1, send(world, 0, HEALTH))
    send(world, 1, HQ)  # lost
    world.take(0, send(world, 1, HQ))
    assert exchange(world).partners()[0].gaps == (2,)
    assert exchange(world).waiting().gaps == 1
    assert [one.number for one in exchange(world).received()] == [3, 1]


def test_a_packet_after_one_that_was_lost_waits_for_it(world):
    world.take(1, send(world, 0, HEALTH))
    world.take(0, send(world, 1, HQ))
    world.take(1, send(world, 0, HEALTH))
    world.copy(0)
    world.take(0, send(world, 1, HQ))
    world.take(1, send(world, 0, HEALTH))
    world.restore(0)
    world.take(0, send(world, 1, HQ))
    assert exchange(world).received()[0].state == "after_gap"


def test_a_workbook_that_came_back_filled_in_is_an_answer(world):
    packet = send(world, 0, HEALTH)
    (row,) = packet.rows
    done = bring_in(world, answer(packet, {row: {"result_now": "xong"}}))
    (received,) = exchange(world).received(HEALTH)
    assert (received.id, received.partner, received.returned) == (packet.id, HEALTH, True)
    assert (received.import_id, received.counts["changed"], received.file_name) == (done.import_id, 1, "tra-ve.xlsx")
    assert exchange(world).sent()[0].state == "acknowledged"
    assert exchange(world).partners()[0].received == 0
    world.registers[0].desk.undo.undo_import(done.import_id)
    assert exchange(world).received()[0].state == "undone"


def test_an_answer_that_lost_everything_but_its_cells_is_listed_too(world):
    packet = send(world, 0, HEALTH)
    reading = answer(packet, {packet.rows[0]: {"result_now": "xong"}}, carried=False)
    bring_in(world, reading, packet=packet.id)
    (received,) = exchange(world).received()
    assert (received.id, received.number, received.partner, received.returned) == (packet.id, 1, HEALTH, True)
    assert exchange(world).sent()[0].state == "acknowledged"


def test_what_waits_is_counted_for_who_answers(world):
    row = world.registers[0].rows()[0]
    world.take(1, send(world, 0, HEALTH))
    world.take(2, send(world, 0, HOME))
    world.write(1, row, "lead", "Sở Y tế")
    world.write(1, row, "result_now", "một")
    world.write(2, row, "result_now", "hai")
    for at in (1, 2):
        world.take(0, send(world, at, HQ))
    assert exchange(world).waiting() == Waiting(1, 1, 0, 0)
    assert exchange(world, 1).waiting().requests == 0
    assert len(world.registers[1].desk.deciding.requests()) == 1
