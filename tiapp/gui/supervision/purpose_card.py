"""The organisation's own line on what completion summaries are for."""

from PySide6.QtWidgets import QLineEdit

from tiapp.gui.kit import buttons
from tiapp.gui.kit.card import Card
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.text import Muted
from tiapp.gui.supervision.panel import Means, Panel, field
from tiapp.supervision.summary import PURPOSE

_LONGEST = 300


class PurposeCard(Panel):
    """One line, which stands in every summary and every file; kept when a person says so."""

    def __init__(self, means: Means) -> None:
        super().__init__(means, "team_purpose")
        card = Card("care_purpose_card")
        self._line = QLineEdit()
        self._line.setObjectName("care_purpose")
        self._line.setMaxLength(_LONGEST)
        self._line.setPlaceholderText(PURPOSE)
        self._line.returnPressed.connect(self._keep)
        card.add(field(self.tr("Line on the &purpose"), self._line))
        card.add(
            Muted(
                self.tr(
                    "It stands in My summary and in every file that is saved, so that whoever "
                    "reads one knows what it is for. Left empty, it is: {line} It holds on this "
                    "computer. On the computers of staff it is set by whoever looks after them."
                ).format(line=PURPOSE)
            )
        )
        row = FlowRow()
        keep = buttons.secondary(self.tr("Keep this line"), "care_purpose_keep", "check")
        keep.clicked.connect(self._keep)
        row.add(keep)
        card.add(row)
        self.add(card)

    def refresh(self) -> None:
        """Shows the line in force, unless somebody is changing it."""
        if not self._line.isModified():
            self._line.setText(self.means.rules.purpose())

    def _keep(self) -> None:
        line = self._line.text()
        self.do(
            lambda: self.means.rules.keep_purpose(line),
            self.tr("Setting saved"),
            lambda _: self._kept(),
        )

    def _kept(self) -> None:
        self._line.setModified(False)
        self.refresh()
