"""A page scrolls one way, by keyboard too, and cuts nothing off."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.kit import gallery
from tiapp.core.settings import Settings
from tiapp.core.settings import Theme as ThemeChoice
from tiapp.gui.kit.card import Card, notice
from tiapp.gui.kit.page import WIDEST, Page
from tiapp.gui.kit.text import Label
from tiapp.gui.kit.theme import Theme

LONG = "Words that go on for a while, so that they need more than one line to be read. " * 4


@pytest.fixture
def page(qtbot: QtBot, look: Theme) -> Page:
    made = Page("A page with a title that is rather long when letters are large", "page")
    qtbot.addWidget(made)
    for _ in range(8):
        made.add(Label(LONG))
        card = Card()
        card.add(Label(LONG))
        made.add(card)
        made.add(notice("info", "A note", LONG))
    made.resize(804, 640)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.title.setFocus()
    return made


@pytest.mark.parametrize("size", [100, 150, 200])
@pytest.mark.parametrize("width", [520, 804, 1146])
def test_nothing_is_cut_off_and_nothing_scrolls_sideways(
    page: Page, look: Theme, qapp: QApplication, size: int, width: int
) -> None:
    look.apply(qapp, Settings(theme=ThemeChoice.LIGHT, text_size=size))
    page.resize(width, 640)
    qapp.processEvents()
    assert page.scroll.widget().width() == page.scroll.viewport().width()
    for label in page.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width()), label.text()


def test_the_column_has_a_widest(page: Page, qapp: QApplication) -> None:
    page.resize(1700, 640)
    qapp.processEvents()
    card = page.findChild(Card)
    assert card.width() == WIDEST
    assert card.mapTo(page, card.rect().topLeft()).x() == 40
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    page.resize(1690, 640)
    qapp.processEvents()
    assert card.width() == WIDEST
    right = page.scroll.viewport().mapTo(page, page.scroll.viewport().rect().topRight()).x()
    assert right - card.mapTo(page, card.rect().topRight()).x() == 40


def test_keys_scroll_when_nothing_else_wants_them(page: Page, qapp: QApplication) -> None:
    qapp.processEvents()
    bar = page.scroll.verticalScrollBar()
    assert page.title.hasFocus() and bar.maximum() > 0

    def after(key: Qt.Key) -> int:
        QTest.keyClick(page.title, key)
        return bar.value()

    assert after(Qt.Key.Key_Down) > 0
    assert after(Qt.Key.Key_PageDown) > 300
    assert after(Qt.Key.Key_End) == bar.maximum()
    assert after(Qt.Key.Key_PageUp) < bar.maximum()
    assert after(Qt.Key.Key_Home) == 0


def test_the_title_takes_the_focus_but_the_tab_key_passes_it_by(page: Page) -> None:
    assert page.title.hasFocus()
    assert not page.title.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_something_far_down_can_be_brought_into_view(page: Page, qapp: QApplication) -> None:
    qapp.processEvents()
    last = page.findChildren(Card)[-1]
    page.ensure_visible(last)
    assert page.scroll.verticalScrollBar().value() > 0
    assert last.visibleRegion().boundingRect().height() == last.height()


@pytest.mark.parametrize("size", [100, 200])
@pytest.mark.parametrize("make", [gallery.first_page, gallery.second_page])
def test_the_gallery_fits_a_small_window(
    qtbot: QtBot, look: Theme, qapp: QApplication, size: int, make: type[QWidget]
) -> None:
    look.apply(qapp, Settings(theme=ThemeChoice.LIGHT, text_size=size))
    window = gallery.window(make(), 1024, 640)
    qtbot.addWidget(window)
    window.show()
    qapp.processEvents()
    page = window.findChild(Page)
    assert page.scroll.widget().width() <= page.scroll.viewport().width()
