"""The journal: searched as somebody types, and saved as somebody writes. Always encrypted."""

import os
import shutil
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from functools import cache

from benchmarks import journal_data
from benchmarks.cases.setting import Setting
from benchmarks.child import answer, environment, python
from benchmarks.runner import CannotRun, Case
from tiapp.private.journal_model import Draft
from tiapp.private.room import Room

TYPED_MS = 50.0
"""From a key press to the settled list; later, typing and list come apart."""
ASKED_MS = 25.0
"""What of that the question itself may take."""


def cases(setting: Setting) -> list[Case]:
    """Ten thousand entries, and a hundred thousand; with --quick a tenth of both."""
    small, large = (1_000, 10_000) if setting.quick else (10_000, 100_000)
    words = journal_data.vocabulary()
    # begun words common and rare, whole ones, two at once, a phrase, a tag and days
    typed = [word[:n] for word in (words[3], words[60], words[900]) for n in (1, 2, 3)]
    typed += [f"{words[0]} ", f"{words[5]} {words[40][:2]}", f'"{words[0]} {words[1]}" ']
    typed += [f"tag:walk {words[7][:1]}", f"on:2026 {words[2][:2]}"]

    @cache
    def room(entries: int) -> Room:
        kept = journal_data.journal_folder(entries)
        copy = journal_data.copied(kept, setting.folder / f"journal-{entries}")
        return journal_data.vault_in(copy).unlock(journal_data.PASSPHRASE)

    def asked(entries: int) -> list[float]:
        find = room(entries).journal.find
        taken: list[float] = []
        for text in typed * 4:
            begun = time.perf_counter()
            find(text)
            taken.append((time.perf_counter() - begun) * 1000)
        return taken

    def in_the_window(entries: int) -> float:
        folder = journal_data.journal_folder(entries)
        copy = journal_data.copied(folder, setting.next("reflect"))
        chosen = {"passphrase": journal_data.PASSPHRASE, "words": ",".join(words[3:600:60])}
        command = setting.drive("search_journal", copy, **chosen)
        try:
            return _95th(answer(command, setting.environment)["taken"])
        finally:
            shutil.rmtree(copy.data)  # 400 MB each

    found = [
        Case(
            f"P5-{entries // 1000}k",
            f"key press to settled results, {entries:,} entries, 95th of 100",
            "50 ms",
            lambda: TYPED_MS,
            lambda entries=entries: in_the_window(entries),
            1.0,
            2.0,
            weight=3,
        )
        for entries in (small, large)
    ]
    found += [
        Case(
            f"P5-ask-{entries // 1000}k",
            f"the question alone, {entries:,} entries, 95th of {len(typed) * 4}",
            "25 ms",
            lambda: ASKED_MS,
            lambda entries=entries: _95th(asked(entries)),
            1.0,
            1.0,
        )
        for entries in (small, large)
    ]
    found.append(
        Case(
            "P6",
            f"searching {large:,} entries",
            f"searching {small:,}",
            lambda: _95th(asked(small)),
            lambda: _95th(asked(large)),
            2.5,
            4.0,
        )
    )
    return [*found, _saving(lambda: room(small))]


def _saving(room: Callable[[], Room]) -> Case:
    """Autosaves of a new entry as it grows, by a row of the same words put into a bare table."""
    taken: list[float] = []

    def entries() -> list[str]:
        return [record.body for record in journal_data.records(40)]

    def bare() -> float:
        with room().sessions.driver() as connection:
            connection.execute(
                "CREATE TABLE IF NOT EXISTS bare (id INTEGER PRIMARY KEY, body TEXT NOT NULL)"
            )

            def add(body: str) -> None:
                connection.execute("BEGIN IMMEDIATE")
                connection.execute("INSERT INTO bare (body) VALUES (?)", (body,))
                connection.execute("COMMIT")

            return statistics.median(_each(add, entries()))

    def saves() -> float:
        journal = room().journal
        some = entries()
        begun = [journal.begin(Draft(body[:400])) for body in some[:10]]

        def save(number: int) -> None:
            journal.save(begun[number % 10].id, Draft(some[number][: 400 + 8 * number]))

        these = _each(save, range(len(some)))
        taken.extend(these)
        for entry in begun:
            journal.settle(entry.id)
        return statistics.median(these)

    def notes() -> list[str]:
        return [f"95th of {len(taken)}: {_95th(taken):.1f} ms (at most 25)"]

    return Case(
        "P8",
        "one save of an entry, indexed, on the disk",
        "one bare row",
        bare,
        saves,
        8.0,
        15.0,
        notes=notes,
    )


def whole_command(setting: Setting) -> float:
    """Milliseconds that `tiapp journal search` takes from start to end, over 10,000 entries."""
    folder = journal_data.journal_folder(10_000)
    copy = journal_data.copied(folder, setting.next("command"))
    reader, writer = os.pipe()
    os.write(writer, journal_data.PASSPHRASE.encode())
    os.close(writer)
    word = journal_data.vocabulary()[900]
    command = ["-m", "tiapp", "--data", str(copy.data), "journal", "search", word]
    begun = time.monotonic()
    ran = subprocess.run(
        python(*command, "--passphrase-fd", str(reader)),
        env=environment(),
        pass_fds=(reader,),
        capture_output=True,
        check=False,
    )
    taken = (time.monotonic() - begun) * 1000
    os.close(reader)
    shutil.rmtree(copy.data)
    if ran.returncode or b"Nothing found" in ran.stdout:
        raise CannotRun("the command found nothing")
    return taken


def _each(call: Callable[..., object], values: Sequence[object] | range) -> list[float]:
    taken = []
    for value in values:
        begun = time.perf_counter()
        call(value)
        taken.append((time.perf_counter() - begun) * 1000)
    return taken


def _95th(taken: Sequence[float]) -> float:
    return statistics.quantiles(taken, n=20, method="inclusive")[-1]
