"""Search: folded, by beginnings of words, and nothing typed is ever taken for a command."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from r57desk.store import search
from r57desk.store.database import Database
from tests.store.writing import create, delete, write


def hits(db: Database, typed: str) -> set[str]:
    expression = search.match_words(typed)
    sql = "SELECT k.id FROM task_search s JOIN known_row k ON k.n = s.rowid WHERE task_search MATCH ?"
    return {id for (id,) in db.query(sql, (expression,))}


@pytest.fixture
def filled(db: Database) -> Database:
    create(db, "R1", title="Giải phóng mặt bằng đất đai tại Đắk Lắk", lead="Bộ Công an")
    create(db, "R2", title="Xây dựng nền tảng dữ liệu", lead="Bộ Khoa học và Công nghệ")
    create(db, "R3", title="Hoà mạng 5G “toàn quốc”", coop="Hà\nNội")
    return db


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("dat dai", {"R1"}),
        ("đất", {"R1"}),
        ("dak lak", {"R1"}),
        ("Đắk LẮK", {"R1"}),
        ("cong", {"R1", "R2"}),
        ("cong ng", {"R2"}),
        ("công nghe", {"R2"}),
        ('"bo cong an"', {"R1"}),
        ('"cong bo"', set()),
        ("hòa", {"R3"}),
        ("5g", {"R3"}),
        ("toan quoc", {"R3"}),
        ('"ha noi"', {"R3"}),
        ("bo mat", {"R1"}),
        ("khong co", set()),
        ('"lak bo cong an"', set()),  # never across two fields
    ],
)
def test_words_are_found_folded_in_any_field(filled: Database, typed: str, found: set[str]) -> None:
    assert hits(filled, typed) == found


def test_nothing_to_search_for_is_no_expression() -> None:
    assert search.match_words("") is None
    assert search.match_words(' - "" * ()') is None


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=20) | st.text('"*-()^:+ANDORT ab', max_size=20))
def test_no_text_breaks_the_expression(typed: str) -> None:
    expression = search.match_words(typed)
    if expression is not None:
        connection = sqlite3.connect(":memory:")
        connection.execute("CREATE VIRTUAL TABLE t USING fts5 (a)")
        connection.execute("SELECT * FROM t WHERE t MATCH ?", (expression,)).fetchall()
        connection.close()


def test_the_index_follows_every_change(filled: Database) -> None:
    write(filled, "R1", title="Khác hẳn")
    assert hits(filled, "dat dai") == set()
    assert hits(filled, "khac") == {"R1"}
    delete(filled, "R1")
    assert hits(filled, "khac") == set()
    assert search.is_whole(filled)


def test_an_index_that_says_something_else_is_noticed(filled: Database) -> None:
    assert search.is_whole(filled)
    filled.connection.execute("UPDATE task_folded SET title = 'khac' WHERE n = 1")
    assert not search.is_whole(filled)


def test_clearing_forgets_everything(filled: Database) -> None:
    search.clear(filled)
    assert hits(filled, "dat dai") == set()
    assert search.find_texts(filled, [1, 2, 3]) == {}
    assert search.is_whole(filled)
