"""Deadline: what the document says, verbatim, and how it is read.

The text is never changed. A reading is certain or it is not made: what the grammar does not know is `unknown`,
shown to a person as written. Dates are day/month/year; a month, quarter, half or year is due on its last day.
"Before" a day names that day ("trước 15/7": due on 15/7); before a longer period is before it begins ("trước tháng
9/2025": due on 31/8/2025, late from 1/9); before the end of one is in it ("trước cuối năm 2025": 31/12/2025).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from r57desk.domain.deadline_grammar import Period, read_period, read_range
from r57desk.domain.pattern import late_pattern
from r57desk.domain.text import fold, one_line
from r57desk.errors import Language

Precision = Literal[
    "day", "month", "quarter", "half", "year", "range", "open",
    "standing", "recurring", "event", "none", "unknown",
]  # fmt: skip
DeadlineKind = Literal["hoan_thanh", "trinh", "bao_cao", "bat_dau", "muc_tieu", "du_kien"]
Operator = Literal["", "truoc"]

# code, Vietnamese, English
DEADLINE_KINDS: tuple[tuple[DeadlineKind, str, str], ...] = (
    ("hoan_thanh", "Hoàn thành", "Complete"),
    ("trinh", "Trình", "Submit"),
    ("bao_cao", "Báo cáo", "Report"),
    ("bat_dau", "Bắt đầu", "Start"),
    ("muc_tieu", "Mục tiêu", "Target"),
    ("du_kien", "Dự kiến", "Expected"),
)
PRECISIONS: tuple[tuple[Precision, str, str], ...] = (
    ("day", "Ngày", "Day"),
    ("month", "Tháng", "Month"),
    ("quarter", "Quý", "Quarter"),
    ("half", "Nửa năm", "Half-year"),
    ("year", "Năm", "Year"),
    ("range", "Giai đoạn", "Range"),
    ("open", "Không định ngày", "Open-ended"),
    ("standing", "Thường xuyên", "Standing"),
    ("recurring", "Định kỳ", "Recurring"),
    ("event", "Theo sự kiện", "Event"),
    ("none", "Chưa chốt hạn", "Not fixed"),
    ("unknown", "Chưa đọc được", "Not read"),
)
NOT_BINDING: frozenset[DeadlineKind] = frozenset({"bat_dau", "du_kien"})


@dataclass(frozen=True, slots=True)
class Deadline:
    """One reading. `due` is the last day of the stated period, or None; `start` its first day where one is said.

    With the operator `truoc`, `due` is the stated day, or the last day before the stated period begins. `doubts` are
    codes of what a person should check: `two_digit_year`, `year_assumed`.
    """

    text: str = ""
    due: date | None = None
    precision: Precision = "none"
    kind: DeadlineKind = "hoan_thanh"
    operator: Operator = ""
    start: date | None = None
    doubts: tuple[str, ...] = ()

    @property
    def binding_due(self) -> date | None:
        """The day after which an unfinished task is late: `due`, unless it is only expected, or a start."""
        return None if self.kind in NOT_BINDING else self.due


# -- reading -------------------------------------------------------------------------------------

_DAY = timedelta(days=1)
_DASHES = late_pattern("[\u2010-\u2015\u2212]")
_TRAILING = late_pattern(r"[ ./;,]+$")
_PUNCTUATION = late_pattern(r"[(),;:]+")
_LONGEST = 300  # characters; what is longer is a story, not a deadline
_NOTHING = {"", "-", "--", "...", "/", "x", "chua xac dinh", "chua chot", "chua co", "chua ro", "khong ro"}
_STANDING = late_pattern(
    r"(?:(?:nhiem vu|thuc hien|cong viec|viec|bao cao) )*(?:thuong xuyen|lien tuc|lau dai|duy tri thuong xuyen)"
    r"(?:[,;]? (?:va )?(?:thuong xuyen|lien tuc|lau dai|suot nam|quanh nam))*"
    r"(?: (?:trong|tu) (?:nam )?(?P<year>(?:19|20)\d\d))?"
)
_PERIOD_WORD = r"(?:ngay|tuan|thang|quy|nam|nua nam|(?:0?6|sau|0?3|ba|0?9|chin) thang)"
_EVERY = (
    rf"(?:(?:hang|moi) {_PERIOD_WORD}|{_PERIOD_WORD} ?/ ?(?:1 )?lan|(?:\d+|mot) lan ?/ ?(?:1 |mot )?{_PERIOD_WORD}"
    rf"|{_PERIOD_WORD} (?:1|mot) lan|thang cuoi (?:hang )?quy|thang cuoi cua (?:moi )?quy|dinh ky|theo (?:thang|quy))"
)
_EVERY_ANYWHERE = late_pattern(rf"(?<![\w/]){_EVERY}(?!\w)")
# What may stand around a recurrence: "báo cáo trước ngày 15 hằng tháng".
_AROUND_EVERY = late_pattern(
    r"(?:bao|cao|thuc|hien|gui|tong|hop|thuong|xuyen|cham|nhat|truoc|vao|den|trong|tu|ngay|tuan|thang|quy|nam|va|hoac|cua"
    r"|mot|lan|\d{1,2}(?:/\d{1,2})?)"
)
_YEARS_WITHIN = late_pattern(
    r"[,;]? ?\(?(?:(?P<from>(?:bat dau )?(?:ke )?tu)|den|trong|giai doan)? ?(?:nam )?(?P<a>(?:19|20)\d\d)(?: ?- ?(?P<b>(?:19|20)\d\d))?\)?[,;]? ?"
)
_EVENT = late_pattern(
    r"(?:(?:cham nhat|trong vong|trong|sau|truoc|khong qua) )*\d+ ?(?:ngay|thang|tuan)(?: lam viec)?,? (?:sau|ke tu|tu|truoc)\b.*"
    r"|(?:ngay )?(?:sau|truoc|tu|ke tu|trong) (?:khi|ngay .*(?:hieu luc|ban hanh|ky)).*"
    r"|(?:ngay )?(?:khi|sau khi)\b.*"
    r"|(?:thuc hien )?(?:theo|dung) (?:de nghi|yeu cau|chi dao|tien do|lo trinh|ke hoach|huong dan|quy dinh|thong bao)\b.*"
)
_AND_AFTER = late_pattern(
    r"(?P<head>.+?),? ?(?:va|,|;)? (?:(?:nhung|cac|cac nam|nhung nam) ?)(?:nam )?(?:tiep theo|sau|ke tiep|sau do|tiep sau)"
    r"|(?P<head2>.+?) (?:tro di|va sau do|tro ve sau)"
)
_NO_TERM = late_pattern(r"khong (?:co |xac dinh |quy dinh )?(?:thoi )?han|khong xac dinh")
_START = late_pattern(r"(?:(?:bat dau|trien khai|thuc hien) )*(?:ke )?tu (?:ngay (?=\d))?")
_REMARK = late_pattern(r"(?P<head>.+?) ?\((?P<remark>[^()]*)\)")

# To whom or what: any words up to one that begins a date.
_OBJECT = (
    r"(?: (?!(?:truoc|trong|den|vao|ngay|thang|quy(?! dinh| che)|(?<!viet )nam|cham|cuoi|het|tu|khi|sau)\b)[a-z&]+)*"
)
_KIND_PATTERNS: tuple[tuple[str, DeadlineKind], ...] = (
    (r"du kien(?: (?:hoan thanh|xong|ban hanh|trinh|khai truong|trien khai|den))*(?: la)?", "du_kien"),
    (r"(?:muc tieu|phan dau)(?: (?:hoan thanh|xong|dat))*(?: la)?", "muc_tieu"),
    (r"(?:hoan thanh|xong)(?: (?:viec|va|trinh))*", "hoan_thanh"),
    (r"(?:bat dau|khoi dong)(?: (?:thuc hien|trien khai))*", "bat_dau"),
    (rf"(?:de )?trinh{_OBJECT}", "trinh"),
    (rf"(?:gui |nop )?bao cao{_OBJECT}", "bao_cao"),
    (rf"(?:ban hanh|phe duyet|cong bo){_OBJECT}|thuc hien|trien khai", "hoan_thanh"),
)
_KIND_WORDS = tuple((late_pattern(pattern), kind) for pattern, kind in _KIND_PATTERNS)
_LEADS = late_pattern(
    r"(?:thoi han|thoi gian|han chot|han cuoi|han)(?: hoan thanh| thuc hien| la)*:? "
    r"|tu nay (?=den )"
    r"|(?:cham nhat|muon nhat|tre nhat|khong qua|khong muon hon|den het|het|den|vao|trong|xong)(?: la| vao| trong| den| het)*:? (?!nam$)"
    r"|(?:\d{1,2} ?(?:h|g|gio) ?(?:\d{2})?(?: ?phut)?|\d{1,2}:\d{2}),? (?:ngay )?(?=\d|ngay|thu|chu)"
    r"|(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat),? (?=ngay|\d)"
)
_BEFORE = late_pattern(r"truoc (?!khi)")
_THE_END = late_pattern(r"(?:cuoi|het|den het) ")
_ANY_YEAR = 2000  # a leap year: only to tell whether words name a date at all


@lru_cache(maxsize=16384)
def parse_deadline(text: str, document_year: int | None = None) -> Deadline:
    """The reading of a deadline as written. `document_year` completes texts without a year, and is then a doubt."""
    words = _TRAILING.sub("", _DASHES.sub("-", fold(one_line(text))))
    words = re.sub(r" +", " ", words).strip()
    reading = _read(words, document_year) if len(words) <= _LONGEST else None
    return replace(reading or Deadline(precision="unknown"), text=text)


def _read(words: str, year: int | None) -> Deadline | None:
    """Each form in turn; the first that covers the whole text."""
    return (
        _read_without_date(words)
        or _read_recurring(words)
        or _read_dated(words, year)
        or _read_open(words, year)
        or _read_event(words)
        or _read_remark(words, year)
    )


def _read_without_date(words: str) -> Deadline | None:
    if words in _NOTHING:
        return Deadline()
    if _NO_TERM.fullmatch(words):
        return Deadline(precision="open")
    if match := _STANDING.fullmatch(words):
        return Deadline(precision="standing", kind=_report_or_done(words), start=_first_day(match["year"]))
    return None


def _read_recurring(words: str) -> Deadline | None:
    without_years = _YEARS_WITHIN.sub(" ", words).strip()
    around, found = _EVERY_ANYWHERE.subn(" ", without_years)
    if not found or not all(_AROUND_EVERY.fullmatch(word) for word in _PUNCTUATION.sub(" ", around).split()):
        return None
    years = _YEARS_WITHIN.search(words)
    start = _first_day(years["a"]) if years and (years["from"] or years["b"]) else None
    return Deadline(precision="recurring", start=start, kind=_report_or_done(words))


def _report_or_done(words: str) -> DeadlineKind:
    return "bao_cao" if words.startswith(("bao cao", "gui bao cao", "dinh ky bao cao")) else "hoan_thanh"


def _first_day(year: str | None) -> date | None:
    return date(int(year), 1, 1) if year else None


def _read_dated(words: str, year: int | None) -> Deadline | None:
    """A period or range after the words that say what is due (kind) and how the date is meant (operator)."""
    kind: DeadlineKind = "hoan_thanh"
    operator: Operator = ""
    while True:
        if period := read_period(words, year) or read_range(words, year):
            return _of_period(period, kind, operator)
        if match := _BEFORE.match(words):
            operator = "" if _THE_END.match(words, match.end()) else "truoc"
        elif match := _LEADS.match(words):
            pass
        else:
            match, kind = _kind_word(words, kind)
        if match is None or not match.end():
            return None
        words = words[match.end() :].lstrip(" :,")


def _kind_word(words: str, kind: DeadlineKind) -> tuple[re.Match[str] | None, DeadlineKind]:
    for pattern, named in _KIND_WORDS:
        if match := pattern.match(words):
            return match, named if kind == "hoan_thanh" else kind
    return None, kind


def _of_period(period: Period, kind: DeadlineKind, operator: Operator) -> Deadline | None:
    if kind == "bat_dau":
        return Deadline(precision="open", kind=kind, start=period.first, doubts=period.doubts)
    if operator == "truoc" and period.precision != "day":
        if period.precision == "range":
            return None  # before it begins, or before it ends: there is no telling
        return Deadline("", period.first - _DAY, period.precision, kind, operator, doubts=period.doubts)
    start = period.first if period.precision == "range" else None
    return Deadline("", period.last, period.precision, kind, operator, start, period.doubts)


def _read_open(words: str, year: int | None) -> Deadline | None:
    """A start without an end: "Từ tháng 8", "2025 và những năm tiếp theo", "từ năm 2025 trở đi".

    Open whatever the year is, so a start whose year nobody knows is left out.
    """
    after = _AND_AFTER.fullmatch(words)
    head = (after["head"] or after["head2"]) if after else words
    begins = _START.match(head)
    if begins is None and after is None:
        return None
    since = head[begins.end() :] if begins else head
    stated = _read_dated(since, year)
    known = stated is not None
    if stated is None and year is None:
        stated = _read_dated(since, _ANY_YEAR)
    if stated is None or stated.due is None:
        return None
    kind: DeadlineKind = "bat_dau" if begins else stated.kind
    if not known:
        return Deadline(precision="open", kind=kind)
    return Deadline(precision="open", kind=kind, start=stated.start or _first_of(since, year), doubts=stated.doubts)


def _first_of(words: str, year: int | None) -> date | None:
    period = read_period(words, year)
    return period.first if period else None


def _read_event(words: str) -> Deadline | None:
    return Deadline(precision="event") if _EVENT.fullmatch(words) else None


def _read_remark(words: str, year: int | None) -> Deadline | None:
    """A date with a remark in brackets that says only what is due: "Tháng 10/2025 (trình Thủ tướng)"."""
    match = _REMARK.fullmatch(words)
    if match is None or re.search(r"\d", match["remark"]):
        return None
    reading = _read(match["head"], year)
    if reading is None or reading.precision in ("none", "unknown"):
        return None
    found, kind = _kind_word(match["remark"], "hoan_thanh")
    return replace(reading, kind=kind) if found and found.end() == len(match["remark"]) else None


# -- showing -------------------------------------------------------------------------------------

_ROMAN = ("I", "II", "III", "IV")
_MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_MONTHS_OF: dict[Precision, int] = {"month": 1, "quarter": 3, "half": 6, "year": 12}
_ONE_WORD: dict[Precision, tuple[str, str]] = {"standing": ("Thường xuyên", "Standing"), "none": ("", "")}


def period_start(deadline: Deadline) -> date | None:
    """The first day of the period a deadline is due in: 01/06 for June; None without a date.

    For a day, and before whatever begins the day after, the day itself.
    """
    due = deadline.due
    if deadline.start is not None or due is None or deadline.precision == "day" or deadline.operator:
        return deadline.start or due
    months = _MONTHS_OF.get(deadline.precision)
    return date(due.year, due.month - months + 1, 1) if months else None


def format_day(day: date) -> str:
    """dd/mm/yyyy, in both languages."""
    return f"{day.day:02d}/{day.month:02d}/{day.year}"


def month_text(day: date) -> str:
    """`6/2025`: the text of a cell Excel turned into the first day of that month."""
    return f"{day.month}/{day.year}"


def format_reading(deadline: Deadline, language: Language = "vi") -> str:
    """How the text was read: "Tháng 6/2025", "Quý III/2025", "trước 15/07/2025", "Thường xuyên"; "" without a deadline.

    Recurring, event and unknown deadlines are shown as written: their reading says no more than their text.
    Dated Vietnamese readings parse back to the same reading.
    """
    if deadline.precision == "open":
        return _format_open(deadline, language)
    if deadline.due is None:
        words = _ONE_WORD.get(deadline.precision, (one_line(deadline.text),) * 2)
        return words[0] if language == "vi" else words[1]
    first, last = _stated_period(deadline, deadline.due)
    reading = _format_period(deadline.precision, first, last, language)
    if deadline.operator != "truoc":
        return reading
    return f"trước {reading[0].lower()}{reading[1:]}" if language == "vi" else f"before {reading}"


def _stated_period(deadline: Deadline, due: date) -> tuple[date, date]:
    """First and last day of what the words name; with "before", of what begins the day after `due`."""
    months = _MONTHS_OF.get(deadline.precision)
    if deadline.operator != "truoc" or months is None:
        return period_start(deadline) or due, due
    first = due + _DAY
    over_year, month = divmod(first.month - 1 + months, 12)
    return first, date(first.year + over_year, month + 1, 1) - _DAY


def _format_open(deadline: Deadline, language: Language) -> str:
    start = deadline.start
    if start is None and deadline.kind == "bat_dau":
        return one_line(deadline.text)
    if start is None:
        return "Không thời hạn" if language == "vi" else "No time limit"
    since = "Từ" if language == "vi" else "From"
    if (start.month, start.day) == (1, 1):
        return f"{since} năm {start.year}" if language == "vi" else f"{since} {start.year}"
    if start.day > 1:
        return f"{since} {format_day(start)}"
    month = f"tháng {month_text(start)}" if language == "vi" else f"{_MONTH_NAMES[start.month - 1]} {start.year}"
    return f"{since} {month}"


def _format_period(precision: Precision, first: date, last: date, language: Language) -> str:
    year, vietnamese = last.year, language == "vi"
    if precision == "month":
        return f"Tháng {month_text(last)}" if vietnamese else f"{_MONTH_NAMES[last.month - 1]} {year}"
    if precision == "quarter":
        return f"Quý {_ROMAN[last.month // 3 - 1]}/{year}" if vietnamese else f"Q{last.month // 3} {year}"
    if precision == "half":
        early = last.month == 6
        if vietnamese:
            return f"6 tháng {'đầu' if early else 'cuối'} năm {year}"
        return f"{'First' if early else 'Second'} half of {year}"
    if precision == "year":
        return f"Năm {year}" if vietnamese else str(year)
    if precision == "range":
        return _format_range(first, last)
    return format_day(last)


def _format_range(first: date, last: date) -> str:
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year != last.year:
        return f"{first.year}–{last.year}"
    if first.day == 1 and (last + _DAY).day == 1:
        return f"{month_text(first)} – {month_text(last)}"
    return f"{format_day(first)} – {format_day(last)}"
