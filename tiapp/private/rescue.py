"""Saves what can still be read of a damaged vault, row by row, into a fresh one.

SQLCipher authenticates every page, so a row is read as it was written or not at all.
"""

import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from tiapp.core.errors import AppError
from tiapp.private import folders
from tiapp.private.file import Places, VaultFolder
from tiapp.storage import faults
from tiapp.storage.database import LEFTOVERS
from tiapp.storage.encrypted import Encrypted, driver
from tiapp.storage.paths import make_private_folder

_A_FEW = 500
"""So many numbers are tried one by one; hardly more rows fit on a page."""
_HIGHEST = 2**62
_INDEXES = 'SELECT seq, name, "unique", origin, partial FROM pragma_index_list(?)'


@dataclass(frozen=True, slots=True)
class Rescued:
    """What became of a damaged vault."""

    rows: int
    lost: int
    """Rows that are known to have been there; there may have been more."""
    kept: Path
    """Where the damaged vault is now, unchanged."""


def copy_readable(places: Places, key: bytes, fresh: VaultFolder) -> tuple[int, int]:
    """Fill the fresh, empty vault with what the live one still gives. Returns saved and lost.

    Reads from a copy: even opening a damaged file could write into it.
    """
    scratch = places.scratch
    with faults.calmly(scratch.path):
        folders.remove(scratch.path)
        make_private_folder(scratch.path)
        try:
            for ending in LEFTOVERS:
                file = places.live.database.with_name(places.live.database.name + ending)
                if file.exists():
                    shutil.copyfile(file, scratch.path / file.name)
            opener = Encrypted(key)
            try:
                damaged = _Damaged(scratch.database, opener)
            except Exception as error:
                if faults.in_words(error, scratch.database) is None:
                    raise
                raise _beyond_rescue() from error
            with closing(damaged), closing(opener.connect(fresh.database)) as whole:
                return _copy_tables(damaged, whole)
        finally:
            folders.remove(scratch.path)


class _Damaged:
    """A database that is opened anew after each page that could not be read.

    SQLCipher reads nothing more from the disk once a page was not authentic.
    """

    def __init__(self, file: Path, opener: Encrypted) -> None:
        self._file = file
        self._opener = opener
        self._connection = opener.connect(file)

    def ask(self, question: str, values: tuple[object, ...] = ()) -> Iterator[tuple[object, ...]]:
        """Row by row. _Unreadable where reading comes to an end before its time."""
        try:
            yield from self._connection.execute(question, values)
        except driver().DatabaseError as error:
            self._connection.close()
            self._connection = self._opener.connect_to_read(self._file)
            raise _Unreadable from error

    def close(self) -> None:
        self._connection.close()


class _Unreadable(Exception):
    """Here is a page that could not be read."""


def _copy_tables(damaged: _Damaged, whole: sqlite3.Connection) -> tuple[int, int]:
    """Row by row into the fresh vault, whose triggers make its indexes of words as they go."""
    whole.execute("PRAGMA foreign_keys=OFF")
    whole.execute("BEGIN IMMEDIATE")
    saved = lost = 0
    for table in _tables(whole):
        if table in ("alembic_version", "identity"):
            continue
        good, bad = _copy_table(damaged, whole, table)
        saved, lost = saved + good, lost + bad
    lost += _remove_orphans(whole)
    whole.execute("COMMIT")
    return saved, lost


def _copy_table(damaged: _Damaged, whole: sqlite3.Connection, table: str) -> tuple[int, int]:
    columns = whole.execute(f'PRAGMA table_info("{table}")').fetchall()
    names = ", ".join(f'"{column[1]}"' for column in columns)
    key = [f'"{column[1]}"' for column in columns if column[5]]
    marks = ", ".join("?" for _ in columns)
    rows = _Rows(damaged, table, names, key)
    saved = 0
    for row in rows.numbered() if _has_numbers(whole, table) else rows.from_both_ends():
        try:
            whole.execute(f'INSERT OR REPLACE INTO "{table}" ({names}) VALUES ({marks})', row)
            saved += 1
        except driver().IntegrityError:
            rows.lost += 1
    return saved, rows.lost


