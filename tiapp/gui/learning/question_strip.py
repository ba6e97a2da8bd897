"""A strip above the footer, for a question or a problem that does not push the text away."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tiapp.gui.kit.short_area import ShortArea
from tiapp.gui.kit.theme import theme
from tiapp.gui.learning.reading_view import SIDE


class QuestionStrip(ShortArea):
    """Shows one box at a time; closing it gives the focus back to where it was."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("question_strip")
        self._row = QHBoxLayout()
        self._row.addStretch(1)
        self.column.setContentsMargins(SIDE, 8, SIDE, 8)
        self.column.addLayout(self._row)
        self._box: QWidget | None = None
        self._opener: QWidget | None = None
        self.hide()

    @property
    def box(self) -> QWidget | None:
        """What is being shown."""
        return self._box

    def show_box(self, box: QWidget) -> None:
        """Shows `box` in place of an earlier one."""
        opener = self._opener if self._box is not None else self.window().focusWidget()
        self._take_away()
        self._opener = opener
        self._box = box
        box.setMaximumWidth(theme().reading_px())
        self._row.insertWidget(0, box, 1000)
        box.show()
        self.show()
        self.fit()
        self.verticalScrollBar().setValue(0)

    def close_box(self) -> None:
        """Takes the box away."""
        if self._box is None:
            return
        had_focus = self.isAncestorOf(self.window().focusWidget() or self.window())
        opener = self._opener
        self._take_away()
        self.hide()
        if had_focus and opener is not None and opener.isVisible():
            opener.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_away(self) -> None:
        if self._box is not None:
            self._box.hide()
            self._row.removeWidget(self._box)
            self._box.deleteLater()
        self._box = None
        self._opener = None
