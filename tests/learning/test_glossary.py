from pathlib import Path

import pytest

from tiapp.learning.glossary import merged, read_glossary
from tiapp.learning.model import PackProblem, Term
from tiapp.learning.problems import Problems


def glossary(folder: Path, toml: str) -> tuple[tuple[Term, ...], tuple[PackProblem, ...]]:
    """Terms and problems of a glossary.toml."""
    path = folder / "glossary.toml"
    path.write_text(toml, encoding="utf-8")
    problems = Problems(path)
    return read_glossary(path, problems), problems.found()


def test_terms_come_with_their_other_names(tmp_path: Path) -> None:
    toml = '[[term]]\nname = "ACE"\nalso = ["ACEs"]\nmeaning = "Hard things."\n'
    assert glossary(tmp_path, toml) == ((Term("ACE", "Hard things.", ("ACEs",)),), ())


@pytest.mark.parametrize(
    ("toml", "line", "what"),
    [
        ('[[term]]\nname = "A"', 1, "meaning is missing."),
        ('[[term]]\nmeaning = "A"', 1, "name is missing."),
        ('[[term]]\nname = "A"\nmeaning = 3', 3, "meaning is not a text."),
        ('[[term]]\nname = "A"\nmeaning = "b"\nalso = "c"', 4, "also is not a list of texts."),
        ('[[term]]\nname = "A"\nmeaning = "b"\nsee = "c"', 4, "Nothing is called see here."),
        ('term = "A"', 1, "term is not a list of groups."),
        ("[[term", 1, "This line cannot be understood."),
    ],
)
def test_faults_are_named(tmp_path: Path, toml: str, line: int, what: str) -> None:
    _, (problem,) = glossary(tmp_path, toml)
    assert (problem.line, problem.what) == (line, what)


def test_a_broken_term_leaves_the_others(tmp_path: Path) -> None:
    toml = '[[term]]\nname = "A"\n\n[[term]]\nname = "B"\nmeaning = "b"\n'
    terms, problems = glossary(tmp_path, toml)
    assert [term.name for term in terms] == ["B"]
    assert len(problems) == 1


def test_a_word_explained_twice_is_told(tmp_path: Path) -> None:
    toml = '[[term]]\nname = "A"\nmeaning = "b"\n\n[[term]]\nname = "a"\nmeaning = "c"\n'
    terms, (problem,) = glossary(tmp_path, toml)
    assert terms == (Term("A", "b"),)
    assert (problem.line, problem.what) == (6, "a is explained twice.")


def test_several_glossaries_make_one_by_the_alphabet() -> None:
    first, second = (Term("b", "first"), Term("C", "c")), (Term("B", "second"), Term("a", "a"))
    assert merged([first, second]) == (Term("a", "a"), Term("b", "first"), Term("C", "c"))
