"""Markdown to an element tree, with everything switched off that modules have no use for.

The blocks come from the block extension of pymdown-extensions. One parser serves the whole
program; it is not made for two threads at once, so a lock stands before it.
"""

import functools
import re
import threading
import xml.etree.ElementTree as etree

import markdown
from markdown.inlinepatterns import InlineProcessor
from pymdownx.blocks import BlocksExtension, BlocksProcessor
from pymdownx.blocks.block import Block

from tiapp.learning.block_kinds import OPTIONS

BLOCK_TAG = "steady-block"
"""The tag of our blocks in the tree; its attribute `n` is the number of the opening."""

# What these would make is HTML, or links whose address stands somewhere else in the file.
_UNUSED_PATTERNS = (
    "reference",
    "image_reference",
    "short_reference",
    "short_image_ref",
    "automail",
    "linebreak",
    "html",
    "entity",
)

_lock = threading.Lock()


class SteadyBlock(Block):  # type: ignore[misc]
    """Any of our blocks: a container that remembers which opening it came from."""

    ARGUMENT = True

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Put an element with the number of the opening into the tree."""
        # An argument and not an option: those are read as YAML, a tenth of the time of a part.
        return etree.SubElement(parent, BLOCK_TAG, {"n": self.argument})

    def on_markdown(self) -> str:
        """What stands inside is Markdown again."""
        return "block"


class SteadyBlocks(BlocksExtension):  # type: ignore[misc]
    """Makes the names of our blocks known."""

    def extendMarkdownBlocks(self, md: markdown.Markdown, block_mgr: BlocksProcessor) -> None:
        """Register one subclass for each name."""
        for name in OPTIONS:
            block_mgr.register(type(f"Steady_{name}", (SteadyBlock,), {"NAME": name}), {})


class MailAddress(InlineProcessor):
    """`<name@example.org>`, as a link."""

    def handleMatch(  # type: ignore[override]
        self, m: re.Match[str], data: str
    ) -> tuple[etree.Element, int, int]:
        """Make the link."""
        link = etree.Element("a", {"href": "mailto:" + m.group(1)})
        link.text = markdown.util.AtomicString(m.group(1))
        return link, m.start(0), m.end(0)


@functools.cache
def _parser() -> markdown.Markdown:
    """The one parser, made when it is first needed."""
    md = markdown.Markdown(extensions=["tables", "sane_lists", SteadyBlocks()])
    md.preprocessors.deregister("html_block")
    md.parser.blockprocessors.deregister("reference")
    for name in _UNUSED_PATTERNS:
        md.inlinePatterns.deregister(name)
    md.inlinePatterns.register(
        MailAddress(r"<(?:mailto:)?([^<>@\s:/]+@[^<>@\s:/]+)>", md), "mail", 110
    )
    md.treeprocessors.deregister("prettify")
    md.ESCAPED_CHARS += ["<", "&"]
    return md


def to_tree(text: str) -> etree.Element:
    """The element tree of a part. The caller has checked the limits."""
    with _lock:
        md = _parser()
        md.reset()
        lines = text.split("\n")
        for preprocessor in md.preprocessors:
            lines = preprocessor.run(lines)
        root = md.parser.parseDocument(lines).getroot()
        assert root is not None
        for processor in md.treeprocessors:
            changed = processor.run(root)
            root = root if changed is None else changed
        return root
