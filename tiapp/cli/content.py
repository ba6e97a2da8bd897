"""tiapp content: the tools for who writes content. Each of its commands has a file of its own."""

from tiapp.cli import (
    content_age,
    content_check,
    content_new,
    content_opener,
    content_packs,
    handout,
)
from tiapp.cli.parsing import CalmParser, Commands, add_group

_COMMANDS = (content_new, content_check, content_age, content_packs, handout, content_opener)


def add(commands: "Commands[CalmParser]") -> None:
    """Make the group and what stands behind it known."""
    group = add_group(commands, "content", "write, check and share modules")
    for command in _COMMANDS:
        command.add(group)
