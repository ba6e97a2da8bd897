"""tiapp content: the tools for who writes content. Each of its commands has a file of its own."""

from tiapp.cli import content_age, content_check, content_new, content_packs, handout
from tiapp.cli.parsing import CalmParser, Commands, add_group


def add(commands: "Commands[CalmParser]") -> None:
    """Make the group and what stands behind it known."""
    group = add_group(commands, "content", "write, check and hand out what there is to learn")
    for command in (content_new, content_check, content_age, content_packs, handout):
        command.add(group)
