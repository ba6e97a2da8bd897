"""The ring goes round what has the focus, is not cut off, and stays away from the mouse."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tiapp.gui.kit.focus_ring import REACH, FocusRing
from tiapp.gui.kit.page import Page
from tiapp.gui.kit.theme import Theme
from tiapp.gui.kit.tokens import LIGHT


@pytest.fixture
def ring(qapp: QApplication, look: Theme) -> Iterator[FocusRing]:
    made = FocusRing(qapp)
    yield made
    qapp.focusChanged.disconnect(made._on_focus_changed)
    made._forget()
    made.deleteLater()


@pytest.fixture
def window(qtbot: QtBot, ring: FocusRing) -> QWidget:
    """Three buttons and a line of text in a tight frame, in a window."""
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(500, 400)
    frame = QFrame(made)
    frame.setGeometry(40, 40, 300, 260)
    column = QVBoxLayout(frame)
    column.setContentsMargins(0, 0, 0, 0)
    for name in ("one", "two", "three"):
        button = QPushButton(name)
        button.setObjectName(name)
        column.addWidget(button)
    text = QLineEdit()
    text.setObjectName("text")
    column.addWidget(text)
    bring_up(made, qtbot)
    made.findChild(QPushButton, "one").setFocus()
    return made


def bring_up(window: QWidget, qtbot: QtBot) -> None:
    """Shows a window and waits until keys go there."""
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QApplication.processEvents()


def place(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def shown(ring: FocusRing) -> bool:
    return ring.overlay is not None and ring.overlay.isVisible()


def test_the_tab_key_brings_the_ring_round_the_button(window: QWidget, ring: FocusRing) -> None:
    one, two = window.findChild(QPushButton, "one"), window.findChild(QPushButton, "two")
    assert not shown(ring)
    QTest.keyClick(one, Qt.Key.Key_Tab)
    assert two.hasFocus() and shown(ring)
    assert ring.overlay.ring_rect() == place(two).adjusted(-REACH, -REACH, REACH, REACH)
    assert ring.overlay.parentWidget() is window


def test_the_frame_around_does_not_cut_it_off(window: QWidget, ring: FocusRing) -> None:
    one, two = window.findChild(QPushButton, "one"), window.findChild(QPushButton, "two")
    QTest.keyClick(one, Qt.Key.Key_Tab)
    image = window.grab().toImage()
    box = place(two)
    middle = box.center()
    for x, y in (
        (box.left() - REACH + 1, middle.y()),  # outside the frame, which ends at the button
        (box.right() + REACH - 1, middle.y()),
        (middle.x(), box.top() - REACH + 1),
        (middle.x(), box.bottom() + REACH - 1),
    ):
        assert _name(image, x, y) == LIGHT.focus
    assert _name(image, box.left() - 1, middle.y()) == LIGHT.focus_edge


def _name(image: QImage, x: int, y: int) -> str:
    return image.pixelColor(x, y).name().upper()


def test_it_moves_with_the_widget(window: QWidget, ring: FocusRing) -> None:
    one, two = window.findChild(QPushButton, "one"), window.findChild(QPushButton, "two")
    QTest.keyClick(one, Qt.Key.Key_Tab)
    window.findChild(QFrame).move(70, 90)
    assert ring.overlay.ring_rect() == place(two).adjusted(-REACH, -REACH, REACH, REACH)
    two.hide()
    assert not shown(ring) or ring.overlay.ring_rect() != place(two)


def test_a_mouse_press_on_a_button_shows_none(window: QWidget, ring: FocusRing) -> None:
    one, three = window.findChild(QPushButton, "one"), window.findChild(QPushButton, "three")
    QTest.keyClick(one, Qt.Key.Key_Tab)
    QTest.mouseClick(three, Qt.MouseButton.LeftButton)
    assert three.hasFocus() and not shown(ring)
    QTest.keyClick(three, Qt.Key.Key_Tab)
    assert shown(ring)


def test_where_text_is_typed_it_always_shows(window: QWidget, ring: FocusRing) -> None:
    text = window.findChild(QLineEdit, "text")
    QTest.mouseClick(text, Qt.MouseButton.LeftButton)
    assert text.hasFocus() and shown(ring)


def test_the_focus_that_a_program_sets_after_a_key_shows(window: QWidget, ring: FocusRing) -> None:
    one, three = window.findChild(QPushButton, "one"), window.findChild(QPushButton, "three")
    QTest.keyClick(one, Qt.Key.Key_F6)
    three.setFocus(Qt.FocusReason.ShortcutFocusReason)
    assert shown(ring)
    assert ring.overlay.ring_rect().contains(place(three))


def test_a_field_of_parts_gets_one_ring(qtbot: QtBot, ring: FocusRing) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    box = QComboBox()
    box.setEditable(True)
    column.addWidget(box)
    bring_up(window, qtbot)
    box.lineEdit().setFocus()
    assert ring.overlay.ring_rect().contains(place(box))


def test_it_ends_at_the_edge_of_a_scrolled_page(qtbot: QtBot, ring: FocusRing) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(400, 300)
    area = QScrollArea(window)
    area.setGeometry(20, 60, 360, 200)
    inside = QWidget()
    inside.resize(300, 1000)
    first, second = QPushButton("one", inside), QPushButton("two", inside)
    first.setGeometry(20, 20, 200, 40)
    second.setGeometry(20, 80, 200, 40)
    area.setWidget(inside)
    bring_up(window, qtbot)
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert second.hasFocus()
    area.verticalScrollBar().setValue(100)
    edge = area.viewport().mapTo(window, QPoint(0, 0)).y()
    assert ring.overlay.geometry().top() == edge - REACH
    assert ring.overlay.ring_rect().center() == place(second).center()
    area.verticalScrollBar().setValue(400)
    assert not shown(ring)
    area.verticalScrollBar().setValue(0)
    assert shown(ring)


def test_keys_bring_a_hidden_button_into_view(qtbot: QtBot, ring: FocusRing) -> None:
    page = Page("A page", "page")
    qtbot.addWidget(page)
    last = None
    for number in range(30):
        last = QPushButton(str(number))
        page.add(last)
    page.resize(600, 400)
    bring_up(page, qtbot)
    page.title.setFocus()
    QTest.keyClick(page.title, Qt.Key.Key_F6)
    last.setFocus(Qt.FocusReason.ShortcutFocusReason)
    assert last.visibleRegion().boundingRect().size() == last.size()
    assert ring.overlay.geometry() == place(last).adjusted(-REACH, -REACH, REACH, REACH)


def test_a_page_wide_editor_has_its_ring_just_inside(qtbot: QtBot, ring: FocusRing) -> None:
    editor = QPlainTextEdit()
    qtbot.addWidget(editor)
    editor.resize(300, 200)
    bring_up(editor, qtbot)
    editor.setFocus()
    assert shown(ring)
    assert editor.rect().contains(ring.overlay.geometry())


def test_a_closed_dialog_takes_the_ring_along_and_it_comes_back(
    window: QWidget, ring: FocusRing, qtbot: QtBot
) -> None:
    dialog = QDialog(window)
    column = QVBoxLayout(dialog)
    inner = [QPushButton("a"), QPushButton("b")]
    for button in inner:
        column.addWidget(button)
    bring_up(dialog, qtbot)
    inner[0].setFocus()
    QTest.keyClick(inner[0], Qt.Key.Key_Tab)
    assert ring.overlay.parentWidget() is dialog
    dialog.close()
    dialog.deleteLater()
    QApplication.sendPostedEvents(dialog, 0)
    QApplication.processEvents()
    bring_up(window, qtbot)
    one = window.findChild(QPushButton, "one")
    one.setFocus()
    QTest.keyClick(one, Qt.Key.Key_Tab)
    assert shown(ring) and ring.overlay.parentWidget() is window


def test_it_leaves_nothing_behind(window: QWidget, ring: FocusRing) -> None:
    one = window.findChild(QPushButton, "one")
    for _ in range(60):
        QTest.keyClick(QApplication.focusWidget() or one, Qt.Key.Key_Tab)
    assert len(ring._watched) == 3  # the widget, its frame, the window
    window.hide()
    assert not shown(ring)
