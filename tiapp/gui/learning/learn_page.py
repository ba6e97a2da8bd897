"""Learn: every module there is, found by words, topic, level and how far one is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from tiapp.core.errors import AppError
from tiapp.gui.kit import buttons
from tiapp.gui.kit.announce import announce
from tiapp.gui.kit.card import notice
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.hub import Hub, Topic
from tiapp.gui.kit.page import Page
from tiapp.gui.kit.places import Destination, Screen
from tiapp.gui.kit.run import Worker
from tiapp.gui.kit.text import Muted
from tiapp.gui.kit.widths import keep_width
from tiapp.gui.learning.module_row import ModuleRow
from tiapp.gui.learning.pathway_card import BeyondCard, PathwayCard
from tiapp.gui.learning.problems_box import ProblemsBox
from tiapp.gui.learning.stage import Stage
from tiapp.learning.model import Level, ModuleEntry, PackProblem
from tiapp.learning.practice.model import Pathway, Pathways
from tiapp.learning.search import fold
from tiapp.record.model import ModuleProgress, ModuleState

ROWS_AT_ONCE = 8
"""Rows built in one go: more would hold up the window for longer than 50 ms."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """What Learn shows: every module, how far the person is, and what could not be opened."""

    entries: tuple[ModuleEntry, ...]
    states: Mapping[str, ModuleProgress]
    problems: tuple[PackProblem, ...]
    trouble: AppError | None = None
    """Why nobody can tell how far the person is."""
    pathways: Pathways = field(default_factory=Pathways)


class LearnPage(Page):
    """The list of modules with search and filters."""

    topics = frozenset({Topic.PROGRESS, Topic.LIBRARY})

    def __init__(
        self,
        read: Callable[[], Shelf],
        worker: Worker,
        hub: Hub,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Learn"), "learn_page", parent)
        self._read = read
        self._worker = worker
        self._hub = hub
        self._shelf: Shelf | None = None
        self._rows: dict[str, ModuleRow] = {}
        self._waiting: list[ModuleEntry] = []
        self.add(
            Muted(
                self.tr("Any order is fine. You can skip parts, stop at any point and come back.")
            )
        )
        self.add(self._ways())
        self.add(self._filters())
        self._pathway = Stage()
        self._pathway.hide()
        self.add(self._pathway)
        self._count = Muted("")
        self._count.setObjectName("learn_count")
        self.add(self._count)
        self._list = QVBoxLayout()
        self._list.setSpacing(12)
        self.column.addLayout(self._list)
        self._beyond = Stage()
        self._beyond.hide()
        self.add(self._beyond)
        self._problems = ProblemsBox()
        self.add(self._problems)
        self._review = notice(
            "info",
            self.tr("Not yet reviewed"),
            self.tr(
                "The modules that come with Steady have not yet been reviewed by trauma "
                "specialists or by people with lived experience. Please have them reviewed "
                "locally before wide use."
            ),
        )
        self._review.hide()
        self.add(self._review)
        self._build_more = QTimer(self)
        self._build_more.setSingleShot(True)
        self._build_more.setInterval(0)
        self._build_more.timeout.connect(self._add_rows)

    def refresh(self) -> None:
        """Reads the shelf anew, in the worker."""
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

    def _ways(self) -> QWidget:
        row = FlowRow()
        for words, name, icon, screen in (
            (self.tr("Practice tools"), "learn_tools", "list-checks", Screen.TOOLS),
            (self.tr("Resources"), "learn_resources", "book-open", Screen.RESOURCES),
        ):
            button = buttons.quiet(words, name, icon)
            button.setAccessibleName(self.tr("Open: {screen}").format(screen=words))
            button.clicked.connect(lambda _=False, there=screen: self.go.emit(Destination(there)))
            row.add(button)
        return row

    def _filters(self) -> QWidget:
        row = FlowRow()
        self.search = QLineEdit()
        self.search.setObjectName("learn_search")
        self.search.setPlaceholderText(self.tr("A word from a title or topic"))
        self.search.setClearButtonEnabled(True)
        keep_width(self.search, least=280)
        self.search.textChanged.connect(self._filter)
        row.add(self._field(self.tr("Search &modules"), self.search))
        self.pathway = self._choice("learn_pathway", [(self.tr("Every module"), "")])
        self.pathway.currentIndexChanged.connect(self._show_pathway)
        row.add(self._field(self.tr("&Pathway"), self.pathway))
        self.topic = self._choice("learn_topic", [(self.tr("Every topic"), "")])
        row.add(self._field(self.tr("&Topic"), self.topic))
        self.level = self._choice(
            "learn_level",
            [(self.tr("Every level"), ""), *((words, key) for key, words in level_words(self))],
        )
        row.add(self._field(self.tr("&Level"), self.level))
        self.state = self._choice(
            "learn_state",
            [
                (self.tr("Any"), ""),
                (self.tr("Not started"), ModuleState.NOT_STARTED.value),
                (self.tr("Under way"), ModuleState.STARTED.value),
                (self.tr("Finished"), ModuleState.FINISHED.value),
            ],
        )
        row.add(self._field(self.tr("St&ate"), self.state))
        return row

    def _choice(self, name: str, items: list[tuple[str, str]]) -> QComboBox:
        box = QComboBox()
        box.setObjectName(name)
        for words, key in items:
            box.addItem(words, key)
        box.currentIndexChanged.connect(self._filter)
        return box

    @staticmethod
    def _field(words: str, widget: QWidget) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        label = QLabel(words)
        label.setBuddy(widget)
        column.addWidget(label)
        column.addWidget(widget)
        return holder

    def _show(self, shelf: Shelf) -> None:
        before = self._shelf
        self._shelf = shelf
        if shelf.trouble is not None:
            self._hub.failed.emit(shelf.trouble)
        self._fill_topics(shelf)
        self._fill_pathways(shelf)
        self._problems.show_problems(shelf.problems)
        self._review.setVisible(any(not entry.reviewed for entry in shelf.entries))
        if before is not None and before.entries == shelf.entries:
            for module_id, row in self._rows.items():
                row.set_progress(shelf.states.get(module_id))
            self._filter()
            return
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._rows.clear()
        self._waiting = list(shelf.entries)
        self._add_rows()

    def _fill_topics(self, shelf: Shelf) -> None:
        topics = sorted({topic for entry in shelf.entries for topic in entry.topics})
        chosen = self.topic.currentData()
        self.topic.blockSignals(True)
        while self.topic.count() > 1:
            self.topic.removeItem(1)
        for topic in topics:
            self.topic.addItem(topic, topic)
        self.topic.setCurrentIndex(max(0, self.topic.findData(chosen)))
        self.topic.blockSignals(False)

    def _fill_pathways(self, shelf: Shelf) -> None:
        routes = [(route.title, route.id) for route in shelf.pathways.routes]
        if routes == [(self.pathway.itemText(n), self.pathway.itemData(n)) for n in self._routes()]:
            return
        chosen = self.pathway.currentData()
        self.pathway.blockSignals(True)
        while self.pathway.count() > 1:
            self.pathway.removeItem(1)
        for words, key in routes:
            self.pathway.addItem(words, key)
        self.pathway.setCurrentIndex(max(0, self.pathway.findData(chosen)))
        self.pathway.blockSignals(False)
        self._show_pathway()

    def _routes(self) -> range:
        return range(1, self.pathway.count())

    def _chosen_pathway(self) -> Pathway | None:
        if self._shelf is None:
            return None
        routes = self._shelf.pathways.routes
        return next((r for r in routes if r.id == self.pathway.currentData()), None)

    def _show_pathway(self) -> None:
        """Says what the pathway is for, above its modules in their order."""
        chosen = self._chosen_pathway()
        if self._shelf is None:
            return
        beyond = self._shelf.pathways.beyond
        self._pathway.put(PathwayCard(chosen) if chosen else None)
        self._pathway.setVisible(chosen is not None)
        self._beyond.put(BeyondCard(beyond) if chosen and beyond else None)
        self._beyond.setVisible(bool(chosen and beyond))
        self._put_in_order()

    def _put_in_order(self) -> None:
        """The pathway's modules first, as it has them; everything else as in the library."""
        assert self._shelf is not None
        chosen = self._chosen_pathway()
        ids = [entry.id for entry in self._shelf.entries]
        first = [module.id for module in chosen.modules] if chosen else []
        for module_id in [*first, *(other for other in ids if other not in first)]:
            if (row := self._rows.get(module_id)) is not None:
                self._list.removeWidget(row)
                self._list.addWidget(row)

    def _add_rows(self) -> None:
        assert self._shelf is not None
        for entry in self._waiting[:ROWS_AT_ONCE]:
            row = ModuleRow(entry, dict(level_words(self))[entry.level.value])
            row.set_progress(self._shelf.states.get(entry.id))
            row.opened.connect(self._open)
            self._rows[entry.id] = row
            self._list.addWidget(row)
        del self._waiting[:ROWS_AT_ONCE]
        if self._chosen_pathway() is not None:
            self._put_in_order()
        self._filter()
        if self._waiting:
            self._build_more.start()

    def _open(self, module_id: str) -> None:
        self.go.emit(Destination(Screen.MODULE, module_id=module_id, resume=True))

    def _filter(self) -> None:
        if self._shelf is None:
            return
        shown = 0
        for entry in self._shelf.entries:
            fits = self._fits(entry)
            shown += fits
            if (row := self._rows.get(entry.id)) is not None:
                row.setVisible(fits)
        if not self._shelf.entries:
            words = self.tr("There are no modules here yet. They will be listed on this page.")
        elif shown:
            words = self.tr("%n module(s)", "", shown)
        else:
            words = self.tr("Nothing matches. Clear the search, or choose another topic or state.")
        if words != self._count.text():
            self._count.setText(words)
            if self.isVisible():
                announce(self._count, words)

    def _fits(self, entry: ModuleEntry) -> bool:
        assert self._shelf is not None
        progress = self._shelf.states.get(entry.id)
        state = progress.state if progress else ModuleState.NOT_STARTED
        words = fold(" ".join((entry.title, *entry.topics, *(part.title for part in entry.parts))))
        return (
            all(word in words for word in fold(self.search.text()).split())
            and self._on_pathway(entry)
            and self.topic.currentData() in ("", *entry.topics)
            and self.level.currentData() in ("", entry.level.value)
            and self.state.currentData() in ("", state.value)
        )

    def _on_pathway(self, entry: ModuleEntry) -> bool:
        chosen = self._chosen_pathway()
        return chosen is None or any(module.id == entry.id for module in chosen.modules)


def level_words(page: QWidget) -> list[tuple[str, str]]:
    """Each level's key with its name on screen, in order."""
    return [
        (Level.INFORMED.value, page.tr("Trauma informed")),
        (Level.INFORMED_SKILLED.value, page.tr("Trauma informed to skilled")),
        (Level.SKILLED.value, page.tr("Trauma skilled")),
        (Level.LEADERSHIP.value, page.tr("For leaders")),
    ]
