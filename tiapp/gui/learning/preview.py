"""The reader for somebody who writes: real parts and cards, and no progress behind them."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.learning.block_context import BlockContext
from tiapp.gui.learning.block_widgets import fill
from tiapp.gui.learning.part_body import PartBody
from tiapp.gui.learning.picture_decoding import decode
from tiapp.gui.learning.reading_calls import picture_names
from tiapp.gui.learning.reading_view import ReadingView
from tiapp.gui.learning.stage import Stage
from tiapp.learning.model import Module
from tiapp.learning.pictures import PictureFolder

Pictures = Mapping[str, QImage]


class ReaderPreview(QWidget):
    """A ModulePreview: a list of the parts, Back and Next, and the part itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preview")
        self._module: Module | None = None
        self._pictures: Pictures = {}
        self._drawn: object = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._head())
        self.view = ReadingView()
        self.view.setObjectName("preview_view")
        self._stage = Stage()
        self.view.column.addWidget(self._stage)
        self.view.column.addStretch(1)
        column.addWidget(self.view, 1)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        label = QLabel(self.tr("&Part"))
        self.parts = QComboBox()
        self.parts.setObjectName("preview_parts")
        self.parts.setMinimumContentsLength(8)
        self.parts.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.parts.currentIndexChanged.connect(self._draw)
        label.setBuddy(self.parts)
        row.addWidget(label)
        row.addWidget(self.parts, 1)
        self._back = buttons.icon_only(self.tr("Previous part"), "preview_back", "chevron-left")
        self._back.clicked.connect(lambda: self._turn(-1))
        self._next = buttons.icon_only(self.tr("Next part"), "preview_next", "chevron-right")
        self._next.clicked.connect(lambda: self._turn(1))
        row.addWidget(self._back)
        row.addWidget(self._next)
        return row

    # What the page may ask: see kit/preview.py

    def widget(self) -> QWidget:
        """Itself."""
        return self

    def prepare(self, module: Module) -> Pictures:
        """The module's pictures, decoded; those that cannot be shown are left out."""
        path = module.entry.path
        folder = PictureFolder(path.parent, path.parent)
        found: dict[str, QImage] = {}
        for part in module.parts:
            for name in picture_names(part.blocks):
                data = folder.read(name)
                image = decode(data) if isinstance(data, bytes) else None
                if image is not None:
                    found[name] = image
        return found

    def show_module(self, module: Module, prepared: Pictures) -> None:
        """Draw it anew. Whoever was reading further down stays there."""
        wanted = self.parts.currentData()
        self._module, self._pictures = module, prepared
        self.parts.blockSignals(True)
        self.parts.clear()
        for number, part in enumerate(module.parts, start=1):
            words = QCoreApplication.translate("ReaderPreview", "{number}. {title}")
            self.parts.addItem(words.format(number=number, title=part.title), part.id)
        self.parts.setCurrentIndex(max(0, self.parts.findData(wanted)))
        self.parts.blockSignals(False)
        self._draw()

    def show_part(self, part_id: str) -> None:
        """Go to that part, if there is one and another is in view."""
        index = self.parts.findData(part_id)
        if index >= 0 and index != self.parts.currentIndex():
            self.parts.setCurrentIndex(index)

    # Inside

    def _turn(self, steps: int) -> None:
        index = self.parts.currentIndex() + steps
        if 0 <= index < self.parts.count():
            self.parts.setCurrentIndex(index)

    def _draw(self) -> None:
        module = self._module
        index = self.parts.currentIndex()
        if module is None or not 0 <= index < len(module.parts):
            return
        part = module.parts[index]
        now = (part, self._pictures)
        if now == self._drawn:
            return  # only the text of another part has changed
        before = self._stage.held
        same = isinstance(before, PartBody) and before.part.id == part.id
        place = self.view.place() if same else (0, 0.0)
        context = BlockContext(
            fill,
            pack_id=module.entry.pack_id,
            module_id=module.id,
            part_id=part.id,
            pictures=self._pictures,
            follow=self._follow,
        )
        past_note = same and isinstance(before, PartBody) and bool(before.blocks)
        # first what is in view, as in the reader; further down all that is above is needed
        lines = None if place != (0, 0.0) else self.view.lines_in_view()
        body = PartBody(part, context, past_note=past_note, lines=lines)
        body.next_wanted.connect(lambda: self._turn(1))
        body.shows_changed.connect(lambda: self._on_shown(body), Qt.ConnectionType.QueuedConnection)
        self._drawn = now
        self._stage.put(body)
        self.view.set_blocks(body.blocks)
        self.view.go_to(*place)
        self._back.setEnabled(index > 0)
        self._next.setEnabled(index < len(module.parts) - 1)
        self._complete_soon(body)

    def _on_shown(self, body: PartBody) -> None:
        self.view.set_blocks(body.blocks)
        self.view.go_to(0, 0.0)
        self._complete_soon(body)

    def _complete_soon(self, body: PartBody) -> None:
        """Paints what is there, then builds the rest of the part below it."""
        if body.unfinished:
            self.repaint()
            QTimer.singleShot(0, body, lambda: self._complete(body))

    def _complete(self, body: PartBody) -> None:
        if body is not self._stage.held or not body.unfinished:
            return
        if not body.build_more():
            QTimer.singleShot(0, body, lambda: self._complete(body))
            return
        self.view.set_blocks(body.blocks)
        self.view.lay_out()

    def _follow(self, link: str) -> None:
        """A link to another part leads there; those that lead outside are not opened here."""
        if link.startswith("#"):
            self.show_part(link[1:])
