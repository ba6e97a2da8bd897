"""Helpers to read a piece of a module in a test."""

from pathlib import Path

from tests.factories import module_text, write_module
from tiapp.learning.blocks import Block
from tiapp.learning.model import Module, PackProblem
from tiapp.learning.module_reader import read_module


def read(folder: Path, text: str | bytes) -> Module:
    """The module, which must read without a problem."""
    reading = read_module(write_module(folder, text), "a-pack")
    assert reading.problems == ()
    assert reading.module is not None
    return reading.module


def blocks(folder: Path, body: str) -> tuple[Block, ...]:
    """The blocks of a module with one part, which must read without a problem."""
    return read(folder, module_text(body)).parts[0].blocks


def problems(folder: Path, text: str | bytes) -> tuple[PackProblem, ...]:
    """What is wrong with a module. There must be something, with a way to mend it."""
    path = write_module(folder, text)
    reading = read_module(path, "a-pack")
    assert reading.module is None
    assert reading.problems
    for problem in reading.problems:
        assert problem.file == path
        assert problem.what.endswith((".", "!")), problem.what
        assert problem.mend, problem.what
    return reading.problems


def only_problem(folder: Path, body: str) -> PackProblem:
    """The one thing wrong with a part; its line counts from the part's first line as 1."""
    text = module_text(body)
    (problem,) = problems(folder, text)
    first = text[: text.index(body)].count("\n") + 1
    return PackProblem(problem.file, problem.line - first + 1, problem.what, problem.mend)
