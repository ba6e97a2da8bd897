"""How big and how deep a pack may be, checked before any parser sees the text.

The numbers come from measurements: 19 KB of `[` keeps the Markdown parser busy for minutes,
400 nested lists end it, and a 50 MB picture helps nobody. A well-made module is far below.
"""

import re

MODULE_BYTES = 512 * 1024
PART_BYTES = 64 * 1024
TOML_BYTES = 64 * 1024
LINE_CHARS = 4_000
DOTS_A_TOML_LINE = 200
LINES_A_PART = 2_000
LINES_A_MODULE = 10_000
BRACKETS_A_BLOCK = 200
BRACKETS_A_PART = 2_000
MARKS_A_BLOCK = 1_000
MARKS_A_PART = 4_000
MARKS = "*_`<\\"
CELLS_A_PART = 4_000
NESTING = 20
TABLE_COLUMNS = 40
PARTS_A_MODULE = 60
MODULES_A_PACK = 200
FILES_A_FOLDER = 100
GROUPS_A_FILE = 300
STEPS_A_GROUP = 20
SECTIONS_A_TEMPLATE = 40
QUESTIONS_A_SECTION = 60
ROWS_A_SECTION = 30
COLUMNS_A_SECTION = 6
SHEET_BYTES = 16 * 1024
HEADINGS_A_SHEET = 19
PICTURE_BYTES = 20 * 1024 * 1024
PICTURE_PIXELS = 40_000_000
ID_CHARS = 60
PROBLEMS_A_FILE = 50

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""What an id looks like: small letters, digits and single hyphens."""

ID_ADVICE = "Use small letters, digits and hyphens, such as in-short."

# Line feed and tab are the only control characters with a place in a text file. The bidi
# characters can make a line read differently from what it says.
_UNWANTED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]")

_NESTING_STEP = re.compile(r" {4}| {0,3}>| {0,3}(?:[-*+]|\d{1,9}[.)])(?= )")


def is_id(text: str) -> bool:
    """True for an id that may be kept for ever: short, plain, without capitals."""
    return len(text) <= ID_CHARS and ID.fullmatch(text) is not None


def unwanted(text: str) -> str:
    """The first control or direction character in `text` as U+XXXX, or nothing."""
    match = _UNWANTED.search(text)
    return f"U+{ord(match.group()):04X}" if match else ""


def nesting(line: str) -> int:
    """How many lists and quotations deep a line begins."""
    depth = 0
    position = 0
    while match := _NESTING_STEP.match(line, position):
        depth += 1
        position = match.end()
        if match.group().endswith(">") and line[position : position + 1] == " ":
            position += 1
    return depth
