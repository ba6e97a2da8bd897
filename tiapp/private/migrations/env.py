"""Alembic's way in. The connection, its transaction and its safety come from storage.migrate."""

from alembic import context

from tiapp.private.store import check_ins, journal, plan  # noqa: F401 - their tables belong to the base
from tiapp.private.store.base import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
