"""Starts the window, top to bottom: one window a data folder, services, the look, the first screen.

Nothing heavy is imported before the first paint: Home is drawn from two plain statements, and
SQLAlchemy comes in a thread while the person reads (docs/benchmarks.md).
"""

import gc
import logging
import os
import sys
from pathlib import Path

from tiapp.core.clock import Clock, SystemClock
from tiapp.core.errors import AppError
from tiapp.services import Services
from tiapp.storage.bug_log import note_bug
from tiapp.storage.one_instance import ask_to_show, take_window_lock
from tiapp.storage.paths import Paths


def main(
    paths: Paths,
    person: str | None = None,
    *,
    pictures: Path | None = None,
    pack_file: Path | None = None,
) -> int:
    """Opens the window and returns when it is closed: 0. With `pictures`, draws and returns.

    `person` is a name or id; `pack_file` a pack that the window offers to install.
    AppError when there is no screen, nobody of that name, or the data folder can't be used;
    nothing has been opened then.
    """
    # From here on garbage is collected by gui/kit/garbage.py alone; while Qt is imported there is
    # none worth looking for.
    gc.disable()
    if pictures is not None:
        return _draw(paths, pictures)
    if not _has_screen():
        raise AppError(
            "There is no screen here to open a window on.",
            "Nothing was changed. Use tiapp --pictures FOLDER to draw the first screens to files.",
            code="no-screen",
        )
    try:
        return _open_once(paths, person, pack_file)
    except AppError as error:
        if _nobody_reads_the_terminal():
            from tiapp.gui.start_error import tell

            tell(error)
        raise


def _open_once(paths: Paths, person: str | None, pack_file: Path | None) -> int:
    """One window a data folder: a second start asks the first window to come forward."""
    lock = take_window_lock(paths.data)
    if lock is None:
        ask_to_show(paths.data, pack_file)
        sys.stderr.write("Steady is open already. Its window comes to the front.\n")
        return 0
    try:
        return _open(paths, person, pack_file)
    finally:
        lock.release()


def _open(paths: Paths, person: str | None, pack_file: Path | None) -> int:
    clock = SystemClock()
    services = Services(paths, clock)
    log = _BugLog(paths.logs, clock)
    logging.getLogger("tiapp").addHandler(log)
    person_id = services.people.find(person).id if person is not None else None

    # late: the command line never needs Qt
    from tiapp.gui.application import start
    from tiapp.gui.kit.hub import Hub
    from tiapp.gui.kit.run import Worker
    from tiapp.gui.shell.main_window import MainWindow

    hub = Hub()
    app = start(paths.resources, hub, services.look_at_start(person_id))
    worker = Worker(hub)
    window = MainWindow(services, hub, worker)
    window.show_and_start(person_id)
    if pack_file is not None:
        window.open_pack(pack_file.absolute())
    try:
        code = app.exec()
        if window.could_not_start is not None:
            raise window.could_not_start
        return code
    finally:
        worker.stop()
        logging.getLogger("tiapp").removeHandler(log)


def _draw(paths: Paths, folder: Path) -> int:
    """For machines without a screen: the same start, offscreen, with two pictures as the result."""
    if not _has_screen():
        sys.stdout.write("There is no screen here, so Steady draws its first screens to files.\n")
    os.environ["QT_QPA_PLATFORM"] = "offscreen"

    from tiapp.gui.pictures import draw_first_screens

    for file in draw_first_screens(paths, folder):
        sys.stdout.write(f"{file}\n")
    return 0


def _nobody_reads_the_terminal() -> bool:
    """Whether Steady was started from a desktop, where a line on stderr is seen by nobody."""
    if os.environ.get("QT_QPA_PLATFORM") in ("offscreen", "minimal"):
        return False
    return sys.stderr is None or not sys.stderr.isatty()


def _has_screen() -> bool:
    """Whether a window can be opened. Only Linux can be without; Qt would abort there."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


class _BugLog(logging.Handler):
    """Keeps where in the program something went wrong; never what anybody wrote or read."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        super().__init__(logging.ERROR)
        self._folder = folder
        self._clock = clock

    def emit(self, record: logging.LogRecord) -> None:
        """Notes an error that came with its traceback."""
        error = record.exc_info[1] if record.exc_info else None
        if error is not None:
            note_bug(self._folder, error, self._clock.now())
