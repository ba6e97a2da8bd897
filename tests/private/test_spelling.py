"""Words that the dictionary does not know are found; nothing is learned, kept or written."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tiapp.private.spelling import Spelling, system_spelling

ROOT = Path(__file__).parents[2]


class Few:
    """A dictionary of a few words, which counts how often it is asked."""

    WORDS = frozenset(["a", "calm", "day", "don't", "Café", "at", "the", "desk"])

    def __init__(self) -> None:
        self.asked: list[str] = []

    def check(self, word: str) -> bool:
        self.asked.append(word)
        return word in self.WORDS

    def suggest(self, word: str) -> list[str]:
        return [f"{word}{n}" for n in range(9)]


def found(line: str) -> list[str]:
    """The words that are marked in a line."""
    return [line[start : start + length] for start, length in Spelling(Few()).unknown(line)]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("a calm day", []),
        ("a clam day at teh desk", ["clam", "teh"]),
        ("don't, don’t, dont", ["dont"]),
        ("Café", []),
        ("**calm** _clam_ > teh", ["clam", "teh"]),
        ("NHS DWP x", []),
        ("see https://exmaple.org/teh or me@exmaple.org", ["see", "or"]),
        ("#wrok tag_wrok file.txet room2 `cdoe`", []),
        ("", []),
        ("teh " * 2000, []),
    ],
)
def test_only_plain_words_are_looked_up(line: str, words: list[str]) -> None:
    assert found(line) == words


def test_places_are_those_of_the_line_as_it_stands() -> None:
    assert Spelling(Few()).unknown("calm 🌿 teh") == ((7, 3),)


def test_a_word_is_asked_about_once() -> None:
    few = Few()
    spelling = Spelling(few)
    for _ in range(3):
        spelling.unknown("teh teh calm")
    assert few.asked == ["teh", "calm"]


def test_suggestions_are_a_handful() -> None:
    assert len(Spelling(Few()).suggestions("teh")) == 5


def test_a_language_without_a_dictionary_marks_nothing() -> None:
    assert system_spelling(["xx_XX"]) is None


def test_the_systems_dictionary_knows_british_words_and_writes_no_file(tmp_path: Path) -> None:
    """In a process of its own, whose home is empty: what is there afterwards was written by it."""
    code = (
        "from tiapp.private.spelling import system_spelling as s\n"
        "found = s()\n"
        "print('none' if found is None else found.unknown('The colour of an organisation teh'))\n"
        "found and found.suggestions('teh')\n"
    )
    home = {name: str(tmp_path) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, **home},
        capture_output=True,
        text=True,
        check=True,
    )
    if done.stdout.strip() == "none":
        pytest.skip("NOT TESTED: this system has no dictionary for English (see system-packages)")
    assert done.stdout.strip() == "((30, 3),)"
    assert list(tmp_path.rglob("*")) == []
