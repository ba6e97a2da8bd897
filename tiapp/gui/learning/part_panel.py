"""Where the list of parts stands: beside the text, or above it where there is little room."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from tiapp.gui.kit.theme import theme
from tiapp.gui.learning.part_list import PartList
from tiapp.gui.learning.reader_column import ReaderColumn

WIDTH = 248
"""Pixels at 100 %."""


class PartPanel(QFrame):
    """The list beside the text. One button of the column shows and hides it.

    Signals:
        toggled(): the list has come or gone.
    """

    toggled = Signal()

    def __init__(self, column: ReaderColumn, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("part_panel")
        self.setProperty("box", "nav")
        self._view = column
        self._narrow = False
        self._wanted_beside = True
        self._wanted_above = False
        self._ready = False
        self.parts = PartList()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 16, 1, 8)
        layout.addWidget(self._scroll)
        self._put_beside()
        column.toggle.clicked.connect(self._on_toggled)
        self._arrange()

    def set_ready(self, ready: bool) -> None:
        """Whether there is a module whose parts can be listed."""
        self._ready = ready
        self._arrange()

    def set_narrow(self, narrow: bool) -> None:
        """Above the text where there is little room, beside it otherwise."""
        self.setFixedWidth(theme().px(WIDTH))
        if narrow is not self._narrow:
            self._narrow = narrow
            if narrow:
                self._scroll.takeWidget()
                self._view.inline_column.addWidget(self.parts)
            else:
                self._view.inline_column.removeWidget(self.parts)
                self._put_beside()
            self.parts.show()
        self._arrange()

    def close_above(self) -> bool:
        """Folds the list above the text. False when it was not open."""
        if not (self._narrow and self._wanted_above and self._ready):
            return False
        self._wanted_above = False
        self._arrange()
        self._view.toggle.setFocus()
        return True

    def fold_after_choice(self) -> None:
        """The list above the text has done its work once a part was chosen."""
        self._wanted_above = False
        self._arrange()

    def _put_beside(self) -> None:
        self._scroll.setWidget(self.parts)
        # Qt fills both by itself; the ground of the panel should show.
        self.parts.setAutoFillBackground(False)
        self._scroll.viewport().setAutoFillBackground(False)

    def _on_toggled(self) -> None:
        if self._narrow:
            self._wanted_above = not self._wanted_above
        else:
            self._wanted_beside = not self._wanted_beside
        self._arrange()
        self.toggled.emit()

    def _arrange(self) -> None:
        open_now = self._wanted_above if self._narrow else self._wanted_beside
        self.setVisible(self._ready and open_now and not self._narrow)
        self._view.inline.setVisible(self._ready and open_now and self._narrow)
        self._view.toggle.setVisible(self._ready)
        self._view.toggle.setText(self.tr("Hide parts") if open_now else self.tr("Show parts"))
