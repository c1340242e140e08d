"""What goes wrong on the way to paper."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "no_printer": (
        "Không tìm thấy máy in nào. Máy này chưa cài máy in, hoặc máy in không trả lời. Sổ không bị ảnh hưởng. Lưu thành PDF rồi in ở máy khác.",
        "No printer was found. None is installed, or it does not answer. The register is not affected. Save a PDF and print it elsewhere.",
    ),
    "pdf_unwritable": (
        "Không lưu được “{file}”. Tệp đang mở trong chương trình khác, thư mục không cho ghi hoặc ổ đĩa đã đầy. "
        "Sổ không bị ảnh hưởng. Đóng tệp hoặc chọn chỗ lưu khác rồi thử lại.",
        "“{file}” was not saved. It is open in another program, the folder cannot be written to, or the disk is full. "
        "The register is not affected. Close the file or choose another place, then try again.",
    ),
    "font_unreadable": (
        "Không đọc được phông chữ “{file}” đi kèm phần mềm. Bản cài đặt thiếu hoặc hỏng tệp. "
        "Sổ không bị ảnh hưởng. Cài lại phần mềm rồi thử lại.",
        "The font “{file}” that comes with the program cannot be read. The installation is incomplete or damaged. "
        "The register is not affected. Install the program again, then try again.",
    ),
}
