"""Completions by the thousand: rows in a database, and signed files, from one seed."""

import random
import sqlite3
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

from tiapp.record.model import Completion, Details
from tiapp.supervision.completion_file import write_completion_file
from tiapp.supervision.signing import Signer
from tiapp.supervision.summary import COLUMNS, Row, Summary

SEED = 20261123
_FIRST = ("Aileen", "Callum", "Zoë", "Ewan", "Fiona", "Isla", "Łukasz", "Morag", "Niamh", "Ravi")
_LAST = ("Anderson", "Begum", "Campbell", "Fraser", "MacLeod", "O'Neill", "Singh", "Smith-Reid")
_SITES = ["Leith", "Govan", "Paisley", "Inverness", "Stornoway", "Dundee"]


def completion_rows(count: int, modules: int = 16) -> Iterator[Row]:
    """That many, sixteen to a person; names with accents and apostrophes among them."""
    chance = random.Random(SEED)
    for number in range(count):
        person, module = divmod(number, modules)
        yield Row(
            name=f"{_FIRST[person % 10]} {_LAST[person // 10 % 8]}",
            staff_number=f"{person:06}",
            team=f"Team {person % 400}",
            site=_SITES[person % 6],
            module_id=f"module-{module}",
            title=f"A generated module about everyday practice {module}",
            version=1 + module % 3,
            level="informed",
            finished=(date(2026, 1, 1) + timedelta(days=chance.randrange(300))).isoformat(),
            record_id=str(UUID(int=chance.getrandbits(128), version=4)),
        )


def write_rows(file: Path, count: int) -> None:
    """A table `row` of a new SQLite file, with the columns of a summary."""
    connection = sqlite3.connect(file)
    connection.execute(f"CREATE TABLE row ({', '.join(column.key for column in COLUMNS)})")
    places = ", ".join("?" * len(COLUMNS))
    connection.executemany(f"INSERT INTO row VALUES ({places})", completion_rows(count))
    connection.commit()
    connection.close()


def write_signed_files(folder: Path, files: int, completions: int) -> None:
    """Files of different people, each signed with a key of its own."""
    chance = random.Random(SEED)
    rows = completion_rows(files * completions, completions)
    for number in range(files):
        mine = [next(rows) for _ in range(completions)]
        summary = Summary(
            person_id=f"{chance.getrandbits(128):032x}",
            details=Details(*mine[0][:4]),
            completions=tuple(
                Completion(
                    row.record_id,
                    row.module_id,
                    row.title,
                    row.version,
                    row.level,
                    date.fromisoformat(row.finished),
                )
                for row in mine
            ),
            written=date(2026, 11, 23),
            number=1,
        )
        signed = write_completion_file(summary, Signer(chance.randbytes(32)))
        (folder / f"{number:06}.json").write_bytes(signed)
