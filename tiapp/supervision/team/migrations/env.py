"""Alembic's way in. The connection, its transaction and its safety come from storage."""

from alembic import context

from tiapp.supervision.team.tables import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
