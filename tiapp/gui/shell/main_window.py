"""The window: navigation, the page in view, messages, menus, and the stages before them.

Stages: who you are (on a shared computer), first use, the main stage, Support before anybody is
known, and the hidden screen. Each is built when it is first wanted.
"""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from tiapp.core.errors import AppError
from tiapp.core.settings import TEXT_SIZES, Settings, Theme
from tiapp.gui.kit import trace
from tiapp.gui.kit.hub import Hub, Topic
from tiapp.gui.kit.page import Page
from tiapp.gui.kit.places import Destination, Screen
from tiapp.gui.kit.run import Worker
from tiapp.gui.kit.theme import theme
from tiapp.gui.shell import navigation
from tiapp.gui.shell.commands import commands
from tiapp.gui.shell.main_stage import MainStage
from tiapp.gui.shell.menus import Menus
from tiapp.gui.shell.session import Session
from tiapp.services import Services, warm_up

MINIMUM = QSize(640, 480)
USUAL = QSize(1080, 760)
WARM_UP_AFTER_MS = 600
"""Long enough for a *Carry on* pressed at once to go first, short enough to be done by then."""


class _Central(QStackedWidget):
    """The window's content; it notes its first paint for the benchmark."""

    def __init__(self) -> None:
        super().__init__()
        self.on_first_paint: Callable[[], None] | None = None

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.on_first_paint is not None:
            first, self.on_first_paint = self.on_first_paint, None
            first()


