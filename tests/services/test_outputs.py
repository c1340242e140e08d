"""A register is never written over."""

from __future__ import annotations

import shutil

import pytest

from r57desk.domain.query import EVERYTHING
from r57desk.errors import DeskError
from r57desk.services.outputs import check_output


def names(register, tmp_path):
    link = tmp_path / "duong-tat.xlsx"
    link.symlink_to(register)
    other = tmp_path / "khac.xlsx"
    shutil.copyfile(register, other)
    return [
        register,
        register.with_name(register.name + "-wal"),
        register.with_name(register.name + ".sao-luu") / "a.xlsx",
        link,
        other,
    ]


def test_neither_the_register_nor_what_belongs_to_it_nor_another_one(desk, register, tmp_path):
    before = register.read_bytes()
    for path in names(register, tmp_path):
        with pytest.raises(DeskError) as refused:
            desk.exports.export(path)
        assert refused.value.code == "output_is_register", path
        with pytest.raises(DeskError) as refused:
            desk.printing.write_pdf(path, "list", EVERYTHING, desk.today())
        assert refused.value.code == "output_is_register", path
    assert register.read_bytes() == before


def test_any_other_file_may_be_replaced(register, tmp_path):
    old = tmp_path / "cu.xlsx"
    old.write_bytes(b"PK\x03\x04")
    check_output(old, register, "a.xlsx")
    check_output(tmp_path / "moi.xlsx", register, "a.xlsx")


def test_a_folder_is_no_file(desk, tmp_path):
    with pytest.raises(DeskError) as refused:
        desk.exports.export(tmp_path)
    assert refused.value.code == "output_is_folder"
    assert str(tmp_path / "nhiem-vu.xlsx") in refused.value.sentence()
    with pytest.raises(DeskError) as refused:
        desk.printing.write_pdf(tmp_path, "list", EVERYTHING, desk.today())
    assert refused.value.code == "output_is_folder"
