from pathlib import Path

import pytest

from tests.factories import CALLOUT, NOTE, SCENARIO, module_text, write_module
from tests.learning.reading import read
from tiapp.learning import module_reader
from tiapp.learning.module_reader import read_module


def test_the_entry_says_what_lists_need(tmp_path: Path) -> None:
    body = NOTE + "\n\n### A heading\n\nText.\n\n" + CALLOUT + "\n\n" + SCENARIO
    module = read(tmp_path, module_text("Text.", body))
    assert module.entry.has_content_note
    assert [(part.id, part.title) for part in module.entry.parts] == [
        ("part-1", "Part 1"),
        ("part-2", "Part 2"),
    ]
    assert module.entry.parts[1].headings == ("A heading", "In short", "A full waiting room")
    assert [part.minutes for part in module.entry.parts] == [part.minutes for part in module.parts]
    assert module.part_number("part-2") == 2


def test_a_module_with_a_problem_does_not_open_in_part(tmp_path: Path) -> None:
    reading = read_module(write_module(tmp_path, module_text("Good.", "<b>")), "a-pack")
    assert reading.module is None
    assert len(reading.problems) == 1


def test_all_problems_are_told_at_once_by_line(tmp_path: Path) -> None:
    text = module_text("<b>", "[a](http://b.org)", "# One", level='"expert"')
    lines = [problem.line for problem in read_module(write_module(tmp_path, text), "p").problems]
    assert len(lines) == 4
    assert lines == sorted(lines)


@pytest.mark.expects_log("A module could not be read")
def test_what_nobody_foresaw_is_a_problem_and_not_a_crash(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def surprise(*_: object) -> None:
        raise IndexError("surprise")

    monkeypatch.setattr(module_reader, "split", surprise)
    (problem,) = read_module(write_module(tmp_path), "a-pack").problems
    assert problem.what == "The module could not be read (IndexError)."


def test_a_problem_prints_as_one_line(tmp_path: Path) -> None:
    path = write_module(tmp_path, module_text("a\n\n# One"))
    (problem,) = read_module(path, "a-pack").problems
    assert str(problem) == f"{path}:{problem.line}: {problem.what} {problem.mend}"
