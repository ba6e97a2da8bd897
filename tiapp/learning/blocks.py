"""The blocks a part is made of. What is not one of these cannot reach the screen.

All text is plain: `Span.text` is never markup, and whoever draws it escapes it.
"""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Span:
    """A run of letters in one style. `link` is https:, mailto: or "#part-id", nothing else."""

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    link: str = ""


Text = tuple[Span, ...]


def plain(text: Text) -> str:
    """The letters alone."""
    return "".join(span.text for span in text)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a part: level 3 or 4."""

    text: Text
    level: int
    line: int = 0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text."""

    text: Text
    line: int = 0


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list; each item holds blocks (most often one paragraph, at times a list inside)."""

    items: tuple[tuple["Block", ...], ...]
    ordered: bool = False
    line: int = 0


@dataclass(frozen=True, slots=True)
class Quote:
    """Words somebody says."""

    blocks: tuple["Block", ...]
    line: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row. Every row has as many cells as the header."""

    header: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]
    line: int = 0


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture from the module's own images folder. `alt` is empty only for decoration."""

    name: str
    alt: str
    line: int = 0


class CalloutKind(StrEnum):
    """What a callout is for; the theme gives each an icon and a colour."""

    INFO = "info"
    EXAMPLE = "example"
    CARE = "care"
    KEY = "key"
    SETTLE = "settle"


@dataclass(frozen=True, slots=True)
class Callout:
    """A boxed aside."""

    id: str
    kind: CalloutKind
    title: str
    blocks: tuple["Block", ...]
    line: int = 0


@dataclass(frozen=True, slots=True)
class ContentNote:
    """Stands before a part: what is in it, and a summary for who would rather not read it."""

    id: str
    title: str
    blocks: tuple["Block", ...]
    summary: tuple["Block", ...]
    line: int = 0


@dataclass(frozen=True, slots=True)
class Reflect:
    """Something to think about. Nothing is typed or kept outside the private room."""

    id: str
    title: str
    blocks: tuple["Block", ...]
    line: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """An if-then sentence to finish for oneself."""

    id: str
    title: str
    blocks: tuple["Block", ...]
    line: int = 0


@dataclass(frozen=True, slots=True)
class Option:
    """One answer of a check, and what Steady says to it."""

    text: Text
    fits: bool
    feedback: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Check:
    """A question with two to five options; at least one fits. Answers are never kept."""

    id: str
    title: str
    question: tuple["Block", ...]
    options: tuple[Option, ...]
    line: int = 0


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person can do in a scene, what comes of it, and the id of the scene that follows."""

    text: Text
    next: str
    consequence: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """A moment of a scenario: it offers choices, or goes on to `next`, or is an end."""

    id: str
    title: str
    blocks: tuple["Block", ...]
    choices: tuple[Choice, ...] = ()
    next: str = ""
    ending: bool = False
    line: int = 0


@dataclass(frozen=True, slots=True)
class Scenario:
    """A made-up situation to try. It starts with the first scene."""

    id: str
    title: str
    intro: tuple["Block", ...]
    scenes: tuple[Scene, ...]
    line: int = 0

    def scene(self, scene_id: str) -> Scene:
        """The scene of that id. KeyError if there is none (the reader has checked all links)."""
        for scene in self.scenes:
            if scene.id == scene_id:
                return scene
        raise KeyError(scene_id)


Prose = Heading | Paragraph | ItemList | Quote | Table | Picture | Callout
Block = Prose | Reflect | Plan | Check | Scenario
