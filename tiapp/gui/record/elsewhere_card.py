"""Modules done on another computer: somebody's own signed file, looked at and then added."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.card import CalloutBox, Card
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.text import Label
from tiapp.supervision.own_file import Likeness, OwnFile


class ElsewhereCard(Card):
    """Asks for a file, shows whose it says it is, and leaves the decision to the person.

    Signals:
        file_wanted(): choose a file.
        add_wanted(OwnFile): take it in.
    """

    file_wanted = Signal()
    add_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("summary_elsewhere", parent)
        self._file: OwnFile | None = None
        self._found: QWidget | None = None
        self.add(
            Label(
                self.tr(
                    "If you also learn on another computer, save a signed file there and "
                    "open it here. Your modules will then be in one place. Opening the same "
                    "file again changes nothing."
                )
            )
        )
        row = FlowRow(self)
        button = buttons.secondary(self.tr("Open my signed file"), "elsewhere_open", "folder-open")
        button.clicked.connect(self.file_wanted)
        row.add(button)
        self.add(row)
        self._place = QVBoxLayout()
        self.column.addLayout(self._place)

    def show_file(self, own: OwnFile) -> None:
        """What stands in it, and two ways to go on."""
        self.clear()
        self._file = own
        box = CalloutBox("info", self.tr("This file has not been changed since it was saved"), self)
        box.setObjectName("elsewhere_found")
        box.add(
            Label(
                self.tr(
                    "In the file: name {name}, staff number {number}, installation {place}."
                ).format(
                    name=own.name or self.tr("no name"),
                    number=own.staff_number or self.tr("left out"),
                    place=own.installation,
                )
            )
        )
        box.add(Label(self._likeness(own.likeness)))
        box.add(
            Label(
                self.tr("New here: %n module(s).", "", own.new)
                if own.new
                else self.tr("Everything in it is here already.")
            )
        )
        row = FlowRow(box)
        if own.new:
            add = buttons.secondary(
                self.tr("It is mine: add these modules"), "elsewhere_add", "plus"
            )
            add.clicked.connect(self._on_add)
            row.add(add)
        leave = buttons.secondary(
            self.tr("Add nothing") if own.new else self.tr("Close"), "elsewhere_leave"
        )
        leave.clicked.connect(self.clear)
        row.add(leave)
        box.add(row)
        self._place.addWidget(box)
        box.show()
        self._found = box

    def clear(self) -> None:
        """Shows no file."""
        self._file = None
        if self._found is not None:
            self._found.hide()
            self._place.removeWidget(self._found)
            self._found.deleteLater()
            self._found = None

    def _on_add(self) -> None:
        if self._file is not None:
            self.add_wanted.emit(self._file)

    def _likeness(self, likeness: Likeness) -> str:
        match likeness:
            case Likeness.SAME_NUMBER:
                return self.tr("It has your staff number.")
            case Likeness.SAME_PERSON:
                return self.tr("It was saved for you, on this installation or a copy of it.")
            case Likeness.OTHER_NUMBER:
                return self.tr(
                    "It has a different staff number from yours. Please add it only if you "
                    "are sure that it is yours."
                )
            case _:
                return self.tr(
                    "Steady cannot tell whether it is yours. Please add it only if it is."
                )
