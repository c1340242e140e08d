"""Short titles for cards' and calendar items' little room: on screen only, never stored, never printed."""

from __future__ import annotations

import re

from r57desk.domain.text import one_line

# What a title begins with before it names the thing to be made, longest first.
_VERBS = (
    "xây dựng", "ban hành", "rà soát", "đề xuất", "hoàn thiện", "nghiên cứu", "phê duyệt", "sửa đổi",
    "bổ sung", "soạn thảo", "hoàn thành", "lập", "tổ chức thực hiện", "tổ chức triển khai", "triển khai thực hiện",
    "khẩn trương", "chủ động", "tiếp tục", "đẩy nhanh", "sớm", "kịp thời", "chủ trì", "phối hợp", "cập nhật",
)  # fmt: skip
# To whom it goes: "trình Thủ tướng Chính phủ ban hành", "báo cáo Ban Chỉ đạo".
_BODIES = (
    "Thủ tướng Chính phủ", "Thủ tướng", "Chính phủ", "Quốc hội", "Ủy ban Thường vụ Quốc hội", "Bộ Chính trị",
    "Ban Bí thư", "cấp có thẩm quyền", "Hội đồng nhân dân", "HĐND", "UBND", "Ủy ban nhân dân", "Tỉnh ủy",
    "Thành ủy", "Ban Thường vụ", "cấp thẩm quyền",
)  # fmt: skip
_VERB = rf"(?:(?:trình|tham mưu|báo cáo)(?: (?:{'|'.join(_BODIES)}))*|{'|'.join(_VERBS)})"
_LEADING = re.compile(rf"(?:{_VERB}(?: ?[,;] ?(?:và )?| và | ))+", re.IGNORECASE)
# The thing named must stand on its own: what follows one of these still needs its verb.
_DEPENDENT = re.compile(
    r"\d|(?:hoặc|cho|của|để|được|đối với|lại|mới|nhằm|ra|theo|trên|từ|về|việc|với|và|vào|tại|trong|đầy đủ|hiệu quả|bảo đảm"
    r"|cấp|kịp|phát hiện|giới thiệu|xóa|xoá|phủ|thống kê|sắp xếp) ",
    re.IGNORECASE,
)
_FEWEST_WORDS = 2


def shorten(title: str) -> str:
    """The title without its leading verbs ("Xây dựng, ban hành Đề án…" → "Đề án…"), or as it is if little is left."""
    flat = one_line(title)
    found = _LEADING.match(flat)
    if found is None:
        return flat
    rest = flat[found.end() :]
    if len(rest.split()) < _FEWEST_WORDS or _DEPENDENT.match(rest):
        return flat
    return rest[0].upper() + rest[1:]
