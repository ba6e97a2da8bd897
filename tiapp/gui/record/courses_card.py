"""What a module is called in another system, where it has another name there."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from tiapp.gui.kit.card import Card
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.text import Muted
from tiapp.gui.kit.widths import keep_width


class CoursesCard(Card):
    """A field for each module. An empty one keeps the name that the module has here.

    Signals:
        changed(): ask `names`.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("profile_courses", parent)
        self._fields: dict[str, QLineEdit] = {}
        self._others: dict[str, str] = {}
        self.add(
            Muted(
                self.tr(
                    "If a course has a different name or number in that system, type it "
                    "here. Leave a box empty to keep the one Steady uses."
                )
            )
        )
        self._row = FlowRow(self, 16)
        self.add(self._row)

    def show_names(self, titles: Mapping[str, str], names: Mapping[str, str]) -> None:
        """A field for each module of `titles`; names of other modules are kept as they are."""
        if titles.keys() != self._fields.keys():
            self._row.clear()
            self._fields = {}
            for module_id, title in titles.items():
                self._row.add(self._field(module_id, title))
        self._others = {key: name for key, name in names.items() if key not in titles}
        for module_id, field in self._fields.items():
            field.setText(names.get(module_id, ""))

    def names(self) -> MappingProxyType[str, str]:
        """Every name there is, by module id."""
        typed = {key: field.text().strip() for key, field in self._fields.items()}
        return MappingProxyType(self._others | {key: name for key, name in typed.items() if name})

    def _field(self, module_id: str, title: str) -> QWidget:
        holder = QWidget(self)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        field = QLineEdit()
        field.setObjectName(f"course_{module_id}")
        field.setMaxLength(200)
        field.setPlaceholderText(module_id)
        field.textEdited.connect(self.changed)
        label = QLabel(title.replace("&", "&&"))
        label.setWordWrap(True)
        label.setBuddy(field)
        column.addWidget(label)
        column.addWidget(field)
        keep_width(field, least=300, most=372)
        self._fields[module_id] = field
        return holder
