"""What happens to work done on a laptop away from the office: 41 stories that data collection offline has met.

ODK Central tests as many (`test/integration/api/offline-entities.js` of getodk/central-backend); each is told here in
the words of this program. A phone's submission is a delta, the server is the computer at the desk, an entity is a
task. There the order of arrival decides, so what comes early is held back; here nothing is held back: an edit names
what its author saw, and takes its place when the rest arrives. A story with no meaning here says which is nearest.

After each story everybody gets everything, and all must show the same and have lost nothing.
"""

from __future__ import annotations

import dataclasses
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from r57desk.errors import DeskError
from r57desk.merge.delta import make_delta, make_edit
from r57desk.merge.model import EXISTS, Delta
from r57desk.store import changes, edit_log, history, projection, undo
from tests.flows.sites import NOW, Site, exchange

# The task everybody knows, R; and what the laptop makes of a new one, N. The result is empty in R.
KNOWN = {"title": "Rà soát thủ tục", "lead": "Sở Tư pháp", "percent": "22"}
NEW = {"title": "Tập huấn", "lead": "Sở Nội vụ", "percent": "20", "result_now": "mới"}


class Sites:
    """The computers of a story. `desk` and `laptop` are of one office and know R; others come when first named."""

    def __init__(self, template: Path, folder: Path) -> None:
        self._template, self._folder = template, folder
        self.all: list[Site] = []
        self.desk, self.laptop = self.open("01", "Lan"), self.open("01", "Minh")
        self.laptop.take_in(self.desk.make("R", **KNOWN))

    def open(self, office: str, author: str = "") -> Site:
        path = self._folder / f"{len(self.all)}.db"
        shutil.copyfile(self._template, path)
        self.all.append(Site(path, office, author))
        return self.all[-1]

    def branch(self, row: str, *results: str) -> list[Delta]:
        """The laptop writes these results one upon the other."""
        return [self.laptop.write(row, result_now=text) for text in results]


Story = Callable[[Sites], None]
STORIES: dict[int, tuple[str, Story]] = {}


def story(number: int, name: str) -> Callable[[Story], Story]:
    """Enter a story into the table."""

    def enter(tell: Story) -> Story:
        assert number not in STORIES
        STORIES[number] = (name, tell)
        return tell

    return enter


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "so.db"
    site = Site(path, "01")
    site.db.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    site.db.close()
    return path


@pytest.fixture
def sites(template: Path, tmp_path: Path) -> Iterator[Sites]:
    made = Sites(template, tmp_path)
    yield made
    for site in made.all:
        site.db.close()


# -- what an edit tells of where it came from ------------------------------------------------------


@story(1, "a task made away comes as it was written, and stands on nothing")
def _(sites: Sites) -> None:
    made = sites.laptop.make("N", **NEW)
    sites.desk.take_in(made)
    sites.desk.shows("N", **NEW)
    (edit,) = made.edits
    assert edit.creates
    assert not edit.supersedes


@story(2, "an update names what its author saw")
def _(sites: Sites) -> None:
    seen = sites.laptop.state("R").live("percent")
    update = sites.laptop.write("R", percent="40")
    sites.desk.take_in(update)
    assert update.edits[0].supersedes == {"percent": seen}
    sites.desk.shows("R", **KNOWN | {"percent": "40"})


@story(3, "an update that names nothing because the cell was empty is an ordinary one")
def _(sites: Sites) -> None:
    update = sites.laptop.write("R", result_now="đã đến")
    sites.desk.take_in(update)
    assert not update.edits[0].supersedes
    sites.desk.shows("R", **KNOWN, result_now="đã đến")


@story(4, "an update damaged on the way is refused with a reason, and the sound copy is taken later")
def _(sites: Sites) -> None:
    """There: half of the facts about the branch are missing. Nearest here: the content is not what its id says."""
    update = sites.laptop.write("R", result_now="đã đến")
    before = sites.desk.dump()
    with pytest.raises(DeskError) as refused:
        sites.desk.take_in(dataclasses.replace(update, office="02"))
    assert refused.value.code == "delta_damaged"
    assert sites.desk.dump() == before
    sites.desk.take_in(update)
    sites.desk.shows("R", **KNOWN, result_now="đã đến")


