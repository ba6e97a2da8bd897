"""The reading column: title, position and messages on top, whatever is being read below."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.text import Muted, Title
from tiapp.gui.learning.reading_view import ReadingView


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
        QVBoxLayout(self.inline).setContentsMargins(0, 0, 0, 0)
        self.inline.hide()
        self.column.addWidget(self.inline)
        self._messages = QVBoxLayout()
        self._messages.setSpacing(16)
        self.column.addLayout(self._messages)
        self._place = QVBoxLayout()
        self._place.setContentsMargins(0, 8, 0, 0)
        self.column.addLayout(self._place)
        # A stretch, not an alignment: an aligned layout gets no more than its size hint, which
        # is too little for words that wrap.
        self.column.addStretch(1)
        self._content: QWidget | None = None

    @property
    def content(self) -> QWidget | None:
        """What is being read."""
        return self._content

    def put(self, content: QWidget | None, blocks: Sequence[QWidget] = ()) -> None:
        """Shows `content` in place of what was there, from its top."""
        if self._content is not None:
            self._content.hide()
            self._place.removeWidget(self._content)
            # Taking a long part apart takes a while, and nobody should wait for it.
            QTimer.singleShot(0, self._content, self._content.deleteLater)
        self._content = content
        if content is not None:
            self._place.addWidget(content)
            content.show()  # otherwise Qt shows it later, and lays it out only then
        self.set_blocks(blocks)

    def set_messages(self, messages: Sequence[QWidget]) -> None:
        """Shows these above the content, in place of earlier ones."""
        while (item := self._messages.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for message in messages:
            self._messages.addWidget(message)
