"""Pictures of every screen, Vietnamese and English, light and dark, at 1366×768 and 1093×614, into out/screens/.

    python .ci/screens.py           all of them
    python .ci/screens.py --few     Vietnamese, light, 1366×768, the main screens: what `make run` leaves

No display is needed. To add a screen: a function `show_…` and its name in SCREENS.
"""

import argparse
import os
import shutil
import subprocess
import sys
import time
from datetime import date
from itertools import product
from pathlib import Path

from main_job import find_annex
from sample_annex import ANSWERS, write_annex
from sample_exchange import SCIENCE, make_exchange

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "out" / "screens"
WORK = OUT / "work"
TODAY = "2025-09-24"
SIZES = ((1366, 768), (1093, 614))
LANGUAGES, SCHEMES = ("vi", "en"), ("light", "dark")
SETTLE = 0.3  # seconds without a running job before a picture; some screens wait for the end of typing
LONGEST = 30.0
FEW = ("tasks", "board", "calendar", "import-preview", "print-list")

# every tenth task of the annex, in turn: what an office would have entered by the day of the pictures
ENTERED = (
    {"progress": "dang_thuc_hien", "percent": "65", "result_now": "Đã lấy ý kiến các cơ quan, đang tổng hợp."},
    {"progress": "hoan_thanh", "percent": "100", "done_date": "2025-06-20", "evidence": "QĐ 118/QĐ-UBND"},
    {"progress": "trinh_duyet", "percent": "95", "obstacles": "Chờ ý kiến thẩm định."},
    {"progress": "hoan_thanh", "percent": "100", "done_date": "2025-07-18"},
    {"progress": "dang_thuc_hien", "percent": "25", "officer": "Trần Thị Đào", "short_title": "Dữ liệu mở đợt đầu"},
    {"progress": "tam_dung", "note": "Tạm dừng theo ý kiến của lãnh đạo."},
)


def make_registers():
    """The register of the pictures, an empty one, and a workbook that answers the first."""
    from r57desk.services.desk import Desk

    desk = Desk.create(WORK / "register.db", "01")
    desk.register.load_samples()
    plan = desk.imports.plan(desk.imports.read(find_annex(WORK)))
    desk.imports.apply(plan)
    tasks = [task for task in desk.tasks.find() if not task.sample]
    for turn, task in enumerate(tasks[::3]):
        desk.tasks.set_fields((task.id,), ENTERED[turn % len(ENTERED)])
    make_exchange(desk, WORK)
    desk.close()
    Desk.create(WORK / "empty.db", "01").close()
    returned = os.environ.get("R57DESK_FIXTURES", "")
    answer = Path(returned) / "workbooks" / "nq03-phu-luc-2-tra-ve-1.xlsx"
    if answer.is_file():
        shutil.copy(answer, WORK / "tra-ve.xlsx")
    else:
        write_annex(WORK / "tra-ve.xlsx", ANSWERS)


