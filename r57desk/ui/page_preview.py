"""The page as it will come out of the printer, drawn by the one painter, one page at a time."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from r57desk.paper.painter import paint
from r57desk.paper.plan import Plan
from r57desk.paper.profile import UNITS_PER_POINT
from r57desk.ui.painting import paint_box
from r57desk.ui.theme import scroll_bar_sheet, tokens

_MARGIN = 15
_UNITS_PER_INCH = UNITS_PER_POINT * 72
_SCREEN_DPI = 96
FIT = 0.0
ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)


class _Canvas(QWidget):
    """One page on a grey ground; the picture is kept until the page or the size changes."""

    def __init__(self) -> None:
        super().__init__()
        self.plan: Plan | None = None
        self.page = 0
        self._picture: QPixmap | None = None

    def forget(self) -> None:
        """Draw anew: the plan, the page or the size is another."""
        self._picture = None
        self.update()

    def _draw(self, size: QSize) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(size * ratio)
        picture.fill(Qt.GlobalColor.white)
        if self.plan is not None:
            painter = QPainter(picture)
            share = picture.width() / self.plan.pages[self.page].width
            dpi = picture.logicalDpiX()
            painter.scale(share * _UNITS_PER_INCH / dpi, share * _UNITS_PER_INCH / dpi)
            paint(painter, self.plan, self.page)
            painter.end()
        picture.setDevicePixelRatio(ratio)
        return picture

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.plan is None or self.width() < 2 or self.height() < 2:
            return
        if self._picture is None:
            self._picture = self._draw(self.size() - QSize(2, 2))
        painter.drawPixmap(1, 1, self._picture)
        paint_box(painter, self.rect(), "", "edge", radius=0)


class PagePreview(QScrollArea):
    """Shows one page of a plan, fitted to the room or enlarged. Page Up and Page Down turn pages."""

    page_changed = Signal(int)
    zoom_changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canvas = _Canvas()
        self._zoom = FIT
        self.setWidget(self._canvas)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        palette = self.palette()
        palette.setColor(self.viewport().backgroundRole(), tokens()["band"])
        self.viewport().setPalette(palette)
        self.viewport().setAutoFillBackground(True)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.setStyleSheet(scroll_bar_sheet())

    @property
    def page(self) -> int:
        """The page shown, from 0."""
        return self._canvas.page

    def page_count(self) -> int:
        """How many pages there are."""
        return len(self._canvas.plan.pages) if self._canvas.plan else 0

    def show_plan(self, plan: Plan) -> None:
        """Show another plan, on the same page where it has one."""
        self._canvas.plan = plan
        self._canvas.page = min(self._canvas.page, len(plan.pages) - 1)
        self._lay_out()
        self.page_changed.emit(self._canvas.page)

    def turn(self, by: int) -> None:
        """The page `by` pages on, if there is one."""
        wanted = self._canvas.page + by
        if 0 <= wanted < self.page_count():
            self._canvas.page = wanted
            self._lay_out()
            self.verticalScrollBar().setValue(0)
            self.page_changed.emit(wanted)

    def step_zoom(self, by: int) -> None:
        """Enlarge or reduce by one step from the present size."""
        now = self._zoom or self._fitting()
        steps = [zoom for zoom in ZOOMS if (zoom > now + 0.01 if by > 0 else zoom < now - 0.01)]
        if steps:
            self.set_zoom(steps[0] if by > 0 else steps[-1])

    def set_zoom(self, zoom: float) -> None:
        """Show at a share of the true size; FIT shows the whole page."""
        self._zoom = zoom
        self._lay_out()
        self.zoom_changed.emit(zoom)

    def _fitting(self) -> float:
        """The zoom at which the whole page can be seen."""
        if self._canvas.plan is None:
            return 1.0
        page = self._canvas.plan.pages[self._canvas.page]
        room = self.viewport().size()
        inch = _UNITS_PER_INCH / _SCREEN_DPI
        wide = (room.width() - 2 * _MARGIN) * inch / page.width
        tall = (room.height() - 2 * _MARGIN) * inch / page.height
        return max(0.1, min(wide, tall))

    def _lay_out(self) -> None:
        if self._canvas.plan is None:
            return
        page = self._canvas.plan.pages[self._canvas.page]
        share = (self._zoom or self._fitting()) * _SCREEN_DPI / _UNITS_PER_INCH
        self._canvas.setFixedSize(round(page.width * share), round(page.height * share))
        self._canvas.forget()
        words = self.tr("Trang {page} trên {pages}").format(page=self.page + 1, pages=self.page_count())
        self._canvas.setAccessibleName(words)

    # -- Qt --------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        turned = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}.get(Qt.Key(event.key()))
        if turned:
            self.turn(turned)
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.turn(-self.page if event.key() == Qt.Key.Key_Home else self.page_count() - 1 - self.page)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step_zoom(1 if event.angleDelta().y() > 0 else -1)
            return
        super().wheelEvent(event)
