"""Things side by side that go on in a new line where there is no room, as words do."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget


class FlowLayout(QLayout):
    """Lays out its items line by line, from the side where reading begins.

    With `together`, items that do not all fit in one line stand each in a line of its own, as
    wide as there is room.
    """

    def __init__(
        self, parent: QWidget | None = None, spacing: int = 12, *, together: bool = False
    ) -> None:
        super().__init__(parent)
        self._together = together
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:
        """Called by addWidget."""
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        """All in one line."""
        hints = [item.sizeHint() for item in self._shown()]
        width = sum(hint.width() for hint in hints) + self.spacing() * max(0, len(hints) - 1)
        return self._framed(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        """The widest item alone in its line."""
        least = [item.minimumSize() for item in self._shown()]
        return self._framed(
            max((size.width() for size in least), default=0),
            max((size.height() for size in least), default=0),
        )

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _framed(self, width: int, height: int) -> QSize:
        around = self.contentsMargins()
        return QSize(
            width + around.left() + around.right(), height + around.top() + around.bottom()
        )

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Returns the height that the lines take at this width."""
        area = rect.marginsRemoved(self.contentsMargins())
        lines = self._lines(area.width())
        y = area.y()
        for line in lines:
            height = max(size.height() for _, size in line)
            if move:
                self._place(line, area, y, height)
            y += height + self.spacing()
        used = y - self.spacing() - area.y() if lines else 0
        return used + rect.height() - area.height()

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        room = 0
        for item in self._shown():
            size = item.sizeHint().expandedTo(item.minimumSize())
            if size.width() > width > 0:
                size.setWidth(max(width, item.minimumSize().width()))
                if item.hasHeightForWidth():
                    size.setHeight(item.heightForWidth(size.width()))
            if not lines or size.width() > room:
                lines.append([])
                room = width
            lines[-1].append((item, size))
            room -= size.width() + self.spacing()
        if self._together and len(lines) > 1:
            return [
                [(item, self._whole_line(item, size, width))] for row in lines for item, size in row
            ]
        return lines

    @staticmethod
    def _whole_line(item: QLayoutItem, size: QSize, width: int) -> QSize:
        height = item.heightForWidth(width) if item.hasHeightForWidth() else size.height()
        return QSize(width, height)

    def _place(
        self, line: list[tuple[QLayoutItem, QSize]], area: QRect, y: int, height: int
    ) -> None:
        parent = self.parentWidget()
        rtl = parent is not None and parent.isRightToLeft()
        x = area.x()
        for item, size in line:
            left = area.x() + area.right() - x - size.width() + 1 if rtl else x
            item.setGeometry(QRect(QPoint(left, y + (height - size.height()) // 2), size))
            x += size.width() + self.spacing()


class FlowRow(QWidget):
    """A row of buttons or chips that wraps. `add` puts a widget at the end."""

    def __init__(
        self, parent: QWidget | None = None, spacing: int = 12, *, together: bool = False
    ) -> None:
        super().__init__(parent)
        self.flow = FlowLayout(self, spacing, together=together)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget) -> QWidget:
        """Puts a widget at the end and gives it back."""
        self.flow.addWidget(widget)
        return widget

    def clear(self) -> None:
        """Takes everything out and deletes it."""
        while (item := self.flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
