"""Looks for names and numbers in the entry that is open, when the person asks for it."""

from PySide6.QtCore import QObject

from tiapp.gui.kit.announce import announce
from tiapp.gui.kit.empty import empty
from tiapp.gui.kit.page import Page
from tiapp.gui.private.reflect_at_hand import AtHand
from tiapp.gui.private.reflect_findings import FindingsBox
from tiapp.gui.private.reflect_names import NamesView
from tiapp.private.identifiable import Finding, find


class Looking(QObject):
    """Marks the places in the words, lists them below, and keeps the person's own list of names."""

    def __init__(self, at_hand: AtHand, page: Page) -> None:
        super().__init__(page)
        self._at = at_hand
        self._page = page

    def look(self) -> None:
        """Looks through the words as they are now, and shows what there is."""
        journal = self._at.journal
        text, today = self._at.view.editor.words(), self._at.now().date()
        self._at.worker.run(
            self,
            lambda: find(text, today, journal.names()),
            lambda found: self._show(text, found),
        )

    def clear(self) -> None:
        """Takes the marks and the list away."""
        self._at.view.editor.show_findings(())
        empty(self._at.view.findings)

    def _show(self, text: str, found: tuple[Finding, ...]) -> None:
        view = self._at.view
        if self._at.entry() is None or view.editor.words() != text:
            return
        self.clear()
        view.editor.show_findings(found)
        box = FindingsBox(text, found)
        box.chosen.connect(view.editor.go_to)
        box.closed.connect(self.clear)
        box.names_wanted.connect(self._show_names)
        view.findings.addWidget(box)
        announce(box, box.title.text())
        self._page.ensure_visible(box)

    def _show_names(self) -> None:
        def fill(names: tuple[str, ...]) -> None:
            view = NamesView(names)
            view.kept.connect(self._keep_names)
            view.left.connect(self._at.panes.back)
            self._at.panes.show_passing(view)

        self._at.worker.run(self, self._at.journal.names, fill)

    def _keep_names(self, names: list[str]) -> None:
        journal = self._at.journal

        def kept(_: object) -> None:
            self._at.panes.back()
            self._at.hub.status.emit(self.tr("Names saved"))
            if self._at.entry() is not None:
                self.look()

        self._at.worker.run(self, lambda: journal.set_names(names), kept)
