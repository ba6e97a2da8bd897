"""Sheets: pages of Markdown to print and pass on, such as a module's team-huddle sheet."""

from pathlib import Path

from tiapp.learning import limits
from tiapp.learning.blocks import Block, Check, Plan, Reflect, Scenario
from tiapp.learning.practice.model import Sheet, SheetSection
from tiapp.learning.problems import Problems
from tiapp.learning.source import PartSource, is_part_heading
from tiapp.learning.text_file import read_text


def read_sheet(path: Path, problems: Problems, *, root: Path | None = None) -> Sheet | None:
    """A sheet's file: a line that begins with #, then text, then headings that begin with ##.

    What may stand in the text is what may stand in a part, but for blocks that ask something.
    None when there is a problem.
    """
    text = read_text(path, limits.SHEET_BYTES, problems, root=root or path.parent)
    if text is None:
        return None
    lines = [line.rstrip() for line in text.split("\n")]
    title = lines[0].removeprefix("# ").strip()
    if not lines[0].startswith("# ") or not title:
        problems.add(1, "The sheet does not begin with a title.", "Begin it with # and a title.")
        return None
    starts = [1, *(number for number, line in enumerate(lines) if is_part_heading(line))]
    if len(starts) - 1 > limits.HEADINGS_A_SHEET:
        problems.add(
            0,
            f"The sheet has {len(starts) - 1} headings.",
            f"{limits.HEADINGS_A_SHEET} is the most.",
        )
        return None
    sections = []
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        heading = lines[start][2:].strip() if is_part_heading(lines[start]) else ""
        body = lines[start + 1 : end] if heading else lines[start:end]
        first = start + 2 if heading else start + 1
        sections.append(SheetSection(heading, _blocks(tuple(body), first, path, problems)))
    name = path.stem if limits.is_id(path.stem) else "sheet"
    if problems:
        return None
    return Sheet(name, title, sections[0].blocks, tuple(sections[1:]))


def _blocks(
    lines: tuple[str, ...], first_line: int, path: Path, problems: Problems
) -> tuple[Block, ...]:
    # late: the Markdown parser is wanted only when somebody opens a sheet
    from tiapp.learning.bounds import within_limits
    from tiapp.learning.markup import read_part
    from tiapp.learning.pictures import PictureFolder

    if not any(lines) or not within_limits(lines, first_line, problems):
        return ()
    source = PartSource("sheet", "", first_line - 1, lines)
    part = read_part(source, frozenset(), PictureFolder(path.parent, path.parent), {}, problems)
    blocks = part.blocks if part else ()
    for block in blocks:
        if isinstance(block, Check | Scenario | Reflect | Plan):
            problems.add(
                block.line,
                "This block asks something, and a sheet is read on paper.",
                "Write it as text or as a list.",
            )
    return blocks
