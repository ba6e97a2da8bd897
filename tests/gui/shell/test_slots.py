"""What the private room adds to other pages comes with the open room and goes with it."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from tests.window import Steady
from tiapp.gui.kit import clipboard
from tiapp.gui.kit.places import Destination, Screen
from tiapp.gui.kit.slot_holder import SlotHolder
from tiapp.gui.kit.slots import FoundItem, Go, Slots
from tiapp.gui.private.passphrase_field import PassphraseField
from tiapp.gui.shell import private_pages


class Entries:
    """A source that finds one thing, and notes what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def find(self, text: str) -> list[FoundItem]:
        self.asked.append(text)
        return [FoundItem("A walk by the canal", "Reflection", Destination(Screen.PLAN))]


class Step:
    def closing_step(self, module_id: str, go: Go) -> QWidget | None:
        made = QLabel(module_id)
        made.setObjectName("closing_step_here")
        return made


@pytest.fixture
def entries(monkeypatch: pytest.MonkeyPatch) -> Entries:
    """Quick search and the closing page get something from the open room."""
    made = Entries()

    def fill(slots: Slots, session: object, room: object) -> None:
        slots.search.append(made)
        slots.closing.append(Step())

    monkeypatch.setattr(private_pages, "fill_slots", fill)
    return made


def _results(steady: Steady) -> list[str]:
    box = steady.find("quick_search_results", QListWidget)
    assert isinstance(box, QListWidget)
    return [box.item(row).text() for row in range(box.count())]


def test_quick_search_finds_what_is_in_the_open_room(steady: Steady, entries: Entries) -> None:
    steady.open_with_room()
    steady.window.acts.quick_search()
    QTest.keyClicks(steady.find("quick_search_field"), "canal")
    steady.settle()
    assert [line for line in _results(steady) if "A walk by the canal" in line]
    assert "canal" in entries.asked


def test_quick_search_closes_when_the_room_locks(steady: Steady, entries: Entries) -> None:
    steady.open_with_room()
    steady.window.acts.quick_search()
    QTest.keyClicks(steady.find("quick_search_field"), "canal")
    steady.settle()
    steady.lock()
    assert not steady.is_there("quick_search")
    steady.window.acts.quick_search()
    QTest.keyClicks(steady.find("quick_search_field"), "walk")
    steady.settle()
    assert not [line for line in _results(steady) if "canal" in line]


def test_the_closing_page_shows_a_step_while_the_room_is_open(
    steady: Steady, entries: Entries
) -> None:
    steady.open_with_room()
    steady.go(Screen.MODULE, "what-trauma-is")
    for _ in range(40):
        if steady.is_there("closing_page"):
            break
        names = ("note_skip", "skip_part", "finish_module")
        steady.click(next(name for name in names if steady.is_there(name)))
    assert steady.is_there("closing_step_here")
    steady.lock()
    assert not steady.is_there("closing_step_here")


def test_a_holder_without_anything_takes_no_room(qtbot) -> None:
    slots = Slots()
    made: list[QWidget] = []
    holder = SlotHolder(slots, lambda: list(made))
    page = QWidget()
    qtbot.addWidget(page)
    holder.setParent(page)
    assert holder.isHidden()
    made.append(QLabel("here"))
    slots.replace(lambda _: None)
    assert not holder.isHidden()


def test_only_private_words_are_taken_back_from_the_clipboard(qapp) -> None:
    board = QGuiApplication.clipboard()
    clipboard.put_private("what I wrote")
    assert board.text() == "what I wrote"
    clipboard.take_back()
    assert board.text() == ""
    clipboard.put("116 123")
    clipboard.take_back()
    assert board.text() == "116 123", "a number to ring stays"
    clipboard.put_private("what I wrote")
    board.setText("something of somebody's own")
    clipboard.take_back()
    assert board.text() == "something of somebody's own"


@pytest.mark.parametrize("way", ["copy", "cut"])
def test_what_is_taken_from_a_private_line_is_taken_back_too(qtbot: QtBot, way: str) -> None:
    board = QGuiApplication.clipboard()
    field = QLineEdit("a title that says much")
    qtbot.addWidget(field)
    clipboard.PrivateLine(field)
    field.selectAll()
    getattr(field, way)()
    assert board.text() == "a title that says much"
    assert board.mimeData().data("x-kde-passwordManagerHint") == b"secret"
    clipboard.take_back()
    assert board.text() == ""


def test_a_passphrase_that_is_shown_and_copied_is_taken_back(qtbot: QtBot) -> None:
    board = QGuiApplication.clipboard()
    asked = PassphraseField("&Passphrase", "asked")
    qtbot.addWidget(asked)
    asked.field.setText("four calm words here")
    asked.show_text(True)
    asked.field.selectAll()
    asked.field.copy()
    assert board.text() == "four calm words here"
    clipboard.take_back()
    assert board.text() == ""


def test_a_private_copy_asks_to_be_left_out_of_clipboard_histories(qapp) -> None:
    data = clipboard.private_mime("words")
    assert bytes(data.data("x-kde-passwordManagerHint").data()) == b"secret"
    clipboard.take_back()
