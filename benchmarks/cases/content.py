"""Content: a pack looked through for its author, and a long list at the start."""

import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from benchmarks import data
from benchmarks.cases.setting import Setting
from benchmarks.child import time_to
from benchmarks.runner import Case

DAY = date(2026, 11, 27)


def cases(setting: Setting) -> list[Case]:
    """The check beside Markdown alone; the start with a hundred packs' modules beside sixteen."""
    pack = data.shipped_content()[0] / "steady"
    files = sorted(pack.glob("modules/*/module.md"))

    def start(folder: data.Folder) -> float:
        command = setting.drive("home", folder, button="start_module")
        return time_to("home_painted", command, setting.environment)

    return [
        Case(
            "P20-check",
            f"Check of the shipped pack, {len(files)} modules",
            "Python-Markdown, the same files",
            lambda: _timed(lambda: _convert(files)),
            lambda: _timed(lambda: _check(pack)),
            4.0,
            5.0,
        ),
        Case(
            "P20-list",
            f"Start to Home, {100 + len(files)} modules to choose from",
            f"the same with {len(files)}",
            lambda: start(setting.between),
            lambda: start(setting.large),
            1.2,
            1.4,
        ),
    ]


def _convert(files: list[Path]) -> None:
    """What the least program would do with them: read, and Markdown to HTML with tables."""
    import markdown

    parser = markdown.Markdown(extensions=["tables", "sane_lists"])
    for file in files:
        parser.reset()
        parser.convert(file.read_text("utf-8"))


def _check(pack: Path) -> None:
    """As a command would: no word's syllables are known beforehand."""
    from tiapp.authoring.check import check
    from tiapp.authoring.syllables import syllables

    syllables.cache_clear()
    report = check(pack, DAY)
    assert report.clean


def _timed(work: Callable[[], None]) -> float:
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000
