"""Group rows: "I", "A. …", "II/ …" and headings merged over the table, and which group a task stands in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from r57desk.domain.text import roman_value

_WORD = r"(?:(?:PHẦN|MỤC|NHÓM)\s+)?"
_NUMBER = re.compile(_WORD + r"([IVXLC]+|[A-ZĐ])\s*[./):]*", re.IGNORECASE)
_LINE = re.compile(_WORD + r"([IVXLC]{1,6}|[A-ZĐ])\s*[./):\-–]+\s*([^\W\d_].*)", re.DOTALL)
_NUMBERED_LINE = re.compile(_WORD + r"(\d{1,2})\s*[./):\-–]+\s*([^\W\d_].*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Group:
    """A group's number as written, and its text without the number."""

    number: str = ""
    text: str = ""


def is_group_number(text: str) -> bool:
    """Whether a number column holds a Roman number or one capital letter, as group rows do."""
    match = _NUMBER.fullmatch(text)
    return bool(match and match[1].isupper() and (len(match[1]) == 1 or roman_value(match[1])))


def find_group_line(text: str, *, allow_digits: bool) -> Group | None:
    """The group a whole line names ("I/ NHIỆM VỤ CÓ THỜI HẠN", "A. Nâng cao …", "1. …" if allowed), or None."""
    match = _LINE.fullmatch(text) or (_NUMBERED_LINE.fullmatch(text) if allow_digits else None)
    if match is None or (len(match[1]) > 1 and not match[1].isdigit() and not roman_value(match[1])):
        return None
    return Group(match[1], match[2].strip())


@dataclass(slots=True)
class Groups:
    """The group rows met so far; a task belongs to the last one."""

    texts: dict[str, str] = field(default_factory=dict)
    now: Group = field(default_factory=Group)
    _outer: Group | None = None  # the group around a numbered heading

    @property
    def is_nested(self) -> bool:
        """Whether the group is a numbered heading inside another group."""
        return self._outer is not None

    def open(self, group: Group) -> None:
        """A group row begins a group."""
        self.now, self._outer = group, None
        self.texts.setdefault(group.number, group.text)

    def open_nested(self, group: Group) -> None:
        """A heading "1" holds the tasks "1.1", "1.2" … and ends with them."""
        outer = self._outer or self.now
        self.open(group)
        self._outer = outer

    def leave_nested(self, number: object) -> bool:
        """End a numbered heading when the next task is not its own; whether it ended."""
        if self._outer is None or str(number or "").startswith(self.now.number + "."):
            return False
        self.now, self._outer = self._outer, None
        return True
