"""Nothing private is found in any byte that the vault writes anywhere."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.private.canaries import FIELDS, NEW_PASSPHRASE, canary
from tests.vaults import PASSPHRASE, QUICK
from tiapp.private.vault import Vault


def every_byte(folder: Path) -> dict[Path, bytes]:
    return {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@pytest.mark.skipif(os.name == "nt", reason="kills itself by a signal")
def test_no_private_word_stands_in_clear_in_any_file(tmp_path, fixed_clock):
    home, temporary = tmp_path / "home", tmp_path / "temporary"
    temporary.mkdir()
    environment = dict(os.environ, TMPDIR=str(temporary), SQLITE_TMPDIR=str(temporary))
    program = Path(__file__).with_name("canaries.py")
    done = subprocess.run(
        [sys.executable, str(program), str(home)],
        capture_output=True,
        text=True,
        env=environment,
        cwd=temporary,
    )
    assert done.returncode == -9, done.stderr
    secrets = [PASSPHRASE, NEW_PASSPHRASE, "canary", *map(canary, FIELDS)]
    secrets += done.stdout.split()
    assert len(secrets) == 3 + len(FIELDS) + 5

    files = every_byte(tmp_path)
    assert (home / "vault" / "vault.db-wal") in files
    assert len([file for file in files if file.name == "vault.db"]) >= 4
    found = [
        (file.name, secret)
        for file, data in files.items()
        for secret in secrets
        for written in (secret.encode(), secret.encode("utf-16-le"), secret.upper().encode())
        if written in data
    ]
    assert found == []
    assert not any(data.startswith(b"SQLite format 3") for data in files.values())
    assert list(temporary.iterdir()) == []

    # and they were there to be found
    room = Vault(home, fixed_clock, cost=QUICK).unlock(NEW_PASSPHRASE)
    for field in ("title", "body", "tag", "deleted"):
        assert room.journal.find(canary(field)).lines
    room.close()


def test_a_word_deleted_for_good_is_in_no_page_of_the_file(room, home):
    """Looked for under the encryption: a copy of the open database without it."""
    from tiapp.private.journal_model import Draft

    entry = room.journal.begin(Draft("lighthouse " + canary("body")))
    for number in range(30):
        room.journal.begin(Draft(f"another lighthouse {number}"))
    room.journal.settle(entry.id)
    room.journal.delete_for_good(entry.id)
    with room.sessions.driver() as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        tables = [
            name
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type='table'")
        ]
        seen = b""
        for table in tables:
            for row in connection.execute(f'SELECT * FROM "{table}"'):
                seen += b"\n".join(
                    value if isinstance(value, bytes) else str(value).encode() for value in row
                )
    assert pages > 5
    assert b"another lighthouse 7" in seen
    assert canary("body").encode() not in seen
    assert (home / "vault" / "vault.db-wal").stat().st_size == 0
