"""A deadline moved to another day, said the way the document said it."""

from __future__ import annotations

import re
from datetime import date

from r57desk.domain.deadline import Deadline, parse_deadline

_DATE = re.compile(r"\b\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*(?:\d{4}|\d{2})\b")


def move_deadline(deadline: Deadline, day: date) -> str:
    """The deadline's text with its date changed to `day`: "Trước ngày 15/7/2025" → "Trước ngày 16/07/2025".

    Where the text holds no single written date, a plain one takes its place, with "trước" where it was said.
    """
    stated = f"{day:%d/%m/%Y}"
    if len(_DATE.findall(deadline.text)) == 1:
        text = _DATE.sub(stated, deadline.text)
        if parse_deadline(text, None).due == day:
            return text
    return f"trước {stated}" if deadline.operator == "truoc" else stated
