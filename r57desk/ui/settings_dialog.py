"""Settings: whose register it is, how it looks, when a deadline is near, days off, backups, samples.

Everything takes effect at once. A new language or look builds the window again, and this dialog with it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from r57desk.ui.dialog import WIDE, Dialog
from r57desk.ui.parts import Button, Rule, label
from r57desk.ui.replaced_field import ReplacedField
from r57desk.ui.session import Session
from r57desk.ui.settings_backups import BackupList
from r57desk.ui.settings_days import PublicDayList
from r57desk.ui.settings_office import OfficeSetting
from r57desk.ui.theme import SECOND, apply_look, px, words_width
from r57desk.ui.toggles import Radio
from r57desk.ui.translation import install_language
from r57desk.ui.window_memory import WindowMemory

_SCALES = (1.0, 1.1, 1.25, 1.5)
_MOST_WARN_DAYS = 90


class SettingsDialog(Dialog):
    """`look_changed` asks the window to build itself again; `restore_asked(backup)` to reopen a copy."""

    look_changed = Signal()
    density_changed = Signal(bool)
    restore_asked = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Cài đặt"), parent, width=WIDE)
        self._session = session
        self._memory = WindowMemory()
        writable = not session.read_only
        self.office = OfficeSetting(session)
        self.days = PublicDayList(session)
        self.backups = BackupList(session)
        self.backups.restore_asked.connect(self.restore_asked)
        self._section(self.tr("Cơ quan"), self.office, writable=writable)
        self._section(self.tr("Hiển thị"), self._make_display())
        self._section(self.tr("Thời hạn"), self._make_deadlines(), writable=writable)
        self._section(self.tr("Ngày nghỉ, làm bù"), self.days, writable=writable)
        self._section(self.tr("Sao lưu"), self.backups)
        self._section(self.tr("Dữ liệu mẫu"), self._make_samples(), writable=writable, last=True)
        self.body.addStretch(1)
        self.add_close(self.tr("Đóng")).setDefault(True)

    def _section(self, title: str, content: QWidget, *, writable: bool = True, last: bool = False) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        heading = label(title, "text2", bold=True, wrap=True)
        heading.setFixedWidth(px(120))
        column = QVBoxLayout()
        column.setContentsMargins(0, 4, 0, 0)
        column.addWidget(heading)
        column.addStretch(1)
        row.addLayout(column)
        row.addWidget(content, 1)
        content.setEnabled(writable)
        self.body.addLayout(row)
        if not last:
            self.body.addWidget(Rule())

    def scrolled(self) -> int:
        """How far down one is."""
        return self.area.verticalScrollBar().value()

    def scroll_to(self, place: int) -> None:
        """Go as far down again."""
        self.area.verticalScrollBar().setValue(place)

    # -- display --------------------------------------------------------------------------------------

    def _make_display(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        session, memory = self._session, self._memory
        self.language = self._choice(
            column,
            self.tr("Ngôn ngữ"),
            (("vi", "Tiếng Việt"), ("en", "English")),
            session.language,
            self._set_language,
        )
        looks = (("system", self.tr("Theo máy")), ("light", self.tr("Sáng")), ("dark", self.tr("Tối")))
        self.look = self._choice(column, self.tr("Giao diện"), looks, memory.look(), self._set_look)
        scales = [(str(scale), f"{scale:.0%}") for scale in _SCALES]
        self.scale = self._choice(column, self.tr("Cỡ chữ"), scales, str(memory.scale()), self._set_scale)
        rows = (("cosy", self.tr("Thoáng")), ("compact", self.tr("Gọn")))
        now = "compact" if memory.compact() else "cosy"
        self.density = self._choice(column, self.tr("Giãn dòng"), rows, now, self._set_density)
        return box

    def _choice(
        self,
        column: QVBoxLayout,
        name: str,
        options: Sequence[tuple[str, str]],
        now: str,
        act: Callable[[str], None],
    ) -> dict[str, Radio]:
        row = QHBoxLayout()
        row.setSpacing(14)
        words = label(name, "text2")
        names = (self.tr("Ngôn ngữ"), self.tr("Giao diện"), self.tr("Cỡ chữ"), self.tr("Giãn dòng"))
        words.setFixedWidth(words_width(*names) + px(8))
        row.addWidget(words)
        group, made = QButtonGroup(self), {}
        for value, text in options:
            radio = Radio(text)
            radio.setChecked(value == now)
            radio.setAccessibleName(f"{name}: {text}")
            radio.clicked.connect(lambda _=False, value=value: act(value))
            group.addButton(radio)
            row.addWidget(radio)
            made[value] = radio
        row.addStretch(1)
        column.addLayout(row)
        return made

    def _set_language(self, language: str) -> None:
        session = self._session
        if language == session.language:
            return
        session.language = "en" if language == "en" else "vi"
        if not session.read_only:
            session.write(lambda: session.desk.register.set_option("language", session.language))
        app = QApplication.instance()
        assert app is not None
        install_language(app, session.language)
        self.look_changed.emit()

    def _set_look(self, look: str) -> None:
        self._memory.set_look(look)
        self._dress()

    def _set_scale(self, scale: str) -> None:
        self._memory.set_scale(float(scale))
        self._dress()

    def _dress(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        apply_look(app, self._memory.look(), self._memory.scale())
        self.look_changed.emit()

    def _set_density(self, density: str) -> None:
        self._memory.set_compact(density == "compact")
        self.density_changed.emit(density == "compact")

    # -- deadlines and samples ------------------------------------------------------------------------

    def _make_deadlines(self) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.warn_days = ReplacedField()
        self.warn_days.setFixedWidth(px(56))
        self.warn_days.setText(str(self._session.warn_days))
        words = label(self.tr("Báo sắp đến hạn trước"))
        words.setBuddy(self.warn_days)
        self.warn_days.setAccessibleName(words.text())
        self.warn_days.editingFinished.connect(self.keep_warn_days)
        row.addWidget(words)
        row.addWidget(self.warn_days)
        row.addWidget(label(self.tr("ngày")))
        self._warn_problem = label("", "soon", SECOND, wrap=True)
        row.addWidget(self._warn_problem, 1)
        return box

    def keep_warn_days(self) -> None:
        """Take the number typed, 0 to 90; anything else is said and not kept."""
        session, text = self._session, self.warn_days.text().strip()
        if not text.isdecimal() or int(text) > _MOST_WARN_DAYS:
            self._warn_problem.setText(self.tr("Ghi một số từ 0 đến {most}.").format(most=_MOST_WARN_DAYS))
            return
        self._warn_problem.setText("")
        if int(text) != session.warn_days:
            session.warn_days = int(text)
            session.write(lambda: session.desk.register.set_option("warn_days", str(int(text))))

    def _make_samples(self) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        self._samples = Button("")
        self._samples.clicked.connect(self._on_samples_clicked)
        self._samples_words = label("", "text2", wrap=True)
        row.addWidget(self._samples_words, 1)
        row.addWidget(self._samples)
        self._show_samples()
        return box

    def _show_samples(self) -> None:
        has = self._session.desk.register.has_samples()
        self._samples.setText(self.tr("Xoá dữ liệu mẫu") if has else self.tr("Nạp dữ liệu mẫu"))
        self._samples.updateGeometry()
        self._samples_words.setText(
            self.tr("Sổ đang có dữ liệu mẫu. Xoá thì nhiệm vụ của đơn vị vẫn giữ nguyên.")
            if has
            else self.tr("Nhiệm vụ mẫu để làm quen, có đánh dấu, xoá được bất cứ lúc nào.")
        )

    def _on_samples_clicked(self) -> None:
        register = self._session.desk.register
        self._session.write(register.remove_samples if register.has_samples() else register.load_samples)
        self._show_samples()
