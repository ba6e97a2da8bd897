"""Practice tools: forms to think through a policy, a place or a plan, and team-huddle sheets."""

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
from tiapp.gui.kit.text import Label, Muted, SectionTitle, SmallTitle
from tiapp.gui.learning.template_view import TemplateView
from tiapp.learning.model import ModuleEntry
from tiapp.learning.practice.model import Template


@dataclass(frozen=True, slots=True)
class Tools:
    """What there is."""

    templates: tuple[Template, ...]
    modules: tuple[ModuleEntry, ...]


@dataclass(frozen=True, slots=True)
class ToolsPaper:
    """The calls that make documents; each takes an id."""

    saver: PdfSaver
    template: Callable[[str], Paper]
    huddle: Callable[[str], Paper]


class ToolsPage(Page):
    """Each form can be read here and saved blank; nothing is filled in on this page."""

    topics = frozenset({Topic.LIBRARY})

    def __init__(
        self,
        read: Callable[[], Tools],
        paper: ToolsPaper,
        worker: Worker,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Practice tools"), "tools_page", parent)
        self._read = read
        self._paper = paper
        self._worker = worker
        self._drawn: Tools | None = None
        self.add(
            Muted(
                self.tr(
                    "Forms for looking at a policy, a place or a plan together, and "
                    "one-page sheets for a team. Read them here, or save them to print and "
                    "fill in."
                )
            )
        )
        self._list = QVBoxLayout()
        self._list.setSpacing(16)
        self.column.addLayout(self._list)

    def refresh(self) -> None:
        """Reads the forms in the worker."""
        self._worker.run(self, self._read, self._show)

    def _show(self, tools: Tools) -> None:
        if tools == self._drawn:
            return
        self._drawn = tools
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if not tools.templates and not tools.modules:
            self._list.addWidget(Label(self.tr("There are no tools here yet.")))
        if tools.templates:
            self._list.addWidget(SectionTitle(self.tr("Forms")))
        for template in tools.templates:
            self._list.addWidget(TemplateCard(template, self._paper))
        if tools.modules:
            self._list.addWidget(SectionTitle(self.tr("Team-huddle sheets")))
            self._list.addWidget(self._huddles(tools.modules))

    def _huddles(self, modules: tuple[ModuleEntry, ...]) -> Card:
        card = Card("huddle_sheets")
        card.add(
            Label(
                self.tr(
                    "Fifteen minutes for a team: one idea, two questions, one thing to try, one "
                    "thank-you. Anyone can lead it, and anyone can pass."
                )
            )
        )
        row = FlowRow(spacing=8, together=True)
        for entry in modules:
            button = buttons.secondary(entry.title, f"huddle_{entry.id}", "download")
            button.setAccessibleName(
                self.tr("Save the huddle sheet: {title}").format(title=entry.title)
            )
            button.clicked.connect(
                lambda _=False, wanted=entry.id: self._paper.saver.ask(
                    self, lambda: self._paper.huddle(wanted)
                )
            )
            row.add(button)
        card.add(row)
        return card


class TemplateCard(Card):
    """One form: what it is for, *Read it here* and *Save blank form*."""

    def __init__(
        self, template: Template, paper: ToolsPaper, parent: QWidget | None = None
    ) -> None:
        super().__init__(f"template_{template.id}", parent)
        self._template = template
        self._view: TemplateView | None = None
        self.add(SmallTitle(template.title))
        about = self.tr("For: {whom} {time}")
        self.add(
            Muted(
                about.format(
                    whom=template.for_whom,
                    time=self.tr("About %n minute(s).", "", template.minutes),
                )
            )
        )
        self.add(Label(template.about))
        row = FlowRow()
        self._toggle = buttons.secondary(
            self.tr("Read it here"), f"read_{template.id}", "chevron-down"
        )
        self._toggle.clicked.connect(self._on_toggled)
        row.add(self._toggle)
        save = buttons.secondary(self.tr("Save blank form"), f"save_{template.id}", "download")
        save.setAccessibleName(self.tr("Save blank form: {title}").format(title=template.title))
        save.clicked.connect(lambda: paper.saver.ask(self, lambda: paper.template(template.id)))
        row.add(save)
        self.add(row)
        self._name_toggle(shown=False)

    def _on_toggled(self) -> None:
        if self._view is None:
            self._view = TemplateView(self._template)
            self._view.hide()
            self.add(self._view)
        shown = self._view.isHidden()
        self._view.setVisible(shown)
        self._name_toggle(shown=shown)

    def _name_toggle(self, *, shown: bool) -> None:
        words = self.tr("Close") if shown else self.tr("Read it here")
        self._toggle.setText(words)
        self._toggle.setAccessibleName(
            self.tr("{verb}: {title}").format(verb=words, title=self._template.title)
        )
