"""What docs/summaries.md tells other people to do works as it stands there."""

import subprocess
import textwrap
from pathlib import Path
from shutil import which

import pytest

from tests.supervision.building import signed

PAGE = Path(__file__).parents[2] / "docs" / "summaries.md"


def test_the_steps_without_steady_verify_a_file_and_reject_a_changed_one(tmp_path):
    if which("openssl") is None or which("python3") is None:
        pytest.skip("NOT TESTED: openssl or python3 is not installed here")
    text = PAGE.read_text("utf-8")
    steps = textwrap.dedent(text[text.index("    python3 - file.json") : text.index("\n## xAPI")])
    for data, good in ((signed(3), True), (signed(3).replace(b"00417", b"00418"), False)):
        (tmp_path / "file.json").write_bytes(data)
        done = subprocess.run(["sh", "-c", steps], cwd=tmp_path, capture_output=True, check=False)
        assert (done.returncode == 0) is good, done.stderr
