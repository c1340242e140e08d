"""What became of values a partner sent: the lines of a receipt, and the words for each outcome."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Outcome = Literal["received", "refused", "conflict", "waiting", "unread"]

OUTCOMES: dict[Outcome, tuple[str, str]] = {
    "received": ("Đã nhận", "Received"),
    "refused": ("Không chấp thuận", "Not agreed to"),
    "conflict": ("Khác nhau, chờ chọn", "Differs, to be chosen"),
    "waiting": ("Đề nghị, chờ trả lời", "Asked for, to be answered"),
    "unread": ("Chưa đọc được", "Could not be read"),
}


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """One value that was sent. `value` is canonical (None for one erased), `reason` why it was refused, or what else."""

    stt: str
    title: str
    field: str
    value: str | None
    outcome: Outcome
    reason: str = ""
