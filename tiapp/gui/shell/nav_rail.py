"""The navigation on the left: icons with words, icons alone when the window is narrow."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.places import Screen
from tiapp.gui.kit.text import Label
from tiapp.gui.kit.theme import theme
from tiapp.gui.shell.navigation import LAST_NUMBERED, Entry

WIDTH = 220
NARROW_WIDTH = 68


class NavRail(QFrame):
    """Rows for the screens; below them Immediate help and Hide screen, always in sight.

    Signals:
        chosen(Screen): the person chose a screen.
        help_wanted(): Immediate help.
        hide_wanted(): Hide screen.
        lock_wanted(): lock the private room; its button is there as long as the room is open.
    """

    chosen = Signal(object)
    help_wanted = Signal()
    hide_wanted = Signal()
    lock_wanted = Signal()

    def __init__(
        self, entries: list[Entry], optional: list[Entry], parent: QWidget | None = None
    ) -> None:
        """The rows of `optional` are hidden until `show_row`, and have no number."""
        super().__init__(parent)
        self.setObjectName("navigation")
        self.setProperty("box", "nav")
        self.setAccessibleName(self.tr("Navigation"))
        self._narrow = False
        self._buttons: dict[Screen, QPushButton] = {}
        self._words: dict[QPushButton, str] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 16, 8, 12)
        column.setSpacing(4)
        self._name = Label(self.tr("Steady"), "brand")
        column.addWidget(self._name)
        rows = QWidget()
        rows.setObjectName("nav_rows")
        rows_column = QVBoxLayout(rows)
        rows_column.setContentsMargins(0, 0, 0, 0)
        rows_column.setSpacing(2)
        for number, entry in enumerate(entries, start=1):
            button = self._section(entry)
            words = self.tr("{screen} (Ctrl+{number})").format(screen=entry.words, number=number)
            button.setToolTip(words if number <= LAST_NUMBERED else entry.words)
            rows_column.addWidget(button)
        for entry in optional:
            button = self._section(entry)
            button.setToolTip(entry.words)
            button.hide()
            rows_column.addWidget(button)
        rows_column.addStretch(1)
        self._scroll = scroll = QScrollArea()
        scroll.setObjectName("nav_scroll")
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(rows)
        column.addWidget(scroll, 1)
        self._lock = self._row(self.tr("Lock private room"), "lock", "lock_room")
        self._lock.setToolTip(self.tr("Lock the private room (Ctrl+L)"))
        self._lock.clicked.connect(self.lock_wanted)
        self._lock.hide()
        column.addWidget(self._lock)
        self._help = self._row(self.tr("Immediate help"), "heart-handshake", "immediate_help")
        self._help.setToolTip(self.tr("Immediate help (F2)"))
        self._help.clicked.connect(self.help_wanted)
        column.addWidget(self._help)
        self._hide = self._row(self.tr("Hide screen"), "eye-off", "hide_screen")
        self._hide.setToolTip(self.tr("Hide screen (Ctrl+Shift+H, or Shift three times)"))
        self._hide.clicked.connect(self.hide_wanted)
        column.addWidget(self._hide)
        self._fit()
        theme().changed.connect(self._fit)

    def mark(self, screen: Screen | None) -> None:
        """Shows which row stands for the screen in view."""
        for its_screen, button in self._buttons.items():
            button.setChecked(its_screen is screen)
            if its_screen is screen:
                self._scroll.ensureWidgetVisible(button, 0, 8)

    def set_narrow(self, narrow: bool) -> None:
        """Icons alone, or icons with words. Names stay for screen readers either way."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        for button, words in self._words.items():
            button.setText("" if narrow else words)
            button.setProperty("narrow", narrow)
            button.style().unpolish(button)
            button.style().polish(button)
        self._name.setVisible(not narrow)
        self._fit()

    def show_row(self, screen: Screen, is_on: bool) -> None:
        """Shows or hides the row of an optional screen."""
        self._buttons[screen].setVisible(is_on)

    def show_lock(self, is_open: bool) -> None:
        """Shows the button to lock as long as there is something to lock."""
        self._lock.setVisible(is_open)

    def focus_row(self) -> QWidget:
        """The row that takes the focus when the navigation does."""
        for button in self._buttons.values():
            if button.isChecked():
                return button
        return next(iter(self._buttons.values()))

    def _fit(self) -> None:
        self.setFixedWidth(theme().px(NARROW_WIDTH if self._narrow else WIDTH))

    def _section(self, entry: Entry) -> QPushButton:
        button = self._row(entry.words, entry.icon, f"nav_{entry.screen.value}")
        button.setCheckable(True)
        button.clicked.connect(lambda _=False, screen=entry.screen: self._choose(screen))
        self._buttons[entry.screen] = button
        return button

    def _row(self, words: str, icon_name: str, name: str) -> QPushButton:
        button = buttons.nav(words, name, icon_name)
        button.setAccessibleName(words)
        self._words[button] = words
        return button

    def _choose(self, screen: Screen) -> None:
        # A click must not uncheck the row of the screen in view; the window marks the right one.
        self._buttons[screen].setChecked(True)
        self.chosen.emit(screen)
