from pathlib import Path

import pytest

from tests.learning.practice.reading import line_of, read
from tiapp.learning.practice.prompts import read_prompts

TEXT = """\
[[theme]]
id = "team"
title = "My team"

[[mood]]
id = "tired"
title = "A tired day"

[[mood]]
id = "good"
title = "A good day"

[[prompt]]
id = "thanks"
text = "Whom would you like to thank?"
themes = ["team"]
moods = ["good", "tired"]

[[prompt]]
id = "enough"
text = "What was enough?"
themes = ["team"]
moods = ["tired"]
"""


def test_prompts_are_found_by_theme_and_by_mood(tmp_path: Path) -> None:
    prompts, problems = read(tmp_path, TEXT, read_prompts)
    assert problems == []
    assert [prompt.id for prompt in prompts.fitting()] == ["thanks", "enough"]
    assert [prompt.id for prompt in prompts.fitting(mood="good")] == ["thanks"]
    assert [prompt.id for prompt in prompts.fitting(theme="team", mood="tired")] == [
        "thanks",
        "enough",
    ]
    assert prompts.fitting(theme="elsewhere") == ()


@pytest.mark.parametrize(
    ("old", "new", "line", "what"),
    [
        ('moods = ["tired"]', 'moods = ["sad"]', 'moods = ["sad"]', "moods cannot hold sad."),
        ('"enough"\n', '"thanks"\n', 'id = "thanks"', "The id thanks is used twice."),
        ('text = "What was enough?"\n', "", "[[prompt]]", "text is missing."),
        ('moods = ["tired"]', "moods = []", "moods = []", "moods is empty."),
        (
            'moods = ["tired"]',
            'moods = ["tired", "tired"]',
            'moods = ["tired", "tired"]',
            "moods names something twice.",
        ),
    ],
)
def test_a_prompt_with_a_fault_is_left_out(
    tmp_path: Path, old: str, new: str, line: str, what: str
) -> None:
    text = TEXT.replace(old, new)
    prompts, problems = read(tmp_path, text, read_prompts)
    assert [prompt.id for prompt in prompts.prompts] == ["thanks"]
    (problem,) = problems
    assert problem[1] == what
    assert text.split("\n")[problem[0] - 1].startswith(line)


def test_a_collection_without_prompts_says_so(tmp_path: Path) -> None:
    _, problems = read(tmp_path, TEXT[: TEXT.index("[[prompt]]")], read_prompts)
    assert [what for _, what in problems] == ["There is no [[prompt]]."]
    assert line_of(TEXT, "[[theme]]") == 1
