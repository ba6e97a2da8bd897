"""What a block on a page may ask of the reader around it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tiapp.learning.blocks import Block
from tiapp.learning.model import PromptRef

Ordinary = Callable[[], list[QWidget]]
"""What stands below a prompt as long as the private room adds nothing there."""

Fill = Callable[[QVBoxLayout, Sequence[Block], "BlockContext"], list[QWidget]]


def _nothing(*_: object) -> None:
    """Does nothing: the default outside the reader."""


def _no_slot(_: PromptRef, ordinary: Ordinary) -> list[QWidget]:
    return ordinary()


@dataclass(frozen=True, slots=True)
class BlockContext:
    """Where a block stands, and the reader's ears.

    fill(column, blocks, context): puts blocks inside this one.
    follow(link): the person pressed a link: "#part-id", https: or mailto:.
    changed(widget): the card has changed; `widget` is what should be in view now.
    practised(check id, fits): the answer shown last; kept in memory while the module is open.
    slot(prompt, ordinary): what stands below this prompt: something of the private room, or else
        what `ordinary()` makes.
    """

    fill: Fill
    pack_id: str = ""
    module_id: str = ""
    part_id: str = ""
    pictures: Mapping[str, QImage] = field(default_factory=dict)
    follow: Callable[[str], None] = _nothing
    changed: Callable[[QWidget], None] = _nothing
    practised: Callable[[str, bool], None] = _nothing
    slot: Callable[[PromptRef, Ordinary], list[QWidget]] = _no_slot

    def put(self, column: QVBoxLayout, blocks: Sequence[Block]) -> list[QWidget]:
        """Puts blocks at the end of `column` and returns their widgets."""
        return self.fill(column, blocks, self)
