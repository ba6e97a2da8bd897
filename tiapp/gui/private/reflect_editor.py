"""The field that reflections are written in: plain text, with light Markdown shown lightly."""

from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from tiapp.gui.kit.clipboard import private_mime
from tiapp.gui.kit.theme import theme
from tiapp.gui.private.spelling_marks import SpellingMarks
from tiapp.private.identifiable import Finding
from tiapp.private.journal_model import BODY_MOST
from tiapp.private.marking import Run, Style, marked

_ROOM_TO_TYPE = 50_000


class _Marks(QSyntaxHighlighter):
    """Draws headings, emphasis and quotes as they are meant; the signs stay, more quietly."""

    def __init__(self, document: QTextDocument, spelling: SpellingMarks) -> None:
        super().__init__(document)
        self._spelling = spelling
        self._formats: dict[Style, QTextCharFormat] = {}
        self._fit()
        theme().changed.connect(self._fit)

    def highlightBlock(self, text: str) -> None:
        runs = marked(text)
        if runs:
            for start, end, styles in _cells(runs):
                merged = QTextCharFormat()
                for style in styles:
                    merged.merge(self._formats[style])
                self.setFormat(start, end - start, merged)
        self._spelling.underline(self, text)

    def _fit(self) -> None:
        tokens = theme().tokens
        formats = {style: QTextCharFormat() for style in Style}
        formats[Style.HEADING].setFontWeight(QFont.Weight.DemiBold)
        formats[Style.STRONG].setFontWeight(QFont.Weight.Bold)
        formats[Style.EMPHASIS].setFontItalic(True)
        formats[Style.QUOTE].setForeground(QColor(tokens.muted))
        formats[Style.CODE].setBackground(QColor(tokens.sunken))
        formats[Style.MARK].setForeground(QColor(tokens.control))
        self._formats = formats
        self.rehighlight()


def _cells(runs: tuple[Run, ...]) -> list[tuple[int, int, list[Style]]]:
    """The line cut where a run begins or ends, with all styles that hold in each piece."""
    cuts = sorted({edge for run in runs for edge in (run.start, run.start + run.length)})
    cells = []
    for start, end in pairwise(cuts):
        styles = [r.style for r in runs if r.start <= start and end <= r.start + r.length]
        if styles:
            cells.append((start, end, styles))
    return cells


class Editor(QPlainTextEdit):
    """Plain text in and out. Tab leaves the field; undo goes back as far as it was open.

    Signals:
        too_long(): more was pasted or dropped than an entry can hold, so it was not put in.
    """

    too_long = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.spelling = SpellingMarks(self)
        self._marks = _Marks(self.document(), self.spelling)
        self.spelling.look_again.connect(self._marks.rehighlightBlock)
        self._findings: tuple[Finding, ...] = ()
        self.textChanged.connect(self._on_changed)
        theme().changed.connect(self._draw_findings)

    def words(self) -> str:
        """What is written."""
        return self.toPlainText()

    def load(self, words: str) -> None:
        """Begins with other words. They can't be undone into those before."""
        self.show_findings(())
        blocked = self.blockSignals(True)
        self.setPlainText(words[:BODY_MOST])
        self.blockSignals(blocked)
        self.document().clearUndoRedoStacks()
        self.moveCursor(QTextCursor.MoveOperation.End)

    def put(self, words: str, place: int) -> None:
        """Other words by way of an edit, so that undo takes it back; the cursor goes to `place`."""
        if words != self.toPlainText():
            cursor = self.textCursor()
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.insertText(words)
        cursor = self.textCursor()
        cursor.setPosition(_units(words[:place]))
        self.setTextCursor(cursor)

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Underlines places in the text, until something is typed; none takes the lines away."""
        self._findings = findings
        self._draw_findings()

    def go_to(self, finding: Finding) -> None:
        """Selects such a place."""
        text = self.toPlainText()
        cursor = self.textCursor()
        cursor.setPosition(_units(text[: finding.start]))
        cursor.setPosition(_units(text[: finding.end]), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.setFocus()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        self.spelling.add_to(menu, event)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def createMimeDataFromSelection(self) -> QMimeData:
        return private_mime(self.textCursor().selection().toPlainText())

    def insertFromMimeData(self, source: QMimeData) -> None:
        """All of what is pasted or dropped, or nothing: what would be cut off is seen by nobody."""
        there = self.document().characterCount() - len(self.textCursor().selectedText())
        if source.hasText() and there + len(source.text()) > BODY_MOST - _ROOM_TO_TYPE:
            self.too_long.emit()
            return
        super().insertFromMimeData(source)

    def _on_changed(self) -> None:
        if self._findings:
            self.show_findings(())

    def _draw_findings(self) -> None:
        tokens = theme().tokens
        text = self.toPlainText() if self._findings else ""
        marks = []
        for finding in self._findings:
            mark = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            cursor.setPosition(_units(text[: finding.start]))
            cursor.setPosition(_units(text[: finding.end]), QTextCursor.MoveMode.KeepAnchor)
            mark.cursor = cursor
            style = QTextCharFormat()
            style.setBackground(QColor(tokens.care_soft))
            style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
            style.setUnderlineColor(QColor(tokens.care))
            mark.format = style
            marks.append(mark)
        self.setExtraSelections(marks)


def too_long_words() -> str:
    """What is said when a paste was not put in."""
    return QCoreApplication.translate(
        "Editor",
        "That is more than one entry can hold, so it was not put in. It is still where you copied "
        "it from, and can go into several entries.",
    )


def _units(text: str) -> int:
    """How far Qt counts that text: in UTF-16, where some letters count twice."""
    return len(text.encode("utf-16-le")) // 2
