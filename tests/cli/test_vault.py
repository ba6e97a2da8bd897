import json
import os
import re
import shutil
import subprocess
import sys

import pytest

from tests.vaults import PASSPHRASE, QUICK
from tiapp import cli
from tiapp.private import key_file
from tiapp.services import Services
from tiapp.storage.paths import Paths

NEW = "another four calm words"


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    monkeypatch.setattr(key_file, "USUAL_COST", QUICK)


@pytest.fixture
def data(tmp_path):
    return tmp_path / "data"


@pytest.fixture
def through():
    """`through("words")` is a file descriptor that gives them, and then ends."""
    opened = []

    def pipe(words):
        reader, writer = os.pipe()
        os.write(writer, words.encode() if isinstance(words, str) else words)
        os.close(writer)
        opened.append(reader)
        return str(reader)

    yield pipe
    for reader in opened:
        os.close(reader)


@pytest.fixture
def tell(data, capsys):
    """`code, out, err = tell("vault", "status")`, in this process."""

    def run(*arguments):
        code = cli.run(["--data", str(data), *arguments])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


@pytest.fixture
def created(tell, through):
    """A private room that was set up; its code."""
    code, out, err = tell("vault", "create", "--passphrase-fd", through(PASSPHRASE))
    assert (code, err) == (0, "")
    return re.search(r"(?:[0-9A-Z]{4}-){7}[0-9A-Z]{4}", out)[0]


@pytest.fixture
def vault(data, fixed_clock):
    services = Services(Paths.under(data), fixed_clock)
    return lambda: services.for_person(services.people.all()[0]).vault


def test_setting_up_prints_the_code_once_and_it_opens_the_room(created, vault):
    vault().unlock_with_code(created).close()
    vault().unlock(PASSPHRASE).close()


def test_setting_up_twice_is_refused_before_anything_is_asked(created, tell):
    code, out, err = tell("vault", "create")
    assert (code, out) == (2, "")
    assert "(vault-exists)" in err


def test_a_short_passphrase_begins_nothing(tell, through, data):
    code, _, err = tell("vault", "create", "--passphrase-fd", through("too short"))
    assert code == 2
    assert "(passphrase-short)" in err
    assert not (data / "people").exists()


def test_one_newline_at_the_end_is_no_part_of_the_passphrase(created, tell, through, vault):
    code, _, _ = tell(
        "vault",
        "change-passphrase",
        "--passphrase-fd",
        through(PASSPHRASE + "\n"),
        "--new-passphrase-fd",
        through(NEW + "\n\n"),
    )
    assert code == 0
    vault().unlock(NEW + "\n").close()


def test_a_wrong_passphrase_is_said_calmly_and_changes_nothing(created, tell, through, vault):
    code, out, err = tell(
        "vault",
        "change-passphrase",
        "--passphrase-fd",
        through("not the passphrase"),
        "--new-passphrase-fd",
        through(NEW),
    )
    assert (code, out) == (2, "")
    assert "(passphrase-differs)" in err
    assert err.count("\n") == 1
    vault().unlock(PASSPHRASE).close()


@pytest.mark.parametrize("given", [b"\xff\xfe\xfa" * 9, b"x" * 5000])
def test_a_passphrase_that_is_none_is_said_calmly(created, tell, through, given):
    code, _, err = tell("vault", "change-passphrase", "--passphrase-fd", through(given))
    assert code == 2
    assert "(passphrase-fd)" in err


@pytest.mark.parametrize("number", ["999999", "-1", "x", ""])
def test_a_descriptor_that_is_none_is_said_calmly(created, tell, number):
    code, _, err = tell("vault", "change-passphrase", f"--passphrase-fd={number}")
    assert code == 2
    assert err.count("\n") == 1


def test_a_room_that_is_open_in_the_window_is_said_calmly(created, tell, through, vault):
    room = vault().unlock(PASSPHRASE)
    code, out, err = tell(
        "vault",
        "change-passphrase",
        "--passphrase-fd",
        through(PASSPHRASE),
        "--new-passphrase-fd",
        through(NEW),
    )
    room.close()
    assert (code, out) == (2, "")
    assert "open in another Steady window" in err


def test_without_a_terminal_nothing_is_read_from_elsewhere(created, data):
    done = subprocess.run(
        [sys.executable, "-m", "tiapp", "--data", str(data), "vault", "change-passphrase"],
        input=f"{PASSPHRASE}\n{NEW}\n",
        capture_output=True,
        text=True,
        start_new_session=True,
    )
    assert done.returncode == 2
    assert "(no-terminal)" in done.stderr
    assert PASSPHRASE not in done.stdout + done.stderr


