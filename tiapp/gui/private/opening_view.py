"""What the two ways to unlock have in common: a try, a quiet moment, and a gentle answer."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit, QWidget

from tiapp.core.errors import AppError
from tiapp.gui.kit.announce import announce
from tiapp.gui.kit.button import Button
from tiapp.gui.kit.card import notice
from tiapp.gui.kit.text import Muted
from tiapp.gui.private.door_calls import DoorCalls
from tiapp.gui.private.view import View

BUSY_AFTER_MS = 150
"""A key is derived in a second or so; words that come and go faster than this only flicker."""


class OpeningView(View):
    """Adds what is said below the field, and keeps the wait between tries."""

    def __init__(
        self, heading: str, name: str, calls: DoorCalls, parent: QWidget | None = None
    ) -> None:
        super().__init__(heading, name, parent)
        self.calls = calls
        self.said = Muted("")
        self.said.setObjectName("opening_words")
        self.said.hide()
        self._trouble: QWidget | None = None
        self._busy = QTimer(self)
        self._busy.setSingleShot(True)
        self._busy.setInterval(BUSY_AFTER_MS)
        self._busy.timeout.connect(
            lambda: self.say(self.tr("One moment, your private room is being opened."))
        )
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.timeout.connect(self._waited)
        self._field: QLineEdit | None = None
        self._button: Button | None = None

    def watch(self, field: QLineEdit, button: Button) -> None:
        """The field that is typed into, and the button that tries it."""
        self._field, self._button = field, button
        if self.calls.wait_left():
            self._begin_waiting()

    def say(self, words: str) -> None:
        """Words below the field; none takes them away."""
        self.said.setText(words)
        self.said.setVisible(bool(words))
        if words:
            announce(self.said, words)

    def begin_try(self) -> None:
        """From the press of the button until the answer."""
        assert self._field is not None and self._button is not None
        self._clear_trouble()
        self._field.setReadOnly(True)  # not disabled: the focus stays where it is
        self._button.setEnabled(False)
        self._busy.start()

    def did_not_open(self, error: AppError) -> None:
        """The answer, when it is not an open door. To have slipped or forgotten is no error."""
        assert self._field is not None and self._button is not None
        self._busy.stop()
        self._field.setReadOnly(False)
        self._button.setEnabled(True)
        self._field.selectAll()
        self._field.setFocus()
        if error.code in ("passphrase-differs", "code-differs", "code-mistyped"):
            self.say(f"{error.title} {error.advice}")
            if self.calls.wait_left():
                self._begin_waiting()
        elif error.code == "vault-wait":
            self._begin_waiting()
        else:
            self.say("")
            words = f"{error.advice} ({error.code})" if error.code else error.advice
            self._trouble = notice("attn", error.title, words)
            self._trouble.setObjectName("opening_trouble")
            self.add(self._trouble)
            announce(self, f"{error.title} {error.advice}")

    def _begin_waiting(self) -> None:
        """Told once, and not counted down."""
        assert self._button is not None
        seconds = self.calls.wait_left()
        self._button.setEnabled(False)
        self.say(
            self.tr(
                "That did not open it. Take your time: you can try again in %n second(s).",
                "",
                seconds,
            )
        )
        self._wait.start(seconds * 1000)

    def _waited(self) -> None:
        assert self._button is not None
        self._button.setEnabled(True)
        self.say(self.tr("You can try again now."))

    def _clear_trouble(self) -> None:
        if self._trouble is not None:
            self.column.removeWidget(self._trouble)
            self._trouble.hide()
            self._trouble.deleteLater()
            self._trouble = None
