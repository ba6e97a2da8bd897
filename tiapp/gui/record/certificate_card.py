"""Certificates, for who would like one on paper or in a portfolio."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.card import Card
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.text import Label
from tiapp.gui.kit.widths import keep_width
from tiapp.supervision.certificate import Certifiable


class CertificateCard(Card):
    """Choose a module or a pathway, and save its certificate.

    Signals:
        wanted(Certifiable): save the one for this.
    """

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("summary_certificate", parent)
        self._offered: tuple[Certifiable, ...] = ()
        self.add(
            Label(
                self.tr(
                    "A PDF page that says what you finished and when. It is not an "
                    "accreditation or a qualification, and it says so."
                )
            )
        )
        self._which = QComboBox(self)
        self._which.setObjectName("certificate_which")
        keep_width(self._which, most=520)
        label = QLabel(self.tr("&Certificate for"), self)
        label.setBuddy(self._which)
        self.add(label)
        self.add(self._which)
        row = FlowRow(self)
        self._save = buttons.secondary(self.tr("Save certificate"), "certificate_save", "save")
        self._save.clicked.connect(self._on_save)
        row.add(self._save)
        self.add(row)

    def offer(self, what: Sequence[Certifiable]) -> None:
        """Lists what a certificate can be made for; the choice stays if it is still there."""
        if tuple(what) == self._offered:
            return
        at = self._which.currentIndex()
        before = self._offered[at].id if 0 <= at < len(self._offered) else ""
        self._offered = tuple(what)
        self._which.clear()
        for found in what:
            words = self.tr("Pathway: {title}").format(title=found.title)
            self._which.addItem(words if found.is_pathway else found.title)
        ids = [found.id for found in what]
        self._which.setCurrentIndex(ids.index(before) if before in ids else 0)
        self._save.setEnabled(bool(what))

    def _on_save(self) -> None:
        at = self._which.currentIndex()
        if 0 <= at < len(self._offered):
            self.wanted.emit(self._offered[at])
