"""Tables made by another version are no damage: they are made anew, after a copy."""

from __future__ import annotations

from r57desk.store import projection, projection_version
from r57desk.store.backup import find_backups
from r57desk.store.check import check
from r57desk.store.database import Database
from tests.store.writing import NOW, create


def test_tables_of_another_version_are_no_damage_and_made_anew_after_a_copy(db: Database, monkeypatch) -> None:
    row = create(db, title="Việc", deadline_text="Tháng 8/2025")
    before = projection.dump(db)
    assert not projection_version.bring_up_to_date(db, now=NOW), "a new register is as this program makes it"
    projection_version.note_version(db)
    monkeypatch.setattr(projection_version, "VERSION", "sau này")
    db.connection.execute("UPDATE task SET due = '2024-01-01'")  # as another grammar read it
    assert check(db) == []
    assert projection_version.bring_up_to_date(db, now=NOW)
    assert projection.dump(db) == before
    assert [copy.reason for copy in find_backups(db.path)] == ["update"]
    assert not projection_version.bring_up_to_date(db, now=NOW)
    db.connection.execute("UPDATE task SET due = '2024-01-01'")
    assert [finding.place for finding in check(db)] == [row]
