"""Which packets went and came, and after which one the next begins."""

from __future__ import annotations

import sqlite3

import pytest

from r57desk.merge import compose
from r57desk.merge.delta import make_delta, new_nonce
from r57desk.merge.packet import Packet
from r57desk.store import edit_log, packets, undo
from r57desk.store.exports import find_export, find_rows
from r57desk.store.packets import PacketFile, ReceivedPacket
from tests.store.writing import NOW, OFFICE, create, write

PARTNER = "01.SYT"


def send(db, id, partner=PARTNER, rows=(), number=None):
    since = packets.newest_acknowledged(db, partner)
    number = number or packets.next_number(db, partner)
    packet = Packet(
        id, OFFICE, partner, number, NOW, since=since.id if since else "", rows=tuple(rows), blanks=("B",)
    )
    return packets.add_sent(db, packet, {"query": ""}, file_name=f"{id}.xlsx")


def receive(db, id, number=1, *, names=(), since="", acknowledged=True, addressee=OFFICE, partner=PARTNER):
    with db.transaction():
        packets.add_received(
            db, ReceivedPacket(id, partner, addressee, number, since, tuple(names), "tasks", acknowledged, NOW)
        )


def carried(db, since):
    return [delta.id for delta in packets.find_deltas_after(db, since)]


def test_packets_to_a_partner_are_numbered_from_one_and_never_changed(db):
    send(db, "P1")
    send(db, "Q1", partner="01.SNV")
    record = send(db, "P2")
    assert (record.number, record.partner, find_export(db, "P2")) == (2, PARTNER, record)
    assert [one.record.id for one in packets.find_sent(db, PARTNER)] == ["P2", "P1"]
    assert packets.find_partners(db) == ["01.SNV", PARTNER]
    for sql in ("UPDATE export_record SET number = 9", "DELETE FROM export_record"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            db.connection.execute(sql)


def test_the_file_is_noted_once_it_stands(db):
    send(db, "P1")
    assert packets.find_sent(db)[0].file is None
    packets.add_file(db, "P1", PacketFile("ab" * 32, 1234))
    assert packets.find_sent(db)[0].file == PacketFile("ab" * 32, 1234)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        db.connection.execute("DELETE FROM packet_file")


def test_the_newest_packet_without_a_file_is_found(db):
    assert packets.find_unfinished(db) is None
    send(db, "P1")
    newest = send(db, "P2", partner="01.SNV")
    assert packets.find_unfinished(db) == newest
    packets.add_file(db, "P2", PacketFile("ab" * 32, 1234))
    assert packets.find_unfinished(db) is None, "older ones are left as they are"


def test_a_record_tells_the_rows_and_blanks_it_was_written_with(db):
    ids = [create(db, title=f"Việc {number}") for number in range(6)]
    record = send(db, "P1", rows=[ids[4], ids[0], ids[1], ids[5]])
    assert find_rows(db, record) == [ids[0], ids[1], ids[4], ids[5]]
    assert record.details["blanks"] == ["B"]


def test_the_next_packet_follows_the_newest_one_the_partner_named_last(db):
    assert packets.newest_acknowledged(db, PARTNER) is None
    for id in ("P1", "P2", "P3"):
        send(db, id)
        create(db, title=id)
    receive(db, "X1", 1, names=["P2", "P1", "someone else's"])
    assert packets.newest_acknowledged(db, PARTNER).id == "P2"
    receive(db, "X2", 2, names=["P1"])
    assert packets.newest_acknowledged(db, PARTNER).id == "P1", "the last word counts: a restored register knows less"
    receive(db, "X3", 3, names=[])
    assert packets.newest_acknowledged(db, PARTNER) is None


def test_a_packet_for_somebody_else_says_nothing_of_ours(db):
    send(db, "P1")
    send(db, "Q1", partner="01.SNV")
    receive(db, "X1", names=["P1"])
    receive(db, "X2", addressee="01.SNV", names=[])
    assert packets.newest_acknowledged(db, PARTNER).id == "P1"
    receive(db, "X3", names=["Q1"])
    assert packets.newest_acknowledged(db, PARTNER) is None, "a packet to another partner was not sent to this one"


def test_a_packet_carries_what_came_after_whoever_wrote_it(db):
    create(db, title="trước")
    first = send(db, "P1")
    row = create(db, title="sau", tags="gấp")
    theirs = make_delta("01.SNV", [compose.create_row("R", {"title": "của nơi khác"}, nonce=new_nonce())])
    edit_log.append(db, [theirs], kind="import", at=NOW)
    seed = make_delta(OFFICE, [compose.create_row("S", {"title": "mẫu"})])
    edit_log.append(db, [seed], kind="seed", at=NOW)
    write(db, row, tags="rất gấp")
    after = packets.find_deltas_after(db, first)
    assert [delta.edits[0].fields.get("title") for delta in after] == ["sau", "của nơi khác"]
    assert len(packets.find_deltas_after(db, None)) == 3
    assert carried(db, send(db, "P2")) == []
    assert [one.record.id for one in packets.find_sent_after(db, first.last_delta + 1)] == ["P2"]


def test_what_we_say_to_hold_and_which_numbers_are_missing(db):
    receive(db, "X1", 1)
    receive(db, "X4", 4, since="X3", acknowledged=False)
    receive(db, "X1", 1)
    receive(db, "X5", 5)
    assert packets.acknowledged_ids(db, PARTNER) == ("X1", "X5")
    assert packets.is_acknowledged(db, PARTNER, "X1")
    assert not packets.is_acknowledged(db, PARTNER, "X4")
    assert packets.find_gaps(db, PARTNER) == [2, 3]
    assert packets.find_gaps(db, "01.SNV") == []
    assert [one.packet for one in packets.find_received(db, PARTNER)] == ["X5", "X1", "X4", "X1"]
    assert [one.since for one in packets.find_received(db, packet="X4")] == ["X3"]
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        db.connection.execute("UPDATE packet_received SET acknowledged = 1")


def test_what_is_set_aside_here_is_carried_all_the_same(db):
    theirs = make_delta("01.SNV", [compose.create_row("R", {"title": "của nơi khác"}, nonce=new_nonce())])
    done = edit_log.append(db, [theirs], kind="import", at=NOW)
    undo.undo(db, done.change, at=NOW)
    assert carried(db, None) == [theirs.id]
