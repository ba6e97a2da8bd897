"""What holds for each file of a pack besides its modules, whatever stands in it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.learning.practice.reading import read
from tiapp.learning import limits
from tiapp.learning.practice.check_in import read_check_in
from tiapp.learning.practice.exercises import read_exercises
from tiapp.learning.practice.guided import read_guided
from tiapp.learning.practice.model import PathwayFile, Prompts
from tiapp.learning.practice.pathways import read_pathways
from tiapp.learning.practice.prompts import read_prompts
from tiapp.learning.practice.resources import read_resources
from tiapp.learning.practice.templates import read_template
from tiapp.learning.problems import Problems

STEADY = Path(__file__).parents[3] / "content" / "steady"
NOTHING = (None, (), Prompts(), PathwayFile())
READERS = {
    "check-in.toml": read_check_in,
    "exercises.toml": read_exercises,
    "guided.toml": read_guided,
    "pathways.toml": read_pathways,
    "prompts.toml": read_prompts,
    "resources.toml": read_resources,
    "templates/01-policy-lens.toml": read_template,
}
Reader = Callable[[Path, Problems], object]

every_reader = pytest.mark.parametrize(("name", "reader"), READERS.items(), ids=READERS.keys())


@every_reader
def test_the_shipped_file_reads_without_a_problem(
    tmp_path: Path, name: str, reader: Reader
) -> None:
    made, problems = read(tmp_path, (STEADY / name).read_text("utf-8"), reader)
    assert problems == []
    assert made not in NOTHING


@every_reader
@pytest.mark.parametrize("text", ["", "nothing here", "[[", 'id = "\u202e"', "= 1", "a" * 70_000])
def test_a_file_of_nonsense_gives_nothing_and_says_why(
    tmp_path: Path, name: str, reader: Reader, text: str
) -> None:
    made, problems = read(tmp_path, text, reader)
    assert made in NOTHING
    assert problems


@every_reader
def test_a_line_cut_in_half_is_told_with_its_number(
    tmp_path: Path, name: str, reader: Reader
) -> None:
    text = (STEADY / name).read_text("utf-8")
    cut = text[: text.rindex('"')]
    _, problems = read(tmp_path, cut, reader)
    assert (cut.count("\n") + 1, "This line cannot be understood.") in problems


@every_reader
def test_a_slip_of_the_pen_is_told_where_it_stands(
    tmp_path: Path, name: str, reader: Reader
) -> None:
    text = (STEADY / name).read_text("utf-8")
    at = text.index("\ntitle = " if "\ntitle = " in text else "\ntext = ") + 1
    _, problems = read(tmp_path, text[:at] + "oops = 1\n" + text[at:], reader)
    assert (text.count("\n", 0, at) + 1, "Nothing is called oops here.") in problems


@every_reader
def test_a_link_to_elsewhere_is_not_followed(tmp_path: Path, name: str, reader: Reader) -> None:
    path = tmp_path / "file.toml"
    path.symlink_to(STEADY / name)
    problems = Problems(path)
    assert reader(path, problems) in NOTHING
    assert problems


@every_reader
def test_a_file_beyond_the_limit_is_not_read(tmp_path: Path, name: str, reader: Reader) -> None:
    text = (STEADY / name).read_text("utf-8") + "#\n" * limits.TOML_BYTES
    made, problems = read(tmp_path, text, reader)
    assert made in NOTHING
    assert "is the most" in problems[0][1]


@every_reader
@given(data=st.data())
def test_no_swapped_value_is_beyond_the_reader(
    tmp_path_factory: pytest.TempPathFactory, name: str, reader: Reader, data: st.DataObject
) -> None:
    """Whatever a line is set to, the reader gives something back or says what is wrong."""
    lines = (STEADY / name).read_text("utf-8").split("\n")
    settable = [n for n, line in enumerate(lines) if " = " in line and not line.startswith("#")]
    at = data.draw(st.sampled_from(settable))
    value = data.draw(st.sampled_from(["1", "-1", "[]", '""', "true", "[[1]]", "2026-01-01", "{}"]))
    lines[at] = f"{lines[at].split(' = ')[0]} = {value}"
    read(tmp_path_factory.mktemp("fuzz"), "\n".join(lines), reader)