class Stage:
    """One window in one language and look, and the pictures of it."""

    def __init__(self, language, scheme, size):
        self.language, self.scheme, self.size = language, scheme, size
        self.key = f"{language}-{scheme}-{size[0]}x{size[1]}"
        from pictures import describe_screen, pass_on
        from PySide6.QtCore import qInstallMessageHandler

        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={describe_screen(WORK, size, ROOT)}"

        from r57desk import app as composition

        os.environ["R57DESK_DATA"] = str(WORK / f"data-{self.key}")
        from r57desk.ui.window_memory import WindowMemory

        WindowMemory().set_look(scheme)
        qInstallMessageHandler(pass_on)
        self.app = composition.make_application(["r57desk"])
        self.composition = composition
        self.program = None
        self.shown = []  # dialogs and pages opened for a picture

    def open(self, name):
        """The window over a copy of one of the registers."""
        from r57desk.services.desk import Desk

        self.close()
        path = WORK / f"{self.key}-{name}"
        if (WORK / name).exists():
            shutil.copy(WORK / name, path)
            desk = Desk.open(path)
            desk.set_option("language", self.language)
            desk.close()
        else:
            from r57desk.ui.translation import install_language

            install_language(self.app, self.language)
        self.program = self.composition.Program(path)
        self.program.start()
        self.window = self.program.window
        self.window.resize(*self.size)
        self.settle()

    def keep(self, thing):
        """Show a dialog without waiting for it; it is closed after the picture."""
        self.shown.append(thing)
        thing.open() if hasattr(thing, "open") else thing.show()
        return thing

    def settle(self):
        """Let every event and every job come to its end."""
        end, quiet = time.monotonic() + LONGEST, 0.0
        while quiet < SETTLE and time.monotonic() < end:
            self.app.processEvents()
            busy = self.program is not None and self.program.jobs.busy()
            quiet = 0.0 if busy else quiet + 0.01
            time.sleep(0.01)

    def picture(self, name):
        """The window with everything that lies over it, as a PNG file."""
        from pictures import grab

        self.settle()
        grab(self.app, self.window).save(str(OUT / f"{name}-{self.key}.png"))

    def tidy(self):
        """Back to the plain window: nothing open over it, nothing filtered."""
        for thing in self.shown:
            thing.close()
        self.shown = []
        for widget in self.app.topLevelWidgets():
            if widget is not self.window and widget.isVisible():
                widget.close()
        if hasattr(self.window, "session"):
            self.window.close_page()
            self.window.shell.close_panel()
            self.window.shell.undo_bar.hide()
            self.window.session.clear_filters()
            self.window.show_view("tasks")
        self.settle()

    def close(self):
        if self.program is not None:
            self.program.window.close()
            self.program.close()
            self.program = self.window = None
            self.settle()

    def late_task(self):
        """A task past its date, so that the panel has something to say."""
        from r57desk.domain.query import parse_query

        tasks = self.window.session.desk.tasks
        found = tasks.find(parse_query("timeliness:qua_han progress:dang_thuc_hien"), date.fromisoformat(TODAY))
        return (found or tasks.find())[0].id


def show_tasks(stage):
    stage.window.session.open_task(stage.late_task())


def show_tasks_plain(stage):
    stage.window.show_view("tasks")


def show_tasks_compact(stage):
    stage.window.shell.set_compact(True)


def leave_tasks_compact(stage):
    stage.window.shell.set_compact(False)


def show_tasks_chosen(stage):
    stage.window.session.set_filter("timeliness", ("qua_han",))
    stage.settle()
    stage.window.shell.view().grid.selectAll()


def show_tasks_edit(stage):
    grid = stage.window.shell.view().grid
    grid.choose_row(4)
    grid.editing.open(grid.tasks.index(4, 1))


def leave_tasks_edit(stage):
    stage.window.shell.view().grid.editing.close()


def show_tasks_none(stage):
    stage.window.session.set_words("không có chữ này")


def show_orders(stage):
    stage.window.shell.view().open_orders()


def show_columns(stage):
    stage.window.shell.view().open_columns()


def show_filter(stage):
    stage.keep(stage.window.shell.filters.open_popup("lead"))


def show_as_of(stage):
    stage.window.shell.header.open_as_of()


def show_menu(stage):
    stage.window.open_menu()


def show_board(stage):
    stage.window.show_view("board")


def show_board_panel(stage):
    stage.window.show_view("board")
    stage.window.session.open_task(stage.late_task())


def show_calendar(stage):
    stage.window.show_view("calendar")


def show_calendar_week(stage):
    stage.window.show_view("calendar")
    stage.window.shell.view().set_mode("week")


def leave_calendar_week(stage):
    stage.window.show_view("calendar")
    stage.window.shell.view().set_mode("month")


def show_search(stage):
    stage.window.open_search()
    stage.window._palette.input.setText("dữ liệu")


def leave_search(stage):
    stage.window._palette.close_palette()


def show_import_start(stage):
    stage.window.open_import()


def show_import_preview(stage):
    stage.window.open_import(WORK / "tra-ve.xlsx")


def show_import_done(stage):
    page = stage.window.open_import(WORK / "tra-ve.xlsx")
    stage.settle()
    page.apply()


def show_import_packet(stage):
    stage.window.open_import(WORK / "goi-tiep.xlsx")


def show_import_again(stage):
    stage.window.open_import(WORK / "skhcn-bao-cao.xlsx")


def show_import_other(stage):
    stage.window.open_import(WORK / "goi-noi-khac.xlsx")


def show_import_packet_done(stage):
    show_import_packet(stage)
    stage.settle()
    stage.window._page.apply()


def leave_import_done(stage):
    stage.window.close_page()
    stage.window.session.undo()


def show_exchange(stage):
    stage.window.show_view("exchange")


