"""How Reflect shares its width: entries on the left, and one thing at a time on the right."""

from collections.abc import Callable

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.page import Page
from tiapp.gui.kit.theme import theme
from tiapp.gui.private.reflect_entry import EntryView
from tiapp.gui.private.reflect_list import EntryList
from tiapp.gui.private.reflect_start import StartView

_TWO_PANES_FROM = 700
_LIST = 280


class Panes(QBoxLayout):
    """Where there is no room for both, either the list is there or the right side.

    On the right stands the open entry, ways to begin while none is open, or something that passes:
    a list of versions, of prompts and the like, which goes away when the person goes back.
    """

    def __init__(
        self,
        page: Page,
        entries: EntryList,
        start: StartView,
        view: EntryView,
        has_entry: Callable[[], bool],
    ) -> None:
        """`has_entry` says whether an entry is open, each time that it matters."""
        super().__init__(QBoxLayout.Direction.LeftToRight)
        self._page = page
        self._entries = entries
        self._start = start
        self._view = view
        self._has_entry = has_entry
        self.setSpacing(24)
        self.addWidget(entries)
        self._right = QWidget()
        self._column = QVBoxLayout(self._right)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._back_row = FlowRow()
        back = buttons.secondary(self.tr("Your entries"), "reflect_back", "arrow-left")
        back.clicked.connect(self.show_list)
        self._back_row.add(back)
        self._column.addWidget(self._back_row)
        self.addWidget(self._right, 1)
        for widget in (start, view):
            self._column.addWidget(widget)
        view.hide()
        self.passing: QWidget | None = None
        """What stands in the place of the entry for now."""
        self._column.addStretch(1)
        self._list_wanted = True
        self._two = True

    @property
    def only_right(self) -> bool:
        """Whether the list is away, as there is room for one pane only."""
        return not self._two and not self._list_wanted

    def show_list(self) -> None:
        """Goes to the list, in whichever pane it is."""
        self.want_list(True)
        self._entries.list.setFocus()

    def want_list(self, wanted: bool) -> None:
        """Says which of the two is there while there is room for one pane only."""
        self._list_wanted = wanted
        self.arrange()

    def show_entry(self) -> None:
        """Goes to the right side: the entry, or ways to begin."""
        self._list_wanted = False
        self.back()

    def show_passing(self, view: QWidget) -> None:
        """Shows something in the place of the entry, until the person goes back."""
        self._drop_passing()
        self.passing = view
        self._view.hide()
        self._start.hide()
        self._column.insertWidget(1, view)
        view.show()
        self.want_list(False)
        self._page.scroll.verticalScrollBar().setValue(0)
        first = view.nextInFocusChain()
        if first is not None:
            first.setFocus()

    def back(self) -> None:
        """Takes away what was passing: the entry is there again, or ways to begin."""
        self._drop_passing()
        open_ = self._has_entry()
        self._view.setVisible(open_)
        self._start.setVisible(not open_)
        self.arrange()

    def arrange(self) -> None:
        """Fits the panes to the page as it is now."""
        px = theme().px
        self._two = self._page.width() >= px(_TWO_PANES_FROM)
        narrow_list = self._list_wanted and not self._two
        self._entries.setVisible(self._two or self._list_wanted)
        self._right.setVisible(not narrow_list)
        self._back_row.setVisible(not self._two)
        if self._two:
            self._entries.setFixedWidth(px(_LIST))
        else:
            self._entries.setMinimumWidth(0)
            self._entries.setMaximumWidth(16_777_215)
        self._view.give_room(self._page.height() - px(540))

    def _drop_passing(self) -> None:
        if self.passing is not None:
            view, self.passing = self.passing, None
            self._column.removeWidget(view)
            view.hide()
            view.deleteLater()
