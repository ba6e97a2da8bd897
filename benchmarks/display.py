"""Where the windows of a run appear: nowhere (offscreen), or on an X server."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

from benchmarks.runner import CannotRun

SIZE = "1280x1024x24"


@contextmanager
def offscreen() -> Iterator[dict[str, str]]:
    """The same everywhere; no display is needed."""
    yield {"QT_QPA_PLATFORM": "offscreen"}


@contextmanager
def x11() -> Iterator[dict[str, str]]:
    """The display there is, or a virtual one for as long as the run takes."""
    if os.environ.get("DISPLAY"):
        yield {"QT_QPA_PLATFORM": "xcb"}
        return
    if shutil.which("Xvfb") is None:
        raise CannotRun("--x11 needs a display, or Xvfb (Debian: apt-get install xvfb)")
    reads, writes = os.pipe()
    with subprocess.Popen(
        ["Xvfb", "-displayfd", str(writes), "-screen", "0", SIZE, "-nolisten", "tcp"],
        pass_fds=[writes],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as server:
        os.close(writes)
        with os.fdopen(reads) as told:
            number = told.readline().strip()
        try:
            if not number:
                raise CannotRun("Xvfb could not start")
            yield {"QT_QPA_PLATFORM": "xcb", "DISPLAY": f":{number}"}
        finally:
            server.terminate()
