"""Bad input of every kind: one clear sentence, exit code 2, and the register as it was."""

from __future__ import annotations

import csv
import hashlib
import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import openpyxl
import pytest

from r57desk.services.desk import Desk
from r57desk.store import projection

needs_root = pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="mounting needs root")


def dump(db: Path) -> bytes:
    desk = Desk.open(db, read_only=True)
    try:
        return projection.dump(desk.reader)
    finally:
        desk.close()


def refused(done: subprocess.CompletedProcess[str], *words: str) -> str:
    """The sentence on stderr; there is nothing else, and it names what it must."""
    assert done.returncode == 2, (done.returncode, done.stdout, done.stderr)
    (sentence,) = done.stderr.strip().splitlines()
    assert "Traceback" not in sentence
    for word in words:
        assert word in sentence, sentence
    return sentence


def make_bad(kind: str, folder: Path) -> Path:
    path = folder / f"{kind}.xlsx"
    if kind == "van-ban":
        path.write_text("Đây là một bức thư, không phải bảng tính.\nKính gửi…", encoding="utf-8")
    elif kind == "rac":
        path.write_bytes(hashlib.sha512(b"rac").digest() * 200)
    elif kind == "trong":
        path.write_bytes(b"")
    elif kind == "cut":
        book = openpyxl.Workbook()
        book.active.append(("TT", "Tên nhiệm vụ"))
        book.save(path)
        path.write_bytes(path.read_bytes()[:900])
    elif kind == "thu-muc":
        path.mkdir()
    elif kind == "khong-dong":
        book = openpyxl.Workbook()
        book.active.append(("TT", "Tên nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"))
        book.save(path)
    elif kind == "khong-bang":
        book = openpyxl.Workbook()
        book.active.append(("Thực đơn", "Giá"))
        book.active.append(("Phở", 40000))
        book.save(path)
    return path


@pytest.mark.parametrize(
    "kind", ["khong-co", "van-ban", "rac", "trong", "cut", "thu-muc", "khong-dong", "khong-bang"]
)
def test_a_file_that_is_no_task_list(program, db, tmp_path, kind):
    before = dump(db)
    sentence = refused(program("--db", db, "import", make_bad(kind, tmp_path)), f"{kind}.xlsx")
    assert sentence.endswith(".")
    assert dump(db) == before


def test_a_workbook_under_a_password(program, db, fixtures):
    with (fixtures / "corpora" / "manifest.csv").open(encoding="utf-8", newline="") as manifest:
        locked = [line["file"] for line in csv.DictReader(manifest) if line["encrypted"] == "EncryptedPackage"]
    assert locked
    for name in locked[:5]:
        refused(program("--db", db, "import", fixtures / "corpora" / name), Path(name).name, "mật khẩu")


IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
# Root reads every file; a root without these two capabilities asks for permission like anybody else.
LIKE_ANYBODY = ("setpriv", "--bounding-set=-dac_override,-dac_read_search") if IS_ROOT else ()


@pytest.mark.skipif(IS_ROOT and shutil.which("setpriv") is None, reason="root may read every file")
@pytest.mark.skipif(os.name != "posix", reason="chmod hides no file here")
def test_an_unreadable_file(program, db, annex_file):
    before = dump(db)
    annex_file.chmod(0)
    sentence = refused(program("--db", db, "import", annex_file, prefix=LIKE_ANYBODY), annex_file.name)
    assert "quyền" in sentence
    annex_file.chmod(0o600)
    assert dump(db) == before
    assert program("--db", db, "import", annex_file, prefix=LIKE_ANYBODY).returncode == 0


def test_a_register_another_program_is_writing(program, db, annex_file):
    other = sqlite3.connect(db, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    try:
        refused(program("--db", db, "import", annex_file), "so.db")
    finally:
        other.execute("ROLLBACK")
        other.close()
    assert program("--db", db, "import", annex_file).returncode == 0


def test_a_register_open_in_another_window(program, db, annex_file):
    desk = Desk.open(db)
    try:
        refused(program("--db", db, "import", annex_file), "so.db")
        assert program("--db", db, "tasks").returncode == 0, "looking is always allowed"
    finally:
        desk.close()


def test_a_register_from_a_newer_version(program, db, annex_file):
    with closing(sqlite3.connect(db)) as newer, newer:
        newer.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('r57desk', '9999_add_moon', '')"
        )
    before = db.read_bytes()
    for verb in (("import", annex_file), ("tasks",), ("check",)):
        refused(program("--db", db, *verb), "so.db")
    assert db.read_bytes() == before


def test_a_damaged_register_is_found_and_not_written(program, db, annex_file):
    content = bytearray(db.read_bytes())
    content[100:4096] = b"\xff" * 3996
    db.write_bytes(content)
    refused(program("--db", db, "import", annex_file), "so.db")
    refused(program("--db", db, "check"), "so.db")
    assert db.read_bytes() == bytes(content)


def test_a_file_that_is_no_register(program, tmp_path, annex_file):
    path = tmp_path / "anh.db"
    path.write_bytes(b"GIF89a" + b"x" * 5000)
    refused(program("--db", path, "import", annex_file), "anh.db")
    refused(program("--db", tmp_path, "tasks"))


@needs_root
@pytest.mark.skipif(shutil.which("mount") is None, reason="no mount")
def test_a_full_disk(program, db, big_annex, tmp_path):
    small = tmp_path / "nho"
    small.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", small], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("this machine mounts no tmpfs")
    try:
        copy = small / "so.db"
        shutil.copyfile(db, copy)
        before = dump(copy)
        sentence = refused(program("--db", copy, "import", big_annex))
        assert "đĩa" in sentence or "chỗ" in sentence or "dung lượng" in sentence
        assert dump(copy) == before
        assert not list(small.rglob("*.part"))
        export = program("--db", db, "export", small / "gui.xlsx")
        assert export.returncode == 0
        (small / "day").write_bytes(b"\0" * (int(shutil.disk_usage(small).free)))
        refused(program("--db", db, "export", small / "gui-2.xlsx"), "gui-2.xlsx")
        refused(program("--db", db, "print", small / "in.pdf"), "in.pdf")
        assert sorted(path.name for path in small.iterdir() if path.suffix in (".xlsx", ".pdf")) == ["gui.xlsx"]
    finally:
        subprocess.run(["umount", small], check=True)


@pytest.fixture
def annex_file(tmp_path: Path) -> Path:
    book = openpyxl.Workbook()
    for row in (
        ("TT", "Tên nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"),
        (1, "Ban hành quy chế", "Sở Tư pháp", "6/2025"),
    ):
        book.active.append(row)
    path = tmp_path / "phu-luc.xlsx"
    book.save(path)
    return path
