"""The verbs and their options, as data."""

from __future__ import annotations

import argparse
from typing import Any

from r57desk import __version__

Option = tuple[tuple[str, ...], dict[str, Any]]

_JSON: Option = (("--json",), {"action": "store_true", "help": "in kết quả dạng JSON"})
_WHERE: Option = (
    ("--where",),
    {
        "default": "",
        "metavar": "QUERY",
        "help": "từ cần tìm, field:value, due:<2025-08-31, timeliness:qua_han, has:conflict",
    },
)
_AS_OF: Option = (("--as-of",), {"metavar": "DATE", "help": "tính đến ngày YYYY-MM-DD; mặc định hôm nay"})
_TASK: Option = (("task",), {"metavar": "TASK", "help": "mã dòng, hoặc phần đầu đủ phân biệt"})
_VALUES: Option = (("values",), {"nargs": "+", "metavar": "FIELD=VALUE", "help": "để trống sau dấu = là xoá giá trị"})
_IMPORT: Option = (("import_id",), {"metavar": "IMPORT-ID", "help": "số lần nhập"})
_OUT: Option = (("out",), {"metavar": "OUT.xlsx"})
_REQUEST: Option = (("ids",), {"nargs": "+", "metavar": "ID", "help": "mã đề nghị, hoặc phần đầu đủ phân biệt"})

VERBS: dict[str, tuple[str, tuple[Option, ...]]] = {
    "init": (
        "lập sổ mới cho một cơ quan",
        (
            (
                ("--office",),
                {"required": True, "metavar": "CODE", "help": "mã cơ quan, ví dụ 01, 01.SKHCN, TW.BKHCN"},
            ),
            (("--name",), {"default": "", "help": "tên cơ quan, nếu mã chưa có trong danh mục"}),
            (("--samples",), {"action": "store_true", "help": "nạp dữ liệu mẫu, xoá được sau"}),
        ),
    ),
    "import": (
        "nhập bảng tính vào sổ",
        (
            (("files",), {"nargs": "+", "metavar": "FILE"}),
            (("--from",), {"dest": "from_office", "default": "", "metavar": "OFFICE", "help": "cơ quan gửi tệp"}),
            (("--packet",), {"default": "", "metavar": "CODE", "help": "mã gói in ở chân trang, khi tệp đã mất mã"}),
            (("--base",), {"metavar": "IMPORT-ID", "help": "số lần nhập mà tệp này trả lời"}),
            (
                ("--replaces-earlier",),
                {"action": "store_true", "help": "tệp này thay tệp trả lời trước của cùng một gói"},
            ),
            (("--realign",), {"action": "store_true", "help": "ghép lại theo tên các dòng bị sắp xếp lệch mã"}),
            (("--sheet",), {"metavar": "NAME", "help": "trang tính cần đọc"}),
            (
                ("--map",),
                {
                    "action": "append",
                    "default": [],
                    "metavar": "HEADER=FIELD",
                    "help": "ghép một cột; nhớ cho lần sau",
                },
            ),
            (("--forget-map",), {"action": "store_true", "help": "bỏ cách ghép cột đã nhớ, đọc lại từ đầu"}),
            (
                ("--as-is",),
                {"action": "store_true", "help": "để nguyên chữ phông cũ (TCVN3, VNI), không chuyển sang Unicode"},
            ),
            (("--dry-run",), {"action": "store_true", "help": "chỉ xem trước, không ghi"}),
            _JSON,
        ),
    ),
    "tasks": ("liệt kê nhiệm vụ", (_WHERE, _AS_OF, _JSON)),
    "add": ("thêm một nhiệm vụ", (_VALUES,)),
    "set": ("sửa một nhiệm vụ", (_TASK, _VALUES)),
    "delete": ("xoá một nhiệm vụ (hoàn tác được)", (_TASK,)),
    "history": ("lịch sử của một nhiệm vụ", (_TASK, _JSON)),
    "undo": (
        "hoàn tác thay đổi gần nhất, một lần nhập hoặc một thay đổi",
        ((("target",), {"nargs": "?", "metavar": "IMPORT-ID | EDIT-ID"}),),
    ),
    "redo": ("làm lại thay đổi vừa hoàn tác", ()),
    "export": (
        "xuất tệp nhiệm vụ để điền bằng Excel",
        (
            (("out",), {"metavar": "OUT.xlsx"}),
            (("--to",), {"default": "", "metavar": "OFFICE", "help": "lập gói gửi cơ quan này (mã hoặc tên)"}),
            (("--name",), {"default": "", "help": "tên cơ quan nhận, nếu mã chưa có trong danh mục"}),
            _WHERE,
            _AS_OF,
        ),
    ),
    "packets": ("cơ quan trao đổi, gói đã gửi, đã nhận, còn thiếu", (_JSON,)),
    "receipt": ("ghi phiếu báo nhận của một lần nhập, gửi lại nơi gửi", (_IMPORT, _OUT)),
    "errors": ("ghi danh sách ô cần xem lại của một lần nhập", (_IMPORT, _OUT)),
    "conflicts": (
        "liệt kê chỗ khác nhau cần chọn",
        ((("--decided",), {"action": "store_true", "help": "những chỗ đã chọn, đổi lại được"}), _JSON),
    ),
    "resolve": (
        "chọn giá trị cho một chỗ khác nhau (đổi lại, hoàn tác được)",
        (
            (("id",), {"metavar": "ID", "help": "mã dòng và mục, ví dụ 0A1B.result_now"}),
            (
                ("--keep",),
                {"metavar": "mine|theirs", "help": "giữ giá trị của mình, của nơi kia, hoặc mã một cơ quan"},
            ),
            (("--value",), {"metavar": "TEXT", "help": "ghi giá trị khác; để trống là xoá giá trị"}),
        ),
    ),
    "requests": (
        "liệt kê đề nghị chờ trả lời",
        ((("--answered",), {"action": "store_true", "help": "những đề nghị đã trả lời"}), _JSON),
    ),
    "accept": ("chấp thuận đề nghị", (_REQUEST,)),
    "refuse": (
        "không chấp thuận đề nghị; lý do được gửi lại",
        (_REQUEST, (("--reason",), {"default": "", "metavar": "TEXT", "help": "lý do gửi lại nơi đề nghị"})),
    ),
    "print": (
        "in ra PDF",
        (
            (("out",), {"metavar": "OUT.pdf"}),
            (
                ("--kind",),
                {"choices": ("task", "list"), "default": "list", "help": "phiếu từng nhiệm vụ, hay danh mục"},
            ),
            _WHERE,
            _AS_OF,
        ),
    ),
    "check": ("kiểm tra sổ: toàn vẹn, bảng khớp nhật ký, sao lưu", (_JSON,)),
}


def make_parser() -> argparse.ArgumentParser:
    """The whole command line; `verb` is the name of the function in commands, None for the window."""
    parser = argparse.ArgumentParser(
        prog="r57desk", description="Sổ theo dõi nhiệm vụ Nghị quyết 57, dùng ngoại tuyến."
    )
    parser.add_argument("--db", metavar="FILE", help="tệp sổ; mặc định trong thư mục dữ liệu của người dùng")
    parser.add_argument("--version", action="version", version=f"r57desk {__version__}")
    parser.set_defaults(verb=None)
    verbs = parser.add_subparsers(title="lệnh", metavar="LỆNH")
    for name, (text, options) in VERBS.items():
        verb = verbs.add_parser(name, help=text, description=text)
        verb.set_defaults(verb=f"run_{name}")
        for flags, settings in options:
            verb.add_argument(*flags, **settings)
    return parser
