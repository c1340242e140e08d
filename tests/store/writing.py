"""What tests of the store write into a register: rows, edits, imports."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

from r57desk.domain.ids import random_row_id
from r57desk.domain.status import PROGRESS_CODES
from r57desk.merge import compose
from r57desk.merge.delta import make_delta, make_edit, new_nonce
from r57desk.merge.model import EXECUTORS, Delta
from r57desk.store import edit_log
from r57desk.store.database import Database
from r57desk.store.edit_log import Appended
from r57desk.store.imports import ImportDraft, SheetSource
from r57desk.store.rows import get_state

OFFICE = "01"
NOW = "2026-11-23T08:00:00"


def create(db: Database, row: str = "", *, office: str = OFFICE, kind: str = "task", **values: str) -> str:
    """A typed row; its id."""
    row = row or random_row_id()
    shared, local = compose.split_local(kind, values)
    edits = [compose.create_row(row, shared, kind=kind, nonce=new_nonce())]
    edits += [make_edit(row, local, nonce=new_nonce())] if local else []
    deltas = [make_delta(office, [edit], claimed_time=NOW, nonce=new_nonce()) for edit in edits]
    edit_log.append(db, deltas, label="Thêm", at=NOW)
    return row


def write(db: Database, row: str, *, office: str = OFFICE, **values: str | None) -> Appended:
    """A typed edit of a row as it stands."""
    edit = compose.write_fields(get_state(db, row), values, nonce=new_nonce())
    assert edit is not None
    return edit_log.append(db, [make_delta(office, [edit], claimed_time=NOW, nonce=new_nonce())], label="Sửa", at=NOW)


def delete(db: Database, row: str) -> Appended:
    """A typed deletion."""
    edit = compose.delete_row(get_state(db, row), nonce=new_nonce())
    return edit_log.append(db, [make_delta(OFFICE, [edit], nonce=new_nonce())], label="Xoá", at=NOW)


def annex(rows: Mapping[str, Mapping[str, str]], office: str = "HQ", us: str = OFFICE) -> list[Delta]:
    """The deltas of a file from another office: its rows, and its grant of them to us."""
    return [
        make_delta(office, [compose.create_row(row, compose.split_local("task", rows[row])[0]) for row in rows]),
        make_delta(office, [make_edit(row, {EXECUTORS: us}) for row in rows]),
    ]


def load(
    db: Database,
    deltas: Sequence[Delta],
    *,
    content: bytes = b"a workbook",
    take_back: bool = False,
    sample: bool = False,
) -> Appended:
    """An import of these deltas, each edit from a line of its own."""
    lines = {edit.id: (0, place) for delta in deltas for place, edit in enumerate(delta.edits, 5)}
    sheets = (SheetSource("PL II", {"title": "B", "stt": "A"}),)
    ids = [delta.id for delta in deltas]
    draft = ImportDraft("phu-luc.xlsx", content, "HQ", "Lan", sample, sheets, lines, {"rows": len(lines)})
    return edit_log.append(
        db, deltas, kind="import", label="Nhập", at=NOW, draft=draft, take_back=ids if take_back else ()
    )


_WORDS = [
    "Hoàn", "thiện", "thể", "chế", "về", "khoa", "học", "công", "nghệ", "đổi", "mới", "sáng",
    "tạo", "và", "chuyển", "đổi", "số", "quốc", "gia", "đất", "đai", "“nền", "tảng”", "dữ_liệu",
    "5G",
]  # fmt: skip
_DEADLINES = [
    "15/7/2025", "trước ngày 15/7", "Tháng 8/2025", "Quý III/2025", "6 tháng đầu năm 2025", "2025", "2025-2030",
    "Thường xuyên", "Hằng quý", "Từ tháng 8/2025", "sau khi luật có hiệu lực", "", "không đọc được", "dự kiến 31/12/2025",
]  # fmt: skip


def random_task(seed: random.Random) -> dict[str, str]:
    """The values of a task like those in annexes, blanks and line breaks too."""

    def text(most: int) -> str:
        return seed.choice([" ", "\n", "  "]).join(seed.choices(_WORDS, k=seed.randint(0, most)))

    values = {
        "stt": seed.choice(["", "1", "2", "10", "28", "28a", "1.2"]),
        "code": seed.choice(["", "NV 01", "nv-02"]),
        "title": text(12) or "Nhiệm vụ",
        "source_doc": seed.choice(["", "03/NQ-CP", "Kế hoạch 12/KH-UBND năm 2025"]),
        "group_no": seed.choice(["", "I", "II", "IX", "A"]),
        "category": seed.choice(["", "Thể chế", "Hạ tầng"]),
        "lead": seed.choice(["", "Bộ Công an", "Bộ KH&CN", "Các bộ, ngành, địa phương"]),
        "coop": seed.choice(["", "Bộ Công an", text(3)]),
        "deliverable": text(3),
        "deadline_text": seed.choice(_DEADLINES),
        "progress": seed.choice([*PROGRESS_CODES, ""]),
        "percent": seed.choice(["", "0", "65", "65.5", "100"]),
        "result_now": text(6),
        "done_date": seed.choice(
            ["", "2025-05-31", "2025-06-15", "2025-07-15", "2025-07-16", "2025-09-01", "2026-01-01"]
        ),
        "tags": seed.choice(["", "gấp"]),
        "note": text(2),
    }
    return {code: value for code, value in values.items() if value}
