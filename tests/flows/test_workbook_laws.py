"""The laws about workbooks: what is dropped can be found again, what is untouched or worn says the same."""

from __future__ import annotations

import io
import random
import shutil
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import openpyxl
import pytest

from r57desk.cli import main
from r57desk.services.desk import Desk
from r57desk.services.import_plan import ImportPlan
from r57desk.store import imports
from tests.flows.returned import (
    ADDED,
    ANSWERER,
    REMOVED,
    TYPED,
    Sent,
    fill_in,
    find_cells,
    find_new,
    read_here,
    send,
    title_of,
)
from tests.flows.worn import ID_HEADER, STRIPPED, WORN, Table, Wear, wear_at_random

Edits = set[tuple[str, str, str, str | None]]


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory, empty_register: Path) -> Sent:
    return send(tmp_path_factory.mktemp("gui"), empty_register)


@pytest.fixture(scope="module")
def sender(sent: Sent, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The sender's register; nothing is written into it."""
    path = tmp_path_factory.mktemp("so") / "so.db"
    shutil.copyfile(sent.register, path)
    with closing(Desk.open(path)) as opened:
        yield opened


@pytest.fixture
def desk(sent: Sent, tmp_path: Path) -> Iterator[Desk]:
    """The sender's register, to be written into."""
    path = tmp_path / "so.db"
    shutil.copyfile(sent.register, path)
    with closing(Desk.open(path)) as opened:
        yield opened


@pytest.fixture(scope="module")
def filled(sent: Sent) -> bytes:
    """The packet filled in with Excel alone."""
    buffer = io.BytesIO()
    book = openpyxl.load_workbook(sent.path)
    fill_in(book)
    book.save(buffer)
    return buffer.getvalue()


@pytest.fixture
def typed(sent: Sent) -> Edits:
    return {
        (sent.rows[one.task], one.field, "changed" if at < 22 else "request", one.says)
        for at, one in enumerate(TYPED)
    }


def wear(content: bytes, path: Path, *wears: Wear) -> Path:
    """The workbook after all this."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    for one in wears:
        one(book)
    book.save(path)
    return path


def by_title(rows: list[dict[str, str | None]]) -> list[dict[str, str | None]]:
    return sorted(rows, key=lambda row: row["title"] or "")


def assert_as_typed(made: ImportPlan, sent: Sent, typed: Edits) -> None:
    assert find_cells(made) == typed
    assert by_title(find_new(made)) == by_title([dict(row) for row in ADDED])
    assert sorted(row.row_id for row in made.missing) == sorted(sent.rows[number] for number in REMOVED)
    assert (made.office, made.quarantined) == (ANSWERER, ())


# -- L4: what is dropped can be found again -------------------------------------------------------

ODD_ANNEX = (
    ("UBND TỈNH k001", None, None, None, None, None, None),
    ("(Kèm theo Kế hoạch số 12/KH-UBND ngày 03/02/2025)",),
    ("TT", "Tên nhiệm vụ", "Cơ quan chủ trì", "Thời hạn", "Tiến độ (%)", "Ngày hoàn thành", "Kết quả thực hiện",
     "Kết quả đạt được", "Phòng theo dõi", "Xoá?"),
    ("I", "Nhóm k010"),
    (1, "Việc k011", "Sở k012", "Quý k013", "khoảng k014", "ngày k015", "kq k016", "kq k017", "phòng k018", "k019"),
    (None, "tiếp theo của việc trên k020"),
    (2, None, "Sở k021", "6/2025", "k022%", None, "kq k023", None, "k024"),
    (None, None, None, None, None, None, "kq k025 dưới"),
    (3, "Việc k031", "Sở k032", "2025", 250, "31/31/2025 k033", "=1/0", None, None),
    (3, "Việc k031", "Sở k034", None, None, None, None, None, None),
    ("Tổng cộng: k040",),
    (None, None, None, None, None, None, None, None, "lạc k041"),
    (None, "Việc thêm k042 không số", "Sở k043"),
    (None, "NGƯỜI LẬP BIỂU", None, None, None, "THỦ TRƯỞNG"),
    (None, "Nguyễn Văn k050", None, None, None, "Trần k051"),
)  # fmt: skip
_TOKEN = "k0"


def tokens_of(path: Path) -> dict[str, tuple[str, str]]:
    """Each token and where it stands: (sheet, cell)."""
    book = openpyxl.load_workbook(path)
    return {
        word: (sheet.title, cell.coordinate)
        for sheet in book
        for line in sheet.iter_rows()
        for cell in line
        for word in str(cell.value or "").replace("%", " ").split()
        if word.startswith(_TOKEN)
    }


def write_odd_annex(path: Path) -> Path:
    book = openpyxl.Workbook()
    book.active.title = "Phụ lục"
    for row in ODD_ANNEX:
        book.active.append(row)
    book.create_sheet("Ghi chép riêng")["B2"] = "k060"
    book.save(path)
    return path


def find_told(made: ImportPlan) -> dict[str, set[str]]:
    """Every word the plan shows, read or dropped, and the cells or rows it says it stood in."""
    reading = made.reading
    told: dict[str, set[str]] = defaultdict(set)

    def tell(text: str | None, place: str) -> None:
        for word in (text or "").replace("%", " ").split():
            told[word].add(place)

    for remark in (*made.notes, *made.quarantined):
        tell(remark.raw, remark.cell)
    for row in reading.rows:
        for code, value in reading.values_of(row).items():
            tell(value, reading.cell_of(row, code))
    for skipped in reading.skipped:
        tell(skipped.text, str(skipped.sheet_row))
    return told


def test_L4_a_file_is_read_or_said_to_be_dropped_word_by_word(desk: Desk, tmp_path: Path) -> None:
    path = write_odd_annex(tmp_path / "la.xlsx")
    made = desk.imports.plan(desk.imports.read(path))
    told, unread = find_told(made), {column.letter for column in made.reading.unread}
    looked_for = 0
    for token, (sheet, cell) in tokens_of(path).items():
        letter, row = cell.rstrip("0123456789"), cell.lstrip("ABCDEFGHIJ")
        if sheet != made.sheet or int(row) <= made.reading.header_row or letter in unread:
            continue  # another sheet, above the table, in a column said not to be read
        assert row in {place.lstrip("ABCDEFGHIJ") for place in told[token]}, f"{token} at {cell}: {told[token]}"
        looked_for += 1
    assert looked_for > 20
    assert unread == {"H", "I"}
    desk.imports.apply(made)
    (record, *_) = desk.imports.records()
    kept = tmp_path / "giu-lai.xlsx"
    kept.write_bytes(imports.read_kept_file(desk.reader, record.file_hash))
    assert (record.file_name, tokens_of(kept)) == ("la.xlsx", tokens_of(path))
    assert {tuple(one) for one in record.details["quarantined"]} == {tuple(one) for one in made.quarantined}


def test_L4_what_is_dropped_later_keeps_its_file_sheet_and_cell(desk: Desk, sent: Sent, tmp_path: Path) -> None:
    """Replaced, refused, not chosen, deleted, set aside: the history still says where each was read."""
    first, second, third = (tmp_path / f"tra-ve-{number}.xlsx" for number in (1, 2, 3))
    told: dict[str, tuple[int, str]] = {}

    def write(path: Path, cells: dict[tuple[int, str], str], added: str = "") -> ImportPlan:
        book = openpyxl.load_workbook(sent.path)
        table = Table(book)
        lines = {table.cell(row, "TT").value: row for row in table.rows}
        for (task, header), token in cells.items():
            cell = table.cell(lines[task], header)
            cell.value = token
            told[token] = (task, f"{path.name} · {table.sheet.title}!{cell.coordinate}")
        if added:
            cell = table.cell(table.last, "Nhiệm vụ")
            cell.value = added
            told[added] = (0, f"{path.name} · {table.sheet.title}!{cell.coordinate}")
        book.save(path)
        return desk.imports.plan(read_here(path), replaces_earlier=path == second)

    note, result, lead = "Ghi chú", "Kết quả thực hiện", "Cơ quan chủ trì"
    desk.imports.apply(write(first, {(1, result): "k1", (2, note): "k2", (3, lead): "k3", (5, result): "k5"}, "k4"))
    desk.imports.apply(write(second, {(1, result): "k1", (2, note): "k6", (3, lead): "k3", (5, result): "k8"}, "k4"))
    (asked,) = desk.deciding.requests()
    desk.deciding.refuse([asked.id], "Giữ nguyên")
    done = desk.imports.apply(write(third, {(1, result): "k7"}))
    desk.undo.undo_import(done.import_id or 0)
    (new,) = (task for task in desk.tasks.find() if task.title == "k4")
    desk.tasks.delete([new.id])
    rows = {**sent.rows, 0: new.id}
    states = set()
    for token, (task, place) in told.items():
        found = [line for line in desk.tasks.history(rows[task]) if line.new == token]
        assert found, f"{token} is nowhere"
        assert {line.source.split(" · ")[1] for line in found} == {place.split(" · ")[1]}, token
        assert found[0].source.split(" · ")[0] in {first.name, second.name, third.name}
        states |= {line.state for line in found}
    assert states >= {"live", "replaced", "refused", "set_aside"}


# -- L5: untouched, it says nothing ---------------------------------------------------------------


def test_L5_a_packet_openpyxl_only_saved_changes_nothing(desk: Desk, sent: Sent, tmp_path: Path) -> None:
    path = wear(sent.path.read_bytes(), tmp_path / "luu.xlsx")
    assert path.read_bytes() != sent.path.read_bytes()
    made = desk.imports.plan(desk.imports.read(path))
    assert (made.rows, made.missing, made.quarantined, made.notes) == ((), (), (), ())
    assert made.counts.unchanged == len(sent.rows)
    assert desk.imports.apply(made).import_id is None


@pytest.mark.parametrize("name", sorted(WORN | STRIPPED))
def test_L5_worn_but_not_filled_in_it_changes_nothing(sender: Desk, sent: Sent, tmp_path: Path, name: str) -> None:
    path = wear(sent.path.read_bytes(), tmp_path / "luu.xlsx", (WORN | STRIPPED)[name])
    made = sender.imports.plan(read_here(path), packet=sent.packet if name in STRIPPED else "")
    assert (made.rows, made.missing, made.quarantined) == ((), (), ())


# -- L6: again, it is nothing new, and says since when --------------------------------------------


def test_L6_a_file_renamed_or_saved_again_is_nothing_new(
    desk: Desk, filled: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, renamed, resaved = (tmp_path / name for name in ("tra-ve.xlsx", "ban-sao.xlsx", "luu-lai.xlsx"))
    first.write_bytes(filled)
    shutil.copyfile(first, renamed)
    wear(filled, resaved, WORN["filtered"], WORN["sorted by lead"])
    done = desk.imports.apply(desk.imports.plan(read_here(first)))
    day = "/".join(reversed(desk.imports.records()[0].at[:10].split("-")))
    before = desk.register.revision()
    for path in (renamed, resaved):
        made = desk.imports.plan(read_here(path))
        assert made.rows == ()
        assert desk.imports.apply(made).import_id is None
    assert desk.register.revision() == before
    desk.close()
    for path in (renamed, resaved):
        capsys.readouterr()
        main(["--db", str(desk.path), "import", str(path)])
        assert day in capsys.readouterr().out
    assert done.import_id


# -- L12: worn, it says the same ------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(WORN))
def test_L12_whatever_happens_to_the_sheet_the_edits_are_the_same(
    sender: Desk, sent: Sent, filled: bytes, typed: Edits, tmp_path: Path, name: str
) -> None:
    made = sender.imports.plan(read_here(wear(filled, tmp_path / "tra-ve.xlsx", WORN[name])))
    assert_as_typed(made, sent, typed)
    assert made.packet == sent.packet


def test_L12_a_table_copied_into_a_new_book_with_the_code_of_its_packet(
    sender: Desk, sent: Sent, filled: bytes, typed: Edits, tmp_path: Path
) -> None:
    path = wear(filled, tmp_path / "tra-ve.xlsx", STRIPPED["copied into a new book"])
    assert sender.imports.plan(read_here(path)).packet == ""
    assert_as_typed(sender.imports.plan(read_here(path), packet=sent.packet), sent, typed)


def test_L12_what_is_seen_copied_into_a_new_book_is_known_by_number_and_title(
    sender: Desk, sent: Sent, filled: bytes, typed: Edits, tmp_path: Path
) -> None:
    """Without ids, a task whose title was changed cannot be told for sure: it is proposed, and kept apart."""
    path = wear(filled, tmp_path / "tra-ve.xlsx", STRIPPED["what is seen copied into a new book"])
    made = sender.imports.plan(read_here(path), packet=sent.packet)
    (renamed,) = (edit for edit in typed if edit[1] == "title")
    assert find_cells(made) == typed - {renamed}
    assert {row["title"] for row in find_new(made)} == {row["title"] for row in ADDED} | {renamed[3]}
    assert {row.row_id for row in made.missing} == {sent.rows[number] for number in REMOVED} | {renamed[0]}
    assert made.answer is not None
    assert [(like.row.row_id, like.row.title) for like in made.answer.suggestions] == [(renamed[0], title_of(7))]


@pytest.mark.parametrize("left_behind", [(ID_HEADER,), (ID_HEADER, "TT"), (ID_HEADER, "Số nhóm", "Nhóm nhiệm vụ")])
def test_L12_a_partial_sort_is_found_and_undone_only_when_asked(
    sender: Desk, sent: Sent, filled: bytes, typed: Edits, tmp_path: Path, left_behind: tuple[str, ...]
) -> None:
    """The columns a person did not see, or did not mark, stay where they are while the others are sorted."""
    path = wear(filled, tmp_path / "tra-ve.xlsx", lambda book: sort_but(book, left_behind))
    made = sender.imports.plan(read_here(path))
    assert made.answer is not None
    assert made.answer.realign is not None
    assert len(made.answer.realign.rows) > 30
    moved = set(made.answer.realign.rows.values())
    assert not {row for row, *_ in find_cells(made)} & moved, (
        "a line that moved speaks for no row until somebody agrees"
    )
    agreed = sender.imports.plan(read_here(path), realign=True)
    assert agreed.answer is not None
    assert agreed.answer.realigned
    untouched = {"stt", "group_no", "category"} if len(left_behind) > 1 else set()
    found = {cell for cell in find_cells(agreed) if cell[1] not in untouched}
    assert found >= {edit for edit in typed if edit[1] != "title"}
    assert {cell[1] for cell in found - typed} <= {"title"}


def sort_but(book: openpyxl.Workbook, left_behind: tuple[str, ...]) -> None:
    """Sort the lines of tasks by title, all columns but these."""
    table = Table(book)
    lines = [row for row in table.rows if table.is_task(row)]
    columns = [column for header, column in table.columns.items() if header not in left_behind]
    cells = {row: [table.sheet.cell(row, column).value for column in columns] for row in lines}
    kinds = {row: [table.sheet.cell(row, column).data_type for column in columns] for row in lines}
    title = columns.index(table.columns["Nhiệm vụ"])
    for row, source in zip(lines, sorted(lines, key=lambda row: str(cells[row][title])), strict=True):
        for column, value, kind in zip(columns, cells[source], kinds[source], strict=True):
            cell = table.sheet.cell(row, column)
            cell.value = value
            if value is not None:
                cell.data_type = kind


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(150))
def test_L12_several_things_at_once(
    sender: Desk, sent: Sent, filled: bytes, typed: Edits, tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)
    book = openpyxl.load_workbook(io.BytesIO(filled))
    names = wear_at_random(book, chance, chance.randint(2, 6))
    path = tmp_path / "tra-ve.xlsx"
    book.save(path)
    made = sender.imports.plan(read_here(path), packet=sent.packet)
    print(names)
    assert_as_typed(made, sent, typed)
