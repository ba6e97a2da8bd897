from pathlib import Path

import pytest

from tests.learning.practice.reading import read
from tiapp.learning.practice.check_in import read_check_in

TEXT = """\
id = "today"
title = "Today"
version = 2
licence = "Apache-2.0"
attribution = "Somebody"
source = "Written for tests."
intro = "Leave out any."

[[item]]
id = "energy"
kind = "scale"
ask = "How much energy is there?"
scale = ["None", "Some", "Plenty"]

[[item]]
id = "next"
kind = "text"
ask = "What would help next?"
"""


def test_the_questions_come_with_who_wrote_them_and_under_which_licence(tmp_path: Path) -> None:
    made, problems = read(tmp_path, TEXT, read_check_in)
    assert problems == []
    assert made is not None
    assert (made.version, made.licence, made.attribution) == (2, "Apache-2.0", "Somebody")
    energy, following = made.items
    assert energy.scale == ("None", "Some", "Plenty")
    assert following.scale == ()


@pytest.mark.parametrize("key", ["version", "licence", "attribution", "source"])
@pytest.mark.parametrize("how", ["missing", "empty"])
def test_questions_of_unknown_origin_are_refused(tmp_path: Path, key: str, how: str) -> None:
    lines = TEXT.split("\n")
    at = next(n for n, line in enumerate(lines) if line.startswith(f"{key} = "))
    lines[at] = "" if how == "missing" else f'{key} = " "'
    made, problems = read(tmp_path, "\n".join(lines), read_check_in)
    assert made is None
    assert any(what.startswith(key) for _, what in problems)


def test_how_its_owner_scores_it_is_kept_as_words(tmp_path: Path) -> None:
    made, problems = read(tmp_path, f'scoring = "Add the five answers."\n{TEXT}', read_check_in)
    assert problems == []
    assert made is not None and made.scoring == "Add the five answers."


@pytest.mark.parametrize("word", ["score", "threshold", "band", "reverse", "total"])
def test_there_is_no_way_to_ask_for_a_score(tmp_path: Path, word: str) -> None:
    for text in (f"{word} = 1\n{TEXT}", TEXT.replace("kind", f"{word} = 1\nkind", 1)):
        made, problems = read(tmp_path, text, read_check_in)
        assert made is None
        assert [what for _, what in problems] == [f"Nothing is called {word} here."]


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ('scale = ["None", "Some", "Plenty"]\n', "", "scale is missing."),
        ('"None", "Some", "Plenty"', '"None", "Plenty"', "scale has 2 entries."),
        ('kind = "text"', 'kind = "number"', "kind cannot be number."),
        ('kind = "text"', 'kind = "text"\nscale = ["a"]', "An item of kind text has no scale."),
        ('"next"', '"energy"', "The id energy is used twice."),
    ],
)
def test_one_fault_refuses_the_whole_set(tmp_path: Path, old: str, new: str, what: str) -> None:
    made, problems = read(tmp_path, TEXT.replace(old, new), read_check_in)
    assert made is None
    assert what in [words for _, words in problems]
