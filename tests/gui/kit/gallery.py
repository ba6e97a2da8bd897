"""Draws everything in the kit to PNG, to be looked at: `python -m tests.gui.kit.gallery FOLDER`."""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_FONT_DPI", "96")

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QFrame,
    QGroupBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenu,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QSlider,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from tiapp.core.settings import Settings
from tiapp.core.settings import Theme as ThemeChoice
from tiapp.gui.kit import buttons, roles
from tiapp.gui.kit.card import CalloutBox, Card, notice
from tiapp.gui.kit.choice_button import ChoiceButton
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.focus_ring import FocusRing
from tiapp.gui.kit.icons import IconLabel
from tiapp.gui.kit.page import Page
from tiapp.gui.kit.progress_line import ProgressLine
from tiapp.gui.kit.prose import Prose
from tiapp.gui.kit.radio_row import CheckRow, RadioRow
from tiapp.gui.kit.text import Label, Muted, SectionTitle, SmallTitle
from tiapp.gui.kit.theme import Theme, theme
from tiapp.learning.blocks import Span

_ROWS = (
    ("Home", "home"),
    ("Learn", "book-open"),
    ("Reflect", "notebook-pen"),
    ("Check-in", "sun"),
    ("Action plan", "list-checks"),
    ("Policy review", "file-search"),
    ("Support", "life-buoy"),
    ("Settings", "settings"),
)
_LONG = (
    "Say what you noticed, ask what would help right now, and let them choose whether to talk "
    "here, somewhere quieter, or another day"
)


def navigation() -> QWidget:
    """The left side of the window."""
    rail = QFrame()
    rail.setProperty("box", "navigation")
    column = QVBoxLayout(rail)
    column.setContentsMargins(8, 16, 8, 12)
    column.setSpacing(4)
    column.addWidget(Label("Steady", "brand"))
    for number, (words, icon) in enumerate(_ROWS):
        row = buttons.nav(words, f"nav_{number}", icon)
        row.setChecked(number == 0)
        column.addWidget(row)
    column.addStretch(1)
    column.addWidget(buttons.secondary("Hide screen", "hide", "eye-off"))
    rail.setFixedWidth(theme().px(220))
    return rail


def first_page() -> Page:
    """One of everything that stands on Home and in a form."""
    page = Page("Good afternoon, Isla", "gallery")
    page.add(Muted("You can stop at any point. Everything saves as you go, on this computer only."))
    card = Card("carry_on")
    card.add(SmallTitle("Carry on: Understanding trauma"))
    card.add(Muted("Part 3 of 7 · about 6 minutes left"))
    card.add(ProgressLine(3, 7, "Part 3 of 7"))
    row = FlowRow()
    row.add(buttons.primary("Carry on", "go", "arrow-right"))
    row.add(buttons.secondary("Choose something else", "other"))
    off = buttons.secondary("Not available", "off")
    off.setEnabled(False)
    row.add(off)
    row.add(buttons.quiet("Look again", "quiet", "rotate-ccw"))
    row.add(buttons.link("What this cannot protect against", "link"))
    card.add(row)
    page.add(card)
    page.add(
        notice(
            "care",
            "Before you read on",
            "Part 4 talks about sudden loss. You can skip it, read a summary, or come back "
            "another day.",
        )
    )
    page.add(
        notice(
            "info",
            "Only you can see this",
            "Check-ins and reflections never appear in a supervisor summary.",
        )
    )
    pair = QWidget()
    sides = QHBoxLayout(pair) if theme().settings.text_size < 150 else QVBoxLayout(pair)
    sides.setContentsMargins(0, 0, 0, 0)
    sides.setSpacing(16)
    sides.addWidget(_question(), 1)
    sides.addWidget(_form(), 1)
    page.add(pair)
    page.add(_table())
    return page


