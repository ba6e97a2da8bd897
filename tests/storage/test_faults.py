import errno
import sqlite3
from pathlib import Path

import pytest

from tiapp.core.errors import AppError
from tiapp.storage import faults

FILE = Path("folder") / "record.db"
WORDS = [
    faults.read_only(FILE),
    faults.disk_full(FILE),
    faults.disk_trouble(FILE),
    faults.damaged(FILE),
    faults.empty(FILE),
    faults.foreign(FILE),
    faults.newer(FILE),
    faults.busy(FILE),
    faults.unreachable(FILE),
    faults.upgrade_failed(FILE, FILE),
]


@pytest.mark.parametrize("error", WORDS, ids=lambda error: error.code)
def test_every_message_says_what_happened_that_work_is_safe_and_what_to_do(error):
    assert error.title.endswith(".")
    assert error.advice.endswith(".")
    assert error.advice.count(". ") >= 1
    assert any(word in error.advice for word in ("safe", "not changed", "exactly as it was"))
    assert not {"error", "fatal", "failed", "invalid", "illegal"} & set(
        f"{error.title} {error.advice}".lower().replace(".", "").split()
    )


def test_every_message_has_a_code_of_its_own():
    assert len({error.code for error in WORDS}) == len(WORDS)


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk-full"),
        (errno.EACCES, "read-only"),
        (errno.EROFS, "read-only"),
        (errno.ENOENT, "unreachable"),
        (errno.EIO, "unreachable"),
    ],
)
def test_what_the_system_says_is_understood(number, code):
    error = faults.in_words(OSError(number, "words of the system"), FILE)

    assert error is not None
    assert error.code == code
    assert "words of the system" not in str(error)


def test_a_bug_stays_a_bug():
    assert faults.in_words(RuntimeError("x"), FILE) is None
    assert faults.in_words(sqlite3.ProgrammingError("x"), FILE) is None
    with pytest.raises(KeyError), faults.calmly(FILE):
        raise KeyError("x")


def test_an_error_that_is_calm_already_is_passed_on():
    calm = AppError("What happened.", "What to do.")
    with pytest.raises(AppError) as caught, faults.calmly(FILE):
        raise calm
    assert caught.value is calm
