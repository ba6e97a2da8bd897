"""The form for local details: whom to turn to here, and where the procedures stand."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit

from tiapp.authoring.new import id_from
from tiapp.gui.authoring.ask_box import AskBox
from tiapp.gui.kit.text import Label, SmallTitle
from tiapp.learning.model import LocalContact

PROCEDURES = 3


@dataclass(frozen=True, slots=True)
class Role:
    """Somebody whom most organisations have. The id is that of the row in Support."""

    id: str
    name: str
    what_for: str


def roles() -> tuple[Role, ...]:
    """The four that the form asks for."""
    tr = QCoreApplication.translate
    return (
        Role(
            "protection-lead",
            tr("LocalForm", "Protection lead"),
            tr("LocalForm", "Any worry that a child or an adult may be at risk, on the same day."),
        ),
        Role(
            "employee-assistance",
            tr("LocalForm", "Employee assistance"),
            tr("LocalForm", "Someone outside your team to talk to, paid for by your employer."),
        ),
        Role(
            "trauma-champion",
            tr("LocalForm", "Trauma champion"),
            tr("LocalForm", "A senior leader who acts on what staff notice."),
        ),
        Role(
            "trauma-coordinator",
            tr("LocalForm", "Coordinator for trauma-informed practice"),
            tr("LocalForm", "Questions about training and local plans."),
        ),
    )


class LocalForm(AskBox):
    """Rows may stay empty; those that are filled in need the day somebody last checked them."""

    def __init__(
        self, today: date, organisation: str = "", before: tuple[LocalContact, ...] = ()
    ) -> None:
        """`before` are the details that are installed now; they stand in the fields."""
        super().__init__(self.tr("Local details"), "local_form")
        self.say(
            self.tr(
                "Support will show these names. Fill in what you know; the rest stays as it "
                "is. Someone should have rung or looked up each of them on the date you give."
            )
        )
        self.organisation = self.field(
            self.tr("Your organisation"), "local_organisation", text=organisation
        )
        known = {detail.id: detail for detail in before}
        self._rows: list[tuple[Role, QLineEdit, QLineEdit]] = []
        for role in roles():
            self.add(SmallTitle(role.name))
            there = known.pop(role.id, None)
            value = self.field(
                self.tr("Name and how to reach them"),
                f"local_{role.id}",
                role.what_for,
                there.value if there else "",
            )
            value.setAccessibleName(f"{role.name}: {self.tr('Name and how to reach them')}")
            day = self._day(role.id, role.name, there, today)
            self._rows.append((role, value, day))
        self.add(SmallTitle(self.tr("Procedures")))
        self.add(Label(self.tr("What each one is called, and where people can find it.")))
        self._procedures: list[tuple[QLineEdit, QLineEdit, QLineEdit]] = []
        rest: list[LocalContact | None] = [*known.values()]
        rest += [None] * max(1, PROCEDURES - len(rest))
        for number, there in enumerate(rest, start=1):
            name = self.field(
                self.tr("Procedure {number}").format(number=number),
                f"procedure_{number}",
                text=there.name if there else "",
            )
            where = self.field(
                self.tr("Where to find it"),
                f"procedure_{number}_where",
                text=there.value if there else "",
            )
            where.setAccessibleName(
                self.tr("Where to find procedure {number}").format(number=number)
            )
            words = self.tr("Procedure {number}").format(number=number)
            self._procedures.append(
                (name, where, self._day(f"procedure-{number}", words, there, today))
            )

    def _day(self, name: str, of_what: str, there: LocalContact | None, today: date) -> QLineEdit:
        day = there.last_checked if there and there.last_checked else today
        field = self.field(self.tr("Last checked on"), f"checked_{name}", text=day.isoformat())
        field.setAccessibleName(self.tr("{what}: last checked on").format(what=of_what))
        field.setMaxLength(10)
        return field

    def details(self) -> tuple[LocalContact, ...]:
        """What was filled in. A day that is none is left out, and the maker of the pack says so."""
        found = [
            LocalContact(role.id, role.name, role.what_for, value.text().strip(), "", _day_in(day))
            for role, value, day in self._rows
            if value.text().strip()
        ]
        for name, where, day in self._procedures:
            if name.text().strip() and where.text().strip():
                title = name.text().strip()
                found.append(
                    LocalContact(
                        id_from(f"procedure {title}", "procedure"),
                        title,
                        self.tr("One of our procedures."),
                        where.text().strip(),
                        "",
                        _day_in(day),
                    )
                )
        return tuple(found)


def _day_in(field: QLineEdit) -> date | None:
    try:
        return date.fromisoformat(field.text().strip())
    except ValueError:
        return None
