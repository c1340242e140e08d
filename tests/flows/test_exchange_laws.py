"""The laws of exchange, over registers in real files: packets are lost, come twice, late, after a restore, from a clone."""

from __future__ import annotations

import itertools
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from r57desk.errors import DeskError
from r57desk.merge.delta import make_delta, make_edit, make_retraction, new_nonce
from r57desk.merge.model import EXECUTORS, EXISTS
from r57desk.merge.packet import Packet, format_packet, parse_packet
from r57desk.services.packets import compose_packet, take_packet
from r57desk.store import packets
from tests.flows import acts
from tests.flows.acts import COMMUNE, HEALTH, HOME, HQ, begin
from tests.flows.agreement import check_laws
from tests.flows.offices import World

OFFICES = (HQ, HEALTH, HOME, COMMUNE)
FEW = max(12, settings.default.max_examples // 12)


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World(tmp_path / "so", OFFICES, watched=True)
    yield made
    made.close()


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path) -> None:
    (tmp_path / "so").mkdir()


def values(world: World, at: int, row: str, field: str) -> set[str | None]:
    state = world.registers[at].state(row)
    return {one.value for one in state.cells[field].siblings} if field in state.cells else set()


# -- what people do ------------------------------------------------------------------------------


def test_a_task_goes_to_an_office_and_its_answer_comes_back(world):
    row = world.create(0, "Phòng dịch")
    world.take(1, world.send(0, HEALTH))
    world.write(1, row, "result_now", "Đã tiêm chủng")
    world.take(0, world.send(1, HQ))
    assert values(world, 0, row, "result_now") == {"Đã tiêm chủng"}
    assert world.registers[0].state(row).authority.executors == {HEALTH}
    check_laws(world)


def test_through_three_hops_and_back_the_author_is_kept(world):
    row = world.create(0, "Chuyển đổi số")
    world.take(1, world.send(0, HEALTH))
    world.take(3, world.send(1, COMMUNE))
    world.write(3, row, "result_now", "Xã đã làm")
    world.take(1, world.send(3, HEALTH))
    corrected = world.write(1, row, "result_now", "Sở đã rà soát")
    world.take(0, world.send(1, HQ))
    assert values(world, 0, row, "result_now") == {corrected}
    history = world.registers[0].desk.tasks.history(row)
    assert [(one.office, one.new) for one in history if one.field == "result_now"] == [
        (COMMUNE, "Xã đã làm"),
        (HEALTH, corrected),
    ]
    check_laws(world)


def test_two_offices_that_answer_for_one_task_differ_until_somebody_decides(world):
    row = world.create(0, "Khám sức khoẻ")
    world.take(1, world.send(0, HEALTH))
    world.take(2, world.send(0, HOME))
    world.write(1, row, "result_now", "một")
    world.write(2, row, "result_now", "hai")
    world.take(0, world.send(1, HQ))
    world.take(0, world.send(2, HQ))
    assert world.registers[0].state(row).conflicts == ("result_now",)
    assert values(world, 0, row, "result_now") == {"một", "hai"}
    check_laws(world)


def test_an_edit_of_what_belongs_to_another_is_a_request(world):
    row = world.create(0, "Việc")
    world.take(1, world.send(0, HEALTH))
    world.write(1, row, "deadline_text", "Tháng 12/2025")
    world.take(0, world.send(1, HQ))
    (request,) = world.registers[0].state(row).requests
    assert (request.field, request.value, request.offices) == ("deadline_text", "Tháng 12/2025", (HEALTH,))
    check_laws(world)


# -- L6 ------------------------------------------------------------------------------------------


def test_L6_a_packet_taken_again_changes_nothing_and_is_known_to_have_come(world):
    row = world.create(0, "Việc")
    packet = world.send(0, HEALTH)
    first = world.take(1, packet)
    world.write(1, row, "result_now", "xong")
    before = world.registers[1].dump()
    again = world.take(1, packet)
    assert (again.changes.change, again.acknowledged, world.registers[1].dump()) == (None, True, before)
    noted = packets.find_received(world.registers[1].desk.reader, packet=packet.id)
    assert [one.change for one in noted] == [None, first.changes.change]


