"""Whatever stands in a file: a Module or problems come out, never a traceback.

What the reader did not foresee is logged, and an unexpected log fails a test.
"""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factories import CALLOUT, CHECK, NOTE, PLAN, REFLECT, SCENARIO, module_text, write_module
from tiapp.learning.blocks import Span
from tiapp.learning.inline import is_outside_link
from tiapp.learning.model import Module
from tiapp.learning.module_reader import inner_blocks, read_module
from tiapp.learning.pack_reader import read_pack
from tiapp.learning.problems import Problems
from tiapp.learning.toml_values import parse

PROSE = "Some *text* with **marks**, `code` and [a link](https://example.org).\n\n### A heading\n\n"
LISTS = "- one\n- two\n    - three\n\n1. four\n\n> five\n\n| a | b |\n|---|---|\n| c | d |\n\n"
GOOD = module_text(
    "\n\n".join([NOTE, PROSE, LISTS, CALLOUT]),
    "\n\n".join([CHECK, SCENARIO, REFLECT, PLAN, "[back](#part-1)"]),
    more='[reviewed_by]\nspecialist = ""\n\n[[sources]]\ntitle = "S"\nyear = 2020\n',
)
PIECES = [
    "///", "////", "/// check", "/// scene", "    id: a", "    id: &a b", "+++", "## A {#a}", "##",
    "- ", "- [x] ", "    > ", ">", "|", "|---|", "[", "](", "](#", "![", "<", "<script>", "*", "**",
    "_", "`", "```", "\\", "&amp;", "\n", "\n\n", "    ", "\t", "\x00", "\u202e", "\ud7ff", "{#",
    "}", "=", "#", "1. ", "\r", "\u2028", "\x02klzzwxh:0001\x03", "\x0242\x03",
    "id = ", "[[", "'''",
]  # fmt: skip


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """A folder for all examples."""
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


def spans_of(value: object) -> Iterator[Span]:
    """All spans inside blocks, tuples and their fields."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from spans_of(item)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from spans_of(getattr(value, name))


def check_reading(path: Path) -> None:
    """Read it: a module that keeps its promises, or problems that say what to do."""
    reading = read_module(path, "a-pack")
    assert (reading.module is None) == bool(reading.problems)
    for problem in reading.problems:
        assert problem.what and problem.mend
        assert problem.line >= 0
        assert (problem.what + problem.mend).isprintable()
    if reading.module is not None:
        check_module(reading.module)


def check_module(module: Module) -> None:
    """What the rest of Steady relies on."""
    part_ids = {part.id for part in module.parts}
    assert len(part_ids) == len(module.parts) > 0
    for span in spans_of(module.parts):
        assert "\n" not in span.text
        assert not set(span.text) & {"\x02", "\x03", "\u202e"}
        if span.link.startswith("#"):
            assert span.link[1:] in part_ids
        elif span.link:
            assert is_outside_link(span.link)
    for part in module.parts:
        for block in part.blocks:
            assert isinstance(inner_blocks(block), list)


def test_the_good_module_is_good(folder: Path) -> None:
    reading = read_module(write_module(folder, GOOD), "a-pack")
    assert reading.problems == ()
    assert reading.module is not None
    check_module(reading.module)


@given(st.binary(max_size=2000))
def test_random_bytes_never_give_a_traceback(folder: Path, data: bytes) -> None:
    check_reading(write_module(folder, data))


@given(st.text(max_size=500))
def test_random_text_below_a_good_top_never_gives_a_traceback(folder: Path, text: str) -> None:
    data = module_text("Text.") + text
    check_reading(write_module(folder, data.encode("utf-8", "replace")))


@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_pieces_of_the_format_in_any_order_never_give_a_traceback(
    folder: Path, pieces: list[str]
) -> None:
    check_reading(write_module(folder, module_text("".join(pieces) or "a")))


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["delete", "insert", "double", "swap", "cut"]),
            st.integers(0, len(GOOD)),
            st.integers(0, 60),
            st.sampled_from(PIECES),
        ),
        min_size=1,
        max_size=6,
    )
)
@settings(max_examples=300)
def test_a_good_module_with_anything_changed_never_gives_a_traceback(
    folder: Path, changes: list[tuple[str, int, int, str]]
) -> None:
    text = GOOD
    for kind, at, length, piece in changes:
        if kind == "delete":
            text = text[:at] + text[at + length :]
        elif kind == "insert":
            text = text[:at] + piece + text[at:]
        elif kind == "double":
            text = text[:at] + text[at : at + length] * 3 + text[at + length :]
        elif kind == "swap":
            text = text[at:] + text[:at]
        else:
            text = text[: at + 400]
    check_reading(write_module(folder, text))


@given(st.integers(0, GOOD.count("\n")), st.integers(0, GOOD.count("\n")))
def test_lines_in_another_order_never_give_a_traceback(folder: Path, a: int, b: int) -> None:
    lines = GOOD.split("\n")
    lines[a], lines[b] = lines[b], lines[a]
    check_reading(write_module(folder, "\n".join(lines)))


@given(st.text(max_size=300))
def test_random_toml_never_gives_a_traceback(text: str) -> None:
    problems = Problems(Path("x.toml"))
    values = parse(text, problems)
    assert (values is None) == bool(problems)


@given(st.binary(max_size=300), st.sampled_from(["pack.toml", "glossary.toml", "support.toml"]))
def test_random_pack_files_never_give_a_traceback(folder: Path, data: bytes, name: str) -> None:
    pack = folder / "pack"
    (pack / "modules").mkdir(parents=True, exist_ok=True)
    (pack / name).write_bytes(data)
    reading = read_pack(pack)
    assert reading.pack is not None or reading.problems
