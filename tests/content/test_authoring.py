"""What content/AUTHORING.md tells authors is true."""

import re
import shlex
from datetime import date
from pathlib import Path

import pytest

from tests.factories import front_matter
from tests.learning.test_support import support
from tiapp import cli
from tiapp.authoring.check import check
from tiapp.authoring.choices import LONGEST_SENTENCE, READING_AGE
from tiapp.authoring.findings import Severity
from tiapp.authoring.new import new_pack
from tiapp.authoring.pack_file import make_pack_file
from tiapp.learning import limits
from tiapp.learning.block_kinds import OPTIONS
from tiapp.learning.blocks import CalloutKind
from tiapp.learning.front_matter import KNOWN
from tiapp.learning.glossary import read_glossary
from tiapp.learning.model import Level
from tiapp.learning.module_reader import read_module
from tiapp.learning.pack_reader import read_pack
from tiapp.learning.practice.model import AnswerKind, Beside, ExerciseKind, ResourceKind
from tiapp.learning.problems import Problems
from tiapp.learning.scan import scan_pack

PAGE = (Path(__file__).parents[2] / "content" / "AUTHORING.md").read_text(encoding="utf-8")
EXAMPLE = re.findall(r"```text\n(.*?)```", PAGE, re.DOTALL)[-1]


def indented(beginning: str) -> str:
    """The example on the page that begins with these words, without its four spaces."""
    found = re.search(rf"^    {re.escape(beginning)}.*?(?=^\S)", PAGE, re.MULTILINE | re.DOTALL)
    assert found, beginning
    return re.sub(r"(?m)^    ", "", found.group())


def test_the_complete_module_reads_without_a_problem(tmp_path: Path) -> None:
    (tmp_path / "module.md").write_text(EXAMPLE, encoding="utf-8")
    reading = read_module(tmp_path / "module.md", "a-pack")
    assert reading.problems == ()
    assert reading.module is not None
    assert len(reading.module.parts) == 3


def test_the_complete_module_passes_the_check(tmp_path: Path) -> None:
    (tmp_path / "module.md").write_text(EXAMPLE, encoding="utf-8")
    found = check(tmp_path, date(2026, 11, 27)).findings
    assert [str(f) for f in found if f.severity is not Severity.NOTE] == []


def test_every_link_on_the_page_leads_somewhere() -> None:
    headings = re.findall(r"^#+ (.+)$", PAGE, re.MULTILINE)
    anchors = {re.sub(r"[^a-z0-9 -]", "", h.lower()).replace(" ", "-") for h in headings}
    prose = PAGE[: PAGE.index("```text")]
    linked = re.findall(r"(?<!`)\]\(#([a-z-]+)\)(?!`)", prose)
    examples = {"three-es", "seat", "told"}
    assert set(linked) - examples <= anchors
    for target in re.findall(r"\]\((\.\./[^)]+)\)", PAGE):
        assert (Path(__file__).parents[2] / "content" / target).resolve().is_file()


def test_the_thresholds_on_the_page_are_the_real_ones() -> None:
    assert f"more than {LONGEST_SENTENCE} words" in PAGE
    assert f"{READING_AGE} is what it asks for" in PAGE


EARLIER_ON_THE_PAGE = [
    line
    for line in re.findall(r"^    tiapp (content .+)$", PAGE, re.MULTILINE)
    if re.match("content (new module|pack|install) ", line)
]
"""What has to be done before a module can be printed or an update be taken back."""


