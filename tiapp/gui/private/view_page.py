"""A private page that shows one view after another."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from tiapp.gui.kit.page import Page
from tiapp.gui.private.view import View


class ViewPage(Page):
    """Shows one `View` at a time; the one before is emptied and deleted."""

    def __init__(self, title: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(title, name, parent)
        self.view: View | None = None

    def show_view(self, view: View) -> None:
        """Puts a view in the place of the one before, and begins at its top."""
        before, self.view = self.view, view
        self.title.setText(view.heading)
        self.column.addWidget(view)
        if before is not None:
            before.forget()
            self.column.removeWidget(before)
            before.hide()
            before.deleteLater()
        self.scroll.verticalScrollBar().setValue(0)
        if self.isVisible():
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def first_focus(self) -> QWidget:
        begin = self.view.begin if self.view is not None else None
        return begin or self.title

    def main_button(self) -> QAbstractButton | None:
        return self.view.main if self.view is not None else None

    def leaving(self) -> bool:
        """Nothing typed here is left standing."""
        if self.view is not None:
            self.view.forget()
        return True
