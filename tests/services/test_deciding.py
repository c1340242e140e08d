"""Every decision is one change that can be undone, flipped, and travels; requests are granted or refused with a reason."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from r57desk.errors import DeskError
from r57desk.merge.model import EXISTS
from tests.flows.offices import World
from tests.services.sheets import answer, content_of

HQ, HEALTH, HOME = "01", "01.SYT", "01.SNV"


@pytest.fixture
def world(tmp_path) -> Iterator[World]:
    (tmp_path / "so").mkdir()
    made = World(tmp_path / "so", (HQ, HEALTH, HOME))
    yield made
    made.close()


@pytest.fixture
def row(world):
    made = world.create(0, "Phòng dịch")
    world.registers[0].desk.tasks.set_fields([made], {"stt": "92", "deadline_text": "Tháng 6/2025"})
    return made


@contextmanager
def refusing(code):
    with pytest.raises(DeskError) as refused:
        yield refused
    assert refused.value.code == code


def deciding(world, at=0):
    return world.registers[at].desk.deciding


def exchange(world, frm, to):
    world.take(to, world.send(frm, world.registers[to].office))


def bring_in(world, reading, at=0):
    desk = world.registers[at].desk
    return desk.imports.apply(desk.imports.plan(reading), content=content_of(reading.rows))


def said(world, row, field, at=0):
    return {one.value for one in world.registers[at].state(row).cells[field].siblings}


def differ(world, row):
    """Both executors write the result, neither having seen the other."""
    exchange(world, 0, 1)
    exchange(world, 0, 2)
    world.registers[1].desk.set_option("author", "Chuyên viên y tế")
    world.write(1, row, "result_now", "Đã tiêm chủng")
    world.write(2, row, "result_now", "Đã tập huấn")
    exchange(world, 1, 0)
    exchange(world, 2, 0)
    return f"{row}.result_now"


def test_a_difference_tells_who_says_what(world, row):
    id = differ(world, row)
    (one,) = deciding(world).differences()
    assert (one.id, one.row_id, one.stt, one.title, one.field) == (id, row, "92", "Phòng dịch", "result_now")
    assert (one.base, one.may_decide, one.decided) == (None, False, None)
    sides = {side.offices: side for side in one.sides}
    assert {offices: side.value for offices, side in sides.items()} == {
        (HEALTH,): "Đã tiêm chủng", (HOME,): "Đã tập huấn",
    }  # fmt: skip
    health = sides[HEALTH,]
    assert (health.office_name, health.author, health.ours) == (f"Cơ quan {HEALTH}", "Chuyên viên y tế", False)
    assert health.source == "gói số 01"
    assert [side.shown for side in one.sides] == [True, False]
    exchange(world, 0, 1)
    (mine,) = deciding(world, 1).differences()
    assert (mine.may_decide, [side.ours for side in mine.sides].count(True)) == (True, 1)


def test_the_base_is_what_both_sides_replaced(world, row):
    exchange(world, 0, 1)
    world.write(1, row, "result_now", "Đang lấy ý kiến")
    packet = world.send(1, HQ)
    world.take(0, packet)
    world.take(1, world.send(0, HEALTH))
    packet = world.send(0, HEALTH)
    world.write(1, row, "result_now", "Đã lấy ý kiến lần 2")
    bring_in(world, answer(packet, {row: {"result_now": "Đã trình"}}), 1)
    (one,) = deciding(world, 1).differences()
    assert one.base == "Đang lấy ý kiến"
    assert {side.value: side.source for side in one.sides} == {
        "Đã lấy ý kiến lần 2": "",
        "Đã trình": f"tra-ve.xlsx · Nhiệm vụ!{chr(65 + packet.columns.index('result_now'))}7",
    }


def test_keeping_one_side_is_a_change_that_travels_and_can_be_undone(world, row):
    id = differ(world, row)
    exchange(world, 0, 1)
    (one,) = deciding(world, 1).differences()
    theirs = next(side for side in one.sides if not side.ours)
    changes = deciding(world, 1).keep(id, theirs.edits)
    assert (changes.written, changes.requests, changes.label) == (("result_now",), (), "Kết quả thực hiện: 92")
    assert said(world, row, "result_now", 1) == {"Đã tập huấn"}
    assert deciding(world, 1).differences() == []
    exchange(world, 1, 0)
    assert said(world, row, "result_now") == {"Đã tập huấn"}
    world.registers[1].desk.undo.undo_change(changes.change)
    assert len(deciding(world, 1).differences()) == 1
    exchange(world, 1, 0)
    assert len(deciding(world, 0).differences()) == 1


def test_a_decision_can_be_flipped_again_and_again(world, row):
    id = differ(world, row)
    exchange(world, 0, 1)
    (one,) = deciding(world, 1).differences()
    for value in ("Đã tập huấn", "Đã tiêm chủng", "Đã tập huấn"):
        side = next(side for side in one.sides if side.value == value)
        changes = deciding(world, 1).keep(id, side.edits)
        (decided,) = deciding(world, 1).decided()
        assert (decided.id, decided.decided) == (id, changes.change)
        assert {side.value for side in decided.sides} == {"Đã tập huấn", "Đã tiêm chủng"}
        assert [side.value for side in decided.sides if side.shown] == [value]
        assert deciding(world, 1).get(id) == decided
    deciding(world, 1).write(id, "Cả hai việc")
    (decided,) = deciding(world, 1).decided()
    assert decided.sides[0].value == "Cả hai việc"
    assert len(decided.sides) == 3
    deciding(world, 1).keep(id, one.sides[0].edits)
    assert said(world, row, "result_now", 1) == {one.sides[0].value}
    world.write(1, row, "result_now", "Việc làm sau đó")
    assert deciding(world, 1).decided() == []


def test_what_another_office_owns_is_only_asked_for(world, row):
    id = differ(world, row)
    (one,) = deciding(world).differences()
    changes = deciding(world).keep(id, one.sides[0].edits)
    assert (changes.written, changes.requests) == ((), ("result_now",))
    assert len(deciding(world).differences()) == 1
    assert deciding(world).keep(id, one.sides[0].edits).waiting == ("result_now",)
    (asked,) = deciding(world).requests()
    assert (asked.ours, asked.may_decide, asked.value) == (True, False, one.sides[0].value)


@pytest.mark.parametrize("keeping", [True, False])
def test_a_deletion_that_met_later_work_is_decided_either_way(world, row, keeping):
    exchange(world, 0, 1)
    world.write(1, row, "result_now", "Đã tiêm chủng")
    world.delete(0, row)
    exchange(world, 1, 0)
    (one,) = deciding(world).differences()
    assert (one.field, one.base, one.may_decide) == (EXISTS, "1", True)
    assert [(side.value, side.offices, side.shown) for side in one.sides] == [
        ("1", (HEALTH,), True),
        ("0", (HQ,), False),
    ]
    kept, deleted = one.sides
    first, second = (kept, deleted) if keeping else (deleted, kept)
    for side in (first, second, first):
        changes = deciding(world).keep(one.id, side.edits)
        assert world.registers[0].state(row).exists == (side.value == "1")
        assert deciding(world).differences() == []
        (decided,) = deciding(world).decided()
        assert [other.value for other in decided.sides] == [side.value, "1" if side.value == "0" else "0"]
        assert decided.decided == changes.change
    with refusing("existence_not_written"):
        deciding(world).write(one.id, "giữ")
    exchange(world, 0, 1)
    assert world.registers[1].state(row).exists == keeping


def test_an_unread_value_and_an_unknown_difference_change_nothing(world, row):
    id = differ(world, row)
    before = world.registers[0].desk.register.revision()
    for act, code in (
        (lambda: deciding(world).keep(f"{row}.title", ["0" * 32]), "difference_not_found"),
        (lambda: deciding(world).keep(id, ["0" * 32]), "difference_not_found"),
        (lambda: deciding(world).keep("KHONGCO.title", ["0" * 32]), "row_not_found"),
        (lambda: deciding(world).accept(["0" * 32]), "request_not_found"),
        (lambda: deciding(world).refuse(["0"], "không"), "request_not_found"),
    ):
        with refusing(code):
            act()
    assert world.registers[0].desk.register.revision() == before
    world.write(2, row, "percent", "10")
    world.write(1, row, "percent", "20")
    exchange(world, 1, 0)
    exchange(world, 2, 0)
    with refusing("difference_ambiguous") as refused:
        deciding(world).get(row)
    assert f"{row}.percent, {row}.result_now" in refused.value.sentence("vi")
    exchange(world, 0, 1)
    with refusing("value_unread"):
        deciding(world, 1).write(f"{row}.percent", "rất nhiều")
    deciding(world, 1).write(f"{row[:8]}.percent", "65,5%")
    assert said(world, row, "percent", 1) == {"65.5"}


# -- requests ------------------------------------------------------------------------------------


def ask(world, row, value="Tháng 9/2025", at=1):
    exchange(world, 0, at)
    world.write(at, row, "deadline_text", value)
    exchange(world, at, 0)


def test_a_request_is_told_and_granted_and_the_asker_sees_it(world, row):
    ask(world, row)
    (one,) = deciding(world).requests()
    assert (one.field, one.value, one.now, one.offices) == (
        "deadline_text",
        "Tháng 9/2025",
        "Tháng 6/2025",
        (HEALTH,),
    )
    assert (one.ours, one.may_decide, one.outcome, one.source) == (False, True, "waiting", "gói số 01")
    (mine,) = deciding(world, 1).requests()
    assert (mine.id, mine.ours, mine.may_decide) == (one.id, True, False)
    changes = deciding(world).accept([one.id[:10]])
    assert changes.label == "Chấp thuận đề nghị: 92"
    assert said(world, row, "deadline_text") == {"Tháng 9/2025"}
    exchange(world, 0, 1)
    assert deciding(world, 1).requests() == []
    (done,) = deciding(world, 1).requests(waiting=False)
    assert (done.id, done.outcome, done.ours, done.now) == (one.id, "accepted", True, "Tháng 9/2025")
    world.registers[0].desk.undo.undo_change(changes.change)
    assert [asked.id for asked in deciding(world).requests()] == [one.id]


def test_a_refusal_and_its_reason_travel_back(world, row):
    ask(world, row)
    (one,) = deciding(world).requests()
    with refusing("reason_required"):
        deciding(world).refuse([one.id], " ")
    deciding(world).refuse([one.id], "Thời hạn do Chính phủ giao")
    assert (deciding(world).requests(), said(world, row, "deadline_text")) == ([], {"Tháng 6/2025"})
    exchange(world, 0, 1)
    (done,) = deciding(world, 1).requests(waiting=False)
    assert (done.outcome, done.reason, done.ours) == ("refused", "Thời hạn do Chính phủ giao", True)
    told = [(line.field, line.state, line.label()) for line in world.registers[1].desk.tasks.history(row)][-2:]
    assert told == [("deadline_text", "refused", "Thời hạn"), ("#reason", "answer", "Lý do không chấp thuận")]


def test_only_who_owns_a_field_answers_and_the_asker_may_take_it_back(world, row):
    ask(world, row)
    exchange(world, 0, 2)
    (one,) = deciding(world, 2).requests()
    assert (one.ours, one.may_decide) == (False, False)
    for act in (deciding(world, 2).accept, lambda ids: deciding(world, 2).refuse(ids, "không")):
        with refusing("request_of_other") as refused:
            act([one.id])
        assert f"Thời hạn do Cơ quan {HQ} quyết định" in refused.value.sentence("vi")
    deciding(world, 1).refuse([one.id], "")
    assert deciding(world, 1).requests() == deciding(world, 1).requests(waiting=False) == []


def test_two_requests_for_different_values_are_not_granted_at_once(world, row):
    ask(world, row)
    ask(world, row, "Tháng 10/2025", at=2)
    ids = [one.id for one in deciding(world).requests()]
    with refusing("requests_differ"):
        deciding(world).accept(ids)
    assert len(deciding(world).requests()) == 2
    deciding(world).accept(ids[:1])
    assert [one.id for one in deciding(world).requests()] == ids[1:]


def test_the_same_wish_of_two_offices_is_granted_once(world, row):
    ask(world, row)
    ask(world, row, at=2)
    first, _ = deciding(world).requests()
    deciding(world).accept([first.id])
    assert deciding(world).requests() == []
    assert {one.offices for one in deciding(world).requests(waiting=False)} == {(HEALTH,), (HOME,)}


def test_an_edit_that_asks_for_two_things_is_answered_one_by_one(world, row):
    exchange(world, 0, 1)
    world.registers[1].desk.tasks.set_fields([row], {"deadline_text": "Tháng 9/2025", "lead": "Sở Y tế"})
    exchange(world, 1, 0)
    asked = {one.field: one for one in deciding(world).requests()}
    assert asked["lead"].id == f"{asked['lead'].edit}.lead"
    deciding(world).accept([asked["lead"].id])
    assert [one.field for one in deciding(world).requests()] == ["deadline_text"]
    deciding(world).refuse([asked["lead"].edit], "Không đổi thời hạn")
    assert deciding(world).requests() == []
    assert {one.field: one.outcome for one in deciding(world).requests(waiting=False)} == {
        "lead": "accepted", "deadline_text": "refused",
    }  # fmt: skip


def test_a_deletion_asked_for_in_a_sheet_is_granted(world, row):
    packet = world.send(0, HEALTH)
    world.write(0, row, "lead", "Sở khác")
    bring_in(world, answer(packet, delete=[row]))
    (one,) = deciding(world).requests()
    assert (one.field, one.value, one.now, one.packet) == (EXISTS, "0", "1", packet.id)
    changes = deciding(world).accept([one.id])
    assert (world.registers[0].state(row).exists, deciding(world).differences()) == (False, [])
    world.registers[0].desk.undo.undo_change(changes.change)
    assert world.registers[0].state(row).exists
