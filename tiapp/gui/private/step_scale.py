"""A question with a scale: a dot on a line for each of its words, one of which may be chosen.

To assistive technology it is a group of Qt's own radio buttons. It begins blank, and can be left
or made blank again.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from tiapp.gui.kit import buttons, wrapped
from tiapp.gui.kit.radio_row import RadioRow
from tiapp.gui.kit.text import Label, wrapping
from tiapp.gui.kit.theme import theme

_DOT = 22
_ABOVE = 8
_GAP = 8
_SIDE = 6
_LINE = 3

_FORWARD = frozenset({Qt.Key.Key_Right, Qt.Key.Key_Down})
_BACK = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Up})
_CLEAR = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace})


class StepButton(RadioRow):
    """One word of the scale: its dot above it, or beside it where the words stand in a column."""

    def __init__(self, text: str, name: str, scale: "StepScale", end: int) -> None:
        """`end` is -1 for the first word, 1 for the last, 0 between them."""
        super().__init__(text, name, scale)
        self._scale = scale
        self._end = end

    def sizeHint(self) -> QSize:
        if not self._scale.across:
            return super().sizeHint()
        px = theme().px
        return QSize(self.least_width(), px(_DOT + _ABOVE + _GAP) + self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint() if self._scale.across else super().minimumSizeHint()

    def heightForWidth(self, width: int) -> int:
        if not self._scale.across:
            return super().heightForWidth(width)
        px = theme().px
        words = wrapped.text_height(self, width - 2 * px(_SIDE))
        return px(_DOT + _ABOVE + _GAP) + words + px(_ABOVE)

    def least_width(self) -> int:
        """What the longest word needs beside its neighbours."""
        return wrapped.longest_word(self) + 2 * theme().px(_SIDE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose, figures choose, Delete makes blank: Qt's own keys only move the focus."""
        if not self._scale.take_key(event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._scale.across:
            super().paintEvent(event)
            return
        now, px = theme().tokens, theme().px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(now.sunken))
            painter.drawRoundedRect(self.rect(), 8, 8)
        middle = QPointF(self.width() / 2, px(_ABOVE) + px(_DOT) / 2)
        self._draw_line(painter, middle)
        chosen = self.isChecked()
        painter.setPen(QPen(QColor(now.primary if chosen else now.control), 2 if chosen else 1.5))
        painter.setBrush(QColor(now.surface))
        radius = px(_DOT) / 2 - 1
        painter.drawEllipse(middle, radius, radius)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(now.primary))
            painter.drawEllipse(middle, radius * 0.58, radius * 0.58)
        painter.setPen(QColor(now.text))
        if chosen:
            font = self.font()
            font.setBold(True)
            painter.setFont(font)
        words = QRect(self.rect()).adjusted(px(_SIDE), px(_DOT + _ABOVE + _GAP), -px(_SIDE), 0)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(
            words, int(flags) | int(Qt.TextFlag.TextWordWrap), wrapped.plain_words(self)
        )
        painter.end()

    def _draw_line(self, painter: QPainter, middle: QPointF) -> None:
        start, stop = 0.0, float(self.width())
        end = -self._end if self.isRightToLeft() else self._end
        if end < 0:
            start = middle.x()
        elif end > 0:
            stop = middle.x()
        line = theme().px(_LINE)
        painter.fillRect(
            QRectF(start, middle.y() - line / 2, stop - start, line),
            QColor(theme().tokens.border),
        )


class _Steps(QWidget):
    """The words of one scale."""

    accessible_role = QAccessible.Role.Grouping


class StepScale(QWidget):
    """`ask` and its words. `step` is the number of the chosen one from 0, or None.

    Signals:
        changed(): another word was chosen, or none is any more.
    """

    changed = Signal()

    def __init__(
        self, ask: str, words: Sequence[str], name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(wrapping())
        self.ask = ask
        self.across = True
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(Label(ask, "strong"), 1)
        self._clear = buttons.quiet(self.tr("Leave blank"), f"{name}_clear")
        self._clear.setAccessibleName(self.tr("Leave blank: {question}").format(question=ask))
        policy = self._clear.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._clear.setSizePolicy(policy)
        self._clear.clicked.connect(self._on_clear)
        top.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        holder = _Steps()
        holder.setSizePolicy(wrapping())
        holder.setAccessibleName(ask)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, holder)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._group = QButtonGroup(self)
        self._buttons: list[StepButton] = []
        for number, word in enumerate(words):
            end = -1 if number == 0 else 1 if number == len(words) - 1 else 0
            button = StepButton(word, f"{name}_{number + 1}", self, end)
            button.setAccessibleDescription(ask)
            self._group.addButton(button, number)
            self._row.addWidget(button, 1)
            self._buttons.append(button)
        column.addWidget(holder)
        self._group.idClicked.connect(lambda _: self._tell())
        self._fit_focus()
        self._clear.hide()

    @property
    def step(self) -> int | None:
        """The chosen one."""
        chosen = self._group.checkedId()
        return chosen if chosen >= 0 else None

    @property
    def steps(self) -> int:
        """How many there are."""
        return len(self._buttons)

    def set_step(self, step: int | None) -> None:
        """Shows another choice without telling of it."""
        if step is not None and 0 <= step < self.steps:
            self._buttons[step].setChecked(True)
        else:
            self._group.setExclusive(False)
            for button in self._buttons:
                button.setChecked(False)
            self._group.setExclusive(True)
        self._fit_focus()
        self._clear.setVisible(self.step is not None)

    def take_key(self, event: QKeyEvent) -> bool:
        """Whether the key was one of ours."""
        key = event.key()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if key in _CLEAR:
            self._choose(None)
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_9 and key - Qt.Key.Key_1 < self.steps:
            self._choose(key - Qt.Key.Key_1)
        elif key in _FORWARD or key in _BACK:
            forward = key in _FORWARD
            if self.isRightToLeft() and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
                forward = not forward
            self._move(1 if forward else -1)
        else:
            return False
        return True

    def least_width(self) -> int:
        """How wide it must be for its words to stand side by side."""
        return max(button.least_width() for button in self._buttons) * self.steps

    def set_across(self, across: bool) -> None:
        """Puts the words side by side, or below one another where there is no room for that."""
        if across is self.across:
            return
        self.across = across
        way = QBoxLayout.Direction
        self._row.setDirection(way.LeftToRight if across else way.TopToBottom)
        for button in self._buttons:
            button.updateGeometry()

    def _move(self, by: int) -> None:
        if self.step is None:
            focused = next((n for n, b in enumerate(self._buttons) if b.hasFocus()), 0)
            self._choose(focused if by < 0 else min(focused + 1, self.steps - 1))
        else:
            self._choose(min(max(self.step + by, 0), self.steps - 1))

    def _choose(self, step: int | None) -> None:
        if step == self.step:
            return
        self.set_step(step)
        self._buttons[step or 0].setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _on_clear(self) -> None:
        self._choose(None)

    def _tell(self) -> None:
        self._fit_focus()
        self._clear.setVisible(self.step is not None)
        self.changed.emit()

    def _fit_focus(self) -> None:
        """Tab comes here once: to the chosen word, or else to the first."""
        stop = self.step or 0
        for number, button in enumerate(self._buttons):
            policy = Qt.FocusPolicy.StrongFocus if number == stop else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)
