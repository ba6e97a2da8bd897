"""What every page is: a title, a scrolling column, and a few things the shell may ask of it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QScrollArea, QVBoxLayout, QWidget

from tiapp.gui.kit.hub import Topic
from tiapp.gui.kit.places import Destination
from tiapp.gui.kit.text import Title
from tiapp.gui.kit.theme import theme

WIDEST = 840
"""Pixels at 100 % that a page's column takes at most; beyond that lines are hard to follow."""

_SIDE = 40
_NARROW_SIDE = 24
_ABOVE = 32
_NARROW_BELOW = 640


class Ground(QWidget):
    """What a page stands on. Its height comes from its width alone.

    The least height of wrapping words counts for a narrower column, and would leave the end of
    the page blank.
    """

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)


class PageScroll(QScrollArea):
    """Scrolls one way only. The column inside begins where reading begins and grows to WIDEST.

    Page Up and Down, the arrows, Home and End scroll when nothing else has a use for them.
    """

    def __init__(self, body: QWidget, frame: QVBoxLayout, widest: int) -> None:
        super().__init__()
        self._frame = frame
        self._widest = widest
        self._room = 0
        """The width of what is in view. Asking `viewport()` for it at the start costs 3 ms."""
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(body)
        theme().changed.connect(self.fit)

    def fit(self) -> None:
        """Gives the column its margins for the present width."""
        side = _NARROW_SIDE if self._room < _NARROW_BELOW else _SIDE
        rest = max(side, self._room - side - theme().px(self._widest))
        left, right = (rest, side) if self.isRightToLeft() else (side, rest)
        self._frame.setContentsMargins(left, _ABOVE, right, _ABOVE)
        self.verticalScrollBar().setSingleStep(theme().px(40))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._room = event.size().width()
        self.fit()
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        if event.key() == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)


class Page(QWidget):
    """A screen inside the shell.

    Signals:
        go(Destination): the person chose to go somewhere; the shell takes them there.

    A page adds its widgets to `.column`, overrides `refresh()` to draw what its services tell,
    and lists in `topics` what makes it re-read. A page of tables may set `widest`.
    """

    go = Signal(object)
    topics: frozenset[Topic] = frozenset()
    widest: int = WIDEST
    outlives_lock: bool = False
    """Whether a page of the private room may stay when that locks: it holds nothing private."""
    # A page has no use for QWidget.scroll(), which moves pixels.
    scroll: PageScroll  # type: ignore[assignment]

    def __init__(self, title: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.title = Title(title)
        self.title.setObjectName(f"{name}_title")
        body = Ground()
        body.setObjectName("page_body")
        # Not an alignment to the top: a layout with one forgets that wrapped lines need height.
        frame = QVBoxLayout(body)
        self.column = QVBoxLayout()
        self.column.setSpacing(16)
        self.column.addWidget(self.title)
        frame.addLayout(self.column)
        frame.addStretch(0)
        self.scroll = PageScroll(body, frame, self.widest)
        self.scroll.setObjectName(f"{name}_scroll")
        self.outer = QVBoxLayout(self)
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.outer.setSpacing(0)
        self.outer.addWidget(self.scroll)

    def add(self, widget: QWidget) -> QWidget:
        """Puts a widget at the end of the column."""
        self.column.addWidget(widget)
        return widget

    def open(self, destination: Destination) -> None:
        """Told where exactly the person is going, before `refresh` and before it is shown."""

    def refresh(self) -> None:
        """Draws anew from the services.

        Called when the page comes up and when a topic of it changes while it is visible.
        """

    def first_focus(self) -> QWidget:
        """What has the focus when the page comes up: the title, unless there is one thing to type.

        A screen reader says the field's label then.
        """
        return self.title

    def main_button(self) -> QAbstractButton | None:
        """The button that Ctrl+Enter presses."""
        return None

    def leaving(self) -> bool:
        """Called before another page comes up: save what is to be saved. Always True so far."""
        return True

    def escape(self) -> bool:
        """Goes back one level inside the page. False when there is nothing to go back from."""
        return False

    def ensure_visible(self, widget: QWidget) -> None:
        """Scrolls so that the widget can be seen."""
        self.scroll.ensureWidgetVisible(widget, 0, 24)