def show_exchange_none(stage):
    stage.window.show_view("exchange")


def show_packet(stage):
    stage.window.show_view("exchange")
    view = stage.window.shell.view()
    view.open_packet(next(line.key for line in view.packets.lines.lines if line.key.startswith("sent:")))


def show_received(stage):
    stage.window.show_view("exchange")
    view = stage.window.shell.view()
    view.open_packet(next(line.key for line in view.packets.lines.lines if line.key.startswith("received:")))


def show_reminder(stage):
    stage.window.show_view("exchange")
    stage.window.shell.view().open_reminder()


def show_send(stage):
    stage.window.send_to(SCIENCE)


def show_send_search(stage):
    stage.window.send_to("")
    stage.settle()
    dialog = next(one for one in stage.app.topLevelWidgets() if hasattr(one, "addressee") and one.isVisible())
    dialog.addressee.search.field.setText("so xay dung")
    dialog.addressee.search.search()


def show_conflicts(stage):
    stage.window.show_view("exchange")
    stage.window.shell.view().open_review("differences")


def show_requests(stage):
    stage.window.show_view("exchange")
    stage.window.shell.view().open_review("requests")
    stage.settle()
    stage.window._page.list.choose_all("requests")


def show_refusal(stage):
    from r57desk.ui.text_dialog import TextDialog

    show_requests(stage)
    stage.settle()
    page = stage.window._page
    stage.keep(TextDialog(page.tr("Không chấp thuận đề nghị"), page.tr("Lý do, gửi cùng câu trả lời cho nơi đề nghị:"),
                          page.tr("Không chấp thuận %n đề nghị", "", 3), lambda text: "" if text else page.tr("Còn thiếu lý do."),
                          parent=page))  # fmt: skip


def show_decided(stage):
    show_conflicts(stage)
    stage.settle()
    stage.window._page.pane.first_button().click()
    stage.settle()
    stage.window._page.list.choose_section("decided")


def leave_decided(stage):
    stage.window.close_page()
    stage.window.session.undo()


def show_print_list(stage):
    stage.window.open_print()


def show_print_task(stage):
    stage.window.print_task(stage.late_task())


def show_export(stage):
    stage.window.choose_export()


def show_new_task(stage):
    from r57desk.ui.new_task_dialog import NewTaskDialog

    stage.keep(NewTaskDialog(stage.window.session, stage.window))


def show_settings(stage):
    stage.window.open_settings()


def show_settings_end(stage):
    stage.window.open_settings()
    stage.settle()
    stage.window._settings.scroll_to(100_000)


def show_keys(stage):
    from r57desk.ui.keys_dialog import KeysDialog

    stage.keep(KeysDialog(stage.window))


def show_restore(stage):
    from r57desk.ui.restore_dialog import RestoreDialog

    stage.keep(RestoreDialog(stage.window.session.desk.path, parent=stage.window))


def show_problem(stage):
    from r57desk.errors import DeskError
    from r57desk.ui.messages import ErrorDialog

    error = DeskError("file_missing", file="phu-luc.xlsx")
    stage.keep(ErrorDialog("r57desk", error, stage.window))


def show_crash(stage):
    from r57desk.ui.crash import CrashDialog

    stage.keep(CrashDialog(ValueError("a fault made for the picture"), WORK))


def show_first_start(stage):
    """Shown as it is."""


def show_first_start_search(stage):
    stage.window.search.field.setText("so xay dung")
    stage.window.search.field.textEdited.emit("so xay dung")
    stage.window.search.search()


def leave_first_start_search(stage):
    stage.window.search.field.clear()
    stage.window.search.search()


def show_first_start_own(stage):
    stage.window.search.field.setText("Trung tâm Chuyển đổi số")
    stage.window.search.own_name_asked.emit("Trung tâm Chuyển đổi số")
    stage.window.own.code.setText("không phải mã")
    stage.window.own.changed.emit()


def show_first_start_second(stage):
    stage.window._on_next_clicked()


def leave_first_start_second(stage):
    stage.window._on_back_clicked()


def show_empty(stage):
    """Shown as it is."""


