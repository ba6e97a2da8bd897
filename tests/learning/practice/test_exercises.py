from pathlib import Path

import pytest

from tests.learning.practice.reading import read
from tiapp.learning.practice.exercises import read_exercises

TEXT = """\
[[exercise]]
id = "breath"
title = "Breath"
kind = "breath"
minutes = 1
about = "Slowly."
steps = ["Out."]
leave_out = "If it unsettles you."
"""
SENSES = TEXT.replace('id = "breath"', 'id = "look"').replace('"breath"', '"senses"')


def test_an_exercise_is_read_as_it_stands(tmp_path: Path) -> None:
    (breath, look), problems = read(tmp_path, TEXT + SENSES, read_exercises)
    assert problems == []
    assert (breath.kind, look.kind) == ("breath", "senses")
    assert (look.steps, look.minutes) == (("Out.",), 1)
    assert look.leave_out == "If it unsettles you."


def test_breath_is_never_the_only_way(tmp_path: Path) -> None:
    made, problems = read(tmp_path, TEXT, read_exercises)
    assert made == ()
    assert problems == [(1, "Every exercise works with the breath.")]


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ('leave_out = "If it unsettles you."\n', "", "leave_out is missing."),
        ("minutes = 1", "minutes = 45", "minutes is 45."),
        ('"senses"', '"therapy"', "kind cannot be therapy."),
        ('steps = ["Out."]', "steps = []", "steps is empty."),
    ],
)
def test_an_exercise_with_a_fault_is_left_out(
    tmp_path: Path, old: str, new: str, what: str
) -> None:
    kept = SENSES.replace('"look"', '"kept"')
    made, problems = read(tmp_path, SENSES.replace(old, new) + kept, read_exercises)
    assert [exercise.id for exercise in made] == ["kept"]
    assert [words for _, words in problems] == [what]
