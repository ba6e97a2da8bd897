"""Help: what each screen is for, who can see what, and every key."""

import tomllib
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.card import Card
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.page import Page
from tiapp.gui.kit.places import Destination, Screen
from tiapp.gui.kit.text import Label, SectionTitle


class HelpPage(Page):
    """The sections of resources/text/help.toml, then the keys.

    `keys` are (shortcut, what it does) pairs in the order of the menus.
    """

    def __init__(
        self, text: Path, keys: list[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Help"), "help_page", parent)
        self._by_screen: dict[str, SectionTitle] = {}
        self._wanted: SectionTitle | None = None
        row = FlowRow()
        words = buttons.secondary(self.tr("Open the glossary"), "open_glossary", "book-a")
        words.clicked.connect(lambda: self.go.emit(Destination(Screen.GLOSSARY)))
        row.add(words)
        about = buttons.secondary(self.tr("About and licences"), "help_open_about", "info")
        about.clicked.connect(lambda: self.go.emit(Destination(Screen.ABOUT)))
        row.add(about)
        self.add(row)
        for section in tomllib.loads(text.read_text(encoding="utf-8"))["section"]:
            title = SectionTitle(section["title"])
            self.add(title)
            for screen in section["screens"]:
                self._by_screen[screen] = title
            for paragraph in section["paragraphs"]:
                self.add(Label(paragraph))
        self.add(SectionTitle(self.tr("Every key")))
        self.add(self._keys(keys))

    def open(self, destination: Destination) -> None:
        """Scrolls to the section for the screen named in `destination.term`."""
        self._wanted = self._by_screen.get(destination.term)

    def refresh(self) -> None:
        """Brings the wanted section into view."""
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            QTimer.singleShot(0, wanted, lambda: self._scroll_to(wanted))

    def _scroll_to(self, title: QWidget) -> None:
        self.scroll.verticalScrollBar().setValue(title.y() - 16)

    def _keys(self, keys: list[tuple[str, str]]) -> Card:
        card = Card("keys")
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, (shortcut, what) in enumerate(keys):
            shown = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
            key = Label(shown or shortcut, "strong")
            key.setWordWrap(False)
            grid.addWidget(key, row, 0)
            grid.addWidget(Label(what), row, 1)
        card.column.addLayout(grid)
        return card
