"""The screen of a register without tasks: three ways to begin."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from r57desk.ui.notices import EmptyState
from r57desk.ui.theme import tokens


def make_empty_register(
    bring_in: Callable[[], None], create: Callable[[], None], load_samples: Callable[[], None]
) -> EmptyState:
    """Import a workbook, or write the first task, or look at samples."""
    made = EmptyState(
        "file-spreadsheet",
        QCoreApplication.translate("Shell", "Chưa có nhiệm vụ nào"),
        QCoreApplication.translate(
            "Shell",
            "Chọn tệp phụ lục nhiệm vụ, hoặc kéo tệp Excel thả vào cửa sổ này. "
            "Phần mềm cho xem trước, chưa ghi gì vào sổ.",
        ),
    )
    words = QCoreApplication.translate("Shell", "Nhập từ Excel…")
    made.setFocusProxy(made.add_button(words, "file-input", bring_in))
    made.add_link(QCoreApplication.translate("Shell", "Tạo một nhiệm vụ"), create)
    made.add_link(QCoreApplication.translate("Shell", "Dùng dữ liệu mẫu"), load_samples)
    palette = made.palette()
    palette.setColor(made.backgroundRole(), tokens()["surface"])
    made.setPalette(palette)
    made.setAutoFillBackground(True)
    return made