def _question() -> QWidget:
    card = Card()
    card.add(SmallTitle("Which response offers choice?"))
    group = QButtonGroup(card)
    for number, words in enumerate(
        ("Ask where they would like to sit", "Tell them to take a seat")
    ):
        radio = RadioRow(words)
        radio.setChecked(number == 0)
        group.addButton(radio)
        card.add(radio)
    tick = CheckRow("Keep this question for later")
    tick.setChecked(True)
    card.add(tick)
    return card


def _form() -> QWidget:
    card = Card()
    form = QFormLayout()
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    form.setVerticalSpacing(8)
    field = QLineEdit()
    field.setPlaceholderText("For example: ask before closing the door")
    form.addRow("&Next step", field)
    when = QComboBox()
    when.addItems(["This week", "Next week"])
    form.addRow("&When", when)
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setValue(50)
    form.addRow("&Energy", slider)
    card.column.addLayout(form)
    return card


def _table() -> QTableWidget:
    table = QTableWidget(2, 3)
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
    table.setWordWrap(True)
    table.setHorizontalHeaderLabels(["Module", "State", "Finished"])
    table.verticalHeader().hide()
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    cells = (
        ("Understanding trauma", "Part 3 of 7", "–"),
        ("Choice and control", "Finished", "12 November 2026"),
    )
    for row, words in enumerate(cells):
        for column, word in enumerate(words):
            table.setItem(row, column, QTableWidgetItem(word))
    table.selectRow(1)
    table.resizeRowsToContents()
    table.setMinimumHeight(theme().px(150))
    return table


def second_page() -> Page:
    """Everything else."""
    page = Page("Everything else", "gallery_2")
    page.add(SectionTitle("A section title"))
    page.add(
        Prose(
            (
                Span("Reading text with "),
                Span("strong words", strong=True),
                Span(", with "),
                Span("emphasis", emphasis=True),
                Span(" and with "),
                Span("a link", link="#there"),
                Span(". It wraps, and its lines keep a calm distance from each other so that the "),
                Span("eye finds its way back to the beginning of the next one."),
            )
        )
    )
    for kind in ("example", "key", "settle", "ok", "attn"):
        box = CalloutBox(kind, f"A callout: {kind}")
        box.add(Label("Body text stands on the tinted ground and wraps when it is long. " * 2))
        page.add(box)
    page.add(SmallTitle("Choices"))
    page.add(ChoiceButton(_LONG, "long_choice"))
    chosen = ChoiceButton("A short choice that is chosen", "short_choice")
    chosen.setCheckable(True)
    chosen.setChecked(True)
    page.add(chosen)
    off = ChoiceButton("A choice that is not available", "off_choice", icon="lock")
    off.setEnabled(False)
    page.add(off)
    options = Card()
    for number, words in enumerate((_LONG, "A short option", "Not available")):
        option = RadioRow(words, f"option_{number}")
        option.setChecked(number == 0)
        option.setEnabled(number < 2)
        options.add(option)
    for number in range(3):
        tick = CheckRow(("Off", _LONG, "Not available, but on")[number], f"tick_{number}")
        tick.setChecked(number > 0)
        tick.setEnabled(number < 2)
        options.add(tick)
    page.add(options)
    chips = FlowRow()
    for number, words in enumerate(("All topics", "Everyday contact", "Looking after yourself")):
        tag = buttons.chip(words, f"chip_{number}")
        tag.setChecked(number == 1)
        chips.add(tag)
    page.add(chips)
    row = QPushButton("A row of a list, to be pressed")
    row.setProperty("box", "row")
    page.add(row)
    page.add(_more_controls())
    return page


