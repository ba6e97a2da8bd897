import subprocess
import sys
import threading

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from tests.private.words import read, write
from tests.vaults import PASSPHRASE
from tiapp.core.errors import AppError

EXPECTED = {
    "cipher_status": "1",
    "locking_mode": "exclusive",
    "journal_mode": "wal",
    "synchronous": 2,  # FULL
    "foreign_keys": 1,
    "secure_delete": 1,
    "trusted_schema": 0,
    "cipher_memory_security": "0",
}
SECRET = "a phrase that nobody may read"


@pytest.mark.parametrize("pragma", EXPECTED)
def test_the_vault_is_opened_carefully(room, pragma):
    with room.sessions.driver() as connection:
        assert connection.execute(f"PRAGMA {pragma}").fetchone() == (EXPECTED[pragma],)
    with room.sessions() as session:
        answer = session.connection().exec_driver_sql(f"PRAGMA {pragma}").scalar_one()
    assert answer == EXPECTED[pragma]


def test_all_ways_in_are_the_same_connection(room):
    """It is the only one there can be; and a word written by one way is read by the others."""
    with room.sessions.plain() as connection:
        connection.execute("INSERT INTO reminder_text VALUES (1, 'plain')")
    with room.sessions() as session:
        session.execute(text("INSERT INTO reminder_text VALUES (2, 'session')"))
    with room.sessions.plain(reads_only=True) as connection:
        assert connection.execute("SELECT count(*) FROM reminder_text").fetchone() == (2,)
    assert read(room) == ["plain", "session"]


@pytest.mark.parametrize("way", ["plain", "session"])
def test_what_goes_wrong_in_the_middle_takes_all_of_it_back(room, way):
    def spoil():
        if way == "plain":
            with room.sessions.plain() as connection:
                connection.execute("INSERT INTO reminder_text VALUES (1, 'half')")
                raise LookupError
        with room.sessions() as session:
            session.execute(text("INSERT INTO reminder_text VALUES (1, 'half')"))
            raise LookupError

    with pytest.raises(LookupError):
        spoil()
    assert read(room) == []
    write(room, "goes on")


def test_transactions_are_not_nested(room):
    for outer in (room.sessions, room.sessions.reading, room.sessions.plain, room.sessions.driver):
        with outer(), pytest.raises(RuntimeError), room.sessions():
            pass
    write(room, "goes on")


def test_threads_take_turns(room):
    def add(number):
        for step in range(20):
            with room.sessions.plain() as connection:
                connection.execute(
                    "INSERT INTO reminder_text VALUES (?, 'x')", (100 * number + step,)
                )
            assert room.code_confirmed is False

    threads = [threading.Thread(target=add, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(read(room)) == 160


def test_closing_waits_for_the_transaction_under_way(room, vault):
    inside, go_on = threading.Event(), threading.Event()

    def work():
        with room.sessions.plain() as connection:
            inside.set()
            go_on.wait(10)
            connection.execute("INSERT INTO reminder_text VALUES (1, 'in time')")

    thread = threading.Thread(target=work)
    thread.start()
    inside.wait(10)
    closing = threading.Thread(target=room.close)
    closing.start()
    go_on.set()
    thread.join()
    closing.join()

    again = vault.unlock(PASSPHRASE)
    assert read(again) == ["in time"]
    again.close()


def test_a_bug_in_a_transaction_never_quotes_what_was_written(room):
    write(room, "one")
    with pytest.raises(DBAPIError) as caught, room.sessions() as session:
        session.execute(text("INSERT INTO reminder_text VALUES (1, :words)"), {"words": SECRET})
    assert SECRET not in str(caught.value)
    assert SECRET not in repr(caught.value)


def test_a_transaction_that_writes_asks_for_the_right_at_once(room):
    seen = []
    with room.sessions.driver() as connection:
        connection.set_trace_callback(seen.append)
    read(room)
    write(room, "one")
    begins = [statement for statement in seen if statement.startswith("BEGIN")]
    assert begins == ["BEGIN", "BEGIN IMMEDIATE"]


def test_unlocking_and_asking_plainly_imports_no_sqlalchemy(room, home):
    write(room, "one")
    room.close()
    script = """
import sys
from pathlib import Path
from tiapp.core.clock import SystemClock
from tiapp.private.vault import Vault
room = Vault(Path(sys.argv[1]), SystemClock()).unlock(sys.argv[2])
with room.sessions.plain(reads_only=True) as connection:
    print(connection.execute("SELECT words FROM reminder_text").fetchone()[0])
room.close()
print([name for name in ("sqlalchemy", "alembic", "asyncio") if name in sys.modules])
"""
    answer = subprocess.run(
        [sys.executable, "-c", script, str(home), PASSPHRASE],
        capture_output=True,
        text=True,
        check=True,
    )
    assert answer.stdout.splitlines() == ["one", "[]"]


def test_a_full_disk_is_said_and_the_room_goes_on(room):
    with room.sessions.driver() as connection:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count={pages}")
    with pytest.raises(AppError) as caught:
        write(room, "x" * 100_000)
    assert caught.value.code == "disk-full"
    with pytest.raises(AppError), room.sessions.plain() as connection:
        connection.execute("INSERT INTO reminder_text VALUES (1, ?)", ("x" * 100_000,))
    with room.sessions.driver() as connection:
        connection.execute("PRAGMA max_page_count=1000000")
    write(room, "goes on")
    assert read(room) == ["goes on"]
