"""The person's own list of names to look out for."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.text import Label, SectionTitle, wrapping
from tiapp.gui.private.reflect_editor import Editor


class NamesView(QWidget):
    """One name a line. Kept in the vault, like everything else here.

    Signals:
        kept(object): the list, as it is now.
        left(): back, without a change.
    """

    kept = Signal(object)
    left = Signal()

    def __init__(self, names: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("names_view")
        self.setSizePolicy(wrapping())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(SectionTitle(self.tr("Names to look out for")))
        column.addWidget(
            Label(
                self.tr(
                    "Steady points out these names when you leave an entry, so that you can "
                    "write “A.” or “my colleague” instead. The list is locked with your "
                    "passphrase, "
                    "like your entries."
                )
            )
        )
        self._names = Editor("names_words")
        self._names.load("\n".join(names))
        self._names.setMinimumHeight(160)
        label = QLabel(self.tr("One &name on each line"))
        label.setBuddy(self._names)
        column.addWidget(label)
        column.addWidget(self._names)
        row = FlowRow()
        keep = buttons.secondary(self.tr("Save names"), "names_save", "save")
        keep.clicked.connect(lambda: self.kept.emit(self._names.words().splitlines()))
        row.add(keep)
        back = buttons.secondary(self.tr("Go back"), "names_back")
        back.clicked.connect(self.left)
        row.add(back)
        column.addWidget(row)
