"""Pictures of a window on Qt's offscreen platform, with everything that lies over it."""

import json
import sys

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QDialog

TITLE_BAR = 28


def describe_screen(folder, size, root):
    """A file that gives the offscreen platform one screen of this size, so that dialogs know how much room there is.

    Its place as seen from `root`, where the program is started: the platform splits its argument at colons.
    """
    width, height = size
    screen = {"name": "screen", "x": 0, "y": 0, "width": width, "height": height, "logicalDpi": 96, "dpr": 1}
    path = folder / f"screen-{width}.json"
    path.write_text(json.dumps({"screens": [screen]}))
    return path.relative_to(root)


def pass_on(kind, context, message):
    """Qt's warnings, but for what its offscreen platform says of itself at every window."""
    if "This plugin does not support" not in message:
        print(f"Qt: {message}", file=sys.stderr)


def grab(app, window):
    """The window, and the dialogs and menus over it with the frames a window manager would draw."""
    picture = window.grab()
    painter = QPainter(picture)
    for widget in app.topLevelWidgets():
        if widget is not window and widget.isVisible():
            place = widget.geometry().translated(-window.pos())
            painter.drawPixmap(place.topLeft(), widget.grab())
            if isinstance(widget, QDialog):
                _draw_frame(painter, place, widget.windowTitle())
    painter.end()
    return picture


def _draw_frame(painter, place: QRect, title):
    """Without a window manager, a dialog has neither title nor border."""
    from r57desk.ui.theme import tokens

    bar = place.adjusted(0, -TITLE_BAR, 0, -place.height())
    painter.fillRect(bar, tokens()["band"])
    painter.setPen(tokens()["text"])
    painter.drawText(bar.adjusted(12, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, title)
    painter.setPen(tokens()["edge"])
    painter.drawRect(place.adjusted(0, -TITLE_BAR, -1, -1))
