"""The table of fields keeps its promises to everything that reads it."""

from __future__ import annotations

import dataclasses
from collections import defaultdict

from r57desk.domain.fields import BY_CODE, KINDS, TASK_FIELDS, Field, owner_of
from r57desk.domain.task import Task
from r57desk.domain.text import fold, normalize


def sure_names(field: Field) -> list[str]:
    return [field.label_vi, field.label_en, *field.aliases]


def test_every_field_is_an_attribute_of_its_kind() -> None:
    attributes = {field.name for field in dataclasses.fields(Task)}
    assert set(BY_CODE) <= attributes
    assert attributes - set(BY_CODE) == {"id", "deadline", "conflicts", "requests", "sample"}


def test_codes_are_unique_within_a_kind() -> None:
    for fields in KINDS.values():
        codes = [field.code for field in fields]
        assert len(codes) == len(set(codes))
        assert all(code.isidentifier() and code.islower() for code in codes)


def test_a_sure_header_names_one_field() -> None:
    for fields in KINDS.values():
        named = defaultdict(set)
        for field in fields:
            for name in sure_names(field):
                named[fold(name)].add(field.code)
        assert {name: codes for name, codes in named.items() if len(codes) > 1} == {}


def test_an_ambiguous_header_names_several() -> None:
    named = defaultdict(set)
    for field in TASK_FIELDS:
        for name in (*sure_names(field), *field.ambiguous):
            named[fold(name)].add(field.code)
    for field in TASK_FIELDS:
        assert not {fold(n) for n in field.ambiguous} & {fold(n) for n in sure_names(field)}
    assert named["ket qua"] == {"deliverable", "result_now"}
    assert named["tien do"] == {"progress", "deadline_text"}
    assert named["thuc hien"] == {"coop", "result_now"}


def test_labels_are_normal_text_in_both_languages() -> None:
    for fields in KINDS.values():
        for field in fields:
            texts = (*sure_names(field), *field.ambiguous)
            assert all(text and normalize(text) == text for text in texts)
            assert field.width > 0


def test_owners() -> None:
    assert owner_of("task", "title") == "A"
    assert owner_of("task", "result_now") == "E"
    assert owner_of("task", "tags") == "L"
    assert owner_of("task", "#exists") == "A"
    assert owner_of("office", "name") == "A"
