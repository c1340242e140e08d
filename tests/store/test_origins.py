"""Where edits came from."""

from __future__ import annotations

from r57desk.merge import compose
from r57desk.merge.delta import make_delta, new_nonce
from r57desk.store import edit_log, packets
from r57desk.store.origins import NO_PLACE, find_origins, find_sheets
from r57desk.store.packets import ReceivedPacket
from r57desk.store.rows import get_state
from tests.store.writing import NOW, annex, create, load, write

ROW = "ROW0000000000000AA"


def edits_of(db, row, code):
    return get_state(db, row).live(code)


def test_what_was_typed_has_an_author_and_no_place(db):
    row = create(db, title="Việc")
    (edit,) = edits_of(db, row, "title")
    write(db, row, title="Việc khác")
    (later,) = edits_of(db, row, "title")
    found = find_origins(db, [edit, later, edit, "không có"])
    assert set(found) == {edit, later}
    assert (found[edit].office, found[edit].at, found[edit].place, found[edit].packet) == ("01", NOW, NO_PLACE, "")
    assert found[edit].number < found[later].number
    assert found[edit].change < found[later].change


def test_what_a_file_said_has_a_cell(db):
    load(db, annex({ROW: {"title": "Việc", "note": "ghi"}}))
    (edit,) = edits_of(db, ROW, "title")
    place = find_origins(db, [edit])[edit].place
    assert (place.file_name, place.cell("title"), place.cell("note")) == ("phu-luc.xlsx", "PL II!B5", "PL II!5")
    assert place.packet_number == 0
    assert [sheet.name for sheet in find_sheets(db, 1)] == ["PL II"]


def test_what_a_packet_carried_has_its_number(db):
    edit = compose.create_row(ROW, {"title": "Việc"}, nonce=new_nonce())
    with db.transaction():
        done = edit_log.append(
            db, [make_delta("01.SYT", [edit], author="Lan", nonce=new_nonce())], kind="import", at=NOW
        )
        packets.add_received(
            db,
            ReceivedPacket("P", "01.SYT", "01", 4, "", (), "tasks", True, NOW, "goi.xlsx", "f", None, done.change),
        )
    (origin,) = find_origins(db, [edit.id]).values()
    assert (origin.author, origin.at) == ("Lan", NOW)
    assert (origin.place.file_name, origin.place.packet_number, origin.place.cell("title")) == ("goi.xlsx", 4, "")
