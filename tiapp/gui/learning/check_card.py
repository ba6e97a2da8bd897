"""A question to try. There is no score; answers are kept nowhere."""

from collections.abc import Sequence

from PySide6.QtWidgets import QButtonGroup, QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.announce import announce
from tiapp.gui.kit.card import CalloutBox, Card
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.radio_row import RadioRow
from tiapp.gui.kit.text import Muted, SmallTitle
from tiapp.gui.learning.block_context import BlockContext
from tiapp.gui.learning.prompt_cards import first_words
from tiapp.gui.learning.stage import Stage, column_of
from tiapp.learning.blocks import Check, Option, plain


class CheckCard(Card):
    """One question with its options. Feedback comes below, as often as the person tries."""

    def __init__(self, block: Check, context: BlockContext, parent: QWidget | None = None) -> None:
        super().__init__(f"check_{block.id}", parent)
        self.setAccessibleName(block.title or self.tr("A question to try"))
        self._check = block
        self._context = context
        self.title = SmallTitle(block.title or self.tr("A question to try"))
        self.add(self.title)
        self._open = self._build_open()
        self.add(self._open)
        self._skipped = self._build_skipped()
        self._skipped.hide()
        self.add(self._skipped)

    # --- Building ------------------------------------------------------------------------

    def _build_open(self) -> QWidget:
        holder, column = column_of(12)
        self._context.put(column, self._check.question)
        self._group = QButtonGroup(self)
        rows, options = column_of(4)
        for number, option in enumerate(self._check.options):
            row = RadioRow(plain(option.text), f"option_{number + 1}")
            self._group.addButton(row, number)
            options.addWidget(row)
        self._group.idClicked.connect(self._on_picked)
        column.addWidget(rows)
        self._hint = Muted(
            self.tr("Pick one answer first. You can change it as often as you like.")
        )
        self._hint.hide()
        column.addWidget(self._hint)
        self._feedback = Stage()
        self._feedback.hide()
        column.addWidget(self._feedback)
        column.addWidget(self._build_buttons())
        return holder

    def _build_buttons(self) -> QWidget:
        row = FlowRow()
        self._answer = buttons.secondary(self.tr("Check answer"), "check_answer")
        self._answer.clicked.connect(self._check_answer)
        self._again = buttons.secondary(self.tr("Try again"), "check_try_again")
        self._again.clicked.connect(self._try_again)
        self._again.hide()
        self._show = buttons.secondary(self.tr("Show me what fits"), "check_show")
        self._show.clicked.connect(self._show_what_fits)
        self._show.hide()
        self._skip = buttons.secondary(self.tr("Skip this question"), "check_skip")
        self._skip.clicked.connect(self._skip_question)
        for button in (self._answer, self._again, self._show, self._skip):
            row.add(button)
        return row

    def _build_skipped(self) -> QWidget:
        holder, column = column_of(12)
        column.addWidget(Muted(self.tr("Skipped. That is fine, and nobody is told.")))
        row = FlowRow()
        self._back = buttons.secondary(self.tr("Try it after all"), "check_unskip")
        self._back.clicked.connect(self._unskip)
        row.add(self._back)
        column.addWidget(row)
        return holder

    # --- Answering -----------------------------------------------------------------------

    def _on_picked(self) -> None:
        self._hint.hide()

    def _check_answer(self) -> None:
        picked = self._group.checkedId()
        if picked < 0:
            self._hint.show()
            announce(self._hint, self._hint.text())
            self._context.changed(self._hint)
            return
        option = self._check.options[picked]
        headline = self.tr("This fits") if option.fits else self.tr("Have another look")
        kind = "ok" if option.fits else "info"
        self._show_feedback(headline, [(kind, headline, option)], can_show=not option.fits)
        self._context.practised(self._check.id, option.fits)

    def _show_what_fits(self) -> None:
        boxes = [
            ("ok", plain(option.text), option) for option in self._check.options if option.fits
        ]
        self._show_feedback(self.tr("What fits"), boxes, can_show=False)

    def _try_again(self) -> None:
        self._feedback.hide()
        self._feedback.put(None)
        self._group.setExclusive(False)
        for row in self._group.buttons():
            row.setChecked(False)
        self._group.setExclusive(True)
        self._answer.show()
        self._again.hide()
        self._show.hide()
        self._group.button(0).setFocus()
        self._context.changed(self.title)

    def _skip_question(self) -> None:
        self._try_again()
        self._open.hide()
        self._skipped.show()
        self._back.setFocus()
        announce(self, self.tr("Question skipped"))
        self._context.changed(self.title)

    def _unskip(self) -> None:
        self._skipped.hide()
        self._open.show()
        self._group.button(0).setFocus()
        self._context.changed(self.title)

    # --- Feedback ------------------------------------------------------------------------

    def _show_feedback(
        self, headline: str, boxes: Sequence[tuple[str, str, Option]], *, can_show: bool
    ) -> None:
        holder, column = column_of(12)
        for kind, title, option in boxes:
            box = CalloutBox(kind, title)
            box.setObjectName("check_feedback")
            self._context.put(box.column, option.feedback)
            column.addWidget(box)
        self._feedback.put(holder)
        self._feedback.show()
        self._again.show()
        self._show.setVisible(can_show)
        self._answer.hide()
        self._again.setFocus()
        said = [headline, *(first_words(option.feedback) for _, _, option in boxes)]
        announce(self, " ".join(said))
        self._context.changed(self._feedback)
