"""Colours, fonts and sizes of the window as data, and the one place that hands them out.

To change a colour: its line in TOKENS; tests/ui/test_theme.py then says whether it can still be read.
Sizes are logical pixels at text size 100 %; `px()` applies the chosen text size to whatever holds text.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication

Look = Literal["system", "light", "dark"]
LOOKS: tuple[Look, ...] = ("system", "light", "dark")
Scheme = Literal["light", "dark"]

# token, light, dark
TOKENS: tuple[tuple[str, str, str], ...] = (
    ("window", "#F3F4F6", "#1A1D22"),
    ("surface", "#FFFFFF", "#22262C"),
    ("band", "#E9ECF0", "#2C3139"),
    ("line", "#D9DDE3", "#383E48"),
    ("edge", "#7C8591", "#7E8894"),
    ("text", "#1A1E24", "#E8EAED"),
    ("text2", "#4A525E", "#BCC3CC"),
    ("text3", "#5E6773", "#A9B2BC"),
    ("off", "#67707C", "#8A939E"),
    ("accent", "#1D5BA8", "#8ABAF3"),
    ("onaccent", "#FFFFFF", "#10233B"),
    ("select", "#D9E7F8", "#243F5E"),
    ("hover", "#EDF2F9", "#2A313B"),
    ("late", "#A61B1B", "#FFA39B"),
    ("late_bg", "#FCE8E6", "#4A2624"),
    ("soon", "#7A4A00", "#F3C272"),
    ("soon_bg", "#FFF0D4", "#43351B"),
    ("good", "#1F6B3B", "#8AD5A2"),
    ("good_bg", "#E3F3E8", "#203C2B"),
    ("dlate", "#76431A", "#E3B991"),
    ("dlate_bg", "#F5E9DD", "#403125"),
    ("calm", "#4A525E", "#BCC3CC"),
    ("calm_bg", "#E9ECF0", "#343A44"),
    ("ask", "#5A3AA0", "#C9B8F7"),
    ("ask_bg", "#EEE9FB", "#372E55"),
    ("pick", "#96195A", "#F5ABD1"),
    ("pick_bg", "#FBE6F0", "#4A253B"),
    ("c_good", "#2F8555", "#57B27C"),
    ("c_dlate", "#A9713A", "#C8945C"),
    ("c_in", "#6D8BB3", "#7FA0CC"),
    ("c_late", "#C23A2E", "#E8695E"),
    ("c_none", "#868E99", "#8E97A3"),
)

SCREEN_FONTS = ["Segoe UI", "Noto Sans", "Arimo", "DejaVu Sans"]
# what: (size, line), logical pixels
BASE, SECOND, SMALL, PANEL_TITLE, VIEW_TITLE, FIRST_RUN = (13, 18), (12, 18), (11, 15), (14, 20), (16, 22), (22, 30)

# (at least 1200 wide, under 1200), logical pixels
BREAKPOINT = 1200
RAIL, HEADER, FILTER_BAR, TABLE_HEADER, STATUS_BAR, UNDO_BAR, GROUP_ROW = 76, 44, 36, 28, 24, 36, 30
ROW_COSY, ROW_COMPACT = 45, 28
PANEL = (388, 344)
PANEL_RANGE = (320, 520)
SEARCH = (250, 180)
RADIUS_TAG, RADIUS, RADIUS_DIALOG = 3, 4, 6

_ROLES: tuple[tuple[QPalette.ColorRole, str], ...] = (
    (QPalette.ColorRole.Window, "window"),
    (QPalette.ColorRole.Base, "surface"),
    (QPalette.ColorRole.AlternateBase, "surface"),
    (QPalette.ColorRole.Button, "surface"),
    (QPalette.ColorRole.WindowText, "text"),
    (QPalette.ColorRole.Text, "text"),
    (QPalette.ColorRole.ButtonText, "text"),
    (QPalette.ColorRole.BrightText, "text"),
    (QPalette.ColorRole.ToolTipBase, "surface"),
    (QPalette.ColorRole.ToolTipText, "text"),
    (QPalette.ColorRole.PlaceholderText, "text3"),
    (QPalette.ColorRole.Highlight, "select"),
    (QPalette.ColorRole.HighlightedText, "text"),
    (QPalette.ColorRole.Link, "accent"),
    (QPalette.ColorRole.LinkVisited, "accent"),
    (QPalette.ColorRole.Accent, "accent"),
    (QPalette.ColorRole.Light, "surface"),
    (QPalette.ColorRole.Midlight, "line"),
    (QPalette.ColorRole.Mid, "edge"),
    (QPalette.ColorRole.Dark, "edge"),
    (QPalette.ColorRole.Shadow, "edge"),
)
_TEXT_ROLES = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)


@dataclass(frozen=True)
class Theme:
    """One look: the scheme's colours by token, and the text size (1.0 to 1.5)."""

    scheme: Scheme
    scale: float
    colours: dict[str, QColor]

    def __getitem__(self, token: str) -> QColor:
        return self.colours[token]

    def hex(self, token: str) -> str:
        """The colour of `token` as `#rrggbb`, for a style sheet or an SVG."""
        return self.colours[token].name()


