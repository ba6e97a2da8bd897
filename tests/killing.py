"""Starts a piece of work in a process of its own and kills it at a random moment.

The killing programs (tests/record/kill_loop.py, tests/private/kill_loops.py) import everything once
and then fork, so that each kill costs milliseconds.
"""

import json
import os
import random
import signal
import time
from collections.abc import Callable
from contextlib import suppress

Said = list[list[object]]
"""What the work said, line by line, up to the kill."""

Say = Callable[..., None]


def kill(work: Callable[[Say], None], seed: int, *, lines: int, within: float) -> Said:
    """Let `work(say)` say that many lines, then kill it at a random moment `within` seconds.

    Work that ends by itself is no trouble; work that stops with an error is: its traceback goes to
    stderr, and RuntimeError is raised.
    """
    chance = random.Random(seed)
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)

        def say(*what: object) -> None:
            os.write(writer, (json.dumps(what) + "\n").encode())

        try:
            work(say)
            os._exit(0)
        except BaseException:
            import traceback

            traceback.print_exc()
        finally:
            os._exit(1)
    os.close(writer)
    heard = b""
    while heard.count(b"\n") < lines:
        more = os.read(reader, 4096)
        if not more:
            break
        heard += more
    # somewhere in the middle of the next step: spinning, since sleeping is not exact enough
    until = time.perf_counter() + chance.random() * within
    while time.perf_counter() < until:
        pass
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    while more := os.read(reader, 65536):
        heard += more
    os.close(reader)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        raise RuntimeError("the work stopped with an error")
    said = heard.decode().splitlines()
    with suppress(json.JSONDecodeError):
        return [json.loads(line) for line in said]
    return [json.loads(line) for line in said[:-1]]
