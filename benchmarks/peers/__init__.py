"""Other programs for comparison, with --peers only: each in a throwaway environment of its own.

Whoever cannot be installed or started is left out, with a line that says so.
"""

from collections.abc import Iterator

from benchmarks.cases.setting import Setting
from benchmarks.peers import anki, jrnl


def compare(setting: Setting) -> Iterator[str]:
    """One line a peer."""
    yield anki.memory(setting)
    yield jrnl.search(setting)
