"""Reads completion files from the disk, where anything may lie under their name."""

import os
import stat
from pathlib import Path

from tiapp.supervision.completion_file import Checked, check_completion_file
from tiapp.supervision.refusals import LARGEST, Outcome, Refused, refused

# a pipe would keep whoever opens it waiting for ever; Windows has neither flag nor pipe there
_HOW = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def read_completion_file(file: Path | str) -> Checked:
    """The file, checked. Never raises for what lies there, and never reads more than 2 MB of it."""
    data = read_bytes(file)
    return data if isinstance(data, Refused) else check_completion_file(data)


def read_bytes(file: Path | str) -> bytes | Refused:
    """What lies in the file, unchecked; as careful as `read_completion_file`."""
    try:
        handle = os.open(file, _HOW)
    except (OSError, ValueError):  # ValueError: a name with a null character
        return refused(Outcome.DAMAGED, "unreachable")
    try:
        facts = os.fstat(handle)
        if not stat.S_ISREG(facts.st_mode):
            return refused(Outcome.NOT_OURS, "no-file")
        if facts.st_size > LARGEST:
            return refused(Outcome.NOT_OURS, "large")
        data = os.read(handle, facts.st_size)
        while more := os.read(handle, LARGEST):  # short reads happen on network drives
            data += more
            if len(data) > LARGEST:
                return refused(Outcome.NOT_OURS, "large")
    except OSError:
        return refused(Outcome.DAMAGED, "unreachable")
    finally:
        os.close(handle)
    return data
