"""jrnl, a journal for the terminal that can encrypt, searching the same ten thousand entries."""

import os
import pty
import select
import signal
import statistics
import subprocess
import sys
import tempfile
import termios
import time
from pathlib import Path

from benchmarks import data, journal_data
from benchmarks.cases.journal import whole_command
from benchmarks.cases.setting import Setting
from benchmarks.child import environment
from benchmarks.runner import CannotRun

PACKAGE = "jrnl==4.6"
GOAL = 0.4
ROUNDS = 5
PATIENCE = 60.0
ENTRIES = 10_000

# In jrnl's own format, by its own library: the whole file under a key from the passphrase.
PREPARE = """
import sys
from pathlib import Path
from jrnl.encryption.Jrnlv3Encryption import Jrnlv3Encryption
cipher = Jrnlv3Encryption("default", {"encrypt": True})
cipher.password = sys.argv[1]
file = Path(sys.argv[2])
file.write_bytes(cipher.encrypt(file.read_text(encoding="utf-8")))
"""

SETTINGS = """\
colors: {{body: none, date: none, tags: none, title: none}}
default_hour: 9
default_minute: 0
editor: ''
encrypt: true
highlight: false
indent_character: '|'
journals: {{default: {{journal: {journal}, encrypt: true}}}}
linewrap: 79
tagsymbols: '@'
template: false
timeformat: '%F %r'
version: v4.6
"""


def search(setting: Setting) -> str:
    """Steady's whole search command by jrnl's, in turns."""
    try:
        python = _installed()
        with tempfile.TemporaryDirectory(prefix="steady-bench-jrnl-") as folder:
            home = Path(folder)
            _prepare(python, home)
            pairs = []
            for _ in range(ROUNDS + 1):
                theirs = _theirs(python, home)
                pairs.append((whole_command(setting), theirs))
    except CannotRun as reason:
        return f"Peer for P7: jrnl is not in this comparison: {reason}."
    pairs = pairs[1:]
    ratio = statistics.median(ours / theirs for ours, theirs in pairs)
    ours, theirs = (statistics.median(side) for side in zip(*pairs, strict=True))
    verdict = "meets the goal" if ratio <= GOAL else "above the goal"
    return (
        f"Peer for P7: search {ENTRIES:,} encrypted entries, whole command {ours:.0f} ms; "
        f"{PACKAGE} {theirs:.0f} ms: {ratio:.2f} (goal {GOAL}), {verdict}"
    )


def _installed() -> Path:
    """Jrnl's Python, in an environment of its own that is kept for the next time."""
    home = data.cache_folder() / "jrnl"
    python = home / "bin" / "python"
    if (home / ".ready").exists():
        return python
    for command in (
        [sys.executable, "-m", "venv", "--clear", str(home)],
        [str(python), "-m", "pip", "install", "--quiet", "--only-binary", ":all:", PACKAGE],
    ):
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=900)
        except (OSError, subprocess.SubprocessError):
            raise CannotRun("it could not be installed") from None
    (home / ".ready").touch()
    return python


def _prepare(python: Path, home: Path) -> None:
    journal = home / "journal.txt"
    with journal.open("w", encoding="utf-8") as out:
        for record in journal_data.records(ENTRIES):
            out.write(f"[{record.written:%Y-%m-%d %I:%M:%S %p}] {record.title}.\n{record.body}\n\n")
    command = [str(python), "-c", PREPARE, journal_data.PASSPHRASE, str(journal)]
    if subprocess.run(command, capture_output=True, env=environment(), check=False).returncode:
        raise CannotRun("its journal could not be encrypted")
    (home / "jrnl.yaml").write_text(SETTINGS.format(journal=journal), encoding="utf-8")


def _theirs(python: Path, home: Path) -> float:
    """Milliseconds of one search. It asks for the passphrase on a terminal, so it gets one."""
    word = journal_data.vocabulary()[900]
    command = ["jrnl", "--config-file", str(home / "jrnl.yaml"), "-contains", word, "--short"]
    more = environment(PYTHON_KEYRING_BACKEND="keyring.backends.null.Keyring", HOME=str(home))
    begun = time.monotonic()
    child, terminal = pty.fork()
    if child == 0:
        os.execve(str(python), [str(python), "-m", *command], more)
    told = b""
    asked = False
    try:
        while time.monotonic() - begun < PATIENCE:
            if not select.select([terminal], [], [], 1)[0]:
                continue
            try:
                piece = os.read(terminal, 65536)
            except OSError:  # it has ended
                break
            if not piece:
                break
            told += piece
            if not asked and b"assword" in told:
                asked = True
                # what comes before it has turned the echo off is thrown away
                while termios.tcgetattr(terminal)[3] & termios.ECHO:
                    time.sleep(0.001)
                os.write(terminal, f"{journal_data.PASSPHRASE}\n".encode())
        else:
            os.kill(child, signal.SIGKILL)
    finally:
        os.close(terminal)
        _, status = os.waitpid(child, 0)
    taken = (time.monotonic() - begun) * 1000
    if status or b"entr" not in told:
        raise CannotRun("its search did not come to an end")
    return taken