class MainWindow(QMainWindow):
    """Built by app.py with the services of the data folder."""

    def __init__(self, services: Services, hub: Hub, worker: Worker) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.services = services
        self.hub = hub
        self.worker = worker
        self.session: Session | None = None
        self.stage: MainStage | None = None
        self._support: QWidget | None = None
        self._before_help: QWidget | None = None
        self._before_hiding: QWidget | None = None
        self._hidden: QWidget | None = None
        self._watch_shift()
        self._central = _Central()
        self._central.on_first_paint = self._on_first_paint
        self.setCentralWidget(self._central)
        self.menus = Menus(self)
        self.setWindowTitle(self.tr("Steady"))
        self.setMinimumSize(MINIMUM)
        self.resize(USUAL)
        hub.failed.connect(self.show_error)
        hub.changed.connect(self._on_changed)
        theme().changed.connect(self._fit)

    # Who is here ------------------------------------------------------------------------------

    def start(self, person_id: str | None) -> None:
        """Shows what comes first: who you are, first use, or Home."""
        self._restore_window()
        people = self.services.people.all()
        if person_id is not None:
            self.enter(person_id)
        elif not people:
            self.show_welcome()
        elif self.services.installation.shared_computer or (
            len(people) > 1 and not self._last_person()
        ):
            self.show_who()
        else:
            self.enter(self._last_person() or people[0].id)
        for notice in self.services.take_notices():
            self.show_error(notice)

    def _last_person(self) -> str:
        last = self.services.installation.last_person
        return last if any(person.id == last for person in self.services.people.all()) else ""

    def enter(self, person_id: str) -> None:
        """Opens Steady for a person."""
        self._leave_person()
        person = self.services.for_person(self.services.people.get(person_id))
        self._apply(person.settings)
        self.session = Session(self.services, person, self.hub, self.worker)
        self.stage = MainStage(self.session, navigation.entries())
        self.stage.help_wanted.connect(self.immediate_help)
        self.stage.hide_wanted.connect(self.hide_screen)
        self.stage.search_wanted.connect(self.quick_search)
        self.stage.moved.connect(self._on_moved)
        self._show_stage(self.stage)
        self._remember_person(person_id)
        self.stage.go(Destination(Screen.HOME))
        self._fit()

    def _remember_person(self, person_id: str) -> None:
        installation = self.services.installation
        if installation.last_person == person_id or installation.shared_computer:
            return
        self._try(
            lambda: self.services.save_installation(replace(installation, last_person=person_id))
        )

    def _leave_person(self) -> None:
        if self.stage is not None:
            self.stage.leaving()
            self._drop(self.stage)
            self.stage = None
        if self.session is not None:
            session, self.session = self.session, None
            # In the worker, after whatever it still has to save for this person.
            self.worker.run(self, session.close)

    def show_welcome(self) -> None:
        """First use, in three steps."""
        from tiapp.gui.welcome.welcome_page import WelcomePage

        self._leave_person()
        self._apply(Settings())
        page = WelcomePage(self.services.installation.shared_computer is None, self._apply)
        page.welcomed.connect(self._on_welcomed)
        self._show_plain(page)

    def show_who(self) -> None:
        """Who are you? Nothing of anyone's is open meanwhile."""
        from tiapp.gui.welcome.who_page import WhoPage

        self._leave_person()
        self._apply(Settings())
        page = WhoPage([(person.id, person.name) for person in self.services.people.all()])
        page.chosen.connect(lambda person_id: self._try(lambda: self.enter(person_id)))
        page.new_here.connect(self.show_welcome)
        self._show_plain(page)

    def _on_welcomed(self, chosen: object) -> None:
        from tiapp.gui.welcome.welcome_page import Welcomed

        assert isinstance(chosen, Welcomed)

        def begin() -> None:
            person = self.services.people.add(chosen.name)
            if chosen.settings != Settings():
                self.services.for_person(person).save_settings(chosen.settings)
            if chosen.shared is not None:
                self.services.save_installation(
                    replace(self.services.installation, shared_computer=chosen.shared)
                )
            self.enter(person.id)

        self._try(begin)

    def switch_person(self) -> None:
        """Goes to *Who are you?*, or to first use when nobody else is known."""
        if self.session is not None:
            self.show_who()

    # Stages -----------------------------------------------------------------------------------

    def _show_plain(self, page: Page) -> None:
        """A page without navigation, with the two ways out always in sight."""
        from tiapp.gui.shell.plain_stage import PlainStage

        stage = PlainStage(page)
        stage.help_wanted.connect(self.immediate_help)
        stage.hide_wanted.connect(self.hide_screen)
        self._show_stage(stage)
        page.refresh()
        page.title.setFocus()

    def _show_stage(self, stage: QWidget) -> None:
        before = self._central.currentWidget()
        if self._central.indexOf(stage) < 0:
            self._central.addWidget(stage)
        self._central.setCurrentWidget(stage)
        if before is not None and before is not stage and before.property("passing"):
            self._drop(before)
        self.menus.enable(in_main=stage is self.stage)

    def _drop(self, widget: QWidget) -> None:
        self._central.removeWidget(widget)
        widget.hide()
        widget.deleteLater()

    def immediate_help(self) -> None:
        """Support, from wherever the person is; it needs neither a person nor the library."""
        if self._central.currentWidget() is self._hidden:
            self.come_back()
        if self.stage is not None and self._central.currentWidget() is self.stage:
            self.stage.go(Destination(Screen.SUPPORT))
            return
        if self._before_help is not None:
            return
        from tiapp.gui.shell.plain_stage import PlainStage
        from tiapp.gui.support.support_page import SupportPage

        services = self.services
        page = SupportPage(services.library.support, services.clock.today, self.hub)
        page.refresh()
        stage = PlainStage(page, back=self.tr("Go back"))
        stage.back.connect(self._leave_help)
        stage.hide_wanted.connect(self.hide_screen)
        self._before_help = self._central.currentWidget()
        self._support = stage
        self._central.addWidget(stage)
        self._central.setCurrentWidget(stage)
        page.title.setFocus()

    def _leave_help(self) -> None:
        if self._before_help is None or self._support is None:
            return
        self._central.setCurrentWidget(self._before_help)
        self._drop(self._support)
        self._before_help = self._support = None

    def hide_screen(self) -> None:
        """A plain calendar at once; the same again comes back to the very place."""
        if self._hidden is not None and self._central.currentWidget() is self._hidden:
            self.come_back()
            return
        if self._hidden is None:
            from tiapp.gui.shell.hidden_page import HiddenPage

            page = HiddenPage()
            page.back.connect(self.come_back)
            self._central.addWidget(page)
            self._hidden = page
        for widget in QApplication.topLevelWidgets():
            if widget is not self and widget.isVisible():
                widget.close()  # Quick search, a question, an open menu
        self._before_hiding = self._central.currentWidget()
        self._central.setCurrentWidget(self._hidden)
        self._hidden.setFocus()
        self.menuBar().hide()
        self.setWindowTitle(self.tr("Calendar"))
        if self.stage is not None:
            self.stage.leaving()

    def come_back(self) -> None:
        """From the hidden screen to where the person was."""
        if self._before_hiding is not None:
            self._central.setCurrentWidget(self._before_hiding)
            self._before_hiding = None
        self.menuBar().show()
        self._title()

    # Commands (shell/commands.py names them) ---------------------------------------------------

    def do(self, name: str) -> None:
        """Runs a command by its name."""
        getattr(self, name)()

    def quick_search(self) -> None:
        """Opens Quick search."""
        if self.stage is None or self._central.currentWidget() is not self.stage:
            return
        from tiapp.gui.shell.finder import Finder
        from tiapp.gui.shell.quick_search import QuickSearch

        library = self.services.library
        finder = Finder(
            navigation.entries(),
            commands(),
            library.entries,
            library.glossary,
            self.stage.go,
            self.do,
        )
        dialog = QuickSearch(finder.find, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        dialog.field.setFocus()

    def back(self) -> None:
        """Back in the history."""
        self._in_stage(lambda stage: stage.back())

    def forward(self) -> None:
        """Forward in the history."""
        self._in_stage(lambda stage: stage.forward())

    def next_part(self) -> None:
        """The next part of the module in view."""
        self._in_stage(lambda stage: stage.turn(1))

    def previous_part(self) -> None:
        """The previous part of the module in view."""
        self._in_stage(lambda stage: stage.turn(-1))

    def next_pane(self) -> None:
        """Moves the focus between navigation, page and the rest."""
        self._in_stage(lambda stage: stage.cycle(1))

    def previous_pane(self) -> None:
        """The other way round."""
        self._in_stage(lambda stage: stage.cycle(-1))

    def main_action(self) -> None:
        """Presses the main button of the page in view."""
        stage = self._central.currentWidget()
        page = stage.page() if hasattr(stage, "page") else None
        button = page.main_button() if isinstance(page, Page) else None
        if button is not None and button.isEnabled() and button.isVisible():
            button.click()

    def find(self) -> None:
        """The search field of the page in view, or Quick search."""
        page = self.stage.page() if self.stage is not None else None
        search = getattr(page, "find", None)
        if callable(search):
            search()
        else:
            self.quick_search()

    def larger(self) -> None:
        """One step up in text size."""
        self._resize_text(1)

    def smaller(self) -> None:
        """One step down in text size."""
        self._resize_text(-1)

    def standard_size(self) -> None:
        """Text at 100 per cent."""
        self._change(lambda settings: replace(settings, text_size=TEXT_SIZES[0]))

    def use_light(self) -> None:
        """Light colours."""
        self._change(lambda settings: replace(settings, theme=Theme.LIGHT))

    def use_dark(self) -> None:
        """Dark colours."""
        self._change(lambda settings: replace(settings, theme=Theme.DARK))

    def use_system(self) -> None:
        """The computer's colours."""
        self._change(lambda settings: replace(settings, theme=Theme.SYSTEM))

    def show_settings(self) -> None:
        """Settings."""
        self._in_stage(lambda stage: stage.go(Destination(Screen.SETTINGS)))

    def show_glossary(self) -> None:
        """The glossary."""
        self._in_stage(lambda stage: stage.go(Destination(Screen.GLOSSARY)))

    def show_about(self) -> None:
        """About and licences."""
        self._in_stage(lambda stage: stage.go(Destination(Screen.ABOUT)))

    def help_here(self) -> None:
        """Help, at the section for the screen in view."""
        self._in_stage(lambda stage: stage.go(Destination(Screen.HELP, term=stage.screen.value)))

    def go_to_section(self, number: int) -> None:
        """Ctrl+1 to 9."""
        rows = navigation.entries()
        if 0 < number <= len(rows):
            self._in_stage(lambda stage: stage.go(Destination(rows[number - 1].screen)))

    def _in_stage(self, act: Callable[[MainStage], None]) -> None:
        if self.stage is not None and self._central.currentWidget() is self.stage:
            act(self.stage)

    def _resize_text(self, steps: int) -> None:
        def resized(settings: Settings) -> Settings:
            at = TEXT_SIZES.index(settings.text_size) + steps
            return replace(settings, text_size=TEXT_SIZES[min(max(at, 0), len(TEXT_SIZES) - 1)])

        self._change(resized)

    def _change(self, how: Callable[[Settings], Settings]) -> None:
        session = self.session
        if session is None:
            self._apply(how(theme().settings))
            return
        self._try(lambda: session.save_settings(how(session.person.settings)))

    # What the window does by itself -------------------------------------------------------------

    def show_error(self, error: AppError) -> None:
        """Shows a message above the page in view."""
        stage = self._central.currentWidget()
        messages = getattr(stage, "messages", None) or getattr(self.stage, "messages", None)
        if messages is not None:
            messages.show_error(error)

    def _try(self, act: Callable[[], None]) -> None:
        try:
            act()
        except AppError as error:
            self.show_error(error)

    def _apply(self, settings: Settings) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme().apply(app, settings)
        self._shift.on = settings.hide_screen_by_shift

    def _on_changed(self, topic: Topic) -> None:
        if topic is Topic.SETTINGS and self.session is not None:
            self._apply(self.session.person.settings)

    def _on_moved(self) -> None:
        self._title()

    def _title(self) -> None:
        """The screen's name, never what is read on it: others can see the task bar."""
        screen = self.stage.screen_words() if self.stage is not None else ""
        if screen and self._central.currentWidget() is self.stage:
            self.setWindowTitle(self.tr("{screen} - Steady").format(screen=screen))
        else:
            self.setWindowTitle(self.tr("Steady"))

    def _on_first_paint(self) -> None:
        trace.mark("first_paint")
        QTimer.singleShot(WARM_UP_AFTER_MS, self, self._warm_up)

    def _warm_up(self) -> None:
        if not self.worker.idle:
            QTimer.singleShot(WARM_UP_AFTER_MS, self, self._warm_up)
            return
        self.worker.run(self, warm_up)
        self.worker.run(self, self.services.library.refresh, self._on_library_checked)

    def _on_library_checked(self, changed: bool) -> None:
        if changed:
            self.hub.changed.emit(Topic.LIBRARY)

    def _watch_shift(self) -> None:
        from tiapp.gui.shell.hidden_page import ShiftWatch

        self._shift = ShiftWatch(self)
        self._shift.pressed.connect(self.hide_screen)
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self._shift)

    def _fit(self) -> None:
        if self.stage is not None:
            self.stage.fit(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Icons alone in the navigation when there is little room."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back one level, and never loses anything."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
            return
        current = self._central.currentWidget()
        if current is self._hidden:
            return  # whoever walks past must not bring it back by a chance key
        if self._before_help is not None:
            self._leave_help()
        elif self.stage is not None and current is self.stage:
            self.stage.escape()
        elif (page := current.page() if hasattr(current, "page") else None) is not None:
            page.escape()

    def changeEvent(self, event: QEvent) -> None:
        """Saves the place when the window loses the focus or is minimised."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange and self.isMinimized() and self.stage:
            self.stage.leaving()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keeps the place and the window's size; finishes what is being saved."""
        self._keep_window()
        self._leave_person()
        super().closeEvent(event)

    def come_forward(self) -> None:
        """A second start of Steady asks for this."""
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()

    def _restore_window(self) -> None:
        kept = self.services.installation.window
        if kept:
            self.restoreGeometry(QByteArray.fromBase64(kept.encode("ascii", "ignore")))

    def _keep_window(self) -> None:
        kept = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
        installation = self.services.installation
        if kept != installation.window:
            try:
                self.services.save_installation(replace(installation, window=kept))
            except AppError:
                return  # the size of a window is not worth a message at closing
