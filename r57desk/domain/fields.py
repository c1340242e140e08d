"""FIELDS: the one table of what a row may hold. Readers, writers, columns, filters, history and CLI read it.

To add a task field: one line in TASK_FIELDS, one attribute on `Task`, one migration. Keep it data.

Ownership: A = the assigning side writes it, E = the executing side, L = local to this register, never sent.
Aliases are header texts as offices type them; they are compared on folded text (`domain.text.fold`), the label
itself is always an alias. `ambiguous` aliases need content, or a question, to decide.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Owner = Literal["A", "E", "L"]
FieldType = Literal["text", "long_text", "deadline", "progress", "percent", "date"]


class Field(NamedTuple):
    """One field of one kind of row."""

    code: str
    type: FieldType
    owner: Owner
    label_vi: str
    label_en: str
    aliases: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    width: int = 16  # characters: the column width in a workbook


# fmt: off
TASK_FIELDS: tuple[Field, ...] = (
    Field("stt", "text", "A", "TT", "No.", width=6,
          aliases=("STT", "Số TT", "Số thứ tự", "STT/TT", "Thứ tự")),
    Field("code", "text", "A", "Mã nhiệm vụ", "Code", width=12,
          aliases=("Mã", "Mã NV", "Mã số", "Mã số nhiệm vụ", "Ký hiệu nhiệm vụ")),
    Field("title", "long_text", "A", "Nhiệm vụ", "Task", width=60,
          aliases=("Tên nhiệm vụ", "Nội dung nhiệm vụ", "Nội dung công việc", "Nhiệm vụ trọng tâm", "Nội dung",
                   "Nhiệm vụ được giao", "Nội dung nhiệm vụ được giao", "Nhiệm vụ cụ thể",
                   "Nhiệm vụ, giải pháp", "Nhiệm vụ/giải pháp", "Tên công việc", "Công việc",
                   "Tên nhiệm vụ, công việc")),
    Field("source_doc", "text", "A", "Văn bản giao việc", "Source document", width=22,
          aliases=("Văn bản chỉ đạo", "Căn cứ", "Văn bản", "Văn bản giao việc của Trung ương",
                   "Văn bản giao nhiệm vụ", "Văn bản giao", "Nguồn giao nhiệm vụ", "Số, ký hiệu văn bản giao")),
    Field("group_no", "text", "A", "Số nhóm", "Group no.", width=8),
    Field("category", "text", "A", "Nhóm nhiệm vụ", "Category", width=24,
          aliases=("Nhóm", "Lĩnh vực", "Nhóm nhiệm vụ, giải pháp", "Nhóm việc")),
    Field("lead", "text", "A", "Cơ quan chủ trì", "Lead body", width=26,
          aliases=("Đơn vị chủ trì", "Cơ quan thực hiện", "Chủ trì", "Cơ quan, đơn vị chủ trì",
                   "Cơ quan/đơn vị chủ trì", "Đơn vị thực hiện", "Cơ quan, đơn vị thực hiện",
                   "Chủ trì thực hiện", "Đơn vị được giao", "Cơ quan được giao")),
    Field("coop", "text", "A", "Cơ quan phối hợp", "Cooperating bodies", width=26,
          aliases=("Đơn vị phối hợp", "Phối hợp", "Cơ quan, đơn vị phối hợp", "Cơ quan/đơn vị phối hợp",
                   "Phối hợp thực hiện"),
          ambiguous=("Thực hiện",)),
    Field("deliverable", "text", "A", "Sản phẩm", "Deliverable", width=22,
          aliases=("Kết quả yêu cầu", "Kết quả/Sản phẩm", "Sản phẩm đầu ra", "Sản phẩm, kết quả",
                   "Kết quả, sản phẩm", "Sản phẩm/Kết quả", "Sản phẩm dự kiến", "Kết quả dự kiến",
                   "Kết quả đầu ra", "Sản phẩm hoàn thành", "Yêu cầu sản phẩm"),
          ambiguous=("Kết quả",)),
    Field("deadline_text", "deadline", "A", "Thời hạn", "Deadline", width=16,
          aliases=("Thời hạn hoàn thành", "Thời gian hoàn thành", "Thời gian thực hiện", "Hạn", "Thời gian",
                   "Hạn hoàn thành", "Thời hạn thực hiện", "Hạn xử lý", "Mốc thời gian",
                   "Thời gian dự kiến hoàn thành", "Thời hạn, thời gian hoàn thành", "Tiến độ hoàn thành"),
          ambiguous=("Tiến độ", "Tiến độ thực hiện")),
    Field("authority", "text", "A", "Thẩm quyền", "Deciding authority", width=16,
          aliases=("Cấp quyết định", "Thẩm quyền quyết định", "Cấp có thẩm quyền")),
    Field("progress", "progress", "E", "Tiến độ", "Progress", width=16,
          aliases=("Trạng thái", "Tình trạng", "Đánh giá", "Trạng thái thực hiện", "Tình trạng thực hiện",
                   "Mức độ thực hiện"),
          ambiguous=("Tiến độ thực hiện", "Mức độ hoàn thành")),
    Field("percent", "percent", "E", "Tiến độ (%)", "Percent done", width=10,
          aliases=("%", "Tỷ lệ hoàn thành", "Phần trăm", "Tiến độ %", "Tỷ lệ", "% hoàn thành", "Tỷ lệ %"),
          ambiguous=("Mức độ hoàn thành",)),
    Field("result_now", "long_text", "E", "Kết quả thực hiện", "Result", width=40,
          aliases=("Kết quả hiện nay", "Kết quả đạt được", "Tình hình thực hiện", "Kết quả đến nay",
                   "Kết quả thực hiện đến nay", "Tình hình, kết quả thực hiện", "Kết quả cụ thể"),
          ambiguous=("Kết quả", "Thực hiện")),
    Field("obstacles", "long_text", "E", "Khó khăn, vướng mắc", "Obstacles", width=30,
          aliases=("Tồn tại, hạn chế", "Nguyên nhân", "Vướng mắc", "Khó khăn",
                   "Khó khăn, vướng mắc, nguyên nhân", "Tồn tại, hạn chế, nguyên nhân", "Vướng mắc, khó khăn",
                   "Nguyên nhân chậm")),
    Field("proposals", "long_text", "E", "Đề xuất, kiến nghị", "Proposals", width=30,
          aliases=("Kiến nghị", "Đề xuất", "Kiến nghị, đề xuất", "Đề xuất giải pháp", "Đề xuất/kiến nghị")),
    Field("done_date", "date", "E", "Ngày hoàn thành", "Done date", width=14,
          aliases=("Hoàn thành", "Ngày hoàn thành thực tế", "Thời gian hoàn thành thực tế", "Ngày HT")),
    Field("evidence", "text", "E", "Minh chứng", "Evidence", width=22,
          aliases=("Link minh chứng", "Số văn bản", "Tài liệu minh chứng", "Văn bản minh chứng",
                   "Số, ký hiệu văn bản ban hành")),
    Field("officer", "text", "E", "Chuyên viên", "Officer", width=18,
          aliases=("Người thực hiện", "Đầu mối", "Cán bộ phụ trách", "Chuyên viên theo dõi", "Người phụ trách",
                   "Cán bộ thực hiện")),
    Field("leader", "text", "E", "Lãnh đạo phụ trách", "Responsible leader", width=18,
          aliases=("Người chịu trách nhiệm", "Lãnh đạo chỉ đạo", "Lãnh đạo theo dõi")),
    Field("note", "long_text", "E", "Ghi chú", "Note", width=24,
          aliases=("Chú thích",)),
    Field("tags", "text", "L", "Nhãn", "Tags", width=14),
    Field("short_title", "text", "L", "Tên ngắn", "Short title", width=24),
)
# fmt: on

OFFICE_FIELDS: tuple[Field, ...] = (
    Field("code", "text", "A", "Mã", "Code", ("Mã đơn vị", "code")),
    Field("name", "text", "A", "Tên", "Name", ("Tên đơn vị", "name_vi")),
    Field("level", "text", "A", "Cấp", "Level", ("level",)),
    Field("type", "text", "A", "Loại", "Type", ("type",)),
    Field("parent", "text", "A", "Đơn vị cấp trên", "Parent", ("parent_code",)),
    Field("abbreviation", "text", "A", "Viết tắt", "Abbreviation", ("abbreviation",)),
    Field("aliases", "text", "A", "Tên gọi khác", "Aliases", ("aliases",)),
    Field("predecessors", "text", "A", "Đơn vị tiền thân", "Predecessors", ("predecessors",)),
)

PUBLIC_DAY_FIELDS: tuple[Field, ...] = (
    Field("date", "date", "A", "Ngày", "Date", ("date",)),
    Field("type", "text", "A", "Loại", "Type", ("type",)),  # nghi | lam_bu
    Field("name", "text", "A", "Tên", "Name", ("name_vi",)),
    Field("source", "text", "A", "Nguồn", "Source", ("source",)),
)

DOCUMENT_FIELDS: tuple[Field, ...] = (
    Field("number", "text", "A", "Số, ký hiệu", "Number", ("number",)),
    Field("date", "date", "A", "Ngày ban hành", "Issued", ("date",)),
    Field("issuer", "text", "A", "Cơ quan ban hành", "Issuer", ("issuer",)),
    Field("title", "text", "A", "Trích yếu", "Subject", ("title",)),
    Field("note", "text", "A", "Ghi chú", "Note", ("note",)),
)

KINDS: dict[str, tuple[Field, ...]] = {
    "task": TASK_FIELDS,
    "office": OFFICE_FIELDS,
    "public_day": PUBLIC_DAY_FIELDS,
    "document": DOCUMENT_FIELDS,
}

SEARCHED: tuple[str, ...] = tuple(
    field.code for field in TASK_FIELDS if field.type in ("text", "long_text", "deadline")
)
"""The fields whose words a search looks through."""

BY_CODE: dict[str, Field] = {field.code: field for field in TASK_FIELDS}


LOCAL_FIELDS: dict[str, frozenset[str]] = {
    kind: frozenset(field.code for field in fields if field.owner == "L") for kind, fields in KINDS.items()
}
"""The fields of each kind that never leave the register they were written in."""


def owner_of(kind: str, code: str) -> Owner:
    """Which side writes field `code` of rows of `kind`; system fields (`#…`) belong to the assigning side."""
    if kind == "task":
        field = BY_CODE.get(code)
        return field.owner if field else "A"
    return "A"