@pytest.mark.skipif(shutil.which("setsid") is None, reason="needs setsid to give a terminal")
def test_on_a_terminal_the_passphrase_is_asked_for_and_never_shown(created, data, vault):
    terminal, their_end = os.openpty()
    # setsid makes it the terminal of the command, as it is in a terminal's window
    command = ["setsid", "--ctty", "--wait", sys.executable, "-m", "tiapp", "--data", str(data)]
    child = subprocess.Popen(
        [*command, "vault", "change-passphrase"],
        stdin=their_end,
        stdout=their_end,
        stderr=their_end,
    )
    os.close(their_end)
    shown = b""
    for wait_for, typed in [
        (b"Passphrase: ", "a slip of the hand"),
        (b"Passphrase: ", PASSPHRASE),
        (b"more): ", NEW),
        (b"again: ", NEW),
    ]:
        seen = b""
        while wait_for not in seen:
            seen += os.read(terminal, 1000)
        shown += seen
        os.write(terminal, f"{typed}\n".encode())
    try:
        while more := os.read(terminal, 1000):
            shown += more
    except OSError:
        pass  # Linux says so at the end of a terminal
    os.close(terminal)
    assert child.wait() == 0
    assert b"was changed" in shown
    assert b"slip" not in shown
    assert PASSPHRASE.encode() not in shown
    vault().unlock(NEW).close()


# --- Looking after it ---------------------------------------------------------------------


def test_the_status_tells_what_does_the_encrypting(created, tell):
    code, out, err = tell("vault", "status")
    assert (code, err) == (0, "")
    assert "is locked" in out
    assert re.search(r"^SQLCipher 4\.\d+", out, re.MULTILINE)
    assert re.search(r"^SQLite 3\.(5[3-9]|[6-9]\d)", out, re.MULTILINE)
    assert re.search(r"^OpenSSL 3\.", out, re.MULTILINE)


def test_the_status_needs_no_vault_and_no_person(tell):
    code, out, err = tell("vault", "status")
    assert (code, err) == (0, "")
    assert "no private room yet" in out
    code, out, err = tell("vault", "status", "--json")
    assert json.loads(out)["state"] == "none"


def test_the_status_tells_whether_it_is_open_and_what_backups_there_are(
    created, tell, through, vault
):
    tell("vault", "backup", "--passphrase-fd", through(PASSPHRASE))
    room = vault().unlock(PASSPHRASE)
    facts = json.loads(tell("vault", "status", "--json")[1])
    room.close()
    assert facts["state"] == "open"
    assert facts["backups"] == 1
    assert facts["last_backup"]


def test_a_backup_is_made_tried_out_and_put_back(created, tell, through, vault, data):
    code, out, err = tell("vault", "backup", "--passphrase-fd", through(PASSPHRASE))
    assert (code, err) == (0, "")
    backup = out.splitlines()[1]

    code, out, err = tell("vault", "verify", backup, "--passphrase-fd", through(PASSPHRASE))
    assert (code, err) == (0, "")
    code, out, err = tell("vault", "restore", backup, "--passphrase-fd", through(PASSPHRASE))
    assert (code, err) == (0, "")
    assert "is kept" in out
    vault().unlock(PASSPHRASE).close()


def test_a_backup_is_restored_where_nobody_has_begun(
    created, tell, through, data, tmp_path, capsys
):
    _, out, _ = tell("vault", "backup", "--passphrase-fd", through(PASSPHRASE))
    backup = out.splitlines()[1]
    new = tmp_path / "new computer"

    code = cli.run(
        [
            "--data",
            str(new),
            "vault",
            "restore",
            f"{backup}/vault.db",
            "--passphrase-fd",
            through(created),
        ]
    )
    assert code == 0, capsys.readouterr().err
    assert len(list(new.rglob("vault.db"))) == 1


def test_the_whole_room_is_read_through(created, tell, through, data):
    code, out, err = tell("vault", "verify", "--passphrase-fd", through(PASSPHRASE))
    assert (code, err) == (0, "")
    assert "Nothing is damaged" in out

    file = next(data.rglob("vault.db"))
    spoiled = bytearray(file.read_bytes())
    spoiled[-2000] ^= 1
    file.write_bytes(spoiled)
    code, out, err = tell("vault", "verify", "--passphrase-fd", through(PASSPHRASE))
    assert (code, out) == (2, "")
    assert "damaged" in err


def test_what_is_no_backup_is_said_calmly(created, tell, through, tmp_path):
    for command in ("restore", "verify"):
        for wrong in (tmp_path, tmp_path / "nowhere"):
            code, out, err = tell(
                "vault", command, str(wrong), "--passphrase-fd", through(PASSPHRASE)
            )
            assert (code, out) == (2, "")
            assert "(backup-none)" in err


def test_the_recovery_code_may_be_given_in_place_of_the_passphrase(created, tell, through, vault):
    code, _, _ = tell(
        "vault",
        "change-passphrase",
        "--passphrase-fd",
        through(created.lower()),
        "--new-passphrase-fd",
        through(NEW),
    )
    assert code == 0
    vault().unlock(NEW).close()