@pytest.mark.parametrize("line", re.findall(r"^    tiapp (content .+)$", PAGE, re.MULTILINE))
def test_each_command_on_the_page_is_understood(
    line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    new_pack(tmp_path / "our-training-before", "Our training", "Our council")
    if " new pack " not in line:
        new_pack(tmp_path / "our-training", "Our training", "Our council")
    if " install " in line:
        make_pack_file(tmp_path / "our-training", tmp_path / "our-training.tipack")
    data = ["--data", str(tmp_path / "data")]
    if " undo " in line or " handout " in line:
        for earlier in EARLIER_ON_THE_PAGE:
            assert cli.run([*data, *shlex.split(earlier)]) == 0, capsys.readouterr().err
    arguments = [*data, *shlex.split(line)]
    assert cli.run(arguments) == 0, capsys.readouterr().err


def test_the_complete_module_shows_every_block() -> None:
    assert set(re.findall(r"^/{3,} ([a-z-]+)", EXAMPLE, re.MULTILINE)) == set(OPTIONS)


@pytest.mark.parametrize(
    "beginning",
    [
        "/// callout | In short",
        "//// content-note",
        "/// reflect",
        "/// check",
        "//// scenario",
        "/// plan",
        "| When you hear",
    ],
)
def test_each_small_example_reads_without_a_problem(tmp_path: Path, beginning: str) -> None:
    text = front_matter() + "\n## A part {#a-part}\n\n" + indented(beginning)
    (tmp_path / "module.md").write_text(text, encoding="utf-8")
    reading = read_module(tmp_path / "module.md", "a-pack")
    assert reading.problems == ()
    assert reading.module is not None


def test_the_example_of_the_top_reads_without_a_problem(tmp_path: Path) -> None:
    text = indented("+++") + "\n## A part {#a-part}\n\nText.\n"
    (tmp_path / "module.md").write_text(text, encoding="utf-8")
    assert read_module(tmp_path / "module.md", "a-pack").problems == ()


def test_the_other_files_read_without_a_problem(tmp_path: Path) -> None:
    found, problems = support(tmp_path, indented("note = "))
    assert problems == ()
    assert found is not None
    assert found.local and found.pause
    path = tmp_path / "glossary.toml"
    path.write_text(indented("[[term]]"), encoding="utf-8")
    noted = Problems(path)
    assert len(read_glossary(path, noted)) == 1
    assert not noted
    (tmp_path / "modules").mkdir()
    (tmp_path / "pack.toml").write_text(indented('id = "our-training"'), encoding="utf-8")
    assert read_pack(tmp_path).problems == ()


def test_the_files_for_practice_read_without_a_problem(tmp_path: Path) -> None:
    examples = {
        "pathways.toml": '[[pathway]]\n    id = "core"',
        "prompts.toml": "[[theme]]",
        "guided.toml": "[[model]]",
        "exercises.toml": "[[exercise]]",
        "check-in.toml": 'id = "how-it-is-today"',
        "resources.toml": "[[resource]]",
        "templates/a-walk.toml": 'id = "a-walk"',
        "sheets/listening.md": "# Team huddle: Listening",
    }
    (tmp_path / "modules").mkdir()
    (tmp_path / "pack.toml").write_text(indented('id = "our-training"'), encoding="utf-8")
    for name, beginning in examples.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(indented(beginning), encoding="utf-8")
    assert read_pack(tmp_path).problems == ()
    assert len(scan_pack(tmp_path).files) == len(examples) + 1


def test_every_name_is_on_the_page() -> None:
    kinds = (*ExerciseKind, *ResourceKind, *AnswerKind, *Beside)
    for name in (*KNOWN, *OPTIONS, *CalloutKind, *Level, *kinds):
        assert re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", PAGE), name


def test_the_limits_on_the_page_are_the_real_ones() -> None:
    text = PAGE[PAGE.index("## Limits") : PAGE.index("## What the messages mean")]
    numbers = {int(number.replace(",", "")) for number in re.findall(r"\d[\d,]*", text)}
    assert numbers == {
        limits.MODULE_BYTES // 1024,
        limits.LINES_A_MODULE,
        limits.PARTS_A_MODULE,
        limits.PART_BYTES // 1024,
        limits.TOML_BYTES // 1024,
        limits.LINES_A_PART,
        limits.LINE_CHARS,
        limits.DOTS_A_TOML_LINE,
        limits.NESTING,
        limits.TABLE_COLUMNS,
        limits.CELLS_A_PART,
        limits.BRACKETS_A_BLOCK,
        limits.BRACKETS_A_PART,
        limits.MARKS_A_BLOCK,
        limits.MARKS_A_PART,
        limits.PICTURE_BYTES // (1024 * 1024),
        limits.PICTURE_PIXELS // 1_000_000,
        limits.MODULES_A_PACK,
        limits.FILES_A_FOLDER,
        limits.GROUPS_A_FILE,
        limits.STEPS_A_GROUP,
        limits.SECTIONS_A_TEMPLATE,
        limits.QUESTIONS_A_SECTION,
        limits.ROWS_A_SECTION,
        limits.COLUMNS_A_SECTION,
        limits.SHEET_BYTES // 1024,
        limits.HEADINGS_A_SHEET,
        limits.ID_CHARS,
    }


def test_each_message_explained_is_one_that_steady_says() -> None:
    table = PAGE[PAGE.index("| Message |") : PAGE.index("## Changing a module later")]
    rows = re.findall(r"^\| (.+?) \|", table, re.MULTILINE)[1:]
    source = "".join(
        path.read_text(encoding="utf-8")
        for path in (Path(__file__).parents[2] / "tiapp" / "learning").rglob("*.py")
    )
    said = re.sub(r'"\n\s*f?"', "", source)
    for row in rows:
        for piece in re.split(r"\.\.\.|\d", row):
            piece = piece.strip(" .;")
            assert piece in said, f"No message says: {piece}"
