"""Every pair of colours that meets on screen can be read; figures are the WCAG contrast ratio."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QFontMetrics

from r57desk.ui import theme

TEXT, EDGE = 4.5, 3.0
STATES = ("late", "soon", "good", "dlate", "calm", "ask", "pick")
BARS = ("c_good", "c_dlate", "c_in", "c_late", "c_none")
PAIRS = [
    *[("text", ground, TEXT) for ground in ("window", "surface", "band", "select", "hover")],
    *[("text2", ground, TEXT) for ground in ("window", "surface", "band", "select", "hover")],
    *[("text3", ground, TEXT) for ground in ("window", "surface", "select", "hover")],
    *[("off", ground, TEXT) for ground in ("window", "surface")],
    *[("accent", ground, TEXT) for ground in ("window", "surface", "select", "hover")],
    ("onaccent", "accent", TEXT),
    *[("edge", ground, EDGE) for ground in ("window", "surface", "band")],
    *[(state, f"{state}_bg", TEXT) for state in STATES],
    *[(state, ground, TEXT) for state in STATES for ground in ("surface", "select", "hover")],
    *[(bar, "surface", EDGE) for bar in BARS],
]


def luminance(colour: QColor) -> float:
    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


def contrast(first: QColor, second: QColor) -> float:
    high, low = sorted((luminance(first), luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS)
def test_every_pair_can_be_read(scheme, ink, ground, least):
    made = theme.make_theme(scheme)
    assert contrast(made[ink], made[ground]) >= least


def test_both_schemes_name_the_same_tokens_and_differ():
    light, dark = theme.make_theme("light"), theme.make_theme("dark")
    assert light.colours.keys() == dark.colours.keys()
    assert all(light[token] != dark[token] for token in light.colours)


def test_text_size_stays_between_100_and_150_percent():
    assert theme.make_theme("light", 0.5).scale == 1.0
    assert theme.make_theme("light", 9).scale == 1.5


@pytest.mark.parametrize("role", [theme.BASE, theme.SECOND, theme.SMALL, theme.PANEL_TITLE, theme.VIEW_TITLE])
def test_stacked_marks_fit_into_the_line(qapp, role):
    metrics = QFontMetrics(theme.font(role))
    assert metrics.boundingRect("ẾỖẶẫộ").height() <= theme.line_height(role)


def test_apply_look_dresses_the_application(qapp):
    theme.apply_look(qapp, "dark", 1.25)
    try:
        assert qapp.palette().window().color() == QColor("#1A1D22")
        assert qapp.font().pixelSize() == theme.px(13) == 16
        assert theme.tokens()["late"] == QColor("#FFA39B")
    finally:
        theme.apply_look(qapp, "light", 1.0)