def test_L6_a_packet_whose_import_was_undone_counts_again_only_by_itself(world):
    row = world.create(0, "Việc")
    packet = world.send(0, HEALTH)
    taken = world.take(1, packet)
    world.undo_change(1, taken.changes.change)
    assert not world.registers[1].state(row).exists
    world.write(0, row, "lead", "Sở Y tế")
    world.take(1, world.send(0, HEALTH))
    assert not world.registers[1].state(row).exists, "what was set aside stays so when it is carried again"
    world.take(1, packet)
    assert world.registers[1].state(row).values["lead"] == "Sở Y tế"
    check_laws(world)


def test_undoing_an_import_never_takes_back_our_own_work_elsewhere(world):
    row = world.create(0, "Việc")
    world.copy(0)
    world.write(0, row, "lead", "của ta")
    world.take(1, world.send(0, HEALTH))
    world.restore(0)
    taken = world.take(0, world.send(1, HQ))
    assert values(world, 0, row, "lead") == {"của ta"}, "what a restore lost comes back from the partner"
    world.undo_change(0, taken.changes.change)
    world.take(1, world.send(0, HEALTH))
    assert values(world, 1, row, "lead") == {"của ta"}, "set aside there alone"


def test_L10_taking_back_a_task_that_was_sent_hides_no_work_of_who_got_it(world):
    row = world.create(0, "Việc")
    (made,) = world.registers[0].done
    world.take(1, world.send(0, HEALTH))
    done = world.write(1, row, "result_now")
    world.undo_change(0, made)
    assert not world.registers[0].state(row).exists, "nobody is known to have worked on it"
    world.take(1, world.send(0, HEALTH))
    assert values(world, 1, row, "result_now") == {done}
    assert world.registers[1].desk.tasks.get(row).title == "Việc"
    standing = {(one.field, one.state) for one in world.registers[1].desk.tasks.history(row)}
    assert standing == {("#exists", "live"), ("title", "live"), ("#executors", "live"), ("result_now", "live")}
    world.take(0, world.send(1, HQ))
    assert world.registers[0].desk.tasks.get(row).result_now == done
    check_laws(world)


def test_L10_undoing_a_file_keeps_the_tasks_somebody_here_has_worked_on(world):
    rows = [world.create(0) for _ in range(3)]
    taken = world.take(1, world.send(0, HEALTH))
    done = world.write(1, rows[1], "result_now")
    world.undo_change(1, taken.changes.change)
    assert world.registers[1].rows() == [rows[1]]
    assert values(world, 1, rows[1], "result_now") == {done}
    world.redo(1)
    assert set(world.registers[1].rows()) == set(rows)
    check_laws(world)


# -- L11 -----------------------------------------------------------------------------------------


def test_L11_one_later_packet_heals_any_that_were_lost(world):
    row = world.create(0, "Việc")
    for number in range(4):
        world.write(0, row, "lead", f"lần {number}")
        lost = world.send(0, HEALTH)
    assert lost.since == ""
    world.write(0, row, "lead", "cuối")
    world.take(1, world.send(0, HEALTH))
    assert values(world, 1, row, "lead") == {"cuối"}
    assert packets.find_gaps(world.registers[1].desk.reader, HQ) == [1, 2, 3, 4]
    check_laws(world)


def test_L11_a_packet_shrinks_to_what_was_not_acknowledged(world):
    rows = [world.create(0) for _ in range(5)]
    world.take(1, world.send(0, HEALTH))
    world.take(0, world.send(1, HQ))
    world.write(0, rows[0], "lead", "mới")
    second = world.send(0, HEALTH)
    assert [edit.fields for delta in second.deltas for edit in delta.edits] == [{"lead": "mới"}]
    assert (second.number, len(second.names)) == (2, 1)
    assert world.take(1, second).acknowledged


