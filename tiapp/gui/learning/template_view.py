"""The questions of a form, to read through."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tiapp.gui.kit.card import notice
from tiapp.gui.kit.text import HeadingLabel, Label
from tiapp.gui.learning.list_block import bullets
from tiapp.learning.practice.model import AnswerKind, Question, Section, Template


class TemplateView(QWidget):
    """Everything a form asks, section by section, and how each question is answered."""

    def __init__(self, template: Template, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"view_{template.id}")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 0, 0)
        self._column.setSpacing(10)
        if template.note:
            self._column.addWidget(notice("care", self.tr("Before you begin"), template.note))
        for section in template.sections:
            self._add(section)

    def _add(self, section: Section) -> None:
        self._column.addWidget(HeadingLabel(section.title, 4))
        if section.about:
            self._column.addWidget(Label(section.about))
        self._column.addWidget(
            bullets([self._words(question, section) for question in section.questions])
        )

    def _words(self, question: Question, section: Section) -> str:
        words = question.ask if not question.hint else f"{question.ask} {question.hint}"
        if section.rows:
            return words
        match question.answer:
            case AnswerKind.FIT:
                answer = self.tr("yes, partly, not yet, not relevant")
            case AnswerKind.CHOICE:
                answer = ", ".join(question.options)
            case AnswerKind.DATE:
                answer = self.tr("a date")
            case AnswerKind.WHO:
                answer = self.tr("a name or a role")
            case AnswerKind.TEXT:
                return words
        return self.tr("{question} ({answer})").format(question=words, answer=answer)
