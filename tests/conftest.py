"""What every test can count on: no real display, no real home folder, no stray noise.

Qt is only touched here once a test has loaded it, so everything but tests/gui and
tests/journeys also passes where PySide6 is not installed (`pytest -p no:pytest-qt`).
"""

import importlib.util
import logging
import os
import re
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import settings as hypothesis_settings

# --- Before anything asks Qt: one platform, one size, one language, for everybody ---------

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_SCALE_FACTOR"] = "1"
os.environ["QT_FONT_DPI"] = "96"
os.environ["LC_ALL"] = "C.UTF-8"
for _name in (
    "QT_QPA_PLATFORMTHEME",
    "QT_STYLE_OVERRIDE",
    "QT_SCREEN_SCALE_FACTORS",
    "QT_DEVICE_PIXEL_RATIO",
    "QT_AUTO_SCREEN_SCALE_FACTOR",
    "QT_LOGGING_RULES",
    "QT_ACCESSIBILITY",
    "LANGUAGE",
):
    os.environ.pop(_name, None)

# --- A home of our own: no test can read or change a person's files -----------------------

_HOME = Path(tempfile.mkdtemp(prefix="steady-tests-")).resolve()
os.environ["HOME"] = os.environ["USERPROFILE"] = str(_HOME)
for _name, _folder in {
    "XDG_DATA_HOME": "data",
    "XDG_CONFIG_HOME": "config",
    "XDG_CACHE_HOME": "cache",
    "XDG_STATE_HOME": "state",
    "XDG_RUNTIME_DIR": "runtime",
    "APPDATA": "data",
    "LOCALAPPDATA": "data",
}.items():
    (_HOME / _folder).mkdir(mode=0o700, exist_ok=True)
    os.environ[_name] = str(_HOME / _folder)
for _name in [name for name in os.environ if name.startswith(("TIAPP_", "STEADY_"))]:
    del os.environ[_name]

# --- Tests with a window need Qt; the others must not ------------------------------------

collect_ignore = []
if importlib.util.find_spec("PySide6") is None:
    collect_ignore = ["gui", "journeys"]

# The same examples on every machine and in every run; `HYPOTHESIS_PROFILE=explore make tests`
# looks for new ones.
hypothesis_settings.register_profile("steady", deadline=None, derandomize=True)
hypothesis_settings.register_profile("explore", deadline=None, max_examples=1000)
hypothesis_settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    """Add ours; keep pytest-qt's options known, and ignored, when it is switched off."""
    parser.addoption(
        "--torture",
        action="store_true",
        help="the long form of the tests that kill, cut, fuzz and flip (make torture)",
    )
    if not pluginmanager.has_plugin("pytest-qt"):
        parser.addini("qt_api", "ignored without pytest-qt")
        parser.addini("qt_log_level_fail", "ignored without pytest-qt")
        parser.addini("qt_log_ignore", "ignored without pytest-qt")


@pytest.fixture
def rounds(request: pytest.FixtureRequest) -> Callable[[int, int], int]:
    """How often a test marked `torture` tries: `rounds(40, 2000)` is 40, or 2,000 in full."""
    full = bool(request.config.getoption("--torture"))
    return lambda short, long: long if full else short


def pytest_unconfigure() -> None:
    """Take the temporary home folder away again."""
    shutil.rmtree(_HOME, ignore_errors=True)


@pytest.fixture(autouse=True)
def _home_as_new() -> None:
    """Empty the home folder of what tests before this one left; fonts take long to look up."""
    known = {_HOME / name for name in ("data", "config", "cache", "state", "runtime")}
    for place in (_HOME, *known):
        for left in set(place.iterdir()) - known:
            if left.name != "fontconfig":
                shutil.rmtree(left) if left.is_dir() else left.unlink()


# --- Time ---------------------------------------------------------------------------------


class FixedClock:
    """A Clock that stands still until a test moves it. It starts on a Tuesday morning."""

    def __init__(self, now: datetime = datetime(2026, 3, 10, 9, 30)) -> None:
        self._now = now

    def now(self) -> datetime:
        """The time it was set to."""
        return self._now

    def today(self) -> date:
        """The date it was set to."""
        return self._now.date()

    def set(self, now: datetime) -> None:
        """Jump to another time."""
        self._now = now

    def move(self, *, days: int = 0, hours: int = 0, minutes: int = 0) -> None:
        """Let time pass."""
        self._now += timedelta(days=days, hours=hours, minutes=minutes)


@pytest.fixture
def fixed_clock() -> FixedClock:
    """A clock that shows 10 March 2026, 9:30, until it is moved."""
    return FixedClock()


# --- Noise fails a test -------------------------------------------------------------------


class _Collector(logging.Handler):
    """Keeps what is logged at WARNING or above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def _no_stray_logs(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that logs a warning or error it did not announce.

    `@pytest.mark.expects_log("could not read")` announces one; the pattern is searched for
    in the message.
    """
    expected = [re.compile(m.args[0]) for m in request.node.iter_markers("expects_log")]
    collector = _Collector()
    root = logging.getLogger()
    root.addHandler(collector)
    try:
        yield
    finally:
        root.removeHandler(collector)
    stray = [
        f"{record.levelname} {record.name}: {record.getMessage()}"
        for record in collector.records
        if not any(pattern.search(record.getMessage()) for pattern in expected)
    ]
    if stray:
        pytest.fail("Logged without being expected:\n" + "\n".join(stray), pytrace=False)


# How long threads may take to end after a test, in seconds. A busy machine needs some.
_PATIENCE = float(os.environ.get("TEST_THREADS_END_WITHIN", "5"))


@pytest.fixture(autouse=True)
def _no_leaked_threads() -> Iterator[None]:
    """Fail a test that leaves a thread, or work on Qt's thread pool, behind.

    Daemon threads count too: the worker of tiapp.gui.kit.run is one. Qt's own threads show up
    here as dummies once Python runs in them; those are Qt's to end.
    """
    before = set(threading.enumerate())
    yield
    core = sys.modules.get("PySide6.QtCore")
    if core is not None and not core.QThreadPool.globalInstance().waitForDone(
        int(_PATIENCE * 1000)
    ):
        pytest.fail("Work on Qt's thread pool was still going after the test.", pytrace=False)
    give_up = time.monotonic() + _PATIENCE
    while leaked := [
        thread
        for thread in threading.enumerate()
        if thread not in before and not isinstance(thread, threading._DummyThread)
    ]:
        if time.monotonic() > give_up:
            names = ", ".join(thread.name for thread in leaked)
            pytest.fail(f"Threads were still running after the test: {names}", pytrace=False)
        time.sleep(0.01)