def test_L11_what_follows_a_packet_that_never_came_is_taken_but_not_acknowledged(world):
    row = world.create(0, "Việc")
    world.copy(1)
    world.take(1, world.send(0, HEALTH))
    world.take(0, world.send(1, HQ))
    world.restore(1)  # a machine that forgot the first packet
    world.write(0, row, "lead", "mới")
    second = world.send(0, HEALTH)
    assert second.since
    taken = world.take(1, second)
    assert not taken.acknowledged
    assert taken.changes.change is not None
    assert not world.registers[1].state(row).exists, "its creation is not here yet"
    world.take(0, world.send(1, HQ))
    third = world.send(0, HEALTH)
    assert third.since == ""
    assert world.take(1, third).acknowledged
    assert values(world, 1, row, "lead") == {"mới"}


# -- L18 -----------------------------------------------------------------------------------------


def test_L18_a_clone_of_a_register_and_its_origin_both_go_on(world):
    row = world.create(0, "Việc")
    world.take(1, world.send(0, HEALTH))
    world.take(0, world.send(1, HQ))
    world.clone(1)
    here, there = world.write(1, row, "result_now"), world.write(4, row, "note")
    world.take(0, world.send(1, HQ))
    world.take(0, world.send(4, HQ))
    assert values(world, 0, row, "result_now") == {here}
    assert values(world, 0, row, "note") == {there}
    packet = world.send(0, HEALTH)
    world.take(1, packet)
    world.take(4, packet)
    assert values(world, 1, row, "note") == {there}
    check_laws(world)


def test_L18_a_restored_register_gets_back_what_it_had_sent(world):
    row = world.create(0, "Việc")
    world.copy(0)
    world.take(1, world.send(0, HEALTH))
    kept = world.write(0, row, "lead")
    world.take(1, world.send(0, HEALTH))
    world.restore(0)
    after = world.write(0, row, "note")
    world.take(1, world.send(0, HEALTH))
    world.take(0, world.send(1, HQ))
    assert values(world, 0, row, "lead") == {kept}
    assert values(world, 1, row, "note") == {after}
    check_laws(world)


# -- L15 -----------------------------------------------------------------------------------------

VALUES = ("giả", "hoan_thanh", None)


@settings(max_examples=FEW)
@given(data=st.data())
def test_L15_no_packet_changes_what_is_not_its_senders(data, tmp_path_factory):
    folder = tmp_path_factory.mktemp("so")
    world = World(folder, (HQ, HEALTH, HOME))
    try:
        row = world.create(0, "Việc")
        world.write(0, row, "lead", "Sở Nội vụ")
        world.take(2, world.send(0, HOME))  # the commune's neighbour executes it
        world.write(2, row, "result_now", "thật")
        world.take(0, world.send(2, HQ))
        _attack(data, world, row)
    finally:
        world.close()
        shutil.rmtree(folder)


def _attack(data, world: World, row: str) -> None:
    """The health office, which was given nothing, sends whatever it can think of in its own name."""
    register = world.registers[0]
    before = register.state(row)
    known = [edit.id for delta in register.log().values() for edit in delta.edits if edit.row == row]
    some_ids = st.lists(st.sampled_from([*known, "0" * 32]), max_size=4)
    edits = []
    for _ in range(data.draw(st.integers(1, 4))):
        code = data.draw(st.sampled_from(["title", "lead", "result_now", "progress", "note", EXISTS, EXECUTORS]))
        value = {EXISTS: "0", EXECUTORS: HEALTH, "progress": "hoan_thanh"}.get(code, "giả")
        fields = {code: value} if data.draw(st.booleans()) else {}
        seen = {code: data.draw(some_ids)} | ({} if fields else {EXISTS: known[:1]})
        edits.append(make_edit(row, fields, seen, nonce=new_nonce()))
    gone = data.draw(st.lists(st.sampled_from(sorted(register.log())), max_size=3))
    forged = [make_delta(HEALTH, edits, nonce=new_nonce(), retracts=gone), make_retraction(HEALTH, gone)]
    packet = Packet(_row_id(world), HEALTH, HQ, 1, deltas=tuple(forged))
    take_packet(register.desk, parse_packet(format_packet(packet)))
    after = register.state(row)
    assert (after.values, after.exists, after.conflicts) == (before.values, before.exists, before.conflicts)
    assert after.authority == before.authority
    asked = {(one.field, one.value) for one in after.requests}
    assert {(code, value) for edit in edits for code, value in edit.fields.items()} >= asked


