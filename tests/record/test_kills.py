import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tiapp.record.progress import Progress


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the killing loop forks its writers")
def test_no_kill_loses_an_acknowledged_step_and_the_record_always_opens(tmp_path):
    loop = Path(__file__).with_name("kill_loop.py")
    answer = subprocess.run(
        [sys.executable, str(loop), str(tmp_path), "45"], capture_output=True, text=True, check=True
    )
    result = json.loads(answer.stdout)

    assert result["wrong"] == []
    assert result["kills"] == 45
    # and the kills did come at awkward moments
    assert result["acknowledged"] > 100
    assert result["hot"] + result["unborn"] > 0


WRITER = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[4])
from conftest import build_module
from tiapp.core.clock import SystemClock
from tiapp.record.progress import Progress
from tiapp.services import warm_up
import alembic.command
warm_up()
name, file = sys.argv[1], Path(sys.argv[2])
progress = Progress(file, SystemClock())
print("ready", flush=True)
sys.stdin.readline()
for number in range(int(sys.argv[3])):
    module = build_module("a", "b", id=f"{name}-{number}")
    progress.reach(module, "a")
    progress.reach(module, "b")
    progress.finish(module)
progress.close()
"""


def test_two_programs_that_write_at_once_lose_nothing(file, fixed_clock):
    """From the very first step, when neither finds a file."""
    rounds = 25
    writers = [
        subprocess.Popen(
            [
                sys.executable,
                "-c",
                WRITER,
                name,
                str(file),
                str(rounds),
                str(Path(__file__).parent),
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for name in ("window", "command")
    ]
    for writer in writers:
        assert writer.stdout.readline() == "ready\n"
    for writer in writers:
        writer.stdin.write("go\n")
        writer.stdin.flush()
    for writer in writers:
        writer.communicate()
        assert writer.returncode == 0

    progress = Progress(file, fixed_clock)
    finished = {completion.module_id for completion in progress.completions()}
    progress.close()
    assert finished == {f"{name}-{n}" for name in ("window", "command") for n in range(rounds)}
