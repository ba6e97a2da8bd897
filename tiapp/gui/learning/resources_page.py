"""Resources: a page to hand on, and what is worth looking for outside Steady."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.card import Card
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.hub import Topic
from tiapp.gui.kit.page import Page
from tiapp.gui.kit.run import Worker
from tiapp.gui.kit.save_pdf import Paper, PdfSaver
from tiapp.gui.kit.text import HeadingLabel, Label, Muted, SectionTitle, SmallTitle
from tiapp.gui.learning.block_context import BlockContext
from tiapp.gui.learning.block_widgets import fill
from tiapp.learning.practice.model import Resource, ResourceKind, Sheet


@dataclass(frozen=True, slots=True)
class Shown:
    """What there is."""

    sheets: tuple[Sheet, ...]
    resources: tuple[Resource, ...]


class ResourcesPage(Page):
    """Titles and publishers alone: Steady opens nothing and copies nothing."""

    topics = frozenset({Topic.LIBRARY})

    def __init__(
        self,
        read: Callable[[], Shown],
        make: Callable[[str], Paper],
        saver: PdfSaver,
        worker: Worker,
        parent: QWidget | None = None,
    ) -> None:
        """`make` makes the document of a sheet from its id."""
        super().__init__(self.tr("Resources"), "resources_page", parent)
        self._read = read
        self._make = make
        self._saver = saver
        self._worker = worker
        self._drawn: Shown | None = None
        self.add(
            Muted(
                self.tr(
                    "A page to share, and places to look for more. Nobody named here has "
                    "endorsed Steady."
                )
            )
        )
        self._list = QVBoxLayout()
        self._list.setSpacing(16)
        self.column.addLayout(self._list)

    def refresh(self) -> None:
        """Reads the list in the worker."""
        self._worker.run(self, self._read, self._show)

    def _show(self, shown: Shown) -> None:
        if shown == self._drawn:
            return
        self._drawn = shown
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if shown.sheets:
            self._list.addWidget(SectionTitle(self.tr("To share")))
        for sheet in shown.sheets:
            self._list.addWidget(SheetCard(sheet, self._make, self._saver))
        for kind, words in self._kinds():
            found = [resource for resource in shown.resources if resource.kind is kind]
            if found:
                self._list.addWidget(SectionTitle(words))
                self._list.addWidget(self._group(kind, found))
        if not shown.sheets and not shown.resources:
            self._list.addWidget(Label(self.tr("There is nothing here yet.")))

    def _kinds(self) -> list[tuple[ResourceKind, str]]:
        return [
            (ResourceKind.MEET, self.tr("Where to meet others")),
            (ResourceKind.LEARN, self.tr("To learn more")),
            (ResourceKind.CHANGE, self.tr("Changing a service")),
            (ResourceKind.LAW, self.tr("Law and duties")),
            (ResourceKind.RESEARCH, self.tr("Research")),
        ]

    def _group(self, kind: ResourceKind, resources: list[Resource]) -> Card:
        card = Card(f"resources_{kind.value}")
        for number, resource in enumerate(resources):
            if number:
                card.column.addSpacing(8)
            card.add(SmallTitle(resource.title))
            card.add(Muted(self._publisher(resource)))
            card.add(Label(resource.what_for))
        return card

    def _publisher(self, resource: Resource) -> str:
        if resource.year is None:
            return resource.publisher
        words = self.tr("{publisher}, {year}")
        return words.format(publisher=resource.publisher, year=resource.year)


class SheetCard(Card):
    """A page to hand on: read it here, or save it as PDF."""

    def __init__(
        self,
        sheet: Sheet,
        make: Callable[[str], Paper],
        saver: PdfSaver,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(f"sheet_{sheet.id}", parent)
        self._sheet = sheet
        self._view: QWidget | None = None
        self.add(SmallTitle(sheet.title))
        self.add(Label(self.tr("One page, for anyone. You can print it and share it.")))
        row = FlowRow()
        self._toggle = buttons.secondary(
            self.tr("Read it here"), f"read_{sheet.id}", "chevron-down"
        )
        self._toggle.clicked.connect(self._on_toggled)
        row.add(self._toggle)
        save = buttons.secondary(self.tr("Save as PDF"), f"save_{sheet.id}", "download")
        save.setAccessibleName(self.tr("Save as PDF: {title}").format(title=sheet.title))
        save.clicked.connect(lambda: saver.ask(self, lambda: make(sheet.id)))
        row.add(save)
        self.add(row)

    def _on_toggled(self) -> None:
        if self._view is None:
            self._view = self._build()
            self._view.hide()
            self.add(self._view)
        shown = self._view.isHidden()
        self._view.setVisible(shown)
        self._toggle.setText(self.tr("Close") if shown else self.tr("Read it here"))

    def _build(self) -> QWidget:
        view = QWidget()
        column = QVBoxLayout(view)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(10)
        context = BlockContext(fill)
        context.put(column, self._sheet.opening)
        for section in self._sheet.sections:
            column.addWidget(HeadingLabel(section.title, 4))
            context.put(column, section.blocks)
        return view