class _Rows:
    """The readable rows of one table, and how many more there are known to have been."""

    def __init__(self, damaged: _Damaged, table: str, names: str, key: list[str]) -> None:
        self._damaged = damaged
        self._table = table
        self._names = names
        self._key = key
        self.lost = 0

    def numbered(self) -> Iterator[tuple[object, ...]]:
        """In order of their numbers, which may be far apart: a journal counts microseconds."""
        question = f'SELECT rowid, {self._names} FROM "{self._table}"'
        last = -1
        while True:
            onwards = f"{question} WHERE rowid > {last} ORDER BY rowid"
            try:
                for number, *row in self._damaged.ask(onwards):
                    last = int(str(number))
                    yield tuple(row)
                return
            except _Unreadable:
                pass
            light = self._light_after(last)
            yield from self._one_by_one(question, last, light)
            # the driver reads a row ahead, so the last one before the dark may not have come yet
            following = None if light is None else self._first_from(light)
            if following is None:
                return
            last = int(str(following[0]))
            yield following[1:]

    def _one_by_one(
        self, question: str, last: int, light: int | None
    ) -> Iterator[tuple[object, ...]]:
        """What can be read in the dark: rows that only share a page with what is damaged."""
        if light == last + 1:
            return
        lost = self.lost
        for number in self._numbers_between(last, light):
            try:
                found = list(self._damaged.ask(f"{question} WHERE rowid = {number}"))
            except _Unreadable:
                self.lost += 1
                continue
            for _, *row in found:
                yield tuple(row)
        # a page that nothing tells of had at least one row
        self.lost = max(self.lost, lost + 1)

    def from_both_ends(self) -> Iterator[tuple[object, ...]]:
        """A table without numbers: up to the damage from the one end, and then from the other."""
        question = f'SELECT {self._names} FROM "{self._table}" ORDER BY '
        try:
            yield from self._damaged.ask(question + ", ".join(self._key))
        except _Unreadable:
            self.lost += 1
            with suppress(_Unreadable):
                yield from self._damaged.ask(question + " DESC, ".join(self._key) + " DESC")

    def _light_after(self, last: int) -> int | None:
        """A number behind the dark from which on there is something to read; None without one.

        Looked for in steps that double, and then back to where the dark ends.
        """
        dark, step = last, 1
        while not self._is_light(last + step):
            dark = last + step
            step *= 2
            if last + step > _HIGHEST:
                return None
        light = last + step
        while light - dark > 1:
            middle = (light + dark) // 2
            if self._is_light(middle):
                light = middle
            else:
                dark = middle
        return light

    def _is_light(self, number: int) -> bool:
        try:
            self._first_from(number)
        except _Unreadable:
            return False
        return True

    def _first_from(self, number: int) -> tuple[object, ...] | None:
        """The next row from there on, its number first; all of it, for it may be on many pages."""
        question = f'SELECT rowid, {self._names} FROM "{self._table}" WHERE rowid >= {number}'
        return next(iter(list(self._damaged.ask(f"{question} ORDER BY rowid LIMIT 1"))), None)

    def _numbers_between(self, last: int, light: int | None) -> Iterable[int]:
        """Those worth trying one by one: all of a few, else the ones that an index knows."""
        if light is not None and light - last <= _A_FEW:
            return range(last + 1, light)
        known = [n for n in self._indexed if n > last and (light is None or n < light)]
        return known or range(last + 1, last + _A_FEW)

    @cached_property
    def _indexed(self) -> list[int]:
        """The numbers that stand in the table's indexes, as far as those can be read."""
        numbers: set[int] = set()
        with suppress(_Unreadable):
            for _, index, _, _, partial in list(self._damaged.ask(_INDEXES, (self._table,))):
                column = list(self._damaged.ask("SELECT name FROM pragma_index_info(?)", (index,)))
                if partial or not column or column[0][0] is None:
                    continue
                for order in ("", " DESC"):
                    with suppress(_Unreadable):
                        question = (
                            f'SELECT rowid FROM "{self._table}" INDEXED BY "{index}" '
                            f'ORDER BY "{column[0][0]}"{order}'
                        )
                        for (number,) in self._damaged.ask(question):
                            numbers.add(int(str(number)))
                        break
        return sorted(numbers)


def _has_numbers(whole: sqlite3.Connection, table: str) -> bool:
    for name, without in whole.execute(
        "SELECT name, wr FROM pragma_table_list WHERE schema='main'"
    ):
        if name == table:
            return not without
    return True


def _tables(whole: sqlite3.Connection) -> list[str]:
    """The tables that hold what was written; not the indexes of words and their shadows."""
    words = _indexes_of_words(whole)
    names = [
        str(name)
        for (name,) in whole.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        )
    ]
    return [
        name
        for name in names
        if name not in words and not any(name.startswith(f"{index}_") for index in words)
    ]


def _indexes_of_words(whole: sqlite3.Connection) -> list[str]:
    return [
        str(name)
        for (name,) in whole.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' "
            "AND sql LIKE 'CREATE VIRTUAL TABLE%'"
        )
    ]


def _remove_orphans(whole: sqlite3.Connection) -> int:
    """Rows that belong to a row which could not be read."""
    removed = 0
    while whole.execute("PRAGMA foreign_key_check").fetchone() is not None:
        for child in _tables(whole):
            for link in whole.execute(f'PRAGMA foreign_key_list("{child}")').fetchall():
                parent, column, wanted = link[2], link[3], link[4] or "rowid"
                removed += whole.execute(
                    f'DELETE FROM "{child}" WHERE "{column}" IS NOT NULL AND "{column}" NOT IN '
                    f'(SELECT "{wanted}" FROM "{parent}")'
                ).rowcount
    return removed


def _beyond_rescue() -> AppError:
    return AppError(
        "Nothing could be rescued: the part that everything else depends on is damaged.",
        "The damaged file was not changed. Restore the last backup.",
        code="vault-beyond-rescue",
    )
