"""The plain way to do one thing, measured by itself: the peers that need nothing but Qt, SQLite and XlsxWriter.

    python plain.py window                an empty QMainWindow, painted
    python plain.py table REGISTER        a list in a QAbstractTableModel: show, sort, filter
    python plain.py like REGISTER WORDS…  LIKE over the folded texts
    python plain.py export REPLY.xlsx     the cells of a workbook, written with XlsxWriter
    python plain.py scan FOLDER           calamine reading return.xlsx, and every row of office.db

Each prints one line of JSON, in seconds; REGISTER is a register r57desk made, read as any SQLite file.
"""

from __future__ import annotations

import json
import sqlite3
import statistics
import sys
import tempfile
import time
from operator import itemgetter
from pathlib import Path

COLUMNS = ("stt", "title", "lead", "coop", "deliverable", "deadline_text", "progress")
TITLE, DEADLINE = COLUMNS.index("title"), COLUMNS.index("deadline_text")
FILTER = "khoi nghiep"
REPEATS = 5


def window() -> dict[str, float]:
    """Says when an empty main window has been painted; the clock is the caller's, from before this process started."""
    from painted import wait_until_painted
    from PySide6.QtWidgets import QApplication, QMainWindow

    app = QApplication([])
    shown = QMainWindow()
    shown.resize(1366, 690)
    shown.show()
    painted = wait_until_painted(shown)
    del app
    return {"painted": painted}


def table(register: Path) -> dict[str, float]:
    """Show, sort and filter the rows of a register held in a list, with what Qt's own classes offer."""
    from PySide6.QtCore import QAbstractTableModel, Qt
    from PySide6.QtWidgets import QApplication, QTableView

    class ListModel(QAbstractTableModel):
        """Rows in a Python list; sorting and filtering make another list."""

        def __init__(self, rows: list[tuple[str, ...]]) -> None:
            super().__init__()
            self.all = self.rows = rows

        def rowCount(self, parent=None):
            return len(self.rows)

        def columnCount(self, parent=None):
            return len(COLUMNS)

        def data(self, index, role=Qt.ItemDataRole.DisplayRole):
            return self.rows[index.row()][index.column()] if role == Qt.ItemDataRole.DisplayRole else None

        def sort(self, column, order=Qt.SortOrder.AscendingOrder):
            self.layoutAboutToBeChanged.emit()
            self.rows = sorted(self.rows, key=itemgetter(column), reverse=order == Qt.SortOrder.DescendingOrder)
            self.layoutChanged.emit()

        def filter(self, text: str) -> None:
            self.beginResetModel()
            self.rows = [row for row in self.all if text in row[-1]]
            self.endResetModel()

    app = QApplication([])

    def painted(started: float) -> float:
        app.processEvents()
        view.viewport().grab()
        return time.perf_counter() - started

    started = time.perf_counter()
    connection = sqlite3.connect(f"file:{register}?mode=ro", uri=True)
    rows = connection.execute(
        f"SELECT {', '.join(f't.{name}' for name in COLUMNS)}, f.title FROM task t JOIN task_folded f USING (n)"
    ).fetchall()
    model = ListModel(rows)
    view = QTableView()
    view.setModel(model)
    view.resize(1366, 690)
    view.show()
    answer = {"show": painted(started)}
    sorts, filters = [], []
    for turn in range(REPEATS * 2):
        started = time.perf_counter()
        model.sort((TITLE, DEADLINE)[turn % 2])
        sorts.append(painted(started))
    for turn in range(REPEATS * 2):
        started = time.perf_counter()
        model.filter(("", FILTER)[turn % 2])
        filters.append(painted(started))
    return answer | {"sort": statistics.median(sorts), "filter": statistics.median(filters[1::2])}


def like(register: Path, *words: str) -> dict[str, float]:
    """Ids of the tasks whose folded texts, in one column, hold every word."""
    source = sqlite3.connect(f"file:{register}?mode=ro", uri=True)
    names = [row[1] for row in source.execute("PRAGMA table_info(task_folded)") if row[1] != "n"]
    texts = source.execute(f"SELECT n, {' || char(10) || '.join(names)} FROM task_folded").fetchall()
    with tempfile.TemporaryDirectory() as folder:
        peer = sqlite3.connect(Path(folder) / "like.db")
        peer.execute("CREATE TABLE task (n INTEGER PRIMARY KEY, folded TEXT NOT NULL)")
        peer.executemany("INSERT INTO task VALUES (?, ?)", texts)
        peer.commit()
        where = " AND ".join("folded LIKE ?" for _ in words)
        times, found = [], 0
        for _ in range(REPEATS * 2):
            started = time.perf_counter()
            found = len(peer.execute(f"SELECT n FROM task WHERE {where}", [f"%{word}%" for word in words]).fetchall())
            times.append(time.perf_counter() - started)
        peer.close()
    return {"search": statistics.median(times[1:]), "found": found}


def export(reply: Path) -> dict[str, float]:
    """The cells of every sheet of a workbook r57desk exported, the hidden ones too, written again row by row."""
    import openpyxl
    import xlsxwriter

    read = openpyxl.load_workbook(reply, read_only=True)
    sheets = {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in read}
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        book = xlsxwriter.Workbook(str(Path(folder) / "bare.xlsx"))
        for title, rows in sheets.items():
            sheet = book.add_worksheet(title)
            for index, row in enumerate(rows):
                sheet.write_row(index, 0, row)
        book.close()
        return {"export": time.perf_counter() - started, "rows": max(map(len, sheets.values()))}


def scan(folder: str) -> dict[str, float]:
    """The cells of the sheet of tasks as calamine gives them, and every row of the table of tasks."""
    from python_calamine import load_workbook

    source = sqlite3.connect(f"file:{folder}/office.db?mode=ro", uri=True)
    started = time.perf_counter()
    book = load_workbook(f"{folder}/return.xlsx")
    cells = book.get_sheet_by_index(0).to_python()
    rows = source.execute("SELECT * FROM task").fetchall()
    seconds = time.perf_counter() - started
    assert len(cells) > len(rows)
    return {"plan": seconds, "rows": len(rows)}


MEASURES = {"window": window, "table": table, "like": like, "export": export, "scan": scan}

if __name__ == "__main__":
    _, name, *arguments = sys.argv
    print(json.dumps(MEASURES[name](*[Path(a) if a.endswith((".db", ".xlsx")) else a for a in arguments])))
