"""Notes where in the program something went wrong, and never what was being worked on."""

import os
import traceback
from datetime import datetime
from pathlib import Path

from tiapp.storage.paths import make_private_folder

_LARGEST = 512 * 1024


def note_bug(logs: Path, error: BaseException, when: datetime) -> Path | None:
    """Add the kind of error and the lines of code it passed through to `logs/errors.log`.

    The error's own words are left out: they may quote a person. The file is private and begins
    anew past half a megabyte. Returns the file; None when it can't be written, since an error
    about an error would help nobody.
    """
    file = logs / "errors.log"
    lines = [f"{when:%Y-%m-%d %H:%M} {type(error).__module__}.{type(error).__qualname__}"]
    lines += [
        f"  {Path(frame.filename).name}:{frame.lineno} in {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)
    ]
    try:
        make_private_folder(logs)
        fresh = not file.exists() or file.stat().st_size > _LARGEST
        how = os.O_TRUNC if fresh else os.O_APPEND
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | how, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8", errors="replace") as out:
            out.write("\n".join(lines) + "\n")
    except OSError:
        return None
    return file
