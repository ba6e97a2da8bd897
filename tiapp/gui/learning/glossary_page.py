"""The glossary: words explained plainly, searched as you type."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from tiapp.gui.kit.hub import Topic
from tiapp.gui.kit.page import Page
from tiapp.gui.kit.places import Destination
from tiapp.gui.kit.run import Worker
from tiapp.gui.kit.text import Label, Muted, SmallTitle
from tiapp.gui.kit.widths import keep_width
from tiapp.learning.model import Term
from tiapp.learning.search import fold

ROWS_AT_ONCE = 10
"""Rows built in one go: more would hold up the window for longer than 50 ms."""


class GlossaryPage(Page):
    """Every term with its meaning, in order of the alphabet."""

    topics = frozenset({Topic.LIBRARY})

    def __init__(
        self, read: Callable[[], tuple[Term, ...]], worker: Worker, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Glossary"), "glossary_page", parent)
        self._read = read
        self._worker = worker
        self._wanted = ""
        self._terms: tuple[Term, ...] = ()
        self._rows: dict[str, QWidget] = {}
        label = QLabel(self.tr("Sea&rch the glossary"))
        self.search = QLineEdit()
        self.search.setObjectName("glossary_search")
        self.search.setClearButtonEnabled(True)
        keep_width(self.search, most=420)
        self.search.textChanged.connect(self._filter)
        label.setBuddy(self.search)
        self.add(label)
        self.add(self.search)
        self._empty = Muted("")
        self._empty.hide()
        self.add(self._empty)
        self._list = QVBoxLayout()
        self._list.setSpacing(16)
        self.column.addLayout(self._list)
        self._waiting: list[Term] = []
        self._build_more = QTimer(self)
        self._build_more.setSingleShot(True)
        self._build_more.setInterval(0)
        self._build_more.timeout.connect(self._add_rows)

    def open(self, destination: Destination) -> None:
        """Scrolls to a term when the destination names one."""
        self._wanted = destination.term
        self.search.clear()

    def refresh(self) -> None:
        """Reads the glossary anew, in the worker."""
        self._worker.run(self, self._read, self._show)

    def find_here(self) -> None:
        """Ctrl+F: the search field takes the focus."""
        self.search.setFocus()
        self.search.selectAll()

    def escape(self) -> bool:
        """Esc clears a search before it leaves the page."""
        if self.search.text():
            self.search.clear()
            return True
        return False

    def _show(self, terms: tuple[Term, ...]) -> None:
        terms = tuple(sorted(terms, key=lambda term: fold(term.name)))
        if terms != self._terms:
            self._terms = terms
            for row in self._rows.values():
                row.hide()
                row.deleteLater()
            self._rows = {}
            self._waiting = list(terms)
            self._add_rows()
        else:
            self._filter()
            self._bring_wanted()

    def _add_rows(self) -> None:
        for term in self._waiting[:ROWS_AT_ONCE]:
            self._rows[term.name] = self._row(term)
            self._list.addWidget(self._rows[term.name])
        del self._waiting[:ROWS_AT_ONCE]
        self._filter()
        if self._waiting:
            self._build_more.start()
        else:
            self._bring_wanted()

    def _bring_wanted(self) -> None:
        if self._wanted in self._rows:
            wanted = self._rows[self._wanted]
            QTimer.singleShot(0, wanted, lambda: self.scroll.ensureWidgetVisible(wanted, 0, 120))
        self._wanted = ""

    def _row(self, term: Term) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(SmallTitle(term.name))
        if term.also:
            column.addWidget(Muted(self.tr("Also: {names}").format(names=", ".join(term.also))))
        column.addWidget(Label(term.meaning))
        return holder

    def _filter(self) -> None:
        words = fold(self.search.text()).split()
        shown = 0
        for term in self._terms:
            text = fold(" ".join((term.name, *term.also, term.meaning)))
            fits = all(word in text for word in words)
            shown += fits
            if (row := self._rows.get(term.name)) is not None:
                row.setVisible(fits)
        self._empty.setVisible(not shown)
        self._empty.setText(
            self.tr("Nothing matches. Clear the search to see every word.")
            if self._terms
            else self.tr("The words that modules explain will be listed here.")
        )
