"""The two styles keep their rules, and every column that can be printed is known."""

from __future__ import annotations

import pytest

from r57desk.domain.fields import BY_CODE
from r57desk.paper.labels import LABELS
from r57desk.paper.profile import A4_MM, COLUMNS, PARTY, PROFILES, STATE, TABLE_SIZES, Profile, mm


@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
def test_margins_are_within_the_rule(profile: Profile) -> None:
    margins = profile.margins
    assert 20 <= margins.top <= 25
    assert 20 <= margins.bottom <= 25
    assert 30 <= margins.left <= 35
    assert 15 <= margins.right <= 20


def test_headings_are_never_mixed() -> None:
    state, party = ("".join(line.text for line in profile.heading) for profile in (STATE, PARTY))
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in state
    assert "ĐẢNG" not in state
    assert party == "ĐẢNG CỘNG SẢN VIỆT NAM"


def test_number_lines_follow_their_style() -> None:
    assert STATE.number.startswith("Số:")
    assert PARTY.number.startswith("Số")
    assert ":" not in PARTY.number


def test_every_column_has_a_label_and_sizes_shrink() -> None:
    assert not [code for code in COLUMNS if code not in BY_CODE and code not in LABELS]
    sizes = [size for size, _ in TABLE_SIZES]
    assert sizes == sorted(sizes, reverse=True)
    assert mm(25.4) == pytest.approx(720)
    assert A4_MM == (210, 297)
