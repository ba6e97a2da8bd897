"""Puts in the empty lines that the Markdown parser needs and people forget.

Also looks at each line of ordinary text for what is never shown: HTML, link definitions.
"""

import re

from tiapp.learning.problems import Problems, shown

_ITEM = re.compile(r" *(?:[-*+]|\d{1,9}\.) +\S")
_FIRST_ITEM = re.compile(r"(?:[-*+]|1\.) +\S")
_INDENTED_QUOTE = re.compile(r" {4,}>")
_HEADING = re.compile(r"#{1,6} ")
_RULE = re.compile(r" {0,3}\|?(?: *:?-+:? *\|)+(?: *:?-+:? *)?|\|? *:?-+:? *\|")
_PICTURE = re.compile(r"!\[[^\]]*\]\([^()]*\)")
_ACROSS = re.compile(r" *(?:-(?: *-){2,}|=(?: *=){2,}|\*(?: *\*){2,}|_(?: *_){2,}) *")
_CODE_FENCE = re.compile(r" {0,3}(?:```|~~~)")
_UNEVEN_ITEM = re.compile(r"(?P<indent> +)(?:[-*+]|\d{1,9}\.) +\S")
_CODE = re.compile(r"(?<!\\)(`+)(?!`).*?(?<!`)\1(?!`)")
_HTML = re.compile(r"(?<!\\)<(?:/?[A-Za-z][A-Za-z0-9-]*(?=[\s/>]|$)|[!?])")
_ENTITY = re.compile(r"(?<!\\)&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_DEFINITION = re.compile(r" {0,3}\[[^\]]{1,200}\]:\s")


def spaced(lines: list[str], first_line: int, problems: Problems) -> list[str]:
    """The lines, with empty lines before lists, tables, pictures and feedback."""
    out: list[str] = []
    in_list = in_quote = in_items = False
    for at, line in enumerate(lines):
        if line:
            line = _look(line, first_line + at, problems)
        before = out[-1] if out else ""
        if not before:
            in_quote = in_items = False
            in_list = in_list and (not line or line[0] == " ")
        quote = in_list and _INDENTED_QUOTE.match(line) is not None
        item = _ITEM.match(line)
        if before and line:
            following = lines[at + 1] if at + 1 < len(lines) else ""
            if (
                (quote and not in_quote)
                or (in_quote and item)
                or (not in_items and (item if in_list else _FIRST_ITEM.match(line)))
                or ("|" in line and "|" not in before and _RULE.fullmatch(following))
                or _HEADING.match(line)
                or _HEADING.match(before)
                or _PICTURE.fullmatch(line)
                or _PICTURE.fullmatch(before)
            ):
                out.append("")
                in_quote = False
        in_quote = bool(line) and (in_quote or quote or line.startswith(">"))
        if item:
            in_list = in_items = True
            _look_at_indent(line, before, first_line + at, problems)
        out.append(line)
    _look_at_tables(out, lines, first_line, problems)
    return out


def _look(line: str, number: int, problems: Problems) -> str:
    """Report what cannot be shown; returns the line, or nothing in its place."""
    if _ACROSS.fullmatch(line):
        problems.add(number, "A line across the page is not shown.", "Use a ### heading instead.")
        return ""
    if _CODE_FENCE.match(line):
        problems.add(
            number,
            "Blocks of program code are not shown.",
            "Write ordinary text; a short piece of code can stand in `single marks`.",
        )
        return ""
    text = _CODE.sub("", line)
    if match := _HTML.search(text):
        problems.add(
            number,
            f"{shown(text[match.start() :], 20)} is HTML, and HTML is not shown.",
            "Use plain Markdown instead. For a < that should be read, put a \\ before it.",
        )
    if match := _ENTITY.search(text):
        problems.add(
            number,
            f"{shown(match.group())} is HTML, and HTML is not shown.",
            "Type the letter or sign itself.",
        )
    if _DEFINITION.match(text):
        problems.add(
            number,
            "Link addresses are not kept apart from their words.",
            "Put the address right behind the words: [words](https://...)",
        )
    return line


def _look_at_indent(line: str, before: str, number: int, problems: Problems) -> None:
    """An item indented by two spaces would silently move out to the list around it."""
    match = _UNEVEN_ITEM.match(line)
    if match and len(match["indent"]) % 4:
        problems.add(
            number,
            f"This list item is indented by {len(match['indent'])} spaces.",
            "Use four to put it inside the item above, or none.",
        )


def _look_at_tables(out: list[str], lines: list[str], first_line: int, problems: Problems) -> None:
    """Every row of a table has as many cells as its first row."""
    for at in range(1, len(lines)):
        if not _RULE.fullmatch(lines[at]) or "|" not in lines[at - 1]:
            continue
        columns = len(cells(lines[at - 1]))
        if len(cells(lines[at])) != columns:
            problems.add(
                first_line + at,
                f"The line of dashes has {counted(cells(lines[at]))}, the first row {columns}.",
                "Give it one group of dashes for each column.",
            )
        for row in range(at + 1, len(lines)):
            if not lines[row]:
                break
            if len(cells(lines[row])) != columns:
                problems.add(
                    first_line + row,
                    f"This row has {counted(cells(lines[row]))}, the first one {columns}.",
                    "Give every row as many cells as the first; leave an empty line after it.",
                )


def counted(row: list[str]) -> str:
    """How many cells, in words."""
    return "1 cell" if len(row) == 1 else f"{len(row)} cells"


def cells(row: str) -> list[str]:
    """A table row, cut at each | outside code that no backslash stands before."""
    text = _CODE.sub(lambda m: m.group().replace("|", "/"), row.strip())
    text = text.replace("\\|", "/")
    return text.removeprefix("|").removesuffix("|").split("|")
