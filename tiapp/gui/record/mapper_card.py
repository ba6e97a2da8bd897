"""The columns of another system, and what each is filled from."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.card import Card
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.radio_row import CheckRow
from tiapp.gui.kit.widths import keep_width
from tiapp.supervision.profiles import Profile, ProfileColumn
from tiapp.supervision.summary import COLUMNS


class ColumnRow(Card):
    """One column: its heading there, what fills it here, and whether it may be empty.

    Signals:
        changed(): something was typed or chosen; ask `made`.
        removed(): the column is not wanted.
    """

    changed = Signal()
    removed = Signal()

    def __init__(self, number: int, column: ProfileColumn, parent: QWidget | None = None) -> None:
        super().__init__(f"column_{number}", parent)
        row = FlowRow(self, 12)
        self.heading = QLineEdit(column.heading)
        self.heading.setObjectName(f"column_heading_{number}")
        self.heading.setMaxLength(100)
        self.heading.textEdited.connect(self.changed)
        row.add(_labelled(self.tr("Heading in that system"), self.heading, 180))
        self._source = QComboBox()
        self._source.setObjectName(f"column_source_{number}")
        for ours in COLUMNS:
            self._source.addItem(ours.heading, ours.key)
        self._source.addItem(self.tr("The same text in every row"), "")
        self._source.setCurrentIndex(self._source.findData(column.source))
        self._source.currentIndexChanged.connect(self._on_source)
        row.add(_labelled(self.tr("Filled with"), self._source, 240))
        self._value = QLineEdit(column.value)
        self._value.setObjectName(f"column_value_{number}")
        self._value.setMaxLength(200)
        self._value.textEdited.connect(self.changed)
        self._fixed = _labelled(self.tr("Text"), self._value, 120)
        row.add(self._fixed)
        self.add(row)
        below = QHBoxLayout()
        self._required = CheckRow(self.tr("Must be filled in"), f"column_required_{number}")
        self._required.setChecked(column.required)
        self._required.toggled.connect(self.changed)
        below.addWidget(self._required, 1)
        remove = buttons.quiet(self.tr("Leave out"), f"column_remove_{number}", "x")
        remove.setAccessibleName(
            self.tr("Leave out the column {heading}").format(heading=column.heading)
        )
        remove.clicked.connect(self.removed)
        below.addWidget(remove)
        self.column.addLayout(below)
        if column.source:
            self._fixed.hide()

    def made(self) -> ProfileColumn:
        """The column as it is now."""
        source = str(self._source.currentData())
        return ProfileColumn(
            heading=self.heading.text().strip(),
            source=source,
            value="" if source else self._value.text(),
            required=self._required.isChecked(),
        )

    def _on_source(self) -> None:
        self._fixed.setVisible(not self._source.currentData())
        self.changed.emit()


class MapperCard(QWidget):
    """All columns of a profile, to change, add and leave out.

    Signals:
        changed(): ask `apply_to`.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ColumnRow] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._place = QVBoxLayout()
        self._place.setSpacing(12)
        column.addLayout(self._place)
        row = FlowRow(self)
        self._add = buttons.secondary(self.tr("Add a column"), "column_add", "plus")
        self._add.clicked.connect(self._on_add)
        row.add(self._add)
        column.addWidget(row)

    def show_profile(self, profile: Profile) -> None:
        """Draws its columns."""
        self._draw(profile.columns)

    def apply_to(self, profile: Profile) -> Profile:
        """That profile with the columns as they are here; what is unique follows its heading."""
        columns = tuple(row.made() for row in self._rows)
        headings = {column.heading for column in columns}
        unique = profile.unique
        if len(columns) == len(profile.columns):
            names = {
                before.heading: after.heading
                for before, after in zip(profile.columns, columns, strict=True)
            }
            unique = tuple(names.get(heading, heading) for heading in unique)
        return replace(profile, columns=columns, unique=tuple(u for u in unique if u in headings))

    def _draw(self, columns: tuple[ProfileColumn, ...]) -> None:
        for row in self._rows:
            row.hide()
            self._place.removeWidget(row)
            row.deleteLater()
        self._rows = []
        for number, column in enumerate(columns, start=1):
            row = ColumnRow(number, column, self)
            row.changed.connect(self.changed)
            row.removed.connect(lambda row=row: self._on_removed(row))
            self._place.addWidget(row)
            row.show()
            self._rows.append(row)

    def _on_add(self) -> None:
        self._draw((*(row.made() for row in self._rows), ProfileColumn("")))
        self._rows[-1].heading.setFocus()
        self.changed.emit()

    def _on_removed(self, row: ColumnRow) -> None:
        at = self._rows.index(row)
        self._draw(tuple(other.made() for other in self._rows if other is not row))
        # the focus stays near where it was
        rest: QWidget = self._add
        if self._rows:
            rest = self._rows[min(at, len(self._rows) - 1)].heading
        rest.setFocus()
        self.changed.emit()


def _labelled(words: str, field: QWidget, least: int) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    label = QLabel(words)
    label.setBuddy(field)
    column.addWidget(label)
    column.addWidget(field)
    keep_width(field, least=least, most=360)
    return holder
