"""Saves a table as it stands on screen."""

from PySide6.QtCore import QCoreApplication

from tiapp.gui.supervision.panel import Panel
from tiapp.supervision.team.desk import Table, TeamForm


def ask_and_save(panel: Panel, table: Table, form: TeamForm) -> None:
    """Ask where to, and write it."""
    tr = QCoreApplication.translate
    desk = panel.means.desk
    name = desk.suggested_name(table.title, form)
    target = panel.means.files.new_file(panel, tr("SaveTable", "Save this table"), name)
    if target is not None:
        panel.do(
            lambda: desk.save_table(table, form, target, force=True),
            tr("SaveTable", "Table saved"),
        )
