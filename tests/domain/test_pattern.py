"""A pattern compiled late answers as one compiled at once."""

from __future__ import annotations

import re

import pytest

from r57desk.domain.pattern import late_pattern

TEXT = "quý 3 năm 2025, quý 4"


@pytest.mark.parametrize("method", ["match", "search", "fullmatch"])
def test_it_matches_as_re_does(method: str) -> None:
    late, plain = late_pattern(r"quý (?P<q>\d)"), re.compile(r"quý (?P<q>\d)")
    for text in (TEXT, "quý 4", "x"):
        found, expected = getattr(late, method)(text), getattr(plain, method)(text)
        assert (found and found.groupdict()) == (expected and expected.groupdict())


def test_it_replaces_splits_and_finds_as_re_does() -> None:
    late, plain = late_pattern(r"\d+"), re.compile(r"\d+")
    assert late.sub("#", TEXT) == plain.sub("#", TEXT)
    assert late.split(TEXT) == plain.split(TEXT)
    assert late.findall(TEXT) == plain.findall(TEXT)


def test_flags_are_kept() -> None:
    assert late_pattern("QUÝ", re.IGNORECASE).match(TEXT)


def test_nothing_is_compiled_before_it_is_used() -> None:
    wrong = late_pattern("(")
    with pytest.raises(re.error):
        wrong.match("")


def test_it_has_only_the_methods_of_a_pattern() -> None:
    with pytest.raises(AttributeError):
        late_pattern("a").translate  # type: ignore[attr-defined]  # noqa: B018
