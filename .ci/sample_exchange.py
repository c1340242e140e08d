"""An exchange for the pictures: offices answer, one packet never comes, cells differ, deadlines are asked for."""

from pathlib import Path

from r57desk.domain.query import parse_query
from r57desk.merge.delta import make_delta, make_edit
from r57desk.merge.model import EXECUTORS
from r57desk.services.clock import now
from r57desk.services.desk import Desk
from r57desk.store import edit_log

SCIENCE, HOME, HEALTH, FINANCE = "01.SKHCN", "01.SNV", "01.SYT", "01.STC"
NAMES = {
    SCIENCE: "Sở Khoa học và Công nghệ",
    HOME: "Sở Nội vụ",
    HEALTH: "Sở Y tế",
    FINANCE: "Sở Tài chính",
}
FIRST = {"result_now": "Đang lấy ý kiến các bộ, ngành, địa phương.", "progress": "chua_thuc_hien", "percent": "20"}
NOTE = "Xin lùi thời hạn do chờ ý kiến thẩm định."
# office: what it writes, by place in the list of tasks sent
ANSWERS = {
    SCIENCE: (
        (0, {"result_now": "Hồ sơ đã trình Lãnh đạo xem xét, ký ban hành."}),
        (1, {"progress": "dang_thuc_hien"}),
        (3, {"deadline_text": "Tháng 9/2025"}),
        (5, {"percent": "80", "result_now": "Đã thử nghiệm ở ba xã, đang đánh giá."}),
    ),
    HOME: ((2, {"deadline_text": "15/10/2025"}), (6, {"title": "Sửa đổi, bổ sung quy chế làm việc"})),
    FINANCE: ((7, {"percent": "40"}),),
}
EXECUTED = (0, 1, 7)  # carried out by ourselves too, by place in the list of tasks
OURS = (
    (0, {"result_now": "Đã lấy ý kiến lần 2 các bộ, ngành, địa phương; đang tiếp thu, hoàn thiện dự thảo."}),
    (1, {"progress": "trinh_duyet"}),
    (7, {"percent": "65"}),
    (4, {"result_now": "Đã họp tổ biên tập."}),
)


def take(desk, path):
    """Import a packet as it is."""
    return desk.imports.apply(desk.imports.plan(desk.imports.read(path)))


def make_exchange(desk, folder: Path):
    """Fill the register with packets sent and received, differences and requests; `folder` holds partners and files.

    One packet is left in it to be imported: `goi-tiep.xlsx`, and one that is for another office: `goi-noi-khac.xlsx`.
    """
    own = [task for task in desk.tasks.find() if not task.sample]
    tasks = own[:: max(1, len(own) // 9)][:9]
    desk.tasks.set_fields([task.id for task in tasks], {**FIRST, "note": NOTE})
    grants = [make_edit(tasks[place].id, {EXECUTORS: desk.office}) for place in EXECUTED]
    edit_log.append(desk.writer, [make_delta(desk.office, grants)], kind="edit", label="Giao việc", at=now())
    sent = parse_query(f'note:"{NOTE}"')
    partners = {}
    for code, name in NAMES.items():
        partner = partners[code] = Desk.create(folder / f"{code}.db", code, name)
        path = folder / f"giao-viec-{code[3:].lower()}.xlsx"
        desk.exports.export(path, sent, to=code, to_name=name)
        take(partner, path)
    for place, values in OURS:
        desk.tasks.set_fields((tasks[place].id,), values)
    for code, written in ANSWERS.items():
        answer(desk, partners[code], code, [(tasks[place].id, values) for place, values in written], folder)
    science = partners[SCIENCE]
    science.tasks.set_fields((tasks[5].id,), {"percent": "90", "result_now": "Đã đánh giá, đang hoàn thiện báo cáo."})
    science.tasks.set_fields((tasks[8].id,), {"deadline_text": "Quý I/2026"})
    science.tasks.set_fields((tasks[0].id,), {"result_now": "Đã ban hành ngày 22/9/2025."})
    science.exports.export(folder / "goi-tiep.xlsx", to=desk.office)
    science.exports.export(folder / "goi-noi-khac.xlsx", to=HEALTH, to_name=NAMES[HEALTH])
    for partner in partners.values():
        partner.close()


def answer(desk, partner, code, written, folder):
    """What a partner writes, and the packet it sends; of Sở Nội vụ the first one is lost."""
    partner.set_option("author", "Chuyên viên")
    for row, values in written:
        partner.tasks.set_fields((row,), values)
    if code == HOME:
        partner.exports.export(folder / "mat.xlsx", to=desk.office)
    path = folder / f"{code[3:].lower()}-bao-cao.xlsx"
    partner.exports.export(path, to=desk.office)
    take(desk, path)
