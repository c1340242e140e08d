"""What the texts of a row give away: the number of a task, a total, a signature, a mark of secrecy."""

from __future__ import annotations

import re

from r57desk.domain.text import fold
from r57desk.workbook.grid import Value

_NUMBER_LENGTH = 12  # "11.10", "28a": anything longer in the number column is text
_TOTAL = re.compile(r"(?:tong cong|tong so|cong|tong)(?:\s*[:\d(].*| nhiem vu\b.*|)", re.DOTALL)
_SIGNATURE = re.compile(
    r"(?:.*[, .…])?ngay\W.{0,20}thang\W.{0,20}nam\b.*|nguoi (?:lap|tong hop|bao cao)(?: bieu)?|(?:q\. ?)?thu truong\b.*|noi nhan\b.*"
    r"|\(?ky(?:,| ten|\)).*|\(da ky\)|(?:tm|kt|tl|tuq|q)\. .*|(?:pho )?(?:giam doc|chu tich|bi thu|vu truong|cuc truong|truong phong|"
    r"chanh van phong|vien truong|tong giam doc)\b.{0,40}|xac nhan cua .*|lanh dao (?:don vi|co quan)\b.*",
    re.DOTALL,
)
_SECRET = re.compile(r"(?<!BÍ )(?<!BẢO )\b(?:TUYỆT |TỐI )?MẬT\b")


def is_number(stt: Value) -> bool:
    """Whether the number column holds the number of a task: 12, "12.", "28a", "11.10"."""
    if isinstance(stt, str):
        text = stt.lstrip()
        return text[:1].isdigit() and len(text) <= _NUMBER_LENGTH
    return isinstance(stt, int | float)


def is_total(text: str) -> bool:
    """Whether a row that begins so adds up the rows above: "Tổng cộng: 141 nhiệm vụ", "Cộng"."""
    return _TOTAL.fullmatch(fold(text)) is not None


def is_signature(text: str) -> bool:
    """Whether a text belongs to the date, titles and remarks below a table."""
    return _SIGNATURE.fullmatch(fold(text)) is not None


def bears_secret_mark(text: str) -> bool:
    """Whether a text bears a mark of secrecy (MẬT, TỐI MẬT, TUYỆT MẬT), and not only the word in passing."""
    return "MẬT" in text and _SECRET.search(text) is not None
