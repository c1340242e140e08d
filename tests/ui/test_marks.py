"""Every progress has a mark of its own."""

from __future__ import annotations

from r57desk.domain.status import PROGRESS_CODES
from r57desk.ui.marks import mark_icon
from r57desk.ui.theme import apply_look


def test_every_progress_has_its_own_mark(qapp):
    apply_look(qapp, "light")
    images = {code: mark_icon(code).pixmap(28, 28).toImage() for code in PROGRESS_CODES}
    assert len({image.constBits().tobytes() for image in images.values()}) == len(PROGRESS_CODES)


def test_marks_differ_without_colour(qapp):
    apply_look(qapp, "light")
    grey = [mark_icon(code).pixmap(28, 28).toImage().convertToFormat(_alpha()) for code in PROGRESS_CODES]
    assert len({image.constBits().tobytes() for image in grey}) == len(PROGRESS_CODES)


def _alpha():
    from PySide6.QtGui import QImage

    return QImage.Format.Format_Grayscale8
