"""Encrypted journals of a thousand to a hundred thousand entries, made once and kept.

About 120 words an entry; words come up as often as those of a language do, and the vocabulary is as
large as a person's, so that both common and rare words can be searched for.
"""

import random
import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import accumulate
from pathlib import Path

from benchmarks.data import SEED, ChosenClock, Folder, cache_folder, shipped_content
from tiapp.private.importers.records import Record
from tiapp.private.vault import Vault
from tiapp.services import Services
from tiapp.storage.paths import Paths

FORMAT = 1
"""Add one when what a seed makes changes."""

PASSPHRASE = "kettle garden seven lamps"
WORDS, VOCABULARY = 120, 20_000
NOW = datetime(2026, 11, 23, 14, 2)
_SYLLABLES = [c + v for c in "bcdfghklmnprstvw" for v in "aeiou"]


def journal_folder(entries: int) -> Folder:
    """A data folder whose one person has that many entries. Never to be written to: copy it."""
    home = cache_folder() / f"journal-{FORMAT}-{SEED}-{entries}"
    if not (home / ".ready").exists():
        shutil.rmtree(home, ignore_errors=True)
        _make(home / "data", entries)
        (home / ".ready").touch()
    return Folder(home / "data", shipped_content())


def copied(folder: Folder, to: Path) -> Folder:
    """The same in a place of its own, to be written to."""
    shutil.copytree(folder.data, to)
    return Folder(to, folder.content)


def vault_in(folder: Folder) -> Vault:
    """The vault of the one person there."""
    services = Services(Paths.under(folder.data), ChosenClock(NOW))
    (person,) = services.people.all()
    return services.for_person(person).vault


def records(entries: int) -> Iterator[Record]:
    """The entries, the oldest first."""
    chance = random.Random(SEED)
    words = vocabulary()
    weights = list(accumulate(1 / rank for rank in range(1, len(words) + 1)))
    for number in range(entries):
        text = chance.choices(words, cum_weights=weights, k=WORDS)
        tags = ("work", "home", "walk", "team")[: number % 5]
        written = NOW - timedelta(hours=3 * (entries - number))
        yield Record(f"{number}", written.astimezone(), " ".join(text), " ".join(text[:4]), tags)


def vocabulary() -> list[str]:
    """Made-up words, the commonest first."""
    chance = random.Random(SEED)
    words: dict[str, None] = {}
    while len(words) < VOCABULARY:
        words["".join(chance.choices(_SYLLABLES, k=chance.choice((1, 2, 2, 3, 3, 4))))] = None
    return list(words)


def _make(data: Path, entries: int) -> None:
    services = Services(Paths.under(data), ChosenClock(NOW))
    person = services.people.add("Isla")
    room = services.for_person(person).vault.create(PASSPHRASE).room
    room.journal.bring_in(records(entries))
    room.sessions.forget_deleted()
    room.close()
