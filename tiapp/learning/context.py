"""What the parts of the reader share while one part of a module becomes blocks."""

import re
import xml.etree.ElementTree as etree
from dataclasses import dataclass, field
from itertools import islice

from tiapp.learning.block_kinds import Opening
from tiapp.learning.parser import BLOCK_TAG
from tiapp.learning.pictures import PictureFolder
from tiapp.learning.problems import Problems

_FURNITURE = re.compile(r"^[ >]*(?:[-*+#]+ |\d{1,9}\. )*(?:\[[ xX]?\] )?|\]\([^()]*\)")
_NOT_LETTERS = re.compile(r"[\W_]+")
_NEEDLE = 24
_AHEAD = 300


class Lines:
    """Finds the line on which a piece of text stands, going through a part from the top.

    The Markdown parser keeps no lines, so the letters of a paragraph's beginning are looked
    up in the source. When they cannot be found, the last line that was found is the answer.
    """

    def __init__(self, lines: tuple[str, ...], first_line: int) -> None:
        """The part's lines and the number of the first of them."""
        self._lines = lines
        self._letters = [_letters(_FURNITURE.sub("", line)) for line in lines]
        self._first = first_line
        self._at = 0

    def move_to(self, line: int) -> None:
        """Go on from this line: a block begins here."""
        self._at = min(max(line - self._first, 0), max(len(self._letters) - 1, 0))

    def find(self, text: str) -> int:
        """The next line that begins as `text` does."""
        needle = _letters(_FURNITURE.sub("", text[: _NEEDLE * 4]))[:_NEEDLE]
        ahead = islice(enumerate(self._letters), self._at, self._at + _AHEAD)
        for at, letters in ahead if needle else ():
            if letters and (letters.startswith(needle) or needle.startswith(letters)):
                self._at = at
                break
        else:
            self._skip_empty()
        return self._first + self._at

    def find_exactly(self, piece: str) -> int:
        """The next line that holds this piece as it is written: a link's or picture's address."""
        for at, line in islice(enumerate(self._lines), self._at, self._at + _AHEAD):
            if piece and piece in line:
                self._at = at
                break
        else:
            self._skip_empty()
        return self._first + self._at

    def _skip_empty(self) -> None:
        while self._at < len(self._lines) - 1 and not self._lines[self._at]:
            self._at += 1


def _letters(text: str) -> str:
    """Letters and digits alone, for comparing."""
    return _NOT_LETTERS.sub("", text).casefold()


@dataclass(slots=True)
class Context:
    """One part on its way from element tree to blocks."""

    problems: Problems
    openings: tuple[Opening, ...]
    part_ids: frozenset[str]
    pictures: PictureFolder
    lines: Lines
    names_of_pictures: list[str] = field(default_factory=list)

    def opening(self, element: etree.Element) -> Opening:
        """Which of the author's block openings an element came from."""
        opening = self.openings[int(element.get("n", "0"))]
        self.lines.move_to(opening.line)
        return opening

    def line_of(self, element: etree.Element) -> int:
        """The line on which an element's text begins."""
        for inner in element.iter():
            if inner.tag in ("a", "img") and not "".join(element.itertext()).strip():
                return self.lines.find_exactly(address(inner))
        return self.lines.find(unescaped("".join(islice(element.itertext(), 40))))

    def line_of_address(self, element: etree.Element) -> int:
        """The line on which a link's or picture's address stands."""
        return self.lines.find_exactly(address(element))


def address(element: etree.Element) -> str:
    """Where a link or a picture leads."""
    return element.get("href") or element.get("src") or ""


def unescaped(text: str) -> str:
    """The Markdown parser writes code as HTML would have it; this takes that back."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def is_block(element: etree.Element) -> bool:
    """True for one of our blocks, false for Markdown."""
    return element.tag == BLOCK_TAG
