from pathlib import Path

import pytest

from tests.learning.reading import blocks, only_problem
from tiapp.learning.blocks import Heading, ItemList, Paragraph, Quote, Span, Table, Text, plain


def words(folder: Path, body: str) -> Text:
    """The text of the one paragraph."""
    (paragraph,) = blocks(folder, body)
    assert isinstance(paragraph, Paragraph)
    return paragraph.text


@pytest.mark.parametrize(
    ("body", "spans"),
    [
        ("plain", (Span("plain"),)),
        ("**bold**", (Span("bold", strong=True),)),
        ("*a* _b_", (Span("a", emphasis=True), Span(" "), Span("b", emphasis=True))),
        ("**a *b* c**", (Span("a ", strong=True), Span("b", strong=True, emphasis=True),
                         Span(" c", strong=True))),
        ("***both***", (Span("both", strong=True, emphasis=True),)),
        ("snake_case_word 2*3*4", (Span("snake_case_word 2"), Span("3", emphasis=True), Span("4"))),
        ("`a < b & *c*`", (Span("a < b & *c*", code=True),)),
        ("a < b & c > d", (Span("a < b & c > d"),)),
        (r"\<b> \& \* \[x\]", (Span("<b> & * [x]"),)),
        ("[ ] and [x] and [y]", (Span("[ ] and [x] and [y]"),)),
        ("two\nlines   of  text", (Span("two lines of text"),)),
        ("<https://example.org/a>",
         (Span("https://example.org/a", link="https://example.org/a"),)),
        ("<help@example.org>", (Span("help@example.org", link="mailto:help@example.org"),)),
        ("[a **b**](https://example.org)", (Span("a ", link="https://example.org"),
                                            Span("b", strong=True, link="https://example.org"))),
        ("[mail](mailto:a@example.org)", (Span("mail", link="mailto:a@example.org"),)),
        ("[here](#part-1)", (Span("here", link="#part-1"),)),
        ('[a](https://example.org "title")', (Span("a", link="https://example.org"),)),
        ("**a**\n*b*", (Span("a", strong=True), Span(" "), Span("b", emphasis=True))),
    ],
)  # fmt: skip
def test_running_text_becomes_spans(tmp_path: Path, body: str, spans: Text) -> None:
    assert words(tmp_path, body) == spans


@pytest.mark.parametrize(
    "target",
    [
        "http://example.org",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//host/share",
        "/etc/passwd",
        "../module.md",
        "smb://host/share",
        "ms-word:ofe|u|x",
        "ftp://example.org",
        "mailto:",
        "mailto:a@b?body=x",
        "https://",
        "https://localhost",
        "https://someone@example.org",
        "https://[",
        "HTTPS:example.org",
        "",
        "#",
        "#nowhere",
    ],
)
def test_other_links_are_refused(tmp_path: Path, target: str) -> None:
    problem = only_problem(tmp_path, f"First.\n\nSee [this]({target}) now.")
    assert problem.line == 3
    assert "link" in problem.what or "no part" in problem.what


def test_an_address_that_is_not_safe_in_angle_brackets_is_refused(tmp_path: Path) -> None:
    assert only_problem(tmp_path, "First.\n\n<http://example.org>").line == 3


@pytest.mark.parametrize(
    "html",
    [
        "<b>bold</b>",
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<br>",
        "<br/>",
        "</div>",
        "<!-- note -->",
        "<!DOCTYPE html>",
        "<?php ?>",
        "<steady-block n='0'>",
        "&nbsp;",
        "&#60;script&#62;",
        "&#x3c;",
        "a <b\nc>",
    ],
)
def test_html_is_reported_and_never_shown(tmp_path: Path, html: str) -> None:
    problem = only_problem(tmp_path, f"First.\n\n{html}")
    assert problem.line == 3
    assert "HTML is not shown" in problem.what


def test_html_in_a_heading_a_list_a_table_or_a_block_is_reported_too(tmp_path: Path) -> None:
    for body in ("### <b>", "- <b>", "| <b> | c |\n|---|---|", "> <b>"):
        assert "HTML is not shown" in only_problem(tmp_path, body).what


def test_headings_have_level_three_or_four(tmp_path: Path) -> None:
    made = blocks(tmp_path, "### One *two*\nText.\n#### Three\nText.")
    assert [(b.level, plain(b.text)) for b in made if isinstance(b, Heading)] == [
        (3, "One two"),
        (4, "Three"),
    ]
    assert len(made) == 4


