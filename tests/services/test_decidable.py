"""Reading what can be decided: rows of every kind, names of offices, and where the base was sent."""

from __future__ import annotations

from r57desk.merge.delta import make_delta, make_edit, new_nonce
from r57desk.merge.fold import RowState
from r57desk.services.decidable import DecidableReader, name_row, read_rows
from r57desk.store import edit_log, registers
from r57desk.store.rows import get_state
from tests.services.sheets import answer, content_of
from tests.store.writing import NOW, create


def append(desk, edit, office, kind="import"):
    edit_log.append(desk.writer, [make_delta(office, [edit], claimed_time=NOW, nonce=new_nonce())], kind=kind, at=NOW)


def test_a_row_goes_by_its_number_and_title_or_its_name(desk):
    task = create(desk.writer, title="Việc", stt="7")
    assert name_row(get_state(desk.writer, task)) == ("7", "Việc")
    office, values = registers.find_register(desk.reader, "office")[0]
    assert name_row(get_state(desk.writer, office)) == ("", values["name"])
    assert name_row(RowState("R")) == ("", "")


def test_rows_never_heard_of_are_left_out(desk):
    task = create(desk.writer, title="Việc")
    assert [row.state.row for row in read_rows(desk.reader, [task, "KHONGCO"])] == [task]


def test_a_public_day_that_is_asked_for_is_listed_like_a_task(desk):
    row, _ = registers.find_register(desk.reader, "public_day")[0]
    seen = get_state(desk.writer, row).live("name")
    append(desk, make_edit(row, {"name": "Nghỉ bù"}, {"name": seen}, nonce=new_nonce()), "01.SYT")
    (asked,) = desk.deciding.requests()
    assert (asked.field, asked.value, asked.may_decide) == ("name", "Nghỉ bù", True)
    desk.deciding.accept([asked.id])
    assert get_state(desk.writer, row).values["name"] == "Nghỉ bù"


def test_what_is_asked_of_a_row_that_is_not_here_yet_waits_for_the_row(desk):
    append(desk, make_edit("ROW0000000000000AA", {"title": "Việc"}, nonce=new_nonce()), "01.SYT")
    assert desk.deciding.requests() == []


def test_an_office_goes_by_its_name_and_else_by_its_code(desk):
    reader = DecidableReader(desk, desk.reader)
    assert reader.name_offices(("01", "TW.BKHCN")).startswith(f"{desk.office_name}, Bộ Khoa học")
    assert reader.name_offices(("99.KHONG",)) == "99.KHONG"
    assert reader.name_offices(()) == ""


def test_the_base_names_the_packet_it_was_sent_in(desk):
    from r57desk.services.packets import compose_packet

    row = create(desk.writer, title="Việc", result_now="gốc")
    compose_packet(desk, "01.SYT")
    packet = compose_packet(desk, "01.SNV")
    desk.imports.apply(
        desk.imports.plan(reading := answer(packet, {row: {"result_now": "một"}})), content=content_of(reading.rows)
    )
    seen = packet.base[row].live["result_now"]
    append(desk, make_edit(row, {"result_now": "hai"}, {"result_now": seen}, nonce=new_nonce()), "01.SYT")
    (one,) = desk.deciding.differences()
    assert (one.base, one.base_source) == ("gốc", "gói số 01")
