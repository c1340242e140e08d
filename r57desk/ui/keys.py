"""Every key of the window as data: the sequence, what it does, and the method of the window that does it.

To add one: a line in KEYS. No one-letter keys, none that input methods use to switch (Ctrl+Shift alone, Alt+Z).
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication


class Key(NamedTuple):
    """One key. `method` is a method of the window; keys of the table itself (empty method) are only listed."""

    keys: str
    name: str
    method: str = ""
    icon: str = ""

    def shown(self) -> str:
        """The keys as they are written on screen: arrows as arrows."""
        return self.keys.replace("Up", "↑").replace("Down", "↓")

    def words(self) -> str:
        """What it does, in the language of the window."""
        return QCoreApplication.translate("keys", self.name)


KEYS: tuple[Key, ...] = (
    Key("Ctrl+1", str(QT_TRANSLATE_NOOP("keys", "Xem bảng nhiệm vụ")), "show_first_view", "table-2"),
    Key("Ctrl+2", str(QT_TRANSLATE_NOOP("keys", "Xem bảng việc")), "show_second_view", "square-kanban"),
    Key("Ctrl+3", str(QT_TRANSLATE_NOOP("keys", "Xem lịch")), "show_third_view", "calendar-days"),
    Key("Ctrl+4", str(QT_TRANSLATE_NOOP("keys", "Xem trao đổi")), "show_fourth_view", "arrow-left-right"),
    Key("Ctrl+K", str(QT_TRANSLATE_NOOP("keys", "Tìm trong sổ")), "open_search", "search"),
    Key("Ctrl+F", str(QT_TRANSLATE_NOOP("keys", "Lọc theo chữ")), "open_filter", "funnel"),
    Key("F3", str(QT_TRANSLATE_NOOP("keys", "Nhiệm vụ khớp tiếp theo")), "show_next", "arrow-down"),
    Key("Ctrl+N", str(QT_TRANSLATE_NOOP("keys", "Tạo nhiệm vụ mới")), "create_task", "plus"),
    Key("Enter", str(QT_TRANSLATE_NOOP("keys", "Mở khung chi tiết"))),
    Key("F2", str(QT_TRANSLATE_NOOP("keys", "Sửa ô"))),
    Key("Space", str(QT_TRANSLATE_NOOP("keys", "Chọn thêm dòng"))),
    Key("Del", str(QT_TRANSLATE_NOOP("keys", "Xoá nhiệm vụ đã chọn")), "delete_selected", "x"),
    Key("Ctrl+C", str(QT_TRANSLATE_NOOP("keys", "Sao chép")), "copy", "copy"),
    Key("Ctrl+Alt+C", str(QT_TRANSLATE_NOOP("keys", "Sao chép kèm tiêu đề")), "copy_with_headings", "copy"),
    Key("Ctrl+Z", str(QT_TRANSLATE_NOOP("keys", "Hoàn tác")), "undo", "undo-2"),
    Key("Ctrl+Y", str(QT_TRANSLATE_NOOP("keys", "Làm lại")), "redo", "redo-2"),
    Key("Ctrl+O", str(QT_TRANSLATE_NOOP("keys", "Nhập từ Excel…")), "choose_import", "file-input"),
    Key("Ctrl+E", str(QT_TRANSLATE_NOOP("keys", "Gửi đi…")), "choose_export", "send"),
    Key("Ctrl+P", str(QT_TRANSLATE_NOOP("keys", "In…")), "open_print", "printer"),
    Key("Alt+Up", str(QT_TRANSLATE_NOOP("keys", "Nhiệm vụ trước")), "show_previous", "chevron-up"),
    Key("Alt+Down", str(QT_TRANSLATE_NOOP("keys", "Nhiệm vụ sau")), "show_next", "chevron-down"),
    Key("F5", str(QT_TRANSLATE_NOOP("keys", "Đọc lại sổ")), "reload", "redo-2"),
    Key("F6", str(QT_TRANSLATE_NOOP("keys", "Sang khung kế tiếp")), "focus_next_pane", "arrow-right"),
    Key("F10", str(QT_TRANSLATE_NOOP("keys", "Mọi lệnh")), "open_menu", "menu"),
    Key("Ctrl+,", str(QT_TRANSLATE_NOOP("keys", "Cài đặt")), "open_settings", "settings"),
    Key("Ctrl+/", str(QT_TRANSLATE_NOOP("keys", "Phím tắt")), "open_keys", "info"),
    Key("F1", str(QT_TRANSLATE_NOOP("keys", "Trợ giúp: phím tắt")), "open_keys", "info"),
    Key("Esc", str(QT_TRANSLATE_NOOP("keys", "Đóng thứ gần nhất")), "close_nearest"),
    Key(
        "Ctrl+Shift+←/→", str(QT_TRANSLATE_NOOP("keys", "Bảng việc: chuyển thẻ sang cột bên; lịch: dời hạn một ngày"))
    ),
    Key("Alt+←/→", str(QT_TRANSLATE_NOOP("keys", "Lịch: tháng trước, tháng sau"))),
)
# what the menu of the rail holds, in this order; an empty one is a line
MENU: tuple[str, ...] = (
    "create_task", "", "choose_import", "choose_export", "open_print", "", "undo", "redo", "copy", "copy_with_headings",
    "delete_selected", "", "open_search", "reload", "open_settings", "open_keys",
)  # fmt: skip


def key_of(method: str) -> Key:
    """The first key that calls this method; StopIteration if there is none."""
    return next(key for key in KEYS if key.method == method)
