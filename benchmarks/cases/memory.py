"""Memory after every page has been visited."""

import sys

from benchmarks import data
from benchmarks.cases.setting import Setting
from benchmarks.cases.start import BARE_WINDOW
from benchmarks.child import answer, python
from benchmarks.runner import CannotRun, Case


def cases(setting: Setting) -> list[Case]:
    """Anonymous memory: pages of shared libraries are not stable enough to compare."""

    def bare() -> float:
        if not sys.platform.startswith("linux"):
            raise CannotRun("anonymous memory can be read on Linux only")
        return bare_window_mib(setting)

    def visited() -> float:
        return float(tour_of_every_page(setting)["anonymous"]) / 1024

    return [
        Case(
            "P19",
            "Anonymous memory, every page visited",
            "bare window",
            bare,
            visited,
            5.0,
            7.0,
            unit="MiB",
            weight=3,
        )
    ]


def bare_window_mib(setting: Setting) -> float:
    """Anonymous memory of the bare window, half a second after its paint."""
    return float(answer(python(BARE_WINDOW), setting.environment)["anonymous"]) / 1024


def tour_of_every_page(setting: Setting) -> dict[str, float]:
    """Memory in KiB, of somebody who is in the middle of things, as on most days."""
    module = data.longest_module(setting.library).id
    command = setting.drive("tour", setting.in_the_middle("memory"), module=module)
    found: dict[str, float] = answer(command, setting.environment)
    return found
