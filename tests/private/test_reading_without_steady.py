"""tools/read_vault.py opens a real vault with nothing of Steady: a journal outlives the program."""

import ast
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from tests.vaults import PASSPHRASE
from tiapp.private.journal_model import Asked, Draft

PROGRAM = Path(__file__).resolve().parents[2] / "tools" / "read_vault.py"


@pytest.fixture
def closed(make_vault, home):
    """A closed vault with a journal in it, and its recovery code."""
    made = make_vault().create(PASSPHRASE)
    journal = made.room.journal
    journal.begin(Draft("Rain, and é 😀", "A title", ("work", "self care"), Asked("Why?")))
    journal.begin(Draft("An older one", day=date(2020, 1, 1)))
    journal.delete(journal.begin(Draft("deleted words")).id)
    made.room.close()
    return home / "vault", str(made.code)


def read(folder, secret, *more):
    """Runs it in a folder where Steady cannot be imported, with a stand-in for the terminal."""
    given = (
        "import getpass, runpy, sys; getpass.getpass = lambda words='': sys.stdin.read();"
        f"sys.argv = ['read_vault.py', {str(folder)!r}, *{more!r}];"
        f"runpy.run_path({str(PROGRAM)!r}, run_name='__main__')"
    )
    return subprocess.run(
        [sys.executable, "-I", "-X", "utf8", "-c", given],
        input=secret,
        capture_output=True,
        encoding="utf-8",
        cwd=folder,
        check=False,
    )


def test_the_passphrase_opens_it_and_everything_is_there_in_order(closed):
    folder, _ = closed
    ran = read(folder, PASSPHRASE)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.index("An older one") < ran.stdout.index("Rain, and é 😀")
    for words in ("## A title", "> Why?", "Tags: work, self care"):
        assert words in ran.stdout
    assert "deleted words" not in ran.stdout


def test_the_recovery_code_opens_it_too(closed):
    folder, code = closed
    ran = read(folder, code.lower(), "--with-code")
    assert ran.returncode == 0, ran.stderr
    assert "An older one" in ran.stdout


def test_other_words_show_nothing(closed):
    folder, _ = closed
    ran = read(folder, "not the right words")
    assert (ran.returncode, ran.stdout) == (1, "")
    assert "does not open it" in ran.stderr


def test_a_backup_is_read_and_left_as_it_was(make_vault, closed, home):
    room = make_vault().unlock(PASSPHRASE)
    backup = room.back_up()
    room.close()
    before = {file: file.read_bytes() for file in backup.path.iterdir()}
    ran = read(backup.path, PASSPHRASE)
    assert ran.returncode == 0, ran.stderr
    assert {file: file.read_bytes() for file in backup.path.iterdir()} == before


def test_it_needs_nothing_of_steady():
    tree = ast.parse(PROGRAM.read_text(encoding="utf-8"))
    imported = {
        (node.module or "").split(".")[0] if isinstance(node, ast.ImportFrom) else alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }
    assert {name.split(".")[0] for name in imported} - set(sys.stdlib_module_names) == {
        "cryptography",
        "sqlcipher3",
    }
