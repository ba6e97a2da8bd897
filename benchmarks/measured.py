"""Does one thing in a process of its own, and answers how long it took and how much it held."""

import json
import os
import resource
import time
from collections.abc import Callable
from pathlib import Path


def measured(call: Callable[[], object]) -> None:
    """Writes milliseconds and peak memory in MiB to BENCH_ANSWER, where child.answer finds them."""
    begun = time.perf_counter()
    call()
    taken = (time.perf_counter() - begun) * 1000
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    Path(os.environ["BENCH_ANSWER"]).write_text(json.dumps({"ms": taken, "peak": peak}))
