"""Guided reflections: a few questions in an order that helps."""

from pathlib import Path

from tiapp.learning import limits
from tiapp.learning.practice.groups import groups, required
from tiapp.learning.practice.model import GuidedModel, GuidedStep
from tiapp.learning.problems import Problems
from tiapp.learning.toml_file import open_toml
from tiapp.learning.toml_values import Table


def read_guided(path: Path, problems: Problems) -> tuple[GuidedModel, ...]:
    """The models of a guided.toml. One that has a fault is left out, since a step would miss."""
    top = open_toml(path, problems)
    if top is None:
        return ()
    top.only(("model",))

    def model(table: Table) -> GuidedModel:
        table.only(("id", "title", "about", "minutes", "after", "step"))
        return GuidedModel(
            id=table.id(),
            title=table.text("title", required=True, most=200),
            about=table.text("about", required=True),
            minutes=table.number("minutes", 1, 60) or 1,
            after=table.text("after"),
            steps=required(
                table, "step", groups(table, "step", _step, problems, limits.STEPS_A_GROUP)
            ),
        )

    return required(top, "model", groups(top, "model", model, problems))


def _step(table: Table) -> GuidedStep:
    table.only(("id", "title", "ask", "hint"))
    return GuidedStep(
        id=table.id(),
        title=table.text("title", required=True, most=200),
        ask=table.text("ask", required=True, most=400),
        hint=table.text("hint", most=400),
    )
