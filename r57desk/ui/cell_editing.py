"""Editing a cell of the task table in place: one editor at a time, over its cell, never outside the view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex

from r57desk.ui.session import Session
from r57desk.ui.task_table_model import field_of
from r57desk.ui.theme import px

if TYPE_CHECKING:
    from r57desk.ui.editors import CellEditor, Values
    from r57desk.ui.task_table import TaskGrid

_LEAST_WIDTH, _LEAST_HEIGHT = 150, 28


class CellEditing(QObject):
    """Opens, follows and closes the editor of a grid; kept values go to the session."""

    def __init__(self, grid: TaskGrid, session: Session) -> None:
        super().__init__(grid)
        self._grid, self._session = grid, session
        self.editor: CellEditor | None = None
        self._index = QPersistentModelIndex()

    def open(self, index: QModelIndex) -> CellEditor | None:
        """Open the editor of a cell; None for a heading or a derived column."""
        grid = self._grid
        task = grid.tasks.task_at(index.row()) if index.isValid() else None
        code = field_of(index.column()) if index.isValid() else ""
        if task is None or not code or self._session.read_only:
            return None
        from r57desk.ui.editors import make_editor

        self.close(keep=True)
        grid.scrollTo(index)
        year = self._session.find_year(code, task.source_doc)
        editor = make_editor(code, task, self._session.language, grid.viewport(), year=year)
        row_id = task.id
        editor.kept.connect(lambda values: self._on_kept(row_id, values))
        editor.left.connect(self.close)
        editor.grown.connect(self.follow)
        self.editor, self._index = editor, QPersistentModelIndex(index)
        editor.show()
        self.follow()
        editor.raise_()
        editor.setFocus()
        return editor

    def follow(self, *_: object) -> None:
        """Put the editor over its cell, within the view."""
        editor, grid = self.editor, self._grid
        if editor is None:
            return
        cell = grid.cell_rect(grid.tasks.index(self._index.row(), self._index.column()))
        room = grid.viewport().rect()
        width = min(max(cell.width(), editor.sizeHint().width(), px(_LEAST_WIDTH)), room.width())
        editor.setFixedWidth(width)
        height = max(editor.sizeHint().height(), min(cell.height(), px(_LEAST_HEIGHT)))
        left = max(0, min(cell.left(), room.right() - width + 1))
        top = max(0, min(cell.top(), room.bottom() - height + 1))
        editor.move(left, top)
        editor.resize(width, height)

    def close(self, *, keep: bool = False) -> None:
        """Close the editor; with `keep` its value is written if it can be, else `refused` says why not."""
        editor = self.editor
        if editor is None:
            return
        if keep:
            problem = editor.problem()
            if problem:
                self._grid.refused.emit(problem)
            editor.settle()
            return
        self.editor = None
        editor.hide()
        editor.deleteLater()
        if self._grid.isActiveWindow():
            self._grid.setFocus()

    def _on_kept(self, row_id: str, values: Values) -> None:
        self.close()
        if values:
            self._session.set_fields((row_id,), values)
