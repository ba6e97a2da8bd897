"""Settings: look, reading, hide screen, people, and where data is kept."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from tiapp.core.errors import AppError
from tiapp.core.settings import (
    LINE_SPACINGS,
    READING_WIDTHS,
    TEXT_SIZES,
    Motion,
    Settings,
    Theme,
)
from tiapp.gui.kit import buttons
from tiapp.gui.kit.card import Card
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.hub import Hub, Topic
from tiapp.gui.kit.page import Page
from tiapp.gui.kit.places import Destination, Screen
from tiapp.gui.kit.radio_row import CheckRow
from tiapp.gui.kit.slot_holder import SlotHolder
from tiapp.gui.kit.slots import SettingsSection, Slots
from tiapp.gui.kit.text import Label, Muted, SectionTitle
from tiapp.gui.kit.widths import keep_width

NAME_SAVED_AFTER_MS = 800


class SettingsPage(Page):
    """Every choice takes effect at once and is saved at once; there is no Save button.

    Signals of the shell are not known here: `save`, `save_name` and `save_shared` do the work.
    """

    topics = frozenset({Topic.SETTINGS, Topic.PEOPLE})

    def __init__(
        self,
        settings: Callable[[], Settings],
        save: Callable[[Settings], None],
        name: Callable[[], str],
        save_name: Callable[[str], None],
        shared: Callable[[], bool],
        save_shared: Callable[[bool], None],
        data_folder: Path,
        hub: Hub,
        slots: Slots,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Settings"), "settings_page", parent)
        self._settings = settings
        self._save = save
        self._name = name
        self._save_name = save_name
        self._shared = shared
        self._save_shared = save_shared
        self._data_folder = data_folder
        self._hub = hub
        self._choices: dict[str, QComboBox] = {}
        self.add(
            Muted(self.tr("Changes take effect straight away and are saved as you make them."))
        )
        self._look()
        self._reading()
        self._privacy()
        self._slots = slots
        self.add(SlotHolder(slots, self._slot_sections))
        self._teams()
        self._writing()
        self._data()
        self._more()

    def refresh(self) -> None:
        """Shows what is in force, for instance after Ctrl+Plus."""
        settings = self._settings()
        for field, choice in self._choices.items():
            choice.blockSignals(True)
            choice.setCurrentIndex(max(0, choice.findData(getattr(settings, field))))
            choice.blockSignals(False)
        for box, on in (
            (self._shift, settings.hide_screen_by_shift),
            (self._spelling, settings.mark_spelling),
            (self._author, settings.author_tools),
            (self._team, settings.team),
            (self._others, self._shared()),
        ):
            box.blockSignals(True)
            box.setChecked(on)
            box.blockSignals(False)
        if not self._name_field.hasFocus():
            self._name_field.setText(self._name())

    def leaving(self) -> bool:
        """Saves a name that was being typed."""
        if self._name_timer.isActive():
            self._name_timer.stop()
            self._keep_name()
        return True

    def _section(self, title: str) -> Card:
        self.add(SectionTitle(title))
        card = Card()
        card.column.setSpacing(16)
        self.add(card)
        return card

    def _choice(
        self, card: Card, field: str, words: str, items: list[tuple[str, Any]], hint: str = ""
    ) -> None:
        box = QComboBox()
        box.setObjectName(f"setting_{field}")
        for text, value in items:
            box.addItem(text, value)
        box.currentIndexChanged.connect(lambda: self._change(field, box.currentData()))
        self._choices[field] = box
        card.add(self._field(words, box, hint))

    @staticmethod
    def _field(words: str, widget: QWidget, hint: str = "") -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        label = QLabel(words)
        label.setBuddy(widget)
        column.addWidget(label)
        if hint:
            column.addWidget(Muted(hint))
            widget.setAccessibleDescription(hint)
        keep_width(widget, most=420)
        column.addWidget(widget)
        return holder

    def _change(self, field: str, value: Any) -> None:
        changes: dict[str, Any] = {field: value}
        self._keep(
            lambda: self._save(replace(self._settings(), **changes)), self.tr("Setting saved")
        )

    def _look(self) -> None:
        card = self._section(self.tr("Look"))
        self._choice(
            card,
            "theme",
            self.tr("&Colours"),
            [
                (self.tr("Same as this computer"), Theme.SYSTEM),
                (self.tr("Light"), Theme.LIGHT),
                (self.tr("Dark"), Theme.DARK),
            ],
        )
        self._choice(
            card,
            "text_size",
            self.tr("&Text size"),
            [(self.tr("{size} per cent").format(size=size), size) for size in TEXT_SIZES],
            self.tr(
                "Buttons and boxes grow with the text. Ctrl+Plus and Ctrl+Minus change it too."
            ),
        )
        self._choice(
            card,
            "motion",
            self.tr("&Movement"),
            [
                (self.tr("Same as this computer"), Motion.SYSTEM),
                (self.tr("Keep everything still"), Motion.REDUCED),
                (self.tr("Allow small movements"), Motion.FULL),
            ],
        )

    def _reading(self) -> None:
        card = self._section(self.tr("Reading"))
        self._choice(
            card,
            "reading_width",
            self.tr("Length of a &line"),
            [(self.tr("{count} letters").format(count=width), width) for width in READING_WIDTHS],
        )
        self._choice(
            card,
            "line_spacing",
            self.tr("S&pace between lines"),
            list(
                zip(
                    (self.tr("Close"), self.tr("Standard"), self.tr("Wide")),
                    LINE_SPACINGS,
                    strict=True,
                )
            ),
        )
        self._choice(
            card,
            "letter_spacing",
            self.tr("Space between l&etters"),
            [(self.tr("Standard"), 0), (self.tr("A little wider"), 4), (self.tr("Wide"), 8)],
        )
        self._spelling = CheckRow(
            self.tr("Mark words that the dictionary does not know"), "setting_mark_spelling"
        )
        self._spelling.toggled.connect(lambda on: self._change("mark_spelling", on))
        card.add(
            self._with_hint(
                self._spelling,
                self.tr(
                    "Where you write, if this computer has a dictionary. Nothing is corrected."
                ),
            )
        )

    def _privacy(self) -> None:
        card = self._section(self.tr("You and others at this computer"))
        self._name_field = QLineEdit()
        self._name_field.setObjectName("setting_name")
        self._name_field.setMaxLength(60)
        self._name_timer = QTimer(self)
        self._name_timer.setSingleShot(True)
        self._name_timer.setInterval(NAME_SAVED_AFTER_MS)
        self._name_timer.timeout.connect(self._keep_name)
        self._name_field.textEdited.connect(lambda: self._name_timer.start())
        card.add(
            self._field(
                self.tr("&Name for Steady to call you"),
                self._name_field,
                self.tr("Leave it empty if you prefer."),
            )
        )
        self._others = CheckRow(self.tr("Others use this computer too"), "setting_shared")
        self._others.toggled.connect(self._keep_shared)
        card.add(
            self._with_hint(
                self._others, self.tr("Steady then asks who you are before it shows anything.")
            )
        )
        self._shift = CheckRow(
            self.tr("Pressing Shift three times hides the screen"), "setting_hide_screen_by_shift"
        )
        self._shift.toggled.connect(lambda on: self._change("hide_screen_by_shift", on))
        card.add(self._with_hint(self._shift, self.tr("Ctrl+Shift+H always hides it.")))

    @staticmethod
    def _with_hint(box: QWidget, hint: str) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(box)
        column.addWidget(Muted(hint))
        box.setAccessibleDescription(hint)
        return holder

    def _slot_sections(self) -> list[QWidget]:
        return [self._slot_section(section) for section in self._slots.settings]

    def _slot_section(self, section: SettingsSection) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(SectionTitle(section.title()))
        column.addWidget(section.settings_widget(self.go.emit))
        return holder

    def _writing(self) -> None:
        card = self._section(self.tr("Writing modules"))
        self._author = CheckRow(self.tr("Show the Author screen"), "setting_author_tools")
        self._author.toggled.connect(lambda on: self._change("author_tools", on))
        card.add(
            self._with_hint(
                self._author,
                self.tr(
                    "For people who write modules for others. It appears below Help in "
                    "the menu on the left."
                ),
            )
        )

    def _teams(self) -> None:
        card = self._section(self.tr("Looking after a team"))
        self._team = CheckRow(self.tr("Show the Team screen"), "setting_team")
        self._team.toggled.connect(lambda on: self._change("team", on))
        card.add(
            self._with_hint(
                self._team,
                self.tr(
                    "For supervisors: brings together the completion files that people "
                    "choose to hand over. It appears below Help in the menu on the left."
                ),
            )
        )

    def _data(self) -> None:
        card = self._section(self.tr("Your data"))
        card.add(
            Label(
                self.tr(
                    "Steady keeps a note of the modules and parts you have reached, in this "
                    "folder on this computer. It sends nothing anywhere."
                )
            )
        )
        folder = Label(str(self._data_folder), "strong")
        folder.setObjectName("data_folder")
        card.add(folder)
        row = FlowRow()
        show = buttons.secondary(self.tr("Open the folder"), "open_data_folder", "folder-open")
        show.clicked.connect(self._open_folder)
        row.add(show)
        copy = buttons.secondary(self.tr("Copy the path"), "copy_data_folder", "copy")
        copy.clicked.connect(self._copy_folder)
        row.add(copy)
        card.add(row)

    def _more(self) -> None:
        card = self._section(self.tr("About Steady"))
        row = FlowRow()
        about = buttons.secondary(self.tr("About and licences"), "open_about", "info")
        about.clicked.connect(lambda: self.go.emit(Destination(Screen.ABOUT)))
        row.add(about)
        helping = buttons.secondary(self.tr("Open help"), "open_help", "circle-help")
        helping.clicked.connect(lambda: self.go.emit(Destination(Screen.HELP)))
        row.add(helping)
        card.add(row)

    def _keep_name(self) -> None:
        name = self._name_field.text().strip()
        self._keep(lambda: self._save_name(name), self.tr("Name saved"))

    def _keep_shared(self, shared: bool) -> None:
        self._keep(lambda: self._save_shared(shared), self.tr("Setting saved"))

    def _keep(self, save: Callable[[], None], words: str) -> None:
        """Saves and says so; or says what kept it from being saved, and shows what holds."""
        try:
            save()
        except AppError as error:
            self._hub.failed.emit(error)
            self.refresh()
            return
        self._hub.status.emit(words)

    def _open_folder(self) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._data_folder))):
            self._hub.status.emit(
                self.tr(
                    "Steady cannot open folders on this computer. You can copy the path instead."
                )
            )

    def _copy_folder(self) -> None:
        QGuiApplication.clipboard().setText(str(self._data_folder))
        self._hub.status.emit(self.tr("Path copied"))
