"""The window: one stage in view, menus and keys, messages, and what it does by itself.

Who is here is decided in `arrivals.py`, the two ways out are in `ways_out.py`, and what each
command does is in `actions.py`.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from tiapp.core.errors import AppError
from tiapp.core.settings import Settings
from tiapp.gui.kit import trace
from tiapp.gui.kit.garbage import leave_alone_what_is_there
from tiapp.gui.kit.hub import Hub, Topic
from tiapp.gui.kit.run import Worker
from tiapp.gui.kit.theme import theme
from tiapp.gui.shell.stages import Stages
from tiapp.services import Services, warm_up, warm_up_reading

if TYPE_CHECKING:
    from tiapp.gui.shell.actions import Actions
    from tiapp.gui.shell.arrivals import Arrivals
    from tiapp.gui.shell.main_stage import MainStage
    from tiapp.gui.shell.menus import Menus
    from tiapp.gui.shell.plain_stage import PlainStage
    from tiapp.gui.shell.reminders import Reminders
    from tiapp.gui.shell.session import Session
    from tiapp.gui.shell.shift_watch import ShiftWatch
    from tiapp.gui.shell.ways_out import WaysOut

MINIMUM = QSize(640, 480)
USUAL = QSize(1240, 820)
"""Room for the navigation, the list of parts and a full line of reading text."""

READY_AFTER_MS = 300
"""Once Home is painted: before, all this would take time from it."""

WARM_UP_AFTER_MS = 600
"""Long enough for a *Carry on* pressed at once to go first, short enough to be done by then."""


class MainWindow(QMainWindow):
    """Built by app.py with the services of the data folder.

    It is made bare, so that it can be on the screen at once; `start` brings what is in it and
    shows what comes first.
    """

    arrivals: "Arrivals"
    ways_out: "WaysOut"
    acts: "Actions"
    menus: "Menus"
    shift_watch: "ShiftWatch"

    def __init__(self, services: Services, hub: Hub, worker: Worker) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.services = services
        self.hub = hub
        self.worker = worker
        self.stage: MainStage | None = None
        self.could_not_start: AppError | None = None
        """Why the window closed by itself; app.py tells it."""
        self._pack_file: Path | None = None
        self.ready = False
        """Whether keys and menus are in force, a moment after what is in the window."""
        self._furnished = False
        self._reminders: Reminders | None = None
        self._when_painted: Callable[[], None] | None = None
        self.stages = Stages(self._on_first_paint)
        self.setCentralWidget(self.stages)
        self.setWindowTitle(self.tr("Steady"))
        self.setMinimumSize(MINIMUM)
        self.resize(USUAL.boundedTo(self.screen().availableSize() * 0.95))
        kept = services.installation.window
        if kept:
            self.restoreGeometry(QByteArray.fromBase64(kept.encode("ascii", "ignore")))

    def show_and_start(self, person_id: str | None) -> None:
        """Shows the window, and starts as soon as it has been painted."""
        self._when_painted = lambda: self._start_calmly(person_id)
        self.show()
        self.activateWindow()

    def start(self, person_id: str | None) -> None:
        """Shows who you are, first use, or Home. AppError when there is no such person."""
        if not self._furnished:
            self._furnish()
        self.arrivals.start(person_id)

    def _start_calmly(self, person_id: str | None) -> None:
        try:
            self.start(person_id)
        except AppError as error:
            self.could_not_start = error
            self.close()

    def _furnish(self) -> None:
        """Brings what is in the window. Late imports: none of it is needed for the first paint."""
        from tiapp.gui.kit import roles
        from tiapp.gui.shell.actions import Actions
        from tiapp.gui.shell.arrivals import Arrivals
        from tiapp.gui.shell.menus import Menus
        from tiapp.gui.shell.shift_watch import ShiftWatch
        from tiapp.gui.shell.ways_out import WaysOut

        self._furnished = True
        roles.install()
        self.arrivals = Arrivals(self.services, self.hub, self.worker, self._apply, self)
        self.arrivals.stage_wanted.connect(self._show_plain)
        self.arrivals.entered.connect(self._show_main)
        self.arrivals.room_wanted.connect(self._show_set_up)
        self.arrivals.left.connect(self._drop_main)
        self.ways_out = WaysOut(self.stages, self.services, self.hub, self)
        self.ways_out.hidden.connect(self._on_hidden)
        self.acts = Actions(self)
        self.menus = Menus(self, self.acts)
        self.shift_watch = ShiftWatch(self)
        self.shift_watch.pressed.connect(self.ways_out.hide_or_show)
        self.hub.failed.connect(self.show_error)
        self.hub.changed.connect(self._on_changed)
        theme().changed.connect(self._fit)
        QTimer.singleShot(READY_AFTER_MS, self, self._get_ready)
        QTimer.singleShot(WARM_UP_AFTER_MS, self, self._warm_up)

    def show_error(self, error: AppError) -> None:
        """Shows a message above the page in view, or for later when the screen is hidden."""
        stage = self.stages.current() or self.stage
        if stage is not None:
            stage.messages.show_error(error)

    def change_settings(self, how: Callable[[Settings], Settings]) -> None:
        """Puts a change of look in force and keeps it for the person, if one is known."""
        session = self.arrivals.session
        if session is None:
            self._apply(how(theme().settings))
            return
        try:
            session.save_settings(how(session.person.settings))
        except AppError as error:
            self.show_error(error)

    def open_pack(self, file: Path) -> None:
        """Offers to install a pack file, as soon as somebody is known."""
        self._pack_file = file
        self._offer_pack()

    def _offer_pack(self) -> None:
        from tiapp.gui.kit.places import Destination, Screen

        if self._pack_file is not None and self.stage is not None:
            file, self._pack_file = self._pack_file, None
            self.stage.go(Destination(Screen.AUTHOR, file=str(file)))

    def _on_second_start(self) -> None:
        """Somebody started Steady again, perhaps by opening a pack file."""
        from tiapp.storage.one_instance import asked_pack

        self.come_forward()
        file = asked_pack(self.services.paths.data)
        if file is not None:
            self.open_pack(file)

    def come_forward(self) -> None:
        """A second start of Steady asks for this."""
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()

    # Stages

    def _show_main(self, session: "Session") -> None:
        from tiapp.gui.kit.places import Destination, Screen
        from tiapp.gui.shell import navigation
        from tiapp.gui.shell.main_stage import MainStage

        stage = MainStage(session, navigation.entries())
        stage.help_wanted.connect(self.acts.immediate_help)
        stage.hide_wanted.connect(self.acts.hide_screen)
        stage.lock_wanted.connect(self.acts.lock_room)
        stage.search_wanted.connect(self.acts.quick_search)
        stage.moved.connect(self._name_the_window)
        self.stage = stage
        self.stages.show_stage(stage)
        self.menus.enable(in_main=True)
        self._fit()
        stage.go(Destination(Screen.HOME))
        self._offer_pack()
        if self.ready:
            stage.know_private()
            self._fit_reminders()

    def _show_set_up(self) -> None:
        from tiapp.gui.kit.places import Destination, Screen

        if self.stage is not None:
            self.stage.go(Destination(Screen.VAULT))

    def _show_plain(self, stage: "PlainStage") -> None:
        stage.help_wanted.connect(self.acts.immediate_help)
        stage.hide_wanted.connect(self.acts.hide_screen)
        self.stages.show_stage(stage)
        self.menus.enable(in_main=False)
        self._name_the_window()

    def _fit_reminders(self) -> None:
        """Watches for reminders while somebody is here who wants them."""
        session = self.arrivals.session
        wanted = session is not None and session.person.settings.reminders
        if self._reminders is not None and not wanted:
            self._reminders.stop()
            self._reminders = None
        elif self._reminders is None and wanted and session is not None:
            from tiapp.gui.shell.reminders import Reminders

            self._reminders = Reminders(self, session)

    def _drop_main(self) -> None:
        if self._reminders is not None:
            self._reminders.stop()
            self._reminders = None
        if self.stage is not None:
            self.stage.leaving()
            self.stages.drop(self.stage)
            self.stage = None

    def _on_hidden(self, hidden: bool) -> None:
        if hidden and self.stage is not None:
            self.acts.lock_room()
            self.stage.leaving()
        self.menuBar().setVisible(not hidden)
        self._name_the_window()

    def _name_the_window(self) -> None:
        """The screen's name, never what is read on it: others can see the task bar."""
        if self.ways_out.is_hidden:
            self.setWindowTitle(self.tr("Calendar"))
        elif self.stage is not None and self.stages.current() is self.stage:
            screen = self.stage.screen_words()
            words = self.tr("{screen} - Steady").format(screen=screen)
            self.setWindowTitle(words if screen else self.tr("Steady"))
        else:
            self.setWindowTitle(self.tr("Steady"))

    # What the window does by itself

    def _apply(self, settings: Settings) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme().apply(app, settings)
        self.shift_watch.on = settings.hide_screen_by_shift

    def _on_changed(self, topic: Topic) -> None:
        session = self.arrivals.session
        if topic is Topic.SETTINGS and session is not None:
            self._apply(session.person.settings)
            if self.ready:
                self._fit_reminders()

    def _on_first_paint(self) -> None:
        trace.mark("first_paint")
        if self._when_painted is not None:
            QTimer.singleShot(0, self, self._when_painted)

    def _get_ready(self) -> None:
        """Gets ready what the first key or click is likely to need."""
        from tiapp.gui.kit.focus_ring import keep_one
        from tiapp.gui.kit.icons import icon
        from tiapp.gui.shell.one_window import ShowWatch

        QApplication.setWindowIcon(icon("leaf", "primary"))
        self.menus.fill()
        keep_one()
        if self.services.paths.data.is_dir():
            ShowWatch(self.services.paths.data, self).wanted.connect(self._on_second_start)
        if self.stage is not None:
            self.stage.know_private()
            self._fit_reminders()
        self.worker.run(self, warm_up_reading)
        self.ready = True

    def _warm_up(self) -> None:
        if not self.worker.idle:
            QTimer.singleShot(WARM_UP_AFTER_MS, self, self._warm_up)
            return
        self.worker.run(self, warm_up, lambda _: leave_alone_what_is_there())
        self.worker.run(self, self.services.library.refresh, self._on_library_checked)

    def _on_library_checked(self, changed: bool) -> None:
        if changed:
            self.hub.changed.emit(Topic.LIBRARY)

    def _fit(self) -> None:
        if self.stage is not None:
            self.stage.fit(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Icons alone in the navigation when there is little room."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back one level, and never loses anything."""
        if event.key() != Qt.Key.Key_Escape or not self._furnished:
            super().keyPressEvent(event)
        elif self.ways_out.is_hidden or self.ways_out.leave_help():
            pass  # whoever walks past must not bring the screen back by a chance key
        elif self.stage is not None and self.stages.current() is self.stage:
            self.stage.escape()
        elif (stage := self.stages.current()) is not None and (page := stage.page()) is not None:
            page.escape()

    def changeEvent(self, event: QEvent) -> None:
        """Keeps the place when the window is minimised."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange and self.isMinimized() and self.stage:
            self.stage.leaving()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keeps the place and the window's size; what is being saved is finished by app.py.

        Private words that can't be saved keep it open: only the person may let go of them.
        """
        if self._furnished and not self.may_leave(self.close):
            event.ignore()
            return
        self._keep_window()
        if self._furnished:
            self.arrivals.leave()
        super().closeEvent(event)

    def may_leave(self, leave: Callable[[], object]) -> bool:
        """Locks the private room, and says whether whoever is here can leave now.

        Otherwise `leave` is called once everything is saved; should that not go, the window shows
        what is held.
        """
        session = self.arrivals.session
        return session is None or session.may_leave(leave, self._show_held)

    def _show_held(self) -> None:
        from tiapp.gui.kit.places import Destination, Screen

        if self.ways_out.is_hidden:
            self.ways_out.come_back()
        if self.stage is not None:
            self.stage.go(Destination(Screen.REFLECT))

    def _keep_window(self) -> None:
        kept = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
        try:
            self.services.change_installation(lambda now: replace(now, window=kept))
        except AppError:
            return  # the size of a window is not worth a message at closing
