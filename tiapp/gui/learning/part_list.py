"""The parts of the module, numbered; the current one is marked, reached ones have a tick."""

from collections.abc import Collection

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.icons import IconLabel
from tiapp.gui.kit.text import Label
from tiapp.gui.kit.theme import theme
from tiapp.learning.model import Part


class PartRow(QPushButton):
    """A part in the list. Its words wrap."""

    def __init__(self, number: int, part: Part, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"part_{part.id}")
        self.setProperty("kind", "nav")
        self.setAutoDefault(False)
        self.setCheckable(True)
        self._number = number
        self._part = part
        self._row = row = QHBoxLayout(self)
        px = theme().px
        row.setContentsMargins(px(14), px(9), px(10), px(9))
        row.setSpacing(8)
        words = self.tr("{number}. {title}").format(number=number, title=part.title)
        self._words = Label(words)
        row.addWidget(self._words, 1)
        self._tick = IconLabel("check", 16, "ok")
        keep = self._tick.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self._tick.setSizePolicy(keep)
        row.addWidget(self._tick)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._row.minimumSize()

    def mark(self, *, current: bool, reached: bool) -> None:
        """Shows, and says, how this part stands."""
        self.setChecked(current)
        self._tick.setVisible(reached and not current)
        if current:
            words = self.tr("Part {number}: {title}, you are here")
        elif reached:
            words = self.tr("Part {number}: {title}, reached")
        else:
            words = self.tr("Part {number}: {title}, not reached yet")
        self.setAccessibleName(words.format(number=self._number, title=self._part.title))

    def nextCheckState(self) -> None:
        """Pressing asks; the page marks the row once the part is there."""


class PartList(QWidget):
    """Every part, in order.

    Signals:
        chosen(str): the person wants to go to the part of that id.
        paper_wanted(): they would like to save the module as PDF.
    """

    chosen = Signal(str)
    paper_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("part_list")
        self.setAccessibleName(self.tr("Parts of this module"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 8, 8, 8)
        self._column.setSpacing(4)
        self.save = buttons.quiet(self.tr("Save as PDF"), "module_paper", "download")
        self.save.setAccessibleName(self.tr("Save this module as PDF"))
        self.save.clicked.connect(self.paper_wanted)
        self.save.hide()
        self._column.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeading)
        self._column.addStretch(1)
        self._rows: dict[str, PartRow] = {}

    def set_parts(self, parts: tuple[Part, ...]) -> None:
        """Lists the parts of another module."""
        for row in self._rows.values():
            row.hide()
            row.deleteLater()
        self._rows = {}
        for number, part in enumerate(parts, start=1):
            row = PartRow(number, part)
            row.clicked.connect(lambda _=False, part_id=part.id: self.chosen.emit(part_id))
            self._rows[part.id] = row
            self._column.insertWidget(number - 1, row)
            row.show()

    def mark(self, current: str, reached: Collection[str]) -> None:
        """Marks where the person is and has been."""
        for part_id, row in self._rows.items():
            row.mark(current=part_id == current, reached=part_id in reached)
