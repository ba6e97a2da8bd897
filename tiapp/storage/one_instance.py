"""One window for each data folder: the second start asks the first window to come forward.

The lock is the system's, so a killed window never keeps anybody out. See `locks` for why it is
neither QLockFile nor filelock. No socket is opened: the wish to be shown travels as a small file
that the window watches.
"""

import os
from pathlib import Path

from tiapp.storage import faults
from tiapp.storage.locks import FileLock, try_lock
from tiapp.storage.paths import make_private_folder

PACK_ENDING = ".tipack"
_LONGEST = 8192


def take_window_lock(data: Path) -> FileLock | None:
    """The right to show a window for that data folder; keep it as long as the window lives.

    None when another window has it: call `ask_to_show` and end. AppError when nothing may be
    written in the folder.
    """
    lock = try_lock(data / "window.lock")
    if lock is not None:
        with faults.calmly(show_request(data)):
            # there from the start, so that the window can watch it
            os.close(os.open(show_request(data), os.O_WRONLY | os.O_CREAT, 0o600))
    return lock


def show_request(data: Path) -> Path:
    """The file to watch: each change of it means "come to the front"."""
    return data / "show-window"


def ask_to_show(data: Path, pack_file: Path | None = None) -> None:
    """Ask the window that holds the lock to come to the front. AppError if it can't be asked.

    With `pack_file` it is asked to offer that pack as well.
    """
    file = show_request(data)
    with faults.calmly(file):
        make_private_folder(data)
        # written in place, not replaced: a watched file that is replaced is watched no more
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        try:
            asked = os.urandom(8).hex()
            if pack_file is not None:
                asked += f"\n{os.path.abspath(pack_file)}"
            os.write(handle, asked.encode("utf-8", "surrogateescape"))
        finally:
            os.close(handle)


def asked_pack(data: Path) -> Path | None:
    """The pack file that the last request named, if it named one."""
    try:
        with show_request(data).open("rb") as stream:
            asked = stream.read(_LONGEST).decode("utf-8", "surrogateescape")
    except OSError:
        return None
    _, _, name = asked.partition("\n")
    return Path(name) if name.lower().endswith(PACK_ENDING) and "\0" not in name else None
