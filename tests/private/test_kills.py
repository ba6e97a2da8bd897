"""Kills at random moments. The loops are in kill_loops.py."""

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


@pytest.mark.parametrize(
    ("loop", "short", "full"),
    [
        ("writing", 12, 500),
        ("passphrases", 5, 100),
        ("backing-up", 5, 100),
        ("new-keys", 5, 100),
        ("restoring", 5, 100),
        ("erasing", 8, 100),
        ("importing", 4, 100),
        ("migrating", 4, 100),
    ],
)
def test_no_kill_loses_what_was_acknowledged_and_the_vault_always_opens(
    loop, short, full, rounds, tmp_path
):
    kills = rounds(short, full)
    program = Path(__file__).with_name("kill_loops.py")
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