# -- in order ----------------------------------------------------------------------------------------


@story(5, "two updates in order")
def _(sites: Sites) -> None:
    sites.desk.take_in(*sites.branch("R", "đã đến", "đã đi"))
    sites.desk.shows("R", **KNOWN, result_now="đã đi")


@story(6, "two updates in order, after the desk wrote another cell")
def _(sites: Sites) -> None:
    sites.desk.write("R", title="Rà soát thủ tục (lần 2)")
    sites.desk.take_in(*sites.branch("R", "đã đến", "đã đi"))
    sites.desk.shows("R", **KNOWN | {"title": "Rà soát thủ tục (lần 2)"}, result_now="đã đi")


@story(7, "two updates in order, the desk writing another cell before and between them")
def _(sites: Sites) -> None:
    sites.desk.write("R", title="Lần 2")
    first, second = sites.branch("R", "đã đến", "đã đi")
    sites.desk.take_in(first)
    sites.desk.write("R", title="Lần 3")
    sites.desk.take_in(second)
    sites.desk.shows("R", **KNOWN | {"title": "Lần 3"}, result_now="đã đi")


@story(8, "a task made away and then updated")
def _(sites: Sites) -> None:
    made = sites.laptop.make("N", **NEW)
    sites.desk.take_in(made, *sites.branch("N", "đã ghi nhận"))
    sites.desk.shows("N", **NEW | {"result_now": "đã ghi nhận"})


@story(9, "a task made away and updated twice, the desk writing another cell in between each time")
def _(sites: Sites) -> None:
    made = sites.laptop.make("N", **NEW)
    first, second = sites.branch("N", "đã đến", "xong")
    sites.desk.take_in(made)
    sites.desk.write("N", percent="30")
    sites.desk.take_in(first)
    sites.desk.write("N", percent="40")
    sites.desk.take_in(second)
    sites.desk.shows("N", **NEW | {"percent": "40", "result_now": "xong"})


# -- out of order --------------------------------------------------------------------------------------


@story(10, "an update comes without the one before it")
def _(sites: Sites) -> None:
    """There it is held back. Here it is shown at once: it says nothing that anybody contradicts."""
    _, second = sites.branch("R", "đã đến", "đã đi")
    sites.desk.take_in(second)
    sites.desk.shows("R", **KNOWN, result_now="đã đi")


@story(11, "the first and the third update come, the second does not")
def _(sites: Sites) -> None:
    """What the third stood on is not here, so both are shown until it is: nobody guesses, nothing is hidden."""
    first, second, third = sites.branch("R", "đã đến", "đang làm", "đã đi")
    sites.desk.take_in(first, third)
    sites.desk.differs("R", result_now={"đã đến", "đã đi"})
    sites.desk.take_in(second)
    sites.desk.shows("R", **KNOWN, result_now="đã đi")


@story(12, "an update stands on work that nobody here has")
def _(sites: Sites) -> None:
    """There it is an error and never applied. Here a third computer did that work; it may come later, or never."""
    third = sites.open("01")
    third.take_in(*sites.desk.log())
    unseen = third.write("R", result_now="chưa ai thấy")
    sites.laptop.take_in(unseen)
    sites.desk.take_in(*sites.branch("R", "lạ"))
    sites.desk.shows("R", **KNOWN, result_now="lạ")
    sites.desk.take_in(unseen)
    sites.desk.shows("R", **KNOWN, result_now="lạ")


@story(13, "three updates come as first, third, second")
def _(sites: Sites) -> None:
    first, second, third = sites.branch("R", "đã đến", "đang làm", "đã đi")
    sites.desk.take_in(first, third, second)
    sites.desk.shows("R", **KNOWN, result_now="đã đi")


