"""The dialog that asks where a document should go, answered as a person would."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLineEdit

from tests.window import Steady


@pytest.fixture
def own_dialog(monkeypatch: pytest.MonkeyPatch) -> None:
    """Qt's own dialog, which can be found; the system's cannot be driven from here."""
    made = QFileDialog.setAcceptMode

    def own(self: QFileDialog, mode: QFileDialog.AcceptMode) -> None:
        self.setOption(QFileDialog.Option.DontUseNativeDialog)
        made(self, mode)

    monkeypatch.setattr(QFileDialog, "setAcceptMode", own)


def save_dialog(steady: Steady) -> QFileDialog:
    found: list[QFileDialog] = []

    def there() -> bool:
        found[:] = [
            d for d in steady.window.findChildren(QFileDialog, "file_choice") if d.isVisible()
        ]
        return bool(found)

    steady.qtbot.waitUntil(there, timeout=10_000)
    return found[0]


def save_to(steady: Steady, file: Path) -> str:
    """Answers the dialog; returns the name that it offered."""
    dialog = save_dialog(steady)
    offered = Path(dialog.selectedFiles()[0]).name
    dialog.setDirectory(str(file.parent))
    with steady.qtbot.waitSignal(dialog.fileSelected) as chosen:
        typed = dialog.findChild(QLineEdit, "fileNameEdit")
        assert typed is not None
        typed.setText(file.name)
        dialog.accept()
    assert chosen.args == [str(file)]
    steady.until(file.exists)
    return offered
