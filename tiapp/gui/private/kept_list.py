"""The check-ins that are kept, one by one, each of which can be deleted."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.announce import announce
from tiapp.gui.kit.card import Card
from tiapp.gui.kit.dates import long_date
from tiapp.gui.kit.hub import Topic
from tiapp.gui.kit.run import Runner
from tiapp.gui.kit.text import Label, wrapping
from tiapp.gui.private.trend_words import name_of
from tiapp.learning.practice.model import CheckInItem, ItemKind
from tiapp.private.check_in_model import CheckIn
from tiapp.private.check_ins import CheckIns

PAGE = 10


class KeptList(QWidget):
    """Ten at a time, the latest first. A deleted one can be put back until the page is left.

    Signals:
        changed(): something was deleted or put back.
    """

    changed = Signal()

    def __init__(
        self,
        check_ins: CheckIns,
        runner: Runner,
        items: dict[str, CheckInItem],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("kept_check_ins")
        self.setSizePolicy(wrapping())
        self._check_ins = check_ins
        self._runner = runner
        self._items = items
        self._shown = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._column = QVBoxLayout()
        self._column.setSpacing(12)
        column.addLayout(self._column)
        self._more = buttons.secondary(self.tr("Show earlier check-ins"), "kept_more", "arrow-down")
        self._more.clicked.connect(self.load)
        self._more.hide()
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeading)

    def load(self) -> None:
        """Brings the next ten."""
        skip = self._shown
        self._runner.run(self, lambda: self._check_ins.latest(PAGE + 1, skip), self._show)

    def _show(self, found: tuple[CheckIn, ...]) -> None:
        for check_in in found[:PAGE]:
            self._column.addWidget(_KeptCard(check_in, self._items, self._delete, self._put_back))
        self._shown += len(found[:PAGE])
        self._more.setVisible(len(found) > PAGE)

    def _delete(self, card: "_KeptCard") -> None:
        self._runner.run(
            self,
            lambda: self._check_ins.delete(card.check_in.id),
            lambda _: self._note(card, gone=True),
            changed=Topic.CHECK_INS,
        )

    def _put_back(self, card: "_KeptCard") -> None:
        self._runner.run(
            self,
            lambda: self._check_ins.put_back(card.check_in),
            lambda _: self._note(card, gone=False),
            changed=Topic.CHECK_INS,
        )

    def _note(self, card: "_KeptCard", *, gone: bool) -> None:
        self._shown += -1 if gone else 1
        card.show_gone(gone)
        self.changed.emit()


_Act = Callable[["_KeptCard"], None]


class _KeptCard(Card):
    """One check-in in words, or in its place the offer to bring it back."""

    def __init__(
        self, check_in: CheckIn, items: dict[str, CheckInItem], delete: _Act, put_back: _Act
    ) -> None:
        super().__init__("kept_check_in")
        self.check_in = check_in
        when = self.tr("{day}, {time}").format(
            day=long_date(check_in.at.date()), time=f"{check_in.at:%H:%M}"
        )
        row = QHBoxLayout()
        row.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(Label(when, "strong"))
        self._said = Label(self._words(items))
        words.addWidget(self._said)
        row.addLayout(words, 1)
        self._delete = buttons.quiet(self.tr("Delete"), "kept_delete", "trash")
        self._delete.setAccessibleName(self.tr("Delete the check-in of {when}").format(when=when))
        self._delete.clicked.connect(lambda: delete(self))
        row.addWidget(self._delete, 0, Qt.AlignmentFlag.AlignTop)
        self._undo = buttons.secondary(self.tr("Put it back"), "kept_put_back", "undo")
        self._undo.clicked.connect(lambda: put_back(self))
        self._undo.hide()
        row.addWidget(self._undo, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(row)
        self._text = self._said.text()

    def show_gone(self, gone: bool) -> None:
        """Deleted, or there again."""
        focused = self._delete.hasFocus() or self._undo.hasFocus()
        self._undo.setVisible(gone)
        self._delete.setVisible(not gone)
        self._said.setText(
            self.tr("Deleted. You can put it back until you leave this page.")
            if gone
            else self._text
        )
        if focused:
            (self._undo if gone else self._delete).setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self._said, self._said.text())

    def _words(self, items: dict[str, CheckInItem]) -> str:
        lines = []
        order = {item_id: number for number, item_id in enumerate(items)}
        answers = self.check_in.answers
        for answer in sorted(answers, key=lambda a: order.get(a.item, len(order))):
            item = items.get(answer.item)
            if item is not None and item.kind is ItemKind.TEXT:
                lines.append(f"{item.ask} {answer.words}")
            elif item is not None and answer.step is not None:
                word = (
                    item.scale[answer.step]
                    if answer.steps == len(item.scale)
                    else self.tr("step {step} of {steps}, in an earlier version").format(
                        step=answer.step + 1, steps=answer.steps
                    )
                )
                lines.append(f"{name_of(item)}: {word}")
            elif answer.words:
                lines.append(answer.words)
        if self.check_in.note:
            lines.append(self.check_in.note)
        return "\n".join(lines) or self.tr("Nothing was answered.")
