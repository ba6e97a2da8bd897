"""Who uses Steady here. Each person has a folder of their own; listing them opens nothing else."""

import json
import os
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from tiapp.core.errors import AppError
from tiapp.storage.atomic import set_aside, sync_folder, write_private
from tiapp.storage.faults import SAFE, calmly
from tiapp.storage.paths import make_private_folder

_ID = re.compile(r"[0-9a-f]{32}")
_LARGEST = 64 * 1024
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who learns here. `name` is what they chose to be shown as; it may be empty."""

    id: str
    name: str = ""


class People:
    """The people of one data folder, kept apart from the start."""

    def __init__(self, data: Path) -> None:
        """Nothing is read or made until somebody asks."""
        self._folder = data / "people"
        self._notices: list[AppError] = []

    def all(self) -> tuple[Person, ...]:
        """Everybody, by name. Empty when nobody has begun (or the folder is gone).

        A person.json that can't be read is kept aside and its person goes on without a name: see
        `take_notices`. AppError only when the folder itself can't be read.
        """
        with calmly(self._folder / "x"):
            try:
                ids = [entry.name for entry in os.scandir(self._folder) if entry.is_dir()]
            except FileNotFoundError:
                return ()
        people = [self._read(id_) for id_ in ids if _ID.fullmatch(id_)]
        return tuple(sorted(people, key=lambda person: (_folded(person.name), person.id)))

    def add(self, name: str = "") -> Person:
        """Make a folder for somebody new, and return them. It is saved when this returns.

        AppError when the name is taken, or nothing can be saved.
        """
        from uuid import uuid4

        shown = tidy_name(name)
        self._refuse_taken(shown, but_not="")
        person = Person(uuid4().hex, shown)
        self._write(person)
        return person

    def get(self, id_: str) -> Person:
        """The person of that id. AppError when there is none."""
        if not _ID.fullmatch(id_) or not self.folder(id_).is_dir():
            raise _nobody()
        return self._read(id_)

    def rename(self, id_: str, name: str) -> Person:
        """Show somebody under another name (or none). Saved when this returns."""
        self.get(id_)
        shown = tidy_name(name)
        self._refuse_taken(shown, but_not=id_)
        person = Person(id_, shown)
        self._write(person)
        return person

    def find(self, name: str) -> Person:
        """The one person with that name or id; capitals do not matter.

        AppError when there is nobody of that name, or more than one.
        """
        wanted = _folded(tidy_name(name))
        found = [p for p in self.all() if wanted in (_folded(p.name), p.id)]
        if not wanted or not found:
            raise _nobody()
        if len(found) > 1:
            raise AppError(
                "More than one person here has that name.",
                "Nothing was changed. Give the person's id instead of the name.",
                code="person-several",
            )
        return found[0]

    def folder(self, id_: str) -> Path:
        """Where that person's files are."""
        return self._folder / id_

    def take_notices(self) -> tuple[AppError, ...]:
        """What went wrong while reading and was worked round; each is handed out once."""
        notices = tuple(self._notices)
        self._notices.clear()
        return notices

    def _read(self, id_: str) -> Person:
        file = self.folder(id_) / "person.json"
        try:
            with file.open("rb") as stream:
                said = json.loads(stream.read(_LARGEST))
            if said["id"] != id_ or not isinstance(said.get("name", ""), str):
                raise ValueError
            return Person(id_, tidy_name(said.get("name", "")))
        except FileNotFoundError:
            return Person(id_)
        except OSError:
            self._notices.append(
                AppError(
                    "A person's name could not be read.",
                    f"{SAFE} Ask the person who looks after this computer to look at "
                    f"{file.parent}.",
                    code="person-unreadable",
                )
            )
            return Person(id_)
        except (ValueError, TypeError, KeyError, RecursionError):
            return self._mended(id_, file)

    def _mended(self, id_: str, file: Path) -> Person:
        """The damaged file goes aside, and the person goes on without a name until they choose."""
        person = Person(id_)
        kept = ""
        aside = set_aside(file)
        if aside is not None:
            kept = f"The damaged file is kept as {aside.name}. "
            self._write(person)
        self._notices.append(
            AppError(
                "A file with a person's name was damaged, so they are shown without a name.",
                f"{kept}{SAFE} The name can be chosen again.",
                code="person-damaged",
            )
        )
        return person

    def _write(self, person: Person) -> None:
        folder = self.folder(person.id)
        file = folder / "person.json"
        with calmly(file):
            make_private_folder(folder)
            sync_folder(folder.parent)
        said = {"id": person.id, "name": person.name} if person.name else {"id": person.id}
        write_private(file, json.dumps(said, ensure_ascii=False, indent=2).encode() + b"\n")

    def _refuse_taken(self, name: str, *, but_not: str) -> None:
        if name and any(_folded(p.name) == _folded(name) and p.id != but_not for p in self.all()):
            raise AppError(
                "Someone here already has that name.",
                "Nothing was changed. Please choose another, so that each person can find "
                "their own.",
                code="person-taken",
            )


def tidy_name(name: str) -> str:
    """A name as it is kept: one line, no control or direction characters, at most 60 long."""
    shown = "".join(c if unicodedata.category(c)[0] != "C" else " " for c in name)
    return " ".join(unicodedata.normalize("NFC", shown).split())[:_LONGEST_NAME].strip()


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()


def _nobody() -> AppError:
    return AppError(
        "There is nobody with that name here.",
        "Nothing was changed. Check the spelling, or start Steady without a name to choose.",
        code="person-unknown",
    )
