"""Kills while entries are written on, and while a journal is brought in."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.torture,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="the killing loops fork their workers"),
]


@pytest.mark.parametrize(("loop", "short", "full"), [("writing-on", 8, 200), ("importing", 5, 100)])
def test_no_kill_leaves_anything_half_done(loop, short, full, rounds, tmp_path):
    kills = rounds(short, full)
    program = Path(__file__).with_name("journal_kill_loops.py")
    answer = subprocess.run(
        [sys.executable, str(program), loop, str(tmp_path), str(kills)],
        capture_output=True,
        text=True,
    )
    assert answer.returncode == 0, answer.stderr[-4000:]
    tally = json.loads(answer.stdout)

    assert tally["wrong"] == []
    assert tally["kills"] == kills
    # and some did come at awkward moments
    assert tally["hot"] > 0
