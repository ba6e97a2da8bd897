import pytest
from sqlalchemy import create_engine
from sqlalchemy.exc import IntegrityError, StatementError

from tiapp.record.file import RECORD
from tiapp.record.store import AttemptRow, Base, ReachedRow, Store
from tiapp.storage.backup import back_up
from tiapp.storage.migrate import create_if_missing
from tiapp.storage.plain import connected, open_engine

SECRET = "a phrase that nobody may read"


@pytest.fixture
def store(file):
    create_if_missing(file, RECORD)
    store = Store(file)
    yield store
    store.close()


def _layout(engine) -> set[str]:
    """Tables and indexes as SQLite keeps them, spaces aside."""
    with engine.connect() as connection:
        made = connection.exec_driver_sql(
            "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND type IN ('table', 'index')"
            " AND name NOT IN ('identity', 'alembic_version')"
        )
        return {" ".join(sql.replace("(", " ( ").replace(")", " ) ").split()) for (sql,) in made}


def test_the_migrations_make_exactly_the_tables_that_the_classes_describe(file):
    create_if_missing(file, RECORD)
    migrated = open_engine(file)
    described = create_engine("sqlite://")
    Base.metadata.create_all(described)

    assert _layout(migrated) == _layout(described)
    migrated.dispose()
    described.dispose()


def test_the_head_is_the_newest_migration():
    from alembic.script import ScriptDirectory

    scripts = ScriptDirectory(str(RECORD.migrations))

    assert scripts.get_heads() == [RECORD.head]
    numbers = [script.revision for script in scripts.walk_revisions()]
    assert numbers == [f"{n:04}" for n in range(len(numbers), 0, -1)]


def test_a_block_that_fails_saves_nothing_of_it(store, module):
    with pytest.raises(RuntimeError), store.writing() as rows:
        attempt = rows.start(module, 1)
        rows.add_reached(attempt, "one")
        raise RuntimeError

    with store.reading() as rows:
        assert rows.latest(module.id) is None


def test_an_error_never_quotes_what_was_being_saved(store, make_module):
    secret = make_module("one", title=SECRET, id="m-secret")

    with pytest.raises(IntegrityError) as caught, store.writing() as rows:
        rows.start(secret, 1)
        rows.start(secret, 1)

    error: BaseException | None = caught.value
    while error is not None:
        assert SECRET not in str(error)
        assert SECRET not in repr(error)
        error = error.__cause__ or error.__context__


def test_a_reached_part_needs_its_attempt(store):
    with pytest.raises(IntegrityError), store.writing() as rows:
        rows._session.add(ReachedRow(attempt_id=99, part_id="one"))


def test_a_place_outside_its_limits_is_refused_by_the_file_itself(store, module):
    with store.writing() as rows:
        attempt = rows.start(module, 1)
    with pytest.raises(IntegrityError), store.writing() as rows:
        rows._session.get_one(AttemptRow, attempt.id).into = 1.5
    with pytest.raises((IntegrityError, StatementError)), store.writing() as rows:
        rows._session.get_one(AttemptRow, attempt.id).block = -1


def test_a_backup_holds_the_whole_record(store, module, tmp_path, file):
    with store.writing() as rows:
        rows.add_reached(rows.start(module, 1), "one")

    back_up(file, tmp_path / "copy.db", RECORD)

    with connected(tmp_path / "copy.db") as connection:
        assert connection.execute("SELECT part_id FROM reached").fetchall() == [("one",)]


def test_a_writer_waits_for_its_turn_and_a_reader_does_not_ask_for_one(store, file, module):
    with connected(file) as other:
        other.execute("BEGIN IMMEDIATE")
        with store.reading() as rows:
            assert rows.latest(module.id) is None
        other.execute("ROLLBACK")
