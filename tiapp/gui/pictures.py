"""Draws the first screens to PNG, for machines without a screen and for the installed wheel."""

import tempfile
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

from tiapp.core.clock import SystemClock
from tiapp.core.errors import AppError
from tiapp.gui.application import start
from tiapp.gui.kit.hub import Hub
from tiapp.gui.kit.places import Destination, Screen
from tiapp.gui.kit.run import Worker
from tiapp.gui.shell.main_window import MainWindow
from tiapp.services import Services
from tiapp.storage.paths import Paths

PATIENCE_MS = 30_000


def draw_first_screens(paths: Paths, folder: Path) -> list[Path]:
    """Home and the first part of the first module, as a new person sees them.

    A throwaway data folder is used: nobody's own is touched. AppError when the pictures cannot be
    written or there is no module.
    """
    with tempfile.TemporaryDirectory(prefix="tiapp-pictures-") as temporary:
        throwaway = Paths.under(Path(temporary))
        services = Services(throwaway, SystemClock())
        person = services.people.add("")
        hub = Hub()
        start(paths.resources, hub)
        worker = Worker(hub)
        window = MainWindow(services, hub, worker)
        try:
            window.start(person.id)
            window.show()
            settle(worker)
            home = _save(window, folder / "home.png")
            entries = services.library.entries()
            if not entries:
                raise AppError(
                    "There is no module to draw.",
                    "Nothing was changed. Check that the content folder came with Steady.",
                    code="no-modules",
                )
            assert window.stage is not None
            window.stage.go(Destination(Screen.MODULE, module_id=entries[0].id, resume=True))
            settle(worker)
            return [home, _save(window, folder / "first-part.png")]
        finally:
            window.close()
            worker.stop()


def settle(worker: Worker, idle_ms: int = 60) -> None:
    """Lets the window do what it has to until the worker is idle and stays so."""
    loop = QEventLoop()
    calm = QTimer()
    calm.setInterval(idle_ms)
    quiet_rounds = 0

    def look() -> None:
        nonlocal quiet_rounds
        quiet_rounds = quiet_rounds + 1 if worker.idle else 0
        if quiet_rounds >= 2:
            loop.quit()

    calm.timeout.connect(look)
    calm.start()
    QTimer.singleShot(PATIENCE_MS, loop, loop.quit)
    loop.exec()


def _save(widget: QWidget, file: Path) -> Path:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise _unwritable(file.parent) from problem
    if not widget.grab().save(str(file)):
        raise _unwritable(file.parent)
    return file


def _unwritable(folder: Path) -> AppError:
    return AppError(
        f"The pictures could not be written to {folder}.",
        "Nothing else was changed. Choose another folder.",
        code="pictures",
    )
