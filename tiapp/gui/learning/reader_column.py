"""The reading column: title, position and messages on top, whatever is being read below."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.text import Muted, Title
from tiapp.gui.learning.reading_view import ReadingView
from tiapp.gui.learning.stage import Stage


class ReaderColumn(ReadingView):
    """A ReadingView with a head that stays the same from part to part."""

    def __init__(self, title: Title) -> None:
        super().__init__()
        self.column.addWidget(title)
        head = QHBoxLayout()
        head.setSpacing(12)
        self.position = Muted("")
        self.position.setObjectName("part_position")
        head.addWidget(self.position, 1)
        self.toggle: QPushButton = buttons.quiet(self.tr("Show parts"), "toggle_parts", "list")
        self.toggle.hide()
        head.addWidget(self.toggle, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(head)
        self.inline = QWidget()
        self.inline.setObjectName("inline_parts")
        self.inline_column = QVBoxLayout(self.inline)
        self.inline_column.setContentsMargins(0, 0, 0, 0)
        self.inline.hide()
        self.column.addWidget(self.inline)
        self._messages = Stage()
        self.column.addWidget(self._messages)
        self._messages.hide()
        self.column.addSpacing(8)
        self._content = Stage()
        self.column.addWidget(self._content)
        # A stretch, not an alignment: an aligned layout gets no more than its size hint, which
        # is too little for words that wrap.
        self.column.addStretch(1)

    @property
    def content(self) -> QWidget | None:
        """What is being read."""
        return self._content.held

    def put(self, content: QWidget | None, blocks: Sequence[QWidget] = ()) -> None:
        """Shows `content` in place of what was there, from its top."""
        self.forget_place()
        self._content.put(content)
        self.set_blocks(blocks)

    def set_message(self, message: QWidget | None) -> None:
        """Shows a message above the content, in place of an earlier one."""
        self._messages.put(message)
        self._messages.setVisible(message is not None)
