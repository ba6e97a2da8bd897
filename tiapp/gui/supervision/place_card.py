"""Where the team store is: a file on this computer, or a server that the organisation runs."""

from PySide6.QtWidgets import QLineEdit

from tiapp.gui.kit import buttons
from tiapp.gui.kit.card import Card
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.text import Label, Muted
from tiapp.gui.supervision.panel import Means, Panel, field


class PlaceCard(Panel):
    """An address is tried before it is used. It may hold a password, and is never shown again."""

    def __init__(self, means: Means) -> None:
        super().__init__(means, "team_place")
        card = Card("care_place_card")
        self._now = Label("")
        self._now.setObjectName("care_place_now")
        card.add(self._now)
        self._address = QLineEdit()
        self._address.setObjectName("care_address")
        self._address.setMaxLength(1000)
        self._address.setPlaceholderText("postgresql://name@server/database")
        self._address.returnPressed.connect(self._use)
        card.add(field(self.tr("&Address of a PostgreSQL server"), self._address))
        card.add(
            Muted(
                self.tr(
                    "Several supervisors can then work with one team. Steady tries the address "
                    "before it uses it, and makes its tables there if there are none. What is kept "
                    "now stays where it is and is not copied. The address is kept in a file that "
                    "only your account can read, and a password in it is never shown."
                )
            )
        )
        row = FlowRow()
        use = buttons.secondary(self.tr("Try this server and use it"), "care_address_use", "check")
        use.clicked.connect(self._use)
        row.add(use)
        self._back = buttons.secondary(
            self.tr("Use the file on this computer"), "care_address_back", "undo-2"
        )
        self._back.clicked.connect(lambda: self._change(""))
        row.add(self._back)
        card.add(row)
        self.add(card)

    def refresh(self) -> None:
        """Says where the team is kept."""
        place = self.means.desk.team.place
        self._now.setText(
            self.tr("Kept on {place}.").format(place=place.words)
            if place.on_server
            else self.tr("Kept in a file on this computer.")
        )
        self._back.setVisible(place.on_server)

    def _use(self) -> None:
        address = self._address.text().strip()
        if address:
            self._change(address)

    def _change(self, address: str) -> None:
        self.do(
            lambda: self.means.rules.use_team_place(address),
            self.tr("The team is kept there from now on"),
            lambda _: self._changed(),
        )

    def _changed(self) -> None:
        self._address.clear()
        self.refresh()
