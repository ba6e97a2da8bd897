"""Saves a table as it stands on screen."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from tiapp.gui.supervision.panel import Panel
from tiapp.supervision.team.desk import Table, TeamForm


def ask_and_save(panel: Panel, table: Table, form: TeamForm) -> None:
    """Ask where to, and write it."""
    tr = QCoreApplication.translate
    desk = panel.means.desk
    name = desk.suggested_name(table.title, form)

    def save(target: Path) -> None:
        panel.do(
            lambda: desk.save_table(table, form, target, force=True),
            tr("SaveTable", "Table saved"),
        )

    panel.means.files.to_save(
        panel, tr("SaveTable", "Save this table"), name, kinds_of(form.ending), save
    )


def kinds_of(ending: str) -> str:
    """What a save dialog says of files that end so."""
    return f"{ending.removeprefix('.').upper()} (*{ending})"
