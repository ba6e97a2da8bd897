"""The staff list: who is expected to finish what, and who starts and leaves when."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from tiapp.core.errors import AppError
from tiapp.gui.kit import buttons
from tiapp.gui.kit.card import CalloutBox, Card
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.text import Label, Muted, SectionTitle
from tiapp.gui.kit.theme import theme
from tiapp.gui.supervision.panel import Means, Panel, field
from tiapp.supervision.team.model import Person
from tiapp.supervision.team.roster import StaffChanges
from tiapp.supervision.team.staff_list import LARGEST, StaffList, read_staff_list

SHOWN = 20
_PROBLEMS = 12

Match = tuple[Person, tuple[Person, ...]]


class StaffPanel(Panel):
    """A list is looked at first, and put in force only then."""

    def __init__(self, means: Means) -> None:
        super().__init__(means, "team_staff")
        self._staff: StaffList | None = None
        self.add(
            Label(
                self.tr(
                    "With a staff list, Steady can say who has not yet finished what their "
                    "pathway asks for. The first row names the columns: name, staff number, "
                    "team, site, "
                    "pathway, start date, leave date. Only the name or the number is needed."
                )
            )
        )
        card = Card("staff_sources")
        row = FlowRow()
        choose = buttons.primary(self.tr("Open a staff list"), "staff_open", "folder-open")
        choose.clicked.connect(self._ask_file)
        row.add(choose)
        card.add(row)
        self._pasted = QPlainTextEdit()
        self._pasted.setObjectName("staff_pasted")
        self._pasted.setTabChangesFocus(True)
        self._pasted.setPlaceholderText(self.tr("Name, Staff number, Team, Site, Pathway"))
        card.add(field(self.tr("Or &paste a table from a spreadsheet"), self._pasted))
        row = FlowRow()
        look = buttons.secondary(self.tr("See what it would change"), "staff_look", "eye")
        look.clicked.connect(self._look_at_pasted)
        row.add(look)
        card.add(row)
        self.add(card)
        self._preview = CalloutBox("info", self.tr("What this list would change"))
        self._preview.setObjectName("staff_preview")
        self._preview_words = Label("")
        self._preview.add(self._preview_words)
        row = FlowRow()
        apply = buttons.secondary(self.tr("Use this list"), "staff_apply", "check")
        apply.clicked.connect(self._apply)
        row.add(apply)
        leave = buttons.quiet(self.tr("Leave it as it was"), "staff_leave")
        leave.clicked.connect(self._preview.hide)
        row.add(leave)
        self._preview.add(row)
        self.add(self._preview)
        self._preview.hide()
        self._match_title = SectionTitle(self.tr("People who are not on the list"))
        self.add(self._match_title)
        self._match_note = Muted("")
        self.add(self._match_note)
        self._matches = QVBoxLayout()
        self._matches.setSpacing(12)
        self.column.addLayout(self._matches)
        self._made: list[QWidget] = []
        theme().changed.connect(self._fit)
        self._fit()

    def refresh(self) -> None:
        """Who is to be matched."""
        self.ask(self.means.desk.team.to_match, self._show_matches)

    def _fit(self) -> None:
        self._pasted.setFixedHeight(theme().px(130))

    def _ask_file(self) -> None:
        kinds = self.tr("Tables (*.csv *.txt *.tsv);;All files (*)")
        self.means.files.to_open(self, self.tr("Open a staff list"), kinds, self._look_at_file)

    def _look_at_file(self, file: Path) -> None:
        def read() -> StaffList:
            try:
                with file.open("rb") as stream:
                    return read_staff_list(stream.read(LARGEST + 1))
            except OSError as error:
                raise AppError(
                    "The staff list could not be read.",
                    "Nothing was changed. Check that the file is still there and that you "
                    "may read it.",
                    code="staff-list-unreadable",
                ) from error

        self.means.worker.run(self, lambda: self._with_changes(read()), self._show_preview)

    def _look_at_pasted(self) -> None:
        text = self._pasted.toPlainText()
        self.means.worker.run(
            self, lambda: self._with_changes(read_staff_list(text)), self._show_preview
        )

    def _with_changes(self, staff: StaffList) -> tuple[StaffList, StaffChanges]:
        return staff, self.means.desk.team.preview_staff_list(staff)

    def _show_preview(self, read: tuple[StaffList, StaffChanges]) -> None:
        self._staff, changes = read
        lines = [
            self.tr("People on the list: {count}").format(count=f"{len(self._staff.lines):,}"),
            self.tr("New: {count}").format(count=f"{changes.new:,}"),
            self.tr("With changed details: {count}").format(count=f"{changes.changed:,}"),
        ]
        if changes.gone:
            words = self.tr(
                "No longer on it: {count}. What they finished stays; nothing more is "
                "expected of them."
            )
            lines.append(words.format(count=f"{changes.gone:,}"))
        if changes.without_number:
            words = self.tr("Without a staff number: {count}. You match their files yourself.")
            lines.append(words.format(count=f"{changes.without_number:,}"))
        problems = list(changes.problems[:_PROBLEMS])
        if len(changes.problems) > _PROBLEMS:
            left = len(changes.problems) - _PROBLEMS
            problems.append(self.tr("And more of them: {count}").format(count=left))
        self._preview_words.setText("\n".join([*lines, *problems]))
        self._preview.show()
        self.ensure_seen()

    def ensure_seen(self) -> None:
        """The preview takes the focus, so that it is read and scrolled to."""
        button = self._preview.findChild(QWidget, "staff_apply")
        if button is not None:
            button.setFocus()

    def _apply(self) -> None:
        staff = self._staff
        if staff is None:
            return
        self.do(
            lambda: self.means.desk.team.apply_staff_list(staff),
            self.tr("Staff list in use"),
            lambda _: self._done(),
        )

    def _done(self) -> None:
        self._preview.hide()
        self._pasted.clear()
        self.refresh()

    # Matching

    def _show_matches(self, matches: list[Match]) -> None:
        for widget in self._made:
            widget.hide()
            self._matches.removeWidget(widget)
            widget.deleteLater()
        self._made = [self._match(number, match) for number, match in enumerate(matches[:SHOWN])]
        for widget in self._made:
            self._matches.addWidget(widget)
            widget.show()
        self._match_title.setVisible(bool(matches))
        self._match_note.setVisible(bool(matches))
        self._match_note.setText(
            self.tr(
                "These people handed over files and are not on the list. A name alone is "
                "not enough to be sure who someone is, so please decide yourself. It is "
                "fine to leave them here."
            )
        )

    def _match(self, number: int, match: Match) -> Card:
        person, candidates = match
        card = Card(f"match_{number}")
        card.add(Label(_said(person) or self.tr("No name given"), "strong"))
        if not candidates:
            card.add(Muted(self.tr("Nobody on the list has this name.")))
        row = FlowRow()
        for at, candidate in enumerate(candidates[:5]):
            button = buttons.secondary(
                self.tr("The same as {who}").format(who=_said(candidate)),
                f"match_{number}_{at}",
                "check",
            )
            button.clicked.connect(partial(self._do_match, person.id, candidate.id))
            row.add(button)
        card.add(row)
        return card

    def _do_match(self, person_id: int, into: int, _checked: bool = False) -> None:
        self.do(
            lambda: self.means.desk.team.match(person_id, into),
            self.tr("Matched"),
            lambda _: self.refresh(),
        )


def _said(person: Person) -> str:
    return " · ".join(
        word for word in (person.name, person.staff_number, person.team, person.site) if word
    )
