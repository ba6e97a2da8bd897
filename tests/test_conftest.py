"""Noise really fails a test: each bad test below is run for real, and must not pass."""

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

QUIET_AND_NOISY = """
import logging, os, pathlib, threading, warnings
import pytest

def test_good_quiet(fixed_clock):
    fixed_clock.move(days=1)
    assert fixed_clock.today().isoformat() == "2026-03-11"

def test_good_home_is_not_a_persons():
    assert "steady-tests-" in str(pathlib.Path.home())

@pytest.mark.expects_log("on purpose")
def test_good_announced_log():
    logging.getLogger("tiapp").warning("This is on purpose")

def test_bad_log():
    logging.getLogger("tiapp").error("Nobody announced this")

def test_bad_warning():
    warnings.warn("old", DeprecationWarning)

def test_bad_thread():
    threading.Thread(target=threading.Event().wait, daemon=True).start()
"""

WITH_QT = """
def test_bad_qt_warning(qapp):
    from PySide6.QtCore import qWarning
    qWarning("Qt is not happy")

def test_bad_error_in_a_slot(qapp, qtbot):
    from PySide6.QtCore import QTimer
    QTimer.singleShot(0, lambda: 1 / 0)
    qtbot.wait(20)

def test_good_platform(qapp):
    assert qapp.platformName() == "offscreen"

# Last, because it keeps the pool busy for the tests after it.
def test_bad_work_left_on_the_pool(qapp):
    import time
    from PySide6.QtCore import QThreadPool
    QThreadPool.globalInstance().start(lambda: time.sleep(1.5))
"""


@pytest.mark.parametrize("with_qt", [False, True])
def test_noise_fails_a_test_and_quiet_does_not(with_qt: bool, tmp_path: Path):
    options = ["-p", "no:xdist"]
    tests = QUIET_AND_NOISY
    if with_qt:
        if importlib.util.find_spec("PySide6") is None:
            pytest.skip("needs PySide6")
        tests = WITH_QT
    else:
        options += ["-p", "no:pytest-qt"]
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / "tests").mkdir()
    shutil.copy(ROOT / "tests" / "conftest.py", tmp_path / "tests")
    (tmp_path / "tests" / "test_noise.py").write_text(tests)
    # A person's own settings must not matter.
    environment = {**os.environ, "QT_QPA_PLATFORM": "xcb", "TEST_THREADS_END_WITHIN": "0.3"}
    environment.pop("PYTEST_ADDOPTS", None)
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-rA", "-p", "no:cacheprovider", *options],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    wrong = set(re.findall(r"^(?:FAILED|ERROR) \S+::(\w+)", done.stdout, re.MULTILINE))
    names = set(re.findall(r"def (test_\w+)", tests))
    assert wrong == {name for name in names if name.startswith("test_bad_")}, done.stdout
