"""For whom a file is made: nobody, a known office, one that is still to be named."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from r57desk.ui.addressee import Addressee


@pytest.fixture
def addressee(session, qtbot):
    owner = QWidget()
    qtbot.addWidget(owner)
    owner.resize(640, 500)
    made = Addressee(session, owner)
    owner.show()
    yield made
    made.search._wait.stop()  # typing that nobody waits for
    owner.close()


def test_at_first_it_goes_to_nobody(addressee):
    assert (addressee.sends(), addressee.code(), addressee.ready()) == (False, "", True)


def test_a_known_partner_has_its_next_number(addressee, other, qtbot):
    addressee.choose("01.SKHCN")
    assert (addressee.code(), addressee.name(), addressee.number()) == ("01.SKHCN", "Sở Khoa học và Công nghệ", 2)
    assert addressee.words.text().startswith("Tệp này là gói số 02 gửi Sở Khoa học và Công nghệ")


def test_without_an_office_it_is_not_ready(addressee):
    addressee.choose("")
    assert (addressee.sends(), addressee.ready()) == (True, False)
    addressee.search.field.setText("01.SYT")
    addressee.search.field.textEdited.emit("01.SYT")
    assert addressee.code() == "01.SYT"


def test_an_office_of_ones_own_is_named_with_a_code(addressee):
    addressee.choose("")
    addressee.search.own_name_asked.emit("Trung tâm Chuyển đổi số")
    assert not addressee.ready()
    addressee.own.code.setText("01.TTCDS")
    addressee.own.changed.emit()
    assert (addressee.code(), addressee.name()) == ("01.TTCDS", "Trung tâm Chuyển đổi số")
    addressee.search.field.textEdited.emit("x")
    assert addressee.name() == ""


def test_our_own_office_is_never_offered(addressee, session):
    assert all(found.code != session.desk.office for found in addressee._find(session.desk.office_name))


def test_a_department_that_was_never_written_to_is_found_at_our_own_unit_first(addressee, session):
    found = addressee._find("so xay dung")
    assert (found[0].code, found[0].name) == ("01.SXD", "Sở Xây dựng")
    assert len({one.code for one in found}) == len(found) > 20


def test_a_known_office_is_offered_once_under_its_own_name(addressee, other):
    named = [one.name for one in addressee._find("so khoa hoc") if one.code == "01.SKHCN"]
    assert named == ["Sở Khoa học và Công nghệ"]


def test_names_that_begin_with_what_was_typed_stand_first(addressee):
    found = addressee._find("so khoa hoc")
    assert found[0].code == "01.SKHCN"
    assert not found[-1].name.startswith("Sở")
