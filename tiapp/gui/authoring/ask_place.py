"""Where the Author screen asks and tells: one box at a time, above the desk."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tiapp.core.errors import AppError
from tiapp.gui.authoring.ask_box import AskBox
from tiapp.gui.kit.announce import announce


class AskPlace(QWidget):
    """Hidden while nothing is asked.

    Signals:
        shown(AskBox): a box is there, and has the focus; it should be in view.
        focus_freed(): the box that had the focus is gone.
    """

    shown = Signal(object)
    focus_freed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.box: AskBox | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def put(self, box: AskBox) -> None:
        """Shows this box in place of the one before, and gives it the focus."""
        self.close_box()
        self.box = box
        box.left.connect(self.close_box)
        self._column.addWidget(box)
        self.show()
        box.first().setFocus(Qt.FocusReason.OtherFocusReason)
        self.shown.emit(box)

    def close_box(self) -> None:
        """Takes the box away; whatever it asked stays as it is."""
        box, self.box = self.box, None
        if box is None:
            return
        focus = self.window().focusWidget()
        had_focus = focus is not None and box.isAncestorOf(focus)
        self.hide()
        self._column.removeWidget(box)
        box.hide()
        box.deleteLater()
        if had_focus:
            self.focus_freed.emit()

    def tell(self, title: str, lines: list[str], kind: str = "info") -> None:
        """Says what came of something, until it has been read."""
        box = AskBox(title, "told", kind)
        for line in lines:
            box.say(line)
        box.leave(self.tr("Close this message"))
        self.put(box)
        announce(self, " ".join([title, *lines]))

    def tell_error(self, error: AppError) -> None:
        """Says what could not be done, and what to do."""
        self.tell(error.title, [error.advice], "attn")
