"""Where files live, and where they are never written."""

from __future__ import annotations

import sys
from pathlib import Path

from r57desk import paths


def test_everything_shipped_is_found_from_the_checkout():
    assert (paths.resources_folder() / "fonts").is_dir()
    assert list(paths.migrations_folder().glob("0001_*.py"))
    assert (paths.seeds_folder() / "units.csv").is_file()


def test_a_bundle_looks_beside_itself(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.seeds_folder() == tmp_path / "seeds"


def test_what_the_user_makes_stays_in_the_users_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("R57DESK_DATA", str(tmp_path / "data"))
    places = [paths.default_database(), paths.log_folder(), paths.window_settings_file()]
    assert all(tmp_path / "data" in place.parents for place in places)
    assert not (tmp_path / "data").exists(), "asking makes nothing"
    monkeypatch.delenv("R57DESK_DATA")
    assert paths.program_folder() not in paths.data_folder().parents


def test_copies_stand_beside_their_register():
    assert paths.backups_folder(Path("/x/so.db")) == Path("/x/so.db.sao-luu")
