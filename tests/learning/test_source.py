import os
import sys
from pathlib import Path

import pytest

from tests.factories import front_matter, module_text, write_module
from tests.learning.reading import only_problem, problems, read
from tiapp.learning import limits
from tiapp.learning.module_reader import read_module


def test_parts_come_in_order_with_their_lines(tmp_path: Path) -> None:
    module = read(tmp_path, front_matter() + "\n## One {#one}\n\na\n\n##  Two  { #two }\n\nb\n")
    assert [(p.id, p.title) for p in module.parts] == [("one", "One"), ("two", "Two")]
    lines = (tmp_path / "module.md").read_text().split("\n")
    assert [lines[p.line - 1] for p in module.parts] == ["## One {#one}", "##  Two  { #two }"]


def test_windows_line_ends_and_a_byte_order_mark_are_fine(tmp_path: Path) -> None:
    module = read(tmp_path, b"\xef\xbb\xbf" + module_text("a\n\nb").replace("\n", "\r\n").encode())
    assert len(module.parts[0].blocks) == 2


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("", "does not begin with a line of +++"),
        ("# Title\n", "does not begin with a line of +++"),
        ("+++\nid = 'a'\n", "no end"),
        (front_matter() + "\nHello.\n\n## A {#a}\n\nb\n", "before the first part"),
        (front_matter(), "has no part"),
        (front_matter() + "\n## A\n\nb\n", "The part A has no id"),
        (front_matter() + "\n## {#a}\n\nb\n", "has no heading"),
        (front_matter() + "\n##\n\nb\n", "has no heading"),
        (front_matter() + "\n## A {#Not An Id}\n\nb\n", "cannot be an id"),
        (front_matter() + "\n## A {#a}\n\n", "is empty"),
        (front_matter() + "\n## A {#a}\n\nb\n\n## B {#a}\n\nb\n", "already used on line 13"),
        (module_text("a \u202e b"), "hidden character (U+202E)"),
        (module_text("a \x07 b"), "hidden character (U+0007)"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, text: str, what: str) -> None:
    assert any(what in problem.what for problem in problems(tmp_path, text))


def test_a_hidden_character_is_found_on_its_line(tmp_path: Path) -> None:
    text = module_text("a\n\nb\u2066c")
    (problem,) = problems(tmp_path, text)
    assert text.split("\n")[problem.line - 1] == "b\u2066c"


def test_text_that_is_not_utf8_names_the_line(tmp_path: Path) -> None:
    text = module_text("plain\n\ncaf\u00e9")
    (problem,) = problems(tmp_path, text.encode("latin-1"))
    assert text.split("\n")[problem.line - 1] == "café"
    assert "UTF-8" in problem.mend


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ("word " * 1000, "4000 is the most"),
        ("> " * 25 + "deep", "nested more than 20 deep"),
        ("- " * 25 + "deep", "nested more than 20 deep"),
        ("|" + " a |" * 41, "more than 40 columns"),
        ("[" * 201, "More than 200 ["),
        ("a [\n" * 201, "More than 200 ["),
        ("*a" * 1001, "More than 1000 marks"),
        ("\\" * 1001, "More than 1000 marks"),
        ("word word word\n\n" * 1100, "2000 is the most"),
        (("word " * 200 + "\n\n") * 70, "64 KB is the most"),
        ("[[[a\n\n" * 700, "This part has 2100 ["),
        ("|a|b|c|d|e|f|g|\n" * 600, "table cells; 4000 is the most"),
        (("*a* " * 100 + "\n\n") * 30, "marks such as * or _; 4000 is the most"),
    ],
)
def test_limits_hold_before_the_parser_runs(
    tmp_path: Path, body: str, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tiapp.learning.markup.to_tree", _must_not_run)
    found = problems(tmp_path, module_text(body))
    assert any(what in problem.what for problem in found)
    assert not any("could not be read" in problem.what for problem in found)


def _must_not_run(text: str) -> None:
    raise AssertionError("The parser saw text beyond a limit.")


def test_as_much_as_the_limits_allow_still_reads(tmp_path: Path) -> None:
    body = "\n\n".join(["[" * 200, "- " * 20 + "deep", "word " * 790, "|" + "a|" * 40])
    body += "\n|" + "-|" * 40
    assert len(read(tmp_path, module_text(body)).parts[0].blocks) == 4


def test_limits_hold_however_many_problems_there_were_before(tmp_path: Path) -> None:
    many = "\n\n".join(f"<b>{n}" for n in range(limits.PROBLEMS_A_FILE + 5))
    found = problems(tmp_path, module_text(many, "[" * 5000 + "\n" + "![" * 1900))
    assert len(found) == limits.PROBLEMS_A_FILE


def test_a_file_over_512_kilobytes_is_not_read(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, "a" * (limits.MODULE_BYTES + 1))
    assert "512 KB is the most" in problem.what


def test_too_many_lines_and_too_many_parts_are_said(tmp_path: Path) -> None:
    assert "10000 is the most" in problems(tmp_path, module_text("\n" * 10_001))[0].what
    found = problems(tmp_path, module_text(*["text"] * 61))
    assert "61 parts" in found[0].what


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    (problem,) = read_module(tmp_path / "module.md", "a-pack").problems
    assert problem.what == "The file is not there."


def test_a_folder_in_place_of_the_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "module.md").mkdir()
    (problem,) = read_module(tmp_path / "module.md", "a-pack").problems
    assert problem.what == "This is not a file."


@pytest.mark.skipif(sys.platform == "win32", reason="Links need rights on Windows")
def test_a_link_out_of_the_pack_is_not_followed(tmp_path: Path) -> None:
    outside = write_module(tmp_path / "outside")
    inside = tmp_path / "pack" / "module.md"
    inside.parent.mkdir()
    inside.symlink_to(outside)
    (problem,) = read_module(inside, "a-pack", inside.parent).problems
    assert "link" in problem.what


@pytest.mark.skipif(sys.platform == "win32", reason="Links need rights on Windows")
def test_a_linked_folder_is_not_followed_either(tmp_path: Path) -> None:
    write_module(tmp_path / "outside")
    pack = tmp_path / "pack"
    pack.mkdir()
    (pack / "linked").symlink_to(tmp_path / "outside")
    (problem,) = read_module(pack / "linked" / "module.md", "a-pack", pack).problems
    assert "link" in problem.what


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="No named pipes here")
def test_a_named_pipe_does_not_keep_the_reader_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "module.md")
    (problem,) = read_module(tmp_path / "module.md", "a-pack").problems
    assert problem.what == "This is not a file."


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="This account may read everything"
)
def test_a_file_one_may_not_read_is_said(tmp_path: Path) -> None:
    path = write_module(tmp_path)
    path.chmod(0)
    (problem,) = read_module(path, "a-pack").problems
    assert "cannot be opened" in problem.what


def test_problems_count_lines_from_the_top_of_the_file(tmp_path: Path) -> None:
    assert only_problem(tmp_path, "one\n\n<b>two</b>").line == 3
