"""Keeps other programs of the same account from reading this one's memory, where that can be done.

It helps against the curious, not against an administrator, swap or hibernation.
"""

import sys
from contextlib import suppress

_PR_SET_DUMPABLE = 4


def keep_out_others() -> None:
    """No core dumps, and on Linux no reading by a debugger. Called before a passphrase is used."""
    if sys.platform != "win32":
        import resource

        with suppress(ValueError, OSError):
            _, most = resource.getrlimit(resource.RLIMIT_CORE)
            resource.setrlimit(resource.RLIMIT_CORE, (0, most))
    if sys.platform == "linux":
        import ctypes

        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
