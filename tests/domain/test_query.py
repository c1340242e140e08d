"""What people type to narrow a list, and what is refused with a sentence."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from r57desk.domain.fields import TASK_FIELDS
from r57desk.domain.query import EVERYTHING, TYPES, Clause, Query, clause_of, find_field, parse_query, search_terms
from r57desk.errors import DeskError


def clause(text: str) -> Clause:
    (only,) = parse_query(text).clauses
    return only


def test_words_and_clauses_in_any_order() -> None:
    query = parse_query('xây dựng lead:"Bộ Công an" đề án progress:hoan_thanh')
    assert query.words == "xây dựng đề án"
    assert query.clauses == (Clause("lead", "=", ("Bộ Công an",)), Clause("progress", "=", ("hoan_thanh",)))
    assert query.raw == 'xây dựng lead:"Bộ Công an" đề án progress:hoan_thanh'
    assert query.asks_for("progress", "hoan_thanh")
    assert not query.asks_for("progress", "huy")


def test_nothing_typed_is_everything() -> None:
    assert parse_query(None) == parse_query("  ") == EVERYTHING


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("due:<2025-08-31", Clause("due", "<", ("2025-08-31",))),
        ("due:>=31/08/2025", Clause("due", ">=", ("2025-08-31",))),
        ("due:2025-08", Clause("due", "..", ("2025-08-01", "2025-08-31"))),
        ("due:8/2025", Clause("due", "..", ("2025-08-01", "2025-08-31"))),
        ("due:<=2025-08", Clause("due", "<=", ("2025-08-31",))),
        ("due:<2025-08", Clause("due", "<", ("2025-08-01",))),
        ("due:>2025", Clause("due", ">", ("2025-12-31",))),
        ("due:2025-08-01..2025-08-15", Clause("due", "..", ("2025-08-01", "2025-08-15"))),
        ("due:2025-08-01,2025-08-02", Clause("due", "=", ("2025-08-01", "2025-08-02"))),
        ("due:none", Clause("due", "=", ("",))),
        ("ngày_hoàn_thành:2025-08-01", Clause("done_date", "=", ("2025-08-01",))),
        ("percent:>=50%", Clause("percent", ">=", ("50",))),
        ("percent:65.50", Clause("percent", "=", ("65.5",))),
        ("timeliness:qua_han", Clause("timeliness", "=", ("qua_han",))),
        ("timeliness:trễ_hạn", Clause("timeliness", "=", ("qua_han",))),
        ('progress:xong,"đang thực hiện"', Clause("progress", "=", ("hoan_thanh", "dang_thuc_hien"))),
        ("tien_do:HT", Clause("progress", "=", ("hoan_thanh",))),
        ('"Tiến độ":xong', Clause("progress", "=", ("hoan_thanh",))),
        ("precision:month,tháng", Clause("precision", "=", ("month",))),
        ("kind:trình", Clause("kind", "=", ("trinh",))),
        ("-lead:none", Clause("lead", "=", ("",), negated=True)),
        ('lead:""', Clause("lead", "=", ("",))),
        ('lead:"Các bộ, ngành",BQP', Clause("lead", "=", ("Các bộ, ngành", "BQP"))),
        ("chu_tri:“Bộ Công an”", Clause("lead", "=", ("Bộ Công an",))),
        ("id:0a1b", Clause("id", "=", ("0A1B",))),
        ("missing:lead,thời_hạn", Clause("missing", "=", ("lead", "deadline_text"))),
        ("office:BCA", Clause("office", "=", ("BCA",))),
        ("stt:28a", Clause("stt", "=", ("28a",))),
    ],
)
def test_clauses(text: str, expected: Clause) -> None:
    assert clause(text) == expected


@pytest.mark.parametrize(
    "text", ["http://theodoinq.dcs.vn", "16:20", "57-NQ/TW", "lead:", '"lead:x y"', ":", "-", "a-b"]
)
def test_what_only_looks_like_a_clause_is_searched(text: str) -> None:
    assert parse_query(text) == Query(text, (), text)


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        ("foo:1", "query_unknown_field", "foo"),
        ("due:mai", "query_bad_date", "mai"),
        ("due:2025-02-30", "query_bad_date", "2025-02-30"),
        ("due:2025-08,2025-09", "query_bad_date", "2025-08"),
        ("progress:abc", "query_unknown_value", "abc"),
        ("progress:quá_hạn", "query_unknown_value", "quá_hạn"),
        ("timeliness:abc", "query_unknown_value", "qua_han"),
        ("missing:due", "query_unknown_value", "due"),
        ("lead:<3", "query_no_order", "<"),
        ("percent:101", "query_bad_number", "101"),
        ("percent:nhiều", "query_bad_number", "nhiều"),
        ('lead:"Bộ', "query_open_quote", '"Bộ'),
    ],
)
def test_refusals_name_what_was_typed(text: str, code: str, said: str) -> None:
    with pytest.raises(DeskError) as refused:
        parse_query(text)
    assert refused.value.code == code
    assert said in refused.value.sentence("vi")
    assert said in refused.value.sentence("en")


def test_every_field_is_found_by_code_and_labels() -> None:
    for field in TASK_FIELDS:
        assert find_field(field.code) == field.code
        assert find_field(field.label_vi) in (field.code, "progress")  # "Tiến độ (%)" folds to "tiendo"
    assert set(TYPES) > {field.code for field in TASK_FIELDS}
    assert find_field("khong_co") is None


def test_search_terms_keep_phrases_together() -> None:
    assert search_terms('Đề án "cơ sở dữ liệu" 57-NQ') == [["de"], ["an"], ["co", "so", "du", "lieu"], ["57"], ["nq"]]
    assert search_terms('"" - *') == []


@settings(max_examples=150)
@given(st.text(alphabet='ab:"<>=.,- \u201ddue0123lead', max_size=24))
def test_any_text_is_a_query_or_a_known_refusal(text: str) -> None:
    with suppress(DeskError):
        query = parse_query(text)
        assert parse_query(query.raw) == query
        assert all(search_terms(query.words))


def test_an_equals_sign_asks_for_the_whole_text():
    (clause,) = parse_query('lead:="Các bộ, ngành"').clauses
    assert (clause.operator, clause.values) == ("==", ("Các bộ, ngành",))
    assert parse_query("progress:=hoan_thanh").clauses[0].operator == "="
    assert clause_of("lead", ("Bộ Y tế",)).operator == "=="
    assert clause_of("progress", ("huy",)).operator == "="
