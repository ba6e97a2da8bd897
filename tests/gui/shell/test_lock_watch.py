"""The private room locks by itself: nobody there, time that jumped, a system going to sleep."""

import shutil
import subprocess
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.window import Steady
from tiapp.gui.kit.places import Screen
from tiapp.gui.shell import room_care
from tiapp.gui.shell.lock_watch import JUMP_SECONDS, LockWatch


class Clocks:
    """Both clocks, moved by hand."""

    def __init__(self) -> None:
        self.steady = 1_000.0
        self.wall = 50_000.0

    def __call__(self) -> tuple[float, float]:
        return self.steady, self.wall

    def move(self, seconds: float) -> None:
        self.steady += seconds
        self.wall += seconds


class Watched:
    """A watch for five minutes, and what it said."""

    def __init__(self, qapp) -> None:
        self.clocks = Clocks()
        self.said: list[str] = []
        self.watch = LockWatch(lambda: 5, clocks=self.clocks)
        self.watch.warned.connect(lambda: self.said.append("warned"))
        self.watch.eased.connect(lambda: self.said.append("eased"))
        self.watch.lock_wanted.connect(lambda: self.said.append("lock"))
        self.watch.start()

    def pass_time(self, seconds: int) -> None:
        """Second after second, as the timer does it."""
        for _ in range(seconds):
            self.clocks.move(1)
            self.watch.tick()


@pytest.fixture
def watched(qapp) -> Iterator[Watched]:
    made = Watched(qapp)
    yield made
    made.watch.stop()


def test_it_warns_a_minute_before_it_locks(watched: Watched) -> None:
    watched.pass_time(239)
    assert watched.said == []
    watched.pass_time(1)
    assert watched.said == ["warned"]
    watched.pass_time(59)
    assert watched.said == ["warned"]
    watched.pass_time(1)
    assert watched.said == ["warned", "lock"]


def test_somebody_who_moves_after_the_warning_has_all_their_time_again(watched: Watched) -> None:
    watched.pass_time(250)
    watched.watch.somebody_is_here()
    assert watched.said == ["warned", "eased"]
    watched.pass_time(239)
    assert watched.said == ["warned", "eased"]


def test_a_wall_clock_that_jumped_means_that_the_computer_slept(watched: Watched) -> None:
    watched.pass_time(10)
    watched.clocks.wall += JUMP_SECONDS + 1
    watched.pass_time(1)
    assert watched.said == ["lock"]


def test_a_clock_put_back_locks_too(watched: Watched) -> None:
    watched.clocks.wall -= 3_600
    watched.pass_time(1)
    assert watched.said == ["lock"]


def test_a_gap_between_two_ticks_locks(watched: Watched) -> None:
    watched.clocks.move(JUMP_SECONDS + 1)
    watched.watch.tick()
    assert watched.said == ["lock"]


def test_a_short_stall_locks_nothing(watched: Watched) -> None:
    watched.clocks.move(JUMP_SECONDS - 5)
    watched.watch.tick()
    assert watched.said == []


def _care(steady: Steady) -> room_care.RoomCare:
    found = steady.window.findChildren(room_care.RoomCare)
    assert len(found) == 1
    return found[0]


def test_the_warning_shows_on_a_private_page_and_a_key_sends_it_away(steady: Steady) -> None:
    steady.open_with_room()
    steady.go(Screen.PLAN)
    watch = _care(steady).watch
    watch.warned.emit()
    assert steady.is_there("locks_soon")
    watch._warned = True
    QTest.keyClick(steady.window.windowHandle(), Qt.Key.Key_Shift)
    steady.settle()
    assert not steady.is_there("locks_soon")


def test_the_warning_moves_nothing_on_other_pages(steady: Steady) -> None:
    steady.open_with_room()
    steady.go(Screen.LEARN)
    _care(steady).watch.warned.emit()
    assert not steady.is_there("locks_soon")


def test_an_idle_room_locks(steady: Steady) -> None:
    steady.open_with_room()
    steady.go(Screen.PLAN)
    _care(steady).watch.lock_wanted.emit()
    steady.settle()
    assert not steady.private.is_open
    assert steady.page.objectName() == "door_page"


def test_nothing_is_watched_while_the_room_is_locked(steady: Steady) -> None:
    steady.open_with_room()
    watch = _care(steady).watch
    assert watch._timer.isActive()
    steady.lock()
    assert not watch._timer.isActive()
    assert watch._window is None


# --- What the system tells ----------------------------------------------------------------


@pytest.fixture
def bus() -> Iterator[str]:
    """The address of a D-Bus of this test's own."""
    if not sys.platform.startswith("linux") or shutil.which("dbus-daemon") is None:
        pytest.skip("no D-Bus to try this on")
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--print-address", "--nofork"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert daemon.stdout is not None
    yield daemon.stdout.readline().strip()
    daemon.terminate()
    daemon.wait()
    daemon.stdout.close()


@pytest.mark.parametrize(
    ("path", "interface", "signal", "arguments"),
    [
        ("/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep", [True]),
        ("/org/freedesktop/login1/session/_32", "org.freedesktop.login1.Session", "Lock", []),
        ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", [True]),
        ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", [True]),
    ],
)
def test_sleep_and_a_locked_screen_are_heard(
    qtbot, bus: str, path: str, interface: str, signal: str, arguments: list[object]
) -> None:
    from PySide6.QtDBus import QDBusConnection, QDBusMessage

    from tiapp.gui.shell.sleep_watch import SleepWatch

    hearing = QDBusConnection.connectToBus(bus, "hearing")
    telling = QDBusConnection.connectToBus(bus, "telling")
    assert hearing.isConnected() and telling.isConnected()
    watch = SleepWatch(0)
    watch.listen(hearing, hearing)
    message = QDBusMessage.createSignal(path, interface, signal)
    message.setArguments(arguments)
    heard: list[bool] = []
    watch.lock_wanted.connect(lambda: heard.append(True))

    def told() -> bool:
        telling.send(message)  # again and again: the bus takes up a request in its own time
        return bool(heard)

    qtbot.waitUntil(told, timeout=10_000)
    QDBusConnection.disconnectFromBus("hearing")
    QDBusConnection.disconnectFromBus("telling")


def test_the_end_of_sleep_locks_nothing(qapp) -> None:
    from tiapp.gui.shell.sleep_watch import SleepWatch

    watch = SleepWatch(0)
    said: list[bool] = []
    watch.lock_wanted.connect(lambda: said.append(True))
    watch._on_beginning(False)
    assert said == []
    watch._on_beginning(True)
    assert said == [True]


def test_what_windows_says_is_understood(qapp) -> None:
    import ctypes

    from tiapp.gui.shell import windows_notices as notices

    watch = notices.WindowsNotices(0)
    said: list[bool] = []
    watch.lock_wanted.connect(lambda: said.append(True))
    for message, wide, locks in (
        (notices.WM_POWERBROADCAST, notices.PBT_APMSUSPEND, True),
        (notices.WM_WTSSESSION_CHANGE, notices.WTS_SESSION_LOCK, True),
        (notices.WM_POWERBROADCAST, 7, False),
        (notices.WM_WTSSESSION_CHANGE, 8, False),
        (0x000F, 4, False),
    ):
        said.clear()
        told = notices._Message(None, message, wide)
        watch.nativeEventFilter(notices.MESSAGE, ctypes.addressof(told))
        assert bool(said) is locks, hex(message)
    qapp.removeNativeEventFilter(watch)
