"""Options travel with the register."""

from __future__ import annotations

from r57desk.store.database import Database
from r57desk.store.options import DEFAULTS, get_option, get_options, set_option


def test_an_option_has_its_default_until_it_is_set(db: Database) -> None:
    assert get_option(db, "language") == "vi"
    set_option(db, "language", "en")
    assert get_option(db, "language") == "en"
    set_option(db, "language", "vi")
    assert db.query("SELECT count(*) FROM option WHERE key = 'language'") == [(0,)]


def test_an_unknown_option_is_empty_and_can_be_kept(db: Database) -> None:
    assert get_option(db, "columns:01") == ""
    set_option(db, "columns:01", "title,lead")
    assert get_option(db, "columns:01") == "title,lead"


def test_all_options_are_the_set_ones_over_the_defaults(db: Database) -> None:
    assert get_options(db) == {**DEFAULTS, "office": "01", "author": "Lan"}
