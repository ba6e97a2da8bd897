"""See the window as others do for a moment: light, dark, large text. Nothing of it is kept."""

from dataclasses import replace

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QApplication, QComboBox, QHBoxLayout, QLabel, QWidget

from tiapp.core.settings import Settings, Theme
from tiapp.gui.kit.theme import theme

LARGE = 200


class LookChoice(QWidget):
    """A list of looks. Leaving the page puts the person's own back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._own: Settings | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        label = QLabel(self.tr("See it &as"))
        self.box = QComboBox()
        self.box.setObjectName("look")
        for words, look in (
            (self.tr("I have it"), (None, 0)),
            (self.tr("Light"), (Theme.LIGHT, 0)),
            (self.tr("Dark"), (Theme.DARK, 0)),
            (self.tr("Large text"), (None, LARGE)),
            (self.tr("Dark, large text"), (Theme.DARK, LARGE)),
        ):
            self.box.addItem(words, look)
        self.box.activated.connect(self._choose)
        label.setBuddy(self.box)
        row.addWidget(label)
        row.addWidget(self.box)

    def put_back(self) -> None:
        """The person's own look."""
        if self._own is not None:
            own, self._own = self._own, None
            self.box.setCurrentIndex(0)
            _apply(own)

    def _choose(self, index: int) -> None:
        colours, size = self.box.itemData(index)
        if colours is None and not size:
            self.put_back()
            return
        own = self._own = self._own or theme().settings
        shown = replace(own, theme=colours or own.theme, text_size=size or own.text_size)
        _apply(shown)

    def hideEvent(self, event: QHideEvent) -> None:
        self.put_back()
        super().hideEvent(event)


def _apply(settings: Settings) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme().apply(app, settings)
