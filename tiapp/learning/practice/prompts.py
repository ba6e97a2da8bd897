"""Prompts: questions to reflect on, by theme and by how the day is."""

from pathlib import Path

from tiapp.learning.practice.groups import groups, known, required
from tiapp.learning.practice.model import Prompt, Prompts, Tag
from tiapp.learning.problems import Problems
from tiapp.learning.toml_file import open_toml
from tiapp.learning.toml_values import Table


def read_prompts(path: Path, problems: Problems) -> Prompts:
    """The collection of a prompts.toml. A prompt that has a fault is left out."""
    top = open_toml(path, problems)
    if top is None:
        return Prompts()
    top.only(("theme", "mood", "prompt"))
    themes = required(top, "theme", groups(top, "theme", _tag, problems))
    moods = required(top, "mood", groups(top, "mood", _tag, problems))

    def prompt(table: Table) -> Prompt:
        table.only(("id", "text", "themes", "moods"))
        return Prompt(
            id=table.id(),
            text=table.text("text", required=True, most=400),
            themes=known(table, "themes", [tag.id for tag in themes], required=True),
            moods=known(table, "moods", [tag.id for tag in moods], required=True),
        )

    made = groups(top, "prompt", prompt, problems)
    return Prompts(themes, moods, required(top, "prompt", made))


def _tag(table: Table) -> Tag:
    table.only(("id", "title"))
    return Tag(table.id(), table.text("title", required=True, most=200))
