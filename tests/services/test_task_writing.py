"""What a write does to the register: one change each, local fields apart, refused as a whole."""

from __future__ import annotations

import pytest

from r57desk.errors import DeskError


def test_local_fields_go_into_a_delta_of_their_own(desk):
    (row,) = desk.tasks.create({"title": "Xây dựng kế hoạch"}).rows
    before = desk.register.revision().number
    desk.tasks.set_fields([row], {"note": "gấp", "tags": "theo dõi"})
    assert desk.register.revision().number == before + 2
    desk.undo.undo()
    assert (desk.tasks.get(row).note, desk.tasks.get(row).tags) == ("", "")


@pytest.mark.parametrize(
    "values", [{"note": "x", "done_date": "31/6"}, {"note": "x", "title": ""}, {"khong_co": "x"}]
)
def test_one_value_refused_leaves_all_unwritten(desk, values):
    (row,) = desk.tasks.create({"title": "Xây dựng kế hoạch"}).rows
    before = desk.register.revision()
    with pytest.raises(DeskError):
        desk.tasks.set_fields([row], values)
    assert desk.register.revision() == before


def test_a_long_title_is_cut_in_the_label(desk):
    desk.tasks.create({"title": "Xây dựng " * 30})
    assert desk.undo.undo_label().endswith("…")
