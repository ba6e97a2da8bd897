"""What Quick search looks through. Ranking is `learning.search`'s; this only gathers."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from tiapp.gui.kit.places import Destination, Screen
from tiapp.gui.shell.commands import Command
from tiapp.gui.shell.navigation import Entry
from tiapp.gui.shell.quick_search import Found
from tiapp.learning.model import ModuleEntry, Term
from tiapp.learning.search import Hit, fold, search


@dataclass(frozen=True, slots=True)
class Finder:
    """Turns typed letters into results.

    `go` takes a person somewhere, `do` runs a command by its name.
    """

    screens: list[Entry]
    commands: list[Command]
    entries: Callable[[], tuple[ModuleEntry, ...]]
    terms: Callable[[], tuple[Term, ...]]
    go: Callable[[Destination], None]
    do: Callable[[str], None]

    def find(self, text: str) -> list[Found]:
        """Screens and commands first, then modules, parts, headings and words."""
        words = fold(text).split()
        found = [*self._screens(words), *self._commands(words)]
        if words:
            found.extend(self._hit(hit) for hit in search(text, self.entries(), self.terms()))
        return found

    def _screens(self, words: list[str]) -> Iterable[Found]:
        kind = QCoreApplication.translate("Finder", "Screen")
        for entry in self.screens:
            if _fits(words, entry.words):
                yield Found(entry.words, kind, self._goer(Destination(entry.screen)))

    def _commands(self, words: list[str]) -> Iterable[Found]:
        kind = QCoreApplication.translate("Finder", "Command")
        for command in self.commands:
            if command.in_search and words and _fits(words, command.words):
                yield Found(command.words, kind, self._doer(command.name))

    def _hit(self, hit: Hit) -> Found:
        if hit.term:
            there = Destination(Screen.GLOSSARY, term=hit.term)
            kind = QCoreApplication.translate("Finder", "Glossary")
        elif hit.part_id:
            there = Destination(Screen.MODULE, module_id=hit.module_id, part_id=hit.part_id)
            kind = hit.detail
        else:
            there = Destination(Screen.MODULE, module_id=hit.module_id, resume=True)
            kind = QCoreApplication.translate("Finder", "Module")
        return Found(hit.title, kind, self._goer(there))

    def _goer(self, there: Destination) -> Callable[[], None]:
        return lambda: self.go(there)

    def _doer(self, name: str) -> Callable[[], None]:
        return lambda: self.do(name)


def _fits(words: list[str], text: str) -> bool:
    """Every word typed begins a word of the text."""
    parts = fold(text).split()
    return all(any(part.startswith(word) for part in parts) for word in words)
