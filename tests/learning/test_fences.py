from pathlib import Path

import pytest

from tests.factories import CALLOUT, CHECK, NOTE, SCENARIO, module_text
from tests.learning.reading import blocks, only_problem, problems, read
from tiapp.learning.blocks import Callout, CalloutKind, Paragraph, Plan, Reflect, plain


def test_a_callout_has_id_kind_title_text_and_line(tmp_path: Path) -> None:
    _, callout = blocks(tmp_path, "Before.\n\n" + CALLOUT)
    assert isinstance(callout, Callout)
    assert (callout.id, callout.kind, callout.title) == ("in-short", CalloutKind.KEY, "In short")
    (inside,) = callout.blocks
    assert isinstance(inside, Paragraph)
    assert plain(inside.text) == "Two people can meet the same event and be affected differently."
    text = (tmp_path / "module.md").read_text().split("\n")
    assert text[callout.line - 1] == "/// callout | In short"
    assert text[inside.line - 1] == plain(inside.text)


def test_reflections_and_plans_are_kept_apart(tmp_path: Path) -> None:
    body = "/// reflect | Think\n    id: a\n\nWhat?\n///\n\n/// plan\n    id: b\n\nIf, then\n///"
    reflect, plan = blocks(tmp_path, body)
    assert isinstance(reflect, Reflect)
    assert isinstance(plan, Plan)
    assert (reflect.id, reflect.title, plan.id) == ("a", "Think", "b")


def test_text_may_touch_the_lines_of_a_block(tmp_path: Path) -> None:
    body = "Before.\n/// callout\n    id: a\n    kind: info\nInside.\n///\nAfter."
    before, callout, after = blocks(tmp_path, body)
    assert isinstance(before, Paragraph)
    assert isinstance(callout, Callout)
    assert isinstance(after, Paragraph)


def test_lists_inside_a_callout_stay_inside(tmp_path: Path) -> None:
    body = CALLOUT.replace("Two people", "- one\n- two\n\nTwo people") + "\n\nAfter."
    callout, after = blocks(tmp_path, body)
    assert isinstance(callout, Callout)
    assert len(callout.blocks) == 2
    assert isinstance(after, Paragraph)


def test_a_content_note_stands_apart_from_the_blocks(tmp_path: Path) -> None:
    part = read(tmp_path, module_text(NOTE + "\n\nThe part itself.")).parts[0]
    assert part.note is not None
    assert (part.note.id, part.note.title) == ("note", "Before you read on")
    assert len(part.note.blocks) == len(part.note.summary) == len(part.blocks) == 1


@pytest.mark.parametrize(
    ("body", "line", "what", "mend"),
    [
        ("/// chek\n    id: a\n\nb\n///", 1, "no block called chek", "Did you mean check?"),
        ("/// video\n    id: a\n\nb\n///", 1, "no block called video", "There are callout"),
        (CALLOUT.removesuffix("///"), 1, "has no end", "Put /// on a line"),
        (CALLOUT.removesuffix("///") + "\n" + CHECK, 1, "has no end", "Put /// on a line"),
        ("a\n\n///", 3, "none is open", "Take it away"),
        (CALLOUT + "/", 6, "has 4 slashes", "Use /// at both ends"),
        (SCENARIO.replace("////", "///"), 6, "as many slashes", "one slash more"),
        (NOTE.replace("////", "///"), 6, "as many slashes", "one slash more"),
        ("/// scene\n    id: a\n\nb\n///", 1, "cannot stand on its own", "directly in a scenario"),
        ("/// summary\nb\n///", 1, "cannot stand on its own", "directly in a content-note"),
        ("a\n\n/// a b c", 3, "does neither", "Write it like this"),
        ("- a\n\n    /// callout", 3, "inside a list or a quotation", "left edge"),
        ("> /// callout", 1, "inside a list or a quotation", "left edge"),
    ],
)
def test_faults_of_slashes_and_names(
    tmp_path: Path, body: str, line: int, what: str, mend: str
) -> None:
    problem = only_problem(tmp_path, body)
    assert problem.line == line
    assert what in problem.what
    assert mend in problem.mend