def make_theme(scheme: Scheme, scale: float = 1.0) -> Theme:
    """The theme of one scheme; text size is kept between 100 and 150 %."""
    column = 1 if scheme == "light" else 2
    return Theme(scheme, min(max(scale, 1.0), 1.5), {row[0]: QColor(row[column]) for row in TOKENS})


_current = make_theme("light")


def tokens() -> Theme:
    """The theme in use: `tokens()["late"]` is a QColor. Read it when painting, never keep it."""
    return _current


def px(size: float) -> int:
    """A size that holds text, at the chosen text size, in logical pixels."""
    return round(size * _current.scale)


def font(role: tuple[int, int] = BASE, *, bold: bool = False) -> QFont:
    """The screen font of a role (`BASE`, `SECOND`, …) at the chosen text size."""
    return QFont(_make_font(px(role[0]), bold))


@cache
def _make_font(size: int, bold: bool) -> QFont:
    made = QFont()
    made.setFamilies(SCREEN_FONTS)
    made.setPixelSize(size)
    made.setBold(bold)
    return made


def line_height(role: tuple[int, int] = BASE) -> int:
    """The line of a role in logical pixels, never less than the font needs, so Ế and ặ stay whole."""
    return max(px(role[1]), _text_height(px(role[0])))


@cache
def _text_height(size: int) -> int:
    return QFontMetrics(_make_font(size, False)).height()


def words_width(*texts: str, role: tuple[int, int] = BASE) -> int:
    """The room the longest of these words needs: a fixed width holds in every language."""
    metrics = QFontMetrics(font(role))
    return max(map(metrics.horizontalAdvance, texts), default=0) + 2


def make_palette(theme: Theme) -> QPalette:
    """The QPalette of a theme: red words stay red on a selected row because Highlight is pale."""
    palette = QPalette()
    for role, token in _ROLES:
        palette.setColor(role, theme[token])
    for role in _TEXT_ROLES:
        palette.setColor(QPalette.ColorGroup.Disabled, role, theme["off"])
    return palette


def resolve(look: Look) -> Scheme:
    """The scheme a look means now: the system's own when it is left to the system."""
    if look == "system":
        dark = QApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return "dark" if dark else "light"
    return look


_SCHEMES = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}


def apply_look(app: QApplication, look: Look = "system", scale: float = 1.0) -> None:
    """Dress the application; screens made before keep their fonts and must be built again."""
    global _current
    app.styleHints().setColorScheme(_SCHEMES[look])
    _current = make_theme(resolve(look), scale)
    app.setPalette(make_palette(_current))
    app.setFont(font())


def scroll_bar_sheet() -> str:
    """The style sheet of a thin scroll bar (9 px, thumb in `edge`), for the scroll bars of one area."""
    thumb, ground = _current.hex("edge"), _current.hex("surface")
    shape = "border:none; margin:0; background:transparent;"
    return (
        f"QScrollBar:vertical{{width:9px;{shape}}} QScrollBar:horizontal{{height:9px;{shape}}}"
        f"QScrollBar::handle{{background:{thumb}; border:2px solid {ground}; border-radius:4px;"
        "min-height:28px; min-width:28px}"
        "QScrollBar::add-line,QScrollBar::sub-line{width:0;height:0}"
        "QScrollBar::add-page,QScrollBar::sub-page{background:transparent}"
    )


def field_sheet(kind: str = "QLineEdit", ground: str = "surface") -> str:
    """The style sheet of one text field: edge border, 2 px accent when it has the keyboard."""
    now = _current
    return (
        f"{kind}{{background:{now.hex(ground)}; color:{now.hex('text')}; border:1px solid {now.hex('edge')};"
        f"border-radius:{RADIUS}px; padding:3px 8px; selection-background-color:{now.hex('select')};"
        f"selection-color:{now.hex('text')}}}"
        f"{kind}:focus{{border:2px solid {now.hex('accent')}; padding:2px 7px}}"
        f"{kind}:disabled,{kind}:read-only{{color:{now.hex('off')}; border-color:{now.hex('line')}}}"
    )
