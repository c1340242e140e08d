"""Short titles lose their leading verbs, never their meaning."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from r57desk.domain.short_title import shorten


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("Xây dựng, ban hành Đề án phát triển nhân lực", "Đề án phát triển nhân lực"),
        ("Xây dựng, trình Thủ tướng Chính phủ ban hành chương trình tuyên truyền", "Chương trình tuyên truyền"),
        ("Nghiên cứu, đề xuất và ban hành cơ chế thử nghiệm", "Cơ chế thử nghiệm"),
        ("Ban hành kịp thời văn bản dưới luật", "Văn bản dưới luật"),
        ("Tham mưu Chính phủ thành lập Ủy ban Dữ liệu", "Thành lập Ủy ban Dữ liệu"),
        ("xây dựng Kế hoạch\nhành động", "Kế hoạch hành động"),
        ("Xây dựng kiến trúc dữ liệu", "Kiến trúc dữ liệu"),
    ],
)
def test_leading_verbs_go(title: str, short: str) -> None:
    assert shorten(title) == short


@pytest.mark.parametrize(
    "title",
    [
        "Mở rộng vùng phủ sóng 5G toàn quốc",
        "Xây dựng",
        "Sửa đổi hoặc ban hành thay thế Quyết định",
        "Đề xuất xây dựng, sửa đổi 04 luật",
        "Triển khai hiệu quả Kế hoạch hành động",
        "Hoàn thành việc sắp xếp",
        "Lập",
        "",
    ],
)
def test_what_still_needs_its_verb_keeps_it(title: str) -> None:
    assert shorten(title) == title


def test_no_sample_title_is_shortened_to_a_scrap(project_root: Path) -> None:
    with (project_root / "seeds" / "tasks.csv").open(encoding="utf-8") as file:
        titles = [row["Nhiệm vụ"] for row in csv.DictReader(file)]
    shorts = [shorten(title) for title in titles]
    assert all((len(short.split()) >= 2 and short[0].isupper()) or short[0].isdigit() for short in shorts)
    assert 20 < sum(a != b for a, b in zip(titles, shorts, strict=True)) < len(titles)
