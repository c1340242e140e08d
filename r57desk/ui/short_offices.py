"""Names of offices as they are shortened on a button or a narrow line: Sở KH&CN, UBND tỉnh A."""

from __future__ import annotations

# what is written out, what is put in its place; longest first where one holds another
_SHORTER: tuple[tuple[str, str], ...] = (
    ("Ủy ban nhân dân", "UBND"),
    ("Uỷ ban nhân dân", "UBND"),
    ("Hội đồng nhân dân", "HĐND"),
    ("Khoa học và Công nghệ", "KH&CN"),
    ("Giáo dục và Đào tạo", "GD&ĐT"),
    ("Nông nghiệp và Môi trường", "NN&MT"),
    ("Văn hoá, Thể thao và Du lịch", "VHTT&DL"),
    ("Văn hóa, Thể thao và Du lịch", "VHTT&DL"),
    ("Dân tộc và Tôn giáo", "DT&TG"),
    ("Chuyển đổi số", "CĐS"),
)


def short_office(name: str) -> str:
    """The name with its long usual parts shortened; one without such parts stays whole."""
    for long, short in _SHORTER:
        name = name.replace(long, short)
    return name
