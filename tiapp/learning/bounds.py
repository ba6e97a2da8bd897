"""Whether a part's text may be handed to the Markdown parser at all: see limits.py."""

from tiapp.learning import limits
from tiapp.learning.problems import Problems
from tiapp.learning.text_file import kilobytes


def within_limits(lines: tuple[str, ...], first_line: int, problems: Problems) -> bool:
    """True when the text may be handed to the Markdown parser; problems say why not."""
    before = len(problems)
    _check_size(lines, first_line, problems)
    brackets = marks = 0
    for number, line in enumerate(lines, first_line):
        _check_line(line, number, problems)
        brackets = brackets + line.count("[") if line else 0
        marks = marks + sum(map(line.count, limits.MARKS)) if line else 0
        if brackets > limits.BRACKETS_A_BLOCK:
            problems.add(
                number,
                f"More than {limits.BRACKETS_A_BLOCK} [ stand in one paragraph or list.",
                "Divide it with empty lines.",
            )
            brackets = 0
        if marks > limits.MARKS_A_BLOCK:
            problems.add(
                number,
                f"More than {limits.MARKS_A_BLOCK} marks such as * or _ stand in one paragraph.",
                "Divide it with empty lines.",
            )
            marks = 0
    return len(problems) == before


def _check_size(lines: tuple[str, ...], first_line: int, problems: Problems) -> None:
    """How much a part may hold altogether."""
    size = sum(len(line.encode()) + 1 for line in lines)
    whole = "\n".join(lines)
    counts = (
        (len(lines), limits.LINES_A_PART, "lines"),
        (whole.count("["), limits.BRACKETS_A_PART, "["),
        (sum(map(whole.count, limits.MARKS)), limits.MARKS_A_PART, "marks such as * or _"),
        (whole.count("|"), limits.CELLS_A_PART, "table cells"),
    )
    if size > limits.PART_BYTES:
        problems.add(
            first_line - 1,
            f"This part has {kilobytes(size)}; {kilobytes(limits.PART_BYTES)} is the most.",
            "Divide it into several parts.",
        )
    for count, most, what in counts:
        if count > most:
            problems.add(
                first_line - 1,
                f"This part has {count} {what}; {most} is the most.",
                "Divide it into several parts.",
            )


def _check_line(line: str, number: int, problems: Problems) -> None:
    """How much one line may hold."""
    if len(line) > limits.LINE_CHARS:
        problems.add(
            number,
            f"This line has {len(line)} letters; {limits.LINE_CHARS} is the most.",
            "Break it into several lines or paragraphs.",
        )
    if limits.nesting(line) > limits.NESTING:
        problems.add(
            number,
            f"Lists or quotations are nested more than {limits.NESTING} deep here.",
            "Use fewer levels; two are easiest to read.",
        )
    if line.count("|") - line.count("\\|") > limits.TABLE_COLUMNS + 1:
        problems.add(
            number,
            f"This table has more than {limits.TABLE_COLUMNS} columns.",
            "Divide it into smaller tables.",
        )
