"""The two ways out that work everywhere: Immediate help, and Hide screen."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from tiapp.gui.kit.hub import Hub
from tiapp.gui.kit.places import Destination, Screen
from tiapp.gui.shell.main_stage import MainStage
from tiapp.gui.shell.stages import Stages
from tiapp.services import Services


class WaysOut(QObject):
    """Shows Support over whatever is in view, and swaps everything for a calendar.

    Signals:
        hidden(bool): the screen was hidden (True) or shown again (False).
    """

    hidden = Signal(bool)

    def __init__(self, stages: Stages, services: Services, hub: Hub, parent: QWidget) -> None:
        super().__init__(parent)
        self._stages = stages
        self._services = services
        self._hub = hub
        self._help: QWidget | None = None
        self._before_help: QWidget | None = None
        self._calendar: QWidget | None = None
        self._before_hiding: QWidget | None = None

    @property
    def is_hidden(self) -> bool:
        """Whether the calendar is in view."""
        return self._calendar is not None and self._stages.currentWidget() is self._calendar

    def immediate_help(self, stage: MainStage | None) -> None:
        """Support, from wherever the person is; it needs neither a person nor the modules."""
        if self.is_hidden:
            self.come_back()
        if stage is not None and self._stages.currentWidget() is stage:
            stage.go(Destination(Screen.SUPPORT, resume=True))
            return
        if self._help is not None:
            return
        from tiapp.gui.shell.plain_stage import PlainStage
        from tiapp.gui.support.support_page import SupportPage

        library, clock = self._services.library, self._services.clock
        page = SupportPage(library.support, library.exercises, clock.today, self._hub)
        page.refresh()
        helping = PlainStage(page, back=self.tr("Go back"))
        helping.back.connect(self.leave_help)
        helping.hide_wanted.connect(self.hide_or_show)
        self._before_help = self._stages.currentWidget()
        self._help = helping
        self._stages.show_over(helping)
        page.title.setFocus()

    def leave_help(self) -> bool:
        """Back to where help was asked for. False when it was not."""
        if self._help is None or self._before_help is None:
            return False
        self._stages.show_over(self._before_help)
        self._stages.drop(self._help)
        self._before_help = self._help = None
        return True

    def hide_or_show(self) -> None:
        """A plain calendar at once; the same again comes back to the very place."""
        if self.is_hidden:
            self.come_back()
            return
        window = self._stages.window()
        for other in QApplication.topLevelWidgets():
            if other is not window and other.isVisible():
                other.close()  # Quick search, a question, an open menu
        self._before_hiding = self._stages.currentWidget()
        calendar = self._made_calendar()
        self._stages.show_over(calendar)
        calendar.setFocus()
        self.hidden.emit(True)

    def come_back(self) -> None:
        """From the calendar to where the person was."""
        if self._before_hiding is not None:
            self._stages.show_over(self._before_hiding)
            self._before_hiding = None
        self.hidden.emit(False)

    def _made_calendar(self) -> QWidget:
        if self._calendar is None:
            from tiapp.gui.shell.hidden_page import HiddenPage

            page = HiddenPage()
            page.back.connect(self.come_back)
            self._calendar = page
        return self._calendar