@story(14, "an update comes before the task was made")
def _(sites: Sites) -> None:
    made = sites.laptop.make("N", **NEW)
    (update,) = sites.branch("N", "đã ghi nhận")
    sites.desk.take_in(update)
    sites.desk.lacks("N")
    sites.desk.take_in(made)
    sites.desk.shows("N", **NEW | {"result_now": "đã ghi nhận"})


@story(15, "a task and its two updates come backwards")
def _(sites: Sites) -> None:
    made = sites.laptop.make("N", **NEW)
    first, second = sites.branch("N", "đã ghi nhận", "đang làm")
    for early in (second, first):
        sites.desk.take_in(early)
        sites.desk.lacks("N")
    sites.desk.take_in(made)
    sites.desk.shows("N", **NEW | {"result_now": "đang làm"})


def arrivals(site: Site) -> list[str]:
    """What came in after the known task, oldest first."""
    return [change.label for change in reversed(changes.find_changes(site.db))][1:]


def told(site: Site, row: str, code: str) -> list[tuple[str, str | None]]:
    """The history of a cell: who wrote what, oldest edit first."""
    entries = history.find_history(site.db, row)
    return [(entry.author, entry.edit.fields[code]) for entry in entries if code in entry.edit.fields]


@story(16, "what was done is told of an update that came too early")
def _(sites: Sites) -> None:
    first, second = sites.branch("R", "đã đến", "đang làm")
    sites.desk.take_in(second)
    assert arrivals(sites.desk) == ["của 01"]
    assert ("Minh", "đang làm") in told(sites.desk, "R", "result_now")
    sites.desk.take_in(first)
    assert arrivals(sites.desk) == ["của 01", "của 01"]
    assert set(told(sites.desk, "R", "result_now")) == {("Minh", "đã đến"), ("Minh", "đang làm")}


@story(17, "what was done is told of an update that came before its task, and of the task")
def _(sites: Sites) -> None:
    made = sites.laptop.make("N", **NEW)
    (update,) = sites.branch("N", "đã ghi nhận")
    sites.desk.take_in(update, made)
    assert arrivals(sites.desk) == ["của 01", "của 01"]
    assert set(told(sites.desk, "N", "result_now")) == {("Minh", "mới"), ("Minh", "đã ghi nhận")}


@story(18, "whoever wrote an update is its author, however late it takes its place")
def _(sites: Sites) -> None:
    first, second = sites.branch("R", "đã đến", "đang làm")
    sites.desk.take_in(second, first)
    assert {author for author, _ in told(sites.desk, "R", "result_now")} == {"Minh"}
    sites.desk.shows("R", **KNOWN, result_now="đang làm")


# -- what needs somebody's word first -------------------------------------------------------------------


@story(19, "an update is not taken twice, whatever sets the register working again")
def _(sites: Sites) -> None:
    """There a setting is changed to have all looked at again. Nearest here: the same again, and all tables anew."""
    first, second = sites.branch("R", "đang đợi", "đã đến")
    sites.desk.take_in(second)
    before = (sites.desk.dump(), len(sites.desk.log()))
    assert [done.change for done in sites.desk.take_in(second, second)] == [None, None]
    projection.rebuild(sites.desk.db)
    assert (sites.desk.dump(), len(sites.desk.log())) == before
    sites.desk.take_in(first)
    sites.desk.shows("R", **KNOWN, result_now="đã đến")


@story(20, "what stands on a request waits with it, and counts when it is accepted")
def _(sites: Sites) -> None:
    """There a new entity waits for approval. Here nobody approves a task; what waits is a change one may not make."""
    partner = sites.open("01.STP")
    partner.take_in(*sites.desk.log(), sites.desk.grant("R", "01.STP"))
    first = partner.write("R", title="Xin đổi tên")
    second = partner.write("R", title="Xin đổi tên hẳn")
    sites.desk.take_in(second)
    assert [request.value for request in sites.desk.state("R").requests] == ["Xin đổi tên hẳn"]
    assert sites.desk.state("R").values["title"] == KNOWN["title"]
    sites.desk.take_in(first)
    (request,) = sites.desk.state("R").requests
    assert request.value == "Xin đổi tên hẳn"
    partner.take_in(sites.desk.accept("R", request))
    for site in (sites.desk, partner):
        site.shows("R", **KNOWN | {"title": "Xin đổi tên hẳn"})


