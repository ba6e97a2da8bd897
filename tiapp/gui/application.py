"""The QApplication: name, look, accessibility, and what happens when something unexpected does."""

import logging
import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from tiapp.core.settings import Settings
from tiapp.gui.kit.garbage import keep_one
from tiapp.gui.kit.hub import Hub
from tiapp.gui.kit.run import UNEXPECTED
from tiapp.gui.kit.theme import theme

STYLE = ("-style", "fusion")
"""The same style on every platform. `QApplication.setStyle` would do, and cost 4 ms more."""

_log = logging.getLogger(__name__)


def start(resources: Path, hub: Hub, settings: Settings | None = None) -> QApplication:
    """Makes the application, in the look of `settings`. Call before any widget is made."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication([*sys.argv[:1], *STYLE])
    app.setApplicationName("tiapp")
    # No display name: Qt would add it to every title, the hidden screen's too.
    app.setDesktopFileName("tiapp")
    _translate(app, resources)
    keep_one(app)
    theme().apply(app, settings or Settings())
    _tell_about_bugs(hub)
    return app


def _translate(app: QApplication, resources: Path) -> None:
    """Plurals of English come from a compiled file, like any other language's words."""
    words = QTranslator(app)
    if words.load(str(resources / "i18n" / "tiapp_en.qm")):
        app.installTranslator(words)
    if QLocale().language() is not QLocale.Language.English:
        own = QTranslator(app)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if own.load(QLocale(), "qtbase", "_", folder):
            app.installTranslator(own)


def _tell_about_bugs(hub: Hub) -> None:
    """Anything that is not an AppError is a bug: it is logged, and the person is told so."""

    def hook(
        kind: type[BaseException], error: BaseException, traceback: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        _log.error("Something unexpected happened", exc_info=(kind, error, traceback))
        hub.failed.emit(UNEXPECTED)

    def unraisable(bug: "sys.UnraisableHookArgs") -> None:
        # stderr may end in the system's own log, and what Python would write there quotes the error
        if bug.exc_value is not None:
            _log.error(
                "Something unexpected happened",
                exc_info=(bug.exc_type, bug.exc_value, bug.exc_traceback),
            )

    sys.excepthook = hook
    sys.unraisablehook = unraisable
