"""How somebody stands in their summary: a name, and what they choose to add to it."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from tiapp.gui.kit.card import Card
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.text import Muted
from tiapp.gui.kit.widths import keep_width
from tiapp.record.model import Details

KEPT_AFTER_MS = 800
_LONGEST = 100


class DetailsCard(Card):
    """Four fields, kept by themselves a moment after the last letter.

    Signals:
        changed(): what is typed differs from what was kept; see `typed`.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("summary_details", parent)
        self._kept = Details()
        self._fields: dict[str, QLineEdit] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEPT_AFTER_MS)
        self._timer.timeout.connect(self.changed)
        self.add(
            Muted(
                self.tr(
                    "These are used only in your summary. You can leave staff number, team "
                    "and site empty; a staff number helps your team tell apart two people "
                    "with the same name. If you leave the name empty, the summary uses the "
                    "name that Steady calls you."
                )
            )
        )
        row = FlowRow(self, 16)
        for key, words in (
            ("name", self.tr("Na&me in the summary")),
            ("staff_number", self.tr("Staff &number")),
            ("team", self.tr("&Team")),
            ("site", self.tr("S&ite")),
        ):
            row.add(self._field(key, words))
        self.add(row)

    def _field(self, key: str, words: str) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        field = QLineEdit()
        field.setObjectName(f"detail_{key}")
        field.setMaxLength(_LONGEST)
        field.textEdited.connect(lambda: self._timer.start())
        field.editingFinished.connect(self.settle)
        label = QLabel(words)
        label.setBuddy(field)
        column.addWidget(label)
        column.addWidget(field)
        keep_width(field, least=300, most=372)
        self._fields[key] = field
        return holder

    def show_details(self, details: Details) -> None:
        """Shows what is kept; a field that is being typed in stays as it is."""
        self._kept = details
        for key, field in self._fields.items():
            if not (field.hasFocus() and self._timer.isActive()):
                field.setText(getattr(details, key))

    def typed(self) -> Details:
        """What stands in the fields now."""
        return Details(**{key: field.text() for key, field in self._fields.items()})

    def settle(self) -> None:
        """Does now what the timer would do later."""
        self._timer.stop()
        if self.typed() != self._kept:
            self.changed.emit()
