"""One step of the plan as a card: what it says, and what can be done with it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.card import Card
from tiapp.gui.kit.equal_row import Evener, equal_row
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.text import Label, Muted, SmallTitle
from tiapp.gui.private.private_text import PrivateText, labelled
from tiapp.gui.private.step_words import heading, more_words, state_words
from tiapp.private.plan_model import Step, StepState


class OpenStep(Card):
    """A step that is open. Alt+Up and Alt+Down move it, from anywhere in the card.

    Signals:
        done(), let_go(), change_wanted(), module_wanted(), later(int), moved(int)
            `later` gives days until the person would like to come back; 0 is not at all.
    """

    done = Signal()
    let_go = Signal()
    change_wanted = Signal()
    module_wanted = Signal()
    later = Signal(int)
    moved = Signal(int)

    def __init__(
        self,
        step: Step,
        *,
        come_back: bool,
        first: bool,
        last: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("open_step", parent)
        self.step_id = step.id
        title = heading(step)
        row = QHBoxLayout()
        row.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(SmallTitle(title))
        words.addWidget(Muted(state_words(step)))
        for line in more_words(step):
            words.addWidget(Label(line))
        row.addLayout(words, 1)
        self._up = self._arrow(-1, "step_up", "arrow-up", title, usable=not first)
        self._down = self._arrow(1, "step_down", "arrow-down", title, usable=not last)
        row.addWidget(self._up, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._down, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(row)
        if come_back:
            self._add_come_back()
        self._done = buttons.secondary(self.tr("Done"), "step_done", "check")
        self._done.setAccessibleName(self.tr("Done: {step}").format(step=title))
        self._done.clicked.connect(self.done)
        let_go = buttons.secondary(self.tr("Let go"), "step_let_go", "leaf")
        let_go.setAccessibleName(self.tr("Let go: {step}").format(step=title))
        let_go.clicked.connect(self.let_go)
        more = FlowRow(spacing=10)
        Evener([self._done, let_go], more)
        more.add(self._done)
        more.add(let_go)
        change = buttons.quiet(self.tr("Change this step"), "step_change", "pencil")
        change.setAccessibleName(self.tr("Change: {step}").format(step=title))
        change.clicked.connect(self.change_wanted)
        more.add(change)
        if step.prompt is not None:
            module = buttons.link(self.tr("Look at the module"), "step_module")
            module.clicked.connect(self.module_wanted)
            more.add(module)
        self.add(more)
        self._add_keys()

    def _add_keys(self) -> None:
        """Shortcuts, since a button that has the focus would take the arrows for itself."""
        for keys, by in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda by=by: self.moved.emit(by))

    def begin(self, *, by: int = 0) -> None:
        """Puts the focus here: on the arrow that moved it, if it still can."""
        arrow = self._up if by < 0 else self._down
        there = arrow if by and arrow.isEnabled() else self._done
        there.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrow(self, by: int, name: str, icon: str, title: str, *, usable: bool) -> QWidget:
        words = (
            self.tr("Move up: {step}").format(step=title)
            if by < 0
            else self.tr("Move down: {step}").format(step=title)
        )
        arrow = buttons.icon_only(words, name, icon)
        arrow.setToolTip(self.tr("Move up (Alt+Up)") if by < 0 else self.tr("Move down (Alt+Down)"))
        arrow.setEnabled(usable)
        arrow.clicked.connect(lambda: self.moved.emit(by))
        return arrow

    def _add_come_back(self) -> None:
        self.add(Label(self.tr("You wanted to come back to this about now.")))
        row = FlowRow(spacing=4)
        for words, name, days in (
            (self.tr("Come back in two weeks"), "step_later", 14),
            (self.tr("No need to come back to it"), "step_no_need", 0),
        ):
            button = buttons.quiet(words, name)
            button.clicked.connect(lambda _=False, chosen=days: self.later.emit(chosen))
            row.add(button)
        self.add(row)


class ClosedStep(Card):
    """A step that was done or let go; both look the same.

    Signals:
        bring_back(), delete()
        helped(str): what helped, if the person says so; asked once, right after *Done*.
    """

    bring_back = Signal()
    delete = Signal()
    helped = Signal(str)

    def __init__(self, step: Step, *, ask: bool, parent: QWidget | None = None) -> None:
        super().__init__("closed_step", parent)
        self.step_id = step.id
        title = heading(step)
        self.add(Label(title, "strong"))
        self.add(Muted(state_words(step)))
        for line in more_words(step):
            self.add(Label(line))
        self._text: PrivateText | None = None
        if ask and step.state is StepState.DONE:
            self._ask()
        row = FlowRow(spacing=4)
        back = buttons.quiet(self.tr("Bring it back"), "step_bring_back", "undo")
        back.setAccessibleName(self.tr("Bring it back: {step}").format(step=title))
        back.clicked.connect(self.bring_back)
        row.add(back)
        delete = buttons.quiet(self.tr("Delete"), "step_delete", "trash")
        delete.setAccessibleName(self.tr("Delete: {step}").format(step=title))
        delete.clicked.connect(self.delete)
        row.add(delete)
        self.add(row)

    def written(self) -> str:
        """What stands in the field for what helped."""
        return self._text.words() if self._text is not None else ""

    def begin(self) -> None:
        """Puts the focus here."""
        there = self._text or self.findChild(QWidget, "step_bring_back")
        if there is not None:
            there.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self) -> None:
        text = PrivateText("step_helped", 2)
        self._text = text
        self.add(labelled(self.tr("What helped, if you would like to note it"), text))
        keep = buttons.secondary(self.tr("Save this note"), "step_keep_helped")
        keep.clicked.connect(lambda: self.helped.emit(self.written()))
        leave = buttons.secondary(self.tr("Leave blank"), "step_leave_helped")
        leave.clicked.connect(lambda: self.helped.emit(""))
        self.add(equal_row(keep, leave))
