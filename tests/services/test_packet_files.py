"""A packet is noted with its file or not at all, and a file that stands is noted at the next start at the latest."""

from __future__ import annotations

import pytest

from r57desk.errors import DeskError
from r57desk.services.desk import Desk
from r57desk.services.packet_files import packet_file, read_packet_file
from r57desk.services.packets import compose_packet
from r57desk.store import packets, task_query
from r57desk.workbook.export_options import ExportOptions
from r57desk.workbook.writer import write_packet_workbook

HEALTH = "01.SYT"


@pytest.fixture
def filled(desk, annex):
    desk.imports.apply(desk.imports.plan(desk.imports.read(annex())))
    return desk


def compose(desk, file=None):
    return compose_packet(desk, HEALTH, to_name="Sở Y tế", file=file)


def write(desk, place, packet):
    write_packet_workbook(place, packet, task_query.find_tasks(desk.writer, packet.rows), ExportOptions(packet.id))


def open_again(desk):
    """As the next start finds it."""
    desk.close()
    return Desk.open(desk.path)


def write_and_fail(desk, path):
    with packet_file(desk, path) as sending:
        write(desk, sending.draft, compose(desk, path))
        raise KeyError


def file_of(desk):
    return packets.find_sent(desk.reader)[0].file


def test_what_is_composed_counts_when_the_file_is_whole_and_is_known_before_it_stands(filled, tmp_path):
    path = tmp_path / "giao.xlsx"
    with packet_file(filled, path) as sending:
        packet = compose(filled, path)
        sending.packet = packet.id
        write(filled, sending.draft, packet)
        assert packets.find_sent(filled.reader) == [], "others see nothing of it yet"
        assert not path.exists()
    assert file_of(filled) == read_packet_file(path)
    assert filled.register.find_office_name(HEALTH) == "Sở Y tế"


def test_a_fault_on_the_way_leaves_register_and_folder_as_they_were(filled, tmp_path):
    path, before = tmp_path / "giao.xlsx", filled.register.revision()
    path.write_bytes(b"before")
    with pytest.raises(KeyError):
        write_and_fail(filled, path)
    assert packets.find_sent(filled.reader) == []
    assert filled.register.revision() == before
    assert path.read_bytes() == b"before"
    assert not list(tmp_path.glob(".*"))


def test_a_packet_nobody_wrote_is_none(filled, tmp_path):
    with pytest.raises(DeskError) as caught, packet_file(filled, tmp_path / "giao.xlsx") as sending:
        sending.packet = compose(filled).id
    assert caught.value.code == "workbook_unwritable"
    assert packets.find_sent(filled.reader) == []


def test_a_file_that_stands_is_noted_at_the_next_start(filled, tmp_path):
    path = tmp_path / "giao.xlsx"
    write(filled, path, compose(filled, path))  # and here the program ends
    assert file_of(filled) is None
    desk = open_again(filled)
    assert file_of(desk) == read_packet_file(path)
    desk.close()


def test_another_file_in_that_place_is_not(filled, tmp_path):
    path = tmp_path / "giao.xlsx"
    filled.exports.export(path, to=HEALTH)
    compose(filled, path)
    desk = open_again(filled)
    assert file_of(desk) is None
    compose(desk)  # one without a place
    desk = open_again(desk)
    assert file_of(desk) is None
    desk.close()
