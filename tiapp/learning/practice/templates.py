"""Practice templates: forms to think through a policy, a place or a plan with."""

from pathlib import Path

from tiapp.learning import limits
from tiapp.learning.practice.groups import groups, one_of, required, several_of
from tiapp.learning.practice.model import AnswerKind, Beside, Question, Section, Template
from tiapp.learning.problems import Problems
from tiapp.learning.toml_file import open_toml
from tiapp.learning.toml_values import Table


def read_template(path: Path, problems: Problems, *, root: Path | None = None) -> Template | None:
    """A template's file, all or nothing: half a form would mislead."""
    top = open_toml(path, problems, root=root)
    if top is None:
        return None
    top.only(("id", "title", "version", "for_whom", "about", "minutes", "note", "section"))

    def section(table: Table) -> Section:
        return _section(table, problems)

    made = Template(
        id=top.id(),
        title=top.text("title", required=True, most=200),
        version=top.number("version", 1, 100_000) or 1,
        for_whom=top.text("for_whom", required=True),
        about=top.text("about", required=True),
        minutes=top.number("minutes", 1, 600) or 1,
        note=top.text("note"),
        sections=required(
            top, "section", groups(top, "section", section, problems, limits.SECTIONS_A_TEMPLATE)
        ),
    )
    return None if problems else made


def _section(table: Table, problems: Problems) -> Section:
    table.only(("id", "title", "about", "beside", "rows", "question"))
    questions = groups(table, "question", _question, problems, limits.QUESTIONS_A_SECTION)
    rows = table.number("rows", 1, limits.ROWS_A_SECTION) or 0 if table.has("rows") else 0
    if rows and len(questions) > limits.COLUMNS_A_SECTION:
        table.fault(
            "rows",
            f"A section with rows has {len(questions)} questions.",
            f"Use {limits.COLUMNS_A_SECTION} at most: each becomes a column.",
        )
    return Section(
        id=table.id(),
        title=table.text("title", required=True, most=200),
        about=table.text("about"),
        questions=required(table, "question", questions),
        beside=several_of(table, "beside", Beside),
        rows=rows,
    )


def _question(table: Table) -> Question:
    table.only(("id", "ask", "answer", "hint", "options"))
    answer = one_of(table, "answer", AnswerKind, AnswerKind.TEXT)
    options = table.texts("options", required=answer is AnswerKind.CHOICE)
    if options and answer is not AnswerKind.CHOICE:
        table.fault("options", "Only an answer of kind choice has options.", "Take the line away.")
    if answer is AnswerKind.CHOICE and len(options) == 1:
        table.fault("options", "There is one option only.", "Write two or more.")
    return Question(
        id=table.id(),
        ask=table.text("ask", required=True, most=400),
        answer=answer,
        hint=table.text("hint", most=400),
        options=options,
    )
