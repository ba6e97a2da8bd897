"""Unique words are planted wherever something private can be kept, and looked for in every byte.

The program runs in a process of its own whose data, settings, caches, state, logs and temporary
files are all in folders of this test. None of the words may be found there, in any of the ways in
which a program writes text; only where the person put a plain export themselves.
"""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

PLACES = (
    "title",
    "body",
    "old",
    "tag",
    "deleted",
    "draft",
    "name",
    "answer",
    "note",
    "check-in draft",
    "when",
    "step",
    "first move",
    "helped",
    "open step",
    "reminder",
    "reply",
    "searched",
    "copied",
    "crash",
    "passphrase",
)
WORDS = {
    place: f"qzv{number:02d}{''.join(chr(97 + (number * k) % 26) for k in (3, 7, 11, 5, 17, 9))}xw"
    for number, place in enumerate(PLACES, start=1)
}
FOLDERS = ("data", "home", "config", "cache", "state", "runtime", "temp")


def _forms(word: str) -> Iterator[bytes]:
    """The ways in which text stands in files, small letters throughout."""
    for encoding in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le"):
        yield word.lower().encode(encoding)


def _found(folder: Path, words: dict[str, str]) -> set[tuple[str, str]]:
    """Which words are in which files, or in their names."""
    found = set()
    for path in folder.rglob("*"):
        data = path.read_bytes().lower() if path.is_file() else b""
        for place, word in words.items():
            if any(form in data for form in _forms(word)) or word.lower() in path.name.lower():
                found.add((place, str(path.relative_to(folder))))
    return found


def _use(tmp_path: Path, how: str) -> tuple[subprocess.CompletedProcess[str], str]:
    """Runs the program to its end; returns how it ended, and the recovery code it made."""
    root = tmp_path / "computer"
    for name in FOLDERS:
        (root / name).mkdir(parents=True, mode=0o700)
    env = {
        **{k: v for k, v in os.environ.items() if not k.startswith(("XDG_", "PYTEST", "COV"))},
        "HOME": str(root / "home"),
        "XDG_DATA_HOME": str(root / "data"),
        "XDG_CONFIG_HOME": str(root / "config"),
        "XDG_CACHE_HOME": str(root / "cache"),
        "XDG_STATE_HOME": str(root / "state"),
        "XDG_RUNTIME_DIR": str(root / "runtime"),
        "TMPDIR": str(root / "temp"),
        "SQLITE_TMPDIR": str(root / "temp"),
        "PYTHONPATH": str(ROOT),
        "QT_QPA_PLATFORM": "offscreen",
    }
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "tests.journeys.canary_use",
            str(root / "data" / "steady"),
            str(tmp_path / "export"),
            json.dumps(WORDS),
            how,
        ],
        cwd=ROOT,
        env=env,
        capture_output=True,
        text=True,
        timeout=280,
        check=False,
    )
    lines = done.stdout.splitlines()
    return done, json.loads(lines[0]) if lines else ""


@pytest.mark.parametrize("how", ["close", "kill"])
def test_private_words_are_nowhere_but_in_the_persons_own_export(tmp_path: Path, how: str) -> None:
    if how == "kill" and not hasattr(signal, "SIGKILL"):
        pytest.skip("this system has no SIGKILL to die by")
    done, code = _use(tmp_path, how)
    expected = -signal.SIGKILL if how == "kill" else 0
    assert done.returncode == expected, done.stderr[-3_000:]
    assert code
    words = {
        **WORDS,
        "recovery code": code,
        "recovery code, typed": code.replace("-", ""),
        "crash, its sentence": "something broke at",
    }
    computer = tmp_path / "computer"
    assert _found(computer, words) == set()
    said = (done.stdout.replace(json.dumps(code), "") + done.stderr).lower()
    # the fault's own traceback goes to the terminal of whoever develops; a person has none
    said = "\n".join(line for line in said.splitlines() if "runtimeerror" not in line)
    assert [place for place, word in WORDS.items() if word in said] == []

    # The test has teeth: everything was really used, and the search finds what is there.
    assert {place for place, _ in _found(tmp_path / "export", WORDS)} >= {
        "title",
        "body",
        "tag",
        "reply",
    }
    vaults = list(computer.rglob("vault.db"))
    assert len(vaults) >= 2, "the room and its backup"
    assert list(computer.rglob("errors.log")), "the fault was logged, by its place alone"
    (computer / "temp" / "left.bin").write_bytes(WORDS["note"].upper().encode("utf-16-le"))
    assert _found(computer, words) == {("note", "temp/left.bin")}