def test_a_reflection_inside_a_callout_is_out_of_place(tmp_path: Path) -> None:
    inner = "/// reflect\n    id: r\n\nWhat?\n///"
    body = f"//// callout\n    id: c\n    kind: info\n\nText.\n\n{inner}\n////"
    problem = only_problem(tmp_path, body)
    assert problem.what == "A reflect cannot stand inside a callout."


@pytest.mark.parametrize(
    "option",
    [
        "id: &anchor in-short",
        "id: *anchor",
        "id: !!python/object/apply:os.system [ls]",
        "id: !tag in-short",
        "{id: in-short}",
        "id: {a: b}",
        "id: [a, b]",
        'id: "in-short"',
        "id: |",
        "<<: *anchor",
        "? id",
        "id",
        "- id: a",
        "id: a: b",
        "id: a # comment",
        "id:",
    ],
)
def test_options_are_plain_words_and_nothing_else(tmp_path: Path, option: str) -> None:
    problem = only_problem(tmp_path, CALLOUT.replace("id: in-short", option))
    assert problem.line == 2
    assert problem.what.startswith("The option ")


@pytest.mark.parametrize(
    ("old", "new", "line", "what"),
    [
        ("    id: in-short\n", "", 1, "has no id"),
        ("    id: in-short", "id: in-short", 2, "stands at the edge"),
        ("id: in-short", "id: In-Short", 2, "cannot be an id"),
        ("id: in-short", "id: in-short\n    id: again", 3, "stands here twice"),
        ("id: in-short", "id: in-short\n    attrs: x", 3, "no option attrs"),
        ("id: in-short", "id: in-short\n    next: there", 3, "no option next"),
        ("kind: key", "kind: tip", 1, "kind is tip"),
        ("    kind: key\n", "", 1, "has no kind"),
        ("Two people can meet the same event and be affected differently.\n", "", 1, "is empty"),
    ],
)
def test_faults_of_options(tmp_path: Path, old: str, new: str, line: int, what: str) -> None:
    problem = only_problem(tmp_path, CALLOUT.replace(old, new))
    assert problem.line == line
    assert what in problem.what


def test_the_parser_never_sees_an_option(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tiapp.learning import markup

    seen: list[str] = []
    real = markup.to_tree

    def spy(text: str) -> object:
        seen.append(text)
        return real(text)

    monkeypatch.setattr(markup, "to_tree", spy)
    read(tmp_path, module_text(CALLOUT + "\n\n" + SCENARIO))
    (text,) = seen
    openings = [line for line in text.split("\n") if line.startswith("///") and line.strip("/")]
    assert [line.partition(" | ")[2] for line in openings] == [str(n) for n in range(5)]
    assert [line for line in text.split("\n") if line.startswith("    ") and ":" in line] == []


def test_ids_are_unique_in_the_whole_module(tmp_path: Path) -> None:
    text = module_text(CALLOUT, "Text.\n\n" + CALLOUT)
    (problem,) = problems(tmp_path, text)
    first = text[: text.index("/// callout")].count("\n") + 1
    assert problem.what == f"The id in-short is already used on line {first}."
    assert problem.line == text[: text.rindex("/// callout")].count("\n") + 1


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ("Text.\n\n" + NOTE, "does not come first"),
        (NOTE + "\n\n" + NOTE.replace("id: note", "id: note-2"), "does not come first"),
        (NOTE.replace("/// summary\nTrauma may come from one event or from many.\n///\n", ""),
         "has no summary"),
        (NOTE.replace("Trauma may come from one event or from many.\n", ""), "has no summary"),
        (NOTE.replace("This part names kinds of harm. Nothing is described.\n", ""),
         "does not say what is in the part"),
        (NOTE.replace("\n////", "\n\n/// summary\nAgain.\n///\n////"), "second summary"),
    ],
)  # fmt: skip
def test_faults_of_content_notes(tmp_path: Path, body: str, what: str) -> None:
    assert what in only_problem(tmp_path, body).what