@story(21, "an update of a task that never came makes no task, and no error")
def _(sites: Sites) -> None:
    lost = sites.open("01")
    made = lost.make("N", **NEW)
    update = lost.write("N", result_now="đã ghi nhận")
    sites.desk.take_in(update)
    sites.desk.lacks("N")
    assert [request.value for request in sites.desk.state("N").requests] == ["đã ghi nhận"]
    projection.rebuild(sites.desk.db)
    sites.desk.lacks("N")
    assert made not in sites.desk.log()


# -- what is missing for good -----------------------------------------------------------------------------


@story(22, "the update before this one never comes")
def _(sites: Sites) -> None:
    _, second = sites.branch("R", "bị mất", "đã đến")
    sites.desk.take_in(second)
    sites.desk.shows("R", **KNOWN, result_now="đã đến")
    sites.all.remove(sites.laptop)  # and with it the first
    sites.laptop.db.close()


@story(23, "two updates come, the one before them never does")
def _(sites: Sites) -> None:
    _, second, third = sites.branch("R", "bị mất", "đã đến", "đã đi")
    for order in ((second, third), (third, second)):
        reader = sites.open("01")
        reader.take_in(*sites.desk.log(), *order)
        reader.shows("R", **KNOWN, result_now="đã đi")


@story(24, "updates of two tasks that were never made here")
def _(sites: Sites) -> None:
    """There each becomes a task without a title. Here a task nobody made is not invented; its updates are kept."""
    made = [sites.laptop.make(row, **NEW) for row in ("N", "M")]
    updates = [sites.laptop.write("N", result_now="đã đến"), sites.laptop.write("M", percent="30")]
    sites.desk.take_in(*updates)
    for row in ("N", "M"):
        sites.desk.lacks(row)
        assert len(sites.desk.state(row).requests) == 1
    sites.desk.take_in(*made)
    sites.desk.shows("N", **NEW | {"result_now": "đã đến"})
    sites.desk.shows("M", **NEW | {"percent": "30"})


@story(25, "updates of a task never made here, and one much later with many missing before it")
def _(sites: Sites) -> None:
    made = sites.laptop.make("N", **NEW)
    first, second, *missing, last = sites.branch("N", *(f"lần {number}" for number in range(1, 11)))
    sites.desk.take_in(first, second, last)
    sites.desk.lacks("N")
    sites.desk.take_in(made)
    sites.desk.differs("N", result_now={"lần 2", "lần 10"})
    sites.desk.take_in(*reversed(missing))
    sites.desk.shows("N", **NEW | {"result_now": "lần 10"})


@story(26, "the task comes long after its update: no difference, the update stood on it")
def _(sites: Sites) -> None:
    """There the late creation overwrites the update and is called a conflict."""
    made = sites.laptop.make("N", **NEW)
    (update,) = sites.branch("N", "đã ghi nhận")
    sites.desk.take_in(update)
    sites.desk.take_in(made)
    sites.desk.shows("N", **NEW | {"result_now": "đã ghi nhận"})


@story(27, "a late creation that lacks a title does no harm to what stands on it")
def _(sites: Sites) -> None:
    """There it is an error. Here only the window and the command line ask for a title; a delta is what it is."""
    made = sites.laptop.make("N", lead="Sở Nội vụ")
    (update,) = sites.branch("N", "đã ghi nhận")
    sites.desk.take_in(update, made)
    sites.desk.shows("N", lead="Sở Nội vụ", result_now="đã ghi nhận")


