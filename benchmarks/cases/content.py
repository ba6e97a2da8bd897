"""Content: a pack looked through for its author, and a long list at the start."""

import shutil
import statistics
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from benchmarks import data
from benchmarks.cases.setting import Setting
from benchmarks.child import answer, time_to
from benchmarks.runner import Case

DAY = date(2026, 11, 27)


def cases(setting: Setting) -> list[Case]:
    """The check beside Markdown alone; the start with a hundred packs' modules beside sixteen."""
    pack = data.shipped_content()[0] / "steady"
    files = sorted(pack.glob("modules/*/module.md"))

    figures: dict[str, list[float]] = {}

    def once() -> float:
        """One window for both: the floor is measured in it between the saves."""
        copy = setting.next("author")
        shutil.copytree(pack, copy)
        longest = max(copy.glob("modules/*/module.md"), key=_first_part_plain)
        for other in copy.glob("modules/*"):
            if other != longest.parent:
                shutil.rmtree(other)
        command = setting.drive(
            "author",
            setting.new("author-data"),
            pack=str(copy),
            file=str(longest),
            times="11" if setting.quick else "21",
        )
        figures.update(answer(command, setting.environment))
        return statistics.median(figures["floors"])

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
        Case(
            "P20-show",
            "Author: saved in another editor, until the page shows it",
            "reading the module and building the part once",
            once,
            lambda: statistics.median(figures["taken"]),
            1.5,
            2.5,
            weight=3,
            notes=lambda: [
                f"{len(figures['taken'])} saves a round; the last round's slowest "
                f"{max(figures['taken']):.0f} ms (wanted: 300)"
            ],
        ),
    ]


def _first_part_plain(file: Path) -> int:
    """Its size, where the first part is no content note; the page shows its title either way."""
    text = file.read_text("utf-8")
    begun = text.index("\n## ")
    return 0 if "content-note" in text[begun : begun + 200] else len(text)


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
