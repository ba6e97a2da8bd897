"""What stands beside the text of a module: the page, its outline, and its facts as a form."""

from PySide6.QtWidgets import QPlainTextEdit, QTabWidget, QVBoxLayout, QWidget

from tiapp.authoring.facts import read_facts
from tiapp.gui.authoring.author_calls import Draft
from tiapp.gui.authoring.facts_form import FactsForm
from tiapp.gui.kit.preview import ModulePreview
from tiapp.gui.kit.text import Label


class ModuleViews(QTabWidget):
    """Three views of one draft. While it cannot be read, the last good page stays."""

    def __init__(self, preview: ModulePreview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preview = preview
        self.setObjectName("desk_tabs")
        self.setAccessibleName(self.tr("Views of the module"))
        self.tabBar().setAccessibleName(self.tr("Views of the module"))
        self.addTab(self._page(), self.tr("As people see it"))
        self._outline = QPlainTextEdit()
        self._outline.setObjectName("outline")
        self._outline.setReadOnly(True)
        self._outline.setTabChangesFocus(True)
        self._outline.setAccessibleName(self.tr("The module as a screen reader reads it"))
        self.addTab(self._outline, self.tr("Outline"))
        self.facts = FactsForm()
        self.addTab(self.facts, self.tr("Facts"))

    def _page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(8, 8, 8, 8)
        self._trouble = Label("")
        self._trouble.setObjectName("draft_trouble")
        self._trouble.hide()
        column.addWidget(self._trouble)
        column.addWidget(self._preview.widget(), 1)
        return page

    def show_draft(self, draft: Draft) -> None:
        """Shows a file as it stands on the disk."""
        is_module = draft.file.is_module
        words = self._trouble_words(draft)
        self._trouble.setText(words)
        self._trouble.setVisible(bool(words))
        self.setTabEnabled(1, is_module)
        self.setTabEnabled(2, is_module)
        if draft.module is not None:
            self._preview.show_module(draft.module, draft.prepared)
            self._preview.widget().show()
            self._outline.setPlainText("\n".join(draft.outline))
        elif not is_module:
            self._preview.widget().hide()
        if is_module:
            self.facts.show_facts(read_facts(draft.text))

    def _trouble_words(self, draft: Draft) -> str:
        if not draft.file.is_module:
            return self.tr("This file is not a page. What is in it appears elsewhere in Steady.")
        if draft.trouble:
            return self.tr("This cannot be shown yet. {why}").format(why=draft.trouble)
        return ""
