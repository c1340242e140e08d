"""Zip containers are checked while they are inflated: no bomb, no trick, no document in a workbook's clothes."""

from __future__ import annotations

import io
import random
import warnings
import zipfile
from collections.abc import Callable, Mapping

import pytest

from r57desk.errors import DeskError
from r57desk.workbook.archive import open_archive
from r57desk.workbook.gate import LIMITS, Limits

MakeZip = Callable[[Mapping[str, bytes]], bytes]
TYPES = b'<Types><Override ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
WORKBOOK = {"[Content_Types].xml": TYPES, "xl/workbook.xml": b"<workbook/>"}


def code_of(data: bytes, limits: Limits = LIMITS) -> str:
    with pytest.raises(DeskError) as caught:
        open_archive(data, "tệp.xlsx", limits)
    assert "tệp.xlsx" in caught.value.sentence("vi")
    return caught.value.code


def test_kinds_are_told_by_content(make_zip: MakeZip) -> None:
    assert open_archive(make_zip(WORKBOOK), "x", LIMITS).kind == "xlsx"
    binary = {
        "[Content_Types].xml": b'<Override ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>'
    }
    assert open_archive(make_zip(binary), "x", LIMITS).kind == "xlsb"
    ods = {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<office/>"}
    assert open_archive(make_zip(ods), "x", LIMITS).kind == "ods"


@pytest.mark.parametrize(
    "parts",
    [
        {
            "[Content_Types].xml": b'<Override ContentType="application/vnd.ms-word.main+xml"/>',
            "word/document.xml": b"<w/>",
        },
        {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<office/>"},
        {"ảnh.jpg": b"\xff\xd8"},
    ],
)
def test_other_documents_are_no_workbooks(make_zip: MakeZip, parts: dict[str, bytes]) -> None:
    assert code_of(make_zip(parts)) == "workbook_not_one"


def test_a_part_that_grows_too_large_is_refused_before_it_is_whole(make_zip: MakeZip) -> None:
    bomb = make_zip({**WORKBOOK, "xl/sharedStrings.xml": b"<sst>" + b" " * (5 << 20)})
    assert len(bomb) < 20_000
    assert code_of(bomb) == "workbook_inflates_too_big"
    assert code_of(make_zip(WORKBOOK), Limits(part_size=20)) == "workbook_inflates_too_big"


def test_a_directory_that_lies_about_sizes_does_not_help(make_zip: MakeZip) -> None:
    data = bytearray(make_zip({**WORKBOOK, "xl/sharedStrings.xml": b"<sst>" + b" " * (5 << 20)}))
    stated = (5 << 20) + 5
    lied = bytes(data).replace(stated.to_bytes(4, "little"), (64 << 10).to_bytes(4, "little"))
    assert lied != data
    assert code_of(lied) in ("workbook_inflates_too_big", "workbook_damaged")


def test_too_many_parts(make_zip: MakeZip) -> None:
    parts = {f"xl/media/{number}.png": b"" for number in range(30)}
    assert code_of(make_zip({**WORKBOOK, **parts}), Limits(entries=31)) == "workbook_too_many_parts"


@pytest.mark.parametrize("text", [b"<!DOCTYPE r [<!ENTITY a 'a'>]>", "<!DOCTYPE r>".encode("utf-16")])
def test_a_document_type_is_refused(make_zip: MakeZip, text: bytes) -> None:
    assert code_of(make_zip({**WORKBOOK, "xl/worksheets/sheet1.xml": text})) == "workbook_unsafe"


def test_a_document_type_cut_in_two_by_a_chunk_is_seen(make_zip: MakeZip) -> None:
    padding = random.Random(57).randbytes((1 << 18) - 4)
    assert code_of(make_zip({**WORKBOOK, "xl/a.xml": padding + b"<!DOCTYPE r>"})) == "workbook_unsafe"


@pytest.mark.parametrize("name", ["../evil.xml", "/etc/passwd", "C:/x.xml", "xl\\..\\..\\x.xml"])
def test_names_that_climb_out_are_refused(make_zip: MakeZip, name: str) -> None:
    assert code_of(make_zip({**WORKBOOK, name: b""})) == "workbook_unsafe"


def test_one_name_twice_is_refused() -> None:
    buffer = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(buffer, "w") as archive:
        warnings.simplefilter("ignore")
        for name in ("[Content_Types].xml", "xl/workbook.xml", "XL/Workbook.xml"):
            archive.writestr(name, TYPES)
    assert code_of(buffer.getvalue()) == "workbook_unsafe"


def test_an_encrypted_part_asks_for_no_password(make_zip: MakeZip) -> None:
    data = bytearray(make_zip(WORKBOOK))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert code_of(bytes(data)) == "workbook_password"


def test_an_encrypted_ods_says_password(make_zip: MakeZip) -> None:
    parts = {
        "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": b"?",
        "META-INF/manifest.xml": b"<manifest:encryption-data/>",
    }
    assert code_of(make_zip(parts)) == "workbook_password"


def test_half_a_file_is_damaged(make_zip: MakeZip) -> None:
    whole = make_zip(WORKBOOK)
    assert code_of(whole[: len(whole) // 2]) == "workbook_damaged"
    broken = bytearray(whole)
    broken[40:50] = b"\xff" * 10
    assert code_of(bytes(broken)) == "workbook_damaged"


def test_sheets_with_formulas_or_errors_are_marked(make_zip: MakeZip) -> None:
    sheets = {
        "xl/worksheets/sheet1.xml": b'<worksheet><c r="A1"><f>1+1</f><v>2</v></c></worksheet>',
        "xl/worksheets/sheet2.xml": b'<worksheet><c r="A1" t="e"><v>#N/A</v></c></worksheet>',
        "xl/worksheets/sheet3.xml": b'<worksheet><c r="A1"><v>2</v></c></worksheet>',
    }
    archive = open_archive(make_zip({**WORKBOOK, **sheets}), "x", LIMITS)
    assert archive.marked == {"xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"}
    assert archive.read("xl/worksheets/sheet3.xml") == sheets["xl/worksheets/sheet3.xml"]
    assert archive.read("xl/none.xml") == b""


def test_the_ends_of_sheets_are_kept(make_zip: Callable[[Mapping[str, bytes]], bytes]) -> None:
    types = b'<Types xmlns="x"><Override ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
    long = b"<worksheet>" + bytes(str(list(range(100_000))), "ascii") + b"<headerFooter/></worksheet>"
    parts = {
        "[Content_Types].xml": types,
        "xl/worksheets/sheet1.xml": long,
        "xl/worksheets/sheet2.xml": b"<worksheet/>",
    }
    ends = open_archive(make_zip(parts), "x.xlsx", LIMITS).ends
    assert ends["xl/worksheets/sheet1.xml"] == long[-(1 << 15) :]
    assert ends["xl/worksheets/sheet2.xml"] == b"<worksheet/>"
    assert "[Content_Types].xml" not in ends
