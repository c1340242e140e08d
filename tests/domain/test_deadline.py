"""Deadlines as offices write them, and how each is read. Where no year is written the document's is 2025."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from r57desk.domain.deadline import (
    DEADLINE_KINDS,
    Deadline,
    format_reading,
    month_text,
    parse_deadline,
    period_start,
)
from r57desk.domain.status import timeliness
from r57desk.domain.values import parse_value

# text | precision | due | marks: "op" before, codes of doubts, a kind other than "complete"
FORMS = """
15/7/2025|day|2025-07-15
15-07-2025|day|2025-07-15
15.7.2025|day|2025-07-15
ngày 15 tháng 7 năm 2025|day|2025-07-15
Ngày 15/7/2025.|day|2025-07-15
15 / 7 / 2025|day|2025-07-15
15/7/25|day|2025-07-15|two_digit_year
2025-07-15|day|2025-07-15
trước 15/7/2025|day|2025-07-15|op
trước ngày 15/7|day|2025-07-15|op,year_assumed
Trước ngày 15 tháng 7|day|2025-07-15|op,year_assumed
đến ngày 15/7/2025|day|2025-07-15
chậm nhất ngày 15/7/2025|day|2025-07-15
Chậm nhất là ngày 15/7/2025|day|2025-07-15
hoàn thành ngày 15/7/2025|day|2025-07-15
Hoàn thành trước ngày 15/7/2025|day|2025-07-15|op
trước 17 giờ ngày 15/7/2025|day|2025-07-15|op
17h00 ngày 15/7/2025|day|2025-07-15
thứ Sáu, ngày 15/7/2025|day|2025-07-15
31/6/2025|unknown|
12/31/2025|unknown|
Tháng 8/2025|month|2025-08-31
8/2025|month|2025-08-31
08/2025|month|2025-08-31
trong tháng 8|month|2025-08-31|year_assumed
tháng 8 năm 2025|month|2025-08-31
Tháng 8-2025|month|2025-08-31
T8/2025|month|2025-08-31
cuối tháng 8/2025|month|2025-08-31
trước tháng 8/2025|month|2025-07-31|op
trước tháng 9|month|2025-08-31|op,year_assumed
Trước tháng 01/2026|month|2025-12-31|op
Hoàn thành trước quý III/2025|quarter|2025-06-30|op
trước quý I năm 2026|quarter|2025-12-31|op
trước 6 tháng cuối năm 2025|half|2025-06-30|op
trước năm 2030|year|2029-12-31|op
Báo cáo trước tháng 3/2028|month|2028-02-29|bao_cao,op
trước cuối tháng 8/2025|month|2025-08-31
trước hết năm 2025|year|2025-12-31
Trước cuối quý II/2025|quarter|2025-06-30
trước 2025-2026|unknown|
trước quý III, IV/2025|unknown|
Tháng 8/25|month|2025-08-31|two_digit_year
tháng Tư năm 2025|month|2025-04-30
tháng 13/2025|unknown|
Tháng 2/2028|month|2028-02-29
Quý III/2025|quarter|2025-09-30
quý 3 năm 2025|quarter|2025-09-30
Q3/2025|quarter|2025-09-30
Quý IV năm 2025|quarter|2025-12-31
Quý II|quarter|2025-06-30|year_assumed
Trong quý I/2026|quarter|2026-03-31
Quý V/2025|unknown|
6 tháng đầu năm 2025|half|2025-06-30
Trong 6 tháng đầu năm 2025|half|2025-06-30
6 tháng cuối năm 2025|half|2025-12-31
06 tháng cuối năm|half|2025-12-31|year_assumed
nửa cuối năm 2025|half|2025-12-31
9 tháng đầu năm 2025|range|2025-09-30
cuối năm 2025|year|2025-12-31
2025|year|2025-12-31
năm 2025|year|2025-12-31
trong năm|year|2025-12-31|year_assumed
Trong năm 2025|year|2025-12-31
Hết năm 2025|year|2025-12-31
Đến năm 2030|year|2030-12-31
Đến hết năm 2025|year|2025-12-31
cuối năm|year|2025-12-31|year_assumed
2025-2026|range|2026-12-31
2025 – 2026|range|2026-12-31
giai đoạn 2025-2030|range|2030-12-31
Giai đoạn 2025 - 2030, tầm nhìn 2045|range|2030-12-31
từ năm 2025 đến năm 2030|range|2030-12-31
từ tháng 3 đến tháng 6/2025|range|2025-06-30
tháng 3 - tháng 6/2025|range|2025-06-30
tháng 3-6/2025|range|2025-06-30
01/3/2025 - 30/6/2025|range|2025-06-30
từ 1/3 đến 30/6/2025|range|2025-06-30
từ ngày 01/3/2025 đến ngày 30/6/2025|range|2025-06-30
Quý III, IV/2025|range|2025-12-31
Quý III - Quý IV/2025|range|2025-12-31
quý II và quý III năm 2025|range|2025-09-30
Quý IV/2025 - Quý I/2026|range|2026-03-31
2025, 2026|range|2026-12-31
Năm 2025 và 2026|range|2026-12-31
2026-2025|unknown|
Từ tháng 8|open||year_assumed,bat_dau
Từ tháng 8/2025|open||bat_dau
2025 và những năm tiếp theo|open|
2025 và các năm tiếp theo|open|
Năm 2025 và các năm sau|open|
từ năm 2025 trở đi|open||bat_dau
Từ ngày 01/7/2025|open||bat_dau
Bắt đầu từ quý III/2025|open||bat_dau
2025-2030 và các năm tiếp theo|open|
Thường xuyên|standing|
nhiệm vụ thường xuyên|standing|
liên tục|standing|
Thường xuyên, liên tục|standing|
Thường xuyên từ năm 2025|standing|
Thực hiện thường xuyên|standing|
hằng năm|recurring|
hàng năm|recurring|
Hằng tháng|recurring|
hàng tuần|recurring|
Hằng quý, 6 tháng, năm|recurring|
định kỳ|recurring|
Định kỳ hằng tháng|recurring|
Định kỳ 6 tháng, 01 năm|recurring|
trước ngày 25 hằng tháng|recurring|
Trước ngày 15 tháng cuối quý|recurring|
ngày 20 hằng tháng|recurring|
Trước 15/12 hằng năm|recurring|
Hằng năm (trước ngày 15/12)|recurring|
Hằng năm, từ năm 2025|recurring|
Hằng năm giai đoạn 2025-2030|recurring|
mỗi quý một lần|recurring|
6 tháng/lần|recurring|
Báo cáo định kỳ hằng quý|recurring||bao_cao
Thường xuyên, hằng năm|recurring|
20 ngày sau khi Thủ tướng ban hành văn bản|event|
khi luật có hiệu lực|event|
theo đề nghị cấp trên|event|
Sau khi Luật được thông qua|event|
Trong vòng 30 ngày kể từ ngày nhận được văn bản|event|
Ngay sau khi được phê duyệt|event|
Trước khi trình Quốc hội|event|
chậm nhất 10 ngày làm việc sau khi kết thúc quý|event|
Theo tiến độ được duyệt|event|
sau 15 ngày kể từ ngày Nghị định có hiệu lực|event|
|none|
-|none|
–|none|
...|none|
Không thời hạn|open|
Sớm nhất|unknown|
đầu năm 2025|unknown|
5-10 năm tới|unknown|
Tháng 6/2025; tháng 12/2025|unknown|
ASAP|unknown|
8/25|unknown|
Trình tháng 10/2025|month|2025-10-31|trinh
Trình Thủ tướng Chính phủ trong tháng 10/2025|month|2025-10-31|trinh
Tháng 10/2025 (trình Thủ tướng Chính phủ)|month|2025-10-31|trinh
Báo cáo Ban Chỉ đạo trước ngày 15/7/2025|day|2025-07-15|bao_cao,op
Dự kiến tháng 9/2025|month|2025-09-30|du_kien
Dự kiến hoàn thành tháng 9/2025|month|2025-09-30|du_kien
Quý III/2025 (dự kiến)|quarter|2025-09-30|du_kien
Mục tiêu năm 2025|year|2025-12-31|muc_tieu
Phấn đấu hoàn thành trong năm 2025|year|2025-12-31|muc_tieu
Bắt đầu tháng 8/2025|open||bat_dau
Ban hành trong quý III/2025|quarter|2025-09-30
Thời hạn hoàn thành: 30/9/2025|day|2025-09-30
Xong trước 30/9/2025|day|2025-09-30|op
Từ nay đến năm 2030|year|2030-12-31
đến hết tháng 12/2025|month|2025-12-31
không quá ngày 30/6/2025|day|2025-06-30
Hoàn thành trong tháng 9/2025|month|2025-09-30
trong tháng 8 năm nay|month|2025-08-31|year_assumed
năm nay|year|2025-12-31|year_assumed
Trước 30/6/2025 và hằng năm|unknown|
2025.|year|2025-12-31
12/2025./.|month|2025-12-31
Tháng 7, 8/2025|range|2025-08-31
tháng 12 năm 2025|month|2025-12-31
Hoàn thành trong Quý IV/2025|quarter|2025-12-31
trước 31/12/2025 (gửi báo cáo)|day|2025-12-31|op,bao_cao
quý tư năm 2025|quarter|2025-12-31
Đến 2030|year|2030-12-31
30/6|day|2025-06-30|year_assumed
hoàn thành năm 2025, 2026|range|2026-12-31
Trong quý 3|quarter|2025-09-30|year_assumed
Tháng 9|month|2025-09-30|year_assumed
Cuối quý II/2025|quarter|2025-06-30
Từ năm 2025 và những năm tiếp theo|open||bat_dau
Năm 2025 và những năm tiếp theo|open|
2025 và hằng năm|recurring|
""".strip("\n").splitlines()
MARKED_KINDS = {code for code, _, _ in DEADLINE_KINDS} - {"hoan_thanh"}


@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_the_grammar(form: str) -> None:
    text, precision, due, marks = [*form.split("|"), ""][:4]
    read = parse_deadline(text, 2025)
    assert read.text == text
    assert (read.precision, read.due.isoformat() if read.due else "") == (precision, due)
    found = {*read.doubts, *(["op"] if read.operator else []), *({read.kind} & MARKED_KINDS)}
    assert found == set(filter(None, marks.split(",")))


@pytest.mark.parametrize("form", FORMS)
def test_a_dated_reading_parses_back(form: str) -> None:
    read = parse_deadline(form.split("|")[0], 2025)
    if read.due or read.precision in ("open", "standing"):
        again = parse_deadline(format_reading(read))
        assert (again.due, again.precision, again.operator) == (read.due, read.precision, read.operator)
        assert again.start == read.start or read.precision == "standing"


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Từ tháng 8/2025", "2025-08-01"),
        ("2025 và những năm tiếp theo", "2025-01-01"),
        ("2025-2030 và các năm tiếp theo", "2025-01-01"),
        ("Từ ngày 15/7/2025", "2025-07-15"),
        ("2025-2026", "2025-01-01"),
        ("từ 1/3 đến 30/6/2025", "2025-03-01"),
        ("Thường xuyên từ năm 2025", "2025-01-01"),
        ("Hằng năm, từ năm 2026", "2026-01-01"),
    ],
)
def test_where_a_start_is_said_it_is_kept(text: str, start: str) -> None:
    assert parse_deadline(text).start == date.fromisoformat(start)


@pytest.mark.parametrize("text", ["trước ngày 15/7", "Tháng 8", "Quý II", "cuối năm", "trước tháng 8", "30/6"])
def test_without_any_year_nothing_is_guessed(text: str) -> None:
    assert parse_deadline(text, None).precision == "unknown"


@pytest.mark.parametrize(
    ("text", "kind"),
    [("Từ tháng 8", "bat_dau"), ("Bắt đầu từ quý III", "bat_dau"), ("Quý II và các năm tiếp theo", "hoan_thanh")],
)
def test_what_never_ends_is_open_in_any_year(text: str, kind: str) -> None:
    read = parse_deadline(text, None)
    assert (read.precision, read.kind, read.start, read.due, read.doubts) == ("open", kind, None, None, ())
    assert parse_deadline(text, 2025).start is not None


def test_only_readings_that_say_so_hang_on_the_year_of_the_document() -> None:
    for text in (form.split("|")[0] for form in FORMS):
        alone, helped = parse_deadline(text, None), parse_deadline(text, 2025)
        if alone != helped:
            assert alone.precision in ("unknown", "open"), text
            assert helped.doubts == ("year_assumed",), text


def test_before_a_period_is_late_once_it_begins() -> None:
    read = parse_deadline("trước tháng 9/2025")
    assert timeliness("dang_thuc_hien", None, read, date(2025, 8, 31)) == "sap_den_han"
    assert timeliness("dang_thuc_hien", None, read, date(2025, 9, 1)) == "qua_han"
    assert timeliness("hoan_thanh", date(2025, 9, 1), read, date(2025, 9, 1)) == "qua_han"
    assert timeliness("hoan_thanh", date(2025, 8, 31), read, date(2025, 9, 1)) == "dung_han"
    assert timeliness("hoan_thanh", date(2025, 8, 30), read, date(2025, 9, 1)) == "truoc_han"


def test_encoding_dashes_and_line_breaks_do_not_matter() -> None:
    for text in ("Tha\u0301ng 8/2025", "tháng\n8/2025", "THÁNG 8/2025", " Tháng\xa08/2025. ", "Tháng 8/2025./."):
        assert parse_deadline(text).due == date(2025, 8, 31)
    for dash in "-–—‒":
        assert parse_deadline(f"2025 {dash} 2026").precision == "range"


def test_the_text_is_kept_to_the_letter() -> None:
    assert parse_deadline(" Tháng 8 /2025\n").text == " Tháng 8 /2025\n"


def test_a_story_is_no_deadline() -> None:
    assert parse_deadline("tháng 8/2025 " * 40).precision == "unknown"


# -- what is read is certain ---------------------------------------------------------------------

days = st.dates(date(1990, 1, 1), date(2099, 12, 31))


@settings(max_examples=60)
@given(
    days,
    st.sampled_from(
        [
            "{0.day}/{0.month}/{0.year}",
            "{0.day:02}-{0.month:02}-{0.year}",
            "ngày {0.day} tháng {0.month} năm {0.year}",
            "chậm nhất ngày {0.day}.{0.month}.{0.year}",
        ]
    ),
)
def test_days_are_day_month_year(day: date, form: str) -> None:
    read = parse_deadline(form.format(day))
    assert (read.precision, read.due) == ("day", day)


@settings(max_examples=60)
@given(
    days, st.sampled_from(["{0.month}/{0.year}", "Tháng {0.month}/{0.year}", "trong tháng {0.month:02} năm {0.year}"])
)
def test_months_end_on_their_last_day(day: date, form: str) -> None:
    read = parse_deadline(form.format(day))
    assert read.precision == "month"
    assert read.due is not None
    assert (read.due.year, read.due.month) == (day.year, day.month)
    assert (read.due + timedelta(days=1)).day == 1
    assert period_start(read) == day.replace(day=1)
    assert parse_deadline(month_text(day)).due == read.due


@settings(max_examples=100)
@given(st.text(alphabet="0123456789/-. tháng quý năm IVngày từ đến trước hằng", max_size=24))
def test_any_text_has_one_reading_and_no_error(text: str) -> None:
    read = parse_deadline(text, 2025)
    assert (read.due is None) == (read.precision in ("open", "standing", "recurring", "event", "none", "unknown"))
    if read.start and read.due:
        assert read.start <= read.due


# -- showing -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "vietnamese", "english"),
    [
        ("6/2025", "Tháng 6/2025", "June 2025"),
        ("quý 3 năm 2025", "Quý III/2025", "Q3 2025"),
        ("2025", "Năm 2025", "2025"),
        ("sáu tháng đầu năm 2025", "6 tháng đầu năm 2025", "First half of 2025"),
        ("NHIỆM VỤ THƯỜNG XUYÊN", "Thường xuyên", "Standing"),
        ("15-7-2025", "15/07/2025", "15/07/2025"),
        ("Trước ngày 15/7/2025", "trước 15/07/2025", "before 15/07/2025"),
        ("trước quý III/2025", "trước quý III/2025", "before Q3 2025"),
        ("trước tháng 1/2026", "trước tháng 1/2026", "before January 2026"),
        ("trước 6 tháng đầu năm 2026", "trước 6 tháng đầu năm 2026", "before First half of 2026"),
        ("trước năm 2026", "trước năm 2026", "before 2026"),
        ("Từ tháng 8", "Từ tháng 8", "Từ tháng 8"),
        ("giai đoạn 2025-2030", "2025–2030", "2025–2030"),
        ("từ tháng 3 đến tháng 6/2025", "3/2025 – 6/2025", "3/2025 – 6/2025"),
        ("Từ tháng 8/2025", "Từ tháng 8/2025", "From August 2025"),
        ("2025 và các năm tiếp theo", "Từ năm 2025", "From 2025"),
        ("không thời hạn", "Không thời hạn", "No time limit"),
        ("Hằng  năm", "Hằng năm", "Hằng năm"),
        ("Khi luật\ncó hiệu lực", "Khi luật có hiệu lực", "Khi luật có hiệu lực"),
        ("sớm nhất có thể", "sớm nhất có thể", "sớm nhất có thể"),
        ("", "", ""),
    ],
)
def test_how_a_reading_is_shown(text: str, vietnamese: str, english: str) -> None:
    assert format_reading(parse_deadline(text)) == vietnamese
    assert format_reading(parse_deadline(text), "en") == english


def test_an_expected_date_or_a_start_binds_nobody() -> None:
    assert parse_deadline("Dự kiến tháng 9/2025").binding_due is None
    assert parse_deadline("Tháng 9/2025").binding_due == date(2025, 9, 30)
    assert Deadline().binding_due is None


# -- the real annex and what came back -----------------------------------------------------------


def stated_deadlines(expected: Any) -> Iterator[dict[str, Any]]:
    """Every deadline a careful person read, with the cell it stood in."""
    if isinstance(expected, dict):
        if "precision" in expected:
            yield expected
        for value in expected.values():
            yield from stated_deadlines(value)
    elif isinstance(expected, list):
        for value in expected:
            yield from stated_deadlines(value)


def cell_text(cell: dict[str, Any] | None) -> str:
    if cell is None:
        return ""
    raw = date.fromisoformat(cell["value"]) if cell["type"] == "date" else cell["value"]
    return parse_value("deadline", raw, cell.get("number_format", "")).value or ""


def test_every_deadline_of_the_shared_workbooks(workbooks: Path) -> None:
    count = 0
    for path in sorted((workbooks / "expected").glob("*.json")):
        for stated in stated_deadlines(json.loads(path.read_text(encoding="utf-8"))):
            read = parse_deadline(cell_text(stated["cell"]))
            due = read.due.isoformat() if read.due else None
            start = read.start.isoformat() if read.start else None
            found = (read.precision, due, start, read.operator)
            assert found == (stated["precision"], stated["due"], stated.get("start"), stated.get("operator", ""))
            count += 1
    assert count > 600


def test_all_140_deadlines_of_the_annex_as_printed(workbooks: Path) -> None:
    annex = json.loads((workbooks / "expected" / "nq03-phu-luc-2.json").read_text(encoding="utf-8"))
    stated = [task["deadline"] for task in annex["tasks"]]
    read = [parse_deadline(deadline.get("source_text") or "") for deadline in stated]
    assert len(read) == 140
    assert [(r.precision, r.due.isoformat() if r.due else None) for r in read] == [
        (s["precision"], s["due"]) for s in stated
    ]
