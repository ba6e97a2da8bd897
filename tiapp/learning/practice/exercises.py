"""Steadying exercises: always a choice, never treatment, and breath is never the only way."""

from pathlib import Path

from tiapp.learning.practice.groups import groups, one_of, required
from tiapp.learning.practice.model import Exercise, ExerciseKind
from tiapp.learning.problems import Problems
from tiapp.learning.toml_file import open_toml
from tiapp.learning.toml_values import Table


def read_exercises(path: Path, problems: Problems) -> tuple[Exercise, ...]:
    """The exercises of an exercises.toml. One that has a fault is left out.

    Attention to the breath unsettles some people, so a file that offers nothing else gives none.
    """
    top = open_toml(path, problems)
    if top is None:
        return ()
    top.only(("exercise",))
    made = required(top, "exercise", groups(top, "exercise", _exercise, problems))
    if made and all(exercise.kind is ExerciseKind.BREATH for exercise in made):
        top.fault(
            "exercise",
            "Every exercise works with the breath.",
            "Add one with the senses or with movement: breath unsettles some people.",
        )
        return ()
    return made


def _exercise(table: Table) -> Exercise:
    table.only(("id", "title", "kind", "minutes", "about", "steps", "leave_out"))
    return Exercise(
        id=table.id(),
        title=table.text("title", required=True, most=200),
        kind=one_of(table, "kind", ExerciseKind, ExerciseKind.SENSES),
        minutes=table.number("minutes", 1, 30) or 1,
        about=table.text("about", required=True),
        steps=table.texts("steps", required=True),
        leave_out=table.text("leave_out", required=True),
    )
