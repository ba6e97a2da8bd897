"""The entries of Reflect: found as one types, by day and by tag."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from tiapp.gui.kit import buttons
from tiapp.gui.kit.announce import announce
from tiapp.gui.kit.clipboard import PrivateLine
from tiapp.gui.kit.dates import long_date
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.run import Runner
from tiapp.gui.kit.text import Muted
from tiapp.gui.kit.theme import theme
from tiapp.gui.private.reflect_calendar import ReflectCalendar
from tiapp.private.journal import Found, Journal
from tiapp.private.journal_model import EntryLine, TagCount

_ID = Qt.ItemDataRole.UserRole
_LINE = Qt.ItemDataRole.UserRole + 1


class EntryList(QWidget):
    """Search, tags, calendar and the list itself.

    Signals:
        chosen(str): the id of an entry to open.
        new_wanted(): a new reflection.
        deleted_wanted(): what was deleted and can be brought back.
        moving_wanted(): bringing entries in and taking them out.
        shown(): a search has come to its result.
    """

    chosen = Signal(str)
    new_wanted = Signal()
    deleted_wanted = Signal()
    moving_wanted = Signal()
    shown = Signal()

    def __init__(
        self, journal: Journal, worker: Runner, parent: QWidget | None = None, *, can_move: bool
    ) -> None:
        super().__init__(parent)
        self.setObjectName("reflect_entries")
        self._journal = journal
        self._worker = worker
        self._open_id = ""
        self._asked = ""
        self._asking = False
        self.found: Found | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.new = buttons.primary(self.tr("New reflection"), "reflect_new", "plus")
        self.new.clicked.connect(self.new_wanted)
        column.addWidget(self.new)
        self.search = QLineEdit()
        self.search.setObjectName("reflect_search")
        PrivateLine(self.search)
        self.search.setPlaceholderText(self.tr("A word, tag:work, on:2026-11"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self.ask)
        column.addLayout(_labelled(self.tr("&Search your entries"), self.search))
        self.tag = QComboBox()
        self.tag.setObjectName("reflect_tag")
        self.tag.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.tag.setMinimumContentsLength(8)
        self.tag.addItem(self.tr("Every tag"), "")
        self.tag.currentIndexChanged.connect(self.ask)
        column.addLayout(_labelled(self.tr("&Tag"), self.tag))
        column.addWidget(self._ways())
        self.calendar = ReflectCalendar(journal.month, worker)
        self.calendar.day_chosen.connect(self._on_day)
        self.calendar.hide()
        column.addWidget(self.calendar)
        self._count = Muted("")
        self._count.setObjectName("reflect_count")
        column.addWidget(self._count)
        self.list = QListWidget()
        self.list.setObjectName("reflect_list")
        self.list.setAccessibleName(self.tr("Your entries"))
        self.list.setItemDelegate(_TwoLines(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(self._on_item)
        self.list.itemClicked.connect(self._on_item)
        column.addWidget(self.list, 1)
        column.addWidget(self._more(can_move=can_move))
        self._fit()
        theme().changed.connect(self._fit)

    def ask(self) -> None:
        """Searches for what stands in the field; while one search is under way, only the last."""
        self._asked = self._text()
        if not self._asking:
            self._asking = True
            text = self._asked
            find = self._journal.find
            self._worker.run(self, lambda: find(text), lambda found: self._show(text, found))

    @property
    def settled(self) -> bool:
        """Whether the list shows what the field asks for."""
        return not self._asking

    def refresh(self) -> None:
        """Reads list, tags and calendar anew."""
        self.ask()
        self._worker.run(self, self._journal.tags, self._show_tags)
        if self.calendar.isVisible():
            self.calendar.refresh()

    def mark_open(self, entry_id: str) -> None:
        """Shows which entry is open."""
        self._open_id = entry_id
        for row in range(self.list.count()):
            if self.list.item(row).data(_ID) == entry_id:
                self.list.setCurrentRow(row)
                return
        self.list.setCurrentRow(-1)

    def _text(self) -> str:
        words = self.search.text()
        tag = str(self.tag.currentData() or "")
        # in front, so that the last word typed still counts as begun
        return f'tag:"{tag}" {words}' if tag else words

    def _show(self, text: str, found: Found) -> None:
        self._asking = False
        if text != self._asked:
            self.ask()
            return
        self.found = found
        self._fill(found.lines)
        words = self._summary(found)
        if words != self._count.text():
            self._count.setText(words)
            if self.search.hasFocus():
                announce(self._count, words)
        self.shown.emit()

    def _fill(self, lines: tuple[EntryLine, ...]) -> None:
        searching = bool(self._text().strip())
        self.list.setUpdatesEnabled(False)
        while self.list.count() > len(lines):
            self.list.takeItem(self.list.count() - 1)
        current = -1
        for row, line in enumerate(lines):
            item = self.list.item(row)
            if item is None:
                item = QListWidgetItem(self.list)
            if item.data(_LINE) != (line, searching):
                heading = line.heading or self.tr("Nothing written yet")
                day = long_date(line.written.date())
                item.setData(_ID, line.id)
                item.setData(_LINE, (line, searching))
                # what a screen reader says; the drawing is the delegate's
                item.setText(self.tr("{heading}, {day}").format(heading=heading, day=day))
            if line.id == self._open_id:
                current = row
        self.list.setCurrentRow(current)
        self.list.setUpdatesEnabled(True)

    def _summary(self, found: Found) -> str:
        if found.query.unread:
            words = self.tr(
                "“{term}” could not be read. Write a date as on:2026-11 or on:2026-11-22."
            )
            return words.format(term=found.query.unread[0])
        if not found.lines:
            if self._text().strip():
                return self.tr("Nothing found. Try fewer letters, or another word.")
            return self.tr("What you write will be listed here.")
        if found.more:
            return self.tr(
                "The newest %n reflection(s); there are older ones", "", len(found.lines)
            )
        return self.tr("%n reflection(s)", "", len(found.lines))

    def _show_tags(self, tags: tuple[TagCount, ...]) -> None:
        chosen = self.tag.currentData()
        self.tag.blockSignals(True)
        while self.tag.count() > 1:
            self.tag.removeItem(1)
        for tag in tags:
            self.tag.addItem(f"{tag.tag} ({tag.entries})", tag.tag)
        self.tag.setCurrentIndex(max(0, self.tag.findData(chosen)))
        self.tag.blockSignals(False)

    def _ways(self) -> QWidget:
        row = FlowRow(spacing=8)
        self.show_calendar = buttons.chip(self.tr("Calendar"), "reflect_calendar_switch")
        self.show_calendar.toggled.connect(self._on_calendar)
        row.add(self.show_calendar)
        return row

    def _more(self, *, can_move: bool) -> QWidget:
        row = FlowRow(spacing=8)
        if can_move:
            words = self.tr("Import or export")
            moving = buttons.quiet(words, "reflect_moving", "folder-open")
            moving.clicked.connect(self.moving_wanted)
            row.add(moving)
        deleted = buttons.quiet(self.tr("Deleted entries"), "reflect_deleted", "trash-2")
        deleted.clicked.connect(self.deleted_wanted)
        row.add(deleted)
        return row

    def _on_calendar(self, shown: bool) -> None:
        self.calendar.setVisible(shown)
        if shown:
            self.calendar.refresh()

    def _on_day(self, day: str) -> None:
        self.search.setText(f"on:{day} ")

    def _on_item(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(_ID))

    def _fit(self) -> None:
        self.list.setMinimumHeight(theme().px(220))


def _labelled(words: str, field: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(4)
    label = QLabel(words)
    label.setBuddy(field)
    column.addWidget(label)
    column.addWidget(field)
    return column


class _TwoLines(QStyledItemDelegate):
    """Draws an entry: its heading, then the day and, when searching, where the words were found."""

    _SIDE, _ABOVE, _GAP = 12, 8, 2

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        heading, small = self._fonts(option)
        lines = QFontMetrics(heading).height() + 2 * QFontMetrics(small).height()
        px = theme().px
        return QSize(0, lines + 2 * px(self._ABOVE) + 2 * px(self._GAP))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        found = index.data(_LINE)
        if found is None:
            return
        line, searching = found
        self.initStyleOption(option, index)
        rect: QRect = option.rect
        state = option.state
        option.text = ""
        widget = option.widget
        widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, widget)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        tokens, px = theme().tokens, theme().px
        heading, small = self._fonts(option)
        area = rect.adjusted(px(self._SIDE), px(self._ABOVE), -px(self._SIDE), -px(self._ABOVE))
        tags = "  ·  ".join((long_date(line.written.date()), *line.tags))
        below = line.excerpt if searching else self._beginning(line)
        for words, font, colour in (
            (line.heading or "…", heading, tokens.on_soft if chosen else tokens.text),
            (tags, small, tokens.on_soft if chosen else tokens.muted),
            (below, small, tokens.on_soft if chosen else tokens.muted),
        ):
            metrics = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(QColor(colour))
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, area.width())
            painter.drawText(
                QRect(area.left(), area.top(), area.width(), metrics.height()),
                int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter),
                shown,
            )
            area.setTop(area.top() + metrics.height() + px(self._GAP))

    @staticmethod
    def _beginning(line: EntryLine) -> str:
        """The first words, unless the heading says them already."""
        words = line.excerpt
        heading = line.heading.rstrip("…")
        return words[len(heading) :].lstrip(" .,:;") if words.startswith(heading) else words

    @staticmethod
    def _fonts(option: QStyleOptionViewItem) -> tuple[QFont, QFont]:
        heading = QFont(option.font)
        small = QFont(heading)
        heading.setWeight(QFont.Weight.DemiBold)
        small.setPointSizeF(theme().pt(10.5))
        return heading, small