def _row_id(world: World) -> str:
    return compose_packet(world.registers[1].desk, HQ).id


@pytest.mark.parametrize(
    "damage",
    [
        lambda packet: replace(packet, deltas=(replace(packet.deltas[0], office=HOME), *packet.deltas[1:])),
        lambda packet: replace(packet, deltas=(_spoil(packet.deltas[0], title="khác"), *packet.deltas[1:])),
        lambda packet: replace(packet, deltas=(_with_edit(packet, tags="của ai"),)),
        lambda packet: replace(packet, number=10**12),
    ],
)
def test_L15_what_nobody_can_have_written_is_refused_as_a_whole(world, damage):
    world.create(0, "Việc")
    packet = damage(world.send(0, HEALTH))
    before = world.registers[1].dump(), world.registers[1].log()
    with pytest.raises(DeskError) as caught:
        world.take(1, packet)
    assert caught.value.code in ("delta_damaged", "packet_damaged")
    assert (world.registers[1].dump(), world.registers[1].log()) == before
    assert packets.find_received(world.registers[1].desk.reader) == []


def _spoil(delta, **fields):
    (edit, *others) = delta.edits
    return replace(delta, edits=(replace(edit, fields={**edit.fields, **fields}), *others))


def _with_edit(packet: Packet, **fields):
    return make_delta(packet.office, [make_edit(packet.rows[0], fields, nonce=new_nonce())], nonce=new_nonce())


def test_a_packet_for_another_office_is_not_taken(world):
    world.create(0, "Việc")
    packet = world.send(0, HEALTH)
    with pytest.raises(DeskError) as caught:
        world.take(2, packet)
    assert caught.value.code == "packet_for_other"
    assert world.registers[2].rows() == []


# -- everything at once --------------------------------------------------------------------------


def _as_rule(act: str) -> Callable[..., None]:
    def do(self: Machine, numbers: list[int]) -> None:
        drawn = itertools.cycle(numbers)
        self.story.do(act, lambda below: next(drawn) % below)

    do.__name__ = act
    return rule(numbers=st.lists(st.integers(0, 99), min_size=6, max_size=6))(do)


class Machine(RuleBasedStateMachine):
    """Five offices, later more machines; at the end, two rounds of packets must make them one again."""

    @initialize()
    def start(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        (self.folder / "so").mkdir()
        self.monkeypatch = pytest.MonkeyPatch()
        self.monkeypatch.setenv("R57DESK_TODAY", "2025-06-01")
        self.story = begin(World(self.folder / "so", acts.OFFICES, watched=True))

    def teardown(self) -> None:
        if not hasattr(self, "story"):
            return
        try:
            check_laws(self.story.world)
        finally:
            self.monkeypatch.undo()
            self.story.world.close()
            shutil.rmtree(self.folder)


Exchange = type("Exchange", (Machine,), {act: _as_rule(act) for act in acts.NAMES})
Test_L2_L3_L11_L18_registers_in_files = Exchange.TestCase
Test_L2_L3_L11_L18_registers_in_files.settings = settings(
    max_examples=max(6, settings.default.max_examples // 20),
    stateful_step_count=30,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # to make a failure smaller takes many minutes with files
)