def _more_controls() -> QWidget:
    box = QGroupBox("A group")
    column = QVBoxLayout(box)
    number = QSpinBox()
    number.setValue(30)
    column.addWidget(number)
    text = QPlainTextEdit("Words somebody wrote.\n" * 8)
    text.setFixedHeight(theme().px(110))
    column.addWidget(text)
    off = QLineEdit("Not available")
    off.setEnabled(False)
    column.addWidget(off)
    fixed = QLineEdit("To be read only")
    fixed.setReadOnly(True)
    column.addWidget(fixed)
    column.addWidget(QRadioButton("Qt's own option"))
    column.addWidget(QCheckBox("Qt's own box"))
    bar = QProgressBar()
    bar.setValue(40)
    bar.setTextVisible(False)
    column.addWidget(bar)
    grey = QSlider(Qt.Orientation.Horizontal)
    grey.setEnabled(False)
    column.addWidget(grey)
    tabs = QTabWidget()
    tabs.addTab(QLabel("One"), "First")
    tabs.addTab(QLabel("Two"), "Second")
    column.addWidget(tabs)
    icons = FlowRow()
    for name, token in (("phone", "text"), ("lock", "muted"), ("leaf", "ok"), ("flag", "attn")):
        icons.add(IconLabel(name, 24, token))
    column.addWidget(icons)
    return box


def window(page: Page, width: int, height: int) -> QMainWindow:
    """A window as the shell lays it out."""
    made = QMainWindow()
    menus = made.menuBar()
    for words in ("File", "Go", "View", "Help"):
        menus.addMenu(words)
    middle = QWidget()
    row = QHBoxLayout(middle)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(navigation())
    row.addWidget(page, 1)
    made.setCentralWidget(middle)
    made.resize(width, height)
    return made


def menu() -> QMenu:
    """A menu with everything in it."""
    made = QMenu()
    made.addAction("Quick search").setShortcut("Ctrl+K")
    made.addSeparator()
    shown = made.addAction("Show the navigation")
    shown.setCheckable(True)
    shown.setChecked(True)
    made.addAction("Not available").setEnabled(False)
    made.addMenu("Text size").addAction("Larger")
    made.setActiveAction(made.actions()[0])
    return made


def press_tab(widget: QWidget) -> None:
    """Moves the focus as the Tab key does."""
    QApplication.sendEvent(
        widget, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier)
    )


def draw(app: QApplication, folder: Path, settings: Settings, name: str, rtl: bool = False) -> None:
    """One set of pictures."""
    app.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
    )
    theme().apply(app, settings)
    for number, make in enumerate((first_page, second_page), start=1):
        shown = window(make(), 1080 if settings.text_size == 100 else 1366, 860)
        shown.show()
        shown.activateWindow()
        app.processEvents()
        page = shown.findChild(Page)
        assert page is not None
        if number == 2:
            body = page.scroll.widget()
            extra = max(0, body.height() - page.scroll.viewport().height())
            shown.resize(shown.width(), shown.height() + extra)
            app.processEvents()
        target = shown.findChild(QPushButton, "go" if number == 1 else "long_choice")
        target.setFocus()
        press_tab(target)
        app.processEvents()
        shown.grab().save(str(folder / f"{name}-{number}.png"))
        shown.close()
        shown.deleteLater()
    listed = menu()
    listed.ensurePolished()
    listed.resize(listed.sizeHint())
    listed.grab().save(str(folder / f"{name}-menu.png"))
    listed.deleteLater()
    app.processEvents()


def main() -> None:
    """Light and dark, at 100 and 200 %; once from right to left; once in high contrast."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "build/gallery")
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    roles.install()
    ring = FocusRing(app)
    for choice in (ThemeChoice.LIGHT, ThemeChoice.DARK):
        for size in (100, 200):
            settings = Settings(theme=choice, text_size=size)
            draw(app, folder, settings, f"{choice.value}-{size}")
    draw(app, folder, Settings(theme=ThemeChoice.LIGHT), "light-rtl", rtl=True)
    Theme._wants_contrast = lambda self: True  # type: ignore[method-assign]
    draw(app, folder, Settings(theme=ThemeChoice.LIGHT), "contrast")
    del ring


if __name__ == "__main__":
    main()
