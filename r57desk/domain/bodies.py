"""The bodies that sit at every province and commune: what their code adds to the unit's, and how they are called."""

from __future__ import annotations

from collections.abc import Callable

# level of the unit, what its code gets, and the name; {unit} is "tỉnh A", "xã B", {party} "Tỉnh ủy A".
BODIES: tuple[tuple[str, str, str], ...] = (
    ("province", "", "UBND {unit}"),
    ("province", ".VP", "Văn phòng UBND {unit}"),
    ("province", ".TU", "Văn phòng {party}"),
    ("province", ".SKHCN", "Sở Khoa học và Công nghệ {unit}"),
    ("province", ".SNV", "Sở Nội vụ {unit}"),
    ("province", ".STC", "Sở Tài chính {unit}"),
    ("province", ".SNNMT", "Sở Nông nghiệp và Môi trường {unit}"),
    ("province", ".SXD", "Sở Xây dựng {unit}"),
    ("province", ".SCT", "Sở Công Thương {unit}"),
    ("province", ".SGDDT", "Sở Giáo dục và Đào tạo {unit}"),
    ("province", ".SYT", "Sở Y tế {unit}"),
    ("province", ".STP", "Sở Tư pháp {unit}"),
    ("province", ".SVHTTDL", "Sở Văn hóa, Thể thao và Du lịch {unit}"),
    ("province", ".SDTTG", "Sở Dân tộc và Tôn giáo {unit}"),
    ("province", ".SNGV", "Sở Ngoại vụ {unit}"),
    ("province", ".TTR", "Thanh tra {unit}"),
    ("province", ".CA", "Công an {unit}"),
    ("province", ".BTC", "Ban Tổ chức {party}"),
    ("province", ".BTGDV", "Ban Tuyên giáo và Dân vận {party}"),
    ("province", ".UBKT", "Ủy ban Kiểm tra {party}"),
    ("commune", "", "UBND {unit}"),
    ("commune", ".VP", "Văn phòng HĐND và UBND {unit}"),
    ("commune", ".DU", "Văn phòng Đảng ủy {unit}"),
    ("commune", ".PKT", "Phòng Kinh tế {unit}"),
    ("commune", ".PVHXH", "Phòng Văn hóa - Xã hội {unit}"),
    ("commune", ".TTPVHCC", "Trung tâm Phục vụ hành chính công {unit}"),
)

_LEVELS = {2: "province", 5: "commune"}  # digits in the code of a unit


def name_body(code: str, name_of: Callable[[str], str] = lambda unit: "") -> str:
    """“Sở Nội vụ tỉnh A” for "08.SNV"; without a known unit “Sở Nội vụ”; "" for a code that is no such body's.

    `name_of` gives the name of a unit by its code, "" when it is unknown.
    """
    unit, dot, suffix = code.partition(".")
    level = _LEVELS.get(len(unit)) if unit.isdigit() else None
    pattern = next((found for at, own, found in BODIES if at == level and own == dot + suffix and own), "")
    if not pattern or "{party}" in pattern:
        return ""
    name = name_of(unit)
    return pattern.format(unit=name[:1].lower() + name[1:]).strip()