@story(28, "how long ago an update was written decides nothing")
def _(sites: Sites) -> None:
    """There what was held back for a week is forced. Here clocks may be decades wrong and all comes out the same."""
    ages = ("1995-01-01T00:00:00", "2055-01-01T00:00:00", "2025-09-20T08:00:00")
    first, second, third = (sites.laptop.write("R", at=at, result_now=f"lúc {at}") for at in ages)
    sites.desk.take_in(third)
    sites.desk.shows("R", **KNOWN, result_now=f"lúc {ages[2]}")
    sites.desk.take_in(second, first)
    sites.desk.shows("R", **KNOWN, result_now=f"lúc {ages[2]}")


# -- what was withdrawn --------------------------------------------------------------------------------------


@story(29, "the file an update came in is set aside")
def _(sites: Sites) -> None:
    """There the form is deleted. Nearest here: the import is undone, on this computer alone, and can be done again."""
    first, second = sites.branch("R", "bị mất", "đã đến")
    change = sites.desk.import_file(second)
    undo.undo(sites.desk.db, change, at=NOW)
    sites.desk.shows("R", **KNOWN)
    sites.desk.take_in(first)
    sites.desk.shows("R", **KNOWN, result_now="bị mất")
    undo.redo(sites.desk.db, change, at=NOW)
    sites.desk.shows("R", **KNOWN, result_now="đã đến")


@story(30, "an update was taken back by its author, whichever comes first")
def _(sites: Sites) -> None:
    _, second = sites.branch("R", "bị mất", "nhầm")
    gone = sites.laptop.take_back(second)
    for order in ((second, gone), (gone, second)):
        reader = sites.open("01")
        reader.take_in(*sites.desk.log(), *order)
        reader.shows("R", **KNOWN)


@story(31, "an update of a task that was deleted meanwhile")
def _(sites: Sites) -> None:
    """There it is an error and the update gone. Here the task stays in sight, marked, until somebody decides."""
    _, second = sites.branch("R", "bị mất", "đã đến")
    sites.desk.delete("R")
    sites.desk.lacks("R")
    sites.desk.take_in(second)
    sites.desk.differs("R", **{EXISTS: {"0"}})
    assert sites.desk.state("R").values["result_now"] == "đã đến"
    sites.desk.delete("R")  # now in sight of the update
    sites.desk.lacks("R")


# -- what is a difference, and what is none ---------------------------------------------------------------------


@story(32, "both wrote one cell and the laptop also another: one cell differs")
def _(sites: Sites) -> None:
    sites.desk.write("R", percent="24")
    first = sites.laptop.write("R", result_now="đã đến")
    second = sites.laptop.write("R", percent="26")
    sites.desk.take_in(first)
    sites.desk.shows("R", **KNOWN | {"percent": "24"}, result_now="đã đến")
    sites.desk.take_in(second)
    sites.desk.differs("R", percent={"24", "26"})
    assert sites.desk.state("R").values["result_now"] == "đã đến"


@story(33, "one hand wrote all, and it came out of order: no difference remains")
def _(sites: Sites) -> None:
    """There a conflict stays for good. Here it is only shown while a piece is missing."""
    first, second, third, fourth = sites.branch("R", "đã đến", "đã ghi nhận", "đang làm", "đã đi")
    sites.desk.take_in(second, first)
    sites.desk.shows("R", **KNOWN, result_now="đã ghi nhận")
    sites.desk.take_in(fourth)
    sites.desk.differs("R", result_now={"đã ghi nhận", "đã đi"})
    sites.desk.take_in(third)
    sites.desk.shows("R", **KNOWN, result_now="đã đi")


@story(34, "a difference that comes after all was settled is a difference still")
def _(sites: Sites) -> None:
    sites.desk.write("R", percent="24")
    sites.desk.take_in(sites.laptop.write("R", result_now="đã đến"))
    sites.desk.write("R", result_now="đã đến, đã xem")  # looked through at the desk
    sites.desk.take_in(sites.laptop.write("R", percent="26"))
    sites.desk.differs("R", percent={"24", "26"})
    settled = sites.desk.write("R", percent="26")
    sites.laptop.take_in(*sites.desk.log())
    assert settled in sites.laptop.log()
    sites.laptop.shows("R", **KNOWN | {"percent": "26"}, result_now="đã đến, đã xem")


