"""What each command does: `commands.py` names these methods, and everything calls them by name."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from tiapp.core.settings import TEXT_SIZES, Settings, Theme
from tiapp.gui.kit.places import NEW, Destination, Screen
from tiapp.gui.kit.slots import FoundItem
from tiapp.gui.shell import navigation
from tiapp.gui.shell.commands import commands
from tiapp.gui.shell.main_stage import MainStage

if TYPE_CHECKING:
    from tiapp.gui.shell.main_window import MainWindow
    from tiapp.gui.shell.quick_search import Ask


class Actions:
    """Acts on one window. What needs a person does nothing while nobody is known."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window

    def do(self, name: str) -> None:
        """Runs the command of that name."""
        getattr(self, name)()

    # Steady

    def new_reflection(self) -> None:
        """Reflect, with an empty entry; a locked room asks for the passphrase first."""
        stage = self._stage()
        new = getattr(stage.page(), "new_here", None) if stage is not None else None
        if callable(new):
            new()
        else:
            self._go(Destination(Screen.REFLECT, item=NEW))

    def hide_screen(self) -> None:
        """A plain calendar, or back from it."""
        self._window.ways_out.hide_or_show()

    def lock_room(self) -> None:
        """Locks the private room, if it is open."""
        if self._window.arrivals.session is not None:
            self._window.arrivals.session.lock()

    def switch_person(self) -> None:
        """Who are you?"""
        if self._window.arrivals.session is not None and self._window.may_leave(self.switch_person):
            self._window.arrivals.show_who()

    def show_settings(self) -> None:
        """Settings."""
        self._go(Destination(Screen.SETTINGS))

    def close(self) -> None:
        """Closes the window; everything is saved."""
        self._window.close()

    # Go

    def quick_search(self) -> None:
        """Opens Quick search."""
        stage = self._stage()
        if stage is None:
            return
        from tiapp.gui.shell.finder import Finder
        from tiapp.gui.shell.quick_search import QuickSearch

        library = self._window.services.library
        session = self._window.arrivals.session
        assert session is not None
        finder = Finder(
            navigation.rows_of(session.person.settings),
            commands(),
            library.entries,
            library.glossary,
            stage.go,
            self.do,
        )
        dialog = QuickSearch(finder.find, self._window, self._asking(stage))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        dialog.field.setFocus()

    def _asking(self, stage: MainStage) -> "Ask | None":
        """How Quick search asks the private room; None while that is not open."""
        from tiapp.gui.shell.quick_search import Found
        from tiapp.gui.shell.room_search import RoomSearch

        session = self._window.arrivals.session
        if session is None or not session.private.is_open:
            return None
        search = RoomSearch(session.slots.search, session.private.worker)

        def ask(owner: QObject, text: str, show: Callable[[str, list[Found]], None]) -> None:
            def shown(asked: str, items: list[FoundItem]) -> None:
                show(asked, [Found(i.words, i.kind, partial(stage.go, i.there)) for i in items])

            search.ask(owner, text, shown)

        return ask

    def back(self) -> None:
        """Back in the history."""
        if (stage := self._stage()) is not None:
            stage.back()

    def forward(self) -> None:
        """Forward in the history."""
        if (stage := self._stage()) is not None:
            stage.forward()

    def next_part(self) -> None:
        """The next part of the module in view."""
        if (stage := self._stage()) is not None:
            stage.turn(1)

    def previous_part(self) -> None:
        """The previous part of the module in view."""
        if (stage := self._stage()) is not None:
            stage.turn(-1)

    def next_pane(self) -> None:
        """The focus goes to the next area of the screen."""
        if (stage := self._stage()) is not None:
            stage.cycle(1)

    def previous_pane(self) -> None:
        """The focus goes to the previous area of the screen."""
        if (stage := self._stage()) is not None:
            stage.cycle(-1)

    def main_action(self) -> None:
        """Presses the main button of the page in view."""
        stage = self._window.stages.current()
        page = stage.page() if stage is not None else None
        button = page.main_button() if page is not None else None
        if button is not None and button.isEnabled() and button.isVisible():
            button.click()

    def find(self) -> None:
        """The search field of the page in view, or Quick search."""
        stage = self._stage()
        search = getattr(stage.page(), "find_here", None) if stage is not None else None
        if callable(search):
            search()
        else:
            self.quick_search()

    # View

    def larger(self) -> None:
        """One step up in text size."""
        self._step_text(1)

    def smaller(self) -> None:
        """One step down in text size."""
        self._step_text(-1)

    def standard_size(self) -> None:
        """Text at 100 per cent."""
        self._window.change_settings(lambda now: replace(now, text_size=TEXT_SIZES[0]))

    def use_light(self) -> None:
        """Light colours."""
        self._window.change_settings(lambda now: replace(now, theme=Theme.LIGHT))

    def use_dark(self) -> None:
        """Dark colours."""
        self._window.change_settings(lambda now: replace(now, theme=Theme.DARK))

    def use_system(self) -> None:
        """The computer's colours."""
        self._window.change_settings(lambda now: replace(now, theme=Theme.SYSTEM))

    # Help

    def help_here(self) -> None:
        """Help, at the section for the screen in view."""
        if (stage := self._stage()) is not None:
            stage.go(Destination(Screen.HELP, term=stage.in_view.value))

    def immediate_help(self) -> None:
        """Support, with immediate help first."""
        self._window.ways_out.immediate_help(self._window.stage)

    def show_tools(self) -> None:
        """Practice tools."""
        self._go(Destination(Screen.TOOLS))

    def show_resources(self) -> None:
        """Resources."""
        self._go(Destination(Screen.RESOURCES))

    def show_glossary(self) -> None:
        """The glossary."""
        self._go(Destination(Screen.GLOSSARY))

    def show_about(self) -> None:
        """About and licences."""
        self._go(Destination(Screen.ABOUT))

    def go_to_section(self, number: int) -> None:
        """Ctrl+1 to 9: a row of the navigation."""
        rows = navigation.entries()
        if 0 < number <= len(rows):
            self._go(Destination(rows[number - 1].screen))

    def _stage(self) -> MainStage | None:
        """The main stage, while it is in view."""
        stage = self._window.stage
        return stage if stage is not None and self._window.stages.current() is stage else None

    def _go(self, there: Destination) -> None:
        if (stage := self._stage()) is not None:
            stage.go(there)

    def _step_text(self, steps: int) -> None:
        def stepped(now: Settings) -> Settings:
            at = TEXT_SIZES.index(now.text_size) + steps
            return replace(now, text_size=TEXT_SIZES[min(max(at, 0), len(TEXT_SIZES) - 1)])

        self._window.change_settings(stepped)
