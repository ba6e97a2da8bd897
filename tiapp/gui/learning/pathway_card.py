"""A pathway, calmly: for whom, how long, what it prepares for and what it does not."""

from PySide6.QtWidgets import QWidget

from tiapp.gui.kit.card import Card
from tiapp.gui.kit.text import Label, Muted, SmallTitle
from tiapp.gui.learning.list_block import bullets
from tiapp.learning.practice.model import Beyond, Pathway


class PathwayCard(Card):
    """One pathway. Its modules are listed below it on Learn, in its order."""

    def __init__(self, pathway: Pathway, parent: QWidget | None = None) -> None:
        super().__init__("pathway_card", parent)
        self.add(SmallTitle(pathway.title))
        self.add(Label(self.tr("For: {whom}").format(whom=pathway.for_whom)))
        about = self.tr(
            "{modules}, {minutes} in all. Any order is fine, and so is doing some of it."
        )
        self.add(
            Muted(
                about.format(
                    modules=self.tr("%n module(s)", "", len(pathway.modules)),
                    minutes=self._time(pathway.minutes),
                )
            )
        )
        self.add(Label(self.tr("It prepares you to"), "strong"))
        self.add(bullets(pathway.prepares_for))
        self.add(Label(self.tr("What it does not do"), "strong"))
        self.add(bullets(pathway.does_not))

    def _time(self, minutes: int) -> str:
        hours, rest = divmod(minutes, 60)
        if not hours:
            return self.tr("about %n minute(s)", "", rest)
        if not rest:
            return self.tr("about %n hour(s)", "", hours)
        words = self.tr("about {hours} and {minutes}")
        return words.format(
            hours=self.tr("%n hour(s)", "", hours), minutes=self.tr("%n minute(s)", "", rest)
        )


class BeyondCard(Card):
    """The levels of practice that no pathway here teaches, and where to ask about them."""

    def __init__(self, beyond: tuple[Beyond, ...], parent: QWidget | None = None) -> None:
        super().__init__("beyond_card", parent)
        self.add(SmallTitle(self.tr("Beyond Steady")))
        for level in beyond:
            self.add(Label(level.title, "strong"))
            self.add(Label(self.tr("For: {whom}").format(whom=level.for_whom)))
            self.add(Muted(level.where))
