"""The scrolling column of the reader. It knows which block stands at the top, and how far in."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tiapp.gui.kit.page import Ground, PageScroll
from tiapp.gui.kit.theme import theme

STILL_FOR = 1000
"""Milliseconds after the last scrolling until the place is kept."""

SIDE = 40
_NARROW_SIDE = 24
_NARROW_BELOW = 640


class ReadingView(PageScroll):
    """Shows one column, as wide as the person's setting for reading allows.

    Signals:
        came_to_rest(): a second has passed since the person last scrolled.
    """

    came_to_rest = Signal()

    def __init__(self) -> None:
        self._ground = ground = Ground()
        ground.setObjectName("page_body")
        self.column = QVBoxLayout(ground)
        self.column.setSpacing(16)
        self._blocks: tuple[QWidget, ...] = ()
        self._kept = (0, 0.0)
        self._moving = False
        super().__init__(ground, self.column, 0)
        self.setObjectName("reading_view")
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(STILL_FOR)
        self._rest.timeout.connect(self.came_to_rest)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        theme().changed.connect(self._on_theme_changed)

    def fit(self) -> None:
        """Keeps the lines as short as the person likes them."""
        width = self.viewport().width()
        side = _NARROW_SIDE if width < _NARROW_BELOW else SIDE
        rest = max(side, width - side - theme().reading_px())
        left, right = (rest, side) if self.isRightToLeft() else (side, rest)
        self.column.setContentsMargins(left, 28, right, 40)
        self.verticalScrollBar().setSingleStep(theme().px(40))

    # --- Where the person is -------------------------------------------------------------

    @property
    def blocks(self) -> tuple[QWidget, ...]:
        """The widgets that count as blocks."""
        return self._blocks

    def set_blocks(self, blocks: Sequence[QWidget]) -> None:
        """The widgets that count as blocks, in order; empty where there is no place to keep."""
        self._blocks = tuple(blocks)

    def forget_place(self) -> None:
        """Something else comes into view: the place in what was there is of no more use."""
        self._rest.stop()

    def place(self) -> tuple[int, float]:
        """The block at the top of the view, and how far into it (0.0 to 1.0)."""
        top = self.verticalScrollBar().value()
        for index, (start, end) in enumerate(self._spans()):
            if top < end:
                return (index, max(0.0, (top - start) / max(1, end - start)))
        return (max(0, len(self._blocks) - 1), 1.0 if self._blocks else 0.0)

    def lines_in_view(self) -> float:
        """About how many lines of reading text fit into the view; rather more than fewer."""
        line = self.fontMetrics().height() * theme().line_height() / 100
        return self.viewport().height() / max(1.0, line)

    def block_at(self, index: int) -> QWidget | None:
        """The widget of that block, or of the last one."""
        return self._blocks[min(index, len(self._blocks) - 1)] if self._blocks else None

    def go_to(self, block: int, into: float) -> None:
        """Puts that place at the top again, at any window size; also before the first paint."""
        self._kept = (block, into)
        self._settle()

    def bring(self, widget: QWidget) -> None:
        """Scrolls so that `widget` can be seen, with a little air above it."""
        self.lay_out()
        top = self._top_of(widget)
        bar = self.verticalScrollBar()
        if top < bar.value() or top + widget.height() > bar.value() + self.viewport().height():
            bar.setValue(max(0, top - 24))
        self._kept = self.place()

    def lay_out(self) -> None:
        """Gives everything its final size now, not at the next turn of the event loop."""
        ground = self._ground
        self.column.activate()
        width = self.viewport().width()
        height = max(self.column.totalHeightForWidth(width), self.viewport().height())
        ground.resize(width, height)
        self.column.activate()
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, height - self.viewport().height()))
        bar.setPageStep(self.viewport().height())

    def rest_now(self) -> None:
        """Keeps the place without waiting for the second to pass."""
        if self._rest.isActive():
            self._rest.stop()
            self.came_to_rest.emit()

    def _spans(self) -> list[tuple[int, int]]:
        """From where to where each block reaches, the gap below it included.

        What stands above the first block belongs to it.
        """
        starts = [self._top_of(block) for block in self._blocks]
        if not starts:
            return []
        ends = [*starts[1:], starts[-1] + self._blocks[-1].height()]
        return list(zip([0, *starts[1:]], ends, strict=True))

    def _top_of(self, widget: QWidget) -> int:
        return widget.mapTo(self._ground, QPoint(0, 0)).y()

    def _settle(self) -> None:
        self._moving = True
        try:
            self.lay_out()
            spans = self._spans()
            block, into = self._kept
            value = 0
            if spans:
                start, end = spans[min(block, len(spans) - 1)]
                value = round(start + into * (end - start))
            self.verticalScrollBar().setValue(value)
        finally:
            self._moving = False

    def _on_theme_changed(self) -> None:
        """Letters of another size: the same words stay at the top once they are laid out."""
        self._moving = True
        QTimer.singleShot(0, self, self._settle)

    def _on_scrolled(self) -> None:
        if self._moving:
            return
        self._kept = self.place()
        self._rest.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._moving = True
        super().resizeEvent(event)
        self._moving = False
        if event.size() != event.oldSize():
            self._settle()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._settle()
