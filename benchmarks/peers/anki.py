"""Anki, a learning program of the same kind that also runs on Python and Qt."""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks import data
from benchmarks.cases.memory import tour_of_every_page
from benchmarks.cases.setting import Setting
from benchmarks.child import environment
from benchmarks.runner import CannotRun

PACKAGE = "aqt[qt6]"
GOAL = 0.4
PATIENCE = 90.0

# A profile in English, so that no question stands in the way, and no look for updates.
PREPARE = """
import sys
from pathlib import Path
from aqt.profiles import ProfileManager
profiles = ProfileManager(Path(sys.argv[1]))
profiles.setupMeta()
profiles.create("User 1")
profiles.openProfile("User 1")
profiles.meta |= {"firstRun": False, "defaultLang": "en_US", "check_for_updates": False}
profiles.save()
"""


def memory(setting: Setting) -> str:
    """Steady's proportional memory with every page visited, by that of Anki with its first one."""
    try:
        python = _installed()
        version, theirs = _theirs(python, setting)
        ours = tour_of_every_page(setting)["proportional"] / 1024
    except CannotRun as reason:
        return f"Peer for P19: Anki is not in this comparison: {reason}."
    ratio = ours / theirs
    verdict = "meets the goal" if ratio <= GOAL else "above the goal"
    return (
        f"Peer for P19: proportional memory {ours:.0f} MiB, every page visited; Anki {version} "
        f"{theirs:.0f} MiB, just opened: {ratio:.2f} (goal {GOAL}), {verdict}"
    )


def _installed() -> Path:
    """Anki's Python, in an environment of its own that is kept for the next time."""
    home = data.cache_folder() / "anki"
    python = home / "bin" / "python"
    if (home / ".ready").exists():
        return python
    commands = (
        [sys.executable, "-m", "venv", "--clear", str(home)],
        [str(python), "-m", "pip", "install", "--quiet", "--only-binary", ":all:", PACKAGE],
    )
    for command in commands:
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=900)
        except (OSError, subprocess.SubprocessError):
            raise CannotRun("it could not be installed") from None
    (home / ".ready").touch()
    return python


def _theirs(python: Path, setting: Setting) -> tuple[str, float]:
    """Anki's version, and the MiB of all its processes once they stand still."""
    more = {
        **setting.environment,
        # Without this its web view does not start for root, as in most containers.
        "QTWEBENGINE_DISABLE_SANDBOX": "1",
        "QTWEBENGINE_CHROMIUM_FLAGS": "--no-sandbox",
    }
    with tempfile.TemporaryDirectory(prefix="steady-bench-anki-") as base:
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        subprocess.run(
            [str(python), "-c", PREPARE, base], env=environment(**more), check=False, **quiet
        )
        process = subprocess.Popen(
            [str(python.parent / "anki"), "-b", base, "-p", "User 1", "-l", "en"],
            env=environment(**more),
            **quiet,
        )
        try:
            return _version(python), _settled(process)
        finally:
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _version(python: Path) -> str:
    asked = [str(python), "-c", "from anki.buildinfo import version; print(version)"]
    return subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip()


def _settled(process: "subprocess.Popen[bytes]") -> float:
    """Its memory when two looks, three seconds apart, agree within a hundredth."""
    give_up = time.monotonic() + PATIENCE
    before = 0.0
    while time.monotonic() < give_up:
        time.sleep(3)
        if process.poll() is not None:
            raise CannotRun("it ended by itself")
        family = _family(process.pid)
        now = sum(_proportional(pid) for pid in family) / 1024
        if len(family) > 1 and abs(now - before) < now / 100:
            return now
        before = now
    raise CannotRun("its window did not come up")


def _family(pid: int) -> list[int]:
    """A process and everything that it started."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
        threads = Path(f"/proc/{pid}/task").iterdir()
        children += [
            child
            for thread in threads
            if thread.name != str(pid)
            for child in (thread / "children").read_text(encoding="ascii").split()
        ]
    except OSError:
        return []
    return [pid, *(one for child in children for one in _family(int(child)))]


def _proportional(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
