"""The top of a module as a form, for who would rather not write it by hand."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QSpinBox, QVBoxLayout, QWidget

from tiapp.authoring.facts import Facts, NewSource
from tiapp.gui.authoring.fields import ShortLines, labelled
from tiapp.gui.kit import buttons
from tiapp.gui.kit.page import Ground, PageScroll
from tiapp.gui.kit.spin_margin import with_margin
from tiapp.gui.kit.text import Label, SmallTitle
from tiapp.learning.model import Level


class FactsForm(PageScroll):
    """Fields for the facts, and one for another source. Nothing changes until a button is pressed.

    Signals:
        facts_wanted(Facts): put these into the text.
        source_wanted(NewSource): add this source to the text.
    """

    facts_wanted = Signal(object)
    source_wanted = Signal(object)

    def __init__(self) -> None:
        body = Ground()
        body.setObjectName("page_body")
        frame = QVBoxLayout(body)
        super().__init__(body, frame, 560)
        self.setObjectName("facts_scroll")
        self._facts = Facts()
        self._column = QVBoxLayout()
        self._column.setSpacing(12)
        frame.addLayout(self._column)
        frame.addStretch(1)
        self._trouble = Label(
            self.tr("Steady cannot read the top of this file, so there is no form for it yet.")
        )
        self._trouble.hide()
        self._column.addWidget(self._trouble)
        self._form = QWidget()
        self._rows = QVBoxLayout(self._form)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(12)
        self._column.addWidget(self._form)
        self._build()
        self._build_source()

    def show_facts(self, facts: Facts | None) -> None:
        """Fills the fields; None: the top cannot be understood."""
        self._form.setVisible(facts is not None)
        self._trouble.setVisible(facts is None)
        if facts is None or facts == self._facts:
            return  # what is being typed stays
        self._facts = facts
        self._title.setText(facts.title)
        self._minutes.setValue(facts.minutes)
        self._version.setValue(facts.version)
        self._level.setCurrentIndex(max(0, self._level.findData(facts.level)))
        self._audience.setText(facts.audience)
        self._topics.setPlainText("\n".join(facts.topics))
        self._outcomes.setPlainText("\n".join(facts.outcomes))
        self._checked.setText(facts.checked_against_sources)
        self._specialist.setText(facts.specialist)
        self._lived.setText(facts.lived_experience)

    def facts(self) -> Facts:
        """What stands in the fields."""
        return replace(
            self._facts,
            title=self._title.text().strip(),
            minutes=self._minutes.value(),
            version=self._version.value(),
            level=self._level.currentData(),
            audience=self._audience.text().strip(),
            topics=_lines(self._topics),
            outcomes=_lines(self._outcomes),
            checked_against_sources=self._checked.text().strip(),
            specialist=self._specialist.text().strip(),
            lived_experience=self._lived.text().strip(),
        )

    def _build(self) -> None:
        self._title = self._line("fact_title", self.tr("Title of the module"))
        self._minutes = self._number("fact_minutes", self.tr("Minutes it takes"), 600)
        self._level = QComboBox()
        self._level.setObjectName("fact_level")
        for words, level in (
            (self.tr("Informed: for everyone"), Level.INFORMED),
            (self.tr("Informed and skilled"), Level.INFORMED_SKILLED),
            (self.tr("Skilled: for people who work directly with the public"), Level.SKILLED),
            (self.tr("Leadership"), Level.LEADERSHIP),
        ):
            self._level.addItem(words, str(level))
        self._level.setMinimumContentsLength(10)
        self._level.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._rows.addWidget(labelled(self.tr("Level"), self._level))
        self._audience = self._line("fact_audience", self.tr("Who it is for"))
        self._outcomes = self._many("fact_outcomes", self.tr("What people will be able to do"))
        self._topics = self._many("fact_topics", self.tr("Topics to find it under"))
        self._version = self._number("fact_version", self.tr("Version"), 100_000)
        self._checked = self._line(
            "fact_checked",
            self.tr("Date on which every fact was checked"),
            self.tr("For example 2026-11-27. Leave it empty until every fact has been checked."),
        )
        self._specialist = self._line(
            "fact_specialist",
            self.tr("Reviewed by a specialist"),
            self.tr("A name, once the review has been done."),
        )
        self._lived = self._line(
            "fact_lived",
            self.tr("Reviewed by someone with lived experience"),
            self.tr("A name or a group, once the review has been done and they agree to be named."),
        )
        put = buttons.secondary(self.tr("Put these into the text"), "put_facts", "check")
        put.clicked.connect(lambda: self.facts_wanted.emit(self.facts()))
        self._rows.addWidget(put)

    def _build_source(self) -> None:
        self._rows.addSpacing(12)
        self._rows.addWidget(SmallTitle(self.tr("Another source")))
        self._source = self._line("source_title", self.tr("Its title"))
        self._publisher = self._line("source_publisher", self.tr("Who published it"))
        self._year = QSpinBox()
        self._year.setObjectName("source_year")
        self._year.setRange(0, 3000)
        self._year.setSpecialValueText(self.tr("undated"))
        self._year.lineEdit().setAccessibleName(self.tr("Year"))
        with_margin(self._year)
        self._rows.addWidget(labelled(self.tr("Year"), self._year, most=220))
        self._used = self._line("source_used", self.tr("What it was used for"))
        add = buttons.secondary(self.tr("Add this source"), "add_source", "plus")
        add.clicked.connect(self._add_source)
        self._rows.addWidget(add)

    def _add_source(self) -> None:
        title = self._source.text().strip()
        if not title:
            self._source.setFocus()
            return
        year = self._year.value()
        if not year and "undated" not in title.lower():
            title = self.tr("{title} (undated)").format(title=title)
        self.source_wanted.emit(
            NewSource(title, self._publisher.text().strip(), year, self._used.text().strip())
        )
        for field in (self._source, self._publisher, self._used):
            field.clear()
        self._year.setValue(0)

    def _line(self, name: str, words: str, hint: str = "") -> QLineEdit:
        field = QLineEdit()
        field.setObjectName(name)
        field.setMaxLength(200)
        self._rows.addWidget(labelled(words, field, hint))
        return field

    def _number(self, name: str, words: str, most: int) -> QSpinBox:
        field = QSpinBox()
        field.setObjectName(name)
        field.setRange(1, most)
        field.lineEdit().setAccessibleName(words)
        with_margin(field)
        self._rows.addWidget(labelled(words, field, most=220))
        return field

    def _many(self, name: str, words: str) -> QPlainTextEdit:
        field = ShortLines(name)
        self._rows.addWidget(labelled(words, field, self.tr("One to a line.")))
        return field


def _lines(field: QPlainTextEdit) -> tuple[str, ...]:
    rows = (row.strip() for row in field.toPlainText().split("\n"))
    return tuple(row for row in rows if row)
