from pathlib import Path

from tests.learning.practice.reading import line_of, read
from tiapp.learning.practice.guided import read_guided

TEXT = """\
[[model]]
id = "one"
title = "One"
about = "Short."
minutes = 5

[[model.step]]
id = "what"
title = "What?"
ask = "What happened?"

[[model]]
id = "two"
title = "Two"
about = "Longer."
minutes = 15
after = "Somebody, 1988."

[[model.step]]
id = "scene"
title = "The scene"
ask = "What happened?"
hint = "Plainly."

[[model.step]]
id = "next"
title = "Next"
ask = "What next?"
"""


def test_steps_come_in_their_order(tmp_path: Path) -> None:
    models, problems = read(tmp_path, TEXT, read_guided)
    assert problems == []
    assert [[step.id for step in model.steps] for model in models] == [["what"], ["scene", "next"]]
    assert models[1].after == "Somebody, 1988."


def test_a_fault_in_a_step_takes_its_model_away_and_names_the_line_of_the_step(
    tmp_path: Path,
) -> None:
    text = TEXT.replace('ask = "What next?"', 'ask = ""')
    models, problems = read(tmp_path, text, read_guided)
    assert [model.id for model in models] == ["one"]
    assert problems == [(line_of(text, 'ask = ""'), "ask is empty.")]


def test_a_model_without_steps_is_left_out(tmp_path: Path) -> None:
    text = TEXT[: TEXT.index("[[model.step]]")]
    models, problems = read(tmp_path, text, read_guided)
    assert models == ()
    assert problems == [(1, "There is no [[step]].")]
