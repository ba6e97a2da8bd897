"""Damaged, newer and unwritable files, seen from the window: calm words, and the rest works."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.window import Steady
from tiapp.core.errors import AppError
from tiapp.gui.kit.places import Screen
from tiapp.gui.kit.run import UNEXPECTED


@pytest.fixture
def begun(qtbot: QtBot, tmp_path: Path) -> Iterator[Path]:
    """A data folder in which Isla is in the middle of the first module."""
    steady = Steady(qtbot, tmp_path / "data").open_as_someone()
    steady.go(Screen.MODULE, "starting-safely")
    steady.click("next_part")
    steady.close()
    yield tmp_path / "data"


def _record(data: Path) -> Path:
    [record] = data.glob("people/*/record.db")
    return record


def _support_and_learn_still_work(steady: Steady) -> None:
    steady.go(Screen.SUPPORT)
    assert "999" in steady.words()
    steady.go(Screen.LEARN)
    assert steady.page.isVisible()


def test_a_record_that_is_no_database_is_told_and_left_as_it_is(qtbot: QtBot, begun: Path) -> None:
    record = _record(begun)
    record.write_bytes(b"this is not a database" * 400)
    before = record.read_bytes()
    steady = Steady(qtbot, begun)
    try:
        steady.open()
        assert steady.is_there("home_try_again")
        assert "cannot find your place" in steady.words()
        _support_and_learn_still_work(steady)
        assert steady.is_there("message") and steady.is_there("open_starting-safely")
        assert record.read_bytes() == before
    finally:
        steady.close()


def test_a_record_of_a_newer_version_is_told_and_left_as_it_is(qtbot: QtBot, begun: Path) -> None:
    record = _record(begun)
    with sqlite3.connect(record) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    before = record.read_bytes()
    steady = Steady(qtbot, begun)
    try:
        steady.open()
        assert steady.is_there("home_try_again")
        assert "newer" in steady.words()
        _support_and_learn_still_work(steady)
        assert record.read_bytes() == before
    finally:
        steady.close()


def test_a_save_that_fails_keeps_the_person_where_they_were(qtbot: QtBot, begun: Path) -> None:
    steady = Steady(qtbot, begun)
    try:
        steady.open()
        steady.click("carry_on")
        if steady.is_there("note_continue"):
            steady.click("note_continue")
        record = _record(begun)
        saved = begun / "aside"
        shutil.copytree(record.parent, saved)
        record.unlink()
        record.mkdir()  # whatever is written there now fails, also for root
        before = steady.find("part_position").text()  # type: ignore[attr-defined]
        steady.click("next_part")
        assert steady.find("part_position").text() == before  # type: ignore[attr-defined]
        assert steady.is_there("reader_problem")
        record.rmdir()
        shutil.copy(saved / "record.db", record)
        steady.click("problem_try_again")
        assert steady.find("part_position").text() != before  # type: ignore[attr-defined]
    finally:
        steady.close()


def test_a_damaged_settings_file_is_told_and_the_defaults_hold(qtbot: QtBot, begun: Path) -> None:
    settings = _record(begun).parent / "settings.toml"
    settings.write_bytes(b"\xff\xfe not toml")
    steady = Steady(qtbot, begun)
    try:
        steady.open()
        assert "damaged" in steady.words()
        assert steady.screen is Screen.HOME
    finally:
        steady.close()


@pytest.mark.expects_log("Something unexpected")
def test_a_bug_is_told_calmly_and_logged_without_words(
    steady: Steady, capsys: pytest.CaptureFixture[str]
) -> None:
    import sys

    steady.open_as_someone()
    try:
        raise RuntimeError("words of a person")
    except RuntimeError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    steady.settle()
    assert UNEXPECTED.title in steady.words()
    assert "words of a person" not in steady.words()


@pytest.mark.expects_log("Something unexpected")
def test_a_bug_that_python_can_only_report_writes_no_words_anywhere(
    steady: Steady, capsys: pytest.CaptureFixture[str]
) -> None:
    """What stands on stderr may end up in the system's log."""

    class Breaks:
        def __del__(self) -> None:
            raise ValueError("private words")

    Breaks()
    said = capsys.readouterr()
    assert "private words" not in said.out + said.err


def test_a_data_folder_that_cannot_be_written_is_refused_before_a_window_opens(
    tmp_path: Path,
) -> None:
    from tiapp.app import main
    from tiapp.storage.paths import Paths

    data = tmp_path / "data"
    data.write_text("a file where the folder should be")
    with pytest.raises(AppError) as refused:
        main(Paths.under(data))
    assert refused.value.advice
    assert os.listdir(tmp_path) == ["data"]


def test_home_tries_again_and_finds_the_place(qtbot: QtBot, begun: Path) -> None:
    record = _record(begun)
    whole = record.read_bytes()
    record.write_bytes(b"this is not a database" * 400)
    steady = Steady(qtbot, begun)
    try:
        steady.open()
        record.write_bytes(whole)
        steady.click("home_try_again")
        assert steady.is_there("carry_on")
    finally:
        steady.close()


def test_a_page_that_cannot_be_read_again_says_so_calmly(steady: Steady) -> None:
    """Announced changes make pages re-read, and that may fail like any reading."""
    from tiapp.gui.kit.hub import Topic

    steady.open_as_someone()
    page = steady.page

    def fails() -> None:
        raise AppError("That cannot be read.", "Your work is safe.", code="x")

    page.refresh = fails  # type: ignore[method-assign]
    steady.hub.changed.emit(Topic.LIBRARY)
    assert "That cannot be read." in steady.words()
    assert UNEXPECTED.title not in steady.words()
