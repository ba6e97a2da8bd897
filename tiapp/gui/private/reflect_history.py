"""How an entry read before, and what was deleted: both can be brought back for ninety days."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.card import Card
from tiapp.gui.kit.dates import long_date
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.text import Label, Muted, SectionTitle, wrapping
from tiapp.private.journal_model import EntryLine, Version

SHOWN = 20
_LETTERS = 1200


class _List(QWidget):
    """A heading, a way back, and cards."""

    left = Signal()

    def __init__(self, heading: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(wrapping())
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(16)
        row = FlowRow()
        back = buttons.secondary(self.tr("Go back"), f"{name}_back", "arrow-left")
        back.clicked.connect(self.left)
        row.add(back)
        self.column.addWidget(row)
        self.column.addWidget(SectionTitle(heading))


class HistoryView(_List):
    """The kept versions of one entry.

    Signals:
        brought(int): make the entry read as that version did.
    """

    brought = Signal(int)

    def __init__(self, versions: tuple[Version, ...], parent: QWidget | None = None) -> None:
        words = QCoreApplication.translate("HistoryView", "Earlier versions")
        super().__init__(words, "history", parent)
        self.column.addWidget(
            Label(
                self.tr(
                    "An earlier version is kept when you come back to an entry, and when a "
                    "lot of it is deleted at once. Each is kept for 90 days."
                )
                if versions
                else self.tr("There is no earlier version of this entry yet.")
            )
        )
        for version in versions[:SHOWN]:
            card = Card(f"version_{version.number}")
            card.setSizePolicy(wrapping())
            day, time = long_date(version.until.date()), version.until.strftime("%H:%M")
            card.add(Label(self.tr("Until {day}, {time}").format(day=day, time=time), "strong"))
            if version.title:
                card.add(Label(version.title, "strong"))
            body = version.body
            card.add(Label(body[:_LETTERS] + ("…" if len(body) > _LETTERS else "")))
            row = FlowRow()
            bring = buttons.secondary(
                self.tr("Bring this version back"), f"bring_{version.number}", "history"
            )
            bring.clicked.connect(lambda _=False, n=version.number: self.brought.emit(n))
            row.add(bring)
            card.add(row)
            self.column.addWidget(card)


class DeletedView(_List):
    """Deleted entries.

    Signals:
        undeleted(str): bring that entry back.
        removed(str): delete it for good.
    """

    undeleted = Signal(str)
    removed = Signal(str)

    def __init__(self, lines: tuple[EntryLine, ...], parent: QWidget | None = None) -> None:
        words = QCoreApplication.translate("DeletedView", "Deleted entries")
        super().__init__(words, "deleted", parent)
        self.column.addWidget(
            Label(
                self.tr("A deleted entry is kept for 90 days, and then it is deleted for good.")
                if lines
                else self.tr(
                    "There are no deleted entries. What you delete is kept here for 90 days."
                )
            )
        )
        for line in lines:
            self.column.addWidget(DeletedCard(line, self))


class DeletedCard(Card):
    """One deleted entry, with both ways on. Deleting for good is asked about once."""

    def __init__(self, line: EntryLine, view: "DeletedView") -> None:
        super().__init__(f"deleted_{line.id}", view)
        self.setSizePolicy(wrapping())
        self.add(Label(line.heading or self.tr("An empty entry"), "strong"))
        words = self.tr("Written on {day}").format(day=long_date(line.written.date()))
        if line.deleted is not None:
            deleted = long_date(line.deleted.date())
            words = self.tr("Written on {day}, deleted on {deleted}").format(
                day=long_date(line.written.date()), deleted=deleted
            )
        self.add(Muted(words))
        row = FlowRow()
        back = buttons.secondary(self.tr("Bring it back"), "deleted_undelete", "undo")
        back.clicked.connect(lambda: view.undeleted.emit(line.id))
        row.add(back)
        self.add(row)
        self.for_good = ForGood(lambda: view.removed.emit(line.id))
        self.add(self.for_good)


class ForGood(QWidget):
    """*Delete for good now*, which asks once: this is the one thing that can't be undone."""

    def __init__(self, remove: Callable[[], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(wrapping())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._first = FlowRow()
        ask = buttons.quiet(self.tr("Delete for good now"), "delete_for_good", "trash-2")
        ask.clicked.connect(self._ask)
        self._first.add(ask)
        column.addWidget(self._first)
        self._sure = QWidget()
        self._sure.setSizePolicy(wrapping())
        inner = QVBoxLayout(self._sure)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(
            Label(
                self.tr(
                    "Nobody can bring it back then. Earlier backups keep it until Steady "
                    "deletes those backups."
                )
            )
        )
        row = FlowRow()
        self._keep = buttons.secondary(self.tr("Keep it"), "keep_it")
        self._keep.clicked.connect(self._let_be)
        row.add(self._keep)
        sure = buttons.secondary(self.tr("Delete for good"), "delete_for_good_sure", "trash-2")
        sure.clicked.connect(remove)
        row.add(sure)
        inner.addWidget(row)
        self._sure.hide()
        column.addWidget(self._sure)

    def _ask(self) -> None:
        self._first.hide()
        self._sure.show()
        self._keep.setFocus()

    def _let_be(self) -> None:
        self._sure.hide()
        self._first.show()
