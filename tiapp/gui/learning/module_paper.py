"""What of a module there is to save on paper, and the card that offers it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.card import Card
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.save_pdf import Paper, PdfSaver
from tiapp.gui.kit.text import Muted, SmallTitle
from tiapp.learning.model import Module


@dataclass(frozen=True, slots=True)
class ModulePaper:
    """The calls that make a module's documents; each takes its id."""

    saver: PdfSaver
    huddle: Callable[[str], Paper]
    whole: Callable[[str], Paper]
    short: Callable[[str], Paper]


class PaperCard(Card):
    """On paper: the team-huddle sheet, the module, and its short route where there is one.

    Signals:
        closed(): the person pressed *Close*, which is there when the card stands in a strip.
    """

    closed = Signal()

    def __init__(
        self,
        module: Module,
        paper: ModulePaper,
        *,
        may_close: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("paper_card", parent)
        self._paper = paper
        self._module_id = module.id
        self.heading = SmallTitle(self.tr("Save as PDF"))
        self.add(self.heading)
        self.add(
            Muted(
                self.tr(
                    "The huddle sheet is one page for a team to talk about for fifteen minutes. "
                    "Nothing of yours is in these files."
                )
            )
        )
        row = FlowRow()
        self.first = self._offer(row, self.tr("Save the huddle sheet"), "huddle", paper.huddle)
        self._offer(row, self.tr("Save the whole module"), "whole", paper.whole)
        if module.short_route:
            self._offer(row, self.tr("Save the short route"), "short", paper.short)
        if may_close:
            close = buttons.quiet(self.tr("Close"), "paper_close")
            close.setAccessibleName(self.tr("Close: save as PDF"))
            close.clicked.connect(self.closed)
            row.add(close)
        self.add(row)

    def _offer(
        self, row: FlowRow, words: str, name: str, make: Callable[[str], Paper]
    ) -> QPushButton:
        button = buttons.secondary(words, f"paper_{name}", "download")
        button.clicked.connect(lambda: self._paper.saver.ask(self, lambda: make(self._module_id)))
        row.add(button)
        return button
