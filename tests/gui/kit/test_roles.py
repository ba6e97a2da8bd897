"""What a screen reader meets."""

import gc

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tiapp.gui.kit import reading
from tiapp.gui.kit.announce import announce
from tiapp.gui.kit.card import CalloutBox
from tiapp.gui.kit.icons import IconLabel
from tiapp.gui.kit.progress_line import ProgressLine
from tiapp.gui.kit.prose import Prose
from tiapp.gui.kit.text import (
    HeadingLabel,
    Label,
    ParagraphLabel,
    SectionTitle,
    SmallTitle,
    Title,
)
from tiapp.gui.kit.theme import Theme
from tiapp.learning.blocks import Span

Role = QAccessible.Role


def met(widget: QWidget) -> tuple[QAccessible.Role, str, str]:
    found = QAccessible.queryAccessibleInterface(widget)
    text = QAccessible.Text
    return found.role(), found.text(text.Name), found.text(text.Description)


@pytest.mark.parametrize(
    ("make", "level"), [(Title, 1), (SectionTitle, 2), (SmallTitle, 3), (None, 4)]
)
def test_titles_are_headings_of_a_level(
    qtbot: QtBot, look: Theme, make: type[Title] | None, level: int
) -> None:
    title = make("Words") if make else HeadingLabel("Words", level)
    qtbot.addWidget(title)
    assert met(title) == (Role.Heading, "Words", f"Heading level {level}")
    title.setText("Other words")
    assert met(title)[1] == "Other words"


def test_running_text_is_a_paragraph(qtbot: QtBot, look: Theme) -> None:
    prose = Prose((Span("Fish & "), Span("<b>chips</b>", strong=True)))
    qtbot.addWidget(prose)
    assert met(prose) == (Role.Paragraph, "Fish & <b>chips</b>", "")
    plain = ParagraphLabel("Words")
    qtbot.addWidget(plain)
    assert met(plain)[:2] == (Role.Paragraph, "Words")


def test_a_label_stays_one_and_can_name_a_field(qtbot: QtBot, look: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    label, field = Label("Your name", parent=window), QLineEdit(window)
    label.setBuddy(field)
    assert met(label)[0] == Role.StaticText
    assert met(field)[1] == "Your name"


@pytest.mark.parametrize(
    ("make", "role"),
    [
        (reading.ListBox, Role.List),
        (reading.ListItemBox, Role.ListItem),
        (reading.NoteBox, Role.Note),
        (reading.QuoteBox, Role.BlockQuote),
        (reading.TableBox, Role.Table),
        (reading.RowBox, Role.Row),
        (reading.PictureBox, Role.Graphic),
    ],
)
def test_boxes_are_what_their_class_says(
    qtbot: QtBot, look: Theme, make: type[QWidget], role: QAccessible.Role
) -> None:
    box = make()
    qtbot.addWidget(box)
    box.setAccessibleName("A name")
    assert met(box)[:2] == (role, "A name")


def test_cells_say_their_words(qtbot: QtBot, look: Theme) -> None:
    for cell, role in (
        (reading.HeaderCell("Head"), Role.ColumnHeader),
        (reading.Cell("Body"), Role.Cell),
    ):
        qtbot.addWidget(cell)
        assert met(cell)[:2] == (role, cell.text())


def test_a_list_holds_its_items_and_no_decoration(qtbot: QtBot, look: Theme) -> None:
    box = reading.ListBox()
    qtbot.addWidget(box)
    column = QVBoxLayout(box)
    column.addWidget(IconLabel("leaf"))
    for _ in range(3):
        column.addWidget(reading.ListItemBox())
    found = QAccessible.queryAccessibleInterface(box)
    assert [found.child(n).role() for n in range(found.childCount())] == [Role.ListItem] * 3


def test_a_callout_is_a_note_with_a_name(qtbot: QtBot, look: Theme) -> None:
    box = CalloutBox("care", "Before you read on")
    qtbot.addWidget(box)
    assert met(box)[:2] == (Role.Note, "Before you read on")


def test_a_progress_line_says_how_far(qtbot: QtBot, look: Theme) -> None:
    line = ProgressLine(3, 7, "Part 3 of 7")
    qtbot.addWidget(line)
    assert met(line)[:2] == (Role.ProgressBar, "Part 3 of 7")
    value = QAccessible.queryAccessibleInterface(line).valueInterface()
    assert (value.currentValue(), value.maximumValue()) == (3, 7)


def test_roles_survive_many_widgets(qtbot: QtBot, look: Theme) -> None:
    for round_ in range(200):
        window = QWidget()
        column = QVBoxLayout(window)
        for number in range(5):
            column.addWidget(SectionTitle(f"{round_}.{number}"))
            column.addWidget(Prose((Span("Words"),)))
        found = QAccessible.queryAccessibleInterface(window)
        roles = [found.child(n).role() for n in range(found.childCount())]
        assert roles == [Role.Heading, Role.Paragraph] * 5
        if round_ % 2:
            window.deleteLater()
        del window, column, found
    gc.collect()


def test_something_can_be_said_without_anybody_listening(qtbot: QtBot, look: Theme) -> None:
    label = Label("Saved")
    qtbot.addWidget(label)
    announce(label, "Saved")
    announce(label, "")
