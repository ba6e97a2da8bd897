"""About: version, review status, what Steady is built from, and the licences in full."""

import platform
import tomllib
from pathlib import Path

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from tiapp import __version__
from tiapp.gui.kit import buttons
from tiapp.gui.kit.card import Card, notice
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.hub import Hub
from tiapp.gui.kit.page import Page
from tiapp.gui.kit.text import Label, Muted, SectionTitle, SmallTitle


class AboutPage(Page):
    """Reads resources/licences/third-party.toml and the texts beside it."""

    def __init__(
        self, licences: Path, data_folder: Path, hub: Hub, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("About and licences"), "about_page", parent)
        self._licences = licences
        self._hub = hub
        self._details = "\n".join(
            (
                f"Steady (tiapp) {__version__}",
                f"Python {platform.python_version()}, Qt {qVersion()}",
                platform.platform(),
                str(data_folder),
            )
        )
        self.add(
            Label(
                self.tr(
                    "Steady is a companion for trauma-informed practice. It supports learning at "
                    "trauma informed and, in part, trauma skilled level. It does not accredit "
                    "anyone, does not replace local training, and is not therapy."
                )
            )
        )
        self.add(
            notice(
                "info",
                self.tr("Not yet reviewed"),
                self.tr(
                    "The modules have not yet been reviewed by trauma specialists or by people "
                    "with lived experience. Please have them reviewed locally before wide use. "
                    "No public body has endorsed Steady."
                ),
            )
        )
        self.add(SectionTitle(self.tr("This version")))
        card = Card("versions")
        details = Label(self._details)
        details.setObjectName("version_details")
        card.add(details)
        row = FlowRow()
        copy = buttons.secondary(self.tr("Copy these details"), "copy_details", "copy")
        copy.clicked.connect(self._copy)
        row.add(copy)
        card.add(row)
        self.add(card)
        self.add(SectionTitle(self.tr("What Steady is built from")))
        self.add(
            Muted(
                self.tr(
                    "Steady itself is under the Apache License 2.0. It is built on the work "
                    "of many others:"
                )
            )
        )
        self._parts()

    def _parts(self) -> None:
        listing = self._licences / "third-party.toml"
        parts = tomllib.loads(listing.read_text(encoding="utf-8"))["part"]
        for part in parts:
            card = Card()
            card.add(SmallTitle(part["name"]))
            card.add(
                Label(
                    self.tr("{use}. Licence: {licence}").format(
                        use=part["use"].rstrip("."), licence=part["licence"]
                    )
                )
            )
            if part.get("text"):
                button = buttons.quiet(self.tr("Read the licence"), f"licence_{part['name']}")
                button.setAccessibleName(
                    self.tr("Read the licence of {name}").format(name=part["name"])
                )
                file = self._licences / Path(part["text"]).name
                button.clicked.connect(
                    lambda _=False, c=card, f=file, b=button: self._read(c, f, b)
                )
                card.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            self.add(card)

    def _read(self, card: Card, file: Path, button: QWidget, _checked: bool = False) -> None:
        """Opens the text under the name, where the person is looking."""
        view = QPlainTextEdit(file.read_text(encoding="utf-8"))
        view.setReadOnly(True)
        view.setTabChangesFocus(True)
        view.setMinimumHeight(260)
        view.setAccessibleName(self.tr("Licence text"))
        button.hide()
        card.add(view)
        view.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details)
        self._hub.status.emit(self.tr("Details copied"))
