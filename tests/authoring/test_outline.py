"""The outline names everything in the order in which it is met."""

from pathlib import Path

import pytest

from tests.authoring.packs import SCENARIO, spoiled, with_text
from tiapp.authoring.outline import outline
from tiapp.learning.module_reader import read_module

SHIPPED = sorted((Path(__file__).parents[2] / "content").glob("*/modules/*/module.md"))

EVERYTHING = f"""\
### A heading

See [the page](https://example.org/).

- one
- two

| Kind | Words |
|---|---|
| A | B |

> Said.

{SCENARIO}"""


def read(tmp_path, text):
    (tmp_path / "module.md").write_text(text, "utf-8")
    module = read_module(tmp_path / "module.md", "a-pack").module
    assert module is not None
    return outline(module)


def test_a_module_is_told_from_top_to_bottom(tmp_path):
    text = with_text(EVERYTHING)
    text = spoiled(("Say who you are. ", "//// content-note | Before\n    id: n\n\nHard.\n\n"
                    "/// summary\nShort.\n///\n////\n\nSay who. "), text=text)  # fmt: skip
    assert read(tmp_path, text) == [
        "Heading level 1: A calm start",
        "Heading level 2: Say what comes next",
        "Content note: Before",
        "    Paragraph: Hard.",
        "    Buttons: continue, read the summary, skip the part",
        "    Summary",
        "        Paragraph: Short.",
        "Paragraph: Say who. Say what will happen now.",
        "Heading level 3: A heading",
        "Paragraph: See the page.",
        "    Link: the page (https://example.org/)",
        "List with 2 items",
        "    Paragraph: one",
        "    Paragraph: two",
        "Table with 2 columns and 1 row",
        "    Row: Kind: A; Words: B",
        "Quotation",
        "    Paragraph: Said.",
        "Scenario: At the desk",
        "    Paragraph: The people are made up.",
        "    Scene: The start",
        "        Paragraph: A man comes in.",
        "        Choice: Say hello",
        "        Choice: Look away",
        "    Scene: Looking back",
        "        Paragraph: He has been seen.",
        "        The end of the scenario",
        "Paragraph: Then people can let their shoulders down.",
        "Question",
        "    Paragraph: What fits best at the desk?",
        "    Answer to choose: You again?",
        "    Answer to choose: Hello again.",
        "Heading level 2: Take it with you",
        "Paragraph: Nobody manages this every time.",
        "Plan",
        "    Paragraph: If somebody comes to my desk, then I will first say who I am.",
        "Note: Before you go",
        "    Paragraph: Look up from the screen for a moment.",
    ]


@pytest.mark.parametrize("path", SHIPPED, ids=[path.parent.name for path in SHIPPED])
def test_every_shipped_module_has_an_outline_of_single_lines(path):
    module = read_module(path, "steady").module
    lines = outline(module)
    assert len(lines) > 20
    assert all(line.strip() and "\n" not in line for line in lines)
