"""No more than two seconds of typing are ever at risk, and nothing is written that need not be."""

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tiapp.core.errors import AppError
from tiapp.gui.kit.hub import Hub
from tiapp.gui.private import reflect_autosave
from tiapp.gui.private.reflect_autosave import AGAIN_MS, BEHIND_MS, Autosave
from tiapp.private.journal_model import Draft, Entry


class Disk:
    """Keeps what is saved; a Runner whose calls come back when `answer` is called."""

    def __init__(self) -> None:
        self.saved: list[Draft] = []
        self.settled: list[str] = []
        self.waiting: list = []
        self.kept_by: list[str] = []
        self.refuses = False

    def run(self, owner: QObject, call, then=None, *, failed=None, changed=None, keep="") -> None:
        self.waiting.append((call, then, failed))
        self.kept_by.append(keep)

    def answer(self) -> None:
        while self.waiting:
            call, then, failed = self.waiting.pop(0)
            try:
                result = call()
            except AppError as error:
                failed(error)
            else:
                if then is not None:
                    then(result)

    def save(self, entry_id: str, draft: Draft) -> Entry:
        if self.refuses:
            raise AppError("Full.", "Make room.")
        self.saved.append(draft)
        from datetime import UTC, datetime

        return Entry(entry_id, datetime(2026, 1, 1, tzinfo=UTC), draft.body)


@pytest.fixture
def disk() -> Disk:
    return Disk()


@pytest.fixture
def typed() -> list[str]:
    return [""]


@pytest.fixture
def autosave(qtbot: QtBot, disk: Disk, typed: list[str]) -> Autosave:
    hub = Hub()
    made = Autosave(disk.save, disk.settled.append, disk, hub)
    made.hub = hub  # type: ignore[attr-defined]
    made.watch("an-id", lambda: Draft(typed[0]), written=False)
    return made


def test_the_two_seconds_hold_a_second_of_waiting_and_one_for_the_disk() -> None:
    assert BEHIND_MS <= 1000
    assert BEHIND_MS < AGAIN_MS


def test_later_letters_do_not_put_the_save_off(
    autosave: Autosave, typed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[int] = []
    monkeypatch.setattr(autosave._soon, "isActive", lambda: bool(started))
    monkeypatch.setattr(autosave._soon, "start", started.append)
    for letter in "abc":
        typed[0] += letter
        autosave.touched()
    assert started == [BEHIND_MS]


def test_letters_typed_while_the_disk_works_are_saved_next(
    autosave: Autosave, typed: list[str], disk: Disk
) -> None:
    typed[0] = "one"
    autosave.flush()
    typed[0] = "one two"
    disk.answer()
    assert autosave._soon.isActive()
    autosave.flush()
    disk.answer()
    assert [draft.body for draft in disk.saved] == ["one", "one two"]
    assert not autosave._soon.isActive()


def test_what_is_not_acknowledged_is_asked_for_again_when_the_room_closes(
    autosave: Autosave, typed: list[str], disk: Disk
) -> None:
    typed[0] = "one"
    autosave.flush()
    assert autosave.leave(stay=True)
    disk.answer()
    assert [draft.body for draft in disk.saved] == ["one", "one"]
    assert disk.settled == ["an-id"]


def test_what_is_saved_is_not_saved_again(autosave: Autosave, typed: list[str], disk: Disk) -> None:
    typed[0] = "one"
    autosave.flush()
    disk.answer()
    autosave.flush()
    autosave.touched()
    autosave.flush()
    assert len(disk.saved) == 1 and not disk.waiting


def test_a_disk_that_refuses_is_tried_again_by_itself(
    autosave: Autosave, typed: list[str], disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reflect_autosave, "AGAIN_MS", 60_000)
    disk.refuses = True
    told: list[AppError] = []
    autosave.not_saved.connect(told.append)
    typed[0] = "one"
    autosave.flush()
    disk.answer()
    assert len(told) == 1 and autosave._soon.isActive()
    disk.refuses = False
    autosave.flush()
    disk.answer()
    assert [draft.body for draft in disk.saved] == ["one"]


def test_an_entry_nobody_wrote_in_reaches_no_disk(autosave: Autosave, disk: Disk) -> None:
    autosave.flush()
    assert not autosave.leave()
    assert not disk.waiting


def test_nothing_of_the_entry_before_is_saved_into_the_next(
    autosave: Autosave, typed: list[str], disk: Disk
) -> None:
    typed[0] = "first"
    autosave.flush()
    autosave.watch("another", lambda: Draft("second"), written=True)
    disk.answer()
    assert autosave._unsaved() is None
    assert [draft.body for draft in disk.saved] == ["first"]


def test_what_is_left_is_given_over_by_name_so_that_a_full_disk_does_not_lose_it(
    autosave: Autosave, disk: Disk, typed: list[str]
) -> None:
    autosave.watch("an-entry", lambda: Draft(typed[0]), written=False)
    typed[0] = "a thought"
    autosave.flush()
    typed[0] = "a thought, and another"
    autosave.leave()
    assert disk.kept_by == ["an-entry", "an-entry"]
