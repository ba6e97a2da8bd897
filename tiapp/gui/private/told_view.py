"""Says what was done, and leads on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.card import notice
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.private.about_room_view import bullets
from tiapp.gui.private.view import View


class ToldView(View):
    """A sentence or two, a list perhaps, and one way on.

    Signals:
        go_on(): the person has read it.
    """

    go_on = Signal()

    def __init__(
        self,
        heading: str,
        name: str,
        title: str,
        words: str,
        on: str,
        lines: list[str] | None = None,
        kind: str = "ok",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(heading, name, parent)
        box = notice(kind, title, words)
        if lines:
            box.add(bullets(lines))
        self.add(box)
        row = FlowRow()
        self.main = buttons.primary(on, f"{name}_go_on")
        self.main.clicked.connect(self.go_on)
        row.add(self.main)
        self.add(row)
