"""Keeps what a summary needs besides completions: details, a key, modules done elsewhere."""

import secrets
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from tiapp.record.model import Completion, Details
from tiapp.record.opening import RecordFile

LONGEST_DETAIL = 100
_SEED_BYTES = 32


class Sharing(RecordFile):
    """The side of one person's record that faces outwards. See RecordFile for what it promises.

    The signing key is in the record so that it is backed up, upgraded and moved together with what
    it signs, and so that numbering a file and keeping the number are one step.
    """

    def __init__(self, file: Path) -> None:
        """`file` is the person's record.db."""
        super().__init__(file)

    def details(self) -> Details:
        """How the person stands in a summary; all empty until they said."""
        return self._read(lambda rows: rows.details()[0], Details())

    def folder(self) -> str:
        """Where they last saved a summary for their team; empty until they did."""
        return self._read(lambda rows: rows.details()[1], "")

    def keep_details(self, details: Details) -> Details:
        """Keep them, tidied, and return them as kept. Saved when this returns."""
        kept = Details(
            name=tidy(details.name),
            staff_number=tidy(details.staff_number),
            team=tidy(details.team),
            site=tidy(details.site),
        )
        with self._writing() as rows:
            rows.keep_details(kept, rows.details()[1])
        return kept

    def keep_folder(self, folder: str) -> None:
        """Remember the folder for the next time."""
        with self._writing() as rows:
            rows.keep_details(rows.details()[0], folder)

    def next_number(self) -> int:
        """The number that the next signed file will have. Changes nothing."""
        signing = self._read(lambda rows: rows.signing(), None)
        return 1 if signing is None else signing[1] + 1

    def seed(self) -> bytes | None:
        """The seed of the signing key; None before the first signed file. Changes nothing."""
        signing = self._read(lambda rows: rows.signing(), None)
        return None if signing is None else signing[0]

    def take_number(self) -> tuple[bytes, int]:
        """The seed of the signing key, made now if there is none, and this file's own number.

        The number counts files, and is used up when this returns, also when saving the file then
        fails: so no two files have the same one, and a gap says nothing.
        """
        with self._writing() as rows:
            seed, exported = rows.signing() or (secrets.token_bytes(_SEED_BYTES), 0)
            rows.keep_signing(seed, exported + 1)
        return seed, exported + 1

    def add_from_elsewhere(self, completions: Iterable[Completion]) -> int:
        """Take in completions from another computer, and return how many were new.

        Those whose record id is here already are left as they are: taking the same again changes
        nothing. All of them are saved when this returns, or none.
        """
        with self._writing() as rows:
            known = set(rows.known_records())
            new = [done for done in completions if done.record_id not in known]
            for done in {done.record_id: done for done in new}.values():
                rows.add_elsewhere(done)
        return len({done.record_id for done in new})


def tidy(words: str) -> str:
    """A detail as it is kept: one line, no control or direction characters, at most 100 long."""
    shown = "".join(c if _is_seen(c) else " " for c in words)
    return " ".join(unicodedata.normalize("NFC", shown).split())[:LONGEST_DETAIL].strip()


def _is_seen(letter: str) -> bool:
    # the joiners belong to scripts and to emoji
    return letter in "\u200c\u200d" or unicodedata.category(letter)[0] != "C"
