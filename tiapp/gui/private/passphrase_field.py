"""A field for a passphrase, with a button that shows what is typed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.clipboard import PrivateLine
from tiapp.gui.kit.icons import icon
from tiapp.gui.kit.text import Muted
from tiapp.gui.kit.widths import keep_width

LONGEST = 1000

_HINTS = (
    Qt.InputMethodHint.ImhHiddenText
    | Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
)


class PassphraseField(QWidget):
    """Label, field and *Show*. What is typed is hidden until the person asks to see it.

    Signals:
        entered(): Enter was pressed in the field.
        edited(str): another passphrase stands there.
        shown_changed(bool): it is shown, or hidden again.
    """

    entered = Signal()
    edited = Signal(str)
    shown_changed = Signal(bool)

    def __init__(
        self, words: str, name: str, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.field = QLineEdit()
        self.field.setObjectName(name)
        PrivateLine(self.field)  # while it is shown, it can be copied
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setInputMethodHints(_HINTS)
        self.field.setMaxLength(LONGEST)
        keep_width(self.field, least=200, most=420)
        self.field.returnPressed.connect(self.entered)
        self.field.textChanged.connect(self.edited)
        label = QLabel(words)
        label.setWordWrap(True)
        label.setBuddy(self.field)
        self._show = buttons.quiet(self.tr("Show"), f"{name}_show", "eye")
        self._show.setCheckable(True)
        self._show.setAccessibleName(self.tr("Show what is typed"))
        self._show.toggled.connect(self._show_or_hide)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label)
        if hint:
            column.addWidget(Muted(hint))
            self.field.setAccessibleDescription(hint)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(self._show)
        row.addStretch(0)
        column.addLayout(row)

    @property
    def shown(self) -> bool:
        """Whether the person sees what is typed."""
        return self._show.isChecked()

    def text(self) -> str:
        """What stands in the field."""
        return self.field.text()

    def show_text(self, shown: bool) -> None:
        """Shows or hides what is typed."""
        self._show.setChecked(shown)

    def clear(self) -> None:
        """Empties the field, forgets how it got there, and hides what comes next."""
        self.field.clear()
        self._show.setChecked(False)

    def _show_or_hide(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.field.setEchoMode(mode)
        self._show.setText(self.tr("Hide") if shown else self.tr("Show"))
        self._show.setIcon(icon("eye-off" if shown else "eye", "text", "on_soft"))
        self.shown_changed.emit(shown)
