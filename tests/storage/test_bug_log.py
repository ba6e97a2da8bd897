import os
import stat
from datetime import datetime

import pytest

from tiapp.storage.bug_log import note_bug

WHEN = datetime(2026, 3, 10, 9, 30)


def trouble(words="a phrase that nobody may read"):
    try:
        raise ValueError(words)
    except ValueError as error:
        return error


def test_it_notes_the_kind_and_the_place_and_never_the_words(tmp_path):
    file = note_bug(tmp_path / "logs", trouble(), WHEN)

    assert file == tmp_path / "logs" / "errors.log"
    noted = file.read_text()
    assert noted.startswith("2026-03-10 09:30 builtins.ValueError\n")
    assert "test_bug_log.py" in noted
    assert "nobody may read" not in noted
    assert str(tmp_path) not in noted


def test_one_note_follows_another_until_the_file_is_large(tmp_path):
    file = note_bug(tmp_path, trouble(), WHEN)
    once = file.stat().st_size
    note_bug(tmp_path, trouble(), WHEN)
    assert file.stat().st_size == 2 * once

    file.write_bytes(b"x" * 600_000)
    note_bug(tmp_path, trouble(), WHEN)
    assert file.stat().st_size == once


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps files private by the user profile")
def test_the_log_is_for_this_account_alone(tmp_path):
    previous = os.umask(0)
    try:
        file = note_bug(tmp_path / "logs", trouble(), WHEN)
    finally:
        os.umask(previous)

    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_a_log_that_cannot_be_written_makes_nothing_worse(tmp_path):
    (tmp_path / "logs").touch()

    assert note_bug(tmp_path / "logs", trouble(), WHEN) is None