# register, screens over it: name, how to get there, how to leave when closing is not enough
SCREENS = {
    "register.db": (
        ("tasks", show_tasks, None),
        ("tasks-plain", show_tasks_plain, None),
        ("tasks-compact", show_tasks_compact, leave_tasks_compact),
        ("tasks-chosen", show_tasks_chosen, None),
        ("tasks-edit", show_tasks_edit, leave_tasks_edit),
        ("tasks-none", show_tasks_none, None),
        ("orders", show_orders, None),
        ("columns", show_columns, None),
        ("filter", show_filter, None),
        ("as-of", show_as_of, None),
        ("menu", show_menu, None),
        ("board", show_board, None),
        ("board-panel", show_board_panel, None),
        ("calendar", show_calendar, None),
        ("calendar-week", show_calendar_week, leave_calendar_week),
        ("search", show_search, leave_search),
        ("import-start", show_import_start, None),
        ("import-preview", show_import_preview, None),
        ("import-done", show_import_done, leave_import_done),
        ("import-packet", show_import_packet, None),
        ("import-again", show_import_again, None),
        ("import-other", show_import_other, None),
        ("import-packet-done", show_import_packet_done, leave_import_done),
        ("exchange", show_exchange, None),
        ("packet", show_packet, None),
        ("received", show_received, None),
        ("reminder", show_reminder, None),
        ("send", show_send, None),
        ("send-search", show_send_search, None),
        ("conflicts", show_conflicts, None),
        ("requests", show_requests, None),
        ("refusal", show_refusal, None),
        ("decided", show_decided, leave_decided),
        ("print-list", show_print_list, None),
        ("print-task", show_print_task, None),
        ("export", show_export, None),
        ("new-task", show_new_task, None),
        ("settings", show_settings, None),
        ("settings-end", show_settings_end, None),
        ("keys", show_keys, None),
        ("restore", show_restore, None),
        ("problem", show_problem, None),
        ("crash", show_crash, None),
    ),
    "empty.db": (("empty", show_empty, None), ("exchange-none", show_exchange_none, None)),
    "new.db": (
        ("first-start", show_first_start, None),
        ("first-start-search", show_first_start_search, leave_first_start_search),
        ("first-start-own", show_first_start_own, None),
        ("first-start-second", show_first_start_second, leave_first_start_second),
    ),
}


def take_pictures(language, scheme, size, names):
    """Every screen in one language, look and size; returns how many pictures were made."""
    stage, made = Stage(language, scheme, size), 0
    for register, screens in SCREENS.items():
        if not any(name in names for name, _, _ in screens):
            continue
        stage.open(register)
        for name, show, leave in screens:
            if name in names:
                show(stage)
                stage.picture(name)
                made += 1
                if leave:
                    leave(stage)
                stage.tidy()
    stage.close()
    return made


def start(*arguments):
    return subprocess.Popen([sys.executable, __file__, *arguments], cwd=ROOT)


def main():
    options = argparse.ArgumentParser(description="Take pictures of every screen.")
    options.add_argument("--few", action="store_true", help="the main screens in Vietnamese, light, 1366×768")
    options.add_argument("--one", nargs=3, metavar=("LANGUAGE", "SCHEME", "SIZE"), help=argparse.SUPPRESS)
    options.add_argument("--only", default="", help="screens whose name holds this text")
    asked = options.parse_args()
    os.chdir(ROOT)
    names = [name for screens in SCREENS.values() for name, _, _ in screens if asked.only in name]
    if asked.one:
        language, scheme, size = asked.one
        made = take_pictures(language, scheme, SIZES[int(size)], names)
        print(f"  {made} pictures: {language}, {scheme}, {SIZES[int(size)][0]} wide", flush=True)
        return 0
    os.environ |= {"QT_QPA_PLATFORM": "offscreen", "R57DESK_TODAY": TODAY, "R57DESK_DATA": str(WORK / "data")}
    shutil.rmtree(OUT, ignore_errors=True)
    WORK.mkdir(parents=True)
    make_registers()
    if asked.few:
        take_pictures("vi", "light", SIZES[0], [name for name in names if name in FEW])
    else:
        only = ("--only", asked.only) if asked.only else ()
        for language, scheme in product(LANGUAGES, SCHEMES):  # two processes at a time
            running = [start("--one", language, scheme, str(size), *only) for size in range(len(SIZES))]
            codes = [process.wait() for process in running]
            if any(codes):
                return 1
    print(f"{len(list(OUT.glob('*.png')))} pictures of the screens in {OUT.relative_to(ROOT)}/")
    shutil.rmtree(WORK)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
