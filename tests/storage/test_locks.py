import os
import stat
import subprocess
import sys

import pytest

from tiapp.core.errors import AppError
from tiapp.storage.locks import held, try_lock
from tiapp.storage.one_instance import ask_to_show, show_request, take_window_lock

HOLDER = """
import sys
from pathlib import Path
from tiapp.storage.one_instance import take_window_lock
lock = take_window_lock(Path(sys.argv[1]))
print("held" if lock else "taken", flush=True)
sys.stdin.read()
"""


def start_window(data):
    window = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(data)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    return window, window.stdout.readline().strip()


def end(window):
    window.communicate("")


def test_a_data_folder_has_one_window(tmp_path):
    first, answer = start_window(tmp_path)
    assert answer == "held"

    assert take_window_lock(tmp_path) is None

    end(first)
    lock = take_window_lock(tmp_path)
    assert lock is not None
    lock.release()
    lock.release()


def test_a_killed_window_keeps_nobody_out(tmp_path):
    first, answer = start_window(tmp_path)
    assert answer == "held"
    first.kill()
    first.communicate()

    lock = take_window_lock(tmp_path)

    assert lock is not None
    lock.release()


def test_two_data_folders_have_a_window_each(tmp_path):
    first = take_window_lock(tmp_path / "a")
    second = take_window_lock(tmp_path / "b")

    assert first is not None
    assert second is not None
    first.release()
    second.release()


def test_the_second_start_asks_the_first_to_come_forward(tmp_path):
    lock = take_window_lock(tmp_path)
    watched = show_request(tmp_path)
    before = watched.stat().st_ino, watched.read_bytes()

    ask_to_show(tmp_path)
    once = watched.read_bytes()
    ask_to_show(tmp_path)

    # the same file, so that it is still watched, with something new in it each time
    assert watched.stat().st_ino == before[0]
    assert len({before[1], once, watched.read_bytes()}) == 3
    assert lock is not None
    lock.release()


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps files private by the user profile")
def test_lock_files_are_for_this_account_alone(tmp_path):
    lock = take_window_lock(tmp_path / "data")

    assert lock is not None
    lock.release()
    for file in (tmp_path / "data").iterdir():
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_whoever_waits_too_long_is_told_so(tmp_path):
    lock = try_lock(tmp_path / "x.lock")
    assert lock is not None

    with pytest.raises(AppError) as caught, held(tmp_path / "x.lock", seconds=0.05):
        pytest.fail("the lock was not free")

    assert caught.value.code == "busy"
    lock.release()
    with held(tmp_path / "x.lock", seconds=0.05):
        assert try_lock(tmp_path / "x.lock") is None