@pytest.mark.parametrize(
    ("body", "line", "what"),
    [
        ("# One", 1, "one #"),
        ("##### Five", 1, "five #"),
        ("###### Six", 1, "six #"),
        ("a\n\n---\n\nb", 3, "line across the page"),
        ("a\n---\nb", 2, "line across the page"),
        ("a\n===\nb", 2, "line across the page"),
        ("* * *", 1, "line across the page"),
        ("a\n\n    code", 3, "indented by four spaces"),
        ("```\na", 1, "program code"),
        ("~~~\na", 1, "program code"),
        ("[a]: https://example.org", 1, "kept apart"),
        ("- a\n  - b", 2, "indented by 2 spaces"),
        ("- a\n\n    ---", 3, "line across the page"),
        ("- ## b", 1, "A part cannot begin here"),
    ],
)
def test_what_is_never_shown_is_reported(tmp_path: Path, body: str, line: int, what: str) -> None:
    problem = only_problem(tmp_path, body)
    assert problem.line == line
    assert what in problem.what


def item_texts(made: ItemList) -> list[str]:
    """The first paragraph of each item."""
    firsts = [item[0] for item in made.items]
    return [plain(first.text) for first in firsts if isinstance(first, Paragraph)]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_lists_close_or_loose_read_the_same(tmp_path: Path, between: str) -> None:
    (made,) = blocks(tmp_path, between.join(["- one **two**", "- three", "- four"]))
    assert isinstance(made, ItemList)
    assert not made.ordered
    assert item_texts(made) == ["one two", "three", "four"]


def test_a_list_right_below_a_paragraph_is_a_list(tmp_path: Path) -> None:
    before, made, after = blocks(tmp_path, "Before:\n- one\n  more\n- two\n\nAfter.")
    assert isinstance(before, Paragraph)
    assert isinstance(made, ItemList)
    assert item_texts(made) == ["one more", "two"]
    assert isinstance(after, Paragraph)


def test_a_numbered_list_is_ordered_and_does_not_mix_with_another(tmp_path: Path) -> None:
    numbered, dashed = blocks(tmp_path, "1. one\n2. two\n\n- three")
    assert isinstance(numbered, ItemList)
    assert isinstance(dashed, ItemList)
    assert (numbered.ordered, dashed.ordered) == (True, False)


def test_a_list_inside_a_list_stays_inside(tmp_path: Path) -> None:
    (made,) = blocks(tmp_path, "- one\n    - inner\n    - inner two\n- two")
    assert isinstance(made, ItemList)
    first, inner = made.items[0]
    assert isinstance(first, Paragraph)
    assert isinstance(inner, ItemList)
    assert item_texts(inner) == ["inner", "inner two"]
    assert len(made.items) == 2


def test_quotations_hold_blocks(tmp_path: Path) -> None:
    quote, made = blocks(tmp_path, "> One.\n>\n> Two.\n- a list")
    assert isinstance(quote, Quote)
    assert len(quote.blocks) == 2
    assert isinstance(made, ItemList)


def test_tables_have_a_header_and_full_rows(tmp_path: Path) -> None:
    body = "Before.\n| A | B |\n|---|:-:|\n| *a* | `x|y` |\n| c \\| d | |\n\nAfter."
    _, table, _ = blocks(tmp_path, body)
    assert isinstance(table, Table)
    assert [plain(cell) for cell in table.header] == ["A", "B"]
    assert [[plain(cell) for cell in row] for row in table.rows] == [["a", "x|y"], ["c | d", ""]]
    assert table.rows[0][0] == (Span("a", emphasis=True),)


@pytest.mark.parametrize(
    ("body", "line", "what"),
    [
        ("| A | B |\n|---|---|\n| a |", 3, "1 cell, the first one 2"),
        ("| A | B |\n|---|---|\n| a | b | c |", 3, "3 cells, the first one 2"),
        ("| A | B |\n|---|---|\n| a | b |\nText.", 4, "1 cell, the first one 2"),
        ("| A | B |\n|---|---|---|\n| a | b |", 2, "line of dashes has 3 cells"),
    ],
)
def test_uneven_tables_are_reported(tmp_path: Path, body: str, line: int, what: str) -> None:
    problem = only_problem(tmp_path, body)
    assert problem.line == line
    assert what in problem.what


def test_blocks_know_their_lines(tmp_path: Path) -> None:
    body = "One.\n\n### Two\n\n- three\n\n> four\n\n| five | b |\n|---|---|\n| c | d |\n\n**Six** x"
    made = blocks(tmp_path, body)
    lines = (tmp_path / "module.md").read_text().split("\n")
    starts = [lines[block.line - 1] for block in made]
    assert starts == ["One.", "### Two", "- three", "> four", "| five | b |", "**Six** x"]
