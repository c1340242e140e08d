"""What the command line says, in Vietnamese and in English."""

from __future__ import annotations

from r57desk.errors import Language

TEXTS: dict[str, tuple[str, str]] = {
    "made": ("Đã lập sổ của {office}: {path}", "Register of {office} made: {path}"),
    "set": ("Đã ghi nhiệm vụ {task}: {fields}.", "Task {task} saved: {fields}."),
    "unchanged": ("Nhiệm vụ {task} không đổi.", "Task {task} is unchanged."),
    "requested": (
        "Cơ quan khác giữ các mục: {fields}. Chưa đổi; đã ghi thành đề nghị, chờ trả lời.",
        "Another office owns: {fields}. Not changed; kept as a request, waiting for an answer.",
    ),
    "waiting": (
        "Đã đề nghị đúng như vậy trước đó, đang chờ trả lời: {fields}. Không ghi thêm.",
        "The very same was asked for before and waits for an answer: {fields}. Nothing was added.",
    ),
    "deleted": (
        "Đã xoá nhiệm vụ {task}; hoàn tác bằng: r57desk undo",
        "Task {task} deleted; r57desk undo restores it",
    ),
    "requested_deletion": (
        "Nhiệm vụ {task} do cơ quan khác giao. Đã ghi thành đề nghị xoá, chờ trả lời.",
        "Task {task} was assigned by another office. The deletion is kept as a request.",
    ),
    "waiting_deletion": (
        "Đã đề nghị xoá nhiệm vụ {task} trước đó, đang chờ trả lời. Không ghi thêm.",
        "The deletion of task {task} was asked for before and waits for an answer. Nothing was added.",
    ),
    "undone": ("Đã hoàn tác: {label} ({rows} nhiệm vụ).", "Undone: {label} ({rows} tasks)."),
    "redone": ("Đã làm lại: {label} ({rows} nhiệm vụ).", "Redone: {label} ({rows} tasks)."),
    "exported": ("Đã xuất {rows} nhiệm vụ ra {path}", "{rows} tasks exported to {path}"),
    "printed": ("Đã in {pages} trang ra {path}", "{pages} pages printed to {path}"),
    "refused": ("{file}: từ chối", "{file}: refused"),
    "imported": (
        "{file} · trang “{sheet}”: {rows} dòng; mới {added}, thay đổi {changed}, không đổi {unchanged}, "
        "đề nghị {requests}, khác nhau {conflicts}, cần xem lại {quarantined}{number}",
        "{file} · sheet “{sheet}”: {rows} rows; new {added}, changed {changed}, unchanged {unchanged}, "
        "requests {requests}, differing {conflicts}, to review {quarantined}{number}",
    ),
    "conflict": (
        "  {sheet}!{cell}  {field}: khác nhau, giữ cả hai: trong sổ “{old}”, trong tệp “{new}”",
        "  {sheet}!{cell}  {field}: differs, both kept: register “{old}”, file “{new}”",
    ),
    "request": (
        "  {sheet}!{cell}  {field}: đề nghị, chờ trả lời: trong sổ “{old}”, trong tệp “{new}”",
        "  {sheet}!{cell}  {field}: a request, waiting: register “{old}”, file “{new}”",
    ),
    "kept_assigner": (
        "{count} nhiệm vụ đã có trong sổ do {assigners} giao: --from {office} không đổi cơ quan giao. Muốn đổi: "
        "hoàn tác lần nhập trước (r57desk undo SỐ) rồi nhập lại.",
        "{count} tasks are in the register already, assigned by {assigners}: --from {office} does not change that. "
        "To change it, undo the earlier import (r57desk undo NUMBER) and import again.",
    ),
    "remembered": (
        "Ghép cột như lần trước: {columns}. Ghép khác: --map; đọc lại từ đầu: --forget-map.",
        "Columns matched as before: {columns}. Match otherwise with --map, or anew with --forget-map.",
    ),
    "legacy": (
        "Phông cũ {fonts}: đã chuyển {cells} ô sang Unicode, như {cell}: “{old}” → “{new}”. Để nguyên: --as-is.",
        "Old fonts {fonts}: {cells} cells were read as Unicode, such as {cell}: “{old}” → “{new}”. To leave them: --as-is.",
    ),
    "legacy_kept": (
        "Phông cũ {fonts}: {cells} ô để nguyên như trong tệp.",
        "Old fonts {fonts}: {cells} cells were left as they stand in the file.",
    ),
    "left_out": ("không lấy", "left out"),
    "import_number": (" · lần nhập số {id}", " · import no. {id}"),
    "preview": (" · xem trước, chưa ghi", " · preview, nothing written"),
    "differing": ("[khác nhau: {fields}]", "[differing: {fields}]"),
    "asked": ("[đề nghị: {fields}]", "[requested: {fields}]"),
    "listed": ("{count} nhiệm vụ, tính đến {as_of}", "{count} tasks, as of {as_of}"),
    "empty": ("(trống)", "(empty)"),
    "sound": (
        "Sổ nguyên vẹn: {tasks} nhiệm vụ, {deltas} lần ghi.",
        "The register is sound: {tasks} tasks, {deltas} writes.",
    ),
    "damaged": ("Sổ bị hỏng: {problems}", "The register is damaged: {problems}"),
    "backups": ("Bản sao lưu: {count}, mới nhất {newest}", "Backups: {count}, newest {newest}"),
    "no_backup": ("chưa có", "none yet"),
    "backup_due": ("Hôm nay chưa sao lưu.", "No backup was made today."),
    "kept_row": ("  giữ lại, đã sửa sau lần nhập: {task}", "  kept, as it was changed since: {task}"),
    "hidden_row": (
        "  đi theo lần nhập, phần đã sửa sau đó vẫn được giữ: {task}",
        "  gone with the import, what was changed since is kept: {task}",
    ),
    "sent_on": (
        "Nội dung này đã gửi tiếp cho: {offices}. Hoàn tác chỉ có hiệu lực ở sổ này.",
        "This was already sent on to: {offices}. The undo counts in this register only.",
    ),
    "packet_sent": (
        "Đã xuất {rows} nhiệm vụ ra {path}: {packet} gửi {office}, mã {id}",
        "{rows} tasks exported to {path}: {packet} to {office}, code {id}",
    ),
    "carried": (
        "  {count} nhiệm vụ mới hoặc thay đổi theo gói gửi kèm",
        "  {count} tasks are new or change with what the packet carries",
    ),
    "carried_conflict": (
        "  {task}  {field}: khác nhau, giữ cả hai: trong sổ “{old}”, {offices} “{new}”",
        "  {task}  {field}: differs, both kept: register “{old}”, {offices} “{new}”",
    ),
    "carried_request": (
        "  {task}  {field}: đề nghị, chờ trả lời: trong sổ “{old}”, {offices} “{new}”",
        "  {task}  {field}: a request, waiting: register “{old}”, {offices} “{new}”",
    ),
    "review": (
        "  {sheet}!{cell}  {field}: cần xem, chưa ghi: trong sổ “{old}”, trong tệp “{new}”",
        "  {sheet}!{cell}  {field}: to look at, not written: register “{old}”, file “{new}”",
    ),
    "review_row": (
        "  {sheet}!{cell}  nhiệm vụ cần xem, chưa ghi: “{new}”",
        "  {sheet}!{cell}  a task to look at, not written: “{new}”",
    ),
    "review_how": (
        "Chưa rõ tệp trả lời bản nào nên {count} mục chưa ghi. Ghi rõ bằng --packet MÃ-GÓI hoặc --base SỐ-LẦN-NHẬP.",
        "It is not known what the file answers, so {count} items were not written. Say it with --packet CODE "
        "or --base IMPORT-ID.",
    ),
    "realign": (
        "{count} dòng có vẻ bị sắp xếp lệch cột mã dòng nên chưa ghi. Ghép lại theo tên: thêm --realign.",
        "{count} rows seem to have been sorted away from their ids, and were not written. Add --realign to match them by title.",
    ),
    "returned": (
        "Tệp khác trả lời cùng gói này đã nhập trước: {files}. {count} ô khác nhau được giữ cả hai. "
        "Nếu tệp này thay tệp trước: thêm --replaces-earlier.",
        "Another answer to this packet came before: {files}. {count} cells differ, both are kept. "
        "Add --replaces-earlier if this file replaces it.",
    ),
    "withdrawn": (
        "  {task}  {field}: có thể đã rút lại “{value}”; giữ nguyên",
        "  {task}  {field}: “{value}” may have been withdrawn; kept",
    ),
    "suggestion": (
        "  dòng {line} “{title}” chưa rõ là nhiệm vụ nào; gần giống: {task}",
        "  row {line} “{title}” is in no known row; it is like: {task}",
    ),
    "not_in_file": (
        "{count} nhiệm vụ không có trong tệp; vẫn giữ trong sổ.",
        "{count} tasks are not in the file; they stay in the register.",
    ),
    "imported_before": (
        "Tệp này đã nhập ngày {day} (lần nhập số {id}); không có gì mới.",
        "This file was imported on {day} (import no. {id}); nothing in it is new.",
    ),
    "answered_before": (
        "Gói này đã có tệp trả lời nhập ngày {day} (lần nhập số {id}); tệp này không có gì mới.",
        "An answer to this packet was imported on {day} (import no. {id}); nothing in this file is new.",
    ),
    "packet_before": ("Gói này đã nhận ngày {day}.", "This packet was received on {day}."),
    "older_packet": (
        "Gói này cũ hơn {packet} đã nhận ngày {day}; nội dung mới hơn được giữ nguyên.",
        "This packet is older than {packet}, received on {day}; newer content stays.",
    ),
    "after_gap": (
        "Thiếu gói trước đó của nơi gửi: nội dung đã nhận đủ, chưa báo nhận.",
        "An earlier packet of the sender is missing: all of this was taken in, but is not acknowledged yet.",
    ),
    "difference": ("{id}  {stt} {title} · {field}", "{id}  {stt} {title} · {field}"),
    "base": ("    gốc: “{value}”{source}", "    base: “{value}”{source}"),
    "side": ("  {mark} {office}: “{value}”  {about}", "  {mark} {office}: “{value}”  {about}"),
    "exists_kept": ("giữ nhiệm vụ", "keep the task"),
    "exists_deleted": ("xoá nhiệm vụ", "delete the task"),
    "differences": (
        "{count} chỗ khác nhau. Chọn bằng: r57desk resolve MÃ --keep mine|theirs hoặc --value GIÁ-TRỊ",
        "{count} differences. Decide with: r57desk resolve ID --keep mine|theirs or --value TEXT",
    ),
    "no_differences": ("Không có chỗ nào khác nhau.", "Nothing differs."),
    "decided": (
        "{id}: đã chọn “{value}”. Đổi lại bằng cách chọn lần nữa.",
        "{id}: “{value}” was chosen. Choose again to change that.",
    ),
    "decision_requested": (
        "{id}: mục này do cơ quan khác giữ. Đã ghi “{value}” thành đề nghị, chờ trả lời.",
        "{id}: another office owns this. “{value}” was kept as a request, waiting for an answer.",
    ),
    "decision_waiting": (
        "{id}: đã đề nghị “{value}” trước đó, đang chờ trả lời.",
        "{id}: “{value}” was asked for before and waits for an answer.",
    ),
    "asked_for": (
        "{id}  {stt} {title} · {field}: “{now}” → “{value}”  {office}{about}",
        "{id}  {stt} {title} · {field}: “{now}” → “{value}”  {office}{about}",
    ),
    "for_us": ("  [chờ cơ quan mình trả lời]", "  [for us to answer]"),
    "by_us": ("  [cơ quan mình đề nghị]", "  [asked by us]"),
    "granted": ("  [đã chấp thuận]", "  [granted]"),
    "not_granted": ("  [không chấp thuận: {reason}]", "  [refused: {reason}]"),
    "requests": ("{count} đề nghị.", "{count} requests."),
    "accepted": ("Đã chấp thuận đề nghị ({label}).", "Request granted ({label})."),
    "rejected": (
        "Đã trả lời không chấp thuận ({label}). Lý do được gửi kèm gói tiếp theo.",
        "Request refused ({label}). The reason goes with the next packet.",
    ),
    "receipt": (
        "Đã ghi phiếu báo nhận ra {path}: {packet} gửi {office}, {lines} dòng",
        "Receipt written to {path}: {packet} to {office}, {lines} lines",
    ),
    "errors": (
        "Đã ghi danh sách cần xem lại ra {path}: {aside} ô chưa nhận, {doubtful} ô đã nhận cần xem",
        "List written to {path}: {aside} cells not taken in, {doubtful} worth a look",
    ),
    "partner": (
        "{code}  {name}: gửi đến số {sent}, nhận đến số {received}{about}",
        "{code}  {name}: sent up to no. {sent}, received up to no. {received}{about}",
    ),
    "gaps": ("; thiếu gói số {numbers}", "; missing packet no. {numbers}"),
    "unanswered": ("; chờ trả lời {count} gói", "; {count} packets unanswered"),
    "packet_line": (
        "{at}  {way} {number:02}  {office}  {file}  {state}  {id}",
        "{at}  {way} {number:02}  {office}  {file}  {state}  {id}",
    ),
    "way_sent": ("gửi ", "sent"),
    "way_received": ("nhận", "received"),
    "acknowledged": ("đã trả lời", "answered"),
    "packet_waiting": ("chờ trả lời", "unanswered"),
    "unfinished": ("chưa ghi xong tệp", "file never finished"),
    "complete": ("đã nhận", "received"),
    "packet_after_gap": ("đã nhận, thiếu gói trước", "received, an earlier one is missing"),
    "packet_undone": ("đã hoàn tác", "undone"),
    "no_packets": ("Chưa gửi hay nhận gói nào.", "No packet was sent or received yet."),
}


def say(key: str, language: Language, **details: object) -> str:
    """One line for the user."""
    return TEXTS[key][0 if language == "vi" else 1].format(**details)
