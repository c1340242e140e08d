"""Which actions the list of all of them offers."""

from __future__ import annotations

import pytest

from r57desk.ui.keys import MENU
from r57desk.ui.main_menu import is_possible


def test_what_has_nothing_to_act_on_is_greyed(session, task_of):
    session.select(())
    for method in ("copy", "copy_with_headings", "delete_selected"):
        assert not is_possible(method, session)
    session.select((task_of("4").id,))
    for method in ("copy", "copy_with_headings", "delete_selected", "create_task", "choose_import"):
        assert is_possible(method, session)
    assert not is_possible("redo", session)
    session.delete((task_of("4").id,))
    session.undo()
    assert is_possible("redo", session)


@pytest.mark.parametrize("method", ["delete_selected", "create_task", "choose_import"])
def test_a_register_opened_to_look_at_is_not_written_to(session, task_of, method):
    session.select((task_of("4").id,))
    session.read_only = True
    assert not is_possible(method, session)
    assert method in MENU
