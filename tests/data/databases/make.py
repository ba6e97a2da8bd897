"""Makes a record.db as the present version does, to be kept for ever and opened by every later one.

    python tests/data/databases/make.py tests/data/databases/record-0002.db

Run once for each new migration, with its number; a file that is kept is never made again.
"""

import sys
from datetime import date, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from tiapp.learning.model import Level, Module, ModuleEntry, Part, PartEntry, Review
from tiapp.record.model import Completion, Details, Place
from tiapp.record.progress import Progress
from tiapp.record.sharing import Sharing


class _Day:
    """A clock that shows one day."""

    def __init__(self, day: date) -> None:
        self._day = day

    def now(self) -> datetime:
        return datetime.combine(self._day, datetime.min.time())

    def today(self) -> date:
        return self._day


def module(id_: str, title: str, version: int, level: Level, *parts: str) -> Module:
    """A module with parts of five minutes each."""
    entry = ModuleEntry(
        id=id_,
        pack_id="example",
        title=title,
        version=version,
        level=level,
        minutes=5 * len(parts),
        topics=(),
        audience="",
        outcomes=(),
        has_content_note=False,
        reviewed=False,
        language="en",
        parts=tuple(PartEntry(part, part.title(), 5) for part in parts),
        path=Path(),
    )
    made = tuple(Part(part, part.title(), 5, None, ()) for part in parts)
    return Module(entry, made, (), (), Review(), None)


def fill(file: Path) -> None:
    """One module finished twice, one under way for the second time, one just begun."""
    safety = module("safety", "Feeling safe — über Sicherheit", 2, Level.INFORMED, "one", "two")
    trust = module("trust", "Trust", 1, Level.SKILLED, "one", "two", "three")
    choice = module("choice", "Choice", 7, Level.LEADERSHIP, "first", "second")
    for day in (date(2026, 1, 5), date(2026, 2, 6)):
        progress = Progress(file, _Day(day))
        progress.take_again(safety)
        for part in ("two", "one"):
            progress.reach(safety, part)
        progress.finish(safety)
        progress.close()
    progress = Progress(file, _Day(date(2026, 3, 7)))
    for part in ("one", "two", "three"):
        progress.reach(trust, part)
    progress.finish(trust)
    progress.take_again(trust)
    progress.reach(trust, "one")
    progress.reach(choice, "first")
    progress.reach(trust, "two")
    progress.remember(trust, Place("two", 3, 0.25))
    progress.close()
    share(file)


def share(file: Path) -> None:
    """Details, a key that has signed once, and a module from another computer (from 0002 on)."""
    sharing = Sharing(file)
    sharing.keep_details(Details("Zoë Łukasz", "00417", "Housing advice", "Leith"))
    sharing.keep_folder("/somewhere/shared")
    sharing.take_number()
    record_id = "12345678-1234-4234-8234-123456789abc"
    away = Completion(record_id, "away", "Done elsewhere", 3, "skilled", date(2026, 2, 1))
    sharing.add_from_elsewhere([away])
    sharing.close()


if __name__ == "__main__":
    target = Path(sys.argv[1])
    if target.exists():
        raise SystemExit(f"{target} is kept for ever; nothing was changed.")
    fill(target)
    target.with_name(f"{target.name}.lock").unlink()
