"""The board over a real register: columns, figures, moving by keys, menu and drop."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest

from r57desk.domain.status import PROGRESS_CODES
from r57desk.ui.board_column import FOLDED_WIDTH
from r57desk.ui.board_view import COLUMN_RANGE, BoardView
from r57desk.ui.dragging import pack_rows

BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def board(qtbot, session, jobs):
    made = BoardView(session, jobs)
    qtbot.addWidget(made)
    made.resize(1290, 660)
    made.show()
    return made


def numbers(board, code):
    cards = board.column(code).list.cards
    return [cards.task(cards.index(row)).stt for row in range(cards.rowCount())]


def select(board, code, stt):
    column = board.column(code)
    row = numbers(board, code).index(stt)
    column.list.setFocus()
    column.list.setCurrentIndex(column.list.cards.index(row))
    return column


def test_every_progress_has_its_column_and_every_task_its_card(board):
    assert [column.progress for column in board.columns] == list(PROGRESS_CODES)
    assert numbers(board, "chua_thuc_hien") == ["3", "10"]
    assert numbers(board, "dang_thuc_hien") == ["2", "4"]
    assert board.column("tam_dung").head.count == 1


def test_the_earliest_deadline_stands_first_and_the_last_done_first(board):
    assert numbers(board, "dang_thuc_hien") == ["2", "4"]
    assert numbers(board, "hoan_thanh") == ["6", "5"]


def test_headers_count_cards_and_overdue_ones(board):
    head = board.column("dang_thuc_hien").head
    assert (head.count, head.late) == (2, 1)
    assert head.accessibleName() == "Đang thực hiện, 2 việc, 1 quá hạn"
    assert board.column("hoan_thanh").head.late == 0


def test_a_filter_of_the_window_narrows_every_column(board, session):
    session.set_filter("lead", ("Bộ Công an",))
    assert numbers(board, "dang_thuc_hien") == ["4"]
    assert board.column("trinh_duyet").head.count == 0


def test_ctrl_shift_arrow_moves_the_card_and_the_keyboard_goes_with_it(board, task_of):
    column = select(board, "dang_thuc_hien", "2")
    QTest.keyClick(column.list, Qt.Key.Key_Right, BOTH)
    assert task_of("2").progress == "trinh_duyet"
    assert board.column("trinh_duyet").list.current_task().stt == "2"
    assert numbers(board, "dang_thuc_hien") == ["4"]


def test_nothing_is_moved_off_the_board(board, task_of):
    column = select(board, "chua_thuc_hien", "3")
    QTest.keyClick(column.list, Qt.Key.Key_Left, BOTH)
    assert task_of("3").progress == "chua_thuc_hien"


def test_arrows_walk_between_open_columns(board):
    column = select(board, "dang_thuc_hien", "2")
    QTest.keyClick(column.list, Qt.Key.Key_Right)
    assert board.column("trinh_duyet").list.current_task().stt == "1"
    QTest.keyClick(board.column("trinh_duyet").list, Qt.Key.Key_Right)
    QTest.keyClick(board.column("hoan_thanh").list, Qt.Key.Key_Right)  # the folded ones are passed over
    assert board.column("hoan_thanh").list.currentIndex().isValid()


def test_dropping_moves_every_card_of_the_drag_as_one_change(board, session, task_of):
    carried = pack_rows([task_of("2").id, task_of("4").id])  # an event does not keep its data alive
    event = QDropEvent(
        QPointF(20, 200),
        Qt.DropAction.MoveAction,
        carried,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    board.column("tam_dung").dropEvent(event)
    assert {task_of("2").progress, task_of("4").progress} == {"tam_dung"}
    session.undo()
    assert {task_of("2").progress, task_of("4").progress} == {"dang_thuc_hien"}


def test_hoan_thanh_asks_first_and_writes_date_and_evidence(board, task_of):
    board.move_tasks([task_of("2").id], "hoan_thanh")
    assert task_of("2").progress == "dang_thuc_hien"
    card = board.column("hoan_thanh").done_card
    assert card.date_field.text() == "24/09/2025"
    card.date_field.setText("20/09/2025")
    card.evidence_field.setText("15/QĐ-UBND")
    card.confirm()
    done = task_of("2")
    assert (done.progress, done.done_date, done.evidence) == ("hoan_thanh", date(2025, 9, 20), "15/QĐ-UBND")
    assert board.column("hoan_thanh").done_card is None


def test_escape_sends_it_back_unwritten(board, session, task_of):
    before = session.desk.register.revision()
    board.move_tasks([task_of("2").id], "hoan_thanh")
    QTest.keyClick(board.column("hoan_thanh").done_card.date_field, Qt.Key.Key_Escape)
    assert session.desk.register.revision() == before
    assert board.column("hoan_thanh").done_card is None
    assert board.column("dang_thuc_hien").list.current_task().stt == "2"


def test_while_it_asks_the_old_place_stays_open(board, task_of):
    board.move_tasks([task_of("2").id], "hoan_thanh")
    cards = board.column("dang_thuc_hien").list.cards
    assert [cards.index(row).data(Qt.ItemDataRole.UserRole + 3) for row in range(2)] == [True, False]


def test_a_finished_task_taken_back_loses_its_done_date(board, task_of):
    board.move_tasks([task_of("5").id], "dang_thuc_hien")
    assert (task_of("5").progress, task_of("5").done_date) == ("dang_thuc_hien", None)


def test_moving_to_its_own_column_writes_nothing(board, session, task_of):
    before = session.desk.register.revision()
    board.move_tasks([task_of("2").id], "dang_thuc_hien")
    assert session.desk.register.revision() == before


def test_folded_columns_open_and_fold_and_the_others_share_the_room(board):
    folded = board.column("huy")
    assert folded.width() == FOLDED_WIDTH
    before = board.column("chua_thuc_hien").width()
    folded.head.click()
    assert not folded.folded
    assert COLUMN_RANGE[0] <= board.column("chua_thuc_hien").width() < before
    folded.head.click()
    assert board.column("chua_thuc_hien").width() == before


def test_a_column_opened_by_a_resting_drag_folds_when_the_drag_ends(board):
    column = board.column("tam_dung")
    column.rest_opened.emit()
    assert not column.folded
    assert numbers(board, "tam_dung") == ["11"]
    board.column("dang_thuc_hien").list.drag_ended.emit()
    assert column.folded


@pytest.mark.parametrize("width", [940, 1017, 1290, 1800])
def test_columns_are_equal_and_200_to_320_wide(board, width):
    board.resize(width, 600)
    widths = {column.width() for column in board.columns if not column.folded}
    assert len(widths) == 1
    assert COLUMN_RANGE[0] <= widths.pop() <= COLUMN_RANGE[1]


def test_only_one_column_has_a_selection_and_the_session_knows_it(board, session, task_of):
    select(board, "dang_thuc_hien", "2")
    select(board, "trinh_duyet", "1")
    assert not board.column("dang_thuc_hien").list.selectionModel().hasSelection()
    assert session.selection == (task_of("1").id,)
    assert session.current == task_of("1").id


def test_enter_asks_for_the_panel(board, session, qtbot):
    column = select(board, "dang_thuc_hien", "4")
    with qtbot.waitSignal(session.task_opened):
        QTest.keyClick(column.list, Qt.Key.Key_Return)


def test_the_next_card_is_stepped_to(board):
    column = select(board, "dang_thuc_hien", "2")
    board.step(1)
    assert column.list.current_task().stt == "4"
    board.step(1)
    assert column.list.current_task().stt == "4"


def test_it_follows_the_current_task_of_the_window(board, session, task_of):
    session.select((task_of("5").id,), task_of("5").id)
    board.follow_current()
    assert board.column("hoan_thanh").list.current_task().stt == "5"


def test_a_hidden_board_reads_when_it_is_shown_again(board, session, task_of):
    board.hide()
    session.set_fields((task_of("2").id,), {"progress": "trinh_duyet"})
    assert numbers(board, "trinh_duyet") == ["1"]
    board.show()
    assert sorted(numbers(board, "trinh_duyet")) == ["1", "2"]


def test_what_another_screen_writes_is_seen(board, session, task_of):
    session.set_fields((task_of("10").id,), {"progress": "trinh_duyet"})
    assert sorted(numbers(board, "trinh_duyet")) == ["1", "10"]
    session.undo()
    assert numbers(board, "trinh_duyet") == ["1"]


def test_the_order_of_no_card_depends_on_an_invalid_index(board):
    assert board.column("huy").list.cards.task(QModelIndex()) is None