@story(35, "a task made away: a cell the laptop left alone is none it answers, one it wrote is")
def _(sites: Sites) -> None:
    """There the whole form is sent again, so an untouched cell conflicts; here it says nothing."""
    sites.desk.take_in(sites.laptop.make("N", **NEW))
    sites.desk.write("N", percent="24")
    sites.desk.take_in(sites.laptop.write("N", result_now="đã đến", percent="20"))
    sites.desk.shows("N", **NEW | {"percent": "24", "result_now": "đã đến"})
    sites.desk.take_in(sites.laptop.write("N", percent="27"))
    sites.desk.differs("N", percent={"24", "27"})


@story(36, "a task and its update in one go differ in nothing")
def _(sites: Sites) -> None:
    sites.desk.take_in(sites.laptop.make("N", **NEW))
    sites.desk.take_in(sites.laptop.write("N", result_now="đã đến", percent="27"))
    sites.desk.shows("N", **NEW | {"result_now": "đã đến", "percent": "27"})


@story(37, "an update of several cells, then the task it stood on: none of them differs")
def _(sites: Sites) -> None:
    made = sites.laptop.make("N", **NEW)
    update = sites.laptop.write("N", result_now="đã ghi nhận", percent="22", title="Tập huấn kỹ năng số")
    sites.desk.take_in(update, made)
    sites.desk.shows("N", **NEW | {"result_now": "đã ghi nhận", "percent": "22", "title": "Tập huấn kỹ năng số"})


@story(38, "an update that says what the task says, made by another who did not see it: no difference")
def _(sites: Sites) -> None:
    made = sites.laptop.make("N", **NEW)
    same = make_delta("01", [make_edit("N", NEW, packet="của người khác")])
    sites.desk.take_in(same, made)
    sites.desk.shows("N", **NEW)


# -- at once ---------------------------------------------------------------------------------------------------------


@story(39, "a task and its update are written into one register at the same moment, fifty times")
def _(sites: Sites) -> None:
    for number in range(50):
        row = f"N{number}"
        made = sites.laptop.make(row, **NEW)
        (update,) = sites.branch(row, "đã đến")
        start = threading.Barrier(2)

        def bring(delta: Delta, start: threading.Barrier = start) -> None:
            start.wait()
            edit_log.append(sites.desk.db, [delta], at=NOW)

        threads = [threading.Thread(target=bring, args=(delta,)) for delta in (made, update)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        sites.desk.shows(row, **NEW | {"result_now": "đã đến"})


# -- and ------------------------------------------------------------------------------------------------------------


@story(40, "two updates, the later first, and the task last of all")
def _(sites: Sites) -> None:
    made = sites.laptop.make("N", **NEW)
    first, second = sites.branch("N", "đã ghi nhận", "đang làm")
    sites.desk.take_in(second)
    sites.desk.take_in(first)
    sites.desk.take_in(made)
    sites.desk.shows("N", **NEW | {"result_now": "đang làm"})


@story(41, "an update from the laptop, one from a third computer, and the task last of all")
def _(sites: Sites) -> None:
    made = sites.laptop.make("N", **NEW)
    third = sites.open("01")
    third.take_in(made)
    other = third.write("N", percent="24")
    (update,) = sites.branch("N", "đã ghi nhận")
    sites.desk.take_in(update, other)
    sites.desk.lacks("N")
    sites.desk.take_in(made)
    sites.desk.shows("N", **NEW | {"result_now": "đã ghi nhận", "percent": "24"})


@pytest.mark.parametrize("number", sorted(STORIES), ids=[f"{n} {STORIES[n][0]}" for n in sorted(STORIES)])
def test_work_done_away_is_neither_lost_nor_called_a_difference_without_need(number: int, sites: Sites) -> None:
    _, tell = STORIES[number]
    tell(sites)
    exchange(sites.all)


def test_all_forty_one_are_told() -> None:
    assert sorted(STORIES) == list(range(1, 42))
