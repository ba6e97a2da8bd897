"""What leaves the team store as a file: completions, roll-ups and the director's page.

What is on screen and what is in a file come from the same calls, so their totals are the same.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from tiapp.core.clock import Clock
from tiapp.core.errors import AppError
from tiapp.storage.exports import written_beside
from tiapp.storage.file_names import safe_file_name
from tiapp.supervision.profiles import Profile, find_profile, read_profiles
from tiapp.supervision.summary import COLUMNS, PURPOSE, Column
from tiapp.supervision.team.scope import Scope
from tiapp.supervision.team.team import Team
from tiapp.supervision.writers.about import About, Cell, Rows
from tiapp.supervision.writers.days import spoken_day

if TYPE_CHECKING:
    from tiapp.supervision.writers.profile_file import RowProblem

GENERIC = "generic"
_PREVIEWED = 20
_ALL = Scope()


class TeamForm(StrEnum):
    """As the command line names them."""

    CSV = "csv"
    XLSX = "xlsx"
    PDF = "pdf"
    XAPI = "xapi"

    @property
    def ending(self) -> str:
        """Of the file's name."""
        return ".jsonl" if self is TeamForm.XAPI else f".{self.value}"


@dataclass(frozen=True, slots=True)
class Preview:
    """What a file will hold, before it is written."""

    headings: tuple[str, ...]
    first: tuple[tuple[Cell, ...], ...]
    """The first rows, as they will stand there."""
    rows: int
    people: int
    problems: "tuple[RowProblem, ...]" = ()
    """Rows that the other system would not take."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table on screen that may be saved as it is."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    scope: Scope = _ALL
    """What was chosen when it was shown: the file says so too."""
    total: tuple[Cell, ...] = ()
    """A last row that adds up the others."""
    notes: tuple[tuple[str, str], ...] = ()
    """What columns mean, for whoever gets the file without the screen."""


class Desk:
    """A team, and the way out for what is known of it. May raise AppError as the team does."""

    def __init__(
        self,
        team: Team,
        clock: Clock,
        resources: Path,
        config: Path,
        *,
        purpose: Callable[[], str] = str,
    ) -> None:
        """`config` may hold the organisation's own profiles; `purpose` is its own line."""
        self.team = team
        self._clock = clock
        self._resources = resources
        self._config = config
        self._purpose = purpose

    def profiles(self) -> tuple[Profile, ...]:
        """Which systems a file can be made for."""
        own = self._config / "export-profiles.toml"
        return read_profiles(self._resources / "text" / "export-profiles.toml", own)

    def profile(self, name: str) -> Profile:
        """The profile of that name. AppError when there is none."""
        return find_profile(self.profiles(), name)

    def preview(self, scope: Scope, form: TeamForm, profile: Profile) -> Preview:
        """What `save` will write."""
        _refuse_odd_pair(form, profile)
        from tiapp.supervision.writers.profile_file import mapped, row_problems

        sheet = self.team.sheet(scope)
        with self.team.completions(scope) as rows:
            problems = row_problems(profile, (row for _, row in rows))
        with self.team.completions(scope) as rows:
            some = [row for (_, row), _ in zip(rows, range(_PREVIEWED), strict=False)]
        columns = [column.heading for column in profile.columns]
        first = tuple(mapped(profile, some))
        if profile.id == GENERIC:
            columns, first = [column.heading for column in COLUMNS], tuple(some)
        return Preview(tuple(columns), first, sheet.rows, sheet.people, problems)

    def save(
        self, scope: Scope, form: TeamForm, profile: Profile, target: Path, *, force: bool = False
    ) -> int:
        """Write the completions in scope, whole or not at all; returns how many.

        AppError when there is such a file already (unless `force`), or when it can't be written.
        """
        _refuse_odd_pair(form, profile)
        about = self._about("Team completions", scope)
        with (
            written_beside(target, force=force) as out,
            self.team.completions(scope) as rows,
        ):
            match form:
                case TeamForm.CSV:
                    from tiapp.supervision.writers.profile_file import write_profile

                    return write_profile(out, profile, _plain(rows), about)
                case TeamForm.XLSX:
                    from tiapp.supervision.writers.profile_file import mapped
                    from tiapp.supervision.writers.xlsx_file import write_xlsx

                    if profile.id == GENERIC:
                        return write_xlsx(out, COLUMNS, _plain(rows), about)
                    columns = [Column(c.heading, c.heading, 20) for c in profile.columns]
                    return write_xlsx(out, columns, mapped(profile, _plain(rows)), about)
                case TeamForm.PDF:
                    from tiapp.supervision.writers.pdf_file import MOST_ROWS, make_pdf

                    # record ids are for programs, and leave no room for names
                    kept = [row[:-1] for _, row in islice(rows, MOST_ROWS + 1)]
                    out.write(make_pdf(self._resources, COLUMNS[:-1], kept, about))
                    return len(kept)
                case TeamForm.XAPI:
                    from tiapp.supervision.writers.xapi_file import write_xapi

                    return write_xapi(out, rows, about)

    def save_table(
        self, table: Table, form: TeamForm, target: Path, *, force: bool = False
    ) -> None:
        """Write a table as it stands on screen, for a sheet or to print."""
        about = replace(self._about(table.title, table.scope), notes=table.notes)
        with written_beside(target, force=force) as out:
            if form is TeamForm.XLSX:
                from tiapp.supervision.writers.xlsx_file import write_xlsx

                write_xlsx(out, table.columns, table.rows, about, total=table.total,
                           sheet_name="Counts", table_name="Counts")  # fmt: skip
            elif form is TeamForm.PDF:
                from tiapp.supervision.writers.pdf_file import make_pdf

                out.write(make_pdf(self._resources, table.columns, table.rows, about, table.total))
            else:
                from tiapp.supervision.writers.csv_file import write_csv

                rows = (*table.rows, table.total) if table.total else table.rows
                write_csv(out, table.columns, rows, about)

    def save_everything_about(self, person_id: int, target: Path, *, force: bool = False) -> None:
        """All that is kept of a person, in one file for them."""
        data = self.team.everything_about(person_id)
        with written_beside(target, force=force) as out:
            out.write(data)

    def suggested_name(self, title: str, form: TeamForm) -> str:
        """A name for a file."""
        return safe_file_name(f"{title} {self._clock.today()}", "Team") + form.ending

    def _about(self, title: str, scope: Scope) -> About:
        facts = [
            (label, words)
            for label, words in (
                ("Site", scope.site),
                ("Team", scope.team),
                ("Module", scope.module_id),
                ("Pathway", scope.pathway),
                ("From", spoken_day(scope.since) if scope.since else None),
                ("To", spoken_day(scope.until) if scope.until else None),
            )
            if words
        ]
        purpose = self._purpose() or PURPOSE
        return About(title, self._clock.today(), purpose=purpose, facts=tuple(facts))


def _plain(rows: Iterator[tuple[str, tuple[Cell, ...]]]) -> Rows:
    return (row for _, row in rows)


def _refuse_odd_pair(form: TeamForm, profile: Profile) -> None:
    if profile.id != GENERIC and form not in (TeamForm.CSV, TeamForm.XLSX):
        raise AppError(
            f"The profile {profile.id} is for CSV files and spreadsheets.",
            "Nothing was written. Choose csv or xlsx, or leave the profile out.",
            code="team-profile",
        )
