"""Who somebody is: by staff number, else by the id of their installation; never by name."""

import unicodedata
from dataclasses import dataclass
from hashlib import sha256

from tiapp.supervision.completion_file import Learner

_LONGEST = 300


def tidy(text: str) -> str:
    """Text from outside as it may be kept and shown: one line, no control or direction marks."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())[:_LONGEST]
    whole = unicodedata.normalize("NFC", text)
    plain = "".join(c if c.isprintable() else " " for c in whole)
    return " ".join(plain.split())[:_LONGEST]


def number_key(staff_number: str) -> str | None:
    """A staff number as it is compared: without spaces, in capitals; None when there is none.

    Leading zeros count: 0042 and 42 may be two people.
    """
    folded = unicodedata.normalize("NFKC", staff_number).upper()
    return "".join(folded.split()) or None


@dataclass(frozen=True, slots=True)
class Whose:
    """What a file says of the person."""

    sender: str
    number_key: str | None
    number: str
    name: str
    team: str
    site: str

    @classmethod
    def of(cls, learner: Learner) -> "Whose":
        """From a verified file, which holds no control characters."""
        number = tidy(learner.staff_number)
        return cls(
            sender=learner.id,
            number_key=number_key(number),
            number=number,
            name=tidy(learner.name),
            team=tidy(learner.team),
            site=tidy(learner.site),
        )

    def marks(self) -> list[str]:
        """What this person could be recognised by, once removed."""
        return [
            f"sender {self.sender}",
            *([f"number {self.number_key}"] if self.number_key else []),
        ]


def removal_mark(mark: str) -> bytes:
    """What is left of a removed person: enough to recognise their files, not to name them."""
    return sha256(f"steady team removed: {mark}".encode()).digest()
