"""Jobs of a page: progress, cancelling, pages that are gone."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtWidgets import QWidget
from shiboken6 import delete

from r57desk.ui.page_jobs import PageJobs, progress_of


@pytest.fixture
def busy():
    return []


@pytest.fixture
def page(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    made = QWidget(window)
    made.resize(800, 600)
    window.show()
    yield made
    window.close()


@pytest.fixture
def runner(page, jobs, session, busy):
    return PageJobs(page, jobs, busy.append)


def fail(error):
    raise AssertionError(error)


def test_the_answer_arrives_and_the_page_is_busy_meanwhile(runner, qtbot, busy):
    got = []
    runner.start("Đang đọc…", lambda handle: 42, got.append, fail)
    assert runner.running
    qtbot.waitUntil(lambda: got == [42])
    assert not runner.running
    assert busy == [True, False]


def test_an_error_goes_to_its_handler(runner, qtbot):
    got = []

    def job(handle):
        raise ValueError("hỏng")

    runner.start("Đang đọc…", job, fail, got.append)
    qtbot.waitUntil(lambda: bool(got))
    assert isinstance(got[0], ValueError)


def test_a_long_job_shows_how_far_it_is_and_huy_stops_it(runner, page, qtbot):
    stopped = []

    def job(handle):
        progress = progress_of(handle)
        while True:
            progress(620, 1000)
            threading.Event().wait(0.01)

    runner.start("Đang đọc tệp…", job, fail, fail, lambda: stopped.append(True))
    qtbot.waitUntil(lambda: runner._card is not None, timeout=3000)
    card = runner._card
    assert card.isVisible()
    assert page.rect().contains(card.geometry())
    card.cancelled.emit()
    qtbot.waitUntil(lambda: stopped == [True])
    assert not runner.running


def test_a_page_that_is_gone_hears_nothing_but_the_result_is_not_lost(page, runner, jobs, qtbot):
    go, kept = threading.Event(), []
    runner.start("Đang ghi…", lambda handle: go.wait(5), fail, fail, always=kept.append)
    delete(page)
    go.set()
    qtbot.waitUntil(lambda: kept == [True])
