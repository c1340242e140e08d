"""Work off the GUI thread: answers come back in it, errors too, and a cancelled job says nothing."""

from __future__ import annotations

import threading

import pytest

from r57desk.errors import DeskError


def test_the_answer_comes_in_the_gui_thread(jobs, qtbot):
    answers = []
    handle = jobs.run(
        lambda handle: threading.current_thread(), lambda found: answers.append((found, threading.current_thread()))
    )
    qtbot.waitUntil(lambda: bool(answers))
    worker, receiver = answers[0]
    assert receiver is threading.main_thread()
    assert worker is not threading.main_thread()
    assert not handle.running
    assert not jobs.busy()


def test_a_known_error_goes_to_the_caller(jobs, qtbot):
    errors = []

    def job(handle):
        raise DeskError("file_missing", file="a.xlsx")

    jobs.run(job, lambda _: errors.append("done"), errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert [error.code for error in errors] == ["file_missing"]


def test_a_bug_without_a_receiver_is_not_swallowed(jobs, qtbot):
    with qtbot.captureExceptions() as caught:
        handle = jobs.run(lambda handle: 1 / 0)
        qtbot.waitUntil(lambda: not handle.running)
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError


def test_progress_is_told_and_cancel_stops_without_an_answer(jobs, qtbot):
    seen, answers, go = [], [], threading.Event()

    def job(handle):
        handle.report(1, 10)
        go.wait(5)
        handle.check()
        return "never"

    handle = jobs.run(job, answers.append, answers.append, lambda done, total: seen.append((done, total)))
    qtbot.waitUntil(lambda: bool(seen))
    handle.cancel()
    go.set()
    qtbot.waitUntil(lambda: not handle.running)
    assert seen == [(1, 10)]
    assert answers == []


@pytest.mark.parametrize(("slow", "late"), [(True, 1), (False, 0)])
def test_only_a_long_job_is_announced(jobs, qtbot, monkeypatch, slow, late):
    monkeypatch.setattr("r57desk.ui.jobs.LATE_MS", 30)
    calls, go = [], threading.Event()
    if not slow:
        go.set()
    handle = jobs.run(lambda handle: go.wait(5), on_late=lambda: calls.append(True))
    qtbot.wait(120)
    go.set()
    qtbot.waitUntil(lambda: not handle.running)
    assert len(calls) == late


def test_closing_stops_what_runs(jobs, qtbot):
    started = threading.Event()

    def job(handle):
        started.set()
        while not handle.cancelled:
            threading.Event().wait(0.005)
        handle.check()

    jobs.run(job)
    assert started.wait(5)
    jobs.close()
    qtbot.waitUntil(lambda: not jobs.busy())
