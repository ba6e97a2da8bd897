"""What rules look at: a pack as it was read, its texts piece by piece, the day, the one before."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from tiapp.authoring.choices import Choices
from tiapp.authoring.open import Opened
from tiapp.authoring.other_texts import OtherText, other_texts
from tiapp.authoring.passages import As, Passage, passages_of
from tiapp.authoring.sentences import Sentence, sentences_of
from tiapp.authoring.word_lists import any_theme
from tiapp.learning.blocks import Block, Callout, ItemList, Quote
from tiapp.learning.model import Module, Part

_LINES_AHEAD = 80


@dataclass(frozen=True)
class PartText:
    """One part and its text."""

    part: Part
    passages: tuple[Passage, ...]
    sentences: tuple[Sentence, ...]

    @cached_property
    def hard(self) -> list[tuple[str, Passage]]:
        """Every word of a hard theme, with where it stands; tables are left out.

        They often list where to turn.
        """
        prose = [passage for passage in self.passages if passage.shape is not As.CELL]
        near = any_theme().among("\n".join(passage.text for passage in prose))
        return [
            (match.group(), passage)
            for passage in prose
            for match in any_theme().find(passage.text, near)
        ]


class ModuleText:
    """One module and its text. Everything is worked out once, when it is first asked for."""

    def __init__(self, module: Module) -> None:
        """Reads nothing yet."""
        self.module = module
        self.file = module.entry.path

    @cached_property
    def parts(self) -> tuple[PartText, ...]:
        """The parts with their passages and sentences."""
        made = []
        for part in self.module.parts:
            passages = passages_of(part)
            made.append(PartText(part, passages, tuple(sentences_of(passages))))
        return tuple(made)

    @cached_property
    def whole(self) -> str:
        """All text in one piece, for finding out quickly that something is not in it."""
        return "\n".join(passage.text for passage in self.passages)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """All text of the module."""
        return tuple(passage for part in self.parts for passage in part.passages)

    def line_of(self, words: str, start: int) -> int:
        """The line on which these words stand, from `start` on; else `start` itself."""
        wanted = words.casefold()
        ahead = self._lines[max(start - 1, 0) : max(start - 1, 0) + _LINES_AHEAD]
        for number, line in enumerate(ahead, max(start, 1)):
            if wanted in line:
                return number
        return start

    def line_of_source(self, title: str) -> int:
        """The line of a source's title in the front matter."""
        wanted = title.casefold()
        return next((n for n, line in enumerate(self._lines, 1) if wanted in line), 1)

    def line_of_key(self, key: str, start: int = 1) -> int:
        """The line of the front matter that begins with this name."""
        for number, line in enumerate(self._lines[start - 1 :], start):
            if line.lstrip().startswith(key.casefold()):
                return number
            if number > 1 and line.rstrip() == "+++":
                break
        return start

    @cached_property
    def _lines(self) -> list[str]:
        try:
            text = self.file.read_text("utf-8-sig", errors="replace")
        except OSError:
            return []
        return text.casefold().split("\n")


@dataclass(frozen=True)
class Subject:
    """A pack, or one of its modules, on the day it is looked at."""

    opened: Opened
    choices: Choices
    today: date
    previous: Opened | None = None

    @cached_property
    def modules(self) -> tuple[ModuleText, ...]:
        """The modules that can be read."""
        return tuple(ModuleText(module) for module in self.opened.modules)

    @cached_property
    def others(self) -> tuple[OtherText, ...]:
        """The texts besides the modules, when the whole pack is looked at."""
        return tuple(other_texts(self.opened.root)) if self.opened.whole else ()

    @cached_property
    def explained(self) -> frozenset[str]:
        """Every form of every word in the glossary."""
        terms = self.opened.glossary
        return frozenset(form for term in terms for form in (term.name, *term.also))

    @property
    def pack_file(self) -> Path:
        """The file that a finding about the whole pack names."""
        return self.opened.root / "pack.toml"


def walk(blocks: Iterable[Block]) -> Iterator[Block]:
    """These blocks and those in boxes and lists among them; not those in questions or scenarios."""
    for block in blocks:
        yield block
        match block:
            case Callout(blocks=inside) | Quote(blocks=inside):
                yield from walk(inside)
            case ItemList(items=items):
                for item in items:
                    yield from walk(item)
