"""What an answer says is told from what was sent, whatever the register holds by now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from r57desk.errors import DeskError
from r57desk.merge.model import EXISTS
from tests.flows.offices import World
from tests.services.sheets import answer, content_of, mark_of, move_values, with_rows

HQ, HEALTH, HOME = "01", "01.SYT", "01.SNV"
TITLES = ("Phòng dịch", "Khám sức khoẻ", "Tiêm chủng", "Vệ sinh môi trường", "An toàn thực phẩm")


@pytest.fixture
def world(tmp_path) -> Iterator[World]:
    (tmp_path / "so").mkdir()
    made = World(tmp_path / "so", (HQ, HEALTH, HOME))
    for number, title in enumerate(TITLES, 1):
        row = made.create(0, title)
        made.registers[0].desk.tasks.set_fields([row], {"stt": str(number), "lead": f"Phòng {number}"})
    yield made
    made.close()


@pytest.fixture
def packet(world):
    return world.send(0, HEALTH)


def plan(world, reading, at=0, **options):
    return world.registers[at].desk.imports.plan(reading, **options)


def apply(world, made, at=0, **options):
    return world.registers[at].desk.imports.apply(made, content=content_of(made.reading.rows), **options)


def bring_in(world, reading, at=0, **options):
    return apply(world, plan(world, reading, at, **options), at)


def cells(made):
    return {(row.row_id, cell.field, cell.state, cell.new) for row in made.rows for cell in row.cells}


def said(world, row, field, at=0):
    state = world.registers[at].state(row)
    return {one.value for one in state.cells[field].siblings} if field in state.cells else set()


def row_of(packet, title):
    return next(row for row in packet.rows if packet.base[row].values["title"] == title)


def test_an_untouched_answer_says_nothing(world, packet):
    made = plan(world, answer(packet))
    assert (made.rows, made.missing, made.counts.unchanged, made.packet) == ((), (), 5, packet.id)
    assert apply(world, made).import_id is None


def test_a_stale_cell_says_nothing_and_a_changed_one_stays_beside_later_work(world, packet):
    first, second = packet.rows[:2]
    world.write(0, first, "lead", "Sở khác")
    world.write(0, second, "lead", "Sở mới")
    made = plan(world, answer(packet, {second: {"lead": "Sở cũ"}, first: {"result_now": "xong"}}))
    assert cells(made) == {(second, "lead", "request", "Sở cũ"), (first, "result_now", "changed", "xong")}
    apply(world, made)
    assert said(world, first, "lead") == {"Sở khác"}
    assert said(world, second, "lead") == {"Sở mới"}
    assert said(world, first, "result_now") == {"xong"}


def test_an_answer_stands_over_what_its_author_saw_and_over_nothing_else(world):
    row = world.create(0, "Việc")
    world.take(1, world.send(0, HEALTH))
    world.write(1, row, "result_now", "đã thấy")
    world.take(0, world.send(1, HQ))
    packet = world.send(0, HEALTH)
    world.write(1, row, "note", "chưa thấy")
    world.take(0, world.send(1, HQ))
    made = plan(world, answer(packet, {row: {"result_now": "mới", "note": "ghi tay"}}))
    assert cells(made) == {(row, "result_now", "changed", "mới"), (row, "note", "conflict", "ghi tay")}
    apply(world, made)
    assert said(world, row, "result_now") == {"mới"}
    assert said(world, row, "note") == {"chưa thấy", "ghi tay"}


def test_the_hand_changes_are_the_addressees(world, packet):
    row = packet.rows[0]
    made = plan(world, answer(packet, {row: {"result_now": "xong", "deadline_text": "Tháng 12/2025"}}))
    assert made.office == HEALTH
    assert {(field, state) for _, field, state, _ in cells(made)} == {
        ("result_now", "changed"),
        ("deadline_text", "request"),
    }
    apply(world, made)
    history = world.registers[0].desk.tasks.history(row)
    assert {one.office for one in history if one.field == "result_now"} == {HEALTH}
    assert [one.source for one in history if one.field == "result_now"] == [
        f"tra-ve.xlsx · Nhiệm vụ!{chr(65 + packet.columns.index('result_now'))}7"
    ]


def test_two_registers_that_read_the_same_file_make_the_same_edits(world, packet):
    row = packet.rows[0]
    reading = answer(packet, {row: {"result_now": "xong"}}, filled=[{"stt": "6", "title": "Việc thêm"}])
    world.write(0, row, "note", "ghi trước")
    bring_in(world, reading, at=0)
    bring_in(world, reading, at=1)
    edits = [
        {edit.id for delta in register.log().values() for edit in delta.edits if edit.packet == packet.id}
        for register in world.registers[:2]
    ]
    assert edits[0] == edits[1]
    assert len(edits[0]) == 2
    world.exchange()
    assert said(world, row, "result_now", at=1) == {"xong"}


def test_the_addressee_that_never_imported_the_packet_gets_all_of_it(world, packet):
    row = packet.rows[0]
    made = plan(world, answer(packet, {row: {"result_now": "xong"}}), at=1)
    assert {one.title for one in made.carried.rows if one.kind == "task"} == set(TITLES)
    assert made.counts.carried == 5
    assert cells(made) == {(row, "result_now", "changed", "xong")}
    apply(world, made, at=1)
    assert len(world.registers[1].rows()) == 5
    assert said(world, row, "result_now", at=1) == {"xong"}


def test_the_same_answer_again_is_no_news_and_after_an_undo_it_is(world, packet):
    row = packet.rows[0]
    reading = answer(packet, {row: {"result_now": "xong"}})
    result = bring_in(world, reading)
    again = answer(packet, {row: {"result_now": "xong"}}, name="ban-sao.xlsx")
    assert plan(world, again).rows == ()
    assert bring_in(world, again).import_id is None
    assert world.registers[0].desk.imports.find_earlier(again).id == result.import_id
    world.registers[0].desk.undo.undo_change(result.changes.change)
    assert said(world, row, "result_now") == set()
    bring_in(world, again)
    assert said(world, row, "result_now") == {"xong"}


def test_a_packet_for_another_office_needs_somebody_to_say_whose_answer_it_is(world, packet):
    row = packet.rows[0]
    reading = answer(packet, {row: {"result_now": "xong"}})
    with pytest.raises(DeskError) as caught:
        plan(world, reading, at=2)
    assert caught.value.code == "packet_for_other"
    made = plan(world, reading, at=2, from_office=HEALTH)
    assert (made.office, made.carried.acknowledges) == (HEALTH, False)
    apply(world, made, at=2)
    assert said(world, row, "result_now", at=2) == {"xong"}


def test_a_filled_blank_row_is_a_task_of_the_addressees_with_the_id_it_was_sent_with(world, packet):
    made = plan(world, answer(packet, filled=[{"stt": "6", "title": "Việc thêm", "result_now": "đã làm"}]))
    assert [(row.kind, row.row_id) for row in made.rows] == [("new", packet.blanks[0])]
    apply(world, made)
    state = world.registers[0].state(packet.blanks[0])
    assert (state.values["title"], state.authority.assigners) == ("Việc thêm", {HEALTH})
    assert plan(world, answer(packet, filled=[{"stt": "6", "title": "Việc thêm", "result_now": "đã làm"}])).rows == ()


def test_a_row_without_an_id_is_new_and_the_same_everywhere(world, packet):
    reading = answer(packet, added=[{"stt": "7", "title": "Viết tay bên dưới"}])
    ids = {plan(world, reading, at=at).rows[0].row_id for at in (0, 1)}
    assert len(ids) == 1


def test_a_copied_row_leaves_the_first_where_it_is(world, packet):
    reading = answer(packet)
    copied = reading.rows[0]._replace(
        values=tuple(v if v != "Phòng 1" else "Phòng 9" for v in reading.rows[0].values)
    )
    made = plan(world, with_rows(reading, [copied, *reading.rows]))
    assert [row.kind for row in made.rows] == ["new"]
    assert made.rows[0].line.sheet_row == 7
    assert [note.code for note in made.notes] == ["row_copied"]


def test_a_missing_row_is_listed_and_nothing_is_deleted(world, packet):
    reading = answer(packet)
    made = plan(world, with_rows(reading, reading.rows[1:]))
    assert [(row.row_id, row.title) for row in made.missing] == [(packet.rows[0], TITLES[0])]
    assert made.rows == ()


def test_a_cross_asks_to_delete_what_is_not_ones_own(world, packet):
    row = packet.rows[0]
    made = plan(world, answer(packet, delete=[row]))
    assert cells(made) == {(row, EXISTS, "request", "0")}
    apply(world, made)
    state = world.registers[0].state(row)
    assert state.exists
    assert [one.field for one in state.requests] == [EXISTS]


def test_a_worn_mark_is_known_by_the_number(world, packet):
    row = packet.rows[0]
    made = plan(world, answer(packet, {row: {"title": "Phòng, chống dịch bệnh mùa hè"}}))
    assert cells(made) == {(row, "title", "request", "Phòng, chống dịch bệnh mùa hè")}
    assert [note.code for note in made.notes] == ["row_renamed"]
    lost = answer(packet, {row: {"result_now": "xong"}})
    worn = [lost.rows[0]._replace(mark=mark_of(packet, row)[:-3], id=""), *lost.rows[1:]]
    assert cells(plan(world, with_rows(lost, worn))) == {(row, "result_now", "changed", "xong")}


def test_a_partly_sorted_sheet_waits_until_somebody_agrees(world, packet):
    row = row_of(packet, "Tiêm chủng")
    sent = answer(packet, {row: {"result_now": "xong"}})
    title = packet.columns.index("title")
    reading = move_values(sent, lambda line: line.values[title])
    made = plan(world, reading)
    assert made.answer.realign is not None
    assert {remark.code for remark in made.set_aside} == {"row_shifted"}
    assert cells(made) == set()
    assert made.missing == ()
    agreed = plan(world, reading, realign=True)
    assert agreed.answer.realigned
    assert cells(agreed) == {(row, "result_now", "changed", "xong")}
    assert agreed.set_aside == ()


def test_sorting_whole_rows_says_nothing(world, packet):
    reading = answer(packet)
    assert plan(world, with_rows(reading, reading.rows[::-1])).rows == ()


def test_a_row_of_another_packet_is_to_be_looked_at(world, packet):
    stranger = world.create(0, "Việc gửi sau")
    later = world.send(0, HEALTH)
    reading = answer(packet)
    pasted = answer(later, {stranger: {"result_now": "chép sang"}}).rows[-1]
    made = plan(world, with_rows(reading, [*reading.rows, pasted]))
    assert cells(made) == {(stranger, "result_now", "review", "chép sang")}
    assert made.left_out == {(stranger, "result_now")}
    assert apply(world, made).import_id is None
    assert apply(world, made, left_out=frozenset()).import_id is not None


def test_a_new_row_without_a_title_is_set_aside_and_one_numbered_in_advance_asks_for_nothing(world, packet):
    filled = [{"result_now": "chỉ có kết quả"}, {"stt": "7"}, {"stt": "8", "title": "Việc thêm"}]
    made = plan(world, answer(packet, filled=filled))
    assert [row.line.sheet_row for row in made.rows] == [14]
    assert [(one.cell, one.raw, one.code) for one in made.set_aside] == [
        (f"{chr(65 + packet.columns.index('title'))}12", "chỉ có kết quả", "row_without_title")
    ]
    assert [(one.raw, one.code) for one in made.hints] == [("7", "row_without_title")]


# -- a second return -----------------------------------------------------------------------------


def test_two_officers_with_halves_of_one_packet_both_stand_whichever_comes_first(world, packet):
    first, second = packet.rows[:2]
    one, other = answer(packet, {first: {"result_now": "một"}}), answer(packet, {second: {"result_now": "hai"}})
    for reading in (one, other):
        assert bring_in(world, reading).import_id
    for reading in (other, one):
        bring_in(world, reading, at=1)
    for at in (0, 1):
        assert (said(world, first, "result_now", at), said(world, second, "result_now", at)) == ({"một"}, {"hai"})


def test_a_second_value_stands_beside_the_first_and_a_cell_back_at_its_base_is_listed(world, packet):
    first, second = packet.rows[:2]
    bring_in(world, answer(packet, {first: {"result_now": "một"}, second: {"result_now": "hai"}}))
    made = plan(world, answer(packet, {first: {"result_now": "một, sửa"}}, name="lan-2.xlsx"))
    assert [(one.file_name, one.import_id) for one in made.answer.earlier] == [("tra-ve.xlsx", 1)]
    assert {(cell.row, cell.verdict) for cell in made.answer.returned} == {(first, "sibling"), (second, "back")}
    apply(world, made)
    assert said(world, first, "result_now") == {"một", "một, sửa"}
    assert said(world, second, "result_now") == {"hai"}


def test_a_second_return_that_replaces_the_first_supersedes_just_those_cells(world, packet):
    first, second = packet.rows[:2]
    filled = [{"stt": "6", "title": "Việc thêm", "note": "cũ"}]
    bring_in(world, answer(packet, {first: {"result_now": "một"}, second: {"result_now": "hai"}}, filled=filled))
    world.write(0, first, "deadline_text", "Tháng 9/2025")
    later = answer(
        packet, {first: {"result_now": "một, sửa"}}, filled=[{**filled[0], "note": "mới"}], name="lan-2.xlsx"
    )
    made = plan(world, later, replaces_earlier=True)
    assert made.answer.replaces
    apply(world, made)
    assert said(world, first, "result_now") == {"một, sửa"}
    assert said(world, second, "result_now") <= {None}, "withdrawn"
    assert said(world, first, "deadline_text") == {"Tháng 9/2025"}
    assert said(world, packet.blanks[0], "note") == {"mới"}
    assert plan(world, later, replaces_earlier=True).rows == ()


def test_an_older_return_that_comes_after_a_newer_one_says_so(world, packet):
    row = packet.rows[0]
    newer = world.send(0, HEALTH)
    bring_in(world, answer(newer, {row: {"result_now": "mới"}}))
    made = plan(world, answer(packet, {row: {"result_now": "cũ"}}, name="cu.xlsx"))
    assert made.carried.newer.number == newer.number
    assert plan(world, answer(newer)).carried.newer is None


# -- files that lost what told of their packet ---------------------------------------------------


def test_the_code_in_the_footer_is_enough(world, packet):
    row = packet.rows[0]
    world.write(0, row, "lead", "Sở khác")
    reading = answer(packet, {row: {"result_now": "xong"}}, carried=False)
    made = plan(world, reading, packet=packet.id)
    assert (made.office, made.packet) == (HEALTH, packet.id)
    assert cells(made) == {(row, "result_now", "changed", "xong")}
    bring_in(world, reading, packet=packet.id.lower())
    assert plan(world, answer(packet, {row: {"result_now": "xong"}})).rows == (), "the same edit, however it was read"
    with pytest.raises(DeskError) as caught:
        plan(world, reading, packet="0" * 18)
    assert caught.value.code == "packet_unknown"


def test_such_a_file_saved_again_is_nothing_new_and_says_since_when(world, packet):
    row = packet.rows[0]
    bring_in(world, answer(packet, {row: {"result_now": "xong"}}))
    again = plan(world, answer(packet, {row: {"result_now": "xong"}}, name="x.xlsx", carried=False), packet=packet.id)
    assert (again.rows, again.answer.returned) == ((), ())
    assert again.answer.earlier == ()  # the very same content
    other = with_rows(again.reading, again.reading.rows[::-1])
    made = plan(world, other, packet=packet.id)
    assert made.rows == ()
    assert [(one.file_name, one.import_id) for one in made.answer.earlier] == [("tra-ve.xlsx", 1)]


def test_our_own_record_wins_over_what_the_file_says_it_was(world, packet):
    row = packet.rows[0]
    base = dict(packet.base)
    base[row] = replace(base[row], live={**base[row].live, "lead": ()}, values={**base[row].values, "lead": "giả"})
    forged = replace(packet, base=base)
    reading = answer(forged, {row: {"lead": "Phòng 1"}})
    assert cells(plan(world, reading)) == set(), "equal to what we sent, whatever the file says of that"


def test_without_any_base_a_partners_file_is_to_be_looked_at(world, packet):
    row = packet.rows[0]
    reading = answer(packet, {row: {"result_now": "xong"}}, added=[{"title": "Việc thêm"}], carried=False)
    made = plan(world, reading, from_office=HEALTH)
    assert cells(made) == {(row, "result_now", "review", "xong")}
    assert [row.review for row in made.rows if row.kind == "new"] == [True]
    assert (made.counts.review, made.counts.added, made.counts.changed) == (2, 0, 0)
    assert apply(world, made).import_id is None


def test_a_partners_packet_that_lost_what_it_carried_is_to_be_looked_at(world, packet):
    row = packet.rows[0]
    world.take(1, packet)
    world.write(1, row, "note", "ghi ở sở")
    reading = answer(packet, {row: {"result_now": "xong"}}, packed=False)
    lost = replace(reading, mark=replace(reading.mark, office=HQ, to=HEALTH, kind="tasks"))
    made = plan(world, lost, at=1)
    assert cells(made) == {(row, "result_now", "review", "xong")}
    assert apply(world, made, at=1).import_id is None
