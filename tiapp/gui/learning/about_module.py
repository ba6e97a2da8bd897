"""About this module: its sources, version and who has reviewed it. Closed until it is wanted."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.card import Card
from tiapp.gui.kit.dates import long_date
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.text import Label, SmallTitle
from tiapp.gui.learning.list_block import bullets
from tiapp.learning.model import Module, Source


class AboutModule(QWidget):
    """A button, and below it, once pressed, where the module comes from."""

    def __init__(self, module: Module, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._module = module
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._toggle = buttons.quiet(
            self.tr("Show sources and versions"), "about_module", "chevron-down"
        )
        self._toggle.clicked.connect(self._on_toggled)
        row = FlowRow()
        row.add(self._toggle)
        column.addWidget(row)
        self._card: Card | None = None

    def _on_toggled(self) -> None:
        if self._card is None:
            self._card = self._build()
            self._card.hide()
            self._column.addWidget(self._card)
        shown = self._card.isHidden()
        self._card.setVisible(shown)
        self._toggle.setText(
            self.tr("Hide sources and versions") if shown else self.tr("Show sources and versions")
        )

    def _build(self) -> Card:
        module = self._module
        card = Card("about_module_card")
        card.add(SmallTitle(self.tr("About this module")))
        card.add(Label(self._review_words()))
        if module.checked_against_sources is not None:
            day = long_date(module.checked_against_sources)
            card.add(Label(self.tr("Facts checked against the sources on {day}.").format(day=day)))
        if module.sources:
            card.add(Label(self.tr("Sources"), "strong"))
            card.add(bullets([self._source_words(source) for source in module.sources]))
        card.add(Label(self.tr("Version {version}").format(version=module.entry.version), "strong"))
        if module.changes:
            newest_first = sorted(module.changes, key=lambda change: -change.version)
            words = self.tr("Version {version}: {what}")
            card.add(bullets([words.format(version=c.version, what=c.what) for c in newest_first]))
        return card

    def _review_words(self) -> str:
        review = self._module.review
        if not review.done:
            return self.tr(
                "Not yet reviewed by trauma specialists or people with lived experience."
            )
        return self.tr("Reviewed by {specialist} and {lived}.").format(
            specialist=review.specialist, lived=review.lived_experience
        )

    def _source_words(self, source: Source) -> str:
        match bool(source.publisher), source.year is not None:
            case True, True:
                words = self.tr("{title}. {publisher}, {year}. Used for {used_for}.")
            case True, False:
                words = self.tr("{title}. {publisher}, no date. Used for {used_for}.")
            case False, True:
                words = self.tr("{title}, {year}. Used for {used_for}.")
            case _:
                words = self.tr("{title}, no date. Used for {used_for}.")
        return words.format(
            title=source.title,
            publisher=source.publisher,
            year=source.year,
            used_for=source.used_for.rstrip("."),
        )
