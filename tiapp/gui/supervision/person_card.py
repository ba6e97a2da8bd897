"""One person: how they are with each module; what can be agreed, mended, saved or removed."""

from functools import partial

from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from tiapp.gui.kit import buttons
from tiapp.gui.kit.card import Card
from tiapp.gui.kit.dates import long_date
from tiapp.gui.kit.flow import FlowRow
from tiapp.gui.kit.reading import ListBox, ListItemBox
from tiapp.gui.kit.text import Label, Muted, SmallTitle
from tiapp.gui.kit.widths import keep_width
from tiapp.gui.supervision.panel import Means, Panel, Question, field
from tiapp.gui.supervision.save_table import kinds_of
from tiapp.supervision.team.desk import TeamForm
from tiapp.supervision.team.model import ModuleState, Person, State


class PersonCard(Panel):
    """Hidden until somebody is chosen."""

    def __init__(self, means: Means) -> None:
        super().__init__(means, "team_person")
        self._id: int | None = None
        self._person: Person | None = None
        self._card = Card("person_card")
        self.add(self._card)
        self._name = SmallTitle("")
        self._card.add(self._name)
        self._facts = Muted("")
        self._card.add(self._facts)
        self._list = ListBox()
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(4)
        self._card.add(self._list)
        self._made: list[QWidget] = []
        row = FlowRow()
        for words, name, icon, act in (
            (self.tr("Change details"), "person_correct", "pencil", self._edit),
            (self.tr("Save everything about them"), "person_save", "save", self._save),
            (self.tr("Remove this person"), "person_remove", "trash-2", self._ask_remove),
        ):
            button = buttons.secondary(words, name, icon)
            button.clicked.connect(act)
            row.add(button)
        close = buttons.quiet(self.tr("Close"), "person_close", "x")
        close.clicked.connect(self._close)
        row.add(close)
        self._card.add(row)
        self._form = self._details_form()
        self._card.add(self._form)
        self._form.hide()
        self._question = Question("person_question")
        self._card.add(self._question)
        self.hide()

    def show_person(self, person_id: int) -> None:
        """Reads and shows that person."""
        self._id = person_id
        self._form.hide()
        self._question.hide()
        self.refresh()

    def refresh(self) -> None:
        """Reads the person anew."""
        if self._id is not None:
            person_id, team = self._id, self.means.desk.team
            self.ask(lambda: team.person(person_id), self._show)

    def _close(self) -> None:
        self._id = None
        self.hide()

    def _show(self, read: tuple[Person, tuple[ModuleState, ...]] | None) -> None:
        if read is None:
            self._close()
            return
        person, states = read
        self._person = person
        self._name.setText(person.name or self.tr("No name given"))
        facts = [person.staff_number, person.team, person.site]
        if person.starts_on is not None:
            facts.append(self.tr("from {day}").format(day=long_date(person.starts_on)))
        if person.leaves_on is not None:
            facts.append(self.tr("until {day}").format(day=long_date(person.leaves_on)))
        facts.append(
            self.tr("on the staff list") if person.on_list else self.tr("not on the staff list")
        )
        self._facts.setText(" · ".join(fact for fact in facts if fact))
        for row in self._made:
            row.hide()
            self._rows.removeWidget(row)
            row.deleteLater()
        self._made = [self._row(person, state) for state in states]
        if not states:
            self._made = [Label(self.tr("Nothing is expected of them, and nothing is here yet."))]
        for row in self._made:
            self._rows.addWidget(row)
            row.show()
        self.show()

    def _row(self, person: Person, state: ModuleState) -> QWidget:
        row = ListItemBox()
        line = QVBoxLayout(row)
        line.setContentsMargins(0, 6, 0, 6)
        line.setSpacing(2)
        flow = FlowRow()
        words = Label(f"{state.title}: {self._state_words(state)}")
        keep_width(words, least=300)
        flow.add(words)
        settled = state.state in (State.NOT_NEEDED, State.AGREED)
        if person.on_list and (state.expected or settled):
            box = QComboBox()
            box.setObjectName(f"agree_{state.module_id}")
            box.setAccessibleName(
                self.tr("What is agreed about {module}").format(module=state.title)
            )
            for text, how in (
                (self.tr("Nothing special agreed"), ""),
                (self.tr("Not needed"), State.NOT_NEEDED.value),
                (self.tr("Agreed otherwise"), State.AGREED.value),
            ):
                box.addItem(text, how)
            box.setCurrentIndex(max(0, box.findData(state.state.value)))
            box.currentIndexChanged.connect(partial(self._agree, person.id, state.module_id, box))
            keep_width(box, least=220)
            flow.add(box)
        line.addWidget(flow)
        return row

    def _agree(self, person_id: int, module_id: str, box: QComboBox, _index: int) -> None:
        how = str(box.currentData())
        self.do(lambda: self.means.desk.team.agree(person_id, module_id, how), self.tr("Noted"))

    def _state_words(self, state: ModuleState) -> str:
        done = long_date(state.finished_on) if state.finished_on else ""
        again = long_date(state.refresh_from) if state.refresh_from else ""
        match state.state:
            case State.FINISHED if again:
                return self.tr("finished on {day}, current until {until}").format(
                    day=done, until=again
                )
            case State.FINISHED:
                return self.tr("finished on {day}").format(day=done)
            case State.REFRESH:
                return self.tr("finished on {day}, time for a refresh").format(day=done)
            case State.NOT_YET:
                return self.tr("not yet")
            case State.NOT_NEEDED:
                return self.tr("not needed")
        return self.tr("agreed otherwise")

    # Details, a file, removal

    def _details_form(self) -> QWidget:
        holder = Card("person_form")
        self._fields: dict[str, QLineEdit] = {}
        for key, words in (
            ("name", self.tr("Name")),
            ("staff_number", self.tr("Staff number")),
            ("team", self.tr("Team")),
            ("site", self.tr("Site")),
        ):
            line = QLineEdit()
            line.setObjectName(f"person_{key}")
            line.setMaxLength(300)
            keep_width(line, most=420)
            self._fields[key] = line
            holder.add(field(words, line))
        holder.add(
            Muted(
                self.tr(
                    "What they finished stays as it was signed. The next staff list will "
                    "replace these details; for someone who is not on a list, their next "
                    "file will."
                )
            )
        )
        row = FlowRow()
        keep = buttons.secondary(self.tr("Keep these details"), "person_details_keep", "check")
        keep.clicked.connect(self._correct)
        row.add(keep)
        leave = buttons.quiet(self.tr("Leave it as it was"), "person_details_leave")
        leave.clicked.connect(lambda: self._form.hide())
        row.add(leave)
        holder.add(row)
        return holder

    def _edit(self) -> None:
        if self._person is not None:
            for key, line in self._fields.items():
                line.setText(getattr(self._person, key))
            self._form.show()
            self._fields["name"].setFocus()

    def _correct(self) -> None:
        if self._id is None:
            return
        person_id, wanted = self._id, {key: line.text() for key, line in self._fields.items()}
        self.do(
            lambda: self.means.desk.team.correct(person_id, **wanted),
            self.tr("Details kept"),
            lambda _: self._form.hide(),
        )

    def _save(self) -> None:
        if self._id is None or self._person is None:
            return
        person_id, desk = self._id, self.means.desk
        title = self.tr("Everything about {name}").format(name=self._person.name[:24])
        name = desk.suggested_name(title, TeamForm.CSV).removesuffix(".csv") + ".json"
        self.means.files.to_save(
            self,
            self.tr("Save everything about them"),
            name,
            kinds_of(".json"),
            lambda target: self.do(
                lambda: desk.save_everything_about(person_id, target, force=True),
                self.tr("File saved"),
            ),
        )

    def _ask_remove(self) -> None:
        if self._person is None:
            return
        person = self._person
        self._question.ask(
            self.tr("Remove {name} from this team?").format(
                name=person.name or self.tr("this person")
            ),
            self.tr(
                "Everything kept about them here is removed for good. Files they have "
                "already saved will not be added again. Their own Steady is not changed."
            ),
            self.tr("Keep this person"),
            self.tr("Remove for good"),
            lambda: self._remove(person.id),
        )

    def _remove(self, person_id: int) -> None:
        self.do(
            lambda: self.means.desk.team.remove([person_id]),
            self.tr("Person removed"),
            lambda _: self._close(),
        )
