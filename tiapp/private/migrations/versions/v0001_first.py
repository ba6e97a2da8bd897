"""The first tables of every part of the private room, a file each beside this folder."""

from tiapp.private.migrations import first_check_ins, first_journal, first_plan, first_vault

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the first tables. `identity` is there already: see storage.database."""
    first_vault.make()
    first_journal.make()
    first_check_ins.make()
    first_plan.make()
