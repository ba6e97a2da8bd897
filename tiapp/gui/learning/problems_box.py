"""Says kindly which modules could not be opened, with the details for whoever mends them."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.card import CalloutBox
from tiapp.gui.kit.text import Label
from tiapp.learning.model import PackProblem

SHOWN = 20
"""Details listed at most; the command `tiapp modules` lists all."""


class ProblemsBox(CalloutBox):
    """Hidden while there is nothing to tell."""

    def __init__(self, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("ProblemsBox", "Some of the content could not be opened")
        super().__init__("attn", title, parent)
        self.add(
            Label(
                self.tr(
                    "The other modules work as usual and your progress is safe. The person "
                    "who looks after the content can put it right with the details below."
                )
            )
        )
        self._toggle = buttons.quiet(self.tr("Show the details"), "show_problems")
        self._toggle.clicked.connect(self._flip)
        self.add(self._toggle)
        self._details = Label("", "small")
        self._details.setObjectName("problem_details")
        self._details.hide()
        self.add(self._details)
        self.hide()

    def show_problems(self, problems: tuple[PackProblem, ...]) -> None:
        """Lists the problems, or hides the box when there are none."""
        lines = [str(problem) for problem in problems[:SHOWN]]
        if len(problems) > SHOWN:
            lines.append(self.tr("and %n more", "", len(problems) - SHOWN))
        self._details.setText("\n\n".join(lines))
        self.setVisible(bool(problems))

    def _flip(self) -> None:
        shown = self._details.isHidden()
        self._details.setVisible(shown)
        self._toggle.setText(self.tr("Hide the details") if shown else self.tr("Show the details"))
