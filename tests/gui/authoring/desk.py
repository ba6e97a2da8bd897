"""What an author does at the Author screen, step by step."""

from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QListWidget, QPlainTextEdit, QWidget

from tests.window import Steady
from tiapp.gui.authoring.author_page import AuthorPage
from tiapp.gui.authoring.desk_view import DeskView
from tiapp.gui.authoring.file_dialogs import FileDialogs
from tiapp.gui.kit.places import Screen


class Answers(FileDialogs):
    """What a person would choose in the system's dialogs."""

    def __init__(self) -> None:
        self.next: Path | None = None

    def folder(self, parent: QWidget, title: str) -> Path | None:
        return self.next

    def pack_file(self, parent: QWidget, title: str) -> Path | None:
        return self.next

    def new_pack_file(self, parent: QWidget, title: str, name: str) -> Path | None:
        return self.next


class Desk:
    """Drives the page as a person would: buttons, keys, fields."""

    def __init__(self, steady: Steady) -> None:
        self.steady = steady
        self.answers = Answers()
        steady.open_as_someone()
        steady.go(Screen.AUTHOR)
        self.page.dialogs = self.answers

    @property
    def page(self) -> AuthorPage:
        page = self.steady.page
        assert isinstance(page, AuthorPage)
        return page

    @property
    def view(self) -> DeskView:
        view = self.page.findChild(DeskView)
        assert view is not None
        return view

    @property
    def source(self) -> QPlainTextEdit:
        field = self.steady.find("source", QPlainTextEdit)
        assert isinstance(field, QPlainTextEdit)
        return field

    def press(self, name: str, answer: Path | None = None) -> None:
        self.answers.next = answer
        self.steady.click(name)

    def open(self, pack: Path) -> None:
        self.press("open_folder", pack)
        self.until_shown("Say what comes next")

    def fill(self, name: str, words: str) -> None:
        field = self.steady.find(name, QLineEdit)
        assert isinstance(field, QLineEdit)
        field.setFocus()
        field.clear()
        QTest.keyClicks(field, words)

    def choose_file(self, short_name: str) -> None:
        box = self.steady.find("desk_file", QComboBox)
        assert isinstance(box, QComboBox)
        index = box.findText(short_name)
        assert index >= 0, [box.itemText(n) for n in range(box.count())]
        box.setCurrentIndex(index)
        self.steady.settle()

    def type_at(self, after: str, words: str) -> None:
        """Types after these words of the source."""
        cursor = self.source.textCursor()
        at = self.source.toPlainText().index(after) + len(after)
        cursor.setPosition(at)
        self.source.setTextCursor(cursor)
        QTest.keyClicks(self.source, words)

    def until_shown(self, words: str) -> None:
        """Waits until the preview shows these words."""
        self.steady.until(lambda: words in self.shown())
        self.steady.settle()

    def shown(self) -> str:
        """The words of the preview."""
        from PySide6.QtWidgets import QLabel

        preview = self.page.findChild(QWidget, "preview")
        if preview is None or not preview.isVisible():
            return ""
        labels = (label for label in preview.findChildren(QLabel) if label.isVisible())
        return "\n".join(label.accessibleName() or label.text() for label in labels)

    def findings(self) -> list[str]:
        """The rows of the list."""
        found = self.page.findChild(QListWidget, "findings")
        assert found is not None
        return [found.item(n).text() for n in range(found.count())]
